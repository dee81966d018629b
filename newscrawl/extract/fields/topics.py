"""What the article is filed under, its tags, and whether it may be read for free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extract.fields.tag_links import links_in_named_boxes, tag_links
from newscrawl.extract.found import Found
from newscrawl.extract.headline.title import without_brand
from newscrawl.extract.lexicon.brands import is_house
from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.structured import Node, strings, tidy
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import letters_of
from newscrawl.sites.generic import registered_domain

_MAX_TAGS = 40
_MOST_CRUMBS = 20
_CRUMB = b"readcrumb"
_CRUMBS = frozenset({"div", "nav", "ul", "ol", "section", "span"})
_HOME = frozenset(
    map(
        letters_of,
        """
        home|home page|homepage|index|start|main|news|beranda|laman utama|halaman utama|utama|depan|berita
        startseite|willkommen|accueil|à la une|inicio|início|portada|página inicial|página principal
        forside|forsiden|hem|startsida|etusivu|strona główna|główna|start|úvod|domů|domov|kezdőlap|címlap|acasă
        početna|naslovna|naslovnica|titulinis|pradžia|avaleht|sākums|anasayfa|ana sayfa|αρχική|главная|головна|начало
        trang chủ|หน้าแรก|الرئيسية|خانه|होम|トップ|トップページ|ホーム|首页|首頁|主页|홈|ニュース|新闻|新聞
        """.replace("\n", "|").split("|"),
    )
) - {""}
_TITLE = 20
"""Characters: a crumb of so many that a title begins with is that title, cut."""
_FRONTS = frozenset({"", "/index.html", "/index.htm", "/index.php"})
_CATEGORY_STEPS, _MOST_CATEGORIES = 4, 4


def read_section(document: Document) -> Found[str] | None:
    """The part of the site that the article belongs to, as discovery or the page names it."""
    if document.page.discovered.section:
        return Found(document.page.discovered.section, "discovery")
    override = document.site.overrides.get("section")
    value = override(document.root) if override else None
    if isinstance(value, str) and value.strip():
        return Found(value.strip(), "site override")
    for named, source in section_candidates(document):
        text = without_brand(tidy(named), document.brands)
        if 2 <= len(text) <= 60 and letters_of(text) not in _HOME:
            return Found(text, source)
    return None


def read_tags(document: Document) -> Found[tuple[str, ...]] | None:
    """The article's tags, the first place that names any."""
    override = document.site.overrides.get("tags")
    value = override(document.root) if override else None
    if isinstance(value, (list, tuple)) and value:
        return Found(tuple(str(tag) for tag in value)[:_MAX_TAGS], "site override")
    for listed, source in tag_candidates(document):
        kept = dict.fromkeys(tag.strip(" #,;") for tag in listed)
        tags = tuple(tag for tag in kept if 1 < len(tag) <= 60)[:_MAX_TAGS]
        if tags:
            return Found(tags, source)
    return None


def read_free(document: Document) -> Found[bool] | None:
    """Whether the whole article may be read without paying, where the page says so."""
    for node in [document.structured.article or {}, *document.structured.nodes[:40]]:
        value = node.get("isAccessibleForFree")
        if isinstance(value, bool):
            return Found(value, "json-ld isAccessibleForFree")
        if isinstance(value, str) and value.strip().lower() in {"true", "false"}:
            return Found(value.strip().lower() == "true", "json-ld isAccessibleForFree")
    tier = document.structured.meta_first("article:content_tier")
    if tier and tier[0].lower() in {"free", "locked", "metered"}:
        return Found(tier[0].lower() == "free", "meta article:content_tier")
    return None


def section_candidates(document: Document) -> Iterator[tuple[str, str]]:
    """Every name of a section that the page tells, with where it stands, in the order of trust."""
    structured = document.structured
    for text in strings((structured.article or {}).get("articleSection")):
        yield text, "json-ld articleSection"
    found = structured.meta_first("article:section", "content_category", "section", "cxenseparse:section")
    if found:
        yield found[0], f"meta {found[1]}"
    of_page = _OfPage(document)
    for node in structured.nodes[:60]:
        if "BreadcrumbList" in strings(node.get("@type")):
            yield from ((text, "json-ld breadcrumb") for text, link in _crumbs(node) if of_page.is_section(text, link))
    crumbs = _crumb_elements(document)
    anchors = (anchor for element in crumbs for anchor in element.iter("a"))
    for anchor in islice(dict.fromkeys(islice(anchors, 8 * _MOST_CRUMBS)), 8):
        if of_page.is_section(text := text_of(anchor, 100), anchor.get("href")):
            yield text, "breadcrumb"
    yield from ((text_of(anchor, 100), "category link") for anchor in _categories(document))


