"""The part of the page that is about the article: what stands around the headline, the body, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml.html import HtmlElement

from newscrawl.extract.blocks import BEHIND, MOST_BLOCKS, SKIPPED, Block, read_blocks, text_of
from newscrawl.extract.container import RunningText, choose_container
from newscrawl.extract.marks import furniture_by_name, is_hidden, says_body
from newscrawl.extract.selectors import select_any
from newscrawl.extract.summaries import is_summary
from newscrawl.extract.tree import Document

_LISTS = frozenset({"ul", "ol", "div", "section"})
_FRAMES = frozenset({"figure", "figcaption"})
_LITTLE, _SUMMARY = 0.12, 0.4
"""Shares of the body's running text: what holds more is no picture, teaser or hidden thing, and no summary box."""
_AROUND = BEHIND
_HEADLINE = 25
_MOST_IN_CARDS = 0.4
"""Share of the body's running text: what holds more is the story, told of one thing after another."""
_LONGEST_ROW, _LOOKED_AT = 20, 8
_CARDS = frozenset({"li", "div", "article", "section", "a"})
_BOXES = frozenset({"figure", "figcaption", "article", "ul", "ol", "div", "section", "aside", "form", "blockquote"})
_FORM_BOXES = frozenset({"div", "section", "aside", "form"})
_LONGEST_FORM_BOX = 700
_MOST_OF_CARD = 100
"""Elements of a card that are looked at: a card is small."""


@dataclass(frozen=True)
class Region:
    """The blocks of the smallest element that holds headline and body, in three parts."""

    running: RunningText
    heading: HtmlElement | None
    container: HtmlElement
    source: str
    furniture: frozenset[HtmlElement]
    before: Sequence[Block]
    body: Sequence[Block]
    after: Sequence[Block]

    @property
    def is_named(self) -> bool:
        """Whether the site's definition says where the body is."""
        return self.source.startswith("site ")

    @property
    def is_cut(self) -> bool:
        """Whether there was more than is ever read."""
        return len(self.before) + len(self.body) + len(self.after) >= MOST_BLOCKS

    @property
    def between(self) -> Sequence[Block]:
        """The blocks that stand under the headline and above the body."""
        under = [i for i, block in enumerate(self.before) if block.element is self.heading]
        return self.before[under[-1] + 1 :] if under else ()

    @property
    def is_beside_a_story(self) -> bool:
        """Whether names say that the text is a banner's, sidebar's or footer's, and nothing else is on the page."""
        # What holds the headline as well is the story's, whatever else its name says: ``main-wrap with sidebar``.
        above = set(self.heading.iterancestors()) if self.heading is not None else set()
        chain = [e for e in (self.container, *self.container.iterancestors()) if e not in above]
        for element in chain:
            if says_body(element):
                return False
            if furniture_by_name(element) == 2:
                return True
        return not self.running.names_are_true

    @property
    def around(self) -> Sequence[Block]:
        """The short lines near headline, head and foot of the body, nearest first: bylines and dates are among them."""
        near = [*reversed(self.before[-_AROUND:]), *self.body[:8], *self.body[8:][-8:], *self.after[:_AROUND]]
        return [block for block in near if len(block.text) <= 240]


def read_region(document: Document, heading: HtmlElement | None) -> Region:
    running = RunningText(document.root, document.outline, heading)
    container, source = choose_container(running, document.site.container)
    whole = _common(container, heading) if heading is not None else container
    marker = _Marker(running, container, select_any(whole, document.site.prune))
    blocks = read_blocks(whole, marker.is_marked, main=container)
    inside = _positions(blocks, container)
    first, last = (inside[0], inside[-1] + 1) if inside else (len(blocks), len(blocks))
    return Region(
        running, heading, container, source, frozenset(marker.found), blocks[:first], blocks[first:last], blocks[last:]
    )


def _common(container: HtmlElement, heading: HtmlElement) -> HtmlElement:
    """The innermost element that holds both, with the container's parent at least."""
    chain = [container, *container.iterancestors()]
    above = {heading, *heading.iterancestors()}
    common: HtmlElement = next((e for e in chain[1:] if e in above), chain[-1])
    return common


def _positions(blocks: Sequence[Block], container: HtmlElement) -> list[int]:
    known = {container: True}
    found = []
    for i, block in enumerate(blocks):
        chain = []
        current: HtmlElement | None = block.element
        while current is not None and current not in known:
            chain.append(current)
            current = current.getparent()
        verdict = known[current] if current is not None else False
        known.update(dict.fromkeys(chain, verdict))
        if verdict:
            found.append(i)
    return found


class _Marker:
    """Tells furniture while blocks are read: what lies within it need not be asked about."""

    def __init__(self, running: RunningText, container: HtmlElement, pruned: set[HtmlElement]) -> None:
        self.found: set[HtmlElement] = set()
        self._running, self._container, self._pruned = running, container, pruned
        self._spared = {container, *container.iterancestors()}

    def is_marked(self, element: HtmlElement) -> bool:
        if element in self._spared:
            return False
        marked = element in self._pruned or furniture_reason(element, self._running, self._container) is not None
        if marked:
            self.found.add(element)
        return marked


