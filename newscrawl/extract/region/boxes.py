"""Which elements beside or in the container are no part of the story: by their name, their build and what they hold."""

from __future__ import annotations

from itertools import islice, takewhile

from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import SKIPPED, text_of
from newscrawl.extract.page.marks import is_hidden
from newscrawl.extract.region.container import RunningText
from newscrawl.extract.region.summaries import is_summary

_LISTS = frozenset({"ul", "ol", "div", "section"})
_FRAMES = frozenset({"figure", "figcaption"})
_LITTLE, _SUMMARY = 0.12, 0.4
"""Shares of the body's running text: what holds more is no picture, teaser or hidden thing, and no summary box."""
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


class Furniture:
    """Tells what beside or in the container is no part of the story."""

    def __init__(self, running: RunningText, container: HtmlElement) -> None:
        self._running, self._container = running, container
        self._of = running.of
        whole = running.of(container)
        self._little, self._some, self._most_in_cards = _LITTLE * whole, _SUMMARY * whole, _MOST_IN_CARDS * whole

    def reason_of(self, element: HtmlElement) -> str | None:
        """Why an element is no part of the story, in a few words; None when it may be."""
        if self._running.is_furniture(element):
            return "its name"
        is_little = self._of(element) <= self._little
        if is_little and is_hidden(element):
            return "hidden"
        if element.tag not in _BOXES:  # most elements
            return None
        return (is_little and self._reason_of_little(element)) or self._reason_of_box(element)

    def _reason_of_little(self, element: HtmlElement) -> str | None:
        """Why a box is no part of the story that holds little of its text."""
        tag = element.tag
        if tag in _FRAMES and _is_picture(element):
            return "a picture's frame"
        if tag == "article" and is_card(element):
            return "another article's teaser"
        return "a box with a form" if tag in _FORM_BOXES and self._is_form_box(element) else None

    def _reason_of_box(self, element: HtmlElement) -> str | None:
        """Why a box of any size is no part of the story."""
        if element.tag in _LISTS and (_is_teaser_list(element) or self._is_in_row_of_cards(element)):
            return "a list of teasers"
        return "a summary box" if self._of(element) <= self._some and is_summary(element) else None

    def _is_in_row_of_cards(self, element: HtmlElement) -> bool:
        """Whether it is one of three or more cards alike, one behind another, in what holds the story too."""
        if element.tag not in _CARDS or not _has_like(element):
            return False
        if self._of(element) >= self._most_in_cards or next(element.iter("a"), None) is None:
            return False
        row = [element, *_alike_beside(element, preceding=True), *_alike_beside(element, preceding=False)]
        if not 3 <= len(row) <= _LONGEST_ROW or sum(map(self._of, row)) >= self._most_in_cards:
            return False
        if not _is_headed_by_link(element) or self._container not in element.iterancestors():
            return False
        return is_card(element) and _mostly_cards(row[:_LOOKED_AT])

    def _is_form_box(self, element: HtmlElement) -> bool:
        """Whether it is the widest element round a form or a field that holds little, and no one of several alike."""
        parent = element.getparent() if element in self._running.around_fields else None
        if parent is None or self._of(parent) <= self._little:
            return False
        if _has_like(element):
            return False
        if self._container not in element.iterancestors() or next(element.iter("h1"), None) is not None:
            return False
        return len(text_of(element, _LONGEST_FORM_BOX + 1)) <= _LONGEST_FORM_BOX


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
    if first.tag not in _CARDS:  # a body's paragraphs
        return False
    alike = [c for c in children if c.tag == first.tag and c.get("class") == first.get("class")]
    return len(alike) >= 3 and len(alike) >= 0.6 * len(children) and _mostly_cards(alike[:12])


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
