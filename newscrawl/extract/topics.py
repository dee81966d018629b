"""What the article is filed under, its tags, and whether it may be read for free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.blocks import text_of
from newscrawl.extract.found import Found
from newscrawl.extract.structured import Node, strings, tidy
from newscrawl.extract.tag_links import links_in_named_boxes, tag_links
from newscrawl.extract.title import folded, without_brand
from newscrawl.extract.tree import Document

_MAX_TAGS = 40
_MOST_CRUMBS = 20
_CRUMBS = frozenset({"div", "nav", "ul", "ol", "section", "span"})
_HOME = frozenset({"home", "beranda", "index", "start", "startseite", "accueil", "inicio", "news", "berita"})


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
        if 2 <= len(text) <= 60 and folded(text) not in _HOME:
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
    for node in structured.nodes[:60]:
        if "BreadcrumbList" in strings(node.get("@type")):
            yield from ((text, "json-ld breadcrumb") for text in _crumbs(node))
    crumbs = islice((e for e in document.outline.elements if e.tag in _CRUMBS and _is_crumbs(e)), _MOST_CRUMBS)
    anchors = (anchor for element in crumbs for anchor in element.iter("a"))
    for anchor in islice(dict.fromkeys(islice(anchors, 8 * _MOST_CRUMBS)), 8):
        yield text_of(anchor, 100), "breadcrumb"


def _is_crumbs(element: HtmlElement) -> bool:
    return "readcrumb" in (element.get("class") or "") or "breadcrumb" in (element.get("id") or "")


def _crumbs(node: Node) -> list[str]:
    listed = node.get("itemListElement")
    found: list[str] = []
    for entry in (listed if isinstance(listed, list) else [])[:10]:
        if isinstance(entry, dict):
            found += strings(entry.get("name")) or strings(entry.get("item"))
    return [text for text in found if not text.startswith("http")]


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
