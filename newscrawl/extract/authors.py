"""Who wrote the article and who edited it; brands, desks and job titles are nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from lxml.html import HtmlElement

from newscrawl.extract.blocks import Block, text_of
from newscrawl.extract.brands import is_agency, is_brand
from newscrawl.extract.datelines import is_dateline_only
from newscrawl.extract.declared_authors import MOST_NAMES, Named, declared_agency, declared_authors, names_in
from newscrawl.extract.folding import fold
from newscrawl.extract.names import EDGES, ROLES, match_label, may_be_labelled, split_names, unique_names
from newscrawl.extract.people import Byline, read_byline
from newscrawl.extract.recall import remembered
from newscrawl.extract.region import is_card
from newscrawl.extract.selectors import select_css
from newscrawl.extract.structured import strings
from newscrawl.extract.topics import section_candidates
from newscrawl.extract.tree import Document

_EDITOR_META = ("content_editor", "editor")
_BYLINE_NAME = re.compile(r"byline|author|penulis|reporter|journalist|pewarta|writer|autor|auteur", re.IGNORECASE)
_MARK = re.compile(r"[:/|\-–—@]")
_BY = re.compile(r"\bby\s", re.IGNORECASE)
_COMMENTER = re.compile(r"comment|komentar|respond", re.IGNORECASE)
_PICTURE_CREDIT = re.compile(r"^\W*(?:foto|photo|bild|image|gambar|fotografer|photograph)", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|penulis|reporters?|profiles?|profil|people|contributors?|writers?)/.",
    re.IGNORECASE,
)
_SECTION_PAGE = re.compile(
    r"/(?:kategori|categor(?:y|ie|ia)|rubrik|kanal|channel|section|topi[ck]|tags?)/", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]?$")
_LONGEST = 160
_LONGEST_BYLINE, _LINKED, _MOSTLY_LINKED = 100, 0.3, 0.8
_NAMING = ("a", "span", "strong", "b", "address", "cite")
_MOST_ROUND_A_COMMENT = 3
_LONGEST_LABEL = 20


@dataclass(frozen=True, slots=True)
class People:
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    authors_source: str = ""
    editors_source: str = ""


def read_people(document: Document, container: HtmlElement, around: Sequence[Block]) -> People:
    """Writers and editors, each from the most trustworthy place that names any; ``container`` holds the body."""
    site = _from_site(document)
    declared = declared_authors(document)
    printed = _printed(document, container, around)
    writers = chain(site, _writers(document, declared, printed, around))
    authors = next(((names, source) for names, source in writers if names), ((), ""))
    editors = _editors(document, declared, printed)
    return People(authors[0], tuple(n for n in editors[0] if n not in authors[0]) or editors[0], authors[1], editors[1])


def people_candidates(
    document: Document, container: HtmlElement, around: Sequence[Block]
) -> tuple[list[Named], list[Named]]:
    """Writers and editors of every place that names any, in the order of trust, for a person who asks."""
    declared, printed = declared_authors(document), _printed(document, container, around)
    writers = [*_from_site(document), *_writers(document, declared, printed, around)]
    editors = _named_editors(document, declared, printed)
    return [named for named in writers if named[0]], [named for named in editors if named[0]]


def _writers(
    document: Document, declared: Sequence[Named], printed: Sequence[Byline], around: Sequence[Block]
) -> Iterator[Named]:
    yield from _signing(declared, printed)
    if not document.site.author_in_metadata_is_editor:
        edited = {name for byline in printed for name in byline.editors}
        for names, source in declared:
            yield _printed_of(tuple(name for name in names if name not in edited), printed), source
    labelled = [byline.authors for byline in printed if byline.authors]
    yield from ((names, "byline") for names in labelled)
    if not labelled:
        yield from ((names, "byline element") for names in _marked(document, around))


def _signing(declared: Sequence[Named], printed: Sequence[Byline]) -> Iterator[Named]:
    """Who signs the text behind a label where the page declares other people: those brought it onto the site."""
    named = {fold(name).split()[-1] for names, _ in declared for name in names}
    for byline in printed:
        if byline.is_signed and named.isdisjoint(fold(name).split()[-1] for name in byline.authors):
            yield byline.authors, "byline"


def _printed_of(declared: tuple[str, ...], printed: Sequence[Byline]) -> tuple[str, ...]:
    """Those of the declared writers whom the byline names, where it names any: the others edited or contributed."""
    byline = {fold(name) for byline in printed for name in byline.authors}
    return tuple(name for name in declared if fold(name) in byline) or declared


def _editors(document: Document, declared: Sequence[Named], printed: Sequence[Byline]) -> Named:
    candidates = _named_editors(document, declared, printed)
    return next(((names, source) for names, source in candidates if names), ((), ""))


def _named_editors(document: Document, declared: Sequence[Named], printed: Sequence[Byline]) -> Iterator[Named]:
    yield from _editors_of_site(document)
    yield from ((byline.editors, "byline") for byline in printed)
    for name in _EDITOR_META:
        values = document.structured.meta.get(name, ())
        yield from ((names_in(document, value), f"meta {name}") for value in values)
    listed = strings((document.structured.article or {}).get("editor"))
    yield from ((names_in(document, value), "json-ld editor") for value in listed)
    if document.site.author_in_metadata_is_editor:
        yield from declared


def _editors_of_site(document: Document) -> Iterator[Named]:
    override = document.site.overrides.get("editors")
    if override:
        value = override(document.root)
        listed = [value] if isinstance(value, str) else list(value or ())
        yield tuple(n for entry in listed for n in names_in(document, str(entry))), "site override"
    for selector in document.site.editor:
        for element in select_css(document.root, selector)[:3]:
            text = element.get("content") or text_of(element, 200)
            yield read_byline(text, document.brands).editors or names_in(document, text), f"site editor {selector}"


def _from_site(document: Document) -> list[Named]:
    found: list[Named] = []
    override = document.site.overrides.get("authors")
    if override:
        value = override(document.root)
        listed = [value] if isinstance(value, str) else list(value or ())
        found.append((tuple(n for entry in listed for n in names_in(document, str(entry))), "site override"))
    for selector in document.site.author:
        elements = select_css(document.root, selector)[:MOST_NAMES]
        texts = [e.get("content") or text_of(e, 200) for e in elements]
        names = unique_names(n for text in texts for n in names_in(document, text))
        found.append((names, f"site author {selector}"))
    return found


def _printed(document: Document, container: HtmlElement, around: Sequence[Block]) -> list[Byline]:
    """Bylines near the headline and at the foot of the text; a story is signed within its body."""
    found: list[Byline] = []
    for block in around:
        if block.kind == "caption" or _is_teasers(block):
            continue
        bylines = _joined([_apart(document, byline, block) for byline in _bylines(document, block)])
        inside = container in (block.element, *block.element.iterancestors()) if bylines else False
        found += bylines if inside else [replace(byline, is_signed=False) for byline in bylines]
    return found


def _bylines(document: Document, block: Block) -> Iterator[Byline]:
    """The lines of a block that name somebody."""
    for line in _stacked(block).split("\n"):
        if len(line) > _LONGEST or not _may_name(line, document.brands):
            continue
        byline = read_byline(line, document.brands)
        if not (byline.authors or byline.editors) or _is_dateline(line, document.brands) or _is_beside(block):
            continue
        if byline.is_signed or not any(_is_section(document, name, block) for name in byline.authors):
            yield byline


def _joined(bylines: list[Byline]) -> list[Byline]:
    """The lines of one block as one byline where each is signed: ``Reporter: X`` over ``Penulis: Y``."""
    writing = [byline for byline in bylines if byline.authors]
    if len(writing) < 2 or not all(byline.is_signed for byline in writing):
        return bylines
    authors = unique_names(name for byline in bylines for name in byline.authors)
    editors = unique_names(name for byline in bylines for name in byline.editors)
    return [Byline(authors, editors, is_signed=True)]


def _is_section(document: Document, name: str, block: Block) -> bool:
    """Whether the name beside a date is what the story is filed under: ``Hukum Kriminal | 28 November``."""
    key = fold(name)
    filed = (a for a in block.element.iter("a") if _SECTION_PAGE.search(a.get("href") or ""))
    if any(fold(text_of(anchor, 100)) == key for anchor in islice(filed, MOST_NAMES)):
        return True
    return any(fold(text) == key for text, _ in section_candidates(document))


def _apart(document: Document, byline: Byline, block: Block) -> Byline:
    """The byline with its writers one by one where nothing but their links does that: ``<a>X</a> <a>Y</a>``."""
    linked = _linked(document, block.element) if block.link_share and len(byline.authors) == 1 else ()
    return replace(byline, authors=linked) if byline.authors == (" ".join(linked),) else byline


def _linked(document: Document, element: HtmlElement) -> tuple[str, ...]:
    """The writers whom the element names one by one, each in a link or span of its own."""
    marked = [e for e in element.iterdescendants(*_NAMING) if _is_byline_element(e)][:MOST_NAMES]
    single = [e for e in marked if not any(inner in marked for inner in e.iterdescendants(*_NAMING))]
    if len(single) < 2:
        return ()
    names = unique_names(name for one in single for name in names_in(document, text_of(one, 100)))
    return names if len(names) > 1 else ()


def _stacked(block: Block) -> str:
    """The block's text; behind a label that stands alone, that of the next element too: ``Editor`` over a name.

    A label that is a link is an item of a menu.
    """
    label = block.text.strip(" :")
    if len(label) > _LONGEST_LABEL or block.link_share == 1.0 or ROLES.get(fold(label)) not in ("author", "editor"):
        return block.text
    following = next(block.element.itersiblings("*"), None)
    return f"{label}: {text_of(following, _LONGEST)}" if following is not None else block.text


def _is_teasers(block: Block) -> bool:
    """Whether it is a heading that is all link, the label too, and leads to no writer: the byline of another story."""
    if block.kind != "head" or block.link_share < 1.0:
        return False
    anchors = [e for e in (*block.element.iterancestors("a"), *block.element.iter("a")) if e.get("href")]
    return not any(_is_byline_element(anchor) or anchor.get("href", "").startswith("#") for anchor in anchors)


def _is_beside(block: Block) -> bool:
    """Whether it is of a picture, or of a teaser: an ``<article>`` that is a linked heading and little more."""
    around = [block.element, *block.element.iterancestors("article", "figure")]
    if any(element.tag == "figure" for element in around):
        return True
    article = next((element for element in around if element.tag == "article"), None)
    return article is not None and article.find(".//h1") is None and is_card(article)


def _may_name(line: str, brands: Sequence[str]) -> bool:
    """Whether a line has a byline's label or separator, or ends with the paper's name."""
    if _has_mark(line):
        return True
    _, comma, last = line.rpartition(", ")
    return bool(comma) and len(line) <= 80 and is_brand(last, brands)


def _is_dateline(line: str, brands: Sequence[str]) -> bool:
    """``Pulau Rante, Kanal Nusa --`` has a separator and names nobody."""
    return _has_mark(line) and is_dateline_only(line, brands)


def _has_mark(line: str) -> bool:
    """Whether it has a byline's separator, or a label that needs no colon."""
    if _MARK.search(line) or may_be_labelled(line.strip(EDGES)):
        return True
    return "by" in line.lower() and _BY.search(line) is not None


