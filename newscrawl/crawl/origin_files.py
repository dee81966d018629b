"""A small file that each origin has one of, like robots.txt: fetched once however many wait, kept for at most a day.

An origin is scheme, host and port: http and https, or two ports, are two origins with a file each.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol
from urllib.parse import urljoin, urlsplit

from newscrawl.crawl.remembered import Remembered
from newscrawl.crawl.retry_after import seconds_of
from newscrawl.model.errors import StoreError
from newscrawl.model.urls import DEFAULT_PORTS
from newscrawl.store.queue import RobotsRecord

logger = logging.getLogger(__name__)

REDIRECTS = 5
"""So many are followed, to other hosts as well (RFC 9309, 2.3.1.2)."""

_DAY = timedelta(hours=24)  # RFC 9309, 2.4
_SOONEST = timedelta(minutes=5)  # a max-age of 0 would fetch the file before every page
_FIRST_RETRY = timedelta(minutes=1)
_LAST_RETRY = timedelta(hours=1)
_GIVEN_UP = timedelta(days=30)  # RFC 9309, 2.3.1.4: then a file that fails counts as one that is not there
_ROOM, _OVERHEAD = 32 * 1024 * 1024, 1024  # bytes
_MAX_AGE = re.compile(r"max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)

State = Literal["present", "absent", "unreachable"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request for the file came to."""

    status: int | None
    """None when no response came."""
    body: bytes = b""
    reason: str = ""
    """Why no response came, in a few words."""
    location: str | None = None
    cache_control: str = ""
    retry_after: str | None = None


Download = Callable[[str], Awaitable[Answer]]
"""Asks for one URL, follows no redirect, and raises nothing when that fails."""


class RobotsStore(Protocol):
    """Where such files outlive a crawl; the frontier is one."""

    async def robots(self, origin: str) -> RobotsRecord | None: ...

    async def save_robots(self, record: RobotsRecord) -> None: ...


class InMemory:
    """Keeps nothing beyond the crawl: what `OriginFiles` remembers itself is enough."""

    async def robots(self, origin: str) -> RobotsRecord | None:  # noqa: ARG002 - the protocol's
        """None, always."""
        return None

    async def save_robots(self, record: RobotsRecord) -> None:
        """Nothing."""


class OriginFiles:
    """The files of one path, by origin."""

    def __init__(
        self, path: str, limit: int, store: RobotsStore | None = None, now: Callable[[], datetime] | None = None
    ) -> None:
        self.path = path
        self.limit = limit
        """Bytes of each file that are kept."""
        self.store: RobotsStore = store or InMemory()
        self._now = now or (lambda: datetime.now(UTC))
        self._remembered: Remembered[tuple[RobotsRecord, str]] = Remembered(_ROOM)
        self._under_way: dict[str, asyncio.Task[RobotsRecord]] = {}

    async def get(self, origin: str, download: Download) -> RobotsRecord:
        """The origin's file as it stands, fetched if need be; raises nothing that a server could cause."""
        known = self._known(origin)
        if known is not None and is_fresh(known, self._now()):
            return known
        task = self._under_way.get(origin)
        if task is None:
            task = asyncio.ensure_future(self._obtain(origin, download))
            self._under_way[origin] = task
            task.add_done_callback(lambda _: self._under_way.pop(origin, None))
        return await asyncio.shield(task)  # whoever gives up waiting does not take it from the others

    def seconds_left(self, record: RobotsRecord) -> float:
        """How long until the file is asked for again; at least a second."""
        return max(1.0, (_until(record) - self._now()).total_seconds())

    def reason(self, record: RobotsRecord) -> str:
        """Why an unreachable file is so, in a few words."""
        _, reason = self._remembered.get(record.origin) or (None, "")
        return reason or (str(record.status) if record.status else "not reached")

    async def _obtain(self, origin: str, download: Download) -> RobotsRecord:
        kept = await self._kept(origin)
        if kept is not None and is_fresh(kept, self._now()):
            self._remember(kept, "")
            return kept
        answer = await follow(_address(origin) + self.path, download)
        record = self._recorded(origin, answer, kept)
        self._remember(record, answer.reason)
        await self._keep(record)
        return record

    def _known(self, origin: str) -> RobotsRecord | None:
        found = self._remembered.get(self._key(origin))
        return found[0] if found else None

    def _remember(self, record: RobotsRecord, reason: str) -> None:
        self._remembered.put(record.origin, (record, reason), _OVERHEAD + len(record.body))

    def _recorded(self, origin: str, answer: Answer, before: RobotsRecord | None) -> RobotsRecord:
        """The answer as it is kept, with the moment until which it holds."""
        now = self._now()
        record = RobotsRecord(self._key(origin), now, answer.status, answer.body[: self.limit])
        if state_of_status(answer.status) != "unreachable":
            return replace(record, fresh_until=now + _lifetime(answer.cache_control))
        since = min(before.failing_since, now) if before and before.failing_since else now
        return replace(record, body=b"", failing_since=since, fresh_until=now + _pause(answer, now, since))

    async def _kept(self, origin: str) -> RobotsRecord | None:
        """What another crawl kept, or this one; a store that is away leaves us to ask the publisher."""
        try:
            kept = await self.store.robots(self._key(origin))
        except StoreError as error:
            logger.warning("%s", error)
            kept = None
        return kept or self._known(origin)

    async def _keep(self, record: RobotsRecord) -> None:
        try:
            await self.store.save_robots(record)
        except StoreError as error:  # it stands in memory; who needs the store will complain of it
            logger.warning("%s", error)

    def _key(self, origin: str) -> str:
        """What a file is stored under: robots.txt under its origin alone."""
        return origin if self.path == "/robots.txt" else origin + self.path


