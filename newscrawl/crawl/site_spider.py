"""The spider of the catalogue's sites: what is new on some of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from newscrawl.crawl.options import read_site_options
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.spider import WHOLE_ARCHIVE, NewsSpider, archive_of
from newscrawl.crawl.visit import Visit
from newscrawl.discover import archive_pages
from newscrawl.sites import Catalogue, Site

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class SiteSpider(NewsSpider):
    """What is new on some sites of the catalogue: one crawler over all of them."""

    name = "newscrawl"
    site_names: ClassVar[tuple[str, ...]] = ()

    def prepare(self, crawler: Crawler, catalogue: Catalogue, arguments: dict[str, str]) -> None:
        """Read the arguments and begin the session; raises UsageError when they cannot be meant."""
        self.sites = tuple(catalogue.get(name) for name in self.site_names)
        self.allowed_domains = [domain for site in self.sites for domain in site.domains]
        options = read_site_options(arguments, self.sites)
        self.session = CrawlSession.begin(crawler, catalogue, options, self.site_names)

    async def start(self) -> AsyncIterator[Any]:
        """Every section's sources, or the dated archives when days were asked for."""
        for site in self.sites:
            for visit in self._archive(site) if self.session.options.since else self._sections(site):
                self.session.report.of(visit.site, visit.section)
                if self.session.links.first_time(visit.url):
                    yield self.visit(visit, renew=visit.day is None or visit.day >= self._unfinished(site))

    def _unfinished(self, site: Site) -> str:
        """The first day whose index may still grow: an earlier walk's word on the days before it holds."""
        return str(datetime.now(ZoneInfo(site.timezone)).date() - timedelta(days=1))

    def _sections(self, site: Site) -> Iterable[Visit]:
        wanted = self.session.options.sections
        for section in site.sections:
            if not wanted or section.name in wanted:
                for kind, url in section.seeds:
                    yield Visit(url=url, kind=kind, site=site.name, section=section.name)

    def _archive(self, site: Site) -> Iterable[Visit]:
        today = datetime.now(ZoneInfo(site.timezone)).date()
        since, until = self.session.options.since, self.session.options.until or today
        assert since is not None
        for section in self.session.options.sections or (WHOLE_ARCHIVE,):
            archive = archive_of(site, section)
            for page in archive_pages(archive, since, until) if archive else ():
                yield Visit(
                    url=page.url, kind="archive", site=site.name, section=section, page=page.number, day=str(page.day)
                )


def spider_for(site_names: tuple[str, ...]) -> type[SiteSpider]:
    """The spider class for those sites, named after the site when there is one."""
    name = site_names[0] if len(site_names) == 1 else SiteSpider.name
    return type("SiteSpider", (SiteSpider,), {"name": name, "site_names": site_names})
