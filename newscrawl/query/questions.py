"""Questions about stored articles: which there are, which hold these words, how many of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from newscrawl.model import Article
from newscrawl.model.errors import UsageError
from newscrawl.model.plain_text import printable
from newscrawl.store.base import ArticleReader, Facet, Query
from newscrawl.store.documents import fold, words

_BEFORE, _AFTER = 60, 140
"""Characters of a snippet on either side of the first match."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, and where the words stand in it."""

    article: Article
    snippet: str
    """Plain text for a terminal, on one line: the words round the first match, or the beginning of the text."""
    marks: tuple[tuple[int, int], ...]
    """Where the searched words are in the snippet: start and end."""


def find(reader: ArticleReader, query: Query, limit: int | None = None, offset: int = 0) -> Iterator[Article]:
    """The articles, newest first, streamed. Raises UsageError for a negative limit or offset."""
    _require_positive(limit, offset)
    return reader.find(query, limit, offset)


def search(reader: ArticleReader, query: Query, limit: int | None = 20, offset: int = 0) -> Iterator[Hit]:
    """The articles that hold all words of ``query.text``, newest first, each with a snippet.

    Without a text, the newest articles with their beginnings. Raises UsageError for a negative limit or offset.
    """
    wanted = frozenset(words(query.text or ""))
    return (_hit(article, wanted) for article in find(reader, query, limit, offset))


def count(reader: ArticleReader, query: Query) -> int:
    return reader.count(query)


def stats(reader: ArticleReader, by: str, query: Query) -> list[tuple[str, int]]:
    """How many articles have each value of the facet ``by``; raises UsageError with the facets there are."""
    for facet in get_args(Facet):
        if facet == by:
            return reader.counts(facet, query)
    message = f"there are no counts by {by!r}; there are: {', '.join(get_args(Facet))}"
    raise UsageError(message)


def _require_positive(limit: int | None, offset: int) -> None:
    if (limit is not None and limit < 0) or offset < 0:
        message = f"limit and offset cannot be negative: {limit}, {offset}"
        raise UsageError(message)


def _hit(article: Article, wanted: frozenset[str]) -> Hit:
    snippet = _snippet(article, wanted)
    return Hit(article, snippet, tuple(match.span() for match in _matches(snippet, wanted)))


def _snippet(article: Article, wanted: frozenset[str]) -> str:
    for paragraph in article.paragraphs:
        match = next(_matches(paragraph, wanted), None)
        if match is not None:
            return _cut(paragraph, match.start(), match.end())
    return _cut(article.paragraphs[0], 0, 0) if article.paragraphs else ""


def _matches(text: str, wanted: frozenset[str]) -> Iterator[re.Match[str]]:
    if not wanted:
        return iter(())
    return (match for match in _WORD.finditer(text) if fold(match[0]) in wanted)


def _cut(text: str, start: int, end: int) -> str:
    """The text round the match, from word to word."""
    low, high = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    before, after = text[low:start], text[end:high]
    if low:
        before = "… " + before.partition(" ")[2]
    if high < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(printable(before + text[start:end] + after).split())
