"""The anchors of an HTML page in page order, read as events: no tree is built, so no page is too deep or too wide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree

from newscrawl.discover.documents import MAX_BYTES, decode

MAX_ANCHORS = 10_000
_MAX_METAS = 1_000
_LONGEST_TEXT = 300
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "em", "font", "i", "mark", "small", "strong", "sub", "sup", "u"})
_NO_TEXT = frozenset({"script", "style", "noscript", "template"})
_TELLING = _HEADINGS | _NO_TEXT | {"a", "area", "base", "img", "link", "meta"}
"""All others, most of a page, are only counted."""
_PAGER = re.compile(r"pag(?:e[rsd]?\b|ing|inat)|halaman|wp-pagenavi|nav-links", re.IGNORECASE)


@dataclass(slots=True)
class Anchor:
    """An ``a``, ``area`` or ``link rel=next`` as it stands in the page."""

    href: str
    rel: frozenset[str] = frozenset()
    label: str = ""
    """Its ``title`` or ``aria-label``, or the ``alt`` of its picture."""
    hint: str = ""
    """Its ``class`` and ``id``."""
    in_pager: bool = False
    in_head: bool = False
    heading: bool = False
    """It stands in a heading, or a heading in it; then the text is the heading's."""
    text: str = ""

    @property
    def title(self) -> str:
        return self.text or self.label


@dataclass(slots=True)
class Anchors:
    """What an HTML page says of other pages."""

    found: list[Anchor] = field(default_factory=list)
    base: str | None = None
    """The ``href`` of ``<base>``."""
    nofollow: bool = False
    """The page's robots meta forbids following its links."""
    metas: list[tuple[str, str]] = field(default_factory=list)
    """The name, in lower case, and the content of each meta that has both."""


def read_anchors(body: bytes, encoding: str | None = None) -> Anchors:
    """The anchors of the page in ``body``; none when it is not HTML."""
    data = decode(body[:MAX_BYTES], encoding).strip().encode("utf-8", "replace")
    reader = _Reader()
    # A tree would cost time quadratic in the attributes of one tag (200,000 of them: minutes); events are linear.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", recover=True, no_network=True, huge_tree=False)
    with suppress(etree.ParseError, etree.ParserError, ValueError):  # what was read before stands
        etree.fromstring(data, parser=parser)
    return reader.close()


class _Reader:
    """lxml's parser target; every method is one of its events."""

    def __init__(self) -> None:
        self._anchors = Anchors()
        self._open: Anchor | None = None
        self._text: list[str] = []
        self._heading_text: list[str] = []
        self._headings = 0
        self._silent = 0
        self._depth = 0
        self._pager_depth: int | None = None

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        attributes = cast("dict[str, str]", attrib)
        self._depth += 1
        self._break_words(tag)
        if self._pager_depth is None and attributes and _names_pager(_hint(attributes)):
            self._pager_depth = self._depth
        if tag in _TELLING:
            self._note(str(tag), attributes)

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _NO_TEXT:
            self._silent += 1
        elif tag in _HEADINGS:
            self._headings += 1
        elif tag == "img" and self._open is not None:
            self._open.label = self._open.label or _tidy(attributes.get("alt", ""))
        elif tag in {"a", "area"}:
            self._begin(attributes)
        else:
            self._head(tag, attributes)

    def end(self, tag: str | bytes) -> None:
        if self._pager_depth == self._depth:
            self._pager_depth = None
        self._depth -= 1
        self._break_words(tag)
        if tag not in _TELLING:
            return
        if tag in {"a", "area"}:
            self._finish()
        elif tag in _HEADINGS:
            self._headings = max(0, self._headings - 1)
        elif tag in _NO_TEXT:
            self._silent = max(0, self._silent - 1)

    def data(self, data: str | bytes) -> None:
        if self._open is None or self._silent:
            return
        self._text.append(str(data))
        if self._headings:
            self._heading_text.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """Comments say nothing to us."""

    def close(self) -> Anchors:
        """What was found, the anchor included that the page broke off in."""
        self._finish()
        return self._anchors

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._finish()
        href = attributes.get("href", "").strip()
        if not href or len(self._anchors.found) >= MAX_ANCHORS:
            return
        self._open = Anchor(
            href=href,
            rel=frozenset(attributes.get("rel", "").lower().split()),
            label=_tidy(attributes.get("title") or attributes.get("aria-label") or ""),
            hint=_hint(attributes),
            in_pager=self._pager_depth is not None,
        )

    def _finish(self) -> None:
        if self._open is not None:
            heading = _tidy("".join(self._heading_text))
            self._open.heading = bool(heading)
            self._open.text = heading or _tidy("".join(self._text))
            self._anchors.found.append(self._open)
        self._open = None
        self._text.clear()
        self._heading_text.clear()

    def _break_words(self, tag: str | bytes) -> None:
        if self._open is not None and tag not in _INLINE:
            self._text.append(" ")
            self._heading_text.append(" ")

    def _head(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "base" and self._anchors.base is None:
            self._anchors.base = attributes.get("href")
        elif tag == "link" and "next" in attributes.get("rel", "").lower().split():
            self._anchors.found.append(Anchor(attributes.get("href", ""), frozenset({"next"}), in_head=True))
        elif tag == "meta" and "name" in attributes and "content" in attributes:
            self._meta(attributes["name"].strip().lower(), attributes["content"])

    def _meta(self, name: str, content: str) -> None:
        if len(self._anchors.metas) < _MAX_METAS:
            self._anchors.metas.append((name, content))
        if name == "robots":
            self._anchors.nofollow |= bool(re.search(r"\b(?:nofollow|none)\b", content.lower()))


@lru_cache(maxsize=4_096)
def _names_pager(hint: str) -> bool:
    return _PAGER.search(hint) is not None


def _hint(attributes: Mapping[str, str]) -> str:
    if "class" not in attributes and "id" not in attributes:
        return ""
    return f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_TEXT]


def _tidy(text: str) -> str:
    return " ".join(text[: 4 * _LONGEST_TEXT].split())[:_LONGEST_TEXT]
