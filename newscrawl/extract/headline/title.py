"""The headline without the publisher's name, and the standfirst."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement

from newscrawl.extract.found import Found
from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.structured import first_string, strings, tidy
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import letters_of
from newscrawl.extract.text.recall import remembered

# " | Brand", " - Brand", "Brand: " ...: separators that publishers put between headline and name.
_SUFFIX = re.compile(r"\s*(?:[|｜¦│：•·»«]|::|\s[-–—~]+|[-–—~]+\s|\s(?:[/<>@]|//)\s)\s*")
_PREFIX = re.compile(r"(.{2,40}?)\s*(?:[|｜¦│•·»]|::|:\s|\s[-–—>]\s)\s*")
_COLON = re.compile(r"\s*:\s+")
"""Before a name it separates, before other words it belongs to the headline."""
_KIND_OF_PAPER = re.compile(
    r"^(?:harian|portal|koran|media|berita|situs|majalah|tabloid|radio|news|the)\s", re.IGNORECASE
)
_SEPARATORS = frozenset("|｜¦│：•·»«:-–—~/<>@")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Where a line may break, and byte order marks: they come along with copied headlines."""
_PAGE = re.compile(
    r"\s*[-–|(]?\s*(?:halaman|page|hal\.?)\s*(?:\d{1,3}|all|semua)\s*(?:(?:dari|of)\s*\d+)?\s*\)?$"
    r"|\s+-?\s*semua halaman$",
    re.IGNORECASE,
)
_BADGE = re.compile(r"\s+(?:premium|plus|eksklusif|exclusive|subscribers? only|khusus pelanggan)$", re.IGNORECASE)
_KICKER = re.compile(r"[:–—-]\s*$")
_SHORTEST = 15
"""Characters of a heading that leads a title; less is a section: ``Olahraga - Kabar``."""
_LONGER = re.compile(r"\w{4,}")
_TITLE_ELEMENT = "title element"
_OTHER_TITLES = ("title", "sailthru.title", "parsely-title", "cxenseparse:title", "dc.title", "dcterms.title")
"""Metas that tell the headline to newsletters, to those who count readers and to libraries."""
_MAX = 500
_HEADINGS = 60
_SHOWN = 5
_Heading = tuple[HtmlElement, str]
"""With what it prints, apart from a label."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The article's title, and the element that prints a headline, which need not be the same."""

    title: Found[str]
    printed: str
    """What ``element`` prints; the title where none does."""
    element: HtmlElement | None


def read_headline(document: Document) -> Headline | None:
    """The headline, as printed or as declared; None when the page has none."""
    declared = [found for found in (_bare(document, found) for found in _declared(document)) if found.value]
    heading = _printed(document, [found.value for found in declared])
    if heading:
        title = _choose(document, _bare(document, heading[1]), declared)
        return Headline(title, text_of(heading[0], _MAX), heading[0])
    return headline_of(document, declared[0]) if declared else None


def title_candidates(document: Document) -> Iterator[Found[str]]:
    """Every headline that the page declares, then those that it prints, for a person who asks why one was chosen."""
    yield from (_bare(document, found) for found in _declared(document))
    for tag in ("h1", "h2"):
        for element in document.outline.of(tag)[:_SHOWN]:
            yield Found(text_of(element, _MAX), f"{tag} element")


def headline_of(document: Document, title: Found[str]) -> Headline:
    """A title that is known beforehand, with the first heading that prints it, or else the page's first."""
    headings = {e: text_of(e, 600) for tag in ("h1", "h2", "h3") for e in document.outline.of(tag)[:_HEADINGS]}
    same = (e for e, text in headings.items() if same_words(text, title.value))
    element = next(same, None)
    if element is None:
        element = next((e for e, text in headings.items() if e.tag == "h1" and text), None)
    return Headline(title, headings[element] if element is not None else title.value, element)


def without_brand(title: str, brands: Iterable[str]) -> str:
    """The title without the publisher's names at its ends: ``Judul | Republika`` gives ``Judul``.

    A title that is nothing but a name stays.
    """
    return _without_brand(title, tuple(brands))


@lru_cache(maxsize=256)  # a page says its headline in several places
def _without_brand(title: str, brands: tuple[str, ...]) -> str:
    title = " ".join((title if title.isascii() else title.translate(_INVISIBLE)).split())
    known = {_key(brand) for brand in brands} - {""}
    for _ in range(3):
        shorter = _without_page(title)
        if not _SEPARATORS.isdisjoint(shorter):
            shorter = _cut_head(_cut_tail(shorter, known), known)
        if shorter == title:
            break
        title = shorter
    return title


def same_words(one: str, other: str) -> bool:
    return letters_of(one) == letters_of(other)


