"""The store's two faces: what the crawl may ask of it, and what the queries may.

Both speak of articles in our own words; only `writer` and `reader` beside this module know how a server is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from newscrawl.model import Article, Page

Saved = Literal["new", "changed", "unchanged"]
"""What saving an article came to."""

Facet = Literal["site", "section", "day", "month", "author", "language", "tag", "story", "status"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of a URL, enough to decide whether it is worth fetching again."""

    fetched_at: datetime
    """When its text was last seen. Aware, UTC."""
    published_at: datetime | None
    modified_at: datetime | None


@dataclass(frozen=True, slots=True)
class Query:
    """Which articles are asked for; every part that is not None narrows it.

    ``since`` (inclusive) and ``until`` (exclusive) are aware moments compared with the publication time.
    """

    text: str | None = None
    """Words that must all stand in the title or the text, in any order, case and accents aside."""
    site: str | None = None
    section: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    language: str | None = None
    author: str | None = None
    """Part of a name, case aside."""
    tag: str | None = None
    place: str | None = None
    """The dateline's place, case aside."""
    story: str | None = None


RUNNING = "running"
"""The outcome of a run that has not ended, as far as is known."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl, as reported at its end."""

    id: str
    """Sorts by start: ``20241023T101100Z-1234``."""
    started_at: datetime
    ended_at: datetime | None
    """None for a run that was killed."""
    sites: tuple[str, ...]
    outcome: str
    """``running``, ``finished``, ``stopped`` (by a person), or why it ended (``store_lost``, ``killed``)."""
    healthy: bool | None
    report: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The run report as plain JSON values."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A page that broke its extraction, kept for the day when it does not."""

    page: Page
    site: str | None
    reason: str
    """``PageTimedOut`` or ``PageCrashed``."""
    message: str


class ArticleWriter(Protocol):
    """What the crawl needs. Every method is a coroutine and raises StoreUnreachable when no server answers in time."""

    async def save(self, article: Article) -> Saved:
        """Store the article under its canonical URL and return what that came to, once the server has it on disk.

        Saving the same article again is harmless. A changed text keeps the old one as a revision.
        Raises StoreError when the server refuses the document (too large, not encodable): nothing else is lost.
        """
        ...

    async def known(self, urls: Sequence[str]) -> dict[str, Known]:
        """Those of the URLs that are stored, under their own or as the canonical form of what was fetched there."""
        ...

    async def save_run(self, run: Run) -> None:
        """Insert or replace the run of that id."""
        ...

    async def quarantine(self, page: Quarantined) -> None:
        """Keep the page; the same URL again replaces it."""
        ...

    async def close(self) -> None:
        """Finish what was begun and let go of the server."""
        ...


class ArticleReader(Protocol):
    """What the queries need. Blocking; raises StoreUnreachable when no server answers in time."""

    def find(self, query: Query, limit: int | None = None, offset: int = 0) -> Iterator[Article]:
        """The articles, newest publication first, streamed."""
        ...

    def count(self, query: Query) -> int: ...

    def get(self, id_or_url: str) -> Article | None:
        """The article of that id, or fetched from or stored under that URL."""
        ...

    def counts(self, facet: Facet, query: Query) -> list[tuple[str, int]]:
        """How many articles have each value: days and months ascending (in the articles' own zone), others by count."""
        ...

    def runs(self, limit: int = 20) -> list[Run]:
        """The latest runs, newest first."""
        ...

    def quarantined(self, limit: int = 100) -> Iterable[Quarantined]: ...

    def info(self) -> Mapping[str, Any]:
        """The server's kind, version and address (without a password), and how much each collection holds."""
        ...

    def close(self) -> None: ...
