"""The spider of any URL: the articles of a page, feed or sitemap of which no definition is needed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from newscrawl.crawl.links import has_canonical_form
from newscrawl.crawl.options import read_any_options
from newscrawl.crawl.pages import is_readable
from newscrawl.crawl.scope import Scope
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.spider import NewsSpider
from newscrawl.crawl.visit import Kind, Visit, visit_behind
from newscrawl.crawl.walks import further
from newscrawl.discover import Link, likely_article, read_listing
from newscrawl.discover.sniff import source_kind
from newscrawl.model import Discovered
from newscrawl.sites import Catalogue, generic_site

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_HEADLINE_WORDS = 5


class AnySpider(NewsSpider):
    """The articles of a section page, home page, feed or sitemap of which no definition is needed."""

    name = "any"
    scope: Scope

    def prepare(self, crawler: Crawler, catalogue: Catalogue, arguments: dict[str, str]) -> None:
        """Read the arguments and begin the session; raises UsageError when they cannot be meant."""
        options = read_any_options(arguments)
        assert options.url is not None
        self.site = catalogue.for_url(options.url) or generic_site(options.url)
        self.allowed_domains = list(self.site.domains)
        self.scope = Scope.around(options.url)
        self.max_depth = options.max_depth or crawler.settings.getint("NEWSCRAWL_MAX_DEPTH")
        self.session = CrawlSession.begin(crawler, catalogue, options, (self.site.name,))

    async def start(self) -> AsyncIterator[Any]:
        """The URL that was asked for."""
        url = str(self.session.options.url)
        self.session.links.first_time(url)
        self.session.report.of(self.site.name, url)
        yield self.visit(Visit(url=url, kind="any", site=self.site.name, section=url))

    async def parse_any(self, response: Response) -> AsyncIterator[Any]:
        """Offer the page to extraction, and follow its links while they stay in scope."""
        visit = visit_behind(response)
        is_seed = visit.depth == 0 and visit.page == 0
        kind: Kind = source_kind(response.body, urlsplit(response.url).path) if is_seed else "listing"
        if kind != "listing":
            assert response.request is not None
            response.request.meta["visit"] = replace(visit, kind=kind)
            async for request in self.callback(kind)(response):
                yield request
            return
        section = self.session.report.of(visit.site, visit.section)
        section.found += visit.depth == 0  # the seed and the pages that follow it; links are counted where they stand
        if not is_readable(response):
            section.rejected["Unreadable"] += 1
            return
        if is_seed:
            self.scope = Scope.around(response.url)  # the seed may redirect, as example.com does to www.example.com
        if not self.session.options.dry_run:
            yield await self._fetched(response)
        if visit.depth < self.max_depth and (visit.depth == 0 or visit.page or self.scope.covers(response.url)):
            async for request in self._follow(response):
                yield request

    async def _follow(self, response: Response) -> AsyncIterator[Any]:
        visit, found = await self._read(read_listing, response, heed_nofollow=False)
        announced = self._announced(found, visit)
        for unread in await self._unread(announced, visit):
            page_of_link = replace(visit, url=unread.link.url, walk="", page=0, depth=visit.depth + 1)
            yield self._page(page_of_link, unread.link, again=unread.again)
        following = found.next_page
        if (
            following
            and visit.page + 1 < self.settings.getint("NEWSCRAWL_MAX_LISTING_PAGES")
            and has_canonical_form(following)
            and self.scope.same_host(following)
            and await self._goes_on(announced, response)
            and self.session.links.first_time(following)
        ):
            yield self._page(further(visit, following), again=True)

    def _may_be_article(self, link: Link, visit: Visit) -> bool:
        if visit.kind != "any":
            return super()._may_be_article(link, visit)
        if not has_canonical_form(link.url) or not self.scope.same_host(link.url):
            return False
        likely = likely_article(link.url, self.site, link.title)
        return likely is True or (likely is None and (self.scope.covers(link.url) or _reads_as_headline(link.title)))

    def _page(self, visit: Visit, link: Link | None = None, *, again: bool) -> Request | None:
        discovered = Discovered(source=visit.url, title=link.title) if link else Discovered()
        return self._fetch(replace(visit, discovered=discovered), again=again)


def _reads_as_headline(title: str | None) -> bool:
    """Whether a link's words are a headline's rather than a menu's."""
    return len((title or "").split()) >= _HEADLINE_WORDS
