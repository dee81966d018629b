"""What a response or an error is to the row that it answers: a page for the spider, or an outcome of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.response import get_meta_refresh

from newscrawl.crawl.failures import reason_of
from newscrawl.crawl.frontier.leases import Lease
from newscrawl.crawl.frontier.outcomes import Outcome
from newscrawl.crawl.guard import NotPublic
from newscrawl.crawl.refusals import RobotsRefused, RobotsUnavailable
from newscrawl.crawl.retry_after import seconds_of
from newscrawl.store.queue import Validators

if TYPE_CHECKING:
    from newscrawl.crawl.session import CrawlSession

MOVED = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429}) | frozenset(range(500, 600))
"""Statuses that another try may change."""
_REFRESH = 10.0
"""A page that asks to be replaced within so many seconds is a redirect; a slower one reloads itself."""
_LONGEST_HEADER = 1_000


class NotModified(Exception):
    """The page is what it was at the last visit."""


class Moved(Exception):
    """The page is at another URL."""

    def __init__(self, target: str, status: int) -> None:
        super().__init__(f"moved to {target}")
        self.target = target
        self.status = status


def check(response: Response, lease: Lease, session: CrawlSession) -> None:
    """Raise NotModified, Moved or HttpError for a response that the spider is not to read.

    The lease holds the response's validators already, with the body's hash when it is a source's.
    """
    if response.status == 304:
        raise NotModified
    if response.status in MOVED:
        location = response.headers.get("Location")
        if location is None:
            raise HttpError(response, "a redirect without a target")
        asked = response.url  # a Location is relative to what was asked for, whatever base the body names
        raise Moved(urljoin(asked, location.decode("utf-8", "replace")), response.status)
    if response.status != 200:
        raise HttpError(response)
    refresh = _refresh_of(response)
    if refresh is not None and session.links.first_time(refresh):
        raise Moved(refresh, response.status)
    known = lease.claim.validators.body_hash
    if known and not session.options.full and lease.validators is not None and known == lease.validators.body_hash:
        raise NotModified


def outcome_of(error: BaseException, url: str) -> Outcome:
    """The outcome of a visit that came to no page."""
    reason = reason_of(error, url)
    if isinstance(error, NotModified):
        return Outcome("same", changed=False, status=304)
    if isinstance(error, Moved):
        return Outcome("moved", str(error)[:300], error.status)
    if isinstance(error, RobotsUnavailable):
        return Outcome("refused", str(error), seconds=error.retry_after)
    if isinstance(error, RobotsRefused):
        return Outcome("refused", str(error))
    if isinstance(error, HttpError):
        status = error.response.status
        after = error.response.headers.get("Retry-After")
        asked = seconds_of(after.decode("latin-1")) if after else None
        return Outcome("failed", reason, status, final=status not in _PASSING, seconds=asked)
    return Outcome("failed", reason, final=isinstance(error, (NotPublic, IgnoreRequest)))


def validators_of(response: Response, *, hashed: bool) -> Validators:
    """What the response says that makes the next request conditional."""
    return Validators(
        _header(response, "ETag"), _header(response, "Last-Modified"), body_hash(response) if hashed else None
    )


def body_hash(response: Response) -> str:
    """A fingerprint of the body."""
    return hashlib.blake2b(response.body, digest_size=16).hexdigest()


def _refresh_of(response: Response) -> str | None:
    """Where the page sends a browser at once; None for a page that stays."""
    head = response.body[:4096].lower()  # most pages say nothing of it, and need not be decoded for that
    if b"http-equiv" not in head or b"refresh" not in head or not isinstance(response, TextResponse):
        return None
    seconds, target = get_meta_refresh(response)
    if seconds is None or target is None or seconds > _REFRESH or target == response.url:
        return None
    return target


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value and len(value) <= _LONGEST_HEADER else None
