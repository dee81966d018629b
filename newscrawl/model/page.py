"""A page as it was fetched, before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.model.rights import PRODUCT


@dataclass(frozen=True, slots=True)
class Discovered:
    """What the feed, sitemap or listing said of a page before it was fetched."""

    source: str | None = None
    """URL of the feed, sitemap or listing."""
    title: str | None = None
    published_at: datetime | None = None
    """Aware."""
    modified_at: datetime | None = None
    """Aware; a sitemap's ``lastmod``."""
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One response: the bytes and what the server and our discovery said of them.

    Raises ``ValueError`` when ``fetched_at`` has no time zone.
    """

    url: str
    """After redirects."""
    body: bytes = field(repr=False)
    """Decompressed, not decoded."""
    fetched_at: datetime
    """Aware."""
    content_type: str | None = None
    """The ``Content-Type`` header without its parameters: ``text/html``."""
    encoding: str | None = None
    """The ``charset`` of the ``Content-Type`` header."""
    robots_tags: tuple[str, ...] = ()
    """The values of ``X-Robots-Tag``."""
    tdm_reservation: str | None = None
    """The value of the ``tdm-reservation`` header."""
    discovered: Discovered = Discovered()
    product: str = PRODUCT
    """The name under which it was asked for: the user agent's product, in lower case."""

    def __post_init__(self) -> None:
        if self.fetched_at.tzinfo is None:
            message = f"{self.url}: fetched_at has no time zone"
            raise ValueError(message)
