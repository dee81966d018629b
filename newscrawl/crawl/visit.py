"""Why a URL is fetched: what a request carries with it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from scrapy import Request
from scrapy.http import Response

from newscrawl.model import Discovered
from newscrawl.sites import Site

Kind = Literal["feed", "sitemap", "listing", "archive", "article", "any"]


@dataclass(frozen=True, slots=True)
class Visit:
    """One URL's errand."""

    url: str
    kind: Kind
    site: str
    """The site's name in the catalogue; of a URL without a definition, its registered domain."""
    section: str
    """The section it is counted under; ``archive`` for dated walks, the start URL for ``any``."""
    discovered: Discovered = field(default_factory=Discovered)
    walk: str = ""
    """Of listings and archives: the URL of the first page; empty on the first page itself."""
    page: int = 0
    """Of listings and archives: which page of the walk, from 0."""
    day: str | None = None
    """Of archives: the day, ISO 8601."""
    depth: int = 0
    """How many links, or sitemap indexes, lie between it and its seed."""
    hops: int = 0
    """How many redirects to other pages led to it."""


def slot_meta(site: Site) -> dict[str, Any]:
    """The meta by which a request keeps to its site's own delay.

    All hosts of the site share a download slot of its name, whose delay the add-on has set.
    """
    if site.delay is None:
        return {}
    return {"download_slot": site.name}


def visit_of(request: Request) -> Visit:
    """The errand a request was made for."""
    visit = request.meta["visit"]
    assert isinstance(visit, Visit)
    return visit


def visit_behind(response: Response) -> Visit:
    """The errand that a response answers."""
    assert response.request is not None
    return visit_of(response.request)
