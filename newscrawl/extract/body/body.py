"""The words of the article: the blocks of its container that are the story's, in the page's own order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from newscrawl.extract.body.judgement import Look, is_running, judge, look_of
from newscrawl.extract.body.pointers import list_of, pointers
from newscrawl.extract.body.second_opinion import ask_trafilatura
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.page.blocks import Block, ends_as_sentence, read_blocks
from newscrawl.extract.region.region import Region

_LINKED = 0.3
"""A block of links and little else lies above this share of linked characters."""
_NEARLY_LINKED = 0.7
_BOLD = 0.9
_LITTLE = 250
"""A container with less running text than this was chosen badly, or the page holds little: the whole page is tried."""
_MOST_TOLD = 0.6
_OF_OTHERS = frozenset({"read-also", "comments", "share"})
_STRAY = 400
"""Characters: short blocks that hold more together are a list of the story's."""
_GROUPS = frozenset({"ul", "ol", "li", "dl", "blockquote", "table", "tbody", "thead", "tr", "td", "th"})
_SMALL_PRINT = re.compile(
    r"font-size\s*:\s*(?:(?:\d|1[012])(?:\.\d+)?px|[0-8](?:\.\d+)?pt|0?\.[1-8]\d*r?em|[1-8]\d(?:\.\d+)?%|small|x-small|xx-small)",
    re.IGNORECASE,
)
_DATELINE_ALONE = re.compile(r"\w[^\n]{1,60}\s*[-–—]{1,2}")  # detik's "<strong>Jakarta</strong> - <p>"


def read_body(region: Region) -> list[Block]:
    """The blocks of the story in order."""
    blocks = _without_pointers([block for block in region.body if not block.furniture])
    story = _completed(blocks, judge(region.container, blocks))
    running = region.running
    if _length(story) < _LITTLE and running.total > max(2 * _LITTLE, 2 * running.of(region.container)):
        whole = [block for block in read_blocks(running.body, region.furniture.__contains__) if not block.furniture]
        wider = _completed(whole, ask_trafilatura(running.body, whole, region.furniture))
        return wider if _length(wider) > 2 * _length(story) else story
    opening = [] if region.is_named else _opening(region)
    return [*opening, *story] if _length(opening) < _length(story) else story


def _without_pointers(blocks: Sequence[Block]) -> list[Block]:
    return [block for block, points in zip(blocks, pointers(blocks), strict=True) if not points]


def _opening(region: Region) -> list[Block]:
    """The story's first paragraphs where they stand apart from the others: above a list of what it tells of, say.

    A single one under the headline is a standfirst.
    """
    above = [block for block in region.between if not block.furniture and block.kind in {"p", "head"}]
    running = [block for block in above if block.element.tag == "p" and is_running(block)]
    if not running:
        return []
    holder = _holder(running[-1])
    beside = [block for block in above if _alike(_holder(block), holder) and block.link_share < _NEARLY_LINKED]
    return beside if len(running) > 1 and _length(beside) >= _LITTLE else []


def _alike(one: HtmlElement | None, other: HtmlElement | None) -> bool:
    return one is not None and other is not None and (one.tag, one.get("class")) == (other.tag, other.get("class"))


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if is_running(block))


def _completed(blocks: Sequence[Block], kept: list[bool]) -> list[Block]:
    """The blocks that were judged to be the story's, and the paragraphs between them that are of their kind."""
    if not any(kept):
        return [block for block in blocks if is_running(block)]
    _restore(blocks, kept)
    first = _restore_head(blocks, kept)
    if first and _DATELINE_ALONE.fullmatch(blocks[first - 1].text):
        kept[first - 1] = True
    story = [block for block, keep in zip(blocks, kept, strict=True) if keep]
    story = story[: _end_before_others(story)]
    story = story[: _end_of(story)]
    return story[: _end_before_small_print(story)]


