"""The dateline at the head of the story, where the page's marks or the names that it gives itself tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newscrawl.extract.datelines.forms import split_dateline
from newscrawl.extract.found import Found
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.lexicon.places import is_place
from newscrawl.extract.page.blocks import Block
from newscrawl.extract.page.tree import Document
from newscrawl.model.article import Dateline

_FIRST = 3
"""Paragraphs that may begin with a dateline: a call or a reporter's line may stand above."""
_LOOKED_AT = 12
"""Lines among which they stand: those of a summary are no paragraphs."""
_COMPARED = 40
"""Paragraphs that tell whether one opens as others do."""
_RUNNING = 80
"""Characters; what is shorter is a line."""
_DASHED = re.compile(r"\s*[-–—]{1,2}\s*")
_SENTENCE = 40
"""Characters; behind a name or a label in bold stands less: ``Ratna Laut - kontributor``."""
_TEXT = 60
"""Characters; behind a town of a list stands less: ``Ambon - Hujan ringan``."""


class Opening(NamedTuple):
    """A dateline, the place among the paragraphs of the one that it begins, and what is left of that."""

    at: int
    dateline: Dateline
    rest: str


def take_dateline(
    document: Document, story: Sequence[Block], body: Found[tuple[str, ...]]
) -> tuple[Found[Dateline] | None, Found[tuple[str, ...]]]:
    """The dateline and the body without it."""
    listed = {block.text for block in story[:_LOOKED_AT] if block.kind in {"item", "cell"}}
    bold, ended = _bold_opening(story), _words_that_end(story)
    opening = find_opening(body.value, document.brands, lambda line: ended.get(line, bold), listed.__contains__)
    if opening is None:
        return None, body
    above, below = body.value[: opening.at], body.value[opening.at + 1 :]
    kept = (*above, *filter(str.strip, (opening.rest,)), *below)
    printed = 1 + sum(not is_furniture(line, document.brands) for line in above)
    return Found(opening.dateline, f"paragraph {printed}"), Found(kept, body.source)


def find_opening(
    paragraphs: Sequence[str],
    brands: Sequence[str],
    set_off: Callable[[str], str] = lambda _: "",
    is_listed: Callable[[str], bool] = lambda _: False,
) -> Opening | None:
    """The first dateline, above which stand few paragraphs but any number of short lines and ``is_listed`` ones.

    ``set_off`` gives the words that the page sets off at the head of a paragraph.
    """
    above = 0
    for i, paragraph in enumerate(paragraphs[:_LOOKED_AT]):
        if is_listed(paragraph):
            continue
        by_colon = not above and len(paragraph) >= _RUNNING
        dateline, rest = split_dateline(paragraph, brands, set_off(paragraph), by_colon=by_colon)
        if (
            dateline
            and _is_believed(paragraphs, i, rest, brands, is_below=above > 0)
            and not _is_written_small(dateline, paragraphs)
        ):
            return Opening(i, dateline, rest)
        above += len(paragraph) >= _RUNNING
        if above == _FIRST:
            break
    return None


def _is_believed(paragraphs: Sequence[str], at: int, rest: str, brands: Sequence[str], *, is_below: bool) -> bool:
    """Whether the dateline begins a story: it opens the first paragraph, or a long one as no other does."""
    head = paragraphs[at][: len(paragraphs[at]) - len(rest)]
    is_line = len(rest) < _TEXT
    if not rest.strip() or not (is_line or is_below or head.rstrip().endswith(":")):
        return True
    if is_line and is_below:
        return False
    others = (*paragraphs[:at], *paragraphs[at + 1 : _COMPARED])
    return not any(other.startswith(head) or split_dateline(other, brands, by_colon=True)[0] for other in others)


def _is_written_small(dateline: Dateline, paragraphs: Sequence[str]) -> bool:
    """Whether the capitals are words of the story, not a town: ``KULIAH UMUM - Rektor membuka kuliah umum``."""
    place = dateline.place or ""
    if dateline.source or place != place.upper() or is_place(place.split(",")[0]):
        return False
    small = re.compile(rf"\b{re.escape(place.lower())}\b")
    return any(map(small.search, paragraphs[:_COMPARED]))


def _bold_opening(story: Sequence[Block]) -> str:
    """The bold words before a dash that the first of the story begins with; where others begin so, it is a list."""
    opened = [i for i, block in enumerate(story) if block.bold_head and _opens(block)]
    return _words_of(story[opened[0]].bold_head) if len(opened) == 1 and opened[0] < _FIRST else ""


def _words_that_end(story: Sequence[Block]) -> dict[str, str]:
    """The words at the head of paragraphs that a line break, or the end of the bold and no dash, sets off."""
    ended = {}
    for block in story[:_LOOKED_AT]:
        words = block.text.partition("\n")[0] if "\n" in block.text else _words_of(block.bold_head)
        if words and len(words) <= _TEXT and not _DASHED.match(block.text, len(words)):
            ended[block.text.replace("\n", " ")] = words
    return ended


def _opens(block: Block) -> bool:
    """Whether it begins with bold words and a dash and goes on as a paragraph or, before a ``<p>``, not at all."""
    words = _words_of(block.bold_head)
    dash = _DASHED.match(block.text, len(words)) if words else None
    if dash is None or not block.text.startswith(words):
        return False
    rest = len(block.text) - dash.end()
    return rest == 0 or rest >= _SENTENCE


def _words_of(bold: str) -> str:
    """The bold words without a dash that is bold with them."""
    return bold.rstrip(" \xa0-–—")
