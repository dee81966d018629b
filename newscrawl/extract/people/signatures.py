"""Writers who sign a story inside its text: a name that stands alone above or under the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.bylines.names import clean_name, is_capitalised, split_names
from newscrawl.extract.bylines.reading import read_byline
from newscrawl.extract.bylines.sign_offs import split_sign_off
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.lexicon.brands import is_agency, is_brand
from newscrawl.extract.lexicon.furniture_words import NO_WRITERS
from newscrawl.extract.lexicon.places import is_place
from newscrawl.extract.page.blocks import Block
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import fold

_CAPITALS = re.compile(r"[|*\s]*[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}[|*\s]*")
_RIGHT = re.compile(r"^right$|text-align\s*:\s*(?:right|end)|\b(?:text-right|text-end|align-right|right-align)\b")
_FIRST = 3
"""Paragraphs that may hold a name: calls and summaries stand above it."""
_LAST = 4
"""Paragraphs at the end among which the last of the story stands."""
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


def read_credit(document: Document, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The writer or the agency that the words behind the last sentence name: ``(Kabar Hulu/Ratna Laut)``, ``— AFP``.

    Lines about the story, such as links to others, may stand below it.
    """
    lines = (line for line in reversed(paragraphs[-_LAST:]) if not is_furniture(line, document.brands))
    last = next(lines, "")
    _, words = split_sign_off(last, document.brands)
    words = words or (last if is_agency(last, document.brands) else "")
    if not words:
        return ()
    named = read_byline(words, document.brands)
    if named.authors or named.editors:
        return named.authors
    parts = [part.strip(" *.-") for part in words.split("/")]
    writers = (name for part in parts if (name := _writer(part, document.brands)))
    # *Antara* in small letters is a word.
    agencies = (part for part in parts if is_agency(part, document.brands) and (part == "dpa" or not part.islower()))
    found = next(writers, None) or next(agencies, None)
    return (found,) if found else ()


def _writer(words: str, brands: Sequence[str]) -> str | None:
    """The person with a first and a last name whom capitalised words name."""
    name = clean_name(words, brands)
    if name is None or fold(name).split()[0] in NO_WRITERS or is_brand(name, brands):
        return None
    return name if _is_full_name(name, brands) else None


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
