"""Blocks between the story's paragraphs that only point to other pages: labelled links, lists and menus of links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from newscrawl.extract.furniture.lines import names_others
from newscrawl.extract.page.blocks import Block, normal
from newscrawl.extract.region.summaries import is_label

_LISTS = frozenset({"ul", "ol"})
_LEAST_LINKED = 0.35
_LINKED_LIST = 0.5
_LONG_ITEM = 130
"""Characters: a list whose items are longer on average tells something beside the links in it."""
_HEADLINE = 20
"""Characters of a link from which on it is a headline and no name."""
_LABEL = re.compile(r"(?:[^\n:：]{2,60}[:：]|[\s>»►▶→•|–—-]{1,5})\s?")
_LONGEST_LABEL = 40
_FULL_STOP = re.compile(r"[.。…।;,][\"'”’»)\]]*$")
_BAR = re.compile(r"\s[|•·]\s")
_TAG = re.compile(r"\[[^\[\]]{1,20}\][\s|]*")
_NEARLY_ALL = 0.9
_MENU = 2
_ANNOUNCES = re.compile(r"[:：]$")
_SHORT = 160
_TOP = 4
_MOST_OF_A_SUMMARY = 0.4


def pointers(blocks: Sequence[Block]) -> list[bool]:
    """For every block whether it points elsewhere and says nothing of the story itself."""
    lists = _linked_lists(blocks)
    found = [
        list_of(block) in lists or _is_labelled_link(block) or _is_menu(block) or _are_tagged_links(block)
        for block in blocks
    ]
    for i in range(len(blocks) - 1):
        if list_of(blocks[i + 1]) in lists and list_of(blocks[i]) is None and _announces(blocks[i]):
            found[i] = True
    for i in _summary(blocks):
        found[i] = True
    return found


def _summary(blocks: Sequence[Block]) -> Iterable[int]:
    """The places of a label and the list under it that sum the story up, above its text and in no box of their own."""
    label = next((i for i, block in enumerate(blocks[:_TOP]) if is_label(block.text)), None)
    if label is None or label + 1 == len(blocks) or (summing := list_of(blocks[label + 1])) is None:
        return ()
    end = label + 1
    while end < len(blocks) and list_of(blocks[end]) is summing:
        end += 1
    words = sum(len(block.text) for block in blocks[label:end])
    return range(label, end) if words <= _MOST_OF_A_SUMMARY * sum(len(block.text) for block in blocks) else ()


def list_of(block: Block) -> HtmlElement | None:
    """The list that the block is an item of."""
    if block.kind != "item":
        return None
    return next((element for element in block.element.iterancestors() if element.tag in _LISTS), None)


def _linked_lists(blocks: Sequence[Block]) -> set[HtmlElement | None]:
    """Lists of two items or more whose words are links by half."""
    items: dict[HtmlElement, list[Block]] = defaultdict(list)
    for block in blocks:
        holder = list_of(block)
        if holder is not None:
            items[holder].append(block)
    return {holder for holder, listed in items.items() if _are_links(listed)}


def _are_links(items: Sequence[Block]) -> bool:
    words = sum(len(item.text) for item in items)
    linked = sum(item.link_share >= _LEAST_LINKED for item in items)
    share = sum(min(item.linked, len(item.text)) for item in items) / max(1, words)
    return len(items) > 1 and linked >= 0.8 * len(items) and share >= _LINKED_LIST and words < _LONG_ITEM * len(items)


def _is_labelled_link(block: Block) -> bool:
    """``Must see: A Bridge of Bamboo``, ``>> A Bridge of Bamboo``: a label or arrows, then a link and no full stop.

    Behind a label of other stories a headline may end as a sentence does.
    """
    if block.link_share < _LEAST_LINKED or block.kind == "cell":
        return False
    last = next((anchor for anchor in block.element.iter("a") if normal(anchor.text_content())), None)
    link = normal(last.text_content()) if last is not None else ""
    if len(link) < _HEADLINE or not block.text.endswith(link):
        return False
    label = block.text.removesuffix(link)
    if _FULL_STOP.search(block.text):
        return 0 < len(label) <= _LONGEST_LABEL and names_others(label)
    return _LABEL.fullmatch(label) is not None


def _is_menu(block: Block) -> bool:
    """``Scores | Tables | Fixtures``."""
    return block.link_share >= _LEAST_LINKED and len(_BAR.findall(block.text)) >= _MENU


def _are_tagged_links(block: Block) -> bool:
    """``A Bridge of Bamboo [VIDEO] The Ferry at Night [INSIGHT]``: headlines, each with its kind in brackets."""
    if block.link_share < _LINKED_LIST or "[" not in block.text:
        return False
    headlines, tags = _TAG.subn("", block.text)
    return tags > 0 and block.linked >= _NEARLY_ALL * len(headlines)


def _announces(block: Block) -> bool:
    """Whether it is a heading over what follows."""
    if len(block.text) > _SHORT:
        return False
    return block.kind == "head" or _ANNOUNCES.search(block.text) is not None
