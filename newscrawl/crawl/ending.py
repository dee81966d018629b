"""How a crawl is ended from within, and how its end is told."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from newscrawl.crawl.session import CrawlSession
from newscrawl.model.errors import StoreError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_closing: set[asyncio.Future[None]] = set()  # the loop keeps weak references only


def complain(sentence: str, status: int) -> int:
    """Tell the person what is wrong and return the exit status; logging may not stand yet, or no more."""
    print(f"Error: {sentence}", file=sys.stderr)  # noqa: T201
    return status


def lose_store(crawler: Crawler, error: StoreError) -> None:
    """End the crawl, because what it fetches cannot be kept."""
    session = CrawlSession.of(crawler)
    session.error = session.error or str(error)
    end(crawler, "store_lost")


def end(crawler: Crawler, reason: str) -> None:
    """End the crawl when what is in flight is done; asking twice does no harm."""
    assert crawler.engine is not None
    if crawler.engine.spider is not None:
        task = asyncio.ensure_future(crawler.engine.close_spider_async(reason=reason))
        _closing.add(task)
        task.add_done_callback(_closing.discard)
