"""Writes the run's end into the store, and closes what the crawl had open."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from scrapy import signals

from newscrawl.crawl.session import CrawlSession
from newscrawl.model.errors import StoreError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_OUTCOMES = {"shutdown": "stopped", "max_articles": "finished"}
_SENTENCES = {
    "memusage_exceeded": "the crawler used more memory than MEMUSAGE_LIMIT_MB allows",
    "start_error": "the crawl could not be begun",
}


class RunRecorder:
    """The last to hear of the end."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._ended = asyncio.Event()
        self._ended.set()
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)
        crawler.signals.connect(self.engine_stopped, signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured for a spider that is none of ours."""
        CrawlSession.required(crawler)
        return cls(crawler)

    def spider_opened(self) -> None:
        self._ended.clear()

    async def engine_stopped(self) -> None:
        """Wait for the end that is under way: Scrapy lets go of a crawl that is interrupted while it ends."""
        await self._ended.wait()

    async def spider_closed(self, reason: str) -> None:
        """Save the run as it ended; a store that is gone has been complained of already."""
        session = CrawlSession.of(self.crawler)
        session.outcome = "finished" if reason.startswith("closespider_") else _OUTCOMES.get(reason, reason)
        session.report.complete = reason == "finished"
        session.error = session.error or _SENTENCES.get(reason)
        try:
            if session.is_open:
                if session.outcome == "store_lost":
                    session.writer.session.patience = 0  # it was waited for; what it refused may be all that it refuses
                await session.writer.save_run(session.run(ended_at=datetime.now(UTC)))
        except StoreError as error:
            session.error = session.error or str(error)
        finally:
            await session.close()
            self._ended.set()
