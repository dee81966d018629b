"""The list of links to tags that the page prints for its article, told from the topics of its frame."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.marks import words_in
from newscrawl.extract.page.structured import strings
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import letters_of
from newscrawl.extract.text.recall import remembered

_MOST_LINKS = 400
"""Links to tags that are looked at: a menu with the topics of every section has 200."""
_MOST_HEADINGS = 20
_MOST_PIECES = 400
"""Texts in a list of tags; what has more of them is something else."""
_LABEL = 60
"""Characters beside the links of a list of tags: ``Topik terkait:``, commas, the buttons next to it."""
_KEYWORDS = ("article:tag", "news_keywords", "keywords", "content_tag")
_LOOSE = 4
"""The rank of links that call themselves tags, and stand in a text or above the headline."""
_STEPS = 6
"""Elements between a link and the whole of its list."""
_NEAR = 5
"""Elements, the link the first, whose names may say that it stands in a list of tags."""
_LISTS = frozenset({"ul", "ol", "dl"})
_FRAMES = frozenset({"nav", "header", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "menu", "menubar"})
_TAG_PAGE = re.compile(r"/(?:hash)?(?:tags?|tagged|topi[ck]s?|labels?)(?:-[\w-]+)?(?:/+(?!index\b)[^/?#]|\.\w+\?|\?\w)")
# Words of class and id attributes, in English and Indonesian.
_TAG_WORDS = frozenset(
    """
    tag tags tagbox tagcloud taglist taglink taglinks tagged tagging tagar hashtag hashtags topic topics topik
    keyword keywords
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_FRAME_WORDS = frozenset(
    """
    menu menus submenu megamenu dropdown nav navs navbar subnav navigation header footer masthead sidebar drawer
    breadcrumb breadcrumbs trending popular popularity populer terpopuler hot hottopic hits ticker
    recommend recommended recommendation recommendations rekomendasi
    """.split()  # noqa: SIM905
)
_OWN_WORDS = frozenset("article artikel entry post story single detail read content".split())  # noqa: SIM905
"""Beside ``header``, ``footer`` or ``sidebar`` they tell the article's own from the page's."""
_EDGES = frozenset({"header", "footer", "sidebar", "aside"})
_CLOUD = frozenset({"widget", "cloud"})
"""WordPress' box of all tags of the site."""
_CATEGORY = re.compile(r"/(?:categor(?:y|ies)|kategori|rubrik)/", re.IGNORECASE)
_BOXES = frozenset({"div", "ul", "ol", "p", "section", "dl", "span"})
_BOX_WORDS = frozenset(
    "tag tags tagbox taglist taglink taglinks tagged tagging tagar hashtag hashtags keyword keywords".split()  # noqa: SIM905
)
_MOST_BOXES, _MOST_IN_BOX = 20, 25
_WHOLE = frozenset({"html", "body", "main", "article"})
"""What themes give the names of an article's tags, and of what else is on the page."""


def tag_links(document: Document) -> list[HtmlElement]:
    """The links of the list of tags that is the article's, in the order of the page; none where no list is surely its.

    Of several lists it is one that calls its links tags (``rel``), else one with the name of such a list, else one that
    holds a keyword of the page: of a kind the one with most of these keywords, the first under the headline.
    """
    found = (a for a, href, rel in document.outline.anchors if href and _leads_to_tag(href, rel))
    leading = dict.fromkeys(islice(found, _MOST_LINKS))
    return _own(document, leading)


def links_in_named_boxes(document: Document) -> list[HtmlElement]:
    """The same of the boxes that are named for tags and hold links alone, wherever these lead: ``/thema/bakau``.

    Less sure than what a page declares: papers put sections into them too.
    """
    return _own(document, dict.fromkeys(_in_named_boxes(document)))


def _own(document: Document, leading: dict[HtmlElement, None]) -> list[HtmlElement]:
    """Those of the links that are the article's."""
    if not leading:
        return []
    place, lists = _Place(document), _Lists(leading)
    ranked = [(place.rank(box, anchors), anchors) for box, anchors in lists.of(filter(place.may_be_own, leading))]
    ranked = [(rank, anchors) for rank, anchors in ranked if rank[0]]
    best, chosen = min(ranked, key=lambda found: found[0], default=((0, 0), []))
    if best[0] == _LOOSE:
        return [anchor for _, anchors in ranked for anchor in anchors]
    return chosen


