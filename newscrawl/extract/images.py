"""The pictures of the story with caption, credit and alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.blocks import Block, read_blocks, text_of
from newscrawl.extract.days import is_day
from newscrawl.extract.folding import fold
from newscrawl.extract.found import Found
from newscrawl.extract.recall import remembered
from newscrawl.extract.region import Region
from newscrawl.extract.structured import strings
from newscrawl.extract.title import folded
from newscrawl.extract.tree import Document
from newscrawl.extract.wordlists import words
from newscrawl.model.article import Image

_MAX = 40
_MOST_LOOKED_AT = 1_000
_SMALL = 120
_LABEL = (
    r"(?:foto|photo(?:graph)?|sumber|source|kredit|credits?|dok(?:umentasi)?|image|gambar|ilustrasi|fotografer"
    r"|pic(?:ture)?|bild)"
)
# "Foto: X" anywhere; "Foto/X" only where a caption may end, for "ANTARA FOTO/Budi" is a credit as a whole.
_LABELLED = re.compile(
    rf"(?P<open>[(\[])?\s*\b{_LABEL}\s*:\s*(?:{_LABEL}\s*[:/]\s*)?|(?:^|(?<=[.!?|]\s)|(?P<open2>[(\[]))\s*{_LABEL}\s*/\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\s*\.?\s*$")
_MARKED = re.compile(r"[(\[]?\s*(?P<credit>(?:Dok\.|Doc\.|©)\s?[^()\[\]]{2,80}?)\s*[)\]]?\s*$")
# "... pantai. ANTARA/Wening Lestari", "... kios. tirto.id/Andrey", "... alun-alun. /Pikiran Rakyat/Teguh"
_AGENCY = re.compile(
    r"(?<=[.!?)\"”])\s+/?(?P<credit>(?:[A-Z][\w.& ]{1,30}|[a-z]{3,20}\.[a-z.]{2,8})/[A-Z][\w.'’ -]{2,40})$"
)
_POSITIONS = words(
    "kiri kanan tengah atas bawah depan belakang left right center centre top bottom back front links rechts"
)
_CAPTION_NAME = re.compile(
    r"caption|keterangan|foto-?desc|photo-?desc|legend|cutline|wp-caption-text|img-?desc", re.IGNORECASE
)
_NOT_STORY = re.compile(
    r"logo|avatar|icon|sprite|spacer|blank|pixel|placeholder|badge|emoji|gravatar|button|banner|/ads?/|loading|author",
    re.IGNORECASE,
)
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-srcset", "srcset", "src")


def read_images(document: Document, region: Region, story: Sequence[Block]) -> Found[tuple[Image, ...]]:
    """Pictures between the headline and the end of the story, each once; the declared one when there is none."""
    found: dict[str, Image] = {}
    for element in _elements(region, story):
        url = _url(document, element)
        if (
            url is None
            or _is_small(element)
            or _NOT_STORY.search(urlsplit(url).path + " " + (element.get("class") or ""))
        ):
            continue
        image = _describe(element, url)
        key = re.sub(r"\?.*|-\d{2,4}x\d{2,4}(?=\.\w+$)", "", url)
        found[key] = _richer(found.get(key), image)
        if len(found) >= _MAX:
            break
    return Found(tuple(found.values()), "pictures of the story") if found else _declared(document)


def split_credit(text: str) -> tuple[str | None, str | None]:
    """A printed caption as caption and credit: ``Banjir (Foto: Antara)`` gives ``("Banjir", "Antara")``."""
    text = " ".join(text.split()).strip()
    label = _LABELLED.search(text)
    if label and len(text) - label.end() <= 150:
        credit = text[label.end() :].strip(" .|-")
        opening = label["open"] or label["open2"]
        closing = "]" if opening == "[" else ")"
        if opening or credit.count(closing) > credit.count("(" if closing == ")" else "["):
            credit = credit.removesuffix(closing)
        inner = _BRACKETED.search(credit)
        if not label.start() and not opening and inner and _may_be_credit(inner["credit"]):
            return _worded(credit[: inner.start()]), inner["credit"].strip()  # "Foto: Banjir di Kudus (Antara/Yusuf)"
        return _worded(text[: label.start()]), credit.strip() or None
    for pattern in (_MARKED, _BRACKETED, _AGENCY):
        match = pattern.search(text)
        if match and _may_be_credit(match["credit"]):
            return _worded(text[: match.start()]), match["credit"].strip(" .|-") or None
    return text or None, None


def _may_be_credit(text: str) -> bool:
    """Whether it names somebody: a day, ``(21/11/2026)``, and a person's place in the picture are the caption's own."""
    return not is_day(text) and fold(text) not in _POSITIONS


def _worded(caption: str) -> str | None:
    return caption.strip(" |-–—/([") or None


def _elements(region: Region, story: Sequence[Block]) -> Iterator[HtmlElement]:
    """The ``<img>`` of the region, from just before the headline to the last block of the story."""
    first = (region.before or region.body)[:1]
    if not first:
        return
    top = region.container
    around = [block.element for block in region.before]
    for ancestor in region.container.iterancestors():
        top = ancestor
        if not around or any(ancestor in block.iterancestors() for block in around[:1]):
            break
    last = story[-1].element if story else None
    yield from _up_to(last, top, region)


def _up_to(last: HtmlElement | None, top: HtmlElement, region: Region) -> Iterator[HtmlElement]:
    over, end = False, _behind(region.container)
    known: dict[HtmlElement, bool] = {region.container: False}
    looked_at = 0
    for element in top.iter("*"):
        if over and element is end:
            return
        if element.tag == "img":
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
    """Whether it stands in furniture (a figure is none here), or is the face of a link to elsewhere with a text.

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
    if element in region.furniture and element.tag not in {"figure", "figcaption"}:
        return True
    if element.tag in {"header", "nav", "footer"} and element.find(".//nav") is not None:
        return True
    return element.tag in {"li", "ul"} and _more_than(2, element, "a")


