"""Pages that did not come: refused by robots.txt, failed by status, or broken on the way."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectError

from newscrawl.crawl.guard import GuardedResolver, NotPublic
from newscrawl.crawl.refusals import RobotsRefused, RobotsUnavailable
from newscrawl.crawl.report import RunReport
from newscrawl.crawl.visit import Visit

DOWNLOAD_ERRORS = (
    CannotResolveHostError,
    ConnectError,  # no road leads to the host: Scrapy has no name of its own for it
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotSupported,
    OSError,  # a body that cannot be decompressed
    PlaywrightError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
"""What a download can come to besides a response and a refusal of ours."""

_WORDS = {
    CannotResolveHostError: "unknown host",
    ConnectError: "unreachable",
    DownloadCancelledError: "too large",
    DownloadConnectionRefusedError: "connection refused",
    DownloadFailedError: "broken off",
    DownloadTimeoutError: "timed out",
    ResponseDataLossError: "broken off",
    PlaywrightError: "browser failed",
}


def count_error(visit: Visit, error: BaseException, url: str, report: RunReport) -> None:
    """Count the failed visit in its section: a page under its status or error, a source under the sources."""
    if isinstance(error, RobotsRefused):
        report.of(visit.site, visit.section).refused[f"robots.txt: {error.rule}"] += 1
    else:
        count_reason(visit, reason_of(error, url), report)


def count_reason(visit: Visit, reason: str, report: RunReport) -> None:
    """Count a visit that came to nothing."""
    section = report.of(visit.site, visit.section)
    counts = section.source_failures if is_source(visit) else section.failed
    counts[reason] += 1


def is_source(visit: Visit) -> bool:
    """Whether the URL was to announce articles rather than be one; the page that ``any`` begins with is both."""
    return visit.kind != "article" and not (visit.kind == "any" and visit.depth)


def reason_of(error: BaseException, url: str = "") -> str:
    """The few words a failure is counted under: ``404``, ``timed out``, ``not a public address``."""
    if isinstance(error, HttpError):
        return str(error.response.status)
    if isinstance(error, NotPublic) or urlsplit(url).hostname in GuardedResolver.refused:
        return "not a public address"
    if isinstance(error, RobotsUnavailable):
        return f"no robots.txt: {error.reason}"
    if isinstance(error, IgnoreRequest) and "MAXSIZE" in str(error):  # found out while decompressing
        return "too large"
    if isinstance(error, IgnoreRequest):
        return "off-site" if "offsite" in str(error) else str(error)[:60] or "ignored"
    words = (text for kind, text in _WORDS.items() if isinstance(error, kind))
    return next(words, type(error).__name__)
