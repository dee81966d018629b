"""The part of the page that is about the article: what stands around the headline, the body, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import BEHIND, MOST_BLOCKS, Block, read_blocks
from newscrawl.extract.page.marks import furniture_by_name, says_body
from newscrawl.extract.page.selectors import select_any
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.boxes import Furniture
from newscrawl.extract.region.container import RunningText, choose_container

_AROUND = BEHIND


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
        self._furniture, self._pruned = Furniture(running, container), pruned
        self._spared = {container, *container.iterancestors()}

    def is_marked(self, element: HtmlElement) -> bool:
        if element in self._spared:
            return False
        marked = element in self._pruned or self._furniture.reason_of(element) is not None
        if marked:
            self.found.add(element)
        return marked