def _without_page(title: str) -> str:
    lower = title.lower()
    return _PAGE.sub("", title) if "hal" in lower or "page" in lower else title


def _cut_tail(title: str, known: set[str]) -> str:
    for match in reversed(list(_SUFFIX.finditer(title))):
        tail = title[match.end() :]
        if len(tail) > 60:
            break
        if match.start() >= 3 and (_is_brand(tail, known) or _begins_with_brand(tail, known)):
            return title[: match.start()].strip()
    for match in _COLON.finditer(title):
        if match.start() >= _SHORTEST and _key(title[match.end() :]) in known:
            return title[: match.start()]
    return title


def _cut_head(title: str, known: set[str]) -> str:
    match = _PREFIX.match(title)
    if match and _is_brand(match[1], known) and len(title) - match.end() >= 8:
        return title[match.end() :].strip()
    return title


def _begins_with_brand(tail: str, known: set[str]) -> bool:
    """Whether another separator and a slogan follow the name: ``Kabar Hulu - Berita Terkini``."""
    return any(_key(tail[: match.start()]) in known for match in _SUFFIX.finditer(tail))


def _is_brand(text: str, known: set[str]) -> bool:
    key = _key(text)
    if not key or key in known:
        return bool(key)
    kind = _KIND_OF_PAPER.match(text)
    if kind and _key(text[kind.end() :]) in known:
        return True
    if any(len(name) > 4 and key.startswith(name) and len(key) <= 2 * len(name) for name in known):
        return True
    first, *others = text.split()
    return (
        len(others) <= 1 and len(text) <= 40 and _key(first) in known and len(_key(first)) > 3
    )  # "Kompas.com Regional"


@remembered(4_096)
def _key(brand: str) -> str:
    """A name without its domain ending: ``Republika``, ``REPUBLIKA.co.id`` and ``republika.co.id`` are one."""
    bare = re.sub(
        r"^www\.|\.(?:com?|net|org|id|info|tv|de|fr|it|es|uk|news|[a-z]{2})(?:\.[a-z]{2})?$", "", brand.strip().lower()
    )
    return letters_of(bare)


def _bare(document: Document, found: Found[str]) -> Found[str]:
    return Found(without_brand(found.value, document.brands), found.source)


def _choose(document: Document, printed: Found[str], declared: Sequence[Found[str]]) -> Found[str]:
    """The printed headline, or the declared one that the editors put above it.

    A ``<title>`` is written for search engines. Where it repeats the printed headline, that one was written for them as
    well, and another headline that is declared beside it is the editors' own, unless a third voice repeats the printed.
    """
    headlines = [found for found in declared if found.source.startswith(("json-ld", "meta"))]
    spaced = (found for found in headlines if _has_more_blanks(found.value, printed.value))
    agreed = _agreed(headlines, printed.value) or next(spaced, None)
    if agreed:
        return agreed
    for_search = next((found.value for found in declared if found.source == _TITLE_ELEMENT), "")
    if not letters_of(for_search).startswith(letters_of(printed.value)):
        return printed
    own = [found for found in reversed(headlines) if _is_another(found.value, printed.value)]
    if own and _is_told_again(document, printed.value):
        own = [found for found in own if not found.source.startswith("meta")]
    shared = document.structured.meta.get("twitter:title", ())
    if any(same_words(without_brand(text, document.brands), printed.value) for text in shared):
        own = [found for found in own if not found.source.startswith("meta")]
    return next(iter(own), printed)


def _has_more_blanks(headline: str, printed: str) -> bool:
    """Whether it is the printed one before its pieces were put side by side: ``Warga PerbaikiJembatan``."""
    return len(headline.split()) > len(printed.split()) and same_words(headline, printed)


def _is_told_again(document: Document, printed: str) -> bool:
    """Whether a declaration that is neither for search nor for sharing has the printed headline."""
    structured = document.structured
    told = [text for name in _OTHER_TITLES for text in structured.meta.get(name, ())[:1]]
    if structured.article and structured.article.get("headline"):
        told += strings(structured.article.get("name"))[:1]
    return any(same_words(without_brand(text, document.brands), printed) for text in told)


def _agreed(headlines: Sequence[Found[str]], printed: str) -> Found[str] | None:
    """The headline in which both declarations agree, when it tells more than the printed one, or something else.

    More is a mark that is printed as a line break, or a kicker: ``Kemarau panjang: Warga antre air``.
    """
    if len(headlines) < 2 or not same_words(headlines[0].value, headlines[1].value):
        return None
    best = headlines[1]
    if _is_cut(best.value, printed):
        return None
    if same_words(best.value, printed):
        return best if len(best.value) > len(printed) else None
    kicker = best.value[: -len(printed)] if best.value.endswith(printed) else None
    return None if kicker is not None and not _KICKER.search(kicker) else best


