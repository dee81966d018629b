"""Is this page an article? Listings, galleries, videos, walls and shells are refused with a reason."""

from __future__ import annotations

import re
from itertools import islice

from newscrawl.extract.gate.declared_kind import Claim, claim_of, is_service
from newscrawl.extract.gate.listings import Signs, refuse_listings
from newscrawl.extract.gate.walls import says_of_a_wall
from newscrawl.extract.moments.moment import read_moments
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.model.errors import NeedsJavaScript, NotAnArticle
from newscrawl.model.words import count_words

_GALLERY_TYPES = frozenset({"imagegallery", "mediagallery"})
_PICTURES = "foto|photos?|readfoto|fotonews|galeri|galler(?:y|ies)|inpicture|picture|potret|bildergalerie|diaporama"
_GALLERY_PATH = re.compile(rf"/(?:{_PICTURES})(?:/|$)|//(?:foto|photo)s?\.", re.IGNORECASE)
_GALLERY_SLUG = re.compile(rf"/(?:{_PICTURES})-", re.IGNORECASE)
"""Also how the slug of a story about one picture begins."""
_VIDEO_PATH = re.compile(r"/(?:videos?|watch|tv|20detik)(?:/|$)|//(?:video|tv|20)\.", re.IGNORECASE)
_LAYER_TYPE = re.compile(
    r"""["'](?:pageType|page_type|contentType|content_type|type|articleType)["']\s*:\s*["'](\w{3,30})["']"""
)
_SCRIPT_NEEDED = re.compile(
    r"(?:enable|turn on|activate|requires?|needs?|aktifkan|mengaktifkan|membutuhkan|nyalakan|activez|aktivieren)"
    r"\W+(?:\w+\W+){0,4}?java\s?script|java\s?script (?:is|to be) (?:disabled|enabled|required)",
    re.IGNORECASE,
)
_SHELLS = ("app", "root", "__next", "__nuxt", "___gatsby", "q-app", "main-app")
_MOST_SHELLS = 20
_LITTLE, _A_STORY = 200, 40
"""Characters of text that a shell may hold, and words that it does not: in some languages these are shorter."""
_RESCUED = 100
"""Characters of the shortest body that data hold."""
_MORE_THAN_A_WALL, _MORE_THAN_CAPTIONS = 150, 200
"""Words of text that no page of an error or of consent, and no gallery, has."""
_FEW = 60
"""Words that a picture or a film has beside it."""
_PARAGRAPH = 90
_SENTENCE = 6
"""Words of the shortest sentence that is a paragraph."""
_SENTENCE_END = re.compile(r"[.!?…。！？।؟»”\"][\"')\]’”»」』)]{0,3}$")


def require_article(document: Document, region: Region, rescue: int) -> None:
    """Raise NotAnArticle or NeedsJavaScript, with the reason, for a page that is no article.

    ``rescue`` is how many characters of body the page's data holds beside its markup.
    """
    running = region.running.of(region.container)
    paragraphs = [block for block in region.body if _is_paragraph(block)]
    words = sum(count_words(block.text) for block in paragraphs)
    if running < _LITTLE and words < _A_STORY and rescue < _RESCUED:
        _refuse_emptiness(document)
    _refuse_walls(document, words)
    _refuse_pictures(document, words)
    signs = Signs(document, region, claim_of(document), words, rescue >= _RESCUED)
    refuse_listings(signs)
    _refuse_services(signs)


def declares_article(document: Document) -> bool:
    """Whether the page says of itself that it is one article."""
    return claim_of(document) > Claim.NONE


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
    said = says_of_a_wall(document, words < _A_STORY) if words < _MORE_THAN_A_WALL else None
    if said and not declares_article(document):
        message = f"{document.url}: the page says {said!r}"
        raise NotAnArticle(message)


def _refuse_pictures(document: Document, words: int) -> None:
    if words >= _MORE_THAN_CAPTIONS:
        return
    layers = _layer_types(document)
    if _is_gallery(document, words, layers):
        message = f"{document.url}: a gallery of pictures with {words} words of text"
        raise NotAnArticle(message)
    video = "videoobject" in document.structured.types or {"video", "videogallery"} & layers
    if video and words < _FEW and (_VIDEO_PATH.search(document.url) or not declares_article(document)):
        message = f"{document.url}: a video with {words} words of text"
        raise NotAnArticle(message)


def _is_gallery(document: Document, words: int, layers: frozenset[str]) -> bool:
    address = document.url.split("?")[0]
    if _GALLERY_PATH.search(address):
        return True
    slug = _GALLERY_SLUG.search(address) is not None
    declared = document.structured.types & _GALLERY_TYPES or {"photogallery", "photo", "gallery", "foto"} & layers
    if declared and (slug or "photogallery" in layers):
        return True
    return words < _FEW and (slug or bool(declared))


def _refuse_services(signs: Signs) -> None:
    document = signs.document
    if signs.claim is Claim.DATA or document.site.is_article(document.url):
        return
    if is_service(document):
        message = f"{document.url}: a page about the paper, or an offer"
        raise NotAnArticle(message)
    if signs.words or signs.claim or signs.is_rescued:
        return
    told = sum(count_words(block.text) for block in islice(signs.region.body, _A_STORY))
    if told >= _A_STORY and read_moments(document, signs.region).published is None:
        message = f"{document.url}: no date, and no sentence"
        raise NotAnArticle(message)


def _layer_types(document: Document) -> frozenset[str]:
    """What inline data layers call the page: ``pageType``, ``type``."""
    found: set[str] = set()
    for _, text in document.scripts:
        if 20 < len(text) < 60_000 and ("pageType" in text or "dataLayer" in text or "page_type" in text):
            found.update(match.lower() for match in _LAYER_TYPE.findall(text)[:40])
    return frozenset(found)


def _is_paragraph(block: Block) -> bool:
    """Whether it is running text: long enough for that, or a sentence of a few words that is no picture's caption."""
    if block.furniture or block.link_share >= 0.4 or block.kind == "caption":
        return False
    if len(block.text) >= _PARAGRAPH:
        return True
    ends = _SENTENCE_END.search(block.text) is not None and not block.after_image
    return ends and count_words(block.text) >= _SENTENCE
