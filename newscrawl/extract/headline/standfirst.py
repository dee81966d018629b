"""The standfirst: a sentence under the headline that is no part of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.found import Found
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.page.blocks import Block, ends_as_sentence
from newscrawl.extract.page.structured import first_string, strings, types_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.folding import letters_of
from newscrawl.extract.text.recall import remembered

_NAME = re.compile(
    r"subtitle|sub-?title|sub-?head|headline-?sub|standfirst|stand-first|deck\b|dek\b|lead\b|lede\b|teaser|sapo|intro\b|(?<!with-)summary|kicker-text|chapo|subheadline|sinopsis|ringkasan|synopsis|excerpt",
    re.IGNORECASE,
)
"""Drupal calls every body ``text-with-summary``."""
_MARK_BEHIND = re.compile(r"\s*[-–—|:]\s")
_PARAGRAPH = 60
_PUBLISHERS = frozenset({"website", "organization", "newsmediaorganization"})
_MOST_NODES = 60
_TOP = 6_000
"""Characters of the body that a description may repeat: those above four times its length."""


def read_subtitle(document: Document, region: Region, title: str, paragraphs: Sequence[str]) -> Found[str] | None:
    """The standfirst that the page prints as a block of its own, else a description apart from the body."""
    override = document.site.overrides.get("subtitle")
    value = override(document.root) if override else None
    if isinstance(value, str) and value.strip():
        return Found(" ".join(value.split()), "site override")
    descriptions = descriptions_of(document, title)
    printed = _printed(region, letters_of(title), [letters_of(text) for text, _ in descriptions])
    return printed or _declared(document, descriptions, paragraphs)


def _printed(region: Region, headline: str, openings: Sequence[str]) -> Found[str] | None:
    """The block under the headline that is a heading, is named a standfirst, or is declared to be one."""
    before = region.before[-30:]
    after_headline, in_story = 99, False
    for i, block in enumerate([*before, *region.body[:8]]):
        text = block.text.replace("\n", " ")
        if after_headline < 90 and block.kind == "p" and len(text) > 200:
            return None
        after_headline = 0 if letters_of(text) == headline else after_headline + 1
        if 20 <= len(text) <= 600 and 0 < after_headline <= 30 and block.link_share <= 0.5:
            heads = block.kind == "head" and block.element.tag != "h1" and after_headline <= 8 and not in_story
            declared = i < len(before) and any(_begins(letters_of(text), opening) for opening in openings)
            if (heads or declared or _is_named(block)) and not is_furniture(text):
                return Found(text, "block under the headline")
        in_story = after_headline > 0 and (in_story or (i >= len(before) and _is_paragraph(block)))
    return None


def _declared(
    document: Document, descriptions: Sequence[tuple[str, str]], paragraphs: Sequence[str]
) -> Found[str] | None:
    """A description that the body does not begin with, and that somebody wrote for this article."""
    body = letters_of(" ".join(paragraphs)[:_TOP]) if descriptions else ""
    for text, source in descriptions:
        key = letters_of(text.rstrip(" .…"))
        repeated = key[:60] in body[: 4 * len(key) + 400]
        if len(key) >= 20 and not repeated and not _is_cut(text) and not _is_slogan(document, text):
            return Found(text, source)
    return None


def _is_paragraph(block: Block) -> bool:
    """Whether a block of the body is one of the story: a heading behind it is the head of a part."""
    if block.furniture or block.kind not in {"p", "item", "quote"}:
        return False
    is_text = len(block.text) >= _PARAGRAPH or ends_as_sentence(block.text)
    return is_text and not is_furniture(block.text)


def _is_named(block: Block) -> bool:
    """Whether the block or the element round it is called a standfirst, or it is grouped with the headline."""
    around = (block.element, block.element.getparent())
    if around[1] is not None and around[1].tag == "hgroup" and block.kind == "p":
        return True
    return any(_is_name(f"{e.get('class') or ''} {e.get('itemprop') or ''}") for e in around if e is not None)


@remembered(4_096)
def _is_name(name: str) -> bool:
    return _NAME.search(name) is not None


def descriptions_of(document: Document, title: str) -> list[tuple[str, str]]:
    """What the page declares of itself in a sentence, apart from its title, with where it stands."""
    structured = document.structured
    found = [
        (structured.meta_first("og:description"), "meta"),
        (structured.meta_first("description"), "meta"),
        (structured.meta_first("twitter:description"), "meta"),
    ]
    listed = [(value[0], f"meta {value[1]}") for value, _ in found if value]
    json_ld = first_string(structured.article, "alternativeHeadline", "description")
    if json_ld:
        listed.append((json_ld, "json-ld description"))
    return [
        (text, source) for text, source in listed if 20 <= len(text) <= 600 and letters_of(text) != letters_of(title)
    ]


def _is_slogan(document: Document, text: str) -> bool:
    """Whether a description is the site's own: it begins with its name, or the page says it of the publisher."""
    if any(_is_led_by(text, brand) for brand in document.brands):
        return True
    of_site = (node for node in document.structured.nodes[:_MOST_NODES] if types_of(node) & _PUBLISHERS)
    return any(text in strings(node.get("description"))[:1] for node in of_site)


def _is_led_by(text: str, brand: str) -> bool:
    """Whether the text begins with the name and a mark behind it."""
    return text[: len(brand)].lower() == brand.lower() and _MARK_BEHIND.match(text, len(brand)) is not None


def _begins(one: str, other: str) -> bool:
    length = min(len(one), len(other), 80)
    return length >= 20 and one[:length] == other[:length]


def _is_cut(text: str) -> bool:
    """Whether a description is a cut piece of text rather than a sentence somebody wrote."""
    return text.rstrip().endswith(("...", "…", "[...]", "[…]"))
