"""Articles as documents and back: the one place that knows how a field is stored.

A publication time is kept as the moment in UTC, to the millisecond as MongoDB has it, with the zone and offset it was
read with: ``published_at``, ``published_at_offset`` (seconds), ``published_at_zone``. Other times are UTC.
Strings lose what no database or terminal agrees on: NULs go, a lone surrogate becomes ``?``.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.model import Article, Dateline, Image, RelatedLink, Rights
from newscrawl.model.article import hash_of
from newscrawl.model.errors import StoreError
from newscrawl.model.urls import url_key

VERSION = 1
"""Of the documents' schema."""

Document = dict[str, Any]

_PLAIN = (
    "url", "canonical_url", "title", "site", "section", "subtitle", "date_raw", "language", "pages_total",
    "next_page_url", "is_accessible_for_free", "story_id",
)  # fmt: skip
_LISTS = ("paragraphs", "authors", "editors", "tags")
_ZONED = ("published_at", "modified_at")
_NAMES = {part: tuple(field.name for field in fields(part)) for part in (Dateline, Image, RelatedLink, Rights)}
_MAX_KEYS = 64
"""A page with ten thousand tags does not get as many index entries."""
MAX_KEY = 100


def to_document(article: Article) -> Document:
    """The article with everything it is found by. Raises StoreError when it cannot be stored at all."""
    try:
        document = _fields(article)
        document["_id"] = url_key(document["canonical_url"])
        document["urls"] = sorted({document["_id"], url_key(document["url"])})
        first, last = article.first_seen_at or article.fetched_at, article.last_seen_at or article.fetched_at
        document["first_seen_at"], document["last_seen_at"] = _utc(first), _utc(last)
        document |= derived(document)
    except (ValueError, OverflowError) as error:
        message = f"{article.canonical_url[:300]!r} cannot be stored: {error}"
        raise StoreError(message) from error
    document["content_hash"] = hash_of(document["title"], document["subtitle"] or "", *document["paragraphs"])
    return document


def _fields(article: Article) -> Document:
    document: Document = {"v": VERSION, "status": "live"}
    for name in _PLAIN:
        document[name] = clean(getattr(article, name))
    for name in _LISTS:
        document[name] = [clean(value) for value in getattr(article, name)]
    for name in _ZONED:
        document |= _zoned(name, getattr(article, name))
    document["fetched_at"] = _utc(article.fetched_at)
    document["dateline"] = _part(article.dateline) if article.dateline else None
    document["images"] = [_part(image) for image in article.images]
    document["related"] = [_part(link) for link in article.related]
    document["rights"] = _part(article.rights)
    document["provenance"] = {_safe_key(key): clean(value) for key, value in article.provenance.items()}
    document["revisions"] = article.revisions or 1
    return document


def derived(document: Mapping[str, Any]) -> Document:
    """What an article is found by, computed from its other fields.

    ``at`` orders it (publication, else when it was first seen), ``day`` is its day in its own zone, ``keys`` hold one
    string for each value it is filtered by, ``search`` its words, folded, each between blanks.
    """
    published = document["published_at"]
    offset = timedelta(seconds=document["published_at_offset"] or 0)
    return {
        "at": published or document["first_seen_at"],
        "day": (published + offset).isoformat()[:10] if published else None,
        "keys": _facet_keys(document),
        "search": " ".join(["", *words(_all_text(document)), ""]),
    }


def to_article(document: Mapping[str, Any]) -> Article:
    """The article of a document, as it was stored."""
    values: dict[str, Any] = {name: document.get(name) for name in _PLAIN}
    values |= {name: tuple(document.get(name) or ()) for name in _LISTS}
    values |= {name: _from_zoned(name, document) for name in _ZONED}
    dateline = document.get("dateline")
    return Article(
        **values,
        fetched_at=document["fetched_at"],
        dateline=Dateline(**dateline) if dateline else None,
        images=tuple(Image(**image) for image in document.get("images") or ()),
        related=tuple(RelatedLink(**link) for link in document.get("related") or ()),
        rights=Rights(**(document.get("rights") or {})),
        provenance={_plain_key(key): value for key, value in (document.get("provenance") or {}).items()},
        first_seen_at=document.get("first_seen_at"),
        last_seen_at=document.get("last_seen_at"),
        revisions=document.get("revisions"),
    )


