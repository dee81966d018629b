"""The pictures of the story with caption, credit and alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.found import Found
from newscrawl.extract.page.blocks import Block, ends_as_sentence, read_blocks, text_of
from newscrawl.extract.page.marks import is_hidden, words_in
from newscrawl.extract.page.structured import strings, types_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.people.elements import AUTHOR_PAGE
from newscrawl.extract.pictures.captions import is_caption, names_caption, read_caption, split_credit
from newscrawl.extract.pictures.elements import (
    PICTURES,
    address_of,
    is_small,
    is_stand_in,
    names_other,
    path_names_other,
)
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.recall import remembered
from newscrawl.extract.text.wordlists import words
from newscrawl.model.article import Image
from newscrawl.sites.generic import registered_domain

_MAX = 40
_MOST_LOOKED_AT = 1_000
_LITTLE = 200
"""Characters that the element of a byline holds at most; an article may be named for its author as a whole."""
_LITTLE_OF_FRAME = 600
_FEW = 60
"""Elements in a byline, a frame or the link of a card."""
_HEADLINE = 25
_WRITTEN = 80
_OPENING = 12
_SHORTEST_DECLARED = 30
_MOST_NODES = 200
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|bmp|tiff?)$", re.IGNORECASE)
_WRITERS = words("author authors byline writer writers penulis reporter contributor autor autoren auteur headshot")


def read_images(document: Document, region: Region, story: Sequence[Block]) -> Found[tuple[Image, ...]]:
    """Pictures between the headline and the end of the story, each once; the declared one when there is none."""
    found: dict[str, Image] = {}
    for element in _elements(region, story):
        url = None if is_small(element) else address_of(document, element)
        image = _image(document, element, url) if url else None
        if image is None:
            continue
        key = re.sub(r"\?.*|-\d{2,4}x\d{2,4}(?=\.\w+$)", "", image.url)
        found[key] = _richer(found.get(key), image)
        if len(found) >= _MAX:
            break
    shown = Found(tuple(found.values()), "pictures of the story") if found else _declared(document)
    return Found(_captioned(document, shown.value, story), shown.source)


def _image(document: Document, element: HtmlElement, url: str) -> Image | None:
    """The picture with what is printed of it; None for one of the design, an author or a link.

    A name may be meant otherwise, ``jenson-button.jpg``: what stands in a figure with a caption is the story's.
    """
    is_doubtful = names_other(element, url) or is_hidden(element)
    if is_doubtful and (is_stand_in(url) or next(element.iterancestors("figure"), None) is None):
        return None
    caption, credit = read_caption(element)
    if (is_doubtful and not caption) or _leads_away(document, element, url, is_captioned=caption is not None):
        return None
    return Image(url, caption, credit, " ".join((element.get("alt") or "").split()) or None)


def _leads_away(document: Document, element: HtmlElement, url: str, *, is_captioned: bool) -> bool:
    """Whether the picture is the face of a link to an author, another publisher's page or another story."""
    link = next(element.iterancestors("a"), None)
    href = (link.get("href") or "").strip() if link is not None else ""
    target = document.absolute(href) if href and not href.startswith("#") else None
    if link is None or target is None or _IMAGE_FILE.search(urlsplit(target).path):
        return False
    if AUTHOR_PAGE.search(urlsplit(target).path):
        return True
    if not _is_own(document, target):
        return not is_captioned and _host(target) != _host(url)
    return _host(target) + urlsplit(target).path != _host(document.url) + urlsplit(document.url).path and (
        _says_headline(link)
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_own(document: Document, url: str) -> bool:
    if _host(url) == _host(document.url) or document.site.owns(url):
        return True
    return registered_domain(url) == registered_domain(document.url)


def _says_headline(link: HtmlElement) -> bool:
    """Whether a link holds a headline's length of words that are no caption, and little else."""
    if _more_than(_FEW, link, "*"):
        return False
    blocks = read_blocks(link, is_caption, limit=_LITTLE_OF_FRAME)
    return sum(len(block.text) for block in blocks if not block.furniture and block.kind != "caption") >= _HEADLINE


def _elements(region: Region, story: Sequence[Block]) -> Iterator[HtmlElement]:
    """The ``<img>`` of the region, from just before the headline to the last block of the story."""
    if not (region.before or region.body):
        return iter(())
    top = region.container
    above = set(region.before[0].element.iterancestors()) if region.before else None
    for ancestor in region.container.iterancestors():
        top = ancestor
        if above is None or ancestor in above:
            break
    return _up_to(story[-1].element if story else None, top, region)


def _up_to(last: HtmlElement | None, top: HtmlElement, region: Region) -> Iterator[HtmlElement]:
    over, end = False, _behind(region.container)
    known: dict[HtmlElement, bool] = {region.container: False}
    looked_at = 0
    for element in top.iter(*PICTURES, *(e.tag for e in (last, end) if e is not None)):
        if over and element is end:
            return
        if element.tag in PICTURES:
            looked_at += 1
            # Under the last words only what stands in a frame of its own is the story's. A body that is broken into
            # lines is one element: the words of its end lie behind all that it holds.
            if (not over or _is_framed(element, last)) and not _is_beside(element, region, known):
                yield element
        if last is not None and element is last:
            over = True
            if element is not region.container and region.container not in element.iterancestors():
                return
        if looked_at >= _MOST_LOOKED_AT:
            return


def _behind(element: HtmlElement) -> HtmlElement | None:
    """The element that begins next after this one has ended."""
    current: HtmlElement | None = element
    while current is not None:
        following: HtmlElement | None = next(current.itersiblings("*"), None)
        if following is not None:
            return following
        current = current.getparent()
    return None


def _is_framed(element: HtmlElement, last: HtmlElement | None) -> bool:
    return any(ancestor.tag == "figure" or ancestor is last for ancestor in element.iterancestors())


def _is_beside(element: HtmlElement, region: Region, known: dict[HtmlElement, bool]) -> bool:
    """Whether it stands in furniture; a frame is none here.

    ``known``: what was found of the elements round other pictures.
    """
    chain, verdict = [], False
    for ancestor in element.iterancestors():
        verdict = known[ancestor] if ancestor in known else _sets_aside(ancestor, region)
        if verdict or ancestor in known:
            break
        chain.append(ancestor)
    known.update(dict.fromkeys(chain, verdict))
    return verdict


def _sets_aside(element: HtmlElement, region: Region) -> bool:
    if element in region.furniture and not _is_frame(element):
        return True
    if element.tag in {"header", "nav", "footer"} and element.find(".//nav") is not None:
        return True
    if _names_writer(element.get("class") or "") and _is_short(element, _LITTLE):
        return True
    return element.tag in {"li", "ul"} and _more_than(2, element, "a")


@remembered(4_096)
def _names_writer(name: str) -> bool:
    return not _WRITERS.isdisjoint(words_in(name))


def _is_frame(element: HtmlElement) -> bool:
    """Whether it frames a picture: a ``<figure>``, or what is named for the caption of the one that it holds."""
    if element.tag in {"figure", "figcaption"}:
        return True
    named = names_caption(element.get("class") or "")
    return named and not _more_than(1, element, *PICTURES) and _is_short(element, _LITTLE_OF_FRAME)


def _is_short(element: HtmlElement, length: int) -> bool:
    """Whether it holds few elements and words; what holds many is seen to at once."""
    return not _more_than(_FEW, element, "*") and len(text_of(element, 2 * length)) <= length


def _more_than(number: int, element: HtmlElement, *tags: str) -> bool:
    """Whether the element holds more than so many of the tags; no more of it is looked at than needed."""
    return sum(1 for _ in islice(element.iterdescendants(*tags), number + 1)) > number


def _richer(known: Image | None, new: Image) -> Image:
    if known is None:
        return new
    return Image(known.url, known.caption or new.caption, known.credit or new.credit, known.alt or new.alt)


def _captioned(document: Document, images: tuple[Image, ...], story: Sequence[Block]) -> tuple[Image, ...]:
    """The pictures, the first without a caption with the one that the page declares and prints as words of its own."""
    bare = next((i for i, image in enumerate(images) if not image.caption), None)
    printed = _printed(story, _declared_captions(document)) if bare is not None else None
    if bare is None or not printed:
        return images
    caption, credit = split_credit(printed)
    captioned = replace(images[bare], caption=caption, credit=images[bare].credit or credit)
    return (*images[:bare], captioned, *images[bare + 1 :])


def _printed(story: Sequence[Block], declared: Mapping[str, bool]) -> str | None:
    """The words of the block that says what is declared of a picture, where they may be no paragraph of the story."""
    openings = {text[:_OPENING] for text in declared}
    for block in story if declared else ():
        if block.text[:_OPENING] in openings and len(block.text) <= _LITTLE_OF_FRAME and block.text in declared:
            written = len(block.text) >= _WRITTEN and ends_as_sentence(block.text)
            if block.kind == "head" or not written or (block.after_image and declared[block.text]):
                return block.text
    return None


def _declared_captions(document: Document) -> dict[str, bool]:
    """What the page declares of its pictures, apart from its title, each with whether it is called a caption.

    What is called a description may be the story's beginning.
    """
    structured = document.structured
    found: dict[str, bool] = {}
    for name in ("og:image:alt", "twitter:image:alt"):
        found.update(dict.fromkeys(structured.meta.get(name, ())[:3], True))
    for node in structured.nodes[:_MOST_NODES]:
        if "imageobject" in types_of(node):
            for key in ("description", "name", "caption"):
                found.update(dict.fromkeys(strings(node.get(key))[:1], key == "caption"))
    titles = {*structured.meta.get("og:title", ()), *strings((structured.article or {}).get("headline"))}
    return {
        text: is_caption for text, is_caption in found.items() if len(text) >= _SHORTEST_DECLARED and text not in titles
    }


def _declared(document: Document) -> Found[tuple[Image, ...]]:
    """The picture that the page names for sharing."""
    structured = document.structured
    social = structured.meta_first("og:image", "og:image:url", "twitter:image")
    candidates = [social[0]] if social else strings((structured.article or {}).get("image"), "url")[:1]
    source = f"meta {social[1]}" if social else "json-ld image"
    for candidate in candidates:
        url = document.absolute(candidate)
        if url and not path_names_other(url):
            alt = next(iter(structured.meta.get("og:image:alt", ())), None) or None
            return Found((Image(url, alt=alt),), source)
    return Found((), source)