def _is_cut(headline: str, printed: str) -> bool:
    """Whether it is the printed one up to a length, with dots for the rest or within a word."""
    bare = headline.rstrip(" .…")
    rest = printed[len(bare) :]
    if not rest or not printed.casefold().startswith(bare.casefold()):
        return False
    return len(bare) < len(headline) or (bare[-1:].isalnum() and rest[0].isalnum())


def _is_another(headline: str, printed: str) -> bool:
    """Whether it is no mere beginning or extension of the printed one, and no name of a section or paper is on it."""
    one, other = letters_of(headline), letters_of(printed)
    ends = (one.startswith(other), other.startswith(one), one.endswith(other), other.endswith(one))
    return "|" not in headline and not any(ends)


def _declared(document: Document) -> Iterator[Found[str]]:
    structured = document.structured
    headline = first_string(structured.article, "headline", "name")
    social = structured.meta_first("og:title", "twitter:title")
    if (
        social
        and headline
        and letters_of(social[0]).startswith(letters_of(headline))
        and len(headline) < 0.9 * len(social[0])
    ):
        headline = None  # JSON-LD cuts headlines at 110 characters, as an old rule of Google's said
    if headline:
        yield Found(headline[:_MAX], "json-ld headline")
    if social:
        yield Found(social[0][:_MAX], f"meta {social[1]}")
    for element in (e for e in document.outline.marked if e.get("itemprop") == "headline"):
        text = tidy(element.get("content") or "") or text_of(element, _MAX)
        if text:
            yield Found(text, "itemprop headline")
            break
    title = next((e for e in document.outline.of("title") if e.getparent().tag == "head"), None)
    if title is not None and title.text and tidy(title.text):
        yield Found(tidy(title.text)[:_MAX], _TITLE_ELEMENT)


def _printed(document: Document, declared: Sequence[str]) -> tuple[HtmlElement, Found[str]] | None:
    """The heading that agrees with what the page declares; the only ``<h1>`` when it declares nothing."""
    first = _headings(document, "h1", declared)
    heading = _same(document, first, declared) or _other(document, first, declared)
    return (heading[0], Found(heading[1], f"{heading[0].tag} element")) if heading else None


def _headings(document: Document, tag: str, declared: Sequence[str]) -> list[_Heading]:
    texts = ((element, text_of(element, _MAX)) for element in document.outline.of(tag)[:_HEADINGS])
    return [(element, _without_label(text, declared)) for element, text in texts if len(text) > 3]


def _same(document: Document, headings: Sequence[_Heading], declared: Sequence[str]) -> _Heading | None:
    wanted = {letters_of(text) for text in declared}
    return next((h for h in headings if letters_of(without_brand(h[1], document.brands)) in wanted), None)


def _other(document: Document, first: Sequence[_Heading], declared: Sequence[str]) -> _Heading | None:
    """The heading that agrees most where no ``<h1>`` is what the page declares."""
    others = _headings(document, "h2", declared)[: _HEADINGS - len(first)]
    headings = [*first, *others]
    alike = ((e, text) for e, text in first if any(_overlap(text, other) >= 0.6 for other in declared))
    alone = ((e, text) for e, text in first if len(first) == 1 and any(_is_about(text, other) for other in declared))
    undeclared = ((e, text) for e, text in first[:1] if not declared)
    led = ((e, text) for e, text in headings if any(_leads(text, other) for other in declared))
    return _same(document, others, declared) or next(chain(alike, led, alone, undeclared), None)


def _leads(heading: str, declared: str) -> bool:
    """Whether a separator follows the heading in what is declared: ``Warga Perbaiki Jembatan - Blog - Kabar``."""
    rest = declared[len(heading) :] if declared.casefold().startswith(heading.casefold()) else ""
    return len(heading) >= _SHORTEST and _SUFFIX.match(rest) is not None


def _is_about(heading: str, declared: str) -> bool:
    """Whether two longer words stand in both: another headline of the same story, and no slogan of the site."""
    return len(set(_LONGER.findall(heading.casefold())) & set(_LONGER.findall(declared.casefold()))) >= 2


def _without_label(text: str, declared: Sequence[str]) -> str:
    """The heading without a label at either end that the page does not declare as part of the headline."""
    bare = _BADGE.sub("", text)
    if bare != text and any(same_words(bare, other) for other in declared):
        return bare
    for other in declared:
        if len(other) >= 15 and len(text) - 40 <= len(other) < len(text) and text.endswith(other):
            return other
    return text


def _overlap(one: str, other: str) -> float:
    """The share of the shorter one's words that the other has as well."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) / max(1, min(len(a), len(b))) if min(len(a), len(b)) >= 3 else 0.0
