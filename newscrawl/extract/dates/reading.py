"""Dates as pages print and declare them, in any mix of Indonesian, English and the languages of ``date_words``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from newscrawl.extract.dates.clocks import Clock, clock_after, clock_before
from newscrawl.extract.dates.relative import RELATIVES_BEGIN, may_be_relative, read_relative
from newscrawl.extract.lexicon.date_words import MONTHS, WEEKDAYS
from newscrawl.extract.text.folding import fold, squeeze
from newscrawl.extract.text.wordlists import alternatives, first_words, forms

_LONGEST = 2_000
_YEARS = range(1990, 2101)
_MONTH = {
    form.replace("_", " "): number
    for listed in MONTHS.values()
    for number, month in enumerate(forms(listed), start=1)
    for form in month.split()
}
_NAME = rf"(?P<name>{alternatives(_MONTH)})(?![^\W\d_])\.?"
# Arabic pages print the Levantine name beside the Egyptian one.
_OTHER_NAME = r"(?:/\s?[^\W\d_]{2,12})?"
_BLANK = r"[\s.,/–-]{0,3}+"
_OF = r"(?:(?:de|del|of|di|nam|roku|tahun|m\.)\s)?"
_TIME_NEXT = r"\d{1,2}[:.]\d\d"
# ``Dec 22 20231:17 AM`` is the year 2023 and 1:17; any other digit behind four makes a number, not a year.
_YEAR = rf"(?P<year>\d{{4}})(?=\D|$|{_TIME_NEXT}(?!\d))"
_CLOCK_NEXT = rf"{_TIME_NEXT}|\d{{1,2}}h\d\d|(?:at|pukul|pkl|jam|pada)\b"
_SHORT = rf"(?P<short>\d\d)(?=\s?(?:$|[,|)/·•@–—-])|\s(?:{_CLOCK_NEXT}))(?![:.]\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|ste|e|o|a|\.|일|日)?"
# The patterns look back behind their first digit: a number of four digits is no part of a longer one.
_FULL = r"(?P<year>\d(?<!\d\d)\d{3})"
# The number of a zone is no day: ``5:11 PM GMT+7, February 25, 2026``.
_DAY = r"(?P<day>\d(?<!\d\d)(?<!(?:gmt|utc)[+−-]\d)\d?)"
# 2024-10-23, 2024/10/23, 2023.11.2
_ISO = re.compile(rf"{_FULL}(?P<mark>[-/.])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>\d{{1,2}})(?!\d)")
# 20241023T171100
_PACKED = re.compile(rf"{_FULL}(?P<month>\d\d)(?P<day>\d\d)(?=t\d)")
# 2024年10月23日, 2024년 10월 23일
_EASTERN = re.compile(rf"{_FULL}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]?")
# 23 Oktober 2024, 23-Oct-24, 1er août 2024, 2 de mayo de 2024
_NAMED = re.compile(rf"{_DAY}{_ORDINAL}{_BLANK}{_OF}{_NAME}{_OTHER_NAME}{_BLANK}{_OF}(?:'?{_SHORT}|{_YEAR})")
# 23/10/2024, 23.10.2024, 10/23/24
_NUMERIC = re.compile(
    r"(?P<day>\d(?<![\d/.-]\d)\d?)\s?(?P<mark>[-/.])\s?(?P<month_or_day>\d\d?)\s?(?P=mark)\s?"
    rf"(?:{_YEAR}|{_SHORT})(?!/[^\W\d_])"
)
_PATTERNS = {1: (_NAMED, _NUMERIC), 2: (_NAMED, _NUMERIC), 4: (_ISO, _EASTERN), 8: (_PACKED,)}
"""What a date may look like by how many digits the number has that it begins with."""
_NAME_FIRST_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # October 23, 2024
        rf"{_NAME}{_BLANK}(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?[\s,.]{{1,3}}(?:'{_SHORT}|{_YEAR})",
        # Wed Oct 23 17:11:00 WIB 2024
        rf"{_NAME}\s(?P<day>\d{{1,2}})\s(?P<clock>\d\d?:\d\d(?::\d\d)?)\s(?:[a-z]{{1,5}}\s|[+-]\d{{4}}\s)?{_YEAR}",
        # 2024 October 23, 2024. október 23., 2024 m. kovo 31 d.
        rf"{_FULL}{_BLANK}{_OF}{_NAME}{_BLANK}(?P<day>\d{{1,2}})(?!\d|[\s,.]{{1,3}}\d{{4}}(?!\d))",
    )
)
_MONTH_TAILS = frozenset(re.findall(r"[^\W\d_]+", form)[-1] for form in _MONTH)
_MONTH_ENDS = frozenset(tail[-2:] for tail in _MONTH_TAILS)
_TAIL_LENGTHS = tuple(sorted(set(map(len, _MONTH_TAILS))))
_BLANKS = " .,/–-"
"""What may stand between a month and its day, as ``_BLANK`` tells."""
_BEFORE_DAY = max(_TAIL_LENGTHS) + 4
_DIGITS = re.compile(r"\d+")
_FEWEST_NUMBERS = 2
"""Of a date: a day and a year."""
DATES_BEGIN = first_words((*_MONTH, *WEEKDAYS, *RELATIVES_BEGIN))
"""The words that dates begin with; others begin with a digit."""
_NUMBER = re.compile(r"(?:/Date\()?([0-9]+)(?:\)/)?")
_WEEKDAY_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{alternatives(WEEKDAYS)})[.,]{{0,2}}\s?$")


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date and what the text told of it."""

    moment: datetime
    """Aware."""
    has_time: bool
    """Whether the text tells a time of day; without one ``moment`` is midnight."""
    has_zone: bool
    """Whether the text tells the zone or offset, or the moment by its distance from now."""
    raw: str
    """The part that was read, blanks squeezed: ``Rabu 23 Oct 2024 17:11 WIB``."""


