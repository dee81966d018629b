"""Moments as the papers print them: Indonesian and English days and months, zones by their Indonesian names."""

from __future__ import annotations

from datetime import datetime, timedelta

DAYS_ID = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_ID = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_ID_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def zone_name(moment: datetime) -> str:
    """``WIB``, ``WITA`` or ``WIT``."""
    return _ZONES[int((moment.utcoffset() or timedelta()).total_seconds() // 3600)]


def english_month(moment: datetime) -> str:
    """``Rabu 23 Oct 2024 17:11 WIB``: an Indonesian day with an English month, and Sunday is Ahad."""
    day = "Ahad" if moment.weekday() == 6 else DAYS_ID[moment.weekday()]
    return f"{day} {moment.day:02d} {MONTHS_EN[moment.month - 1][:3]} {moment:%Y %H:%M} {zone_name(moment)}"


def apostrophe_friday(moment: datetime) -> str:
    """``Jum'at, 24 Juli 2026 - 13:39 WITA``."""
    day = "Jum'at" if moment.weekday() == 4 else DAYS_ID[moment.weekday()]
    return f"{day}, {moment.day:02d} {MONTHS_ID[moment.month - 1]} {moment:%Y - %H:%M} {zone_name(moment)}"


def short_month(moment: datetime) -> str:
    """``23 Okt 2024, 17:11 WIB``."""
    return f"{moment.day:02d} {MONTHS_ID_SHORT[moment.month - 1]} {moment:%Y, %H:%M} {zone_name(moment)}"


def labelled(moment: datetime) -> str:
    """``Tayang: Rabu, 23 Oktober 2024 17:11 WIB``."""
    day, month = DAYS_ID[moment.weekday()], MONTHS_ID[moment.month - 1]
    return f"Tayang: {day}, {moment.day} {month} {moment:%Y %H:%M} {zone_name(moment)}"


def american(moment: datetime) -> str:
    """``October 23, 2024 5:11 pm``."""
    clock = f"{moment.hour % 12 or 12}:{moment:%M} {'am' if moment.hour < 12 else 'pm'}"
    return f"{MONTHS_EN[moment.month - 1]} {moment.day}, {moment.year} {clock}"


def ago(moment: datetime, now: datetime) -> str:
    """``7 menit yang lalu``, ``5 jam yang lalu``, ``3 hari yang lalu``."""
    minutes = max(1, int((now - moment).total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} menit yang lalu"
    if minutes < 24 * 60:
        return f"{minutes // 60} jam yang lalu"
    return f"{minutes // (24 * 60)} hari yang lalu"


def rfc822(moment: datetime) -> str:
    """``Wed, 23 Oct 2024 17:11:00 +0700``, whatever the machine's locale."""
    day, month = DAYS_EN[moment.weekday()][:3], MONTHS_EN[moment.month - 1][:3]
    return f"{day}, {moment.day:02d} {month} {moment:%Y %H:%M:%S %z}"


def http_date(moment: datetime) -> str:
    """``Wed, 23 Oct 2024 10:11:00 GMT`` of an aware moment."""
    utc = moment - (moment.utcoffset() or timedelta())
    day, month = DAYS_EN[utc.weekday()][:3], MONTHS_EN[utc.month - 1][:3]
    return f"{day}, {utc.day:02d} {month} {utc:%Y %H:%M:%S} GMT"
