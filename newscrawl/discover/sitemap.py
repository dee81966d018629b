"""A sitemap in, its pages out, and of a sitemap index its sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, tzinfo

from newscrawl.discover.base import Found, Link
from newscrawl.discover.documents import decode, gunzip
from newscrawl.discover.feed import FEED_ROOTS, moment_of, plain_title, read_feed
from newscrawl.discover.links import join, same_site
from newscrawl.discover.records import DeclaresEntities, Record, read_records, root_name

MAX_UNPACKED = 50 * 1024 * 1024
"""Bytes; the sitemap protocol's own limit."""
MAX_LINKS = 50_000
_ROOTS = frozenset({"urlset", "sitemapindex"})
_KINDS = frozenset({"url", "sitemap"})
_URL_LINE = re.compile(r"https?://\S{1,2083}")


def read_sitemap(body: bytes, url: str, encoding: str | None = None, timezone: tzinfo | None = None) -> Found:
    """The pages and further sitemaps that the sitemap ``body`` at ``url`` (absolute) lists, each once, in its order.

    Reads urlset and sitemapindex with or without gzip and namespaces, Google's news tags (title and publication date),
    lists of URLs one a line, and feeds. What is not under the registered domain of ``url`` is left out as ``foreign``:
    adverts are sold in sitemaps. ``encoding`` is the HTTP header's ``charset``; ``timezone`` that of times written
    without one: when it is None, publication dates without a zone are dropped (``bad-date``), and ``lastmod`` is taken
    for UTC. Never raises; problems are ``not-a-sitemap``, ``empty``, ``declares-entities``, ``too-large``,
    ``broken-gzip``, ``too-many-links``, ``bad-link``, ``bad-date`` and ``foreign``.
    """
    data, whole = gunzip(body, MAX_UNPACKED)
    problems = [] if whole else ["too-large" if len(data) >= MAX_UNPACKED else "broken-gzip"]
    text = decode(data, encoding)
    root = root_name(text[:10_000], _ROOTS | FEED_ROOTS) or root_name(text, _ROOTS)
    if root is None:
        return _read_lines(text, url, problems)
    if root in FEED_ROOTS:
        feed = read_feed(data, url, encoding, timezone)
        return Found(links=feed.links, problems=(*problems, *feed.problems))
    try:
        records, all_read = read_records(text, _ROOTS, _KINDS, MAX_LINKS)
    except DeclaresEntities:
        return Found(problems=(*problems, "declares-entities"))
    if not all_read:
        problems.append("too-many-links")
    if not records:
        problems.append("empty")
    pages = _links((record for record in records if record.kind == "url"), url, timezone, problems)
    sitemaps = _links((record for record in records if record.kind == "sitemap"), url, timezone, problems)
    return Found(links=pages, sources=sitemaps, problems=tuple(problems))


def _links(records: Iterable[Record], base: str, timezone: tzinfo | None, problems: list[str]) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    for record in records:
        url = _own(record.text("loc") or "", base, problems)
        if url is not None and url not in links:
            links[url] = Link(
                url=url,
                title=plain_title(record.text("title")) if "publication_date" in record.fields else None,
                published_at=moment_of(record, ("publication_date",), timezone, problems),
                modified_at=moment_of(record, ("lastmod",), timezone or UTC, problems),
            )
    return tuple(links.values())


def _read_lines(text: str, base: str, problems: list[str]) -> Found:
    """A sitemap that is a plain list of URLs."""
    lines = [line.strip() for line in text[: 100 * MAX_LINKS].splitlines()]
    urls = [line for line in lines if _URL_LINE.fullmatch(line)]
    if not urls:
        return Found(problems=(*problems, "not-a-sitemap" if text.strip() else "empty"))
    if len(urls) > MAX_LINKS:
        problems.append("too-many-links")
    own = dict.fromkeys(found for line in urls[:MAX_LINKS] if (found := _own(line, base, problems)))
    return Found(links=tuple(map(Link, own)), problems=tuple(problems))


def _own(href: str, base: str, problems: list[str]) -> str | None:
    url = join(base, href.replace("&amp;", "&")) if href else None
    if url is None:
        problems.append("bad-link")
        return None
    if not same_site(url, base):
        problems.append("foreign")
        return None
    return url
