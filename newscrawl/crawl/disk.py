"""Stops the crawl while there is still room to store what is in flight."""

from __future__ import annotations

import asyncio
import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import CloseSpider

from newscrawl.crawl.ending import end
from newscrawl.crawl.session import CrawlSession
from newscrawl.model.errors import DiskNearlyFull

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_SECONDS = 5.0
_MB = 1024 * 1024


class DiskWatch:
    """Looks at the disk before the crawl and every few seconds in it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.wanted = crawler.settings.getint("NEWSCRAWL_MIN_FREE_MB")
        self.folder = Path(crawler.settings.get("NEWSCRAWL_DATA") or ".")
        self.task: asyncio.Task[None] | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the limit and the folder; raises NotConfigured for a spider that is none of ours."""
        CrawlSession.required(crawler)
        return cls(crawler)

    async def spider_opened(self) -> None:
        """Refuse to begin on a full disk, then keep looking."""
        if not self._has_room():
            raise CloseSpider("disk_full")
        self.task = asyncio.create_task(self._watch())

    async def spider_closed(self) -> None:
        """Stop looking."""
        if self.task is not None:
            self.task.cancel()

    async def _watch(self) -> None:
        while self._has_room():  # noqa: ASYNC110 - the disk tells nobody when it fills
            await asyncio.sleep(_SECONDS)
        end(self.crawler, "disk_full")

    def _has_room(self) -> bool:
        try:
            require_room(self.folder, self.wanted)
        except DiskNearlyFull as error:
            CrawlSession.of(self.crawler).error = str(error)
            return False
        return True


def require_room(folder: Path, wanted: int) -> None:
    """Raise DiskNearlyFull when the disk that ``folder`` is on, or will be on, has fewer than ``wanted`` MiB free."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(there).free // _MB
    if free < wanted:
        message = (
            f"the disk of {folder} has {free} MB free and {wanted} MB are wanted (NEWSCRAWL_MIN_FREE_MB): "
            "the crawl stops, what was stored is safe"
        )
        raise DiskNearlyFull(message)
