"""The blocks of the story as paragraphs: what the page prints around the story in the same element comes off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.page.blocks import Block, ends_as_sentence, length_of
from newscrawl.extract.pictures.captions import split_credit
from newscrawl.extract.text.folding import letters_of
from newscrawl.model.article import Image

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_SENDER = re.compile(r"(?:[^\s:@]{1,40}\s){0,4}[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_FOOT = 2
"""Blocks at the end where a writer may be named with an address."""
_NUMBERED = re.compile(r"\d{1,3}[.)]\s*\w")
_LABELLED = re.compile(r"[^\W\d_][^:\n]{1,24}:\s?\w")
_SHEET = 2
"""Labelled lines that are no furniture beside one that would be."""
_LABEL, _HEADLINE = 60, 20
_LONG_LINE = 120
"""Letters: lines as long as paragraphs are such."""
_TOP = 4
_LINKED = 0.85
_NAME = 2
"""Words that a name has, and hardly any caption."""


def to_paragraphs(story: Sequence[Block], title: str, images: Iterable[Image]) -> tuple[str, ...]:
    """The words of the story, without headline, captions, bylines and linked lines between them."""
    paragraphs: list[str] = []
    for _, _, lines in sorted_out(story, title, images):
        paragraphs += lines
    return tuple(paragraphs)


def sorted_out(
    story: Sequence[Block], title: str, images: Iterable[Image]
) -> Iterator[tuple[Block, str | None, list[str]]]:
    """Every block with why it is left out, in a few words, or None and its paragraphs."""
    captions = {letters_of(text) for image in images for text in (image.caption, image.alt, image.credit) if text}
    captions |= {letters_of(f"{image.caption or ''}{image.credit or ''}") for image in images}
    captions.discard("")
    headline, count = letters_of(title), 0
    before: Block | None = None
    for i, block in enumerate(story):
        why = _refusal(block, captions, headline, count) or _refusal_of_term(block, before)
        if why is None and i >= len(story) - _FOOT and "@" in block.text and _SENDER.fullmatch(block.text):
            why = "a writer's address"
        before = block
        lines = [] if why else _lines(block)
        count += len(lines)
        yield block, why, lines


def _refusal(block: Block, captions: set[str], headline: str, count: int) -> str | None:
    """Why a block that stands behind ``count`` paragraphs is none."""
    if _ADDRESS.fullmatch(block.text):
        return "an address"
    if _is_caption(block, captions, count):
        return "a caption"
    if (block.kind == "head" or count < _TOP) and letters_of(block.text) == headline:
        return "the headline"
    if _are_links_under_label(block):
        return "links under a label"
    if block.link_share > _LINKED and not ends_as_sentence(block.text):
        return "a link alone"
    return None


def _are_links_under_label(block: Block) -> bool:
    """``Baca juga:`` and headlines of others, each on a line: all but a short first one is links."""
    label, _, rest = block.text.partition("\n")
    if not rest or not 0 < len(label) <= _LABEL or block.linked < len(rest) - rest.count("\n"):
        return False
    if _ADDRESS.search(rest) or ends_as_sentence(rest):
        return False
    return len(rest) >= _HEADLINE * (rest.count("\n") + 1)


def _refusal_of_term(block: Block, before: Block | None) -> str | None:
    """Why a ``<dd>`` is none: its term is a label of something beside the story, such as *Photo* or *Tags*."""
    if before is None or block.element.tag != "dd" or before.element.tag != "dt":
        return None
    return "what a label names" if is_furniture(before.text) else None


def _lines(block: Block) -> list[str]:
    """The block's lines without furniture: joined in a ``<p>``, apart where ``<br>`` is all the markup there is.

    Among the lines of a book's or film's sheet stands who wrote it.
    """
    if "\n" not in block.text:
        return [block.text]
    lines = block.text.split("\n")
    kinds = [is_furniture(line) for line in lines]
    labelled = [_LABELLED.match(line) is not None for line in lines]
    is_sheet = sum(label and not kind for label, kind in zip(labelled, kinds, strict=True)) >= _SHEET
    told = [not kind or (is_sheet and kind == "byline") for kind in kinds]
    lines = list(compress(lines, told))
    if block.element.tag == "p" and not (len(lines) >= 3 and sum(map(length_of, lines)) > _LONG_LINE * len(lines)):
        return [" ".join(lines)]
    return lines


def _is_caption(block: Block, captions: set[str], count: int) -> bool:
    if block.kind == "caption":
        return True
    if captions and letters_of(block.text) in captions:
        # Papers also describe a picture in the words of a paragraph that stands elsewhere in the story.
        written = block.kind != "head" and len(block.text) >= 80 and ends_as_sentence(block.text)
        # A list may name who stands in a picture.
        listed = block.kind == "item" or (count > 0 and len(block.text.split()) <= _NAME)
        return block.after_image or not (written or listed)
    if not block.after_image or len(block.text) > 300:
        return False
    if ends_as_sentence(block.text) or block.text.endswith(":") or _NUMBERED.match(block.text):
        return False  # a paragraph of the story, the words before a list of it, or one of a list
    _, credit = split_credit(block.text)
    return credit is not None or (block.kind == "p" and len(block.text) < 100 and block.strong < len(block.text) / 2)