def furniture_reason(element: HtmlElement, running: RunningText, container: HtmlElement) -> str | None:
    """Why an element beside or in the container is no part of the story, in a few words; None when it may be."""
    if running.is_furniture(element):
        return "its name"
    is_little = running.of(element) <= _LITTLE * running.of(container)
    if is_little and is_hidden(element):
        return "hidden"
    if element.tag not in _BOXES:  # most elements
        return None
    return (is_little and _reason_of_little(element, running, container)) or _reason_of_box(element, running, container)


def _reason_of_little(element: HtmlElement, running: RunningText, container: HtmlElement) -> str | None:
    """Why a box is no part of the story that holds little of its text."""
    tag = element.tag
    if tag in _FRAMES and _is_picture(element):
        return "a picture's frame"
    if tag == "article" and is_card(element):
        return "another article's teaser"
    return "a box with a form" if tag in _FORM_BOXES and _is_form_box(element, running, container) else None


def _reason_of_box(element: HtmlElement, running: RunningText, container: HtmlElement) -> str | None:
    """Why a box of any size is no part of the story."""
    if element.tag in _LISTS and (_is_teaser_list(element) or _is_in_row_of_cards(element, running, container)):
        return "a list of teasers"
    holds_some = running.of(element) <= _SUMMARY * running.of(container)
    return "a summary box" if holds_some and is_summary(element) else None


def _is_picture(element: HtmlElement) -> bool:
    """Whether it is a picture's frame or caption; some publishers put quotes and tables in a ``<figure>`` too."""
    if element.tag == "figcaption":
        return True
    return bool(element.tag == "figure" and element.find(".//blockquote") is None and element.find(".//table") is None)


def _is_teaser_list(element: HtmlElement) -> bool:
    """Whether the children are cards: three or more alike, each a link with a picture or a heading and few words."""
    if len(element) < 3:
        return False
    children = [c for c in element if c.tag not in SKIPPED and isinstance(c.tag, str)]
    first = children[0] if children else element
    alike = [c for c in children if c.tag == first.tag and c.get("class") == first.get("class")]
    return len(alike) >= 3 and len(alike) >= 0.6 * len(children) and _mostly_cards(alike[:12])


def _is_in_row_of_cards(element: HtmlElement, running: RunningText, container: HtmlElement) -> bool:
    """Whether it is one of three or more cards alike, one behind another, in an element that holds the story too."""
    if element.tag not in _CARDS or not _has_like(element):
        return False
    most = _MOST_IN_CARDS * running.of(container)
    if running.of(element) >= most or next(element.iter("a"), None) is None:
        return False
    row = [element, *_alike_beside(element, preceding=True), *_alike_beside(element, preceding=False)]
    if not 3 <= len(row) <= _LONGEST_ROW or sum(map(running.of, row)) >= most:
        return False
    if not _is_headed_by_link(element) or container not in element.iterancestors():
        return False
    return is_card(element) and _mostly_cards(row[:_LOOKED_AT])


def _is_headed_by_link(element: HtmlElement) -> bool:
    """Whether a headline is linked; a picture of the story's own may be linked too."""
    anchors = islice(element.iter("a"), _MOST_OF_CARD)
    return any(len(anchor.text_content().strip()) >= _HEADLINE for anchor in anchors)


def _alike_beside(element: HtmlElement, *, preceding: bool) -> list[HtmlElement]:
    beside = takewhile(lambda other: _is_like(element, other), element.itersiblings(preceding=preceding))
    return list(islice(beside, _LONGEST_ROW))


def _has_like(element: HtmlElement) -> bool:
    return _is_like(element, element.getnext()) or _is_like(element, element.getprevious())


def _is_like(element: HtmlElement, other: HtmlElement | None) -> bool:
    return other is not None and other.tag == element.tag and other.get("class") == element.get("class")


def _is_form_box(element: HtmlElement, running: RunningText, container: HtmlElement) -> bool:
    """Whether it is the widest element round a form or a field that holds little, and no one of several alike."""
    parent = element.getparent() if element in running.around_fields else None
    if parent is None or running.of(parent) <= _LITTLE * running.of(container):
        return False
    if _has_like(element):
        return False
    if container not in element.iterancestors() or next(element.iter("h1"), None) is not None:
        return False
    return len(text_of(element, _LONGEST_FORM_BOX + 1)) <= _LONGEST_FORM_BOX


def _mostly_cards(elements: list[HtmlElement]) -> bool:
    return sum(is_card(element) for element in elements) >= 0.75 * len(elements)


def _is_pictured_link(element: HtmlElement) -> bool:
    """Whether it has a picture, as an element or as a background, and a headline's length of link text."""
    looked_at = islice(element.iter("img", "div", "span"), _MOST_OF_CARD)
    pictured = any(e.tag == "img" or "background" in (e.get("style") or "") for e in looked_at)
    return pictured and _is_headed_by_link(element)


def is_card(element: HtmlElement) -> bool:
    """Whether it is a link's picture or heading with at most a teaser beside it."""
    if element.tag not in _CARDS:
        return False
    faces = ("img", "h2", "h3", "h4", "h5", "h6")
    if element.tag == "a":
        faced = next(element.iter(*faces), None) is not None
    else:
        linked = (face for anchor in element.iter("a") for face in anchor.iter(*faces))
        heading = (anchor for head in element.iter(*faces[1:]) for anchor in head.iter("a"))
        faced = next(linked, None) is not None or next(heading, None) is not None or _is_pictured_link(element)
    return faced and len(" ".join(element.text_content().split())) < 450
