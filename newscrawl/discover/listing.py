"""The links of a section page, home page or any other HTML page, and which of them leads to its next page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urldefrag, urlsplit

from newscrawl.discover.anchors import MAX_ANCHORS, Anchor, Anchors, read_anchors
from newscrawl.discover.base import Found, Link
from newscrawl.discover.documents import MAX_BYTES
from newscrawl.discover.links import join, key, same_site
from newscrawl.discover.urlshape import is_document, is_file

MAX_LINKS = 5_000

# What a pager calls the page after this one; exact, because "Artikel selanjutnya" is the next article.
_NEXT_WORDS = frozenset(
    {
        *("next", "next page", "older", "older posts", "older entries"),
        *("selanjutnya", "halaman selanjutnya", "berita selanjutnya"),
        *("berikutnya", "halaman berikutnya", "halaman berikut", "berita berikutnya"),
        *("lanjut", "muat lebih banyak", "lihat lebih banyak", "tampilkan lebih banyak"),
    }
)
_NEXT_SIGNS = frozenset({"»", "›", ">", ">>", "→"})
_NEXT_HINT = re.compile(r"(?:^|[\s_-])next(?:$|[\s_-])", re.IGNORECASE)
# Where a URL keeps its page number: ?page=2, ?p=2, /page/2, /index2.html, /indeks/2, /2
_PAGE_NUMBER = re.compile(
    r"(?:[?&](?:page|hal|halaman|paged|p|pg|start|offset)=|/(?:page|hal|halaman|indeks|index|terkini)[/-]?|/)(\d{1,6})"
    r"(?:\.html?|\.php)?/?(?:[?&#]|$)",
    re.IGNORECASE,
)


def read_listing(body: bytes, url: str, encoding: str | None = None, *, heed_nofollow: bool = True) -> Found:
    """The links of the HTML page ``body`` that stood at ``url`` (absolute), each once, in page order.

    A link's title is its anchor's headline or text. Files, ``nofollow`` links and other schemes than http are left
    out; foreign sites are not, nor is furniture: `newscrawl.discover.select` judges the rest. ``encoding`` is the HTTP
    header's ``charset``. Never raises; problems are ``too-large``, ``too-many-links``, ``bad-link``, ``nofollow`` (the
    whole page asks for it, and has no links then, unless ``heed_nofollow`` is off) and ``empty``.
    """
    anchors = read_anchors(body, encoding)
    base = join(url, anchors.base or "") or url
    problems = ["too-large"] if len(body) > MAX_BYTES else []
    if anchors.nofollow and heed_nofollow:
        return Found(metas=tuple(anchors.metas), problems=(*problems, "nofollow"))
    places, bad = _places(anchors, base)
    problems += ["bad-link"] * bad
    next_page = _next_page(places, url)
    links = _links(places, {key(url), key(next_page) if next_page else ""})
    if len(links) > MAX_LINKS or len(anchors.found) >= MAX_ANCHORS:
        problems.append("too-many-links")
    if not links:
        problems.append("empty")
    return Found(
        links=tuple(links[:MAX_LINKS]), next_page=next_page, metas=tuple(anchors.metas), problems=tuple(problems)
    )


@dataclass(slots=True)
class _Place:
    """An anchor with where it leads."""

    anchor: Anchor
    url: str
    key: str


def _places(anchors: Anchors, base: str) -> tuple[list[_Place], int]:
    """The anchors that lead to pages, and how many lead nowhere."""
    places: list[_Place] = []
    bad = 0
    for anchor in anchors.found:
        if "nofollow" in anchor.rel or _other_scheme(anchor.href):
            continue
        url = join(base, anchor.href)
        if url is None:
            bad += 1
        elif page := _page_at(url):
            places.append(_Place(anchor, *page))
    return places, bad


def _links(places: Iterable[_Place], without: set[str]) -> list[Link]:
    best: dict[str, _Place] = {}
    for place in places:
        if place.anchor.in_head or place.key in without:
            continue
        held = best.setdefault(place.key, place)
        if _headline_rank(place.anchor) > _headline_rank(held.anchor):
            best[place.key] = _Place(place.anchor, held.url, place.key)  # keeps the first one's position
    return [Link(place.url, title=place.anchor.title or None) for place in best.values()]


def _headline_rank(anchor: Anchor) -> tuple[bool, bool, int]:
    """A headline is better than text, text than the label of a picture, and longer better than "Selengkapnya"."""
    return anchor.heading, bool(anchor.text), len(anchor.title)


def _next_page(places: list[_Place], url: str) -> str | None:
    here = key(url)
    for is_next in (_says_rel_next, _says_next, _numbered_after(url), _points_on):
        for place in places:
            if is_next(place) and place.key != here and same_site(place.url, url):
                return place.url
    return None


def _says_rel_next(place: _Place) -> bool:
    return "next" in place.anchor.rel


def _says_next(place: _Place) -> bool:
    words = place.anchor.title.casefold().strip(" .»›>→")
    return words in _NEXT_WORDS and not is_document(place.url)


def _points_on(place: _Place) -> bool:
    hinted = place.anchor.in_pager or bool(_NEXT_HINT.search(place.anchor.hint))
    return hinted and (place.anchor.text in _NEXT_SIGNS or bool(_NEXT_HINT.search(place.anchor.hint)))


def _numbered_after(url: str) -> Callable[[_Place], bool]:
    """Whether a place is the pager's link to the page after ``url``: its text and its URL both hold that number."""
    wanted = _page_number(url) + 1 if _page_number(url) else 2

    def is_next(place: _Place) -> bool:
        return place.anchor.text == str(wanted) and (place.anchor.in_pager or _page_number(place.url) == wanted)

    return is_next


def _page_number(url: str) -> int:
    match = _PAGE_NUMBER.search(urlsplit(url)._replace(scheme="", netloc="").geturl())
    return int(match[1]) if match else 0


def _other_scheme(href: str) -> bool:
    scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]{0,30}):", href)
    return bool(scheme) and scheme is not None and scheme[1].lower() not in {"http", "https"}


@lru_cache(maxsize=4_096)
def _page_at(url: str) -> tuple[str, str] | None:
    """The URL without its fragment, and its key; None for a file."""
    page = urldefrag(url).url
    return None if is_file(page) else (page, key(page))
