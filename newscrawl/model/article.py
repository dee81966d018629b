"""An article: what a reader wants from a news page, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from newscrawl.model.rights import Rights
from newscrawl.model.urls import url_key
from newscrawl.model.words import count_words


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was filed and for whom: ``REPUBLIKA.CO.ID, TEHERAN --``."""

    source: str | None = None
    """The brand as printed."""
    place: str | None = None
    """The place as printed."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the story, as the page names it."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A link to another story that the page recommends."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, frozen; a stage returns ``dataclasses.replace(article, …)``.

    Times are aware: publication times in the site's own zone where it is known, else with the offset that was written.
    """

    url: str
    """As fetched."""
    canonical_url: str
    """The one form under which it is stored."""
    fetched_at: datetime
    title: str
    paragraphs: tuple[str, ...] = field(repr=False)
    """The words of the story in order, without title, dateline, captions, bylines and furniture."""
    site: str | None = None
    section: str | None = None
    subtitle: str | None = field(default=None, repr=False)
    authors: tuple[str, ...] = ()
    """The people who wrote it, neither the editor nor the brand."""
    editors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    date_raw: str | None = None
    """The string that ``published_at`` was read from."""
    dateline: Dateline | None = None
    language: str | None = None
    """ISO 639-1."""
    tags: tuple[str, ...] = field(default=(), repr=False)
    images: tuple[Image, ...] = field(default=(), repr=False)
    related: tuple[RelatedLink, ...] = field(default=(), repr=False)
    pages_total: int | None = None
    next_page_url: str | None = None
    is_accessible_for_free: bool | None = None
    story_id: str | None = None
    rights: Rights = field(default=Rights(), repr=False)
    provenance: Mapping[str, str] = field(default_factory=dict, repr=False)
    """For each field, where it was read: ``{"title": "json-ld headline"}``."""
    first_seen_at: datetime | None = None
    """From the store, like the next two."""
    last_seen_at: datetime | None = None
    revisions: int | None = None
    """How many texts of it the store holds, the present one included."""

    @property
    def id(self) -> str:
        """The store's key: a hash of the canonical URL."""
        return url_key(self.canonical_url)

    @property
    def text(self) -> str:
        """The paragraphs joined by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def word_count(self) -> int:
        """Of the text; of languages that put no space between words, two characters count as one."""
        return count_words(self.text)

    @property
    def content_hash(self) -> str:
        """Changes when a reader would see other words: title, subtitle or text, white space apart."""
        return hash_of(self.title, self.subtitle or "", *self.paragraphs)


def hash_of(*parts: str) -> str:
    """The content hash of a title, subtitle and paragraphs."""
    words = "\n".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def to_json(article: Article) -> dict[str, Any]:
    """The article as INTERFACE.md's JSON object: keys in its order, times as ISO 8601 strings."""
    return {
        "id": article.id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "site": article.site,
        "section": article.section,
        "title": article.title,
        "subtitle": article.subtitle,
        "text": article.text,
        "paragraphs": list(article.paragraphs),
        "authors": list(article.authors),
        "editors": list(article.editors),
        "published_at": _iso(article.published_at),
        "modified_at": _iso(article.modified_at),
        "fetched_at": _iso(article.fetched_at),
        "date_raw": article.date_raw,
        "dateline": asdict(article.dateline) if article.dateline else None,
        "language": article.language,
        "tags": list(article.tags),
        "images": [asdict(image) for image in article.images],
        "related": [asdict(link) for link in article.related],
        "pages_total": article.pages_total,
        "next_page_url": article.next_page_url,
        "is_accessible_for_free": article.is_accessible_for_free,
        "word_count": article.word_count,
        "content_hash": article.content_hash,
        "story_id": article.story_id,
        "is_article": True,
        "rights": asdict(article.rights),
        "provenance": dict(article.provenance),
        "first_seen_at": _iso(article.first_seen_at),
        "last_seen_at": _iso(article.last_seen_at),
        "revisions": article.revisions,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
