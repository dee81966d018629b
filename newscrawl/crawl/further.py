"""The further pages of an article, fetched politely and joined to the first."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.crawl.failures import DOWNLOAD_ERRORS, reason_of
from newscrawl.crawl.pages import page_of
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import Visit, slot_meta
from newscrawl.model import Article
from newscrawl.model.errors import Rejected
from newscrawl.model.urls import url_key
from newscrawl.process.joining import address_of_whole, join, take_whole

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class FurtherPages:
    """Fetches through the downloader, so that robots.txt, delays and limits hold."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    async def join(self, first: Article, visit: Visit) -> Article:
        """The article with all its pages: from the page that holds them where the site has one, else page by page."""
        if first.next_page_url is None:
            return first
        return await self._at_once(first, visit) or await self._one_by_one(first, visit)

    async def _at_once(self, first: Article, visit: Visit) -> Article | None:
        site = CrawlSession.of(self.crawler).site(visit.site, first.url)
        url = address_of_whole(first, site.whole_article) if site.whole_article else None
        if url is None or not site.allows(url):
            return None
        page = await self._page(url, visit)
        return take_whole(first, page) if page else None

    async def _one_by_one(self, first: Article, visit: Visit) -> Article:
        """The article with its further pages; with those before the first that did not come, when one does not."""
        session = CrawlSession.of(self.crawler)
        pages, keys = [first], {url_key(first.url)}
        limit = self.crawler.settings.getint("NEWSCRAWL_MAX_ARTICLE_PAGES")
        while (url := pages[-1].next_page_url) and len(pages) <= limit:
            site = session.site(visit.site, first.url)
            if url_key(url) in keys or not site.allows(url):
                break
            keys.add(url_key(url))
            page = await self._page(url, visit)
            if page is None:
                session.report.of(visit.site, visit.section).problems["missing-article-page"] += 1
                break
            pages.append(page)
        return join(first, pages[1:]) if len(pages) > 1 else first

    async def download(self, url: str, visit: Visit, meta: dict[str, Any] | None = None) -> Response | None:
        """The page at the URL; None when it did not come, which is logged with its reason."""
        assert self.crawler.engine is not None
        site = CrawlSession.of(self.crawler).site(visit.site, url)
        try:
            request = Request(url, callback=NO_CALLBACK, meta={**slot_meta(site), **(meta or {})})
            response = await self.crawler.engine.download_async(request)
        except (IgnoreRequest, *DOWNLOAD_ERRORS) as error:
            logger.warning("%s did not come: %s", url, reason_of(error))
            return None
        if response.status != 200:
            logger.warning("%s did not come: %s", url, response.status)
            return None
        return response

    async def _page(self, url: str, visit: Visit) -> Article | None:
        response = await self.download(url, visit)
        if response is None:
            return None
        try:
            return await CrawlSession.of(self.crawler).extract(page_of(response, visit), visit.site)
        except Rejected as rejected:
            logger.warning("%s is no page of the article: %s", url, rejected)
            return None
