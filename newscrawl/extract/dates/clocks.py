"""Times of day as pages print them, with their zones: ``17.11 WIB``, ``5:11 PM ET``, ``17:11:00+07:00``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from newscrawl.extract.lexicon.date_words import AFTERNOON, CLOCK_WORDS, MORNING, PARTS_OF_DAY, WEEKDAYS, ZONES
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import alternatives

_CLOCK = rf"""
    (?P<prefix>{alternatives((*AFTERNOON, *MORNING))})?\s?
    (?:
        (?<=t)(?P<compact>\d{{4}}(?:\d\d)?)(?!\d)
      |
        (?P<hour>\d{{1,2}})
        (?:
            (?:\s?:\s?|\.|-(?=\d\d-\d\dz)|\s?(?:uhr|h|u|時|时|点|시)\s?)(?P<minute>\d\d)(?!\d|\s?min)
            (?:\s?[分분])?
            (?:(?:[:.]|-(?=\d\dz))(?P<second>\d\d)(?:[.,](?P<fraction>\d{{1,9}}))?)?
          | (?=\s?(?:uhr|h|[ap]\.?\s?m)(?![a-z]))
        )
    )
    (?:\s?(?P<half>[ap])\.?\s?m(?:(?![a-z])|(?=(?:{alternatives(WEEKDAYS)})(?![a-z])))\.?)?
    (?:\s?(?:uhr|h|hrs)(?![a-z]))?
    (?:\s(?P<part>{alternatives(PARTS_OF_DAY)})(?![a-z]))?
"""
# ``10.00-11.30 WITA``: the zone of an event's hours stands behind the second.
_UNTIL = r"(?:\s?[-–]\s?\d{1,2}[:.]\d\d(?=\s?wi(?:b|ta?)))?"
_ZONE = rf"""
    (?P<zone>
        {_UNTIL}
        \s?[(\[]?\s?
        (?:
            (?P<greenwich>gmt|utc)?\s?(?P<sign>[+−-])(?P<zone_hour>\d{{1,2}})(?:[:.]?(?P<zone_minute>\d\d))?(?!\d)
          | (?P<name>{alternatives(tuple(ZONES))})
        )
        (?:\s?[)\]])?
    )?
"""
_WORDS = rf"(?:(?:{alternatives((*CLOCK_WORDS, *WEEKDAYS))})(?![^\W\d_])\.?)"
_AFTER = re.compile(rf"(?:[^\w+]{{0,4}}{_WORDS}){{0,3}}[^\w+]{{0,4}}{_CLOCK}{_ZONE}", re.VERBOSE)
_BEFORE = re.compile(rf"{_CLOCK}{_ZONE}(?:[^\w+]{{0,4}}{_WORDS}){{0,2}}[^\w+]{{0,4}}$", re.VERBOSE)
_ANYWHERE = re.compile(rf"(?<![\d.:+])(?:{_CLOCK}){_ZONE}", re.VERBOSE)
_ALONE = re.compile(rf"[^\w+]{{0,2}}(?:{_WORDS}[^\w+]{{0,3}})?{_CLOCK}{_ZONE}\W?", re.VERBOSE)
_LONGEST_ALONE = 30
_SAYS_CLOCK = re.compile(r"(?:pukul|pkl|jam)\W{0,3}$")
_REACH = 45
"""How far before a date its time of day may start."""
_AFTERNOON, _MORNING = frozenset(map(fold, AFTERNOON)), frozenset(map(fold, MORNING))
_PLAIN = frozenset(("wib", "wita", "wit", "utc", "gmt"))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, its zone when one is printed, and where it stands."""

    time: time
    zone: tzinfo | None
    start: int
    end: int


def clock_after(text: str, folded: str, position: int) -> Clock | None:
    """The time of day that follows ``position`` with nothing between them but marks and words like *pukul*."""
    match = _AFTER.match(folded, position)
    return _read(text, match) if match else None


