"""Why a page gives what it gives: the candidates of every field, the container, and the fate of every block.

Nothing is recorded while a page is read for its article; what is asked here is asked of the same functions anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.body.body import read_body
from newscrawl.extract.body.paragraphs import sorted_out
from newscrawl.extract.body.pointers import pointers
from newscrawl.extract.extraction import find_headline
from newscrawl.extract.fields.topics import section_candidates, tag_candidates
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.headline.standfirst import descriptions_of
from newscrawl.extract.headline.title import Headline, title_candidates
from newscrawl.extract.moments.declared import modified_moments
from newscrawl.extract.moments.moment import read_moments
from newscrawl.extract.page.blocks import Block
from newscrawl.extract.page.marks import is_hidden, stands_aside
from newscrawl.extract.page.selectors import select_css
from newscrawl.extract.page.tree import Document, read_document
from newscrawl.extract.people.authors import people_candidates
from newscrawl.extract.pictures.images import read_images
from newscrawl.extract.region.boxes import Furniture
from newscrawl.extract.region.region import Region, read_region
from newscrawl.model.page import Page
from newscrawl.sites.base import Site

_LONGEST = 300
_MOST_CANDIDATES = 12
_MOST_BLOCKS = 2_000
_PATH = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field might have had, and where it stands on the page."""

    value: str
    source: str
    won: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """A block of the page and what became of it."""

    part: str
    """``before`` the body, in the ``body`` or ``after`` it."""
    kind: str
    """``p``, ``head``, ``item``, ``quote``, ``cell`` or ``caption``."""
    element: str
    """``div.detail-text``."""
    text: str
    kept: bool
    why: str
    """Why it went; of a block that stayed, what came off it."""
    paragraphs: tuple[str, ...] = field(default=(), repr=False)
    """What it gave the body before the stages of `newscrawl.process`."""


@dataclass(frozen=True, slots=True)
class Container:
    """The element that was taken for the one that holds the body."""

    element: str
    path: str
    source: str
    """How it was found."""
    share: float
    """Of the page's running text, the part that it holds."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All of it, as plain values. ``outcome`` is ``article``, or the refusal in a sentence."""

    url: str
    site: str
    outcome: str
    candidates: dict[str, tuple[Choice, ...]]
    container: Container
    blocks: tuple[Fate, ...]


def explain_extraction(page: Page, site: Site) -> Explanation:
    """What `extract` found on a page and chose, before any stage. Raises Unreadable for what is no HTML."""
    document = read_document(page, site)
    headline = find_headline(document)
    region = read_region(document, headline.element if headline else None)
    candidates = {name: _few(choices) for name, choices in _candidates(document, region, headline)}
    container = _described(region)
    return Explanation(page.url, site.name, "", candidates, container, tuple(_fates(document, region, headline)))


def named(element: HtmlElement) -> str:
    """An element as a selector would name it: ``div#detail-desc.detail``."""
    own = f"#{element.get('id')}" if element.get("id") else ""
    classes = "".join(f".{name}" for name in (element.get("class") or "").split()[:3])
    return f"{element.tag}{own}{classes}"[:120]


def _few(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    known = dict.fromkeys(replace(choice, value=choice.value[:_LONGEST]) for choice in choices if choice.value)
    return tuple(islice(known, _MOST_CANDIDATES))


def _candidates(
    document: Document, region: Region, headline: Headline | None
) -> Iterator[tuple[str, Iterator[Choice]]]:
    writers, editors = people_candidates(document, region.container, region.around)
    moments = read_moments(document, region)
    told, chosen = list(moments.candidates), moments.published
    if chosen and not any((c.source, c.read.raw) == (chosen.source, chosen.read.raw) for c in told):
        told.append(chosen)
    yield "title", (Choice(found.value, found.source) for found in title_candidates(document))
    yield "subtitle", (Choice(*found) for found in descriptions_of(document, headline.title.value if headline else ""))
    yield "authors", (Choice(", ".join(names), source) for names, source in writers)
    yield "editors", (Choice(", ".join(names), source) for names, source in editors)
    yield "published_at", (Choice(f"{c.moment.isoformat()} from {c.read.raw!r}", c.source) for c in told)
    yield "modified_at", (Choice(c.moment.isoformat(), c.source) for c in modified_moments(document))
    yield "section", (Choice(name, source) for name, source in section_candidates(document))
    yield "tags", (Choice(", ".join(tags), source) for tags, source in tag_candidates(document))


def _described(region: Region) -> Container:
    element, total = region.container, region.running.total
    above = [named(e) for e in islice(element.iterancestors(), _PATH)]
    share = region.running.of(element) / total if total else 0.0
    return Container(named(element), " > ".join(reversed(above)), region.source, round(min(1.0, share), 3))


def _fates(document: Document, region: Region, headline: Headline | None) -> Iterator[Fate]:
    story = read_body(region)
    images = read_images(document, region, story).value
    given = {
        (block.element, block.text): (why, lines)
        for block, why, lines in sorted_out(story, headline.printed if headline else "", images)
    }
    parts = (("before", region.before), ("body", region.body), ("after", region.after))
    pruned = {e: s for s in document.site.prune for e in select_css(document.root, s)}
    for part, blocks in parts:
        off = _judged_off(region, blocks)
        for block, judged in zip(blocks[:_MOST_BLOCKS], off, strict=False):
            why, lines = given.get((block.element, block.text), ("", []))
            if not lines and not why:
                why = judged if part == "body" else _outside(document, region, block)
                why = _as_furniture(block, region, pruned) if block.furniture else why
            text = block.text.replace("\n", " / ")
            kept = bool(lines)
            yield Fate(part, block.kind, named(block.element), text, kept, "" if kept else why or "", tuple(lines))


def _outside(document: Document, region: Region, block: Block) -> str:
    kind = "headline" if block.element is region.heading else is_furniture(block.text, document.brands)
    return f"outside the container, {kind}" if kind else "outside the container"


def _as_furniture(block: Block, region: Region, pruned: dict[HtmlElement, str]) -> str:
    """What made furniture of the element that a block stands in."""
    for element in (block.element, *block.element.iterancestors()):
        if element in pruned:
            return f"site prune {pruned[element]}"
        if element in region.furniture:
            reason = Furniture(region.running, region.container).reason_of(element)
            return f"{reason or 'furniture'}: {named(element)}"
    return "furniture"


def _judged_off(region: Region, blocks: Sequence[Block]) -> list[str]:
    """For every block what speaks against it being the story's."""
    return [_against(block, region, points) for block, points in zip(blocks, pointers(blocks), strict=True)]


def _against(block: Block, region: Region, points: bool) -> str:
    if points:
        return "points to another page"
    for element in (block.element, *block.element.iterancestors()):
        if element is region.container:
            break
        if is_hidden(element):
            return f"hidden: {named(element)}"
        if stands_aside(element):
            return f"called something beside a story: {named(element)}"
    kind = is_furniture(block.text)
    if kind:
        return f"a line of the kind {kind}"
    return f"links, {block.link_share:.0%} of its text" if block.link_share > 0.5 else "not written like the story"
