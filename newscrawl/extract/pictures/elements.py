"""An ``<img>`` by itself: where its picture is, how large it is shown, and what its names say that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.page.marks import words_in
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.recall import remembered
from newscrawl.extract.text.wordlists import words

PICTURES = ("img", "amp-img")
_SIZES = ("width", "height", "sizes")
_SIZE = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")
_SMALL = 120
_ATTRIBUTES = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-image", "data-srcset", "srcset",
    "src",
)  # fmt: skip
_MAY_BE_FLAGS = frozenset({"data-lazy", "data-image"})
"""They may hold an address or something else: ``true``, a picture's number or its data."""
_MOST_SOURCES = 12
_CANDIDATE = re.compile(r"[\s,]*+(?P<url>\S++)(?:\s++(?P<size>\d[\d.]{0,9}+)[wx](?=[\s,]|$)[^,]{0,20}+)?+")
_LONGEST_SRCSET = 20_000
_OTHERS = words(
    """
    logo logos avatar avatars icon icons favicon badge badges emoji gravatar blavatar button buttons author authors
    headshot headshots sprite sprites spacer banner banners
    """
)
"""Words of class and path."""
_OTHERS_IN_PATHS = _OTHERS | words("ad ads blank pixel placeholder loading loader")
"""A class says of the last four how a picture of the story is loaded."""
_STAND_INS = words("sprite sprites spacer blank pixel placeholder loading loader")
_MOST_WORDS_OF_STAND_IN = 3
_LOGO = re.compile(r"(?<![a-z])logo(?!p|t|s[a-z])|(?<!a)(?<!o)(?<!epi)logo(?![a-z])")
"""At the beginning or end of a word, ``logowhite``, ``sitelogo``, but for ``logopedia`` and ``dialogo``."""


def address_of(document: Document, picture: HtmlElement) -> str | None:
    """The picture's address: the first that is no stand-in for one which a script loads later, if there is one."""
    first = None
    for value in _addresses(picture):
        url = document.absolute(value) if value and not value.startswith("data:") else None
        if url and not is_stand_in(url):
            return url
        first = first or url
    return first


def _addresses(picture: HtmlElement) -> Iterator[str]:
    for name in _ATTRIBUTES:
        value = (picture.get(name) or "").strip()
        if value and (name not in _MAY_BE_FLAGS or ("/" in value and "{" not in value)):
            yield _largest(value) if "srcset" in name else value
    holder = next(picture.iterancestors("picture"), None)
    for source in islice(holder.iter("source"), _MOST_SOURCES) if holder is not None else ():
        yield from (_largest(source.get(name) or "") for name in ("srcset", "data-srcset"))


def _largest(srcset: str) -> str:
    """The address of the largest picture of a ``srcset``; addresses hold commas too, and no blank behind them."""
    listed = [(match["url"].rstrip(","), match["size"]) for match in _CANDIDATE.finditer(srcset[:_LONGEST_SRCSET])]
    known = [(url, _number(size)) for url, size in listed if url and not url.startswith("data:")]
    return max(known, key=lambda candidate: candidate[1], default=("", 0.0))[0]


def _number(size: str | None) -> float:
    try:
        return float(size or 1)
    except ValueError:
        return 0.0


def is_small(picture: HtmlElement) -> bool:
    for name in _SIZES:
        size = _SIZE.match(picture.get(name, ""))
        if size is not None and int(size[1]) < _SMALL:
            return True
    return False


def names_other(picture: HtmlElement, url: str) -> bool:
    """Whether a whole word of path or class says that a picture is one of the page's design, or an author's."""
    name = picture.get("class")
    return path_names_other(url) or (name is not None and _class_names_other(name))


def path_names_other(url: str) -> bool:
    """Whether a word of an address says so."""
    path = urlsplit(url).path.lower()
    if not _OTHERS_IN_PATHS.isdisjoint(re.findall(r"[a-z]+", path)):
        return True
    return "logo" in path and _LOGO.search(path) is not None


@remembered(4_096)
def _class_names_other(name: str) -> bool:
    return not _OTHERS.isdisjoint(words_in(name))


def is_stand_in(url: str) -> bool:
    """Whether the file is a drawing, or named as what stands where a picture is loaded later: ``blank.gif``."""
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2].lower()
    if name.endswith(".svg"):
        return True
    if not any(map(name.__contains__, _STAND_INS)):  # most names hold none: quick to see
        return False
    named = re.findall(r"[a-z]{2,}", name.rpartition(".")[0])
    return len(named) <= _MOST_WORDS_OF_STAND_IN and not _STAND_INS.isdisjoint(named)
