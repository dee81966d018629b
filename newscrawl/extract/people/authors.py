"""Who wrote the article and who edited it; brands, desks and job titles are nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from newscrawl.extract.bylines.names import ROLES, match_label, split_names, unique_names
from newscrawl.extract.bylines.reading import Byline, read_byline
from newscrawl.extract.lexicon.brands import is_agency
from newscrawl.extract.page.blocks import Block, text_of
from newscrawl.extract.page.selectors import select_css
from newscrawl.extract.page.structured import strings
from newscrawl.extract.page.tree import Document
from newscrawl.extract.people.declared import MOST_NAMES, Named, declared_agency, declared_authors, names_in
from newscrawl.extract.people.elements import LONGEST_BYLINE, is_byline_element, marked_names
from newscrawl.extract.people.printed import LONGEST_LINE, printed_bylines
from newscrawl.extract.text.folding import fold

_EDITOR_META = ("content_editor", "editor")


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
    printed = printed_bylines(document, container, around, are_declared=bool(declared))
    writers = chain(site, _writers(document, declared, printed, around))
    authors = next(((names, source) for names, source in writers if names), ((), ""))
    editors = _editors(document, declared, printed)
    return People(authors[0], tuple(n for n in editors[0] if n not in authors[0]) or editors[0], authors[1], editors[1])


def people_candidates(
    document: Document, container: HtmlElement, around: Sequence[Block]
) -> tuple[list[Named], list[Named]]:
    """Writers and editors of every place that names any, in the order of trust, for a person who asks."""
    declared = declared_authors(document)
    printed = printed_bylines(document, container, around, are_declared=bool(declared))
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
        yield from ((names, "byline element") for names in marked_names(document, around))


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


def agency_of(document: Document, around: Sequence[Block]) -> Named:
    """The news agency that wrote the story, as declared or in a byline: ``By Associated Press``."""
    agency = declared_agency(document)
    for block in around if not agency[0] else ():
        lines = (line for line in block.text.split("\n") if len(line) <= LONGEST_LINE)
        is_byline = len(block.text) <= LONGEST_BYLINE and is_byline_element(block.element)
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
