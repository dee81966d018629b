"""The other stories that a page recommends in the midst of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.furniture.lines import headline_behind_label, is_furniture, names_others, strip_inline
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.recall import remembered
from newscrawl.model.article import RelatedLink
from newscrawl.model.urls import url_key

_MAX = 40
_RELATED_NAME = re.compile(
    r"baca-?_?juga|read-?_?also|related|terkait|linksisip|lihat-?_?j(?:uga|g)|picked-article|recommend|rekomendasi|sisip|readmore",
    re.IGNORECASE,
)
_BEHIND = 6
"""Blocks behind a label that may be the links it announces."""
_PARAGRAPH = 80
_HEADLINE = 15
_CHAIN = 6
_MOST_ASKED = 200
"""Blocks that announce others."""
_ANCHORS = 200
"""Links of one element that are looked at: a body without paragraphs is one element, and asked once for every line."""


def read_related(document: Document, region: Region) -> tuple[RelatedLink, ...]:
    """Links of read-also boxes and lines in the body, in order, each once."""
    found: dict[str, RelatedLink] = {}
    for anchor in dict.fromkeys(islice(_anchors(region), _MOST_ASKED * _MAX)):
        text = headline_behind_label(text_of(anchor, 300))
        url = document.absolute(anchor.get("href")) if len(text) >= _HEADLINE else None
        if url is None or (key := url_key(url)) == url_key(document.url) or is_furniture(text):
            continue
        found.setdefault(key, RelatedLink(text, url))
        if len(found) >= _MAX:
            break
    return tuple(found.values())


def _anchors(region: Region) -> Iterator[HtmlElement]:
    if region.is_beside_a_story:
        return
    following, asked = 0, 0
    texts: dict[HtmlElement, list[tuple[HtmlElement, str]]] = {}
    for block in region.body:
        if asked >= _MOST_ASKED:
            return
        announcing = _announcing(block)
        if announcing:
            following = _BEHIND
            asked += 1
            yield from _linked(block, announcing, texts)
        elif (following and block.link_share > 0.8) or (block.furniture and _is_named(block)):
            asked += 1
            yield from _linked(block, block.text, texts)
        elif len(block.text) >= _PARAGRAPH and not block.linked:
            following = 0
        following = max(0, following - 1)


def _announcing(block: Block) -> str:
    """The block's lines, or ends of lines, that announce other stories."""
    found: list[str] = []
    longest = 300 if block.linked else 40
    for line in block.text.split("\n"):
        if len(line) < longest and names_others(line):
            found.append(line)
        elif 0 < len(end := _end_of(line)) < longest and names_others(end):
            found.append(end)
    return "\n".join(found)


def _end_of(line: str) -> str:
    """What furniture the line ends in; nothing of most."""
    stripped = strip_inline(line)
    return "" if stripped is line else line.removeprefix(stripped)


def _linked(block: Block, text: str, texts: dict[HtmlElement, list[tuple[HtmlElement, str]]]) -> Iterator[HtmlElement]:
    """The links round a block, and those in it whose words stand in ``text``; ``texts`` is what was read before."""
    element = block.element
    yield from (ancestor for ancestor in islice(element.iterancestors(), _CHAIN) if ancestor.tag == "a")
    parent = element.getparent()
    # A small table's row is a block of several cells.
    holder = parent if block.kind == "cell" and parent is not None else element
    wanted = " ".join(text.split())
    if holder not in texts:
        texts[holder] = [(anchor, text_of(anchor, 300)) for anchor in islice(holder.iter("a"), _ANCHORS)]
    yield from (anchor for anchor, said in texts[holder] if said in wanted)


def _is_named(block: Block) -> bool:
    """Whether an element round the block calls itself a box of other stories."""
    chain = (block.element, *islice(block.element.iterancestors(), _CHAIN))
    return any(map(_calls_itself_related, chain))


def _calls_itself_related(element: HtmlElement) -> bool:
    name, own = element.get("class"), element.get("id")
    return (name is not None and _names_related(name)) or (own is not None and _names_related(own))


@remembered(4_096)
def _names_related(name: str) -> bool:
    return _RELATED_NAME.search(name) is not None
