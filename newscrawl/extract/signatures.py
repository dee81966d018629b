"""Writers who sign a story inside its text: a name that stands alone above or under the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.blocks import Block
from newscrawl.extract.brands import is_brand
from newscrawl.extract.names import clean_name, is_capitalised, split_names
from newscrawl.extract.places import is_place
from newscrawl.extract.tree import Document

_CAPITALS = re.compile(r"[|*\s]*[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}[|*\s]*")
_RIGHT = re.compile(r"^right$|text-align\s*:\s*(?:right|end)|\b(?:text-right|text-end|align-right|right-align)\b")
_FIRST = 3
"""Paragraphs that may hold a name: calls and summaries stand above it."""
_LONGEST = 80
_PROSE = 80
"""Characters of the paragraph that follows a name at the head: a subhead stands above less, or above a list."""


def read_signature(
    document: Document, story: Sequence[Block], paragraphs: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """The writers and the place of the paragraph that names them and nothing else; nobody and 0 where none does.

    In capitals under the text it is one at once, as tempo.co prints it. In bold above the text, or on the right under
    it, it is one where the page declares a desk as the writer.
    """
    if len(paragraphs) < _FIRST + 1:
        return (), 0
    last = len(paragraphs) - 1
    if _CAPITALS.fullmatch(paragraphs[last]) and (name := clean_name(paragraphs[last].strip(" |*"), document.brands)):
        return (name,), last
    if not _declares_a_desk(document):
        return (), 0
    bold = {block.text for block in story[:_FIRST] if block.strong >= len(block.text)}
    for at, paragraph in enumerate(paragraphs[:_FIRST]):
        if paragraph in bold and len(paragraphs[at + 1]) >= _PROSE and (names := _names(document, paragraph)):
            return names, at
    right = any(block.text == paragraphs[last] and _is_on_the_right(block) for block in story[-1:])
    return (_names(document, paragraphs[last]), last) if right else ((), 0)


def _is_on_the_right(block: Block) -> bool:
    marks = (block.element.get(name) or "" for name in ("style", "class", "align"))
    return any(_RIGHT.search(mark) for mark in marks)


def _declares_a_desk(document: Document) -> bool:
    """Whether the site names itself as the writer of its stories."""
    found = document.structured.meta_first("author", "twitter:data1")
    names = [found[0]] if found else []
    listed = (document.structured.article or {}).get("author")
    for entry in listed if isinstance(listed, list) else [listed]:
        node = document.structured.named(entry)
        if node and isinstance(node.get("name"), str):
            names.append(node["name"])
    return any(is_brand(name, document.brands) for name in names)


def _names(document: Document, text: str) -> tuple[str, ...]:
    """The persons that the text consists of, each with a first and a last name."""
    listed = split_names(text) if len(text) <= _LONGEST else ()
    return listed if listed and all(_is_full_name(name, document.brands) for name in listed) else ()


def _is_full_name(name: str, brands: Sequence[str]) -> bool:
    return clean_name(name, brands) == name and " " in name and is_capitalised(name) and not is_place(name)