@dataclass(frozen=True, slots=True)
class _Day:
    date: date
    start: int
    end: int
    clock_at: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A date with the time of day that stands beside it."""

    date: date
    clock: Clock | None
    raw: str

    @property
    def has_zone(self) -> bool:
        return self.clock is not None and self.clock.zone is not None


def parse_date(text: str, timezone: str = "Asia/Jakarta", now: datetime | None = None) -> datetime | None:
    """The first full date in ``text``, aware; None when there is none that can be.

    A text without a zone gets ``timezone``, an IANA name; without a time of day, midnight. Day comes before month where
    both readings are possible. ``2 jam lalu`` counts from ``now``, by default the present. Only an unknown ``timezone``
    raises, ``ZoneInfoNotFoundError`` or ``ValueError``.
    """
    read = read_date(text, timezone, now)
    return read.moment if read else None


def read_date(text: str, timezone: str = "Asia/Jakarta", now: datetime | None = None) -> DateRead | None:
    """Like ``parse_date``, with what the text told of the moment and the part that was read."""
    zone = ZoneInfo(timezone)
    told = _told(text) if len(text) <= _LONGEST else None
    if isinstance(told, _Told):
        return DateRead(_moment(told.date, told.clock, zone), told.clock is not None, told.has_zone, told.raw)
    if isinstance(told, str):
        return _read_number(told, zone)
    return _read_relative(*told, zone, now) if told else None


@lru_cache(maxsize=512)  # several readers ask about the same line, each for the moment in a zone of its own
def _told(text: str) -> _Told | str | tuple[str, str] | None:
    """What a text tells whatever the zone and the present: a date; a number's digits; or itself, clean and folded,
    where it may tell a distance.
    """
    clean = squeeze(text)
    if len(clean) > _LONGEST:  # one character may stand for eighteen
        return None
    number = _NUMBER.fullmatch(clean)
    if number:
        return number[1]
    folded = fold(clean)
    day = _first_day(clean, folded)
    if day:
        return _with_clock(clean, folded, day)
    return (clean, folded) if may_be_relative(folded) else None


def _first_day(clean: str, folded: str) -> _Day | None:
    """The first full and possible date; where two readings start together, the longer."""
    for match in _matches(folded):
        found = match.groupdict()
        day = _possible(found)
        if day and _stands_alone(clean, match, found):
            clock_at = match.start("clock") if found.get("clock") else match.end()
            return _Day(day, match.start(), match.end(), clock_at)
    return None


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """What may be dates, in order; metadata begins with one as ISO 8601 writes it, and needs no further look."""
    iso = _ISO.match(folded)
    if iso:
        yield iso
    numbers = [number.span() for number in _DIGITS.finditer(folded)]
    if len(numbers) < _FEWEST_NUMBERS:
        return
    matches = [
        match
        for start, end in numbers
        for pattern in _PATTERNS.get(end - start, ())
        if (match := pattern.match(folded, start))
    ]
    if _may_hold_year(folded, numbers) and any(_may_follow_month(folded, *number) for number in numbers):
        matches += [match for pattern in _NAME_FIRST_PATTERNS for match in pattern.finditer(folded)]
    yield from sorted(matches, key=lambda match: (match.start(), -match.end()))


def _may_hold_year(folded: str, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether a year behind a month and its day may be among the numbers: a short one is marked, ``'24``."""
    return "'" in folded or any(4 <= end - start <= 6 for start, end in numbers)


