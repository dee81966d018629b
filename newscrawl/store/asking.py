"""A Query as what a server is asked: an index key, a stretch of time, and what is left to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from newscrawl.store.base import Query
from newscrawl.store.documents import MAX_KEY, Document, facet_key, words

_MAX_WORDS = 32
_BY_SELECTIVITY = ("story", "tag", "place", "section", "site", "language")
"""The facets with index keys, those with few articles a value first."""

Moment = datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, ready to be asked stretch by stretch."""

    key: str | None
    """The index key whose articles are looked through; None for all articles."""
    rest: Sequence[Document]
    """What they are compared with."""
    since: Moment
    until: Moment

    def stages(self, low: Moment, high: Moment) -> list[Document]:
        """The pipeline's head: the articles between the two moments (the second excluded; None is open)."""
        at = {name: moment for name, moment in (("$gte", low), ("$lt", high)) if moment is not None}
        match: Document = {} if self.key is None else {"keys": self.key}
        if at:
            match["at"] = at
        # Two stages, because SecantusDB uses a compound index only when the filter names no other field.
        rest = [{"$match": {"$and": list(self.rest)}}] if self.rest else []
        return [{"$match": match}, *rest]


def ask(query: Query, authors: Sequence[str] | None = None) -> Asked:
    """What to ask for a query. Every value is compared as a value, whatever characters it holds.

    ``authors`` are the keys of those whose names hold ``query.author``; None when they are too many to be told.
    """
    keys = [facet_key(name, getattr(query, name)) for name in _BY_SELECTIVITY if getattr(query, name) is not None]
    if authors is not None and len(authors) == 1:
        keys = [*authors, *keys]
    rest: list[Document] = [{"keys": key} for key in keys[1:]]
    if query.author is not None and authors is None:
        rest.append({"keys": author_expression(query.author)})
    elif authors is not None and len(authors) != 1:
        rest.append({"keys": {"$in": list(authors)}})
    if query.text is not None and query.text.strip():
        rest += _words(query.text)
    if query.since or query.until:
        rest.append({"published_at": {"$ne": None}})
    return Asked(keys[0] if keys else None, rest, query.since, query.until)


def author_expression(part: str) -> Document:
    """The keys of the authors whose names hold this part, case and accents aside."""
    return {"$regex": f"^author:.*{re.escape(' '.join(words(part))[:MAX_KEY])}"}


def _words(text: str) -> list[Document]:
    found = list(dict.fromkeys(words(text)))[:_MAX_WORDS]
    # Rare words are long: they fail first. A text without a word is in no article.
    longest_first = sorted(found, key=len, reverse=True)
    return [{"search": {"$regex": _word(word)}} for word in longest_first] or [{"_id": {"$in": []}}]


def _word(word: str) -> str:
    # No word is that long; servers refuse long expressions.
    return f" {re.escape(word)} " if len(word) <= MAX_KEY else f" {re.escape(word[:MAX_KEY])}"


@dataclass(slots=True)
class Stretches:
    """Stretches of time from the newest to the oldest, together all of it, each with about `size` articles.

    SecantusDB reads every match before it sorts and cuts, so newest first is asked for in small stretches. How many
    articles a day holds comes from the calendar, a hint: a wrong one costs time, never an article.
    """

    days: Mapping[str, int]
    """Articles by UTC day, ``2024-10-23``."""
    since: Moment
    until: Moment
    size: int
    """May be changed while they are walked."""
    _high: Moment = field(init=False)

    def __iter__(self) -> Iterator[tuple[Moment, Moment]]:
        self._high = self.until
        held = 0
        for day in sorted(self.days, reverse=True):
            start = _start(day)
            if start is None or (self.until and start >= self.until):
                continue
            if self.since and start <= self.since:
                break
            number = self.days[day]
            if number > 2 * self.size:
                yield from self._parts(start, min(-(-number // self.size), 96))
                held = 0
            else:
                held += number
            if held >= self.size:
                yield self._down_to(start)
                held = 0
        yield self.since, self._high

    def _parts(self, start: datetime, parts: int) -> Iterator[tuple[Moment, Moment]]:
        for part in reversed(range(parts)):
            low = start + timedelta(days=1) * part / parts
            if self._high is None or low < self._high:
                yield self._down_to(low)

    def _down_to(self, low: datetime) -> tuple[Moment, Moment]:
        stretch = (low, self._high)
        self._high = low
        return stretch


def _start(day: str) -> datetime | None:
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None


def days_of(months: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """The calendar's documents, one a month, as articles by day."""
    return {f"{month['_id']}-{day}": number for month in months for day, number in month["days"].items()}
