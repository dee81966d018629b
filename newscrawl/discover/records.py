"""An XML document as a list of records, read as events: the items of a feed, the URLs of a sitemap.

Mends what can be mended (bare ampersands, HTML entities, undeclared prefixes, a missing end) and expands nothing: what
stands before the root element, DTD included, is never shown to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.entities import html5

from lxml import etree

_MAX_FIELDS = 200
_LONGEST_FIELD = 10_000
"""Characters of a field that are kept."""
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);|([a-zA-Z][a-zA-Z0-9]{1,31};)?)")


@dataclass(slots=True)
class Field:
    """A child element of a record."""

    text: str
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Record:
    """An element of the wanted kind: the elements within it, by their local names in lower case."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    fields: dict[str, list[Field]] = field(default_factory=dict)
    kind: str = ""

    def text(self, *names: str) -> str | None:
        """The first text that is not empty, looked for under the names in their order."""
        for name in names:
            for one in self.fields.get(name, ()):
                if one.text.strip():
                    return one.text.strip()
        return None


class DeclaresEntities(ValueError):
    """The document has a DTD with entities of its own; no feed or sitemap has a use for them, only attacks do."""


class _EnoughError(ValueError):
    """More records than are wanted have been read."""


def root_name(text: str, names: frozenset[str]) -> str | None:
    """The local name, in lower case, of the first element called one of ``names``; None when there is none."""
    root = _root(text, names)
    return root[1].lower() if root else None


def is_truncated(text: str, names: frozenset[str]) -> bool:
    """Whether the end of the root element is missing, as when a transfer broke off."""
    root = _root(text, names)
    return root is not None and f"{root[1].lower()}>" not in text[-_LONGEST_FIELD:].lower().replace(" ", "")


def read_records(text: str, roots: frozenset[str], kinds: frozenset[str], limit: int) -> tuple[list[Record], bool]:
    """``(the elements called one of kinds under the root, whether that is all of them)``, at most ``limit``.

    Raises DeclaresEntities.
    """
    root = _root(text, roots)
    if root is None:
        return [], True
    if "<!ENTITY" in text[: root.start()]:
        raise DeclaresEntities
    reader = _Reader(kinds, limit)
    parser = etree.XMLParser(
        target=reader, encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    with suppress(etree.ParseError, ValueError):  # what was read before stands
        etree.fromstring(_mend(text[root.start() :]).encode("utf-8", "replace"), parser=parser)
    return reader.records[:limit], len(reader.records) <= limit


def _root(text: str, names: frozenset[str]) -> re.Match[str] | None:
    pattern = rf"<(?:[\w.-]{{1,40}}:)?({'|'.join(sorted(names))})(?=[\s>/])"
    return re.compile(pattern, re.IGNORECASE).search(text)


def _mend(text: str) -> str:
    """The text with every ampersand outside CDATA one that XML knows."""
    parts: list[str] = []
    position = 0
    while (start := text.find("<![CDATA[", position)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end
        parts += (_AMPERSAND.sub(_entity, text[position:start]), text[start:end])
        position = end
    parts.append(_AMPERSAND.sub(_entity, text[position:]))
    return "".join(parts)


def _entity(match: re.Match[str]) -> str:
    if match[1]:
        return match[0]
    return html5.get(match[2], f"&amp;{match[2]}") if match[2] else "&amp;"


class _Reader:
    """lxml's parser target; every method is one of its events."""

    def __init__(self, kinds: frozenset[str], limit: int) -> None:
        self.records: list[Record] = []
        self._kinds = kinds
        self._limit = limit
        self._record: Record | None = None
        self._open: list[tuple[str, Mapping[str, str], list[str]]] = []
        self._length = 0

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        name = local_name(tag)
        attributes = {local_name(key): str(value) for key, value in attrib.items()}
        if self._record is None:
            if name in self._kinds:
                if len(self.records) > self._limit:
                    raise _EnoughError  # ends the parse
                self._record = Record(attributes, kind=name)
            return
        if not self._open:
            self._length = 0
        self._open.append((name, attributes, []))

    def end(self, tag: str | bytes) -> None:  # noqa: ARG002 - lxml's signature
        if self._record is None:
            return
        if not self._open:
            self._close_record()
            return
        name, attributes, pieces = self._open.pop()
        text = "".join(pieces)
        if self._open and text:
            self._open[-1][2].append(text)
        if len(self._record.fields) < _MAX_FIELDS or name in self._record.fields:
            held = self._record.fields.setdefault(name, [])
            if len(held) < _MAX_FIELDS:
                held.append(Field(text, attributes))

    def data(self, data: str | bytes) -> None:
        if self._open and self._length < _LONGEST_FIELD:
            self._open[-1][2].append(str(data))
            self._length += len(data)

    def comment(self, text: str | bytes) -> None:
        """Comments say nothing to us."""

    def close(self) -> None:
        """Keep the record that the document broke off in."""
        while self._record is not None:
            self.end("")

    def _close_record(self) -> None:
        if self._record is not None:
            self.records.append(self._record)
        self._record = None


def local_name(tag: str | bytes) -> str:
    """``{http://…}lastmod``, ``sm:lastmod`` and ``lastmod`` are all ``lastmod``."""
    name = tag.decode("utf-8", "replace") if isinstance(tag, bytes) else tag
    return name.rpartition("}")[2].rpartition(":")[2].lower()