def clock_before(text: str, folded: str, position: int) -> Clock | None:
    """The time of day that ends right before ``position``: ``17:11 WIB, 23/10/2024``."""
    for match in _ANYWHERE.finditer(folded, max(0, position - _REACH), position):
        whole = _BEFORE.match(folded, match.start(), position)
        # ``1.30`` before a date is a number as often as a time, but not ``17.11 WIB`` and ``pukul 17.11``.
        certain = whole and (
            ":" in whole[0] or whole["zone"] or _SAYS_CLOCK.search(folded, max(0, whole.start() - 9), whole.start())
        )
        if whole and certain and (clock := _read(text, whole)):
            return clock
    return None


def any_clock(text: str, folded: str) -> Clock | None:
    """The first time of day in the text."""
    for match in _ANYWHERE.finditer(folded):
        if clock := _read(text, match):
            return clock
    return None


def is_clock(text: str) -> bool:
    """Whether the text is a time of day and nothing else: ``17:11 WIB``, ``pukul 17.11``, but not ``17.11``."""
    if len(text) > _LONGEST_ALONE or not any(map(str.isdigit, text)):
        return False
    folded = fold(text)
    match = _ALONE.fullmatch(folded)
    if not match or not match["hour"]:
        return False
    is_labelled = _SAYS_CLOCK.search(folded, 0, match.start("hour"))
    return bool(":" in folded or match["zone"] or match["half"] or is_labelled)


def _read(text: str, match: re.Match[str]) -> Clock | None:
    moment = _time(match)
    if moment is None:
        return None
    zone = _zone(text, match)
    # A zone that was not believed, like the second half of ``10.00-10.30``, is no part of it.
    end = match.end() if zone or not match["zone"] else match.start("zone")
    start = match.start("hour") if match["hour"] else match.start("compact")
    return Clock(moment, zone, start, end)


def _time(match: re.Match[str]) -> time | None:
    compact = match["compact"]
    if compact:
        hour, minute, second = int(compact[:2]), int(compact[2:4]), int(compact[4:] or 0)
    else:
        hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    afternoon = match["half"] == "p" or match["prefix"] in _AFTERNOON
    afternoon = afternoon or hour in PARTS_OF_DAY.get(match["part"] or "", ())
    morning = match["half"] == "a" or match["prefix"] in _MORNING
    if afternoon and hour < 12:
        hour += 12
    elif morning and hour == 12:
        hour = 0
    microsecond = int((match["fraction"] or "0").ljust(6, "0")[:6])
    try:
        return time(hour, minute, second, microsecond)
    except ValueError:
        return None


def _zone(text: str, match: re.Match[str]) -> tzinfo | None:
    if match["name"] and _is_name(text, match):
        return zone_of(match["name"])
    if match["sign"]:
        return _offset(match)
    return None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are a zone: ``est`` and ``et`` are words too, and PT is a company in Indonesia."""
    printed, rest = text[match.start("name") : match.end("name")], text[match.end("name") :]
    if rest[:1].isalpha() and not (printed.isupper() and rest[:1].isupper() and rest[1:2].islower()):
        return False
    if match["name"] in _PLAIN or not rest.strip(" )].,"):
        return True
    return printed.isupper() and (len(printed) > 2 or bool(match["half"]))


def zone_of(name: str) -> tzinfo:
    """The zone of a folded abbreviation; raises KeyError for one that ``ZONES`` does not hold."""
    value = ZONES[name]
    return ZoneInfo(value) if isinstance(value, str) else timezone(timedelta(minutes=value))


def _offset(match: re.Match[str]) -> tzinfo | None:
    hours, minutes = int(match["zone_hour"]), int(match["zone_minute"] or 0)
    if hours > 14 or minutes not in (0, 15, 30, 45) or not _is_offset(match):
        return None
    total = timedelta(hours=hours, minutes=minutes)
    return timezone(total if match["sign"] == "+" else -total)


def _is_offset(match: re.Match[str]) -> bool:
    """Whether ``-10:30`` after a time is an offset and not the end of opening hours."""
    if match["greenwich"] or match["sign"] == "+" or match["second"] or match["compact"]:
        return True
    four_digits = match["zone_minute"] is not None and match.end("zone_minute") - match.start("zone_hour") == 4
    return four_digits or match.string[match.start("hour") - 1 : match.start("hour")] == "t"
