"""What a page declares of itself for machines: JSON-LD, meta and microdata, typed defensively."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from newscrawl.extract.page.markup import Markup
from newscrawl.extract.page.outline import Outline

Node = Mapping[str, Any]

ARTICLE_TYPES = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "reviewnewsarticle", "backgroundnewsarticle", "askpublicnewsarticle", "blogposting", "liveblogposting",
        "techarticle", "report", "scholarlyarticle", "socialmediaposting", "advertisercontentarticle",
        "satiricalarticle",
    }
)  # fmt: skip
_MAX_BLOCK = 2_000_000
_MAX_BLOCKS = 60
_MAX_NODES = 3_000
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True)
class Structured:
    """JSON-LD nodes in the order of the page, and meta values by lower-case name."""

    nodes: tuple[Node, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def meta_first(self, *names: str) -> tuple[str, str] | None:
        """The first non-empty ``(value, name)`` of the named metas."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value, name
        return None

    @cached_property
    def article(self) -> Node | None:
        """The JSON-LD node of the page's article: the one with most of what an article has."""
        articles = [node for node in self.nodes if types_of(node) & ARTICLE_TYPES]
        articles = [node for node in articles if "liveblogposting" in types_of(node)] or articles  # not its updates
        keys = ("headline", "datePublished", "author", "articleBody", "image")
        return max(articles, key=lambda node: sum(bool(node.get(key)) for key in keys), default=None)

    @cached_property
    def types(self) -> frozenset[str]:
        return frozenset(kind for node in self.nodes for kind in types_of(node))

    @cached_property
    def site_names(self) -> tuple[str, ...]:
        """The publisher's name as declared."""
        found = self.meta_first("og:site_name", "application-name")
        names = [found[0]] if found else []
        publisher = (self.article or {}).get("publisher")
        names += strings(publisher, "name")[:1]
        return tuple(dict.fromkeys(name for name in names if len(name) <= 60))

    def named(self, node: object) -> Node | None:
        """The node itself, or the one that its ``@id`` points to."""
        if not isinstance(node, dict):
            return None
        if set(node) == {"@id"}:
            return next((n for n in self.nodes if n.get("@id") == node["@id"] and len(n) > 1), None)
        return node


def read_structured(outline: Outline, markup: Markup) -> Structured:
    return Structured(tuple(_nodes(outline, markup)), _read_meta(outline))


def types_of(node: Node) -> frozenset[str]:
    """The node's types in lower case without their vocabulary: ``newsarticle``."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rsplit("/", 1)[-1].lower() for kind in listed[:20] if isinstance(kind, str))


def strings(value: object, key: str = "name") -> list[str]:
    """The strings in a value that may be a string, a dict with ``key``, a number, None or a list of those."""
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for entry in listed[:100]:
        if isinstance(entry, dict):
            inner = entry.get(key)
            found += [tidy(x) for x in (inner if isinstance(inner, list) else [inner])[:20] if isinstance(x, str)]
        elif isinstance(entry, str):
            found.append(tidy(entry))
    return [text for text in found if text]


def first_string(node: Node | None, *keys: str) -> str | None:
    """The first non-empty string among the node's values of those keys."""
    for key in keys:
        for text in strings((node or {}).get(key), "name"):
            return text
    return None


def tidy(text: str) -> str:
    """Entities resolved (JSON-LD often holds ``&quot;``), tags off, white space single."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^<>]{0,300}>", " ", text)
    return " ".join(text.split())


def _read_meta(outline: Outline) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in outline.of("meta"):
        content = element.get("content")
        if content is None:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                values = found.setdefault(name.strip().lower()[:80], [])
                if len(values) < 100:
                    values.append(tidy(content))
    return {name: tuple(values) for name, values in found.items()}


def _nodes(outline: Outline, markup: Markup) -> Iterator[Node]:
    left = _MAX_NODES
    declared = (script for script in outline.of("script") if "ld+json" in (script.get("type") or "").lower())
    blocks = [text for text in map(markup.text_of, declared) if text]
    for block in blocks[:_MAX_BLOCKS]:
        if len(block) > _MAX_BLOCK:
            continue
        for node in _flatten(parse_json(block), left):
            left -= 1
            yield node


def _flatten(value: object, limit: int) -> list[Node]:
    """The dicts with a type or an id in lists, graphs and parts, outermost first."""
    found: list[Node] = []
    queue: list[object] = [value]
    for item in queue:
        if len(queue) > 20_000 or len(found) >= limit:
            break
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            if "@type" in item or "@id" in item:
                found.append(item)
            queue.extend(inner for inner in item.values() if isinstance(inner, (dict, list)))
    return found


def parse_json(text: str) -> object:
    """JSON as pages write it: in comments, with raw line breaks, trailing commas, entities, several values in a row.

    None when nothing can be made of it.
    """
    text = text.strip()
    if not (text.startswith(("{", "[")) and text.endswith(("}", "]"))):
        text = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for mended in (str, _without_trailing_commas, html.unescape):
        try:
            return json.loads(mended(text), strict=False)
        except RecursionError:
            return None
        except ValueError:
            continue
    return _values_in_a_row(text) or None


def _without_trailing_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)


def _values_in_a_row(text: str) -> list[object]:
    decoder, position = json.JSONDecoder(strict=False), 0
    found: list[object] = []
    while len(found) < 50:
        match = re.compile(r"[{\[]").search(text, position)
        if not match:
            break
        try:
            value, position = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            break
        found.append(value)
    return found
