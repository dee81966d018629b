"""The pages of an article that it links to by their bare numbers, whatever form the publisher's addresses have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.tree import Document
from newscrawl.model.urls import canonical

MOST_PAGES = 60
_ENDING = re.compile(r"\.(?:[sp]?html?|php|aspx?|jsp)$", re.IGNORECASE)
_SUFFIX = r"(?:[-_/,.]|[-_/](?:[a-z]{1,7})[-_/]?)(?P<number>\d{1,3})"
"""A number, or a short word and a number: ``-2``, ``_2``, ``/2``, ``/seite-2``, ``-page2``, ``/hal/2``."""
_IS_SUFFIX = re.compile(_SUFFIX, re.IGNORECASE)
_HAS_SUFFIX = re.compile(rf"(?P<base>/.{{0,400}}[^/])(?:{_SUFFIX})", re.IGNORECASE)
_SLUG = re.compile(r"[^\W\d_]{4}|\d{4}")
"""What an article's own part of an address has at least, and a page number has not."""
_DIGIT = re.compile(r"\d")
_LONGEST_LINK = 1_000
_MOST_LINKS = 200


class Numbered(NamedTuple):
    """What the links of one article's pages tell."""

    current: int
    """The number of this page."""
    pages: dict[int, str]
    """The canonical addresses of others."""
    is_by_address: bool
    """Whether the numbers stand in the addresses as well."""


def numbered_pages(document: Document, links: Iterable[tuple[HtmlElement, str]]) -> Numbered | None:
    """The pages of this article that are linked by their numbers; None where there are none.

    ``links`` are those that may lead to them.
    """
    own = canonical(document.url)
    linked = list(_bare_numbers(document, links))
    if not linked:
        return None
    return _on_first(own, linked) or _on_later(own, linked)


def follows(own: str, form: str, number: int) -> bool:
    """Whether an address is that of an article's first page with a page's number put in."""
    return _number_behind(own, _base(own), form) == number


def _bare_numbers(document: Document, links: Iterable[tuple[HtmlElement, str]]) -> Iterator[tuple[int, str]]:
    """The numbers that are links, each with the canonical address that it leads to."""
    left = _MOST_LINKS
    for anchor, href in links:
        number = _number_of(anchor) if len(href) <= _LONGEST_LINK else None
        if number is None:
            continue
        left -= 1
        url = document.absolute(href)
        try:
            form = canonical(url) if url else None
        except ValueError:
            continue
        if form:
            yield number, form
        if not left:
            return


def _number_of(anchor: HtmlElement) -> int | None:
    """The number that is all of a link's text; most links have other letters or no digit, which is quick to see."""
    text = (anchor.text or "").strip()
    if text and not text.isdecimal():
        return None
    if len(anchor):
        text = text_of(anchor, 10) if _DIGIT.search(anchor.text_content()) else ""
    return int(text) if text.isdecimal() and len(text) <= 2 and 0 < int(text) < MOST_PAGES else None


def _on_first(own: str, linked: Sequence[tuple[int, str]]) -> Numbered | None:
    """The pages, seen from the first, whose address is the beginning of all others'."""
    base = _base(own)
    found = {n: (form, _number_behind(own, base, form)) for n, form in reversed(linked) if n > 1 and form != own}
    return _numbered(1, found)


def _on_later(own: str, linked: Sequence[tuple[int, str]]) -> Numbered | None:
    """The pages, seen from another than the first: a link to the first tells where the number stands in the address."""
    path = _base(own)
    match = _HAS_SUFFIX.fullmatch(path)
    firsts = [form for n, form in linked if n == 1 and _base(form) == match["base"]] if match else []
    if match is None or not firsts:
        return None
    first = firsts[0]
    found = {n: (form, _number_behind(first, match["base"], form)) for n, form in reversed(linked) if n > 1}
    known = {n: form for n, (form, behind) in found.items() if behind is not None}
    if not known:
        behind = _number_behind(first, match["base"], own)
        return Numbered(behind, {}, is_by_address=True) if behind else None
    same = [n for n, form in known.items() if form == own]
    missing = (n for n in range(2, MOST_PAGES) if n not in known)
    return _numbered(same[0] if same else next(missing), found)


def _numbered(current: int, found: dict[int, tuple[str, int | None]]) -> Numbered | None:
    pages = {n: form for n, (form, behind) in found.items() if behind is not None}
    return Numbered(current, pages, all(found[n][1] == n for n in pages)) if pages else None


def links_naming(document: Document, name: str) -> list[tuple[HtmlElement, str]]:
    """The links that may lead to a page of the article of that name: they hold the name, or go on from here."""
    return [
        (anchor, href)
        for anchor, href, _ in document.outline.anchors
        if href and (name in href or "%" in href or "/" not in href or href[0] == ".")
    ]


def name_of(url: str) -> str:
    """What the addresses of all pages of an article have: the last of its path without a page's number."""
    path = _base(url)
    match = _HAS_SUFFIX.fullmatch(path)
    return (match["base"] if match else path).rpartition("/")[2]


def _base(url: str) -> str:
    """The path without what follows the last dot of a file's name."""
    return _ENDING.sub("", urlsplit(url).path.rstrip("/"))


def _number_behind(first: str, base: str, form: str) -> int | None:
    """The number that an address has behind that of the first page, if it is one of the same article's pages."""
    one, other = urlsplit(first), urlsplit(form)
    if one.hostname != other.hostname or one.query != other.query or not _SLUG.search(base.rpartition("/")[2]):
        return None
    path = other.path.rstrip("/")
    whole = one.path.rstrip("/")
    rest = path[len(whole) :] if path.startswith(whole + "/") else _base(form).removeprefix(base)
    match = _IS_SUFFIX.fullmatch(rest) if path.startswith(base) else None
    return int(match["number"]) if match else None