def origin_of(url: str) -> str | None:
    """Scheme, host and port, ``https://a.test:443``; None for what is no address of the web."""
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    host = (parts.hostname or "").rstrip(".")
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}" if host else None


def _address(origin: str) -> str:
    """The origin as a URL begins: without the port that its scheme implies."""
    scheme = origin.partition(":")[0]
    return origin.removesuffix(f":{DEFAULT_PORTS[scheme]}")


async def follow(url: str, download: Download) -> Answer:
    """The answer behind the URL's redirects; a sixth redirect is answered as it is."""
    answer = await download(url)
    for _ in range(REDIRECTS):
        if answer.status is None or not 300 <= answer.status < 400 or not answer.location:
            break
        try:
            url = urljoin(url, answer.location)
        except ValueError:
            return Answer(None, reason="redirects to no address")
        if origin_of(url) is None:
            return Answer(None, reason="redirects away from the web")
        answer = await download(url)
    return answer


def state_of_status(status: int | None) -> State:
    """What a status makes of the file (RFC 9309, 2.3.1); 429 says nothing of the file, like a server error."""
    if status is None or status >= 500 or status == 429:
        return "unreachable"
    return "present" if 200 <= status < 300 else "absent"


def state(record: RobotsRecord) -> State:
    """What the record makes of the file; one that fails for a month counts as absent."""
    of_status = state_of_status(record.status)
    since = record.failing_since
    given_up = of_status == "unreachable" and since is not None and record.fetched_at - since >= _GIVEN_UP
    return "absent" if given_up else of_status


def is_fresh(record: RobotsRecord, now: datetime) -> bool:
    """Whether the record may still be relied on; one from the future was written by a clock that went wrong."""
    return record.fetched_at <= now < _until(record)


def _until(record: RobotsRecord) -> datetime:
    failed = state_of_status(record.status) == "unreachable"
    usual = record.fetched_at + (_FIRST_RETRY if failed else _DAY)
    return min(record.fetched_at + _DAY, record.fresh_until or usual)


def _lifetime(cache_control: str) -> timedelta:
    named = _MAX_AGE.search(cache_control[:1000])
    return min(_DAY, max(_SOONEST, timedelta(seconds=int(named[1])))) if named else _DAY


def _pause(answer: Answer, now: datetime, since: datetime) -> timedelta:
    """As long as the server asks; else as long again as it has been failing, which grows by itself."""
    asked = seconds_of(answer.retry_after, now)
    if asked is not None:
        return max(_FIRST_RETRY, timedelta(seconds=min(asked, _DAY.total_seconds())))
    return min(_LAST_RETRY, max(_FIRST_RETRY, now - since))
