"""``/.well-known/tdmrep.json``: whether a host reserves text and data mining of its pages (W3C TDMRep, 2024)."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Self

from newscrawl.crawl.file_downloads import FileDownloads
from newscrawl.crawl.origin_files import Answer, OriginFiles, RobotsStore, origin_of, state
from newscrawl.crawl.path_patterns import PathPattern, comparable_path
from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

PATH = "/.well-known/tdmrep.json"
LIMIT = 256 * 1024
"""Bytes; a longer file is not read."""

_RULES = 1000
_LENGTH = 2083


@dataclass(frozen=True, slots=True)
class Reservation:
    """One rule of the file."""

    location: PathPattern
    tdm: str
    """``"1"``: reserved; ``"0"``: expressly not."""
    policy: str | None = field(default=None, repr=False)
    """URL of the terms."""


@lru_cache(maxsize=32)
def parse_tdmrep(body: bytes) -> tuple[Reservation, ...]:
    """The file's rules in their order; what is no rule is passed over, and a file that is no JSON has none."""
    try:
        rules = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    rules = rules if isinstance(rules, list) else [rules]
    return tuple(_reservations(rules[:_RULES]))


def reservation_for(url: str, rules: tuple[Reservation, ...]) -> Reservation | None:
    """The first rule whose location matches the URL's path."""
    path = comparable_path(url)
    return next((rule for rule in rules if rule.location.matches(path)), None)


class TdmRep:
    """The files of the hosts of one crawl, read once a day each."""

    def __init__(self, crawler: Crawler, *, wanted: bool) -> None:
        self.wanted = wanted
        self._files = OriginFiles(PATH, LIMIT)
        self._told: set[str] = set()
        self._downloads = FileDownloads(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Asks for nothing unless NEWSCRAWL_TDMREP is on."""
        return cls(crawler, wanted=crawler.settings.getbool("NEWSCRAWL_TDMREP"))

    def keep_in(self, store: RobotsStore) -> None:
        """Keep the files beyond this crawl."""
        self._files.store = store

    async def reservation(self, request: Request) -> str | None:
        """What the host says of the request's page: ``"1"``, ``"0"``, or None when it says nothing or cannot be asked.

        The file itself is under the rules of robots.txt.
        """
        origin = origin_of(request.url)
        if not self.wanted or origin is None:
            return None
        record = await self._files.get(origin, partial(self._ask, request))
        rules = parse_tdmrep(record.body) if state(record) == "present" else ()
        found = reservation_for(request.url, rules)
        if found and found.tdm == "1" and found.policy and found.policy not in self._told and len(self._told) < _RULES:
            self._told.add(found.policy)
            logger.info("%s reserves text and data mining; its terms: %s", origin, printable(found.policy))
        return found.tdm if found else None

    async def _ask(self, request: Request, url: str) -> Answer:
        return await self._downloads.download(url, LIMIT, request)


def _reservations(rules: list[Any]) -> Iterator[Reservation]:
    for rule in rules:
        location = rule.get("location") if isinstance(rule, dict) else None
        if not isinstance(location, str) or not 0 < len(location) <= _LENGTH:
            continue
        tdm = str(rule.get("tdm-reservation")).strip()
        policy = rule.get("tdm-policy")
        if tdm in {"0", "1"}:
            named = policy if isinstance(policy, str) and len(policy) <= _LENGTH else None
            yield Reservation(PathPattern.rooted(location), tdm, named)
