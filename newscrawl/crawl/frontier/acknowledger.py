"""Spider middleware that brings every claimed row to one end, after everything that its page brought is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.crawl.ending import lose_store
from newscrawl.crawl.frontier.leases import META, Lease, lease_behind
from newscrawl.crawl.frontier.outcomes import LOST, SOURCES, Outcome
from newscrawl.crawl.frontier.reception import check, validators_of
from newscrawl.crawl.frontier.scheduler import scheduler_of
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import visit_of
from newscrawl.model.errors import StoreError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Acknowledger:
    """Stands nearest to the engine, so that it sees what all others let pass."""

    def __init__(self, crawler: Crawler, session: CrawlSession) -> None:
        self.crawler = crawler
        self.session = session
        for signal in (signals.item_scraped, signals.item_dropped, signals.item_error):
            crawler.signals.connect(self._item_ended, signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured for a spider that is none of ours."""
        session = CrawlSession.find(crawler)
        if session is None:
            raise NotConfigured
        return cls(crawler, session)

    def process_spider_input(self, response: Response) -> None:
        """Let a page pass to the spider; raises for what is none, which the spider's errback then hears of."""
        lease = lease_behind(response)
        if lease is not None:
            lease.came = True
            scheduler = scheduler_of(self.crawler)
            scheduler.hand.leave_downloader(lease)
            scheduler.answered(lease, response)
            lease.validators = validators_of(response, hashed=lease.claim.entry.kind in SOURCES)
            check(response, lease, self.session)

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass items on and keep requests back, which become rows before the page is let go of."""
        lease = lease_behind(response)
        if lease is None:
            async for each in result:
                yield each
        else:
            async for each in self._output(result, lease):
                yield each

    async def _output(self, result: AsyncIterator[Any], lease: Lease) -> AsyncIterator[Any]:
        links: list[Request] = []
        try:
            async for each in result:
                if isinstance(each, Request) and each.meta.get(META) is lease:
                    yield each  # a redirect to the same page
                elif isinstance(each, Request):
                    links.append(each)
                elif each is not None:
                    lease.hold()
                    yield each
            await self._keep(links, lease)
        except StoreError as error:
            lease.say(LOST)
            lose_store(self.crawler, error)
        except Exception as error:
            lease.say(Outcome("broken", f"{type(error).__name__} in the spider"))
            raise
        finally:
            lease.let_go()

    async def _keep(self, links: list[Request], lease: Lease) -> None:
        brought = await scheduler_of(self.crawler).add(links) if links else 0
        lease.walks_on = any(visit.walk and visit.page > lease.claim.entry.page for visit in map(visit_of, links))
        if lease.claim.entry.kind in SOURCES:
            lease.say(Outcome("read", brought=brought))

    def _item_ended(self, item: Any, response: Response | None) -> None:  # noqa: ARG002 - Scrapy's signature
        lease = lease_behind(response) if isinstance(response, Response) else None
        if lease is not None:
            lease.let_go()