def facet_key(facet: str, value: str) -> str:
    """The string by which articles with this value are found: case and accents aside."""
    return f"{facet}:{' '.join(words(value)) or fold(clean(value))}"[:MAX_KEY]


def fold(text: str) -> str:
    """The text without case and accents, so that ``CAFÉ`` and ``cafe`` are the same."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    for mark in filter(unicodedata.combining, set(plain)):  # few in any text: asking each character takes longer
        plain = plain.replace(mark, "")
    return unicodedata.normalize("NFC", plain).casefold()


def words(text: str) -> list[str]:
    """The words of a text in order, folded."""
    return re.findall(r"\w+", fold(text))


def _facet_keys(document: Mapping[str, Any]) -> list[str]:
    dateline = document["dateline"] or {}
    single = (
        ("site", document["site"]),
        ("section", document["section"]),
        ("language", document["language"]),
        ("story", document["story_id"]),
        ("place", dateline.get("place")),
    )
    keys = [facet_key(facet, value) for facet, value in single if value]
    keys += [facet_key("author", name) for name in document["authors"][:_MAX_KEYS]]
    keys += [facet_key("tag", tag) for tag in document["tags"][:_MAX_KEYS]]
    return list(dict.fromkeys(keys))


def _all_text(document: Mapping[str, Any]) -> str:
    return "\n".join([document["title"], document["subtitle"] or "", *document["paragraphs"]])


def clean(value: Any) -> Any:
    """A string without NULs and lone surrogates; anything else as it is."""
    if not isinstance(value, str) or (value.isascii() and "\0" not in value):
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        value = value.encode("utf-8", "replace").decode()
    return value.replace("\0", "")


def _part(part: Dateline | Image | RelatedLink | Rights) -> Document:
    return {name: clean(getattr(part, name)) for name in _NAMES[type(part)]}


def _safe_key(key: str) -> str:
    # MongoDB reads a dot as a path and a leading $ as an operator, and has no NUL in names.
    return re.sub(r"[%.$]", lambda match: f"%{ord(match[0]):02X}", clean(key)) or "%"


def _plain_key(key: str) -> str:
    return "" if key == "%" else re.sub(r"%(25|2E|24)", lambda match: chr(int(match[1], 16)), key)


def _zoned(name: str, moment: datetime | None) -> Document:
    offset = moment.utcoffset() if moment else None
    zone = moment.tzinfo.key if moment and isinstance(moment.tzinfo, ZoneInfo) else None
    seconds = None if offset is None else round(offset.total_seconds())
    return {name: _utc(moment), f"{name}_offset": seconds, f"{name}_zone": zone}


def _from_zoned(name: str, document: Mapping[str, Any]) -> datetime | None:
    moment: datetime | None = document.get(name)
    if moment is None:
        return None
    offset = timedelta(seconds=document.get(f"{name}_offset") or 0)
    for zone in _zones(document.get(f"{name}_zone"), offset):
        local = moment.astimezone(zone)
        if local.utcoffset() == offset:
            return local
    return moment


def _zones(name: str | None, offset: timedelta) -> Iterable[tzinfo]:
    # A zone's rules may have changed since, or differ here: the offset that was stored is what the page said.
    if name:
        with contextlib.suppress(ZoneInfoNotFoundError, ValueError):
            yield ZoneInfo(name)
    yield UTC if not offset else timezone(offset)


def _utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        message = "a time has no time zone"
        raise ValueError(message)
    utc = moment.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)
