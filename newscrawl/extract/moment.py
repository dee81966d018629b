"""When the article was published and changed: which of a page's candidates to believe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo
from itertools import chain
from zoneinfo import ZoneInfo

from newscrawl.extract.candidates import Candidate
from newscrawl.extract.declared_moments import (
    declared_moments,
    modified_moments,
    moment_of_data,
    moment_of_discovery,
    moment_of_url,
)
from newscrawl.extract.printed_moments import moment_elsewhere, moment_of_dateline, printed_moments
from newscrawl.extract.region import Region
from newscrawl.extract.tree import Document

_INDONESIAN = {timedelta(hours=7), timedelta(hours=8), timedelta(hours=9)}
_HALF_HOUR = timedelta(minutes=30)
_QUARTER = timedelta(minutes=15)
_FURTHEST_WEST, _FURTHEST_EAST = timedelta(hours=-11), timedelta(hours=14)
_HALF_A_DAY = timedelta(hours=12)
"""A clock that is twelve hours off lacks its *pm*: no zone is told from it."""
_A_DAY_AND_A_HALF = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Moments:
    published: Candidate | None
    modified: Candidate | None
    candidates: tuple[Candidate, ...] = ()
    """All that tell the publication, the declared before the printed, each group in the order of trust."""


def read_moments(document: Document, region: Region) -> Moments:
    """Publication and change, in the site's own zone where it is known, else with the offset that was written."""
    declared = list(declared_moments(document, region))
    printed, updated = printed_moments(document, region)
    visible = [*_by_trust(printed), *updated]
    published = _choose(declared, visible) or next(_elsewhere(document, region), None)
    modified = next(chain(modified_moments(document), _by_trust(updated)), None)
    modified = _corrected(modified, published, declared)
    if modified and published and modified.moment <= published.moment + timedelta(seconds=59):
        modified = None
    zone = _zone(document, published, visible)
    shown = (_local(document, published, zone), _local(document, modified, zone))
    return Moments(*shown, (*declared, *visible))


def _by_trust(printed: Sequence[Candidate]) -> Sequence[Candidate]:
    """The nearest date, first as the candidate of its day that tells the time as well."""
    nearest = next(iter(printed), None)
    if nearest is None or nearest.read.has_time:
        return printed
    timed = (c for c in printed if c.read.has_time and abs(c.moment - nearest.moment) < _A_DAY_AND_A_HALF)
    best = next(timed, nearest)
    return [best, *(c for c in printed if c is not best)]


def _elsewhere(document: Document, region: Region) -> Iterator[Candidate]:
    """Where a page that neither declares nor prints its date at the headline may have it, in the order of trust."""
    yield from moment_of_url(document)
    yield from moment_of_discovery(document)
    yield from moment_of_data(document)
    yield from moment_of_dateline(document, region)
    yield from moment_elsewhere(document)


def _choose(declared: Sequence[Candidate], visible: Sequence[Candidate]) -> Candidate | None:
    chosen = [c for c in declared if c.source.startswith("site ")] or list(declared)
    best = next((c for c in chosen if c.read.has_time), None)
    if best:
        return next((c for c in visible if _same_clock_elsewhere(c, best)), best)
    day, printed = next(iter(chosen), None), next(iter(visible), None)
    if day is None or printed is None:
        return day or printed
    near = (c for c in visible if c.read.has_time and abs(c.moment - day.moment) < timedelta(days=2))
    return next(near, day)


def _same_clock_elsewhere(printed: Candidate, declared: Candidate) -> bool:
    """Whether both show the same clock in different zones: then the offset in the metadata is false.

    detik writes local time with a ``Z``, merdeka with ``-07:00``, while the page prints WIB.
    """
    if not (printed.read.has_time and printed.moment != declared.moment):
        return False
    if not printed.read.has_zone and declared.read.has_zone and not _refutes(printed, declared):
        return False
    gap = abs(printed.moment - declared.moment)
    same_clock = abs(printed.moment.replace(tzinfo=None) - declared.moment.replace(tzinfo=None)) < timedelta(minutes=1)
    return same_clock and gap >= _HALF_HOUR


def _refutes(printed: Candidate, declared: Candidate) -> bool:
    """Whether a clock without a zone, read in the zone that the page is taken for, may call a written offset false.

    Not where that zone is a mere guess: one of Indonesia's three for another.
    """
    guessed, written = printed.moment.utcoffset(), declared.moment.utcoffset()
    return guessed != timedelta(0) and not {guessed, written} <= _INDONESIAN


def _corrected(
    modified: Candidate | None, published: Candidate | None, declared: Sequence[Candidate]
) -> Candidate | None:
    """The change with the page's true zone, where the publication showed that the metadata's offset is false."""
    if modified is None or published is None or published in declared:
        return modified
    lied = next((c for c in declared if _same_clock_elsewhere(published, c)), None)
    if lied is None or lied.moment.utcoffset() != modified.moment.utcoffset():
        return modified
    return modified.at(modified.moment.replace(tzinfo=published.moment.tzinfo))


def _zone(document: Document, published: Candidate | None, visible: Sequence[Candidate]) -> tzinfo:
    """The site's own zone; where it is not known, the one that the page prints, or that its clock implies."""
    if document.zone_is_known:
        return ZoneInfo(document.zone)
    printed = next((c.moment.tzinfo for c in visible if c.read.has_zone and c.moment.utcoffset()), None)
    return printed or _implied(published, visible) or ZoneInfo(document.zone)


def _implied(published: Candidate | None, visible: Sequence[Candidate]) -> tzinfo | None:
    """The offset between a declared moment in UTC and the clock that the page prints for it without a zone."""
    if published is None or not published.read.has_zone or published.moment.utcoffset():
        return None
    moment = published.moment.replace(second=0, microsecond=0)
    for candidate in visible:
        if candidate.read.has_time and not candidate.read.has_zone:
            offset = candidate.moment.replace(tzinfo=moment.tzinfo) - moment
            if _FURTHEST_WEST <= offset <= _FURTHEST_EAST and not offset % _QUARTER and offset != _HALF_A_DAY:
                return timezone(offset)
    return None


def _local(document: Document, candidate: Candidate | None, zone: tzinfo) -> Candidate | None:
    """To the minute, as pages print it, and in the site's own zone when that is known: the same instant.

    Where it is not known, an offset that was written stays; only UTC, which is machines' time, gives way to ``zone``.
    """
    if candidate is None:
        return None
    moment = candidate.moment.replace(second=0, microsecond=0)
    if candidate.read.has_time and (document.zone_is_known or not moment.utcoffset()):
        moment = moment.astimezone(zone)
    # A plain offset: what a reader of the article needs, and equal after the way through JSON and other processes.
    return candidate.at(moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta(0))))
