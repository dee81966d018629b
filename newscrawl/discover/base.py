"""What every reader of a source returns: links with what was said of them, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Link:
    """A URL that a source announces."""

    url: str
    """Absolute, http or https, as the source writes it (not canonical)."""
    title: str | None = None
    published_at: datetime | None = None
    """Aware."""
    modified_at: datetime | None = None
    """Aware; a sitemap's ``lastmod``, a feed's ``updated``."""
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a source held. A broken source gives what could be read and says in ``problems`` what could not."""

    links: tuple[Link, ...] = ()
    """Candidates for articles, in the source's order, each URL once."""
    sources: tuple[Link, ...] = ()
    """Further sources of the same kind: the sitemaps of a sitemap index, each with its ``lastmod``."""
    next_page: str | None = None
    """The listing's next page."""
    metas: tuple[tuple[str, str], ...] = ()
    """The listing's metas: the name, in lower case, and the content of each."""
    problems: tuple[str, ...] = ()
    """Short reasons, one for every occurrence, so that ``Counter(problems)`` counts them.

    ``not-a-feed``, ``not-a-sitemap``, ``empty``, ``declares-entities``, ``broken-gzip``, ``truncated`` (the end is
    missing), ``too-large`` and ``too-many-links`` (the rest was left), ``bad-link``, ``bad-date``, ``foreign`` (a link
    to another site), ``home-link`` (an entry that leads to a home page), ``nofollow`` (the page asks not to follow its
    links).
    """
