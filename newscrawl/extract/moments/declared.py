"""What a page declares of its moment: by its site's definition, JSON-LD, metas, microdata, its data and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from newscrawl.extract.dates.reading import DateRead
from newscrawl.extract.moments.candidates import Candidate, candidates_in, is_plausible
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.selectors import select_css
from newscrawl.extract.page.structured import Node, first_string, parse_json, strings, tidy, types_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.recall import remembered

_PUBLISHED_META = dict.fromkeys((
    "article:published_time", "og:article:published_time", "datepublished", "content_publisheddate", "publishdate",
    "publish-date", "publish_date", "published_time", "article.published", "parsely-pub-date", "sailthru.date",
    "date_published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime",
    "article:published", "pubdate", "originalpublicationdate", "article_date_original", "date", "dc.date.created",
    "datecreated", "jpnncom_news_pubdate", "dtk:publishdate", "created_time", "cxenseparse:publishtime",
    "citation_publication_date", "bt:pubdate", "og:published_time", "og:pubdate", "article:post_date",
))  # fmt: skip
_OTHER_META = re.compile(
    r"(?:^|[.:_-])(?:pub(?:lish(?:ed)?)?[._-]?(?:date|time|on|at)|(?:release|posted|created)[._-]?(?:date|time|on|at)"
    r"|tanggal[._-]?(?:terbit|tayang)?)$"
)
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "article:updated_time", "og:article:modified_time",
)  # fmt: skip
_ITEMPROPS = frozenset({"datePublished", "dateCreated"})
_PROPERTIES = frozenset({"datePublished", "schema:datePublished"})
_BESIDE = frozenset({
    "website", "organization", "newsmediaorganization", "person", "imageobject", "comment", "answer", "review",
    "product", "book", "movie",
})  # fmt: skip
_MOST_MARKS = 500
_MOST_SCRIPTS = 100
_WORD = re.compile(r"[^\W_]{2,}")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/_-]?(0?[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d{1,2}(?!\d))"
)
_URL_SHORT_DAY = re.compile(r"/(\d\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/")
_IN_DATA = re.compile(
    r"[\"'](?:date_?published|published_?(?:date|at|on|time)?|publish_?(?:date|time|ed_?at)|publication_?date"
    r"|pub_?date|first_?published(?:_?at)?|tanggal_?(?:terbit|tayang)|posted_?(?:at|on|date))[\"']\s*:\s*"
    r"[\"']?([0-9][^\"',}]{7,40})",
    re.IGNORECASE,
)
_LONGEST_DATA = 2_000_000


def declared_moments(document: Document, region: Region) -> Iterator[Candidate]:
    """The publication as the site's definition finds it, then as the page declares it for machines."""
    yield from _from_site(document, region.around)
    structured = document.structured
    article = _own_article(document)
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from candidates_in(document, article.get(key), f"json-ld {key}")
    others = [name for name in structured.meta if name not in _PUBLISHED_META and _names_publication(name)]
    for name in (*_PUBLISHED_META, *others):
        for value in structured.meta.get(name, ())[:2]:
            yield from candidates_in(document, value, f"meta {name}")
    for node in structured.nodes[:50]:
        if node is not structured.article and _tells_of_page(document, node):
            yield from candidates_in(document, node.get("datePublished"), "json-ld datePublished")
    yield from _microdata(document, region.heading)


def _own_article(document: Document) -> Node:
    article = document.structured.article
    return {} if article is None or _is_of_another_page(document, article) else article


def _tells_of_page(document: Document, node: Node) -> bool:
    """Whether a node's date may be the page's: not that of its site, a picture, a comment or another page."""
    return bool(node.get("datePublished")) and not (types_of(node) & _BESIDE or _is_of_another_page(document, node))


def _is_of_another_page(document: Document, node: Node) -> bool:
    """Whether the node is of a story that the page links to: neither its address nor its headline is the page's."""
    addresses = [text for key in ("url", "mainEntityOfPage") for text in _addresses(node.get(key))]
    slugs = set(map(_slug, addresses)) - {""}
    if not slugs:
        return False
    of_page = document.structured.meta
    if slugs & set(map(_slug, (document.url, *of_page.get("og:url", ())))):
        return False
    links = (e.get("href") or "" for e in document.outline.of("link") if (e.get("rel") or "").lower() == "canonical")
    if slugs & set(map(_slug, islice(links, 1))):
        return False
    titles = (*of_page.get("og:title", ()), *(text_of(e, 300) for e in document.outline.of("title", "h1")[:5]))
    words = set(_WORD.findall(fold(first_string(node, "headline", "name") or "")[:300]))
    return bool(words) and len(words & set(_WORD.findall(fold(" ".join(titles))))) < len(words) / 2


def _addresses(value: object) -> list[str]:
    return [*strings(value, "@id"), *(strings(value, "url") if isinstance(value, dict) else ())]


def _slug(address: str) -> str:
    """The longest part of an address's path, which names the story: the same in all that a page may have."""
    try:
        path = urlsplit(address[:2_000]).path
    except ValueError:
        return ""
    return max(path.lower().removesuffix(".html").split("/"), key=len)


@remembered(4_096)  # all pages use the same few names
def _names_publication(name: str) -> bool:
    return _OTHER_META.search(name) is not None


