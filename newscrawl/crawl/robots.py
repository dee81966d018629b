"""robots.txt by RFC 9309, in place of Scrapy's middleware, which allows everything while a server is broken.

http and https, and every port, have a file of their own. It is read again within a day, outlives the crawl in the
store, and its Crawl-delay slows its download slot down.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.crawl.file_downloads import FileDownloads
from newscrawl.crawl.guard import GuardedResolver, NotPublic
from newscrawl.crawl.origin_files import Answer, OriginFiles, RobotsStore, origin_of, state
from newscrawl.crawl.refusals import RobotsRefused, RobotsUnavailable
from newscrawl.crawl.remembered import Remembered
from newscrawl.crawl.robots_rules import LIMIT, RobotsRules, parse_robots
from newscrawl.crawl.throttle import slow_down

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawl.store.queue import RobotsRecord

logger = logging.getLogger(__name__)

_LARGE = 64 * 1024  # takes long enough to parse to be done in a thread
_ROOM, _OVERHEAD = 8 * 1024 * 1024, 1024  # bytes of the files; rules take some thirty times as much


class RobotsTxt:
    """Downloader middleware: lets a request pass, or raises RobotsRefused or RobotsUnavailable."""

    def __init__(self, crawler: Crawler, product: str, longest_delay: float) -> None:
        self.crawler = crawler
        self.product = product
        self.longest_delay = longest_delay
        """Seconds; a Crawl-delay that asks for more gets this."""
        self._files = OriginFiles("/robots.txt", LIMIT)
        self._downloads = FileDownloads(crawler)
        self._parsed: Remembered[tuple[RobotsRecord, RobotsRules]] = Remembered(_ROOM)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured without ROBOTSTXT_OBEY."""
        settings = crawler.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        product = settings.get("ROBOTSTXT_USER_AGENT") or str(settings["USER_AGENT"])
        name = product.split("/", 1)[0].split(maxsplit=1)[0]
        return cls(crawler, name, settings.getfloat("NEWSCRAWL_MAX_CRAWL_DELAY", 60.0))

    def keep_in(self, store: RobotsStore) -> None:
        """Keep the files beyond this crawl; to be called before the first request."""
        self._files.store = store

    async def process_request(self, request: Request) -> None:
        """Let the request pass; raises RobotsRefused, RobotsUnavailable, or NotPublic for a host that leads nowhere."""
        origin = origin_of(request.url)
        if origin is None or request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules(origin, request)
        if rules.crawl_delay:
            slow_down(self.crawler, request, min(rules.crawl_delay, self.longest_delay))
        rule = rules.refusal(request.url)
        if rule is not None:
            self._count("refused")
            raise RobotsRefused(rule, request.url)

    async def process_response(self, request: Request, response: Response) -> Response:
        """The response; raises what `process_request` does when a browser was led on to a URL that is forbidden."""
        if response.url != request.url:
            await self.process_request(request.replace(url=response.url))
        return response

    async def sitemaps_of(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the URL's origin names; raises what `process_request` does."""
        origin = origin_of(url)
        return (await self._rules(origin, Request(url))).sitemaps if origin else ()

    async def _rules(self, origin: str, request: Request) -> RobotsRules:
        record = await self._files.get(origin, partial(self._ask, request))
        match state(record):
            case "present":
                return await self._read(record)
            case "absent":
                return RobotsRules()
            case "unreachable":
                host = urlsplit(origin).hostname or ""
                if host in GuardedResolver.refused:
                    message = f"{request.url} is not on a public address"
                    raise NotPublic(message)
                self._count("unavailable")
                raise RobotsUnavailable(origin, self._files.reason(record), self._files.seconds_left(record))

    async def _ask(self, request: Request, url: str) -> Answer:
        self._count("asked")
        return await self._downloads.download(url, LIMIT, request, dont_obey_robotstxt=True)

    async def _read(self, record: RobotsRecord) -> RobotsRules:
        """The record's rules; parsed once."""
        parsed = self._parsed.get(record.origin)
        if parsed is not None and parsed[0] is record:
            return parsed[1]
        large = len(record.body) > _LARGE
        parse = partial(parse_robots, record.body, self.product)
        rules = await asyncio.to_thread(parse) if large else parse()
        self._parsed.put(record.origin, (record, rules), _OVERHEAD + len(record.body))
        return rules

    def _count(self, what: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"newscrawl/robots/{what}")