def _in_named_boxes(document: Document) -> Iterator[HtmlElement]:
    boxes = (
        e
        for e in document.outline.elements
        if e.tag in _BOXES and (name := e.get("class")) and ("ag" in name or "eyword" in name) and _names_box(name)
    )
    for box in islice(boxes, _MOST_BOXES):
        anchors = list(islice(box.iter("a"), _MOST_IN_BOX + 1))
        hrefs = [anchor.get("href") or "#" for anchor in anchors]
        said = sum(len(text.strip()) for text in islice(box.itertext("*"), _MOST_PIECES))
        linked = sum(len(text.strip()) for anchor in anchors for text in islice(anchor.itertext("*"), _MOST_PIECES))
        if 0 < len(anchors) <= _MOST_IN_BOX and said - linked <= _LABEL and all(map(_may_be_tag, hrefs)):
            yield from anchors


def _names_box(name: str) -> bool:
    """Whether a class says that the element is a list of tags."""
    return not _BOX_WORDS.isdisjoint(_words(name[:300]))


def _may_be_tag(href: str) -> bool:
    """Whether a link leads to a page within the site's tree: a section's own has a word alone, ``/ekonomi/``."""
    path = href.partition("?")[0].partition("://")[2] or href.partition("?")[0]
    return "?" in href or (not href.startswith("#") and path.strip("/").count("/") > int("://" in href))


class _Place:
    """Where links stand, as seen from the headline."""

    def __init__(self, document: Document) -> None:
        outline, heading = document.outline, _heading_of(document)
        self._declared = _declared(document)
        above = list(heading.iterancestors()) if heading is not None else []
        self._above = frozenset(above)
        articles = [i for i, e in enumerate(above) if e.tag == "article"]
        self._in_article = frozenset(above[: articles[-1] + 1] if articles else ())
        """The elements above the headline that are an article or stand in one."""
        self._before = frozenset(outline.elements[: outline.elements.index(heading)] if heading is not None else ())

    def may_be_own(self, anchor: HtmlElement) -> bool:
        """Whether a link stands neither in the page's frame nor in another article's card."""
        if anchor in self._before and not self._in_article:
            return False
        between: list[HtmlElement] = []
        current: HtmlElement | None = anchor
        while current is not None and current not in self._above:
            between.append(current)
            current = current.getparent()
        if current in self._in_article:
            return not _is_framed(between, by_tag=False)
        if anchor in self._before or (self._in_article and any(e.tag == "article" for e in between)):
            return False
        return not _is_framed(between, by_tag=True)

    def rank(self, box: HtmlElement, anchors: list[HtmlElement]) -> tuple[int, int]:
        """How surely a list is the article's, the least the surest: its kind, 0 where it is none, and its keywords."""
        names = {letters_of(text_of(anchor, _LABEL)) for anchor in anchors} - {""}
        declared = len(names & self._declared)
        return self._kind(box, anchors, bool(declared) or (len(names) > 1 and not self._declared)), -declared

    def _kind(self, box: HtmlElement, anchors: list[HtmlElement], is_likely: bool) -> int:
        is_tag = any(map(_is_tag, anchors))
        is_named = is_tag or _is_named_tags(anchors[0])
        if box is anchors[0]:
            return _LOOSE if is_tag else 0
        if anchors[0] in self._before:
            return _LOOSE if is_named else 0
        if is_named:
            return 1 if is_tag else 2
        return 3 if is_likely else 0


class _Lists:
    """The lists in which links to tags stand."""

    def __init__(self, leading: Container[HtmlElement]) -> None:
        self._leading = leading
        self._known: dict[HtmlElement, bool] = {}

    def of(self, anchors: Iterable[HtmlElement]) -> Iterable[tuple[HtmlElement, list[HtmlElement]]]:
        """The lists in the order of the page, each with its links."""
        found: dict[HtmlElement, list[HtmlElement]] = {}
        for anchor in anchors:
            found.setdefault(self._box(anchor), []).append(anchor)
        return found.items()

    def _box(self, anchor: HtmlElement) -> HtmlElement:
        """The widest element that holds hardly more than links to tags; the link itself in the middle of a text."""
        box = anchor
        for parent in islice(anchor.iterancestors(), _STEPS):
            if parent.tag in _LISTS and box is not anchor:
                return parent
            if parent.tag in _WHOLE or not self._holds_little_else(parent):
                break
            box = parent
        return box

    def _holds_little_else(self, element: HtmlElement) -> bool:
        if element not in self._known:
            linked = (a for a in islice(element.iter("a"), _MOST_PIECES) if a in self._leading)
            room = _LABEL + sum(len(text.strip()) for a in linked for text in islice(a.itertext("*"), _MOST_PIECES))
            self._known[element] = _says_at_most(room, element)
        return self._known[element]