def modified_moments(document: Document) -> Iterator[Candidate]:
    """The last change as declared."""
    yield from _overridden(document, "modified_at")
    structured = document.structured
    yield from candidates_in(document, _own_article(document).get("dateModified"), "json-ld dateModified")
    for name in _MODIFIED_META:
        for value in structured.meta.get(name, ())[:1]:
            yield from candidates_in(document, value, f"meta {name}")
    for element in islice((e for e in document.outline.marked if e.get("itemprop") == "dateModified"), 1):
        yield from candidates_in(document, _value_of(element), "itemprop dateModified")


def moment_of_url(document: Document) -> Iterator[Candidate]:
    """The day in the address: ``/2024/10/23/``, ``/read/20241023-``, ``/24/10/23/``."""
    # Of an archived page the address that was archived counts, not the day of the archiving.
    path = re.split(r"https?:/", urlsplit(document.url).path)[-1]
    match = _URL_DAY.search(path) or _URL_SHORT_DAY.search(path)
    if not match:
        return
    year = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    try:
        day = datetime(year, int(match[2]), int(match[3]), tzinfo=ZoneInfo(document.zone))
    except ValueError:
        return
    candidate = Candidate(DateRead(day, False, False, match[0].strip("/")), "URL")
    if is_plausible(document, candidate):
        yield candidate


def moment_of_discovery(document: Document) -> Iterator[Candidate]:
    """What the feed, sitemap or listing said."""
    moment = document.page.discovered.published_at
    if moment:
        yield Candidate(DateRead(moment, True, True, moment.isoformat()), "discovery")


def moment_of_data(document: Document) -> Iterator[Candidate]:
    """The first publication date in the data of the page's scripts."""
    for script, text in document.scripts:
        if 20 < len(text) <= _LONGEST_DATA and "ld+json" not in (script.get("type") or ""):
            yield from _moments_in_data(document, text, "page data")


def moment_of_broken_json(document: Document) -> Iterator[Candidate]:
    """The first publication date in JSON-LD that cannot be read: ``"headline": "Kata "Bupati" Ratna"``."""
    for script, text in document.scripts[:_MOST_SCRIPTS]:
        is_json = "ld+json" in (script.get("type") or "").lower() and len(text) <= _LONGEST_DATA
        if is_json and not parse_json(text):
            yield from _moments_in_data(document, text, "json-ld datePublished")


def _moments_in_data(document: Document, text: str, source: str) -> Iterator[Candidate]:
    for match in islice(_IN_DATA.finditer(text), 3):
        yield from candidates_in(document, match[1], source)


def _microdata(document: Document, heading: HtmlElement | None) -> Iterator[Candidate]:
    """The marked date that is nearest to the headline: the others are those of teasers and of other stories."""
    abbreviations = [e for e in document.outline.of("abbr") if "published" in (e.get("class") or "")]
    marked = [*filter(_dates_itself, document.outline.marked), *abbreviations][:_MOST_MARKS]
    if not marked:
        return
    chain = [heading, *heading.iterancestors()] if heading is not None else [document.root]
    places = {element: i for i, element in enumerate(chain)}
    joined = [next((places[e] for e in (mark, *mark.iterancestors()) if e in places), len(chain)) for mark in marked]
    least = min(joined)
    inside = [mark for mark, place in zip(marked, joined, strict=True) if place == least]
    root = chain[min(least, len(chain) - 1)]
    yield from candidates_in(document, _value_of(_nearest(inside, root, heading)), "itemprop datePublished")


def _dates_itself(element: HtmlElement) -> bool:
    return element.get("itemprop") in _ITEMPROPS or element.get("property") in _PROPERTIES


def _nearest(marked: Sequence[HtmlElement], root: HtmlElement, heading: HtmlElement | None) -> HtmlElement:
    """The first behind the heading, else the last before it."""
    if len(marked) == 1 or heading is None:
        return marked[0]
    places = {element: i for i, element in enumerate(root.iter())}
    behind = (element for element in marked if places[element] >= places[heading])
    return next(behind, marked[-1])


def _value_of(element: HtmlElement) -> str:
    declared = element.get("datetime") or element.get("content") or (element.tag == "abbr" and element.get("title"))
    return tidy(declared) if declared else text_of(element, 100)


def _from_site(document: Document, around: Sequence[Block]) -> Iterator[Candidate]:
    """What the site's override and selectors give; of several elements, one near the headline before the others."""
    yield from _overridden(document, "published_at")
    nearby = {block.element for block in around}
    for selector in document.site.date:
        elements = select_css(document.root, selector)[:20]
        close = [e for e in elements if nearby.intersection((e, *e.iterancestors(), *e.iterdescendants()))]
        # Of many elements far from the headline none is the article's: they are those of teasers.
        for element in close[:1] or (elements if len(elements) == 1 else []):
            value = element.get("content") or element.get("datetime") or text_of(element, 200)
            yield from candidates_in(document, value, f"site date {selector}")


def _overridden(document: Document, field: str) -> Iterator[Candidate]:
    """What the site's own function gives: a moment, or a string to be read."""
    override = document.site.overrides.get(field)
    value = override(document.root) if override else None
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=ZoneInfo(document.zone))
        yield Candidate(DateRead(aware, True, value.tzinfo is not None, value.isoformat()), "site override")
    else:
        yield from candidates_in(document, value, "site override")
