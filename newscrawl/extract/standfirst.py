"""The standfirst: a sentence under the headline that is no part of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.blocks import Block
from newscrawl.extract.found import Found
from newscrawl.extract.furniture import is_furniture
from newscrawl.extract.recall import remembered
from newscrawl.extract.region import Region
from newscrawl.extract.structured import first_string
from newscrawl.extract.title import folded
from newscrawl.extract.tree import Document

_NAME = re.compile(
    r"subtitle|sub-?title|sub-?head|headline-?sub|standfirst|stand-first|deck\b|dek\b|lead\b|lede\b|teaser|sapo|intro\b|(?<!with-)summary|kicker-text|chapo|subheadline|sinopsis|ringkasan|synopsis|excerpt",
    re.IGNORECASE,
)
"""Drupal calls every body ``text-with-summary``."""
_TOP = 6_000
"""Characters of the body that a description may repeat: those above four times its length."""


def read_subtitle(document: Document, region: Region, title: str, paragraphs: Sequence[str]) -> Found[str] | None:
    """The standfirst that the page prints as a block of its own, else a description apart from the body."""
    override = document.site.overrides.get("subtitle")
    value = override(document.root) if override else None
    if isinstance(value, str) and value.strip():
        return Found(" ".join(value.split()), "site override")
    descriptions, headline = descriptions_of(document, title), folded(title)
    openings = [folded(other) for other, _ in descriptions]
    after_headline, before = 99, len(region.before[-30:])
    for i, block in enumerate([*region.before[-30:], *region.body[:8]]):
        text = block.text.replace("\n", " ")
        if after_headline < 90 and block.kind == "p" and len(text) > 200:
            break
        after_headline = 0 if folded(text) == headline else after_headline + 1
        if not 20 <= len(text) <= 600 or not 0 < after_headline <= 30 or block.link_share > 0.5:
            continue
        heads = block.kind == "head" and block.element.tag != "h1" and after_headline <= 8
        declared = i < before and any(_begins(folded(text), opening) for opening in openings)
        if (heads or declared or _is_named(block)) and not is_furniture(text):
            return Found(text, "block under the headline")
    body = folded(" ".join(paragraphs)[:_TOP]) if descriptions else ""
    for text, source in descriptions:
        key = folded(text.rstrip(" .…"))
        if len(key) >= 20 and key[:60] not in body[: 4 * len(key) + 400] and not _is_cut(text):
            return Found(text, source)
    return None


def _is_named(block: Block) -> bool:
    """Whether the block or the element round it is called a standfirst."""
    around = (block.element, block.element.getparent())
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
    return [(text, source) for text, source in listed if 20 <= len(text) <= 600 and folded(text) != folded(title)]


def _begins(one: str, other: str) -> bool:
    length = min(len(one), len(other), 80)
    return length >= 20 and one[:length] == other[:length]


def _is_cut(text: str) -> bool:
    """Whether a description is a cut piece of text rather than a sentence somebody wrote."""
    return text.rstrip().endswith(("...", "…", "[...]", "[…]"))
