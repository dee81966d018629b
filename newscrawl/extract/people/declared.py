"""The writers that a page declares for machines, in JSON-LD and metas; and the agency, where no person is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extract.bylines.names import unique_names
from newscrawl.extract.bylines.reading import clean_name, read_byline, split_names
from newscrawl.extract.lexicon.brands import is_agency
from newscrawl.extract.page.structured import Node, first_string, strings
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.recall import remembered

MOST_NAMES = 12
Named = tuple[tuple[str, ...], str]
"""Names and their source."""

_METAS = dict.fromkeys((
    "content_author", "jpnncom_news_author", "author", "article:author", "article:author_name", "parsely-author",
    "sailthru.author", "byl", "dc.creator", "dcterms.creator", "cxenseparse:author", "citation_author",
))  # fmt: skip
_OTHER_METAS = re.compile(r"(?:^|[:._ -])(?:authors?|byline|writers?|written by|penulis|reporter|pewarta)$")
_LABELLED_AUTHOR = re.compile(r"written by|author|penulis|ditulis oleh|verfasst|écrit par|escrito por", re.IGNORECASE)
_TOWN = re.compile(r"\s(?:in|aus|à|en|di)\s\S.*$")  # "Reuters in London"
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_ROLE_WITH_PLACE = re.compile(
    r"^\W*(?:Kontributor|Koresponden|Wartawan)\s+[\w. ]{2,40},\s*(?=\w)"
)  # "Kontributor Lhokseumawe, Masriadi"


def names_in(document: Document, text: str | None, *, surely_person: bool = False) -> tuple[str, ...]:
    """The persons that a name, a list of names or a byline holds."""
    if not text or len(text) > 300 or _ADDRESS.match(text):
        return ()
    text = _ROLE_WITH_PLACE.sub("", text)
    byline = read_byline(text, document.brands)
    if byline.authors or byline.editors:
        return byline.authors
    cleaned = [clean_name(name, document.brands, declared=surely_person) for name in split_names(text)]
    return unique_names(name for name in cleaned if name)[:MOST_NAMES]


def declared_authors(document: Document) -> list[Named]:
    """The names in JSON-LD and metas, source by source; one that names all of another's and more goes before it."""
    found = [(_json_ld(document), "json-ld author")]
    for name, values in _metas(document):
        listed = (n for value in values for n in names_in(document, value))
        found.append((tuple(dict.fromkeys(listed)), f"meta {name}"))
    found = [named for named in found if named[0]]
    longest = max(found, key=lambda named: len(named[0]), default=None)
    if longest and set(longest[0]) > set(found[0][0]):
        return [longest, *found]
    return found


def declared_agency(document: Document) -> Named:
    """The news agency that is declared as the writer and is not the site itself: ``Reuters`` in another paper."""
    listed = [(text, "json-ld author") for entry in _entries(document) for text in strings(_node(document, entry))]
    listed += [(value, f"meta {name}") for name, values in _metas(document) for value in values]
    named = ((name, source) for text, source in listed for name in (text, *split_names(_TOWN.sub("", text))))
    return next((((name,), source) for name, source in named if is_agency(name, document.brands)), ((), ""))


def _metas(document: Document) -> Iterator[tuple[str, list[str]]]:
    metas = document.structured.meta
    labels = {number: metas.get(f"twitter:label{number}", ()) for number in (1, 2)}
    labelled = [f"twitter:data{i}" for i, label in labels.items() if label and _LABELLED_AUTHOR.search(label[0])]
    others = [name for name in metas if name not in _METAS and _names_writers(name)]
    for name in (*_METAS, *labelled, *others):
        yield name, [value for value in metas.get(name, ())[:MOST_NAMES] if not _ADDRESS.match(value)]


@remembered(4_096)  # all pages use the same few names
def _names_writers(name: str) -> bool:
    return _OTHER_METAS.search(name) is not None


def _json_ld(document: Document) -> tuple[str, ...]:
    """The persons, and the agencies that wrote with them: ``Reuters`` beside ``Ratna Laut``."""
    names: list[str] = []
    agencies: list[str] = []
    for entry in _entries(document):
        node = _node(document, entry)
        kind = str(node.get("@type") or "").lower() if isinstance(node, dict) else ""
        for text in strings(node) or _in_two_parts(node):
            if is_agency(text, document.brands):
                agencies.append(text)
            elif "organization" not in kind:
                names += names_in(document, text, surely_person="person" in kind)
    return unique_names((*names, *agencies)) if names else ()


def _entries(document: Document) -> list[object]:
    article = document.structured.article or {}
    listed = article.get("author") or article.get("creator")
    return (listed if isinstance(listed, list) else [listed])[:MOST_NAMES]


def _node(document: Document, entry: object) -> object:
    node: Node | None = document.structured.named(entry)
    return node if node is not None else entry


def _in_two_parts(node: object) -> list[str]:
    """``{"givenName": "Ratna", "familyName": "Laut"}``."""
    parts = [first_string(node, key) for key in ("givenName", "familyName")] if isinstance(node, dict) else []
    return [" ".join(part for part in parts if part)] if all(parts) and parts else []