def _may_follow_month(folded: str, start: int, end: int) -> bool:
    """Whether the number may be a day with a month's name before it, but for what may part them."""
    return end - start <= 2 and ends_as_month(folded[max(0, start - _BEFORE_DAY) : start].rstrip(_BLANKS))


def ends_as_month(word: str) -> bool:
    """Whether the last letters of a folded word are a month's name or its last word."""
    return word[-2:] in _MONTH_ENDS and any(word[-length:] in _MONTH_TAILS for length in _TAIL_LENGTHS)


def _possible(found: dict[str, str | None]) -> date | None:
    year = _full_year(found.get("year"), found.get("short"))
    day = int(found["day"] or 0)
    month = _MONTH[name] if (name := found.get("name")) else int(found.get("month") or found.get("month_or_day") or 0)
    if found.get("month_or_day") and month > 12:
        month, day = day, month
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(year: str | None, short: str | None) -> int:
    if year:
        return int(year)
    # Two digits are of the web's years: 24 is 2024, 98 is 1998, and 60 is not a year but another number.
    number = int(short or -1)
    return 2000 + number if 0 <= number <= 50 else 1900 + number


def _stands_alone(clean: str, match: re.Match[str], found: dict[str, str | None]) -> bool:
    """Whether it is not the tail of a word (``Omar 12, 2024``) or a clock with seconds (``pukul 17.11.05 WIB``)."""
    start = match.start()
    if clean[start].isalpha() and clean[start - 1 : start].isalpha():
        return clean[start].isupper() and clean[start - 1].islower()
    if found.get("short") and found.get("mark") == ".":
        around = fold(clean[max(0, start - 8) : start] + " " + clean[match.end() : match.end() + 5])
        return match.end() - start == 8 and not re.search(r"\b(?:pukul|pkl|jam|at|wib|wita|wit|uhr|am|pm)\b", around)
    return True


def _with_clock(clean: str, folded: str, day: _Day) -> _Told:
    clock = clock_after(clean, folded, day.clock_at) or clock_before(clean, folded, day.start)
    start = day.start if clock is None else min(day.start, clock.start)
    end = day.end if clock is None else max(day.end, clock.end)
    weekday = _WEEKDAY_BEFORE.search(folded, max(0, start - 16), start)
    return _Told(day.date, clock, clean[weekday.start() if weekday else start : end].strip())


def _moment(day: date, clock: Clock | None, zone: tzinfo) -> datetime:
    if clock is None:
        return datetime.combine(day, time(), zone)
    return datetime.combine(day, clock.time, clock.zone or zone)


def _read_number(digits: str, zone: tzinfo) -> DateRead | None:
    """``20241023``, ``20241023171100``, or a Unix time in seconds or milliseconds."""
    if len(digits) in (8, 12, 14) and (packed := _read_packed(digits, zone)):
        return packed
    if len(digits) not in (9, 10, 12, 13):
        return None
    seconds = int(digits) / 1000 if len(digits) > 10 else int(digits)
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    return DateRead(moment, True, True, digits) if moment.year in _YEARS else None


def _read_packed(digits: str, zone: tzinfo) -> DateRead | None:
    try:
        moment = datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=zone)
    except ValueError:
        return None
    return DateRead(moment, len(digits) > 8, False, digits) if moment.year in _YEARS else None


def _read_relative(clean: str, folded: str, zone: ZoneInfo, now: datetime | None) -> DateRead | None:
    present = now or datetime.now(UTC)
    local = present.astimezone(zone) if present.tzinfo else present.replace(tzinfo=zone)
    found = read_relative(clean, folded, local)
    if found is None or found.moment.year not in _YEARS:
        return None
    return DateRead(found.moment, found.has_time, found.has_zone, clean[found.start : found.end])
