"""The dates of feeds and sitemaps: RFC 822 and W3C date-times, always aware."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

# Indonesia's zones, which RFC 822 does not know; without daylight saving time.
_INDONESIAN = {"WIB": 7, "WITA": 8, "WIT": 9}
_W3C = re.compile(
    r"(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?:[T\s]\s?(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?)?",
    re.IGNORECASE,
)
_LONGEST = 60


def read_moment(text: str, naive: tzinfo | None = None) -> datetime | None:
    """The moment that ``text`` names, aware; None when it is no RFC 822 or W3C date.

    A time without a zone is in ``naive``; when that is None, there is no telling and the answer is None. A date
    without a time is midnight.
    """
    text = " ".join(text[:_LONGEST].split())
    if text.rpartition(" ")[2].upper() in _INDONESIAN:
        text, _, name = text.rpartition(" ")
        naive = timezone(timedelta(hours=_INDONESIAN[name.upper()]))
    try:
        return _w3c(text, naive) or _rfc822(text, naive)
    except (ValueError, OverflowError):
        return None


def _w3c(text: str, naive: tzinfo | None) -> datetime | None:
    match = _W3C.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups()[:6])
    zone = _zone(match[7]) or naive
    if zone is None:
        return None
    return datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, min(second or 0, 59), tzinfo=zone)


def _rfc822(text: str, naive: tzinfo | None) -> datetime | None:
    text = re.sub(r"([+-]\d\d):(\d\d)$", r"\1\2", text)
    parts = parsedate_tz(text)
    if parts is None or not re.search(r"\d:\d\d", text):
        return None
    # parsedate_tz makes +0000 of words that it does not know; only what is written as a zone is believed.
    written = re.search(r"(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))$", text, re.IGNORECASE)
    zone = timezone(timedelta(seconds=parts[9] or 0)) if written else naive
    if zone is None:
        return None
    return datetime(*parts[:5], min(parts[5] or 0, 59), tzinfo=zone)


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)
