"""Pages that list others: front pages, sections, tags, writers, archives. Each rule gives the reason, or None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.gate.declared_kind import Claim, is_front_page_address, is_listing_address, names_a_story
from newscrawl.extract.gate.entries import FEWEST, headed_entries, labelled_entries
from newscrawl.extract.page.blocks import Block
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.model.errors import NotAnArticle

_LISTING_TYPES = frozenset({"collectionpage", "searchresultspage", "profilepage", "itemlist"})
_TEASER = 350
_NO_STORY, _MANY = 10, 6
"""Words of text that are no story, whatever the page declares, and teasers that make a list."""
_LISTED = 1500
"""Characters in short lines without links that are a story all the same: who won, who plays."""
_BESIDE = 300
"""Words: consent banners, sidebars and footers hold no more."""
_MOST_TEXTS = 500
"""Paragraphs that are looked at to tell a listing: no listing needs more to show what it is."""


@dataclass(frozen=True)
class Signs:
    """What tells a listing from an article."""

    document: Document
    region: Region
    claim: Claim
    words: int
    """Of its paragraphs."""
    is_rescued: bool
    """Whether the page's data holds a body beside its markup."""

    @cached_property
    def is_addressed_as_listing(self) -> bool:
        return is_listing_address(self.document.url, self.claim)

    @cached_property
    def may_be_described(self) -> bool:
        """Whether a text above a list may be about it: no page that may be a story's is a list below its first line."""
        is_open = self.is_addressed_as_listing or not self.claim
        return is_open and not names_a_story(self.document.url)

    @cached_property
    def teasers(self) -> int:
        """How many headings are links: the sign of a list of stories."""
        found = 0
        for heading in self.document.outline.of("h1", "h2", "h3", "h4", "h5"):
            anchor = next(heading.iter("a"), None)
            parent = heading.getparent()
            if (anchor is not None and anchor.get("href")) or (parent is not None and parent.tag == "a"):
                found += 1
            if found >= 200:
                break
        return found

    @cached_property
    def headlines(self) -> int:
        """How many headings in the body are links: a related list below the body says nothing of it."""
        return sum(block.kind == "head" and block.link_share > 0.8 for block in self.region.body)


def refuse_listings(signs: Signs) -> None:
    """Raise NotAnArticle, with the reason, for a page that lists others."""
    if signs.document.site.is_article(signs.document.url):
        return
    for rule in _RULES if _is_open(signs) else _RULES_FOR_ALL:
        reason = rule(signs)
        if reason:
            message = f"{signs.document.url}: {reason}"
            raise NotAnArticle(message)


def _is_open(signs: Signs) -> bool:
    """Whether what the page declares leaves open if it is an article."""
    return not signs.claim or signs.is_addressed_as_listing


def _front_page(signs: Signs) -> str | None:
    return "a front page" if signs.words < 400 and is_front_page_address(signs.document.url) else None


def _list_of_cards(signs: Signs) -> str | None:
    body = signs.region.body
    if signs.is_rescued and signs.claim:
        return None  # the story stands in the page's data
    texts = [block for block in body if not block.furniture and len(block.text) >= 50 and block.link_share < 0.4]
    texts = texts[:_MOST_TEXTS]
    carded = _carded(signs.region, texts)
    if not carded or carded < 0.6 * len(texts):
        return None
    if carded >= (4 if signs.headlines < max(3, len(texts)) else 1):
        return f"a listing: {carded} of its {len(texts)} paragraphs are teasers of other pages"
    return None


def _list_of_headlines(signs: Signs) -> str | None:
    """Four or more linked headlines, each with a text, and next to nothing above the first."""
    if signs.claim is Claim.DATA:
        return None
    entries = headed_entries(signs.document, signs.region)
    if entries.count < FEWEST or entries.before > signs.may_be_described:
        return None
    if not entries.are_headings and entries.count < 0.5 * entries.texts:
        return None
    return f"a listing: {entries.count} linked headlines of other pages, each with a text"


def _list_of_teasers(signs: Signs) -> str | None:
    """Four or more texts that each end in the same short link to another page, and next to nothing above them."""
    if signs.claim is Claim.DATA:
        return None
    entries = labelled_entries(signs.document, signs.region)
    above = 1 + signs.may_be_described  # the first entry's own text is one
    if entries.count < FEWEST or entries.before > above:
        return None
    return f"a listing: {entries.count} texts end in the same link to another page each"


def _no_story(signs: Signs) -> str | None:
    if signs.is_rescued:
        return None
    storyless = signs.words < _NO_STORY and _listed(signs.region) < _LISTED
    storyless = storyless or (signs.words < _BESIDE and signs.region.is_beside_a_story)
    return _outnumbered(signs, signs.teasers) if storyless and signs.teasers >= _MANY else None


def _listed(region: Region) -> int:
    """The characters of the lines without links."""
    return sum(len(block.text) for block in region.body if not block.furniture and block.link_share < 0.4)


def _text_beside_a_story(signs: Signs) -> str | None:
    if signs.words < _BESIDE and signs.document.root.find(".//h1") is None and signs.region.is_beside_a_story:
        return "all of its text stands in what calls itself something beside a story"
    return None


def _listing_by_address(signs: Signs) -> str | None:
    if signs.is_addressed_as_listing and signs.words < max(150, 30 * signs.teasers * (not signs.claim)):
        return f"a listing by its address, with {signs.teasers} teasers and {signs.words} words of text"
    return None


def _declared_listing(signs: Signs) -> str | None:
    declares = signs.document.structured.types & _LISTING_TYPES and not signs.claim
    return "declares itself a listing" if declares and signs.words < 200 else None


def _few_words(signs: Signs) -> str | None:
    few = signs.words < 50 + 3 * signs.headlines and signs.headlines >= _MANY
    return _outnumbered(signs, signs.headlines) if few and not signs.is_rescued else None


def _outnumbered(signs: Signs, teasers: int) -> str:
    return f"{teasers} teasers of other pages and {signs.words} words of text of its own"


_RULES_FOR_ALL = (_front_page, _list_of_cards, _list_of_headlines, _list_of_teasers, _no_story)
_RULES = (*_RULES_FOR_ALL, _text_beside_a_story, _listing_by_address, _declared_listing, _few_words)


def _carded(region: Region, paragraphs: Sequence[Block]) -> int:
    """How many paragraphs are one card of many: each in an element of its own beside a link that names a page."""
    cards: dict[tuple[str, str | None], set[HtmlElement]] = {}
    # What lies round one paragraph lies round its neighbours as well: measured anew for each, a long list is squared.
    lengths: dict[HtmlElement, int] = {}
    for block in paragraphs:
        card = _card_of(block, region, lengths)
        if card is not None:
            cards.setdefault((card.tag, card.get("class")), set()).add(card)
    return max(map(len, cards.values()), default=0)


def _card_of(block: Block, region: Region, lengths: dict[HtmlElement, int]) -> HtmlElement | None:
    """The innermost element round the paragraph that holds a link with words as well, and little more."""
    longest = len(block.text) + 400
    if len(block.text) > _TEASER or block.element is region.container:
        return None
    for element in islice(block.element.iterancestors(), 3):
        # No element has less text than it has running text, which is known.
        if element is region.container or region.running.of(element) > longest:
            return None
        if element not in lengths:
            lengths[element] = len(element.text_content())
        if lengths[element] > longest:
            return None
        for anchor in element.iter("a"):
            if (
                anchor.get("href")
                and 15 <= len(anchor.text_content().strip()) <= 200
                and block.element not in (anchor, *anchor.iterancestors())
            ):
                return element
    return None
