"""What a person sees of a crawl while it runs: pages, articles, pace, per site."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Self, TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table
from scrapy import signals
from scrapy.exceptions import NotConfigured

from newscrawl.crawl.report import RunReport, SectionReport
from newscrawl.crawl.session import CrawlSession

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_SECONDS = 0.5
_COLUMNS = ("Pages", "New", "Changed", "Same", "Rejected", "Failed")


class Progress:
    """A live table on a terminal; elsewhere Scrapy's own log lines are enough."""

    def __init__(self, crawler: Crawler, console: Console) -> None:
        self.crawler = crawler
        self.live = Live(console=console, auto_refresh=False, transient=True, redirect_stdout=False)
        self.started = time.monotonic()
        self.task: asyncio.Task[None] | None = None
        self.redirected: list[logging.StreamHandler[TextIO]] = []
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read NEWSCRAWL_PROGRESS; raises NotConfigured when nobody watches."""
        CrawlSession.required(crawler)
        wanted = crawler.settings.get("NEWSCRAWL_PROGRESS", "auto")
        if wanted == "off" or (wanted != "on" and not sys.stderr.isatty()):
            raise NotConfigured
        return cls(crawler, Console(stderr=True, force_terminal=True if wanted == "on" else None))

    async def spider_opened(self) -> None:
        """Begin to show; log lines go above the table."""
        self.live.start()
        for handler in logging.getLogger().handlers:
            if type(handler) is logging.StreamHandler and handler.stream is sys.__stderr__:
                handler.setStream(sys.stderr)  # what the live display has put in its place
                self.redirected.append(handler)
        self.task = asyncio.create_task(self._show())

    async def spider_closed(self) -> None:
        """Take the table away; the run report follows."""
        if self.task is not None:
            self.task.cancel()
        self.live.stop()
        for handler in self.redirected:
            handler.setStream(sys.__stderr__ or sys.stderr)

    async def _show(self) -> None:
        while True:
            seconds = time.monotonic() - self.started
            report = CrawlSession.of(self.crawler).report
            self.live.update(progress_table(report, seconds), refresh=True)
            await asyncio.sleep(_SECONDS)


def progress_table(report: RunReport, seconds: float) -> Table:
    """The counts so far, a row a site and one for all of them."""
    articles = report.saved.total()
    caption = f"{articles} articles in {seconds:.0f} s, {articles / max(seconds, 1):.1f} a second"
    table = Table(
        caption=caption, caption_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim"
    )
    table.add_column("Site", style="bold", no_wrap=True)
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * len(_COLUMNS))
    for section in report:
        rows[section.site] = [a + b for a, b in zip(rows[section.site], _counts(section), strict=True)]
    for site, counts in rows.items():
        table.add_row(site, *map(str, counts))
    if len(rows) > 1:
        table.add_row("all", *(str(sum(column)) for column in zip(*rows.values(), strict=True)), style="bold")
    return table


def _counts(section: SectionReport) -> list[int]:
    return [
        section.fetched,
        section.saved["new"],
        section.saved["changed"],
        section.saved["unchanged"],
        section.rejected.total() + section.quarantined.total(),
        section.failed.total(),
    ]
