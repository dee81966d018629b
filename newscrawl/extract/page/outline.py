"""The elements and texts of a page by what readers of a field look for, found in as few passes over its tree as can be.

A page's nodes lie scattered in memory, and a walk over all of them waits for it: what no reader asks for is not looked
for, and what few pages have is looked for where their markup speaks of it.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from lxml.html import HtmlElement

LONG = 30
"""Characters that make a text one that may be running text."""
_READ = (
    "a", "abbr", "base", "form", "h1", "h2", "h3", "h4", "h5", "input", "link", "meta", "script", "time", "title",
)  # fmt: skip
"""The tags that readers ask for on every page."""
_ITEMPROP = b"itemprop"
_PUBLISHED = b"datePublished"
"""What markup holds if the ``property`` of an element says what readers look for."""


class Outline:
    """What stands in a tree, in its order. The tree is not to be changed after."""

    def __init__(self, root: HtmlElement, encoded: bytes) -> None:
        """``encoded`` is the markup that was parsed."""
        # Holding the elements also spares lxml to make them anew at every later look.
        self.elements: list[HtmlElement] = list(root.iter("*"))
        self.long_texts: list[tuple[HtmlElement, str]] = []
        """Every text of LONG characters or more, with the element that it stands in."""
        for element in self.elements:
            if (text := element.text) and len(text) >= LONG:
                self.long_texts.append((element, text))
            if (tail := element.tail) and len(tail) >= LONG:
                self.long_texts.append((element.getparent(), tail))
        self._by_tag: dict[str, list[HtmlElement]] = {tag: [] for tag in _READ}
        for element in root.iter(*_READ):
            self._by_tag[element.tag].append(element)
        self._encoded = encoded

    def of(self, *tags: str) -> list[HtmlElement]:
        """The elements of those tags, tag after tag."""
        if len(tags) == 1:
            return self._of(tags[0])
        return [element for tag in tags for element in self._of(tag)]

    def _of(self, tag: str) -> list[HtmlElement]:
        known = self._by_tag.get(tag)
        if known is None:
            known = self._by_tag[tag] = [element for element in self.elements if element.tag == tag]
        return known

    @cached_property
    def marked(self) -> list[HtmlElement]:
        """The elements whose ``itemprop`` or ``property`` may say that they hold a headline or a date."""
        if _PUBLISHED in self._encoded:
            return [e for e in self.elements if e.get("itemprop") is not None or e.get("property") is not None]
        if _ITEMPROP in self._encoded or _ITEMPROP in self._encoded.lower():
            return [e for e in self.elements if e.get("itemprop") is not None]
        return []

    @cached_property
    def anchors(self) -> list[tuple[HtmlElement, str | None, str | None]]:
        """Every ``<a>`` with its ``href`` and ``rel``."""
        return [(anchor, anchor.get("href"), anchor.get("rel")) for anchor in self.of("a")]

    @cached_property
    def related(self) -> list[tuple[HtmlElement, str]]:
        """The ``<link>``, then the ``<a>``, that say how they are related, each with its ``rel`` in lower case."""
        links = ((link, link.get("rel")) for link in self.of("link"))
        anchors = ((anchor, rel) for anchor, _, rel in self.anchors)
        return [(element, rel.lower()) for element, rel in chain(links, anchors) if rel]

    @cached_property
    def links(self) -> list[tuple[HtmlElement, str]]:
        """The ``<a>`` that lead somewhere, each with its ``href``."""
        return [(anchor, href) for anchor, href, _ in self.anchors if href]