def _says_at_most(room: int, element: HtmlElement) -> bool:
    """Whether it holds so many characters and no more pieces than a list of tags; no more is looked at than needed."""
    texts = element.itertext("*")
    for text in islice(texts, _MOST_PIECES):
        room -= len(text.strip())
        if room < 0:
            return False
    return next(texts, None) is None


def _heading_of(document: Document) -> HtmlElement | None:
    """The heading that the page's title holds, the longest of them; else the longest of the first rank."""
    structured = document.structured
    named = [*structured.meta.get("og:title", ())[:1], *strings((structured.article or {}).get("headline"))[:1]]
    titles = [
        letters_of(title[:500]) for title in (*named, *(text_of(e, 500) for e in document.outline.of("title")[:1]))
    ]
    headings = [e for tag in ("h1", "h2") for e in document.outline.of(tag)[:_MOST_HEADINGS]]
    texts = {heading: letters_of(text_of(heading, 300)) for heading in headings}
    told = {heading: text for heading, text in texts.items() if text and any(text in title for title in titles)}
    first = told or {heading: text for heading, text in texts.items() if heading.tag == "h1"}
    return max(first, key=lambda heading: len(first[heading]), default=None)


def _declared(document: Document) -> frozenset[str]:
    """The keywords that the page declares, folded."""
    structured = document.structured
    texts = [text for name in _KEYWORDS for text in structured.meta.get(name, ())[:_MOST_LINKS]]
    texts += strings((structured.article or {}).get("keywords"))[:_MOST_LINKS]
    return frozenset(letters_of(part) for text in texts for part in re.split(r"[,;]", text[:5_000])) - {""}


def _leads_to_tag(href: str, rel: str | None) -> bool:
    if rel and _says_tag(href, rel):
        return True
    address = href[:500].lower()
    named = "tag" in address or "topi" in address or "label" in address  # most are not, which is quick to see
    return named and _TAG_PAGE.search(address) is not None


def _is_tag(anchor: HtmlElement) -> bool:
    return _says_tag(anchor.get("href") or "", anchor.get("rel") or "")


def _says_tag(href: str, rel: str) -> bool:
    """Whether the link itself says that it leads to a tag; themes say it of categories too."""
    said = rel.lower()
    if "tag" not in said:  # most have none, which is quick to see
        return False
    words = said.split()
    return "tag" in words and "category" not in words and not _CATEGORY.search(href[:500])


def _is_framed(between: Sequence[HtmlElement], *, by_tag: bool) -> bool:
    """Whether one of the elements is the frame's, looked at from the outside to the inside of a list of tags."""
    for element in reversed(between):
        if element.tag in _WHOLE:
            by_tag = by_tag and element.tag != "article"
            continue
        words = _words_of(element)
        is_own = not by_tag or not _OWN_WORDS.isdisjoint(words)
        is_frame = element.tag in _FRAMES or (element.get("role") or "") in _ROLES
        if by_tag and is_frame and not (is_own and element.tag in _EDGES):
            return True
        if words >= _CLOUD or not _FRAME_WORDS.isdisjoint(words - _EDGES if is_own else words):
            return True
        if not _TAG_WORDS.isdisjoint(words):
            return False
    return False


def _is_named_tags(anchor: HtmlElement) -> bool:
    chain = islice((anchor, *anchor.iterancestors()), _NEAR)
    return any(e.tag not in _WHOLE and not _TAG_WORDS.isdisjoint(_words_of(e)) for e in chain)


def _words_of(element: HtmlElement) -> frozenset[str]:
    return _words(f"{element.get('class') or ''} {element.get('id') or ''}"[:300])


@remembered(4_096)
def _words(names: str) -> frozenset[str]:
    return frozenset(words_in(names))
