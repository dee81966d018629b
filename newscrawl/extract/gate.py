"""Is this page an article? Front pages, listings, galleries, videos, walls and shells are refused with a reason."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.blocks import Block, text_of
from newscrawl.extract.region import Region
from newscrawl.extract.structured import ARTICLE_TYPES
from newscrawl.extract.tree import Document
from newscrawl.model.errors import NeedsJavaScript, NotAnArticle

_LISTING_PATH = re.compile(
    r"/(?:tags?|topics?|topik|authors?|penulis|profile?|user|search|cari|category|kategori|indeks?|index|archive[s]?|rubrik|kanal)(?:/|$|-?berita)",
    re.IGNORECASE,
)
_LISTING_TYPES = frozenset(
    {"collectionpage", "searchresultspage", "profilepage", "itemlist", "contactpage", "aboutpage"}
)
_GALLERY_TYPES = frozenset({"imagegallery", "mediagallery"})
_GALLERY_PATH = re.compile(
    r"/(?:foto|photos?|readfoto|fotonews|galeri|galler(?:y|ies)|inpicture|picture|potret|bildergalerie|diaporama)(?:/|-|$)|//(?:foto|photo)s?\.",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(r"/(?:videos?|watch|tv|20detik)(?:/|$)|//(?:video|tv|20)\.", re.IGNORECASE)
_LAYER_TYPE = re.compile(
    r"""["'](?:pageType|page_type|contentType|content_type|type|articleType)["']\s*:\s*["'](\w{3,30})["']"""
)
_GONE = re.compile(
    r"\b(?:404|page not found|not found|halaman (?:yang anda cari )?tidak (?:di)?temukan|artikel tidak ditemukan"
    r"|seite nicht gefunden|page introuvable"
    r"|página no encontrada|access denied|just a moment|attention required|are you a robot|403 forbidden)\b",
    re.IGNORECASE,
)
_SCRIPT_NEEDED = re.compile(
    r"(?:enable|turn on|activate|requires?|needs?|aktifkan|mengaktifkan|membutuhkan|nyalakan|activez|aktivieren)"
    r"\W+(?:\w+\W+){0,4}?java\s?script|java\s?script (?:is|to be) (?:disabled|enabled|required)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy policy|kebijakan privasi|datenschutz|vie privée)\b", re.IGNORECASE
)
_SHELLS = ("app", "root", "__next", "__nuxt", "___gatsby", "q-app", "main-app")
_MOST_SHELLS = 20
_LITTLE = 200
_MORE_THAN_A_WALL, _MORE_THAN_CAPTIONS = 150, 200
"""Words of text that no page of an error or of consent, and no gallery, has."""
_PARAGRAPH = 90
_TEASER = 350
_LONG_WORD = 12
_NO_STORY, _MANY = 10, 6
"""Words of text that are no story, whatever the page declares, and teasers that make a list."""
_LISTED = 1500
"""Characters in short lines without links that are a story all the same: who won, who plays."""
_BESIDE = 300
"""Words: consent banners, sidebars and footers hold no more."""
_MOST_TEXTS = 500
"""Paragraphs that are looked at to tell a listing: no listing needs more to show what it is."""


def require_article(document: Document, region: Region, rescue: int) -> None:
    """Raise NotAnArticle or NeedsJavaScript, with the reason, for a page that is no article.

    ``rescue`` is how many characters of body the page's data holds beside its markup.
    """
    running = region.running.of(region.container)
    paragraphs = [block for block in region.body if _is_paragraph(block)]
    words = sum(_count_words(block.text) for block in paragraphs)
    if running < _LITTLE and rescue < _LITTLE:
        _refuse_emptiness(document)
    _refuse_walls(document, words)
    _refuse_pictures(document, words)
    _refuse_listings(document, region, words, rescue)


def declares_article(document: Document) -> bool:
    """Whether the page says of itself that it is one article."""
    structured = document.structured
    if structured.types & ARTICLE_TYPES or "article:published_time" in structured.meta:
        return True
    kind = structured.meta_first("og:type")
    return bool(kind and kind[0].lower().rsplit(":", 1)[-1] in {"article", "newsarticle", "news", "story"})


def _refuse_emptiness(document: Document) -> None:
    if document.site.needs_javascript or _is_shell(document):
        message = f"{document.url}: the page is a shell that a browser would fill"
        raise NeedsJavaScript(message)


def _is_shell(document: Document) -> bool:
    body = document.root.find("body")
    assert body is not None
    if any(_SCRIPT_NEEDED.search(e.text_content()[:2000]) for e in body.iter("noscript")):
        return True
    if _SCRIPT_NEEDED.search(text_of(body, 3000)):
        return True
    shells = islice((e for e in body.iter("div", "main") if e.get("id") in _SHELLS), _MOST_SHELLS)
    hollow = any(len(text_of(e, 400)) < _LITTLE for e in shells)
    return hollow and any(True for _ in body.iter("script"))


def _refuse_walls(document: Document, words: int) -> None:
    if words >= _MORE_THAN_A_WALL:
        return
    title = next((e.text for e in document.outline.of("title")), None) or ""
    heading = next((text_of(e, 200) for e in document.outline.of("h1")), "")
    gone = _GONE.search(title) or _GONE.search(heading)
    if gone and not declares_article(document):
        message = f"{document.url}: the page says {gone[0]!r}"
        raise NotAnArticle(message)
    if words < 120 and _CONSENT.search(title) and not declares_article(document):
        message = f"{document.url}: the page asks for consent and shows nothing else"
        raise NotAnArticle(message)


