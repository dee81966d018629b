"""Scrapy's scheduler over the store's frontier: a killed crawl loses nothing, and many workers share one queue.

`next_request` is synchronous and a store is not, so a task beside the engine claims ahead: see `Pump`.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.core.scheduler import BaseScheduler, Scheduler
from scrapy.utils.defer import deferred_from_coro

from newscrawl.crawl.ending import lose_store
from newscrawl.crawl.frontier.leases import META, Hand, Lease
from newscrawl.crawl.frontier.outcomes import end_of, walk_ended
from newscrawl.crawl.frontier.pump import Pump
from newscrawl.crawl.frontier.revisits import Revisits
from newscrawl.crawl.frontier.rows import conditions, entry_of, visit_for
from newscrawl.crawl.rests import Pause, Rests
from newscrawl.crawl.robots import RobotsTxt
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import Visit, visit_of
from newscrawl.model.errors import StoreError
from newscrawl.store.queue import Claim, Entry, Rest, Wanted

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred

logger = logging.getLogger(__name__)


class FrontierScheduler(BaseScheduler):
    """Requests with a visit become rows, and due rows become requests. Others wait in memory, as with Scrapy's own."""

    def __init__(self, crawler: Crawler, session: CrawlSession) -> None:
        self.crawler = crawler
        self.session = session
        self.revisits = Revisits.from_settings(crawler.settings)
        self.hand = Hand(crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") + 1)
        self.pump: Pump | None = None
        self._pumping: asyncio.Task[None] | None = None
        self._early: list[Request] = []
        self._others: deque[Request] = deque()
        self._walk: list[Request] = []
        """The days of a dated walk, while nothing shows that there is anything left of it to resume."""
        self.rests = Rests(crawler.settings.getfloat("NEWSCRAWL_MAX_REST"))
        crawler.signals.connect(self._begin, signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BaseScheduler:  # type: ignore[override]
        """Scrapy's own scheduler for a dry run, which writes nothing, and for spiders that are none of ours."""
        session = CrawlSession.find(crawler)
        if session is None or session.options.dry_run:
            return Scheduler.from_crawler(crawler)
        return cls(crawler, session)

    def open(self, spider: Spider) -> None:
        """The store is connected to by a pipeline, which is opened after this: see `_begin`."""

    def close(self, reason: str) -> Deferred[None]:  # noqa: ARG002 - Scrapy's signature
        """Put back what was not come to, and write what became of the rest."""
        return deferred_from_coro(self._end())

    def has_pending_requests(self) -> bool:
        """Whether the crawl has anything to do, or to wait for."""
        if self._others or self._early:
            return True
        return self.pump is not None and self._pumping is not None and not self._pumping.done() and not self._drained

    def enqueue_request(self, request: Request) -> bool:
        """Take a request from the spider's start, a claimed row's from the pump, or anybody else's."""
        lease = request.meta.get(META)
        if lease is not None:
            self.hand.take(request, lease)
        elif not isinstance(request.meta.get("visit"), Visit):
            self._others.append(request)
        elif self.pump is None:
            self._early.append(request)
        else:
            self._seed(request)
        return True

    def next_request(self) -> Request | None:
        """The next request that the downloader has room for."""
        return self._others.popleft() if self._others else self.hand.next()

    @property
    def _drained(self) -> bool:
        return self.pump is not None and self.pump.drained and not self.pump.busy

    async def _begin(self) -> None:
        if self.session.is_open:  # else the crawl is being closed already
            await self._guarded(self._open_pump())

    async def _open_pump(self) -> None:
        frontier = await self.session.open_frontier()
        robots = self.crawler.get_downloader_middleware(RobotsTxt)
        if robots is not None:
            robots.keep_in(frontier)
        settings = self.crawler.settings
        at_once = settings.getint("CONCURRENT_REQUESTS") or 16
        self.pump = Pump(
            frontier,
            self._wanted(),
            self.hand,
            self._deliver,
            self._recall,
            max_hosts=2 * at_once,
            max_rows=settings.getint("NEWSCRAWL_ROWS_IN_HAND"),
            patience=settings.getfloat("NEWSCRAWL_WAIT"),
        )
        for request in self._early:
            self._seed(request)
        self._early.clear()
        self._pumping = asyncio.create_task(self._guarded(self.pump.run(self._drain)))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StoreError as error:
            lose_store(self.crawler, error)

    async def _end(self) -> None:
        if self.pump is None or self._pumping is None:
            return
        self.pump.end()
        await self._pumping
        if self.session.outcome != "store_lost":
            await self._guarded(self.pump.stop())
        await self._guarded(self.session.close_frontier())

    def _wanted(self) -> Wanted:
        options = self.session.options
        if options.url is not None:
            return Wanted(self.session.sites, "any", (options.url,))
        return Wanted(self.session.sites, self.session.purpose, tuple(options.sections))

    async def add(self, requests: Sequence[Request]) -> int:
        """Store links as rows; return how many of them nobody knew. Raises StoreError."""
        assert self.pump is not None
        brought = 0
        for renew in (False, True):
            some = [request for request in requests if request.meta.get("renew", False) is renew]
            if some:
                added = await self.pump.add([self._entry(request) for request in some], renew=renew)
                brought += added.count("new")
                for request, what in zip(some, added, strict=True):
                    self.session.queued(visit_of(request), what)
        return brought

    def _seed(self, request: Request) -> None:
        assert self.pump is not None
        renew = request.meta.get("renew", True)
        if not renew:
            self._walk.append(request)
        self.pump.seed(self._entry(request), renew=renew)

    def _entry(self, request: Request) -> Entry:
        visit = visit_of(request)
        return entry_of(request, self.session.site(visit.site, visit.url), self.session.purpose)

    def _deliver(self, claim: Claim) -> None:
        """Hand a claimed row to the engine, which gives it back to `enqueue_request` and wakes up by it."""
        assert self.crawler.engine is not None
        self._walk.clear()
        visit = visit_for(claim)
        self.session.met(visit, claim.key)
        request = self.crawler.spider.visit(visit)  # type: ignore[union-attr] # a spider with a session is a NewsSpider
        lease = Lease(claim, self._conclude)
        # Retries and redirects are the frontier's: one request is one claim and one end.
        request.meta.update({META: lease, "handle_httpstatus_all": True, "dont_retry": True, "dont_redirect": True})
        if not self.session.options.full:
            request.headers.update(conditions(claim))
        request.dont_filter = True
        self.crawler.engine.crawl(request)

    def answered(self, lease: Lease, response: Response) -> None:
        """See whether the response's host asks to be left alone, or is well again."""
        after = response.headers.get("Retry-After")
        asked = after.decode("latin-1") if after else None
        self._rest(self.rests.answered(lease.host, response.status, asked))

    def unanswered(self, lease: Lease, reason: str) -> None:
        """See whether the host of a request that came to nothing is to be left alone."""
        self._rest(self.rests.failed(lease.host, reason))

    def _recall(self, rests: Iterable[Rest]) -> None:
        for rest in rests:
            self.rests.recall(rest.host, rest.failures, rest.until)

    def _rest(self, pause: Pause | None) -> None:
        if pause is not None and self.pump is not None:
            self.pump.pause(pause)

    def _conclude(self, lease: Lease) -> None:
        assert self.pump is not None
        self.hand.conclude(lease)
        entry = lease.claim.entry
        site = self.session.site(entry.site, entry.url)
        end = end_of(lease.claim, lease.outcome, site, self.revisits, datetime.now(UTC))
        if end is None:
            self.pump.put_back(lease.claim)
        else:
            self.session.ended(end, visit_for(lease.claim), failed=lease.outcome.kind == "failed")
            if lease.outcome.kind in {"stored", "read"}:
                end = replace(end, validators=lease.validators)
            if not lease.walks_on:
                end = replace(end, walked=walk_ended(lease.claim, lease.outcome, end))
            self.pump.finish(end)

    def _drain(self) -> None:
        """Walk all days again if the walk was finished before; else let the engine see that the crawl is over."""
        if self._walk:
            walk, self._walk = self._walk, []
            for request in walk:
                request.meta["renew"] = True
                self._seed(request)
            return
        # The engine sleeps for up to 5 s when nothing calls it.
        slot = self.crawler.engine._slot if self.crawler.engine else None  # noqa: SLF001 - there is no public way
        if slot is not None and slot.closing is None:
            slot.nextcall.schedule()


def scheduler_of(crawler: Crawler) -> FrontierScheduler:
    """The scheduler of a running crawl whose requests come from the frontier."""
    assert crawler.engine is not None
    scheduler = crawler.engine.scheduler
    assert isinstance(scheduler, FrontierScheduler)
    return scheduler
