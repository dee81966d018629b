"""One page through the crawler: robots.txt, guard and limits hold, nothing is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.http import Response

from newscrawl.crawl.browser import browser_meta
from newscrawl.crawl.failures import reason_of
from newscrawl.crawl.pages import page_of
from newscrawl.crawl.project import crawl_settings
from newscrawl.crawl.refusals import RobotsRefused, RobotsUnavailable
from newscrawl.crawl.run import close_loop, new_process
from newscrawl.crawl.visit import Visit
from newscrawl.model import Page
from newscrawl.model.errors import NewscrawlError

if TYPE_CHECKING:
    from twisted.python.failure import Failure


class PageNotFetched(NewscrawlError):
    """The one page that was asked for did not come."""


class _OnePage(Spider):
    name = "page"
    custom_settings = {"DOWNLOAD_DELAY": 0}  # noqa: RUF012 - Scrapy's form
    page: Page | None = None
    why: str = "nothing came back"

    def __init__(self, url: str, *, rendered: bool) -> None:
        super().__init__()
        self.visit = Visit(url=url, kind="article", site="", section="")
        self.rendered = rendered

    async def start(self) -> AsyncIterator[Any]:
        meta = browser_meta() if self.rendered else {}
        yield Request(self.visit.url, callback=self.keep, errback=self.explain, dont_filter=True, meta=meta)

    async def keep(self, response: Response) -> None:
        self.page = page_of(response, self.visit)

    def explain(self, failure: Failure) -> None:
        error = failure.value or RuntimeError()
        ours = isinstance(error, (RobotsRefused, RobotsUnavailable))
        self.why = str(error) if ours else reason_of(error, self.visit.url)


def fetch_page(url: str, settings: Mapping[str, str], *, rendered: bool = False) -> Page:
    """The page at ``url``, after redirects; with ``rendered``, as a browser shows it.

    Raises PageNotFetched, in one sentence with the reason, when it does not come. Can be called once in a process:
    Scrapy's event loop does not start twice.
    """
    process = new_process(crawl_settings({"LOG_LEVEL": "ERROR", **settings}))
    crawler = process.create_crawler(_OnePage)
    process.crawl(crawler, url=url, rendered=rendered)
    process.start()
    close_loop()
    spider = crawler.spider
    assert isinstance(spider, _OnePage)
    if spider.page is None:
        message = f"{url} could not be fetched: {spider.why}"
        raise PageNotFetched(message)
    return spider.page
