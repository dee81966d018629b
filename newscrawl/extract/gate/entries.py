"""The entries of a list of pages: a linked headline with a text below it, or a text that ends in ``Read more``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.gate.declared_kind import names_a_story
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.model.urls import url_key
from newscrawl.model.words import count_words

FEWEST = 4
"""Entries that make a list."""
_MOST_BLOCKS = 600
"""Blocks that are looked at: no list needs more to show what it is."""
_HEADLINE, _HEADLINE_WORDS = 15, 5
_LABEL = 25
_BESIDE_LINK = 30
"""Characters behind a linked headline on its own line: a date, a section."""
_TEXT, _TEXT_WORDS = 50, 12
"""Characters or words of a block that tells something."""
_TEASER = 40
_MOST_ANCHORS = 10


@dataclass(frozen=True)
class Entries:
    """What a page holds of a list."""

    count: int = 0
    """Other pages of the site that an entry with a text leads to."""
    before: int = 0
    """Texts above the first entry."""
    texts: int = 0
    are_headings: bool = False


def headed_entries(document: Document, region: Region) -> Entries:
    """The entries of the commonest look that begin with the linked headline of another page."""
    blocks = _blocks(region)
    # An element opens with its first block alone, and ends with its last: none is looked through for each of its texts.
    firsts = {block.element: i for i, block in reversed(list(enumerate(blocks)))}
    opened = {i: anchor for i in sorted(firsts.values()) if (anchor := _opening_link(blocks[i])) is not None}
    looks = Counter(_look(blocks[i]) for i in opened)
    look, most = looks.most_common(1)[0] if looks else (None, 0)
    if most < FEWEST:
        return Entries()
    targets = _targets(document, {i: anchor for i, anchor in opened.items() if _look(blocks[i]) == look})
    told: set[str] = set()
    current, before, texts = "", 0, 0
    for i, block in enumerate(blocks):
        current = targets.get(i, current)
        tells = _holds_teaser(block) if i in targets else _tells(block)
        texts += tells
        if tells and current:
            told.add(current)
        before += tells and not current
    return Entries(len(told), before, texts, any(blocks[i].kind == "head" for i in targets))


def labelled_entries(document: Document, region: Region) -> Entries:
    """The entries that each end in a link with one and the same short label to another page."""
    blocks = _blocks(region)
    labels: dict[str, dict[int, HtmlElement]] = defaultdict(dict)
    for i in {block.element: i for i, block in enumerate(blocks)}.values():
        anchor = _last_link(blocks[i])
        if anchor is not None:
            labels[text_of(anchor, _LABEL + 1).lower()][i] = anchor
    found = max(labels.values(), key=len, default={})
    if len(found) < FEWEST:
        return Entries()
    targets = _targets(document, found)
    told: set[str] = set()
    before = waiting = texts = 0
    for i, block in enumerate(blocks):
        tells = _tells(block)
        texts += tells
        waiting += tells
        if i in targets:
            before = before if told else waiting
            if waiting:
                told.add(targets[i])
            waiting = 0
    return Entries(len(told), before, texts)


def _blocks(region: Region) -> Sequence[Block]:
    return [*region.between, *region.body[:_MOST_BLOCKS]]


def _look(block: Block) -> tuple[str, str | None]:
    return block.element.tag, block.element.get("class")


def _opening_link(block: Block) -> HtmlElement | None:
    """The link with a headline that the block begins with, where nothing but a date follows on its line."""
    if not block.linked:
        return None
    first, _, more = block.text.partition("\n")
    for anchor, text in _links(block, first):
        if not text:
            continue
        is_headline = len(text) >= _HEADLINE or count_words(text) >= _HEADLINE_WORDS
        is_alone = block.link_share > 0.7 or (more and len(first) - len(text) <= _BESIDE_LINK)
        return anchor if is_headline and is_alone and first.startswith(text) else None
    return None


def _links(block: Block, first: str) -> Iterator[tuple[HtmlElement, str]]:
    """The link round the block, or the first ones in it, each with its text."""
    parent = block.element.getparent()
    if parent is not None and parent.tag == "a":
        yield parent, first
        return
    for anchor in islice(block.element.iter("a"), 3):
        yield anchor, text_of(anchor, 300)


def _last_link(block: Block) -> HtmlElement | None:
    """The link with a label of a few letters that the block ends in."""
    if not block.linked:
        return None
    anchors = list(islice(block.element.iter("a"), _MOST_ANCHORS))
    label = text_of(anchors[-1], _LABEL + 1) if anchors else ""
    return anchors[-1] if 2 <= len(label) <= _LABEL and block.text.endswith(label) else None


def _targets(document: Document, anchors: Mapping[int, HtmlElement]) -> dict[int, str]:
    """The keys of the site's other pages that the links lead to."""
    found = {}
    own = urlsplit(document.url).path.rstrip("/")
    is_story = names_a_story(document.url)
    for i, anchor in anchors.items():
        url = document.absolute(anchor.get("href"))
        # The page's own address with a query answers a comment, one below it is an update of a live report.
        if url is None or not document.site.owns(url):
            continue
        path = urlsplit(url).path.rstrip("/")
        if path == own or (is_story and path.startswith(f"{own}/")):
            continue
        try:
            found[i] = url_key(url)
        except ValueError:
            continue
    return found


def _tells(block: Block) -> bool:
    """Whether the block is a text of its own."""
    if block.kind == "head" or block.link_share >= 0.4:
        return False
    return len(block.text) >= _TEXT or count_words(block.text) >= _TEXT_WORDS


def _holds_teaser(block: Block) -> bool:
    """Whether a linked headline has a text below it in its own block."""
    unlinked = len(block.text) - block.linked
    return "\n" in block.text and (unlinked >= _TEASER or count_words(block.text.partition("\n")[2]) >= _TEXT_WORDS)
