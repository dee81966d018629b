"""Elements that call themselves a byline, or link to a writer's page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.bylines.names import begins_as_byline, unique_names
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.people.declared import MOST_NAMES, names_in
from newscrawl.extract.region.boxes import is_card
from newscrawl.extract.text.recall import remembered

_BYLINE_NAME = re.compile(r"byline|author|penulis|reporter|journalist|pewarta|writer|autor|auteur", re.IGNORECASE)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|penulis|reporters?|profiles?|profil|people|contributors?|writers?)/.",
    re.IGNORECASE,
)
_COMMENTER = re.compile(r"comment|komentar|respond", re.IGNORECASE)
_PICTURE_CREDIT = re.compile(r"^\W*(?:foto|photo|bild|image|gambar|fotografer|photograph)", re.IGNORECASE)
_MARK = re.compile(r"[:/|\-–—@]")
_BY = re.compile(r"\bby\s", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]?$")
LONGEST_BYLINE = 100
_LINKED, _MOSTLY_LINKED = 0.3, 0.8
_NAMING = ("a", "span", "strong", "b", "address", "cite")
_MOST_ROUND_A_COMMENT = 3


def marked_names(document: Document, around: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """The names in the first element near the story that calls itself a byline."""
    others: set[HtmlElement] = set()  # blocks share what stands round them
    for block in (block for block in around if block.kind != "caption" and not _is_sentence(block)):
        outer = islice(block.element.iterancestors(), 3)
        inner = block.element.iterdescendants(*_NAMING)
        for element in (block.element, *outer, *inner):
            if element in others:
                continue
            if not is_byline_element(element) or _is_comment(element):
                others.add(element)
                continue
            text = text_of(element, 300)
            fits = 3 <= len(text) <= 200 and not _PICTURE_CREDIT.match(text)
            names = _names_of(document, block, element, text) if fits else ()
            if names and not is_beside(block):
                yield names
                return


def _names_of(document: Document, block: Block, element: HtmlElement, text: str) -> tuple[str, ...]:
    """The writers that a byline element names, with those of its likes beside it: ``<a>X</a> dan <a>Y</a>``."""
    is_inner = element.tag in _NAMING and element is not block.element
    twins = [] if is_inner else _twins(element)
    if len(twins) > 1:
        return unique_names(name for twin in twins for name in names_in(document, text_of(twin, 300)))
    return linked_names(document, block.element if is_inner else element) or names_in(document, text)


def _twins(element: HtmlElement) -> list[HtmlElement]:
    """The element with those beside it that are called the same, if they are few."""
    parent, name = element.getparent(), element.get("class")
    alike = (
        [e for e in parent.iterchildren(element.tag) if e.get("class") == name] if name and parent is not None else []
    )
    return alike if len(alike) <= MOST_NAMES else []


def linked_names(document: Document, element: HtmlElement) -> tuple[str, ...]:
    """The writers whom the element names one by one, each in a link or span of its own."""
    marked = [e for e in element.iterdescendants(*_NAMING) if is_byline_element(e)][:MOST_NAMES]
    single = [e for e in marked if not any(inner in marked for inner in e.iterdescendants(*_NAMING))]
    if len(single) < 2:
        return ()
    names = unique_names(name for one in single for name in names_in(document, text_of(one, 100)))
    return names if len(names) > 1 else ()


def _is_sentence(block: Block) -> bool:
    """Whether it is of the story, where a link to a person's page is to one whom the story tells of."""
    if len(block.text) > LONGEST_BYLINE:
        return block.link_share < _LINKED
    ends = _SENTENCE_END.search(block.text) is not None
    return ends and block.link_share < _MOSTLY_LINKED and not has_mark(block.text)


def _is_comment(element: HtmlElement) -> bool:
    """Whether it stands in what readers wrote under the story."""
    return any(
        _COMMENTER.search(f"{around.get('class') or ''} {around.get('id') or ''}")
        for around in islice(element.iterancestors(), _MOST_ROUND_A_COMMENT)
        if around.find(".//h1") is None
    )


def is_beside(block: Block) -> bool:
    """Whether it is of a picture, or of a teaser: an ``<article>`` that is a linked heading and little more."""
    around = [block.element, *block.element.iterancestors("article", "figure")]
    if any(element.tag == "figure" for element in around):
        return True
    article = next((element for element in around if element.tag == "article"), None)
    return article is not None and article.find(".//h1") is None and is_card(article)


def is_byline_element(element: HtmlElement) -> bool:
    """Whether the element calls itself a byline, or links to a writer's page."""
    if element.get("rel") == "author" or "author" in (element.get("itemprop") or ""):
        return True
    if element.tag == "a" and AUTHOR_PAGE.search(element.get("href") or ""):
        return True
    return _names_byline(f"{element.get('class') or ''} {element.get('id') or ''}")


@remembered(4_096)
def _names_byline(name: str) -> bool:
    return _BYLINE_NAME.search(name) is not None and _COMMENTER.search(name) is None


def has_mark(line: str) -> bool:
    """Whether it has a byline's separator, or a label that needs no colon."""
    if _MARK.search(line) or begins_as_byline(line):
        return True
    return ("by " in line or "By " in line or "BY " in line) and _BY.search(line) is not None
