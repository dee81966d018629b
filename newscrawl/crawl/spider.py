"""What every spider does with a source or a page: it reads no article, no date and no database, it hands on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.http import Response

from newscrawl.crawl.browser import browser_meta
from newscrawl.crawl.ending import lose_store
from newscrawl.crawl.frontier.failing import failed
from newscrawl.crawl.frontier.leases import lease_behind
from newscrawl.crawl.links import Unread, has_canonical_form, newest_first
from newscrawl.crawl.optouts import stated
from newscrawl.crawl.pages import Fetched, charset_of, fetched_of
from newscrawl.crawl.session import CrawlSession, load_catalogue
from newscrawl.crawl.visit import Kind, Visit, slot_meta, visit_behind
from newscrawl.crawl.walks import further
from newscrawl.discover import (
    ArchivePage,
    Found,
    Link,
    likely_article,
    read_feed,
    read_listing,
    read_sitemap,
)
from newscrawl.model import Discovered
from newscrawl.model.errors import StoreError
from newscrawl.sites import Archive, Catalogue, Site

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

WHOLE_ARCHIVE = "archive"
"""What a dated walk of a whole site is counted under."""

# Sources before pages: they are few, and what they announce decides what is worth fetching. But the days of an archive
# are many: what one of them brings comes before the next.
_PRIORITY: dict[Kind, int] = {"feed": 40, "sitemap": 30, "listing": 20, "any": 0, "article": 0, "archive": -10}


class NewsSpider(Spider):
    """What every crawl does with a source or page; what it begins with is the subclass's."""

    session: CrawlSession

    @classmethod
    def from_crawler(cls, crawler: Crawler, *_args: Any, **arguments: str) -> Self:
        """Make the spider; raises UsageError or SiteError when the arguments or the site definitions are wrong."""
        spider = super().from_crawler(crawler)
        spider.prepare(crawler, load_catalogue(crawler.settings), arguments)
        return spider

    def prepare(self, crawler: Crawler, catalogue: Catalogue, arguments: dict[str, str]) -> None:
        """Read the arguments and begin the session."""
        raise NotImplementedError

    def visit(self, visit: Visit, *, renew: bool = True) -> Request:
        """The request that goes on the errand; ``renew``: also when its URL was visited before and is not due."""
        site = self.session.site(visit.site, visit.url)
        meta: dict[str, Any] = {"visit": visit, "renew": renew, **slot_meta(site)}
        if visit.kind == "article" and site.needs_javascript and self.session.browser:
            meta |= browser_meta()
        return Request(
            visit.url,
            callback=self.callback(visit.kind),
            errback=self.failed,
            priority=_PRIORITY[visit.kind],
            meta=meta,
        )

    def callback(self, kind: Kind) -> Callable[..., AsyncIterator[Any]]:
        """The method that reads such a response."""
        callbacks: dict[Kind, Callable[..., AsyncIterator[Any]]] = {
            "feed": self.parse_feed,
            "sitemap": self.parse_sitemap,
            "listing": self.parse_listing,
            "archive": self.parse_archive,
            "article": self.parse_article,
            "any": self.parse_any,
        }
        return callbacks[kind]

    async def parse_feed(self, response: Response) -> AsyncIterator[Any]:
        """A feed's entries."""
        visit, found = await self._read(read_feed, response, timezone=self._zone(response))
        for unread in await self._unread(self._announced(found, visit), visit):
            yield self._article(unread, visit)

    async def parse_sitemap(self, response: Response) -> AsyncIterator[Any]:
        """A sitemap's pages, or an index's sitemaps."""
        visit, found = await self._read(read_sitemap, response, timezone=self._zone(response))
        if visit.depth < self.settings.getint("NEWSCRAWL_MAX_SITEMAP_DEPTH"):
            for source in newest_first(found.sources)[: self.settings.getint("NEWSCRAWL_MAX_SITEMAPS")]:
                if has_canonical_form(source.url) and self.session.links.first_time(source.url):
                    yield self.visit(replace(visit, url=source.url, depth=visit.depth + 1))
        for unread in await self._unread(self._announced(found, visit), visit):
            yield self._article(unread, visit)

    async def parse_listing(self, response: Response) -> AsyncIterator[Any]:
        """A section page's articles, and its next page while this one brought something unread."""
        visit, found = await self._read(read_listing, response, heed_nofollow=False)
        announced = self._announced(found, visit)
        for unread in await self._unread(announced, visit):
            yield self._article(unread, visit)
        if (
            found.next_page
            and visit.page + 1 < self.settings.getint("NEWSCRAWL_MAX_LISTING_PAGES")
            and await self._goes_on(announced, response)
        ):
            site = self.session.site(visit.site, response.url)
            if (
                has_canonical_form(found.next_page)
                and site.allows(found.next_page)
                and self.session.links.first_time(found.next_page)
            ):
                yield self.visit(further(visit, found.next_page))

    async def parse_archive(self, response: Response) -> AsyncIterator[Any]:
        """A day's articles, and the day's next page while this one brought something unread."""
        visit, found = await self._read(read_listing, response, heed_nofollow=False)
        announced = self._announced(found, visit)
        for unread in await self._unread(announced, visit):
            yield self._article(unread, visit)
        site = self.session.site(visit.site, response.url)
        archive = archive_of(site, visit.section)
        assert archive is not None
        assert visit.day is not None
        following = ArchivePage(archive, date.fromisoformat(visit.day), visit.page, visit.url).following()
        if following and await self._goes_on(announced, response) and self.session.links.first_time(following.url):
            yield self.visit(further(visit, following.url))

    async def parse_article(self, response: Response) -> AsyncIterator[Any]:
        """A page, as it is."""
        yield await self._fetched(response)

    async def _fetched(self, response: Response) -> Fetched:
        assert response.request is not None
        return fetched_of(response, await self.session.tdmrep.reservation(response.request))

    def parse_any(self, response: Response) -> AsyncIterator[Any]:
        """A page that may be an article, a listing, or both."""
        raise NotImplementedError

    async def failed(self, failure: Failure) -> AsyncIterator[Any]:
        """Note a page that did not come, and go on where it moved to."""
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy sets it on what it hands out
        async for elsewhere in failed(self.crawler, request, failure.value or RuntimeError()):
            yield elsewhere

    async def _read(self, read: Callable[..., Found], response: Response, **more: Any) -> tuple[Visit, Found]:
        """The source's links; read in a thread, since a large sitemap takes a second."""
        visit = visit_behind(response)
        section = self.session.report.of(visit.site, visit.section)
        section.sources += 1
        found = await asyncio.to_thread(read, response.body, response.url, encoding=charset_of(response), **more)
        if not self.session.decide(stated(response, found.metas)).follow:
            section.problems["nofollow"] += 1
            return visit, Found()
        section.problems.update(found.problems)
        return visit, found

    def _zone(self, response: Response) -> ZoneInfo:
        """The zone of times that a feed or sitemap writes without one."""
        site = self.session.site(visit_behind(response).site, response.url)
        return ZoneInfo(site.zone(response.url))

    def _announced(self, found: Found, visit: Visit) -> list[Link]:
        """The source's links to articles of the site."""
        return [link for link in found.links if self._may_be_article(link, visit)]

    async def _unread(self, announced: list[Link], visit: Visit) -> list[Unread]:
        """Those of the links that are worth fetching, newest first; the rest is counted."""
        section = self.session.report.of(visit.site, visit.section)
        section.announced += len(announced)
        found = [link for link in announced if self.session.links.first_time(link.url)]
        met = {link.url for link in found}
        again = [link for link in announced if link.url not in met and (link.modified_at or link.published_at)]
        try:
            unread, newer = await self.session.links.unread(found), await self.session.links.unread(again)
        except StoreError as error:
            lose_store(self.crawler, error)
            return []
        section.found += len(found) + len(newer)
        section.known += len(found) - len(unread)
        by_url = {each.link.url: each for each in unread + newer}
        return [by_url[link.url] for link in newest_first(each.link for each in by_url.values())]

    async def _goes_on(self, announced: list[Link], response: Response) -> bool:
        """Whether a listing's next page is worth asking for."""
        lease = lease_behind(response)
        resumed = lease is not None and lease.claim.walk_is_open and not lease.claim.entry.page
        try:
            return await self.session.links.walk_goes_on(visit_behind(response), announced, resumed=resumed)
        except StoreError as error:
            lose_store(self.crawler, error)
            return False

    def _may_be_article(self, link: Link, visit: Visit) -> bool:
        """Feeds and sitemaps announce articles; of a listing's links only those that look like one are believed."""
        site = self.session.site(visit.site, visit.url)
        if not has_canonical_form(link.url):
            return False
        likely = likely_article(link.url, site, link.title)
        return likely is True if visit.kind in {"listing", "archive"} else likely is not False

    def _article(self, unread: Unread, visit: Visit) -> Request | None:
        link = unread.link
        # A section's feed holds that section only; its listing shows other desks' stories in the margin as well.
        section = (
            visit.section if visit.kind in {"feed", "sitemap"} and visit.section != self.session.options.url else None
        )
        return self._fetch(
            Visit(
                url=link.url,
                kind="article",
                site=visit.site,
                section=visit.section,
                discovered=Discovered(
                    source=visit.url,
                    title=link.title,
                    published_at=link.published_at,
                    modified_at=link.modified_at,
                    section=link.section or section,
                ),
            ),
            again=unread.again,
        )

    def _fetch(self, visit: Visit, *, again: bool = False) -> Request | None:
        """The request for a page, which the frontier keeps for the next crawl when this one ends before it.

        Of a dry run the page is listed instead. ``again``: it was fetched before, and is due now all the same.
        """
        if self.session.options.dry_run:
            self.session.listed.append(visit)
            return None
        if self.session.pages_left[visit.site] <= 0:
            self.session.report.of(visit.site, visit.section).problems["too-many-pages"] += 1
            return None
        self.session.pages_left[visit.site] -= 1
        return self.visit(visit, renew=again)


def archive_of(site: Site, section: str) -> Archive | None:
    """The dated index that a walk counted under ``section`` goes through."""
    if section == WHOLE_ARCHIVE:
        return site.archive
    return next((each.archive for each in site.sections if each.name == section), None)
