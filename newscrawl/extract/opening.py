"""The dateline at the head of the story, where the page's marks or the names that it gives itself tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.blocks import Block
from newscrawl.extract.datelines import split_dateline
from newscrawl.extract.found import Found
from newscrawl.extract.furniture import is_furniture
from newscrawl.extract.tree import Document
from newscrawl.model.article import Dateline

_FIRST = 3
"""Paragraphs that may begin with a dateline: a call or a reporter's line may stand above."""
_DASHED = re.compile(r"\s*[-–—]{1,2}\s*")
_SENTENCE = 40
"""Characters; behind a name or a label in bold stands less: ``Ratna Laut - kontributor``."""


def take_dateline(
    document: Document, story: Sequence[Block], body: Found[tuple[str, ...]]
) -> tuple[Found[Dateline] | None, Found[tuple[str, ...]]]:
    """The dateline and the body without it."""
    bold = _bold_opening(story)
    for i, paragraph in enumerate(body.value[:_FIRST]):
        dateline, rest = split_dateline(paragraph, document.brands, bold)
        if dateline:
            kept = (*body.value[:i], *filter(str.strip, (rest,)), *body.value[i + 1 :])
            printed = 1 + sum(not is_furniture(above, document.brands) for above in body.value[:i])
            return Found(dateline, f"paragraph {printed}"), Found(kept, body.source)
    return None, body


def _bold_opening(story: Sequence[Block]) -> str:
    """The bold words before a dash that the first of the story begins with; where others begin so, it is a list."""
    opened = [i for i, block in enumerate(story) if _opens(block)]
    return story[opened[0]].bold_head if len(opened) == 1 and opened[0] < _FIRST else ""


def _opens(block: Block) -> bool:
    """Whether it begins with bold words and a dash and goes on as a paragraph or, before a ``<p>``, not at all."""
    dash = _DASHED.match(block.text, len(block.bold_head)) if block.bold_head else None
    if dash is None or not block.text.startswith(block.bold_head):
        return False
    rest = len(block.text) - dash.end()
    return rest == 0 or rest >= _SENTENCE