def _more_than(number: int, element: HtmlElement, tag: str) -> bool:
    """Whether the element holds more than so many of a tag; no more of it is looked at than needed."""
    return sum(1 for _ in islice(element.iterdescendants(tag), number + 1)) > number


def _url(document: Document, element: HtmlElement) -> str | None:
    for name in _SOURCES:
        value = (element.get(name) or "").strip()
        if value and not value.startswith("data:"):
            first = value.split(",")[-1].split()[0] if "srcset" in name and value.split(",")[-1].split() else value
            url = document.absolute(first if "srcset" in name else value)
            if url:
                return url
    return None


def _is_small(element: HtmlElement) -> bool:
    sizes = [re.match(r"\s*(\d{1,5})(?:px)?\s*$", element.get(name) or "") for name in ("width", "height")]
    return any(size and int(size[1]) < _SMALL for size in sizes)


def _describe(element: HtmlElement, url: str) -> Image:
    alt = " ".join((element.get("alt") or "").split()) or None
    caption, credit = None, None
    for text in _captions(element):
        words, name = split_credit(text)
        credit = credit or name
        caption = caption or words
        if caption and credit:
            break
    if caption and credit and folded(caption) == folded(credit):
        caption = None
    return Image(url, caption, credit, alt)


def _captions(element: HtmlElement) -> Iterator[str]:
    """What is printed with the picture, nearest first: marked captions round it, else its frame's text."""
    seen: set[HtmlElement] = set()
    for holder, printed in _frames(element):
        marked = [e for e in holder.iterdescendants("*") if _is_caption(e)]
        for caption in marked:
            if caption not in seen and not any(ancestor in seen for ancestor in caption.iterancestors()):
                seen.add(caption)
                yield from _lines(caption)
        if marked:
            continue
        text = text_of(holder, 700) if printed is None else printed
        credited = len(text) <= 300 and (_LABELLED.search(text) or split_credit(text)[1])
        if text and (holder.tag == "figure" or credited):
            yield from _lines(holder)
            return


def _frames(element: HtmlElement) -> Iterator[tuple[HtmlElement, str | None]]:
    """The elements round a picture that hold no other one and few words beside it, with the words where they count."""
    for holder in islice(element.iterancestors(), 5):
        if holder.tag in {"body", "article", "main"} or _more_than(1, holder, "img"):
            return
        printed = text_of(holder, 700) if holder.tag != "figure" else None
        if printed is not None and len(printed) > 600:
            return
        yield holder, printed


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or _names_caption(element.get("class") or "")


@remembered(4_096)
def _names_caption(name: str) -> bool:
    return _CAPTION_NAME.search(name) is not None


def _lines(element: HtmlElement) -> list[str]:
    return [line for block in read_blocks(element) for line in block.text.split("\n")]


def _richer(known: Image | None, new: Image) -> Image:
    if known is None:
        return new
    return Image(known.url, known.caption or new.caption, known.credit or new.credit, known.alt or new.alt)


def _declared(document: Document) -> Found[tuple[Image, ...]]:
    """The picture that the page names for sharing."""
    structured = document.structured
    social = structured.meta_first("og:image", "og:image:url", "twitter:image")
    candidates = [social[0]] if social else strings((structured.article or {}).get("image"), "url")[:1]
    source = f"meta {social[1]}" if social else "json-ld image"
    for candidate in candidates:
        url = document.absolute(candidate)
        if url and not _NOT_STORY.search(urlsplit(url).path):
            alt = next(iter(structured.meta.get("og:image:alt", ())), None) or None
            return Found((Image(url, alt=alt),), source)
    return Found((), source)
