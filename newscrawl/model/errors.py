"""Everything that newscrawl raises on purpose, grouped by whose it is to mend.

::

    NewscrawlError
    ├── UsageError            the person at the keyboard: a wrong name, argument or setting (exit status 2)
    │   ├── UnknownSite
    │   └── UnknownSection
    ├── SiteError             the author of a site definition
    ├── StoreError            the operator of the store
    │   └── StoreUnreachable
    ├── DiskNearlyFull        the operator of the machine
    ├── Rejected              nobody: the page is not an article worth keeping
    │   ├── Unreadable
    │   ├── NotAnArticle
    │   │   └── NeedsJavaScript
    │   ├── TooShort
    │   └── OutsideDays
    └── PageFailed            us: the page broke its extraction and waits in quarantine
        ├── PageTimedOut
        └── PageCrashed

Every message is one sentence that names the site, URL, setting or line. All take that one sentence as their only
argument, so that they survive the way back from a worker process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class NewscrawlError(Exception):
    """The base of all of them; the command line prints its message and exits 1."""


class UsageError(NewscrawlError):
    """A command, argument or setting that cannot be meant; raised before anything is fetched."""


class UnknownSite(UsageError):
    """A site name that is not in the catalogue; the message lists the names that are."""


class UnknownSection(UsageError):
    """A section name that the site does not have; the message lists the names it has."""


class SiteError(NewscrawlError):
    """A site definition that contradicts itself; the message names file, site and field."""


class StoreError(NewscrawlError):
    """The store refused or lost something; what was acknowledged before is safe."""


class StoreUnreachable(StoreError):
    """No server answered at the store's address, or the embedded one could not be started."""


class DiskNearlyFull(NewscrawlError):
    """Too little room is left to go on without risking what is stored."""


class Rejected(NewscrawlError):
    """The page holds no article worth keeping; the crawl counts it under ``reason`` and goes on."""

    title: str | None = None
    published_at: datetime | None = None
    """Like the title what the page tells all the same, where it was read before the refusal."""

    @property
    def reason(self) -> str:
        """The name it is counted under, the same as the class: ``TooShort``."""
        return type(self).__name__


class Unreadable(Rejected):
    """The body is empty, binary, larger than the limit, or not HTML."""


class NotAnArticle(Rejected):
    """A front page, listing, tag page, gallery, video, consent wall or soft 404."""


class NeedsJavaScript(NotAnArticle):
    """The page as served is an empty shell that a browser would fill."""


class TooShort(Rejected):
    """An article's frame with less text than the site's minimum."""


class OutsideDays(Rejected):
    """An article of another day than the dated walk asked for."""


class PageFailed(NewscrawlError):
    """Extraction did not end in an article or a refusal; the page goes to quarantine."""

    @property
    def reason(self) -> str:
        """The name it is counted under, the same as the class: ``PageTimedOut``."""
        return type(self).__name__


class PageTimedOut(PageFailed):
    """Extraction took longer than its limit and its worker process was ended."""


class PageCrashed(PageFailed):
    """Extraction raised, or took its worker process down."""
