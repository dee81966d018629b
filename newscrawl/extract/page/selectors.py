"""CSS and XPath selections that give elements, compiled once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from lxml.cssselect import CSSSelector
from lxml.etree import XPath
from lxml.html import HtmlElement

_PLAIN = re.compile(r"(?P<tag>(?:[a-z][a-z0-9]*)?)(?P<classes>(?:\.[A-Za-z_][A-Za-z0-9_-]*)+)")
"""``div.ads``, ``.ads.wide``."""
_CLASS = re.compile(r"[^ \t\r\n]+")  # what XPath takes for blanks
_ByClass = Mapping[str, Sequence[tuple[str, frozenset[str]]]]


def select_css(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements under ``root`` that a site's CSS selector matches, in order."""
    return cast("list[HtmlElement]", _compiled(selector)(root))


def select_any(root: HtmlElement, selectors: Sequence[str]) -> set[HtmlElement]:
    """The elements under ``root`` that one of the selectors matches.

    Those that name a class or two are looked for together, in one walk: by themselves each takes a walk of its own.
    """
    by_class, others = _sorted_out(tuple(selectors))
    found = {element for selector in others for element in select_css(root, selector)}
    if by_class:
        named = ((element, name) for element in root.iter("*") if (name := element.get("class")))
        found.update(element for element, name in named if _is_of(by_class, element.tag, name))
    return found


def select(root: HtmlElement, expression: XPath) -> list[HtmlElement]:
    """The elements that a compiled XPath gives, in order."""
    return cast("list[HtmlElement]", expression(root))


def _is_of(by_class: _ByClass, tag: str, name: str) -> bool:
    """Whether a tag and the value of its ``class`` are what a selector asks for."""
    if by_class.keys().isdisjoint(name.split()):
        return False
    return any(
        wanted in ("", tag) and classes.issubset(_CLASS.findall(name))
        for first in name.split()
        if first in by_class
        for wanted, classes in by_class[first]
    )


@lru_cache(maxsize=200)
def _sorted_out(selectors: tuple[str, ...]) -> tuple[_ByClass, tuple[str, ...]]:
    """Tags and classes by the first of the classes, and the selectors that ask for anything else."""
    by_class: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    plain = {selector: _PLAIN.fullmatch(selector) for selector in selectors}
    for match in filter(None, plain.values()):
        classes = match["classes"].split(".")[1:]
        by_class[classes[0]].append((match["tag"], frozenset(classes)))
    return dict(by_class), tuple(selector for selector, match in plain.items() if match is None)


@lru_cache(maxsize=2_000)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")