def _refuse_pictures(document: Document, words: int) -> None:
    if words >= _MORE_THAN_CAPTIONS:
        return
    layers = _layer_types(document)
    declared = document.structured.types & _GALLERY_TYPES or {"photogallery", "photo", "gallery", "foto"} & layers
    path = _GALLERY_PATH.search(document.url.split("?")[0])
    if (declared or path) and (path or "photogallery" in layers or words < 60):
        message = f"{document.url}: a gallery of pictures with {words} words of text"
        raise NotAnArticle(message)
    video = "videoobject" in document.structured.types or {"video", "videogallery"} & layers
    if video and words < 60 and (_VIDEO_PATH.search(document.url) or not declares_article(document)):
        message = f"{document.url}: a video with {words} words of text"
        raise NotAnArticle(message)


def _refuse_listings(document: Document, region: Region, words: int, rescue: int) -> None:
    said = document.site.is_article(document.url)
    path = urlsplit(document.url).path
    if path in {"", "/"} and words < 400 and not said:
        message = f"{document.url}: a front page"
        raise NotAnArticle(message)
    texts = [block for block in region.body if not block.furniture and len(block.text) >= 50 and block.link_share < 0.4]
    texts = texts[:_MOST_TEXTS]
    carded = _carded(region, texts)
    headlines = sum(block.kind == "head" and block.link_share > 0.8 for block in region.body)
    enough = 4 if headlines < max(3, len(texts)) else 1
    told = rescue >= _LITTLE and declares_article(document)  # the story stands in the page's data
    if carded >= enough and carded >= 0.6 * len(texts) and not said and not told:
        message = f"{document.url}: a listing: {carded} of its {len(texts)} paragraphs are teasers of other pages"
        raise NotAnArticle(message)
    teasers = _teasers(document)
    listed = sum(len(block.text) for block in region.body if not block.furniture and block.link_share < 0.4)
    storyless = (words < _NO_STORY and listed < _LISTED) or (words < _BESIDE and region.is_beside_a_story)
    if storyless and teasers >= _MANY and rescue < _LITTLE and not said:
        message = f"{document.url}: {teasers} teasers of other pages and {words} words of text of its own"
        raise NotAnArticle(message)
    if said or (declares_article(document) and not _LISTING_PATH.search(path)):
        return
    if words < _BESIDE and document.root.find(".//h1") is None and region.is_beside_a_story:
        message = f"{document.url}: all of its text stands in what calls itself something beside a story"
        raise NotAnArticle(message)
    if _LISTING_PATH.search(path) and words < max(150, 30 * teasers * (not declares_article(document))) and not said:
        message = f"{document.url}: a listing by its address, with {teasers} teasers and {words} words of text"
        raise NotAnArticle(message)
    if document.structured.types & _LISTING_TYPES and not declares_article(document) and words < 200:
        message = f"{document.url}: declares itself a listing"
        raise NotAnArticle(message)
    if words < 50 + 3 * teasers and teasers >= _MANY and rescue < _LITTLE:
        message = f"{document.url}: {teasers} teasers of other pages and {words} words of text of its own"
        raise NotAnArticle(message)


def _carded(region: Region, paragraphs: list[Block]) -> int:
    """How many paragraphs are one card of many: each in an element of its own beside a link that names a page."""
    cards: dict[tuple[str, str | None], set[HtmlElement]] = {}
    # What lies round one paragraph lies round its neighbours as well: measured anew for each, a long list is squared.
    lengths: dict[HtmlElement, int] = {}
    for block in paragraphs:
        card = _card_of(block, region.container, lengths)
        if card is not None:
            cards.setdefault((card.tag, card.get("class")), set()).add(card)
    return max(map(len, cards.values()), default=0)


def _card_of(block: Block, container: HtmlElement, lengths: dict[HtmlElement, int]) -> HtmlElement | None:
    """The innermost element round the paragraph that holds a link with words as well, and little more."""
    element = block.element
    if len(block.text) > _TEASER:
        return None
    for _ in range(4):
        if element not in lengths:
            lengths[element] = len(element.text_content())
        if element is container or lengths[element] > len(block.text) + 400:
            return None
        for anchor in element.iter("a"):
            if (
                anchor.get("href")
                and 15 <= len(anchor.text_content().strip()) <= 200
                and block.element not in (anchor, *anchor.iterancestors())
            ):
                return element
        parent = element.getparent()
        if parent is None:
            return None
        element = parent
    return None


def _teasers(document: Document) -> int:
    """How many headings are links: the sign of a list of stories."""
    found = 0
    for heading in document.outline.of("h1", "h2", "h3", "h4", "h5"):
        anchor = next(heading.iter("a"), None)
        parent = heading.getparent()
        if (anchor is not None and anchor.get("href")) or (parent is not None and parent.tag == "a"):
            found += 1
        if found >= 200:
            break
    return found


def _layer_types(document: Document) -> frozenset[str]:
    """What inline data layers call the page: ``pageType``, ``type``."""
    found: set[str] = set()
    for _, text in document.scripts:
        if 20 < len(text) < 60_000 and ("pageType" in text or "dataLayer" in text or "page_type" in text):
            found.update(match.lower() for match in _LAYER_TYPE.findall(text)[:40])
    return frozenset(found)


def _count_words(text: str) -> int:
    """Roughly; scripts without blanks, whose words are a few characters, have at least some for their length."""
    return max(len(text.split()), len(text) // _LONG_WORD)


def _is_paragraph(block: Block) -> bool:
    return not block.furniture and len(block.text) >= _PARAGRAPH and block.link_share < 0.4 and block.kind != "caption"
