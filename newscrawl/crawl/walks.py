"""Walks through the pages of a listing: whether the next one is worth asking for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from newscrawl.crawl.visit import Visit
from newscrawl.discover import Link
from newscrawl.model.urls import url_key

_BARREN_PAGES = 2
"""A page without a link that earlier pages lacked may be a coincidence of their margins once, not twice."""


class Walks:
    """What the walks of one crawl have met so far; a walk is named by the URL of its first page."""

    def __init__(self) -> None:
        self._met: dict[str, set[str]] = {}
        self._barren: Counter[str] = Counter()

    def fresh(self, visit: Visit, links: Iterable[Link]) -> dict[str, str]:
        """The URLs, by key, of the page's links that no earlier page of its walk had."""
        met = self._met.setdefault(walk_of(visit), set())
        fresh = {key: link.url for link in links if (key := url_key(link.url)) not in met}
        met.update(fresh)
        return fresh

    def may_follow_barren(self, visit: Visit) -> bool:
        """Whether the walk may go on after a page that had nothing of its own."""
        self._barren[walk_of(visit)] += 1
        return self._barren[walk_of(visit)] < _BARREN_PAGES


def further(visit: Visit, url: str) -> Visit:
    """The visit of the page at ``url`` that follows in the walk."""
    return replace(visit, url=url, page=visit.page + 1, walk=walk_of(visit))


def walk_of(visit: Visit) -> str:
    """The URL of the first page of the walk that the visit belongs to."""
    return visit.walk or visit.url
