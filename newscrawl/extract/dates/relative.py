"""Moments told by their distance from now: ``2 jam yang lalu``, ``Kemarin, 17:11 WIB``, ``3 days ago``."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newscrawl.extract.dates.clocks import any_clock
from newscrawl.extract.lexicon.date_words import AGO_AFTER, AGO_BEFORE, DAYS_AWAY, JUST_NOW, NUMBERS, UNITS
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import alternatives, forms

_LONGEST = 120
"""Longer texts tell stories: ``dua hari lalu`` in them dates what they tell, not themselves."""
_UNIT = {fold(word): unit for unit, words in UNITS.items() for word in words.split()}
_WORDS = alternatives([word for word in _UNIT if len(word) > 1])
_LETTERS = "".join(word for word in _UNIT if len(word) == 1)
_COUNT = (
    rf"(?:(?P<count>\d{{1,4}})\s?(?:(?P<letter>[{_LETTERS}])|(?P<unit>{_WORDS}))"
    rf"|(?P<one>{alternatives(NUMBERS)})\s(?P<single>{_WORDS}))"
)
_UNITS_BEHIND_SE = ("detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "tahun")
_SE = rf"se(?P<se>{'|'.join(_UNITS_BEHIND_SE)})"
# A second, smaller count (``2 jam 15 menit yang lalu``) changes nothing that a date needs to know.
_REMAINDER = rf"(?:,?\s(?:dan\s|and\s)?\d{{1,2}}\s(?:{_WORDS}))?"
_AFTER = re.compile(rf"(?<![\w.,])(?:{_COUNT}|{_SE}){_REMAINDER}\s(?:{alternatives(AGO_AFTER)})(?!\w)")
_BEFORE = re.compile(rf"(?<!\w)(?:{alternatives(AGO_BEFORE)})\s{_COUNT}(?!\w)")
_JUST_NOW = re.compile(rf"(?<!\w)(?:{alternatives(forms(JUST_NOW))})(?!\w)")
_AWAY = {form: days for days, listed in DAYS_AWAY.items() for form in forms(listed)}
# At the start or behind a label, so that a paper named USA Today is no date.
_DAY = re.compile(rf"(?:^|[:|,;–-]\s?|^\w{{4,12}}\s(?:on\s|at\s)?)(?P<day>{alternatives(_AWAY)})(?!\w)")
_EXACT = ("second", "minute", "hour")
_TOLD = {
    *(f" {fold(word)}" for word in AGO_AFTER),
    *(f"{fold(word)} " for word in AGO_BEFORE),
    *forms(JUST_NOW),
    *_AWAY,
}
_MARK = re.compile(alternatives(form for form in _TOLD if not any(other in form for other in _TOLD - {form})))
"""What every one of them holds, quick to find: most lines hold none."""
RELATIVES_BEGIN = (
    *NUMBERS, *(f"se{unit}" for unit in _UNITS_BEHIND_SE), *map(fold, AGO_BEFORE), *forms(JUST_NOW), *_AWAY
)  # fmt: skip
"""The forms that they begin with; others begin with a digit."""


@dataclass(frozen=True, slots=True)
class Relative:
    """The moment, whether the text tells its time of day and zone, and the part that was read."""

    moment: datetime
    has_time: bool
    has_zone: bool
    start: int
    end: int


def may_be_relative(folded: str) -> bool:
    """Whether the text is short enough and holds a word that such moments are told with."""
    return len(folded) <= _LONGEST and _MARK.search(folded) is not None


def read_relative(text: str, folded: str, now: datetime) -> Relative | None:
    """The moment that the text tells by its distance from ``now``, in ``now``'s zone unless it prints another.

    Counts of days and more keep the time of day of ``now``, as calendars do; a named day without a time is midnight.
    """
    if len(text) > _LONGEST:
        return None
    just_now = _JUST_NOW.search(folded)
    if just_now:
        return Relative(now, True, True, *just_now.span())
    return _counted(folded, now) or _named_day(text, folded, now)


def _counted(folded: str, now: datetime) -> Relative | None:
    match = _AFTER.search(folded) or _BEFORE.search(folded)
    if not match:
        return None
    found = match.groupdict()
    word = found["letter"] or found["unit"] or found["single"] or found.get("se") or ""
    # An Indonesian *hr* is *hari*, an English one an hour.
    unit = "day" if word == "hr" and match[0].endswith("lalu") else _UNIT[word]
    moment = _back(now, int(found["count"] or NUMBERS.get(found["one"] or "", 1)), unit)
    if moment is None:
        return None
    return Relative(moment, unit in _EXACT, unit in _EXACT, *match.span())


def _back(now: datetime, count: int, unit: str) -> datetime | None:
    try:
        if unit in ("month", "year"):
            return _months_back(now, count * (12 if unit == "year" else 1))
        # Through UTC: an hour ago is an hour ago on the night the clocks change.
        step = timedelta(**{f"{unit}s": count})
        return (now.astimezone(UTC) - step).astimezone(now.tzinfo) if unit in _EXACT else now - step
    except (OverflowError, ValueError):
        return None


def _months_back(now: datetime, months: int) -> datetime:
    """The same day of an earlier month, or its last day when it is shorter."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


def _named_day(text: str, folded: str, now: datetime) -> Relative | None:
    match = _DAY.search(folded)
    if not match:
        return None
    clock = any_clock(text, folded)
    zone = clock.zone if clock and clock.zone else now.tzinfo
    day = now.astimezone(zone) - timedelta(days=_AWAY[match["day"]])
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    if clock is None:
        return Relative(midnight, False, False, match.start("day"), match.end("day"))
    start, end = min(match.start("day"), clock.start), max(match.end("day"), clock.end)
    return Relative(datetime.combine(midnight, clock.time, zone), True, clock.zone is not None, start, end)
