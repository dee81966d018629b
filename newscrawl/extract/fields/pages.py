"""Under which URL the article belongs, and where its further pages are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from newscrawl.extract.fields.numbered_pages import MOST_PAGES, Numbered, follows, links_naming, name_of, numbered_pages
from newscrawl.extract.found import Found
from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.tree import Document
from newscrawl.model.urls import canonical
from newscrawl.sites.generic import registered_domain

_PAGE_PARAMETER = re.compile(r"page|hal|halaman|p|paged|pg", re.IGNORECASE)
_TOTAL_METAS = ("content_total_pages", "totalpages", "total_pages")
_PAGED = re.compile(r"[?&](?:page|paged|pg|p|hal|halaman)=\d|/\d{1,2}/?(?:[?#]|$)", re.IGNORECASE)
_AT_THE_END = frozenset("0123456789/\n")
"""What may end a link to a numbered page that asks for nothing."""
_LONGEST_LINK, _LONGEST_LABEL = 1_000, 40
_DIGITS = 2
"""Of a page's number; longer numbers are those of articles."""
_SLUG_END = re.compile(r"[a-z0-9-]{8}")
_SLUG_WORD = re.compile(r"[a-z]{4,}|\d{4,}")


def canonical_url(document: Document) -> Found[str]:
    """rel=canonical or og:url when it names this page, else the page's own URL; always in canonical form."""
    own = canonical(document.url)
    for form, source in _forms(document, _declared(document)):
        if _names_this_page(document, own, form):
            return Found(form, source)
    return Found(own, "URL")


class Pages(NamedTuple):
    """What a page says of the others of its article."""

    next_url: Found[str] | None = None
    """None on the last one and where all of them stand in this one."""
    total: Found[int] | None = None
    """None where the page does not say, link or hold them."""


def read_pages(document: Document, inner: int) -> Pages:
    """The next page of this same article and how many it has, where ``inner`` of them stand in this one."""
    if inner > 1:
        return Pages(None, Found(inner, "pages in the body"))
    links = links_naming(document, name_of(canonical(document.url)))
    paged = [(anchor, href) for anchor, href in links if _is_paged(href)]
    numbered = numbered_pages(document, links)
    following = None if _asks_for_all(document.url) else _following(document, paged, numbered)
    return Pages(following, _total(document, paged, numbered))


def _following(
    document: Document, paged: Sequence[tuple[HtmlElement, str]], numbered: Numbered | None
) -> Found[str] | None:
    if numbered and numbered.current + 1 in numbered.pages:
        return Found(numbered.pages[numbered.current + 1], "page link")
    return _next_url(document, paged)


def _next_url(document: Document, paged: Sequence[tuple[HtmlElement, str]]) -> Found[str] | None:
    own = canonical(document.url)
    article, current = without_page(own), page_number(own)
    for form, source in _forms(document, _next_candidates(document, paged)):
        if form == own:
            continue
        if page_number(form) == current + 1 and without_page(form) == article:
            return Found(form, source)
        if source == "link rel=next" and (_is_under(own, form) or follows(own, form, 2)):
            return Found(form, source)
    return None


def _forms(document: Document, links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The canonical forms of those links that are web addresses, each with where it was read."""
    for href, source in links:
        url = document.absolute(href)
        if url is None:
            continue
        try:
            form = canonical(url)
        except ValueError:
            continue
        yield form, source


def count_inner_pages(container: HtmlElement) -> int:
    """How many pages of the article stand one after another in this HTML (liputan6, merdeka); 1 when unsplit."""
    numbered = {e for e in _with_paragraphs(container) if _is_numbered(e)}
    pages = [e for e in numbered if numbered.isdisjoint(e.iterancestors())]
    if not pages:
        return 1
    # Where only the further pages are marked, the first one is what stands before them.
    marks = {e.get("data-page") or e.get("data-paging_num") for e in pages}
    return len(pages) + (0 if "1" in marks else 1)


def _with_paragraphs(container: HtmlElement) -> set[HtmlElement]:
    """The elements within the container that are paragraphs and subheads, or hold one."""
    found: set[HtmlElement] = set()
    for paragraph in container.iterdescendants("p", "h2"):
        element = paragraph
        while element is not container and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _is_numbered(element: HtmlElement) -> bool:
    if element.get("data-page") is not None or element.get("data-paging_num") is not None:
        return True
    name = element.get("class")
    return name is not None and "paging-content" in name and "paging-content" in name.split()


def _total(
    document: Document, paged: Sequence[tuple[HtmlElement, str]], numbered: Numbered | None
) -> Found[int] | None:
    declared = document.structured.meta_first(*_TOTAL_METAS)
    if declared and re.fullmatch(r"[1-9]\d?", declared[0]):
        return Found(int(declared[0]), f"meta {declared[1]}")
    own = canonical(document.url)
    article = without_page(own)
    highest = max((numbered.current, *numbered.pages)) if numbered else 1
    if numbered and not numbered.is_by_address:
        return Found(highest, "page links")  # the addresses count something else: pictures, say
    for _, href in paged:
        url = document.absolute(href)
        if url and without_page(url) in {article, article.rstrip("/")} and (number := page_number(url)) < MOST_PAGES:
            highest = max(highest, number)
    return Found(max(highest, page_number(own)), "page links") if highest > 1 else None


def _asks_for_all(url: str) -> bool:
    """Whether the address is that of the whole article in one page: ``?page=all``, ``?showpage=all``."""
    return any(name.lower().endswith("page") and value == "all" for name, value in parse_qsl(urlsplit(url).query))


def page_number(url: str) -> int:
    """Which page of an article a URL asks for: ``?page=2``, ``/slug/2``; 1 when it says nothing."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if _PAGE_PARAMETER.fullmatch(name) and re.fullmatch(r"\d{1,3}", value):
            return max(1, int(value))
    return _split_path(parts.path)[1]


def without_page(url: str) -> str:
    """The URL of the article whatever its page: two pages of one article give the same."""
    parts = urlsplit(url)
    query = [
        (n, v)
        for n, v in parse_qsl(parts.query)
        if not (_PAGE_PARAMETER.fullmatch(n) and re.fullmatch(r"\d{1,3}|all", v))
    ]
    path, _ = _split_path(parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path.rstrip("/"), urlencode(query), ""))


