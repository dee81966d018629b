"""What was typed as filters, read into a Query."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.model.errors import UsageError
from newscrawl.store.base import Query

NAMES = ("site", "section", "since", "until", "language", "author", "tag", "place", "story", "text")
_MAX_LENGTH = 1000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST = datetime(1000, 1, 1, tzinfo=UTC)
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)


def read_filters(filters: Mapping[str, str], timezone: str = "Asia/Jakarta", text: str | None = None) -> Query:
    """The query of the filters (those of `NAMES` that were given) and, beside them, the words of a search.

    Dates are ``YYYY-MM-DD`` in the IANA zone ``timezone``, or ISO 8601, there too when without a zone. ``until``
    includes a day that it names, and excludes a moment. Raises UsageError for a name, date or zone that cannot be
    meant.
    """
    values = {**filters, **({} if text is None else {"text": text})}
    for name, value in values.items():
        _check(name, value)
    zone = _zone(timezone)
    since = _moment("since", values["since"], zone) if "since" in values else None
    until = _moment("until", values["until"], zone) if "until" in values else None
    if since and until and since >= until:
        message = f"--since {values['since']} is not before the end of --until {values['until']}"
        raise UsageError(message)
    plain = {name: value.strip() for name, value in values.items() if name not in {"since", "until"}}
    return Query(since=since, until=until, **plain)


def _check(name: str, value: str) -> None:
    if name not in NAMES:
        message = f"no filter is named {name!r}; there are: {', '.join(NAMES)}"
        raise UsageError(message)
    if name != "text" and not value.strip():
        message = f"--{name} is empty"
        raise UsageError(message)
    if len(value) > _MAX_LENGTH:
        message = f"--{name} has {len(value)} characters; {_MAX_LENGTH} are enough"
        raise UsageError(message)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        message = f"{name!r} is not an IANA zone like 'Asia/Jakarta'"
        raise UsageError(message) from error


def _moment(name: str, text: str, zone: ZoneInfo) -> datetime:
    text = text.strip()
    try:
        moment = _day(name, text, zone) if _DAY.fullmatch(text) else datetime.fromisoformat(text)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"--{name} {text!r} is not a date; write YYYY-MM-DD, or a moment like 2024-10-23T17:11+07:00"
        raise UsageError(message) from error
    if not _EARLIEST < moment < _LATEST:
        message = f"--{name} {text!r} is in no year of a news page"
        raise UsageError(message)
    return moment


def _day(name: str, text: str, zone: ZoneInfo) -> datetime:
    day = date.fromisoformat(text)
    if name == "until":
        day += timedelta(days=1)
    return datetime.combine(day, time(), zone)
