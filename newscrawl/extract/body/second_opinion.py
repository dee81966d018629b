"""What trafilatura makes of a part of the page: asked where our own judgement found next to nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from copy import deepcopy

from lxml import html
from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import Block, is_unseen

_TOO_MUCH = XPath("count(.//*) > 6000 or descendant-or-self::*[*[1500]]")
_WINDOW = 20_000
_BLANK = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def ask_trafilatura(container: HtmlElement, blocks: Sequence[Block], furniture: Collection[HtmlElement]) -> list[bool]:
    """For every block of the container whether trafilatura keeps it, when it is shown all but the furniture.

    It is not asked about more than news pages hold: some of its steps take the square of what they are shown.
    """
    if _TOO_MUCH(container):
        return [False] * len(blocks)
    return _in_order(_squeezed(_text(_pruned(container, furniture))), blocks)


def _in_order(text: str, blocks: Sequence[Block]) -> list[bool]:
    """For every block whether the text holds it, looked for near where the one before was found: both are in order."""
    position, kept = 0, []
    for block in blocks:
        wanted = _squeezed(block.text)
        found = text.find(wanted, max(0, position - _WINDOW), position + _WINDOW + len(wanted))
        kept.append(found >= 0)
        position = max(position, found + len(wanted)) if found >= 0 else position
    return kept


def _text(page: HtmlElement) -> str:
    from trafilatura import bare_extraction  # few pages need it, and to import it takes half a second
    from trafilatura.settings import Document

    try:
        result = bare_extraction(page, fast=True, include_comments=False, include_tables=True)
    except RecursionError:  # it goes down lists in lists by calling itself
        return ""
    if not isinstance(result, Document) or result.body is None:
        return ""
    return " ".join(str(text) for text in result.body.itertext())


def _pruned(container: HtmlElement, furniture: Collection[HtmlElement]) -> HtmlElement:
    """A page of its own with a copy of the container as its article."""
    page, body, article = html.Element("html"), html.Element("body"), html.Element("article")
    page.append(body)
    body.append(article)
    copied = deepcopy(container)
    copied.tail = None
    doomed = [
        twin
        for original, twin in zip(container.iter(), copied.iter(), strict=True)
        if original in furniture or is_unseen(original)
    ]
    for twin in doomed:
        if twin.getparent() is not None:
            twin.drop_tree()
    if copied.tag == "body":
        copied.tag = "div"
    article.append(copied)
    return page


def _squeezed(text: str) -> str:
    return _BLANK.sub("", text.translate(_UNSEEN))