class _OfPage:
    """Tells the sections on the way to a page from the site's name and the page's own, which stand there too."""

    def __init__(self, document: Document) -> None:
        self._document = document
        structured, outline = document.structured, document.outline
        titles = [*structured.meta.get("og:title", ())[:1], *strings((structured.article or {}).get("headline"))[:1]]
        titles += [text_of(e, 500) for e in (*outline.of("h1")[:3], *outline.of("title")[:1])]
        self._titles = {letters_of(title[:500]) for title in titles} - {""}
        self._brands = {letters_of(brand) for brand in document.brands}
        self._here = _place(document.url)
        self._domain = registered_domain(document.url)

    def is_section(self, text: str, link: str | None) -> bool:
        """Whether a crumb with that link may be a section's."""
        said = letters_of(text)
        if said in self._titles or is_house(text):
            return False
        if len(said) >= _TITLE and any(title.startswith(said) for title in self._titles):
            return False
        url = self._document.absolute(link)
        host, path = _place(url) if url else ("", "")
        if said in self._brands:
            return path not in _FRONTS  # some papers give the section as the site's name; its crumb leads into the site
        # The front of a part of the site, nasional.kabar.test, is that part's.
        return url is None or ((host, path) != self._here and (path not in _FRONTS or host != self._domain))


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.").removeprefix("m."), parts.path.rstrip("/").lower()


def _crumb_elements(document: Document) -> Iterator[HtmlElement]:
    """What may hold the way to the page; where the markup has no such name, no element is looked at."""
    named = _CRUMB in document.markup.encoded
    found = (e for e in document.outline.elements if e.tag in _CRUMBS and _is_crumbs(e)) if named else ()
    return islice(found, _MOST_CRUMBS)


def _is_crumbs(element: HtmlElement) -> bool:
    if "readcrumb" in (element.get("class") or "") or "breadcrumb" in (element.get("id") or ""):
        return True
    said = element.get("aria-label") or element.get("itemtype")
    return said is not None and "breadcrumb" in said.lower()


def _crumbs(node: Node) -> list[tuple[str, str | None]]:
    """The names of a list of crumbs, each with the link that it has."""
    listed = node.get("itemListElement")
    found: list[tuple[str, str | None]] = []
    for entry in (listed if isinstance(listed, list) else [])[:10]:
        if isinstance(entry, dict):
            item = entry.get("item")
            links = [*strings(item, "@id"), *strings(item, "url"), *strings(entry.get("url"))]
            links = [link for link in links if link.startswith(("http", "/"))]
            named = strings(entry.get("name")) or strings(item)
            found += [(text, links[0] if links else None) for text in named]
    return [(text, link) for text, link in found if not text.startswith("http")]


def _categories(document: Document) -> list[HtmlElement]:
    """The links that call themselves categories by the headline: few, and in a small element that holds both."""
    named = [a for a, _, rel in document.outline.anchors if rel and "category" in rel.lower().split()]
    heading = next(iter(document.outline.of("h1")), None) if named else None
    for holder in islice(heading.iterancestors(), _CATEGORY_STEPS) if heading is not None else ():
        held = [anchor for anchor in named[:_MAX_TAGS] if holder in anchor.iterancestors()]
        if held:
            return held if len(held) <= _MOST_CATEGORIES else []
    return []


def tag_candidates(document: Document) -> Iterator[tuple[list[str], str]]:
    """The tags of every place that may list them, in the order of trust."""
    structured = document.structured
    yield [text_of(anchor, 80) for anchor in tag_links(document)[:_MAX_TAGS]], "tag links"
    yield [tag for value in structured.meta.get("article:tag", ()) for tag in value.split(",")], "meta article:tag"
    keywords = [
        part for text in strings((structured.article or {}).get("keywords")) for part in re.split(r"[,;]", text)
    ]
    yield keywords, "json-ld keywords"
    for name in ("news_keywords", "keywords", "content_tag"):
        yield [part for value in structured.meta.get(name, ())[:3] for part in re.split(r"[,;]", value)], f"meta {name}"
    yield [text_of(anchor, 80) for anchor in links_in_named_boxes(document)[:_MAX_TAGS]], "box of tags"
