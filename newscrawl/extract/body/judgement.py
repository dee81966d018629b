"""Which blocks of the container are the story's: told by what they stand in, how they are written, what they link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import Block, ends_as_sentence, length_of
from newscrawl.extract.page.marks import is_hidden, stands_aside

_PARAGRAPHS = frozenset(
    {"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "pre", "dd", "dt", "q"}
)
_BOXES = frozenset({"div", "p", "section", "span", "li", "ul", "ol"})
"""What may be called something beside the story by its name; an ``<article>`` or a heading never is."""
_WRITTEN_IN_PARAGRAPHS = 750
_MOST_IN_PARAGRAPHS = 0.6
"""With so many characters in its ``<p>``, and this share of what stands in no list, a story leaves nothing of itself in
bare elements but whole paragraphs beside the others."""
_LINKED_TEXT = 0.3
_PASTED = frozenset({"div", "section"})
_MAIN = 0.4
"""Elements of one look that hold more of the text than this are the story, whatever they are called."""
_NEARLY_ALL = 6 / 7
_LINKED_HEAD = 0.8
_LINK = 0.7
_NOTHING_BUT_LINK = 0.9
_WORDS = 30
_TAIL = 100
_SENTENCE = 40

Look = tuple[str, str | None]


def judge(container: HtmlElement, blocks: Sequence[Block]) -> list[bool]:
    """For every block of the container whether it is taken for the story's."""
    aside = _aside(container, blocks)
    manner = _manner_of([block for block, off in zip(blocks, aside, strict=True) if not off])
    kept = [not off and _is_story(block, manner) for block, off in zip(blocks, aside, strict=True)]
    _drop_tail(blocks, kept)
    return kept


def is_running(block: Block) -> bool:
    """Whether the block is a paragraph of text by its length, and not a list of links."""
    return len(block.text) >= 80 and block.link_share < 0.45


def look_of(element: HtmlElement) -> Look:
    """What elements that a stylesheet prints alike have in common."""
    return element.tag, element.get("class")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a story is written."""

    in_paragraphs: bool
    looks: frozenset[Look]
    """Of its running blocks."""
    holders: frozenset[HtmlElement | None]
    """In what its running ``<p>`` stand."""


def _manner_of(blocks: Sequence[Block]) -> _Manner:
    running = [block for block in blocks if is_running(block)]
    written = sum(len(block.text) for block in blocks if block.element.tag == "p" and block.link_share < 0.45)
    bare = sum(len(block.text) for block in running if block.element.tag not in _PARAGRAPHS)
    return _Manner(
        in_paragraphs=written >= max(_WRITTEN_IN_PARAGRAPHS, _MOST_IN_PARAGRAPHS * (written + bare)),
        looks=frozenset(look_of(block.element) for block in running),
        holders=frozenset(block.element.getparent() for block in running if block.element.tag == "p"),
    )


def _is_story(block: Block, manner: _Manner) -> bool:
    if block.kind == "head":
        return block.link_share < _LINKED_HEAD
    if _is_link(block):
        return False
    parent = block.element.getparent()
    if block.element.tag in _PARAGRAPHS or (parent is not None and parent.tag in _PARAGRAPHS):
        return True
    if manner.in_paragraphs:
        return is_running(block) and (block.element in manner.holders or _is_paragraph_beside(block, manner))
    return is_running(block) or look_of(block.element) in manner.looks or _is_sentence(block, _SENTENCE)


def _is_paragraph_beside(block: Block, manner: _Manner) -> bool:
    """Whether it is a ``<div>`` among the ``<p>``: what was pasted into the editor from elsewhere."""
    if block.element.tag not in _PASTED or block.element.getparent() not in manner.holders:
        return False
    return block.link_share < _LINKED_TEXT and ends_as_sentence(block.text)


def _is_link(block: Block) -> bool:
    share = block.link_share
    said = _is_sentence(block, _WORDS) or (block.element.tag == "p" and len(block.text) >= _WORDS)
    return share > _NOTHING_BUT_LINK or (share > _LINK and not said)


def _is_sentence(block: Block, least: int) -> bool:
    return length_of(block.text) >= least and ends_as_sentence(block.text)


def _drop_tail(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Unmark the headings and links behind the last words: they belong to what follows the story."""
    for i in range(len(blocks) - 1, -1, -1):
        block = blocks[i]
        linked = _LINK if block.kind == "cell" else 0.5  # a row tells of what it links: a team and its points
        if kept[i] and block.kind != "head" and (block.link_share <= linked or len(block.text) >= _TAIL):
            return
        kept[i] = False


def _aside(container: HtmlElement, blocks: Sequence[Block]) -> list[bool]:
    """For every block whether it stands in something hidden, or called a thing beside the story."""
    known: dict[HtmlElement, HtmlElement | None] = {container: None}
    boxes = [_box_of(block.element, known) for block in blocks]
    text: Counter[Look] = Counter()
    for block, box in zip(blocks, boxes, strict=True):
        if box is not None and is_running(block):
            text[look_of(box)] += len(block.text)
    whole = sum(len(block.text) for block in blocks if is_running(block))
    off = [
        box is not None and block.kind != "quote" and (is_hidden(box) or text[look_of(box)] <= _MAIN * whole)
        for block, box in zip(blocks, boxes, strict=True)
    ]
    lost = sum(len(block.text) for block, gone in zip(blocks, off, strict=True) if gone and is_running(block))
    if lost <= _NEARLY_ALL * whole:
        return off
    hidden = [box is not None and is_hidden(box) for box in boxes]
    seen = any(is_running(block) for block, unseen in zip(blocks, hidden, strict=True) if not unseen)
    return hidden if seen else [False] * len(blocks)


def _box_of(element: HtmlElement, known: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The innermost element round it, inside the container, that is hidden or called something beside the story."""
    chain, box = [], None
    current: HtmlElement | None = element
    while current is not None and current not in known:
        chain.append(current)
        if is_hidden(current) or _is_called_aside(current):
            box = current
            break
        current = current.getparent()
    else:
        box = known[current] if current is not None else None
    known.update(dict.fromkeys(chain, box))
    return box


def _is_called_aside(element: HtmlElement) -> bool:
    return element.get("aria-hidden") == "true" or (element.tag in _BOXES and stands_aside(element))
