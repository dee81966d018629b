"""What a page says that it is: by its data, by its metas, by its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from urllib.parse import unquote, urlsplit

from newscrawl.extract.lexicon.wall_words import SERVICES
from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.structured import ARTICLE_TYPES, Node, first_string, types_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import letters_of
from newscrawl.extract.text.wordlists import all_forms

_ARTICLE_KINDS = frozenset({"article", "newsarticle", "news", "story"})
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?")
_LONGEST_SEGMENT = 300
_HEADLINE = 10
"""Letters of a headline that is told from the other words of a title."""
_LISTING_PATH = re.compile(
    r"/(?:tags?|topics?|topik|authors?|penulis|profile?|user|search|cari|category|kategori|indeks?|index|archives?|rubrik"
    r"|kanal)(?:/|$|-?berita)",
    re.IGNORECASE,
)
_NUMBERED_POST = re.compile(r"/archives/(?!(?:19|20)\d\d/?$)\d{3,9}/?$", re.IGNORECASE)
"""WordPress' own permalinks by number; ``/archives/2026`` holds a year."""
_STORY_SEGMENT = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{3,}|[^\W\d_]{1,40}(?:[-_][^\W_]{1,40}){2}")
_POST_QUERY = re.compile(
    r"(?:^|&)(?:p|id|nid|(?:article|artikel|berita|content|item|news|page|post|story)_?(?:id)?)=[^&]{0,40}?\d{3}",
    re.IGNORECASE,
)
"""The number of a page in a query; shorter ones are those of the pages of a list."""


_SERVICES = frozenset(all_forms(SERVICES))
_SERVICE_TYPES = frozenset({"aboutpage", "contactpage", "jobposting"})
_THINGS = frozenset({"product", "event"})


class Claim(IntEnum):
    """How surely a page says of itself that it is one article."""

    NONE = 0
    KIND = 1
    """By ``og:type``, which some papers write on every page."""
    DATA = 2
    """By a node or a time of publication of its own."""


def claim_of(document: Document) -> Claim:
    structured = document.structured
    if "article:published_time" in structured.meta or _has_node_of_its_own(document):
        return Claim.DATA
    kind = structured.meta_first("og:type")
    is_article = kind is not None and kind[0].lower().rsplit(":", 1)[-1] in _ARTICLE_KINDS
    return Claim.KIND if is_article else Claim.NONE


def _has_node_of_its_own(document: Document) -> bool:
    """Whether one of the nodes of articles is the page's: the only one there is, or one that names page or title."""
    if not document.structured.types & ARTICLE_TYPES:
        return False
    nodes = [node for node in document.structured.nodes if types_of(node) & ARTICLE_TYPES]
    if any("liveblogposting" in types_of(node) for node in nodes) or len(_headlines(nodes)) <= 1:
        return True
    addresses = [(node, _address(document, node)) for node in nodes]
    if len(_headlines([node for node, address in addresses if address is None])) == 1:
        return True
    own, title = _path(document.url), letters_of(" ".join(_titles(document)))
    return any(own and address == own for _, address in addresses) or any(
        h in title for h in _headlines(nodes) if len(h) >= _HEADLINE
    )


def _headlines(nodes: Sequence[Node]) -> set[str]:
    return {letters_of(headline) for node in nodes if (headline := first_string(node, "headline", "name")) is not None}


def _titles(document: Document) -> Iterator[str]:
    yield from (text_of(element, 300) for element in document.outline.of("title")[:1])
    yield from (found[0] for found in [document.structured.meta_first("og:title")] if found)


def _address(document: Document, node: Node) -> str | None:
    """The path of the page that the node says it is of."""
    page = node.get("mainEntityOfPage")
    named = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    for value in (node.get("url"), named, node.get("@id")):
        url = document.absolute(value) if isinstance(value, str) else None
        if url is not None:
            return _path(url)
    return None


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


def names_a_story(url: str) -> bool:
    """Whether the address ends in a slug of four words, or in a number that is no date."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2][:_LONGEST_SEGMENT]
    if len(_SLUG_WORD.findall(unquote(last))) >= 4:
        return True
    return any(not _YEAR.fullmatch(number) for number in _NUMBER.findall(last))


def is_listing_address(url: str, claim: Claim) -> bool:
    """Whether the address is a list's: a tag's, a writer's, an archive's.

    Nothing is below it that a story could be called by, a number or a slug of three words, where a page surely is one.
    """
    path = urlsplit(url).path
    match = _LISTING_PATH.search(path)
    if match is None or _NUMBERED_POST.search(path):
        return False
    return claim is not Claim.DATA or _STORY_SEGMENT.search(unquote(path[match.end() :][:_LONGEST_SEGMENT])) is None


def is_service(document: Document) -> bool:
    """Whether address or data say that the page is about the paper itself, or offers a post, a thing or an evening."""
    if _is_service_address(document.url) or document.structured.types & _SERVICE_TYPES:
        return True
    if not document.structured.types & _THINGS:
        return False
    things = [node for node in document.structured.nodes if types_of(node) & _THINGS]
    heading = next((letters_of(text_of(element, 300)) for element in document.outline.of("h1")), "")
    # Reviews and previews have such nodes as well; a page that offers a thing is called by its name.
    return len(things) == 1 and bool(heading) and _headlines(things) == {heading}


def _is_service_address(url: str) -> bool:
    above, _, last = urlsplit(url).path.lower().strip("/").rpartition("/")
    name = last.removesuffix(".html").removesuffix(".php")
    # A single word may be a film's or a topic's in a section: ``/film/contact``.
    return name in _SERVICES and (not above or "-" in name)


def is_front_page_address(url: str) -> bool:
    """Whether the address is that of the host alone, and its query names no page by number: ``/?p=4471``."""
    parts = urlsplit(url)
    return parts.path in {"", "/"} and _POST_QUERY.search(parts.query) is None