def _marked(document: Document, around: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """The names in the first element near the story that calls itself a byline."""
    others: set[HtmlElement] = set()  # blocks share what stands round them
    for block in (block for block in around if block.kind != "caption" and not _is_sentence(block)):
        outer = islice(block.element.iterancestors(), 3)
        inner = block.element.iterdescendants(*_NAMING)
        for element in (block.element, *outer, *inner):
            if element in others:
                continue
            if not _is_byline_element(element) or _is_comment(element):
                others.add(element)
                continue
            text = text_of(element, 300)
            fits = 3 <= len(text) <= 200 and not _PICTURE_CREDIT.match(text)
            names = _names_of(document, block, element, text) if fits else ()
            if names and not _is_beside(block):
                yield names
                return


def _names_of(document: Document, block: Block, element: HtmlElement, text: str) -> tuple[str, ...]:
    """The writers that a byline element names, with those of its likes beside it: ``<a>X</a> dan <a>Y</a>``."""
    holder = block.element if element.tag in _NAMING and element is not block.element else element
    parent = element.getparent()
    twins = (
        [e for e in parent.iterchildren(element.tag) if e.get("class") == element.get("class")]
        if parent is not None
        else []
    )
    if holder is element and 1 < len(twins) <= MOST_NAMES and element.get("class"):
        return unique_names(name for twin in twins for name in names_in(document, text_of(twin, 300)))
    return _linked(document, holder) or names_in(document, text)


def _is_sentence(block: Block) -> bool:
    """Whether it is of the story, where a link to a person's page is to one whom the story tells of."""
    if len(block.text) > _LONGEST_BYLINE:
        return block.link_share < _LINKED
    ends = _SENTENCE_END.search(block.text) is not None
    return ends and block.link_share < _MOSTLY_LINKED and not _has_mark(block.text)


def _is_comment(element: HtmlElement) -> bool:
    """Whether it stands in what readers wrote under the story."""
    return any(
        _COMMENTER.search(f"{around.get('class') or ''} {around.get('id') or ''}")
        for around in islice(element.iterancestors(), _MOST_ROUND_A_COMMENT)
        if around.find(".//h1") is None
    )


def _is_byline_element(element: HtmlElement) -> bool:
    """Whether the element calls itself a byline, or links to a writer's page."""
    if element.get("rel") == "author" or "author" in (element.get("itemprop") or ""):
        return True
    if element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or ""):
        return True
    return _names_byline(f"{element.get('class') or ''} {element.get('id') or ''}")


@remembered(4_096)
def _names_byline(name: str) -> bool:
    return _BYLINE_NAME.search(name) is not None and _COMMENTER.search(name) is None


def agency_of(document: Document, around: Sequence[Block]) -> Named:
    """The news agency that wrote the story, as declared or in a byline: ``By Associated Press``."""
    agency = declared_agency(document)
    for block in around if not agency[0] else ():
        lines = (line for line in block.text.split("\n") if len(line) <= _LONGEST)
        is_byline = len(block.text) <= _LONGEST_BYLINE and _is_byline_element(block.element)
        for line in lines:
            label = match_label(line)
            writes = label is not None and ROLES[label["label"]] == "author"
            named = line[label.end() :] if label and writes else (line if is_byline else "")
            name = next((name for name in _agencies_in(named) if is_agency(name, document.brands)), None)
            if name:
                return (name,), "byline"
    return agency


def _agencies_in(named: str) -> tuple[str, ...]:
    """What may be an agency in a list of writers: ``Kabar Hulu with AFP``, ``Reuters Staff``, ``AFP, Manila``."""
    names = [named.strip(" ."), *split_names(named)] if named else []
    return tuple(name.removesuffix(" Staff").strip(" .") for name in names)