def _split_path(path: str) -> tuple[str, int]:
    """The path of the article and the number behind it: ``/the-slug/2``, ``/the-slug.html/page/2/``; else 1."""
    stem, _, last = path.removesuffix("/").rpartition("/")
    if not (last.isdecimal() and len(last) <= _DIGITS):
        return path, 1
    stem = stem.removesuffix("/page")
    slug = stem.rpartition("/")[2].removesuffix(".html").removesuffix(".htm")
    return (stem, max(1, int(last))) if _SLUG_END.fullmatch(slug[-8:]) else (path, 1)


def _declared(document: Document) -> Iterator[tuple[str, str]]:
    for element, rel in document.outline.related:
        if element.tag == "link" and "canonical" in rel and "canonical" in rel.split() and element.get("href"):
            yield str(element.get("href")), "link rel=canonical"
            break
    found = document.structured.meta_first("og:url")
    if found:
        yield found[0], "meta og:url"


def _names_this_page(document: Document, own: str, declared: str) -> bool:
    """Whether a declared URL may stand for this page: the publisher's own, about the same thing, not a front page."""
    here, there = urlsplit(own), urlsplit(declared)
    if here.hostname != there.hostname and not _same_owner(document, own, declared):
        return False
    if declared == own or here.path.rstrip("/") == there.path.rstrip("/"):
        return True
    if there.path.rstrip("/") in {"", "/index.html", "/index.php"} or re.search(r"/index\.(?:html?|php)$", there.path):
        return False
    return _alike(here.path, there.path)


def _same_owner(document: Document, own: str, declared: str) -> bool:
    return document.site.owns(declared) or registered_domain(own) == registered_domain(declared)


def _alike(here: str, there: str) -> bool:
    """Whether two paths share an article's number or most words of its slug."""
    mine, other = set(_SLUG_WORD.findall(here.lower())), set(_SLUG_WORD.findall(there.lower()))
    if not mine:
        return True
    if any(word.isdigit() and len(word) >= 5 for word in mine & other):
        return True
    return len(mine & other) >= 0.5 * min(len(mine), len(other) or 1) and bool(mine & other)


def _next_candidates(document: Document, paged: Sequence[tuple[HtmlElement, str]]) -> Iterator[tuple[str, str]]:
    for element, rel in document.outline.related:
        if "next" in rel and "next" in rel.split() and element.get("href"):
            yield str(element.get("href")), "link rel=next"
    for anchor, href in paged:
        if len(href) <= _LONGEST_LINK and page_number(href) > 1 and len(text_of(anchor, 60)) <= _LONGEST_LABEL:
            yield href, "page link"


def _is_paged(href: str) -> bool:
    """Whether a link may lead to a numbered page; most end in a letter and ask for nothing, which is quick to see."""
    if "?" in href or "&" in href or "#" in href:
        return _PAGED.search(href) is not None
    if href[-1] not in _AT_THE_END:
        return False
    last = href.strip().removesuffix("/").rpartition("/")[2]
    return last.isdecimal() and len(last) <= _DIGITS


def _is_under(own: str, following: str) -> bool:
    """Whether the next page's path goes on from this one's: dream's ``/slug.html`` and ``/slug/next-title.html``."""
    stem = re.sub(r"\.html?$", "", urlsplit(own).path)
    return (
        len(stem) > 10
        and urlsplit(following).path.startswith(stem + "/")
        and urlsplit(own).netloc == urlsplit(following).netloc
    )
