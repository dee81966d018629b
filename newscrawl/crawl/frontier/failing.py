"""What the spider's errback does with a visit that came to no page: followed, put off, or counted."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy import Request

from newscrawl.crawl.ending import lose_store
from newscrawl.crawl.failures import count_error, reason_of
from newscrawl.crawl.frontier.leases import META, Lease
from newscrawl.crawl.frontier.outcomes import LOST, SOURCES, Outcome
from newscrawl.crawl.frontier.reception import Moved, NotModified, outcome_of
from newscrawl.crawl.frontier.scheduler import FrontierScheduler, scheduler_of
from newscrawl.crawl.links import has_canonical_form
from newscrawl.crawl.refusals import RobotsRefused, RobotsUnavailable
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import visit_of
from newscrawl.model.errors import StoreError
from newscrawl.model.urls import url_key

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_HOPS = "hops"


async def failed(crawler: Crawler, request: Request, error: BaseException) -> AsyncIterator[Request]:
    """Note what became of the request; yields where a page has moved to when that is the same row's."""
    session = CrawlSession.of(crawler)
    lease: Lease | None = request.meta.get(META)
    if lease is None:
        count_error(visit_of(request), error, request.url, session.report)
        return
    scheduler = scheduler_of(crawler)
    scheduler.hand.leave_downloader(lease)
    try:
        if isinstance(error, Moved):
            again = await _follow(scheduler, request, lease, error)
            if again is not None:
                lease.hold()
                yield again
        else:
            await _note(scheduler, request, lease, error)
    except StoreError as lost:
        lease.say(LOST)
        lose_store(crawler, lost)
    finally:
        if not lease.came:
            lease.let_go()


async def _follow(scheduler: FrontierScheduler, request: Request, lease: Lease, moved: Moved) -> Request | None:
    """Queue the page's other URL; the same request again when it is the same page under another spelling."""
    session, visit = scheduler.session, visit_of(request)
    target = moved.target
    site = session.site(visit.site, visit.url)
    hops = max(visit.hops, request.meta.get(_HOPS, 0)) + 1
    if hops > scheduler.crawler.settings.getint("REDIRECT_MAX_TIMES"):
        reason = "too many redirects"
    elif not has_canonical_form(target):
        reason = "moved to what is no web address"
    elif not site.owns(target):
        reason = "off-site"
    elif url_key(target) == lease.claim.key:
        return request.replace(url=target, meta={**request.meta, _HOPS: hops})
    else:
        # What was due was the page, wherever it is now.
        due = visit.kind in SOURCES or lease.claim.visits > 0
        meta = {"visit": replace(visit, url=target, hops=hops), "renew": due}
        await scheduler.add([request.replace(url=target, meta=meta)])
        lease.say(outcome_of(moved, request.url))
        return None
    lease.say(Outcome("failed", reason, moved.status, final=True))
    return None


async def _note(scheduler: FrontierScheduler, request: Request, lease: Lease, error: BaseException) -> None:
    session, visit = scheduler.session, visit_of(request)
    section = session.report.of(visit.site, visit.section)
    outcome = outcome_of(error, request.url)
    lease.say(outcome)
    if isinstance(error, NotModified):
        if visit.kind in SOURCES:
            section.unchanged_sources += 1
        else:
            section.saved["unchanged"] += 1
            await session.writer.seen(visit.url)
    elif isinstance(error, (RobotsRefused, RobotsUnavailable)):
        count_error(visit, error, request.url, session.report)
    elif outcome.kind == "failed":
        if not lease.came and not outcome.final:
            scheduler.unanswered(lease, outcome.reason)
        logger.info("%s did not come: %s", request.url, reason_of(error, request.url))
