"""Which lines the sites of a crawl repeat: learned from their articles, and kept between crawls."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from newscrawl.model.article import Article
from newscrawl.model.errors import StoreError
from newscrawl.process.length import require_length
from newscrawl.process.repeated import RepeatedLines, without_repeated
from newscrawl.sites.base import Site

logger = logging.getLogger(__name__)

_SAVED_EVERY = 50
"""Articles of a site that are learned from before the store is told."""
_MOST_SITES = 50
"""Sites that are remembered at once, at about half a megabyte each; the others wait in the store."""
_ATTEMPTS = 5
"""At writing what another crawl of the same site writes at the same time."""


class Shelf(Protocol):
    """Where states are kept, as `newscrawl.store.learned` keeps them. Raises StoreError."""

    async def load(self, site: str) -> tuple[Mapping[str, Any], int]:
        """The site's state and its revision; an empty one and 0 when there is none."""
        ...

    async def replace(self, site: str, state: Mapping[str, Any], revision: int) -> bool:
        """Write the state over that revision; False when another was written since."""
        ...


@dataclass(slots=True)
class _Site:
    lines: RepeatedLines = field(default_factory=RepeatedLines)
    revision: int | None = None
    """Of the state that the lines were read from; None when it could not be read."""
    unsaved: list[Article] = field(default_factory=list)


class SiteMemory:
    """Learns from every article which lines its site repeats, and takes them out of it. Used in one event loop.

    A store that does not answer stops nobody: what was learned waits for the next time.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._sites: OrderedDict[str, _Site] = OrderedDict()
        self._turn = asyncio.Lock()
        self.left_out: Counter[str] = Counter()
        """How many lines were taken out of each site's articles."""

    async def clean(self, article: Article, site: Site) -> Article:
        """The article without the lines that its site is known to repeat, after learning from it.

        Raises TooShort when too little is left.
        """
        async with self._turn:
            known = await self._of(site.name)
            known.lines.observe(article)
            known.unsaved.append(article)
            if len(known.unsaved) >= _SAVED_EVERY:
                await self._save(site.name, known)
        cleaned = without_repeated(article, known.lines)
        if cleaned is article:
            return article
        self.left_out[site.name] += len(article.paragraphs) - len(cleaned.paragraphs)
        return require_length(cleaned, site)

    async def save(self) -> None:
        """Write what was learned since the last time; at the end of a crawl."""
        async with self._turn:
            for site, known in self._sites.items():
                await self._save(site, known)

    async def _of(self, site: str) -> _Site:
        if site not in self._sites:
            if len(self._sites) >= _MOST_SITES:
                await self._save(*self._sites.popitem(last=False))
            self._sites[site] = await self._load(site)
        self._sites.move_to_end(site)
        return self._sites[site]

    async def _load(self, site: str) -> _Site:
        try:
            state, revision = await self._shelf.load(site)
        except StoreError as error:
            logger.warning("what was learned of %s could not be read: %s", site, error)
            return _Site()
        return _Site(RepeatedLines.from_json(state), revision)

    async def _save(self, site: str, known: _Site) -> None:
        """Write what is unsaved; what cannot be written is known until the crawl ends, and to no other."""
        articles, known.unsaved = known.unsaved, []
        try:
            if articles:
                await self._write(site, known, articles)
        except StoreError as error:
            logger.warning("what was learned of %s could not be written: %s", site, error)

    async def _write(self, site: str, known: _Site, articles: list[Article]) -> None:
        """Write the lines; when another crawl has written since, what it knows with these articles added to it."""
        for _ in range(_ATTEMPTS):
            revision = known.revision
            if revision is not None and await self._shelf.replace(site, known.lines.to_json(), revision):
                known.revision = revision + 1
                return
            state, known.revision = await self._shelf.load(site)
            known.lines = RepeatedLines.from_json(state)
            for article in articles:
                known.lines.observe(article)
