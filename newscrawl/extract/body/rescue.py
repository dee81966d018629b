"""The body where markup has none: JSON-LD ``articleBody`` and the data of JavaScript frameworks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newscrawl.extract.found import Found
from newscrawl.extract.page.blocks import read_blocks
from newscrawl.extract.page.structured import parse_json
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.folding import letters_of
from newscrawl.model.words import count_words

_BODY_KEYS = frozenset(
    {
        "articleBody",
        "content",
        "body",
        "bodyHtml",
        "content_html",
        "articlebody",
        "contentHtml",
        "html",
        "isi",
        "detail",
        "text",
    }
)
_STATE_IDS = ("__NEXT_DATA__", "__NUXT_DATA__")
_MAX_STATE = 5_000_000
_FEWEST = 50
"""Words of a body."""
_DECLARED = "json-ld articleBody"
_OPENING = 40
"""Letters of a paragraph by which it is known again."""
_LINKED = 0.45


def read_rescue(document: Document) -> Found[tuple[str, ...]] | None:
    """The longest body that the page's data holds, as paragraphs; None when there is none worth the name."""
    node = document.structured.article or {}
    body = node.get("articleBody")
    if isinstance(body, str) and _is_long_enough(body):
        return Found(_paragraphs(body), _DECLARED)
    strings = (text for text in _state_strings(document) if not text.lstrip().startswith(("{", "[")))
    candidates = [text for text in strings if _is_long_enough(text)]
    if candidates:
        return Found(_paragraphs(max(candidates, key=len)), "page data")
    return None


def _is_long_enough(text: str) -> bool:
    # No word is shorter than a letter and a blank, or than two letters where none stands between words.
    return len(text) >= 2 * _FEWEST - 1 and count_words(text) >= _FEWEST


def shows_too_little(region: Region, body: tuple[str, ...], rescue: Found[tuple[str, ...]]) -> bool:
    """Whether the page prints less than half of the body in its data, or prints something else, a banner or sidebar.

    An ``articleBody`` holds the fact boxes too.
    """
    if region.is_beside_a_story or (rescue.source == _DECLARED and _is_another(body, rescue.value)):
        return True
    boxes = sum(len(block.text) for block in region.body if block.furniture and block.link_share < _LINKED)
    return sum(map(len, body)) + boxes < 0.5 * sum(map(len, rescue.value))


def _is_another(body: tuple[str, ...], declared: tuple[str, ...]) -> bool:
    """Whether what a page prints is not of the declared body, and is hardly more: a banner, say, and a teaser."""
    if sum(map(len, declared)) < 0.8 * sum(map(len, body)):
        return False
    printed = [opening for text in body if len(opening := letters_of(text)[:_OPENING]) == _OPENING]
    told = "".join(map(letters_of, declared))
    return sum(opening in told for opening in printed) < 0.5 * len(printed)


def _state_strings(document: Document) -> Iterator[str]:
    """Strings under a body's name in the data that a framework would build the page from."""
    for script in document.outline.of("script"):
        text = document.markup.text_of(script) if script.get("id") in _STATE_IDS else ""
        if not text or len(text) > _MAX_STATE:
            continue
        queue: list[object] = [parse_json(text)]
        for value in queue:
            if len(queue) > 200_000:
                break
            if isinstance(value, list):
                queue.extend(value)
            elif isinstance(value, dict):
                yield from (v for k, v in value.items() if k in _BODY_KEYS and isinstance(v, str))
                queue.extend(v for v in value.values() if isinstance(v, (dict, list)))


def _paragraphs(text: str) -> tuple[str, ...]:
    if "<" in text and re.search(r"<(?:p|br|div|h\d)\b", text, re.IGNORECASE):
        try:
            root = document_fromstring(f"<div>{text}</div>", parser=HTMLParser(encoding="utf-8"))
        except (etree.ParserError, ValueError):
            return ()
        return tuple(block.text.replace("\n", " ") for block in read_blocks(root))
    lines = (html.unescape(text) if "&" in text else text).split("\n")
    return tuple(filter(None, (" ".join(line.split()) for line in lines)))
