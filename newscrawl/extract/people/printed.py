"""Bylines as a page prints them near its headline and at the foot of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice

from lxml.html import HtmlElement

from newscrawl.extract.bylines.names import ROLES, unique_names
from newscrawl.extract.bylines.reading import Byline, read_byline
from newscrawl.extract.datelines.forms import is_dateline_only
from newscrawl.extract.fields.topics import section_candidates
from newscrawl.extract.lexicon.brands import is_brand
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.people.declared import MOST_NAMES
from newscrawl.extract.people.elements import has_mark, is_beside, is_byline_element, linked_names
from newscrawl.extract.text.folding import fold

_SECTION_PAGE = re.compile(
    r"/(?:kategori|categor(?:y|ie|ia)|rubrik|kanal|channel|section|topi[ck]|tags?)/", re.IGNORECASE
)
LONGEST_LINE = 160
_LONGEST_LABEL = 20
_MENU = 3
"""Items that are links, beside another one, make a menu."""


class _Sections:
    """What a story is filed under and stands beside its date, as a writer does: ``Hukum Kriminal | 28 November``."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(fold(text) for text, _ in section_candidates(self._document))

    def hold(self, name: str, block: Block) -> bool:
        """Whether the name is a section's, or links to a list of stories."""
        key = fold(name)
        filed = (a for a in block.element.iter("a") if _SECTION_PAGE.search(a.get("href") or ""))
        if key in self._names or any(fold(text_of(anchor, 100)) == key for anchor in islice(filed, MOST_NAMES)):
            return True
        named = (anchor for anchor, _ in self._document.outline.links if (anchor.text or "").strip() == name)
        return any(_is_of_a_menu(anchor) for anchor in named if not is_byline_element(anchor))


def _is_of_a_menu(anchor: HtmlElement) -> bool:
    """Whether the link stands in a navigation, or is an item of a list of links."""
    if next(anchor.iterancestors("nav"), None) is not None:
        return True
    item = anchor.getparent()
    if item is None or item.tag != "li":
        return False
    beside = islice(item.itersiblings(), _MENU), islice(item.itersiblings(preceding=True), _MENU)
    return len([other for other in chain(*beside) if len(other) == 1 and other[0].tag == "a"]) >= _MENU


def printed_bylines(
    document: Document, container: HtmlElement, around: Sequence[Block], *, are_declared: bool
) -> list[Byline]:
    """Bylines near the headline and at the foot of the text; a story is signed within its body, the ``container``.

    ``are_declared``: the page declares its writers, and what is printed can only confirm them.
    """
    found: list[Byline] = []
    sections = None if are_declared else _Sections(document)
    for block in around:
        if block.kind == "caption" or _is_teasers(block):
            continue
        lines = [line for line in _stacked(block).split("\n") if _may_name(line, document.brands)]
        bylines = _joined(_bylines(document, block, lines, sections)) if lines else []
        if bylines and container not in (block.element, *block.element.iterancestors()):
            bylines = [replace(byline, is_signed=False) for byline in bylines]
        found += bylines
    return found


def _bylines(document: Document, block: Block, lines: Sequence[str], sections: _Sections | None) -> list[Byline]:
    """Those of the lines that name somebody."""
    found = []
    for line in lines:
        byline = read_byline(line, document.brands)
        if not (byline.authors or byline.editors) or _is_dateline(line, document.brands) or is_beside(block):
            continue
        if sections is None or byline.is_signed or not any(sections.hold(name, block) for name in byline.authors):
            found.append(_apart(document, byline, block))
    return found


def _joined(bylines: list[Byline]) -> list[Byline]:
    """The lines of one block as one byline where each is signed: ``Reporter: X`` over ``Penulis: Y``."""
    writing = [byline for byline in bylines if byline.authors]
    if len(writing) < 2 or not all(byline.is_signed for byline in writing):
        return bylines
    authors = unique_names(name for byline in bylines for name in byline.authors)
    editors = unique_names(name for byline in bylines for name in byline.editors)
    return [Byline(authors, editors, is_signed=True)]


def _apart(document: Document, byline: Byline, block: Block) -> Byline:
    """The byline with its writers one by one where nothing but their links does that: ``<a>X</a> <a>Y</a>``."""
    linked = linked_names(document, block.element) if block.link_share and len(byline.authors) == 1 else ()
    return replace(byline, authors=linked) if byline.authors == (" ".join(linked),) else byline


def _stacked(block: Block) -> str:
    """The block's text; behind a label that stands alone, that of the next element too: ``Editor`` over a name.

    A label that is a link is an item of a menu.
    """
    label = block.text.strip(" :")
    if len(label) > _LONGEST_LABEL or block.link_share == 1.0 or ROLES.get(fold(label)) not in ("author", "editor"):
        return block.text
    following = next(block.element.itersiblings("*"), None)
    return f"{label}: {text_of(following, LONGEST_LINE)}" if following is not None else block.text


def _is_teasers(block: Block) -> bool:
    """Whether it is a heading that is all link, the label too, and leads to no writer: the byline of another story."""
    if block.kind != "head" or block.link_share < 1.0:
        return False
    anchors = [e for e in (*block.element.iterancestors("a"), *block.element.iter("a")) if e.get("href")]
    return not any(is_byline_element(anchor) or anchor.get("href", "").startswith("#") for anchor in anchors)


def _may_name(line: str, brands: Sequence[str]) -> bool:
    """Whether a short line has a byline's label or separator, or ends with the paper's name."""
    if len(line) > LONGEST_LINE:
        return False
    if has_mark(line):
        return True
    _, comma, last = line.rpartition(", ")
    return bool(comma) and len(line) <= 80 and is_brand(last, brands)


def _is_dateline(line: str, brands: Sequence[str]) -> bool:
    """``Pulau Rante, Kanal Nusa --`` has a separator and names nobody."""
    return has_mark(line) and is_dateline_only(line, brands)
