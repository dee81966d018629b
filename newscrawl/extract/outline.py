"""The elements of a page by tag, mark and link, found in one pass: else every reader of a field would walk the tree."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain

from lxml.html import HtmlElement


class Outline:
    """What stands in a tree, in its order. The tree is not to be changed after."""

    def __init__(self, root: HtmlElement) -> None:
        # Holding the elements also spares lxml to make them anew at every later look.
        self.elements: list[HtmlElement] = list(root.iter("*"))
        self._by_tag: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        for element in self.elements:
            self._by_tag[element.tag].append(element)

    def of(self, *tags: str) -> list[HtmlElement]:
        """The elements of those tags, tag after tag."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        return [element for tag in tags for element in self._by_tag.get(tag, ())]

    @cached_property
    def marked(self) -> list[HtmlElement]:
        """The elements with an ``itemprop`` or ``property``."""
        return [e for e in self.elements if e.get("itemprop") is not None or e.get("property") is not None]

    @cached_property
    def related(self) -> list[tuple[HtmlElement, str]]:
        """The ``<link>``, then the ``<a>``, that say how they are related, each with its ``rel`` in lower case."""
        links = ((link, link.get("rel")) for link in self.of("link"))
        anchors = ((anchor, rel) for anchor, _, rel in self._anchors)
        return [(element, rel.lower()) for element, rel in chain(links, anchors) if rel]

    @cached_property
    def links(self) -> list[tuple[HtmlElement, str]]:
        """The ``<a>`` that lead somewhere, each with its ``href``."""
        return [(anchor, href) for anchor, href, _ in self._anchors if href]

    @cached_property
    def _anchors(self) -> list[tuple[HtmlElement, str | None, str | None]]:
        """Every ``<a>`` with its ``href`` and ``rel``."""
        return [(anchor, anchor.get("href"), anchor.get("rel")) for anchor in self.of("a")]
