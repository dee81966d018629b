"""Other articles that stand whole on the page: what an endless page loads behind its own."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extract.page.outline import Outline

_MOST = 60
"""Headlines that are looked at; a page of articles in a row rarely holds ten."""


def other_articles(outline: Outline, heading: HtmlElement) -> frozenset[HtmlElement]:
    """The elements that hold another article as the one above the heading holds the page's own.

    Such an element is a sibling of one above the heading, of the same tag and class, and its own headline is of the
    heading's tag and class. Where headings stand beside one another in one element they are the subheads of one story.
    """
    if heading.tag != "h1" and not heading.get("class"):
        return frozenset()
    above = {heading: heading, **{a: c for c, a in _steps(heading)}}
    found = (_twin(other, above, heading) for other in _headlines(outline, heading))
    return frozenset(element for element in found if element is not None)


def _steps(element: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Every ancestor, each behind its child on the way to the element."""
    child = element
    for ancestor in element.iterancestors():
        yield child, ancestor
        child = ancestor


def _headlines(outline: Outline, heading: HtmlElement) -> list[HtmlElement]:
    """Other headings of the page that look like this one and say something else."""
    said = heading.text_content().split()
    look = heading.get("class")
    alike = (e for e in outline.of(heading.tag) if e is not heading and e.get("class") == look)
    listed = [e for e, _ in zip(alike, range(_MOST), strict=False)]
    return [e for e in listed if (words := e.text_content().split()) and words != said]


def _twin(other: HtmlElement, above: dict[HtmlElement, HtmlElement], heading: HtmlElement) -> HtmlElement | None:
    """The element above ``other`` that stands beside one above the heading and is its like."""
    for child, ancestor in _steps(other):
        if ancestor not in above:
            continue
        own = above[ancestor]
        alike = own.tag == child.tag and own.get("class") == child.get("class")
        return child if alike and own is not heading and child is not other and _is_article(child) else None
    return None


def _is_article(element: HtmlElement) -> bool:
    """Whether it is an ``<article>`` or has a class: sections of a story under an ``<h1>`` each have none."""
    return element.tag == "article" or bool(element.get("class"))
