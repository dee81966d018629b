"""A feed in, its entries out: RSS of every version and Atom.

Not read with feedparser, on purpose: it takes a time without a zone, and ``WIB``, for UTC, and its fallback for broken
XML takes time quadratic in one tag's attributes (400 kB: half a minute), in the process that crawls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from html import unescape
from urllib.parse import urlsplit

from newscrawl.discover.base import Found, Link
from newscrawl.discover.documents import MAX_BYTES, decode
from newscrawl.discover.links import join, key
from newscrawl.discover.moments import read_moment
from newscrawl.discover.records import DeclaresEntities, Record, is_truncated, read_records, root_name

MAX_ENTRIES = 1_000
FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_ENTRIES = frozenset({"item", "entry"})
_PUBLISHED = ("pubdate", "published", "issued", "created", "date")
_MODIFIED = ("updated", "modified")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>|<!--[^<>]{0,1000}-->")
_LONGEST_TITLE = 500


def read_feed(body: bytes, url: str, encoding: str | None = None, timezone: tzinfo | None = None) -> Found:
    """The entries of the RSS or Atom feed ``body`` that stood at ``url`` (absolute), each URL once, in its order.

    ``encoding`` is the HTTP header's ``charset``; ``timezone`` that of times written without one, which are dropped
    (``bad-date``) when it is None. Never raises; problems are ``not-a-feed``, ``empty``, ``declares-entities``,
    ``too-large``, ``truncated``, ``too-many-links``, ``bad-link``, ``home-link`` (entries that lead to a home page) and
    ``bad-date``.
    """
    problems = ["too-large"] if len(body) > MAX_BYTES else []
    text = decode(body[:MAX_BYTES], encoding)
    if root_name(text, FEED_ROOTS) is None:
        return Found(problems=(*problems, "not-a-feed" if text.strip() else "empty"))
    try:
        records, whole = read_records(text, FEED_ROOTS, _ENTRIES, MAX_ENTRIES)
    except DeclaresEntities:
        return Found(problems=(*problems, "declares-entities"))
    if not whole:
        problems.append("too-many-links")
    elif len(body) <= MAX_BYTES and is_truncated(text, FEED_ROOTS):
        problems.append("truncated")
        records = records[:-1]  # its link may be cut short
    links = _links(records, url, timezone, problems)
    if not records:
        problems.append("empty")
    return Found(links=tuple(links), problems=tuple(problems))


def _links(records: Iterable[Record], base: str, timezone: tzinfo | None, problems: list[str]) -> list[Link]:
    links: dict[str, Link] = {}
    for record in records:
        href = _href(record)
        url = join(base, href) if href else None
        if url is None:
            problems.append("bad-link")
        elif urlsplit(url).path in {"", "/"} and not urlsplit(url).query:
            problems.append("home-link")  # tribunnews: every entry leads to the front page
        else:
            link = Link(
                url=url,
                title=plain_title(record.text("title")),
                published_at=moment_of(record, _PUBLISHED, timezone, problems),
                modified_at=moment_of(record, _MODIFIED, timezone, problems),
            )
            links.setdefault(key(url), link)
    return list(links.values())


def _href(record: Record) -> str | None:
    """Where an entry leads: the original link rather than a feed service's, the page rather than its enclosures."""
    original = record.text("origlink")
    if original:
        return original
    for rel in ("alternate", ""):
        for field in record.fields.get("link", ()):
            href = field.attributes.get("href") or (field.text.strip() if not rel else "")
            if href and field.attributes.get("rel", rel) == rel:
                return _unamp(href)
    return _permanent_id(record) or record.attributes.get("about")


def _permanent_id(record: Record) -> str | None:
    for name in ("guid", "id"):
        for field in record.fields.get(name, ()):
            text = field.text.strip()
            if text.startswith(("http://", "https://")) and field.attributes.get("ispermalink") != "false":
                return _unamp(text)
    return None


def moment_of(record: Record, names: tuple[str, ...], naive: tzinfo | None, problems: list[str]) -> datetime | None:
    """The first of the record's dates under ``names``; counts it as ``bad-date`` when it cannot be read."""
    text = record.text(*names)
    moment = read_moment(text, naive) if text else None
    if text and moment is None:
        problems.append("bad-date")
    return moment


def plain_title(text: str | None) -> str | None:
    """The title without HTML, escaped or not; None when nothing is left."""
    if text is None:
        return None
    return " ".join(unescape(_TAG.sub("", text[: 4 * _LONGEST_TITLE])).split())[:_LONGEST_TITLE] or None


def _unamp(url: str) -> str:
    return url.replace("&amp;", "&")
