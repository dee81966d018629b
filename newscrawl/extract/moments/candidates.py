"""A moment that a page tells, with the place that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from newscrawl.extract.dates.reading import DateRead, read_date
from newscrawl.extract.page.tree import Document

_LONGEST = 300
_FUTURE = timedelta(hours=1)
"""Clocks differ; what lies further ahead of the fetch is an event or an error."""
_OLDEST = datetime(1993, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Candidate:
    """``source`` is what ``provenance`` tells a reader: ``json-ld datePublished``, ``URL``."""

    read: DateRead
    source: str

    @property
    def moment(self) -> datetime:
        return self.read.moment

    def at(self, moment: datetime) -> Candidate:
        """The same candidate with its moment told in another zone, or corrected."""
        return replace(self, read=replace(self.read, moment=moment))


def candidates_in(document: Document, value: object, source: str) -> Iterator[Candidate]:
    """The moment that a string, or the first of a list, holds; none when it lies after the fetch."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        return
    read = read_date(value, document.zone, document.page.fetched_at)
    if read is None:
        return
    candidate = Candidate(read, source)
    metadata = source.startswith(("json-ld", "meta", "itemprop"))
    if metadata and read.has_zone and document.site.metadata_is_local_time and not read.moment.utcoffset():
        candidate = candidate.at(read.moment.replace(tzinfo=ZoneInfo(document.zone)))
    if is_plausible(document, candidate):
        yield candidate


def is_plausible(document: Document, candidate: Candidate) -> bool:
    """Whether it lies between the first papers of the web and the fetch."""
    return _OLDEST <= candidate.moment <= document.page.fetched_at + _FUTURE