def _restore(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Mark what was judged off and is the story's all the same: alike to, or beside, the paragraphs that stay."""
    kinds = {look_of(block.element) for block, keep in zip(blocks, kept, strict=True) if keep}
    for i, block in enumerate(blocks):
        if not kept[i] and (look_of(block.element) in kinds or block.kind == "head"):
            kept[i] = is_running(block) and (block.kind != "head" or block.link_share == 0)
    holders = {_holder(block) for block, keep in zip(blocks, kept, strict=True) if keep}
    last = max(i for i, keep in enumerate(kept) if keep)
    for i in range(kept.index(True), last):
        block = blocks[i]
        kept[i] |= block.link_share < _LINKED and (look_of(block.element) in kinds or _holder(block) in holders)
        kept[i] |= block.element in holders and _is_said_between(block)


def _is_said_between(block: Block) -> bool:
    """Whether it is a bare sentence, the words before a list, or a subhead in bold: old editors leave them so."""
    if ends_as_sentence(block.text):
        said = not block.text[:-1].isalpha()  # a word alone is the place of a dateline
    else:
        said = block.text.endswith((":", "：")) or block.strong >= _BOLD * len(block.text)
    return said and not block.linked


def _restore_head(blocks: Sequence[Block], kept: list[bool]) -> int:
    """Mark what stands right above the first block and looks like one further down: the first of a live blog's hours.

    Gives the position of the first block.
    """
    first = kept.index(True)
    named = {
        look_of(block.element) for block, keep in zip(blocks, kept, strict=True) if keep and block.element.get("class")
    }
    while first and blocks[first - 1].link_share < _LINKED and look_of(blocks[first - 1].element) in named:
        first -= 1
        kept[first] = True
    return first


def _end_before_others(story: Sequence[Block]) -> int:
    """How many blocks stand before the heading of other stories or of comments, when what follows is set otherwise."""
    if not any(block.kind == "head" for block in story):
        return len(story)
    told, whole = 0, _length(story)
    for i, block in enumerate(story):
        if block.kind != "head":
            told += len(block.text) * is_running(block)
        elif told >= _MOST_TOLD * whole and is_furniture(block.text) in _OF_OTHERS and not _goes_on(story, i):
            return i
    return len(story)


def _goes_on(story: Sequence[Block], at: int) -> bool:
    """Whether a paragraph behind the block stands in an element like those that hold the ones before it."""
    holders = {_look_of_holder(block) for block in story[:at] if is_running(block)}
    return any(is_running(block) and _look_of_holder(block) in holders for block in story[at:])


def _end_of(story: Sequence[Block]) -> int:
    """How many blocks there are without the short ones at the end that stand in boxes of their own."""
    held: Counter[Look | None] = Counter()
    for block in story:
        held[_look_of_holder(block)] += len(block.text) * is_running(block)
    most = 0.1 * sum(held.values())
    end = len(story)
    while end and not is_running(story[end - 1]) and held[_look_of_holder(story[end - 1])] < most:
        end -= 1
    strays = story[end:]
    is_list = bool(end and strays) and _is_list_of(strays[0], story[end - 1])
    return len(story) if is_list or sum(len(block.text) for block in strays) > _STRAY else end


def _is_list_of(item: Block, before: Block) -> bool:
    """Whether an item belongs to the block before it: another of its list, or the words that announce it."""
    cut = list_of(item)
    announced = before.text.endswith((":", "：")) and not item.linked
    return cut is not None and (announced or cut is list_of(before))


def _end_before_small_print(story: Sequence[Block]) -> int:
    """How many blocks stand before those at the end that are set apart and smaller: a company's words of itself, say.

    None is small where the story is set so itself, or by half.
    """
    small = [_SMALL_PRINT.search(block.element.get("style") or "") is not None for block in story]
    end = len(story)
    while end and small[end - 1]:
        end -= 1
    few = 2 * sum(len(block.text) for block in story[end:]) <= sum(len(block.text) for block in story[:end])
    if end == len(story) or not few or any(small[:end]):
        return len(story)
    return end if _is_set_apart(story[end], story[end - 1]) else len(story)


def _is_set_apart(block: Block, before: Block) -> bool:
    """Whether a line is drawn above it, or it stands in a box of its own."""
    above = block.element.getprevious()
    lined = (above is not None and above.tag == "hr") or "border-top" in (block.element.get("style") or "")
    return lined or _holder(block) is not _holder(before)


def _look_of_holder(block: Block) -> Look | None:
    holder = _holder(block)
    return look_of(holder) if holder is not None else None


def _holder(block: Block) -> HtmlElement | None:
    """The element that a block's element stands in; for an item of a list the one that the list stands in."""
    holder = block.element.getparent()
    while holder is not None and holder.tag in _GROUPS:
        holder = holder.getparent()
    return holder
