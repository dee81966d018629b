"""Pipelines in which a crawl of ours ends early, so that it can be told what each further part of it costs."""

from __future__ import annotations

from typing import NoReturn

from scrapy.exceptions import DropItem

from newscrawl.crawl.frontier.outcomes import Outcome
from newscrawl.crawl.pages import Fetched
from newscrawl.crawl.pipelines import ProcessPipeline
from newscrawl.crawl.session import CrawlSession


class FetchedOnly(ProcessPipeline):
    """Lets go of every page before an article is looked for."""

    async def process_item(self, item: Fetched) -> NoReturn:
        """Always raises DropItem."""
        _let_go(item, self.session)


class ExtractedOnly(ProcessPipeline):
    """Lets go of every article before it is stored."""

    async def process_item(self, item: Fetched) -> NoReturn:
        """Always raises DropItem."""
        await super().process_item(item)
        _let_go(item, self.session)


def _let_go(item: Fetched, session: CrawlSession) -> NoReturn:
    """End a page's way, counted in the run report so that the benchmark knows how many there were."""
    session.report.of(item.visit.site, item.visit.section).rejected["benchmark"] += 1
    item.say(Outcome("dropped", "benchmark"))
    raise DropItem("benchmark")
