"""The elements and texts of a page by what readers of a field look for, found in one pass over its tree.

A page's nodes lie scattered in memory, and a walk over all of them waits for it: every further one would take as long.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain

from lxml.html import HtmlElement

LONG = 30
"""Characters that make a text one that may be running text."""


class Outline:
    """What stands in a tree, in its order. The tree is not to be changed after."""

    def __init__(self, root: HtmlElement) -> None:
        # Holding the elements also spares lxml to make them anew at every later look.
        self.elements: list[HtmlElement] = []
        self.marked: list[HtmlElement] = []
        """The elements with an ``itemprop`` or ``property``."""
        self.anchors: list[tuple[HtmlElement, str | None, str | None]] = []
        """Every ``<a>`` with its ``href`` and ``rel``."""
        self.long_texts: list[tuple[HtmlElement, str]] = []
        """Every text of LONG characters or more, with the element that it stands in."""
        self._by_tag: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        self._read(root)

    def _read(self, root: HtmlElement) -> None:
        for element in root.iter("*"):
            tag = element.tag
            self.elements.append(element)
            self._by_tag[tag].append(element)
            if (text := element.text) and len(text) >= LONG:
                self.long_texts.append((element, text))
            if (tail := element.tail) and len(tail) >= LONG:
                self.long_texts.append((element.getparent(), tail))
            if tag == "a":
                self.anchors.append((element, element.get("href"), element.get("rel")))
            if element.get("itemprop") is not None or element.get("property") is not None:
                self.marked.append(element)

    def of(self, *tags: str) -> list[HtmlElement]:
        """The elements of those tags, tag after tag."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        return [element for tag in tags for element in self._by_tag.get(tag, ())]

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
