"""Runs one crawl to its end and says how it went: the same for ``scrapy crawl`` and ``newscrawl crawl``."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Mapping
from contextlib import suppress

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import BaseSettings, Settings

from newscrawl.crawl.any_spider import AnySpider
from newscrawl.crawl.checks import check_settings
from newscrawl.crawl.ending import complain
from newscrawl.crawl.options import read_any_options, read_site_options
from newscrawl.crawl.session import CrawlSession, load_catalogue
from newscrawl.crawl.site_spider import spider_for
from newscrawl.crawl.summary import print_summary
from newscrawl.model.errors import NewscrawlError, StoreError, UsageError
from newscrawl.store import parse_address
from newscrawl.store.base import RUNNING

DONE, FAILED, UNHEALTHY, INTERRUPTED = 0, 1, 3, 130
"""Exit statuses; the last is the shell's for Ctrl-C."""

_GARBAGE = 50_000
"""Objects made, less those freed, before cycles are looked for: a page makes thousands, and hardly any in a cycle."""
_STATUS = {"finished": DONE, "stopped": INTERRUPTED, "store_lost": UNHEALTHY}


def choose_spider(names: tuple[str, ...], arguments: Mapping[str, str], settings: BaseSettings) -> type[Spider]:
    """The spider for those site names, or for ``any``, with everything checked that can be before anything is fetched.

    Raises UsageError (UnknownSite, UnknownSection) for a name or argument that does not exist, and in production for a
    missing contact.
    """
    check_settings(settings)
    parse_address(str(settings["NEWSCRAWL_STORE"]))
    catalogue = load_catalogue(settings)
    spider: type[Spider] = AnySpider
    if names == (AnySpider.name,):
        read_any_options(arguments)
    else:
        read_site_options(arguments, tuple(catalogue.get(name) for name in names))
        spider = spider_for(names)
    if settings.getbool("NEWSCRAWL_REQUIRE_CONTACT") and not settings.get("NEWSCRAWL_CONTACT"):
        message = (
            "NEWSCRAWL_CONTACT is not set: in production publishers must be able to reach you (a URL or mail address)"
        )
        raise UsageError(message)
    return spider


def run_crawl(
    process: AsyncCrawlerProcess, crawler: Crawler, arguments: Mapping[str, str], *, as_json: bool | None
) -> int:
    """Crawl, print the run report on stdout, and return the exit status of INTERFACE.md.

    ``as_json`` None means: a table when stdout is a terminal, JSON when it is not.
    """
    gc.freeze()  # what was imported stays: nobody need look through it again and again
    gc.set_threshold(_GARBAGE, 20, 100)
    crawling = asyncio.ensure_future(process.crawl(crawler, **arguments))
    process.start()
    error = crawling.exception() if crawling.done() and not crawling.cancelled() else None
    if not crawling.done():  # a second Ctrl-C: whatever was under way would complain of its end, at length
        logging.disable(logging.CRITICAL)
    else:
        close_loop()
    gc.freeze()  # the process ends soon, and Python would look through all there is before
    if error is not None or process.bootstrap_failed:
        kind = "" if isinstance(error, NewscrawlError) else f"{type(error).__name__}: "
        return complain(f"{kind}{error}", FAILED)
    session = CrawlSession.of(crawler)
    if session.outcome == RUNNING:  # a second Ctrl-C, or one before the crawl stood: nobody was told of its end
        _interrupted(session)
    print_summary(session, as_json=not sys.stdout.isatty() if as_json is None else as_json)
    if session.error:
        return complain(session.error, _STATUS.get(session.outcome, FAILED))
    status = _STATUS.get(session.outcome, FAILED)
    return UNHEALTHY if status == DONE and session.report.complaints else status


def new_process(settings: Settings) -> AsyncCrawlerProcess:
    """A process for one crawler."""
    return AsyncCrawlerProcess(settings)


def _interrupted(session: CrawlSession) -> None:
    """Write down that the run was stopped, in a loop of its own since Scrapy's has ended."""
    session.outcome, session.report.complete = "stopped", False
    with suppress(StoreError):
        asyncio.run(session.record_end())


def close_loop() -> None:
    """Close the event loop that Scrapy made and leaves open; no crawl can be begun in this process any more."""
    loop = asyncio.get_event_loop_policy().get_event_loop()
    if loop.is_running():
        return
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
