"""What the parts of one crawl share: catalogue, options, store, workers, the report, and what was seen already."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from scrapy.exceptions import NotConfigured

from newscrawl.crawl.chromium import find_chromium
from newscrawl.crawl.failures import count_reason, is_source
from newscrawl.crawl.frontier.rows import host_of
from newscrawl.crawl.links import Links
from newscrawl.crawl.options import Options
from newscrawl.crawl.optouts import Decision, decide, read_policy
from newscrawl.crawl.report import RunReport, SectionReport
from newscrawl.crawl.tdmrep import TdmRep
from newscrawl.crawl.visit import Visit
from newscrawl.model import Article, Page, Rights
from newscrawl.model.urls import url_key
from newscrawl.process.site_memory import SiteMemory
from newscrawl.process.workers import Workers
from newscrawl.sites import Catalogue, Site, generic_site, load
from newscrawl.store import learned_states, open_frontier, open_writer
from newscrawl.store.base import RUNNING, Known, Run
from newscrawl.store.queue import Added, End, Frontier

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from newscrawl.store.writer import MongoWriter

logger = logging.getLogger(__name__)

_sessions: WeakKeyDictionary[Crawler, CrawlSession] = WeakKeyDictionary()


@dataclass(eq=False)
class CrawlSession:
    """One crawl's shared state. Made with the spider, opened with it, closed after the last pipeline."""

    catalogue: Catalogue
    options: Options
    store_address: str = field(repr=False)
    store_patience: float
    """Seconds that a write waits for a store that went away."""
    workers: Workers
    tdmrep: TdmRep
    opt_outs: Mapping[str, str]
    """What is done about each opt-out: see `newscrawl.crawl.optouts`."""
    sites: tuple[str, ...]
    browser: str | None = None
    """Path of the Chromium that pages which need JavaScript are rendered in; None when there is none."""
    report: RunReport = field(default_factory=RunReport)
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    listed: list[Visit] = field(default_factory=list)
    """Of a dry run: what would be fetched."""
    links: Links = field(init=False)
    """Which links were met, and which of them are fetched."""
    error: str | None = None
    """Why the crawl could not go on, in one sentence."""
    outcome: str = RUNNING
    frontier: Frontier | None = None
    """The store's queue; None while the crawl is scheduled in memory (a dry run)."""
    pages_left: dict[str, int] = field(default_factory=dict)
    """How many more pages of each site may be queued: what has no end, like a calendar, ends there."""
    _suffix: str = field(default_factory=lambda: secrets.token_hex(2))
    memory: SiteMemory | None = None
    """Which lines the sites are known to repeat; made when the store is open."""
    _writer: MongoWriter | None = None
    _met: set[str] = field(default_factory=set)
    _failing: dict[str, tuple[Visit, str]] = field(default_factory=dict)
    _budget: int | None = None

    def __post_init__(self) -> None:
        self.links = Links(self._known, full=self.options.full)

    @classmethod
    def begin(cls, crawler: Crawler, catalogue: Catalogue, options: Options, sites: tuple[str, ...]) -> CrawlSession:
        """Make the session of ``crawler``; nothing is opened yet."""
        settings = crawler.settings
        session = cls(
            catalogue=catalogue,
            options=options,
            store_address=str(settings["NEWSCRAWL_STORE"]),
            store_patience=settings.getfloat("NEWSCRAWL_STORE_PATIENCE"),
            workers=Workers(
                _worker_count(settings), settings.getfloat("NEWSCRAWL_PAGE_SECONDS"), sites_folder(settings)
            ),
            tdmrep=TdmRep.from_crawler(crawler),
            opt_outs=read_policy(settings.getdict("NEWSCRAWL_OPT_OUTS")),
            sites=sites,
            browser=find_chromium(settings.get("NEWSCRAWL_CHROMIUM")),
        )
        session._budget = options.max_articles
        session.pages_left = defaultdict(lambda: settings.getint("NEWSCRAWL_MAX_PAGES"))
        _sessions[crawler] = session
        return session

    @classmethod
    def of(cls, crawler: Crawler) -> CrawlSession:
        """The session of ``crawler``."""
        return _sessions[crawler]

    @classmethod
    def find(cls, crawler: Crawler) -> CrawlSession | None:
        """The session of ``crawler``; None for a spider that is none of ours."""
        return _sessions.get(crawler)

    @classmethod
    def required(cls, crawler: Crawler) -> CrawlSession:
        """The session of ``crawler``; raises NotConfigured, which switches a part off, for a spider of others."""
        if crawler not in _sessions:
            raise NotConfigured
        return _sessions[crawler]

    @property
    def run_id(self) -> str:
        return f"{self.started_at:%Y%m%dT%H%M%S}{self.started_at.microsecond // 1000:03d}Z-{self._suffix}"

    @property
    def purpose(self) -> str:
        """Under which the crawl's rows stand in the frontier: see `Entry.purpose`."""
        if self.options.url is not None:
            return "any"
        if self.options.since is None:
            return "news"
        return f"{self.options.since}..{self.options.until or ''}"

    @property
    def writer(self) -> MongoWriter:
        assert self._writer is not None, "the session was not opened"
        return self._writer

    @property
    def is_open(self) -> bool:
        """Whether the store is connected."""
        return self._writer is not None

    @property
    def spent(self) -> bool:
        """Whether as many articles were stored, or are being stored, as were asked for."""
        return self._budget is not None and self._budget <= 0

    async def open(self) -> None:
        """Connect to the store and note the run as begun; raises StoreError when that cannot be."""
        self._writer = await open_writer(self.store_address, self.store_patience)
        self.memory = SiteMemory(learned_states(self._writer))
        await self.writer.save_run(self.run())

    async def _known(self, urls: Sequence[str]) -> dict[str, Known]:
        return await self.writer.known(urls)

    async def open_frontier(self) -> Frontier:
        """Begin to work on the store's queue; raises StoreError."""
        assert self._writer is not None, "the session was not opened"
        self.frontier = await open_frontier(self._writer)
        self.links.queued_since_walk = self.frontier.queued_since_walk
        self.tdmrep.keep_in(self.frontier)
        return self.frontier

    async def close_frontier(self) -> None:
        """Give back what is still held, and note what waits; raises StoreError when the store is lost."""
        for visit, reason in self._failing.values():
            count_reason(visit, reason, self.report)
        self._failing.clear()
        if self.frontier is not None:
            await self.frontier.close()
            waiting, _ = await asyncio.gather(self.frontier.waiting(self.sites), self._note_rests(self.frontier))
            self.report.waiting = waiting

    async def _note_rests(self, frontier: Frontier) -> None:
        hosts = {(section.site, section.section): self._seed_host(section) for section in self.report}
        resting = {rest.host: rest for rest in await frontier.resting(set(hosts.values()))}
        now = datetime.now(UTC)
        self.report.rests = {
            place: resting[host] for place, host in hosts.items() if host in resting and resting[host].until > now
        }

    def _seed_host(self, section: SectionReport) -> str:
        """The host of the section's first source."""
        site = self.site(section.site, section.section)
        seeds = next((each.seeds for each in site.sections if each.name == section.section), ())
        url = seeds[0][1] if seeds else self.options.url or f"https://{site.domains[0]}/"
        return host_of(url, site)

    async def record_end(self) -> None:
        """Write the run's end over a connection of its own; raises StoreError when that cannot be."""
        writer = await open_writer(self.store_address, self.store_patience)
        try:
            await writer.save_run(self.run(ended_at=datetime.now(UTC)))
        finally:
            await writer.close()

    async def close(self) -> None:
        """Let go of the store and the workers, each of which takes its time."""
        dismissed = self.workers.dismiss()
        try:
            if self._writer is not None:
                await self._writer.close()
                self._writer = None
        finally:
            await dismissed

    def run(self, ended_at: datetime | None = None) -> Run:
        """The run as it stands now."""
        healthy = None if ended_at is None else not self.error and not self.report.complaints
        report = {**self.report.as_json(), "error": self.error}
        return Run(self.run_id, self.started_at, ended_at, self.sites, self.outcome, healthy, report)

    def site(self, name: str, url: str) -> Site:
        """The site of that name, or a generic one for the URL."""
        return self.catalogue.get(name) if name in self.catalogue else generic_site(url)

    async def extract(self, page: Page, site: str) -> Article:
        """The page's article, from a worker; raises Rejected or PageFailed. A site without a definition is generic."""
        return await self.workers.process(page, site if site in self.catalogue else None)

    async def without_repeated(self, article: Article, visit: Visit) -> Article:
        """The article without the lines that its site is known to repeat; raises TooShort when too little is left."""
        if self.memory is None:
            return article
        return await self.memory.clean(article, self.site(visit.site, article.url))

    def decide(self, rights: Rights) -> Decision:
        """What may be done with a page that states such rights."""
        return decide(rights, self.opt_outs, datetime.now(UTC))

    def queued(self, visit: Visit, added: Added) -> None:
        """Count what came of queueing a link that is new to the store."""
        if added == "known":  # visited before and found to be no article, or gone
            self.report.of(visit.site, visit.section).known += not is_source(visit)
            self.links.drop(visit.url)
        else:
            self._met.add(url_key(visit.url))

    def met(self, visit: Visit, key: str) -> None:
        """Count a page that this crawl did not find itself: an earlier one left it waiting, or it is due again."""
        if key not in self._met and not is_source(visit):
            self.report.of(visit.site, visit.section).due += 1
        self._met.add(key)

    def ended(self, end: End, visit: Visit, *, failed: bool) -> None:
        """Note a page that failed; it is counted when the crawl ends, unless another try succeeds before."""
        if failed:
            self._failing[end.claim.key] = (visit, end.reason)
        else:
            self._failing.pop(end.claim.key, None)

    def take(self) -> bool:
        """Take one from the number of articles that were asked for; False when none is left."""
        if self.spent:
            return False
        if self._budget is not None:
            self._budget -= 1
        return True

    def give_back(self) -> None:
        """Return what `take` took: the article was not stored after all."""
        if self._budget is not None:
            self._budget += 1


def sites_folder(settings: BaseSettings) -> str | None:
    """The folder of the user's own sites, as the settings name it."""
    folder = settings.get("NEWSCRAWL_SITES")
    return str(folder) if folder else None


def load_catalogue(settings: BaseSettings) -> Catalogue:
    """The shipped sites and the user's own; raises SiteError for a definition that cannot be used."""
    return load(sites_folder(settings))


def _worker_count(settings: BaseSettings) -> int:
    return settings.getint("NEWSCRAWL_WORKERS") or os.cpu_count() or 1
