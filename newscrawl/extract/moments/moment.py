"""When the article was published and changed: which of a page's candidates to believe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, time, timedelta, timezone, tzinfo
from itertools import chain
from zoneinfo import ZoneInfo

from newscrawl.extract.moments.candidates import Candidate
from newscrawl.extract.moments.declared import (
    declared_moments,
    modified_moments,
    moment_of_broken_json,
    moment_of_data,
    moment_of_discovery,
    moment_of_url,
)
from newscrawl.extract.moments.printed import moment_elsewhere, moment_of_dateline, printed_moments
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region

_INDONESIAN = {timedelta(hours=7), timedelta(hours=8), timedelta(hours=9)}
_HALF_HOUR = timedelta(minutes=30)
_A_MINUTE = timedelta(minutes=1)
_RENDERING = timedelta(minutes=3)
"""Between the making of a page and its fetch: caches keep pages that long, and few are fetched so soon."""
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
    printed, updated = printed_moments(document, region)
    visible = [*_by_trust(printed), *updated]
    told = list(declared_moments(document, region))
    declared = _without_render_time(document, told, visible[: len(printed)])
    published = _choose(declared, visible, len(printed)) or next(_elsewhere(document, region), None)
    changes = (c for c in modified_moments(document) if len(declared) == len(told) or not _is_render_time(document, c))
    modified = next(chain(changes, _by_trust(updated)), None)
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


def _without_render_time(
    document: Document, declared: list[Candidate], printed: Sequence[Candidate]
) -> list[Candidate]:
    """What is declared, but not the moment at which the page was made where it prints that it is older."""
    if not any(_is_render_time(document, c) for c in declared) or document.page.discovered.published_at:
        return declared
    oldest = document.page.fetched_at - timedelta(days=2)
    tells_age = (c for c in chain(printed[:1], moment_of_url(document)) if c.read.has_time or c.source == "URL")
    if any(c.moment < oldest for c in tells_age):
        return [c for c in declared if not _is_render_time(document, c)]
    return declared


def _is_render_time(document: Document, candidate: Candidate) -> bool:
    return candidate.read.has_time and abs(document.page.fetched_at - candidate.moment) < _RENDERING


def _elsewhere(document: Document, region: Region) -> Iterator[Candidate]:
    """Where a page that neither declares nor prints its date at the headline may have it, in the order of trust."""
    yield from moment_of_broken_json(document)
    yield from moment_of_url(document)
    yield from moment_of_discovery(document)
    yield from moment_of_data(document)
    yield from moment_of_dateline(document, region)
    yield from moment_elsewhere(document, region)


def _choose(declared: Sequence[Candidate], visible: Sequence[Candidate], labelled: int) -> Candidate | None:
    """The first declared moment, or what shows that it is false; ``labelled`` of the visible ones are no updates."""
    chosen = [c for c in declared if c.source.startswith("site ")] or list(declared)
    timed = [c for c in chosen if c.read.has_time]
    if timed:
        best = timed[0]
        refuting = (c for c in visible if _same_clock_elsewhere(c, best) or _is_utc_of(c, best))
        return next(chain(refuting, _true_offsets(best, timed), _clocks(best, (*visible[:labelled], *timed))), best)
    day, printed = next(iter(chosen), None), next(iter(visible), None)
    if day is None or printed is None:
        return day or printed
    near = (c for c in visible if c.read.has_time and abs(c.moment - day.moment) < timedelta(days=2))
    return next(near, day)


def _true_offsets(best: Candidate, timed: Sequence[Candidate]) -> Iterator[Candidate]:
    """The declared moments of the same clock in another zone, which show that a ``Z`` is false."""
    if best.read.has_zone and not best.moment.utcoffset():
        yield from (c for c in timed if c.read.has_zone and _shows_same_clock(c, best) and c.moment.utcoffset())


def _clocks(best: Candidate, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """The times of the day, where midnight to the second says that only the day is known."""
    if _is_midnight(best):
        yield from (c for c in others if c.read.has_time and _is_clock_of(c, best))


def _is_midnight(candidate: Candidate) -> bool:
    return candidate.moment.replace(tzinfo=None).time() == time()


def _is_clock_of(candidate: Candidate, midnight: Candidate) -> bool:
    """Whether it is another time of that day, and not midnight of Greenwich on the clock of a zone nobody knows."""
    same_day = candidate.moment.replace(tzinfo=None).date() == midnight.moment.replace(tzinfo=None).date()
    if not same_day or _is_midnight(candidate):
        return False
    zoneless = not candidate.read.has_zone and not candidate.moment.utcoffset() and midnight.read.has_zone
    return not (zoneless and candidate.moment.minute % 15 == 0)


def _is_utc_of(printed: Candidate, declared: Candidate) -> bool:
    """Whether a declared clock without a zone is that of Greenwich: the printed one is ahead by just its offset."""
    if declared.read.has_zone or not (printed.read.has_time and printed.moment.utcoffset()):
        return False
    return abs(declared.moment.replace(tzinfo=UTC) - printed.moment) < _A_MINUTE


def _same_clock_elsewhere(printed: Candidate, declared: Candidate) -> bool:
    """Whether both show the same clock in different zones: then the offset in the metadata is false.

    detik writes local time with a ``Z``, merdeka with ``-07:00``, while the page prints WIB.
    """
    if not (printed.read.has_time and printed.moment != declared.moment):
        return False
    if not printed.read.has_zone and declared.read.has_zone and not _refutes(printed, declared):
        return False
    return _shows_same_clock(printed, declared) and abs(printed.moment - declared.moment) >= _HALF_HOUR


def _shows_same_clock(one: Candidate, other: Candidate) -> bool:
    return abs(one.moment.replace(tzinfo=None) - other.moment.replace(tzinfo=None)) < _A_MINUTE


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
    if modified is None or published is None:
        return modified
    if not modified.read.has_zone and any(_is_utc_of(published, c) for c in declared):
        return modified.at(modified.moment.replace(tzinfo=UTC))
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
