"""From a fetched page to a stored article: two thin shells, one round the workers, one round the store."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from scrapy.exceptions import CloseSpider, DropItem

from newscrawl.crawl.browser import browser_meta
from newscrawl.crawl.ending import end, lose_store
from newscrawl.crawl.frontier.outcomes import LOST, Kind, Outcome
from newscrawl.crawl.further import FurtherPages
from newscrawl.crawl.pages import Fetched, page_of
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import Visit
from newscrawl.model import Article, Page
from newscrawl.model.errors import NeedsJavaScript, OutsideDays, PageFailed, Rejected, StoreError, StoreUnreachable
from newscrawl.store.base import Quarantined

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the first pipeline hands to the second."""

    article: Article
    fetched: Fetched


class ProcessPipeline:
    """A page in, an article out, by way of a worker process; everything else is counted and dropped."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.further = FurtherPages(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured for a spider that is none of ours."""
        CrawlSession.required(crawler)
        return cls(crawler)

    @property
    def session(self) -> CrawlSession:
        """The crawl's shared state."""
        return CrawlSession.of(self.crawler)

    async def open_spider(self) -> None:
        """Connect to the store before anything is fetched; without it the crawl does not begin."""
        try:
            await self.session.open()
        except StoreError as error:
            self.session.error = str(error)
            raise CloseSpider("store_unreachable") from error
        if not self.session.options.dry_run:
            self.session.workers.begin()  # they need a second or two, in which the sources come

    async def close_spider(self) -> None:
        """Let go of the workers, which nobody needs any more, and keep what was learned of the sites."""
        self.session.workers.dismiss()
        if self.session.memory is not None and self.session.outcome != "store_lost":
            await self.session.memory.save()

    async def process_item(self, item: Fetched) -> Extracted:
        """The article of a page, with its further pages joined; raises DropItem when there is none to keep."""
        visit = item.visit
        section = self.session.report.of(visit.site, visit.section)
        try:
            article = await self._extract(item)
            article = await self.further.join(article, visit)
            self._require_day(article, visit)
            article = await self.session.without_repeated(article, visit)
        except Rejected as rejected:
            section.rejected[rejected.reason] += 1
            # What waits for a browser is no fault of the page: a person can retry it when there is one.
            kind: Kind = "broken" if isinstance(rejected, NeedsJavaScript) else "dropped"
            item.say(Outcome(kind, rejected.reason))
            raise DropItem(f"{rejected.reason}: {rejected}") from rejected
        except PageFailed as failure:
            section.quarantined[failure.reason] += 1
            item.say(Outcome("broken", failure.reason))
            await self._quarantine(item, failure)
            raise DropItem(f"{failure.reason}: {failure}") from failure
        decision = self.session.decide(article.rights)
        if not decision.store:
            section.refused[f"opt-out: {decision.reason}"] += 1
            item.say(Outcome("dropped", f"opt-out: {decision.reason}"))
            raise DropItem(f"OptOut: {article.url} says {decision.reason}")
        return Extracted(replace(article, site=visit.site, section=self._section(article, visit)), item)

    def _section(self, article: Article, visit: Visit) -> str | None:
        """The section under the name that the site's definition gives it: the page's own, else where it was found."""
        if visit.site not in self.session.catalogue:
            return article.section
        names = {section.name for section in self.session.catalogue.get(visit.site).sections}
        own = re.sub(r"[^a-z0-9]+", "-", (article.section or "").lower()).strip("-")
        found = visit.section if visit.section in names else None
        return own if own in names else article.section or found

    def _require_day(self, article: Article, visit: Visit) -> None:
        """Raise OutsideDays for what a dated walk met in a page's margin; what has no date is kept."""
        since, until = self.session.options.since, self.session.options.until
        if since is None or article.published_at is None:
            return
        zone = ZoneInfo(self.session.site(visit.site, article.url).zone(article.url))
        day = article.published_at.astimezone(zone).date()
        if day < since or (until is not None and day > until):
            raise OutsideDays(f"{article.url}: published on {day}, which was not asked for")

    async def _extract(self, item: Fetched) -> Article:
        """The article of the page; of a page that asks for JavaScript, of what a browser makes of it."""
        try:
            return await self.session.extract(item.page, item.visit.site)
        except NeedsJavaScript:
            if not self.session.browser:
                raise
            rendered = await self._render(item)
            if rendered is None:
                raise
        return await self.session.extract(rendered, item.visit.site)

    async def _render(self, item: Fetched) -> Page | None:
        response = await self.further.download(item.page.url, item.visit, browser_meta())
        return page_of(response, item.visit) if response else None

    async def _quarantine(self, item: Fetched, failure: PageFailed) -> None:
        logger.warning("quarantined: %s", failure)
        page = Quarantined(item.page, item.visit.site, failure.reason, str(failure))
        try:
            await self.session.writer.quarantine(page)
        except StoreUnreachable as error:
            lose_store(self.crawler, error)


class StorePipeline:
    """An article in, stored, and counted as new, changed or unchanged."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured for a spider that is none of ours."""
        CrawlSession.required(crawler)
        return cls(crawler)

    async def process_item(self, item: Extracted) -> Article:
        """The article, once the store has acknowledged it; raises DropItem when it could not be stored."""
        session = CrawlSession.of(self.crawler)
        if not session.take():
            raise DropItem("EnoughStored: as many articles as were asked for are stored")
        visit = item.fetched.visit
        section = session.report.of(visit.site, visit.section)
        try:
            saved = await session.writer.save(item.article)
        except StoreUnreachable as error:
            session.give_back()
            item.fetched.say(LOST)
            lose_store(self.crawler, error)
            raise DropItem(f"StoreUnreachable: {error}") from error
        except StoreError as error:
            session.give_back()
            section.failed["refused by the store"] += 1
            item.fetched.say(Outcome("broken", "refused by the store"))
            logger.warning("%s", error)
            raise DropItem(f"StoreError: {error}") from error
        section.saved[saved] += 1
        item.fetched.say(Outcome("stored", changed=saved != "unchanged", published_at=item.article.published_at))
        if session.spent:
            end(self.crawler, "max_articles")
        return item.article
