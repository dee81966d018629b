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
from newscrawl.extract.names import ROLES, match_label, unique_names
from newscrawl.extract.people import Byline, read_byline
from newscrawl.extract.recall import remembered
from newscrawl.extract.region import is_card
from newscrawl.extract.selectors import select_css
from newscrawl.extract.structured import strings
from newscrawl.extract.tree import Document

_EDITOR_META = ("content_editor", "editor")
_BYLINE_NAME = re.compile(r"byline|author|penulis|reporter|journalist|pewarta|writer|autor|auteur", re.IGNORECASE)
_MARK = re.compile(r"[:/|\-–—@]")
_BY = re.compile(r"\bby\s", re.IGNORECASE)
_BARE_LABEL = re.compile(
    r"\W*(?:oleh|von|par|por|di|da|av|af|door|text|words|story|laporan|disunting|diedit)\b", re.IGNORECASE
)
_COMMENTER = re.compile(r"comment|komentar|respond", re.IGNORECASE)
_PICTURE_CREDIT = re.compile(r"^\W*(?:foto|photo|bild|image|gambar|fotografer|photograph)", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|penulis|reporters?|profiles?|profil|people|contributors?|writers?)/.",
    re.IGNORECASE,
)
_LONGEST = 160
_LONGEST_BYLINE, _LINKED = 100, 0.3
_LONGEST_LABEL = 20


@dataclass(frozen=True, slots=True)
class People:
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    authors_source: str = ""
    editors_source: str = ""


def read_people(document: Document, around: Sequence[Block]) -> People:
    """Writers and editors, each from the most trustworthy place that names any."""
    site = _from_site(document)
    declared = declared_authors(document)
    printed = _printed(document, around)
    writers = chain(site, _writers(document, declared, printed, around))
    authors = next(((names, source) for names, source in writers if names), ((), ""))
    editors = _editors(document, declared, printed)
    return People(authors[0], tuple(n for n in editors[0] if n not in authors[0]) or editors[0], authors[1], editors[1])


def people_candidates(document: Document, around: Sequence[Block]) -> tuple[list[Named], list[Named]]:
    """Writers and editors of every place that names any, in the order of trust, for a person who asks."""
    declared, printed = declared_authors(document), _printed(document, around)
    writers = [*_from_site(document), *_writers(document, declared, printed, around)]
    editors = _named_editors(document, declared, printed)
    return [named for named in writers if named[0]], [named for named in editors if named[0]]


def _writers(
    document: Document, declared: Sequence[Named], printed: Sequence[Byline], around: Sequence[Block]
) -> Iterator[Named]:
    if not document.site.author_in_metadata_is_editor:
        edited = {name for byline in printed for name in byline.editors}
        for names, source in declared:
            yield _printed_of(tuple(name for name in names if name not in edited), printed), source
    labelled = [byline.authors for byline in printed if byline.authors]
    yield from ((names, "byline") for names in labelled)
    if not labelled:
        yield from ((names, "byline element") for names in _marked(document, around))


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


def _printed(document: Document, around: Sequence[Block]) -> list[Byline]:
    """Bylines near the headline and at the foot of the text."""
    found = []
    for block in around:
        if block.kind == "caption" or block.after_image or _is_teasers(block):
            continue
        for line in _stacked(block).split("\n"):
            if len(line) > _LONGEST or not _may_name(line, document.brands):
                continue
            byline = read_byline(line, document.brands)
            if (byline.authors or byline.editors) and not _is_dateline(line, document.brands) and not _is_beside(block):
                found.append(_apart(document, byline, block))
    return found


def _apart(document: Document, byline: Byline, block: Block) -> Byline:
    """The byline with its writers one by one where nothing but their links does that: ``<a>X</a> <a>Y</a>``."""
    linked = _linked(document, block.element) if block.link_share and len(byline.authors) == 1 else ()
    return replace(byline, authors=linked) if byline.authors == (" ".join(linked),) else byline


def _linked(document: Document, element: HtmlElement) -> tuple[str, ...]:
    """The writers whose pages the element links to, where it links to several."""
    anchors = [anchor for anchor in element.iter("a") if _is_byline_element(anchor)][:MOST_NAMES]
    if len(anchors) < 2:
        return ()
    names = unique_names(name for anchor in anchors for name in names_in(document, text_of(anchor, 100)))
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
    marked = _MARK.search(line) or _BARE_LABEL.match(line)
    return marked is not None or ("by" in line.lower() and _BY.search(line) is not None)


def _marked(document: Document, around: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """The names in the first element near the story that calls itself a byline."""
    others: set[HtmlElement] = set()  # blocks share what stands round them
    for block in (block for block in around if block.kind != "caption" and not _is_sentence(block)):
        outer = islice(block.element.iterancestors(), 3)
        inner = block.element.iterdescendants("a", "span", "strong", "b", "address", "cite")
        for element in (block.element, *outer, *inner):
            if element in others:
                continue
            if not _is_byline_element(element):
                others.add(element)
                continue
            text = text_of(element, 300)
            fits = 3 <= len(text) <= 200 and not _PICTURE_CREDIT.match(text)
            names = (_linked(document, element) or names_in(document, text)) if fits else ()
            if names and not _is_beside(block):
                yield names
                return


def _is_sentence(block: Block) -> bool:
    """Whether it is of the story, where a link to a person's page is to one whom the story tells of."""
    return len(block.text) > _LONGEST_BYLINE and block.link_share < _LINKED


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
    lines = (line for block in around for line in block.text.split("\n") if len(line) <= _LONGEST)
    for line in lines if not agency[0] else ():
        label = match_label(line)
        name = line[label.end() :].strip(" .") if label and ROLES[label["label"]] == "author" else ""
        if is_agency(name, document.brands):
            return (name,), "byline"
    return agency
