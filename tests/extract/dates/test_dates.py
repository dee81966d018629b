"""Dates as papers print them; the papers, people and events are invented."""

import json
import time
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.dates.clocks import zone_of
from newscrawl.extract.dates.reading import parse_date, read_date
from newscrawl.extract.lexicon.date_words import MONTHS, ZONES
from newscrawl.extract.text.wordlists import forms
from tests.shared_folder import SHARED

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2025, 3, 31, 9, 30, tzinfo=JAKARTA)
FORMS = SHARED / "language/dates.jsonl"

MONTHS_ID = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
]  # fmt: skip
MONTHS_EN = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
DAYS_ID = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the Indonesian papers' own forms, with the weekday, the label and the separators they print
        ("Selasa 5 Nov 2024 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Kamis 1 Aug 2024 23:59 WIB", "2024-08-01T23:59:00+07:00"),
        ("Ahad 5 May 2024 00:05 WIB", "2024-05-05T00:05:00+07:00"),
        ("Jum'at 13 Dec 2024 11:11 WIB", "2024-12-13T11:11:00+07:00"),
        ("Jum’at, 13 Desember 2024 – 11:11 WIB", "2024-12-13T11:11:00+07:00"),
        ("Rep: Ratna Laut/ Red: Wayan Ombak | Selasa 5 Nov 2024 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Kabar.test - 05/11/2024, 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Kabar.test, 5 November 2024, 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Diperbarui 05/11/2024, 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Tayang: Selasa, 5 November 2024 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Terbit 5 Nov 2024 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Jurnalis-Selasa, 5 November 2024 |06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("- 5 November 2024, 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 | 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 / 06:45 WIB", "2024-11-05T06:45:00+07:00"),
        ("5 November 2024 | 06.45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 pukul 06.45 WIB", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 06.45.09 WITA", "2024-11-05T06:45:09+08:00"),
        ("Selasa (5/11/2024) pukul 06.45 WIT", "2024-11-05T06:45:00+09:00"),
        ("Selasa, 05/11/2024 06:45 wib", "2024-11-05T06:45:00+07:00"),
        ("Ratna Laut | Selasa, 5 November 2024 - 06:45 wib", "2024-11-05T06:45:00+07:00"),
        ("5 Nov 2024, 06:45 WIBDiperbarui 6 Nov 2024, 07:00 WIB", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 06:45 WIB | 1.999 Views", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 3 Jumadil Awal 1446 / 5 November 2024", "2024-11-05T00:00:00+07:00"),
        ("5/11/2024 6:45", "2024-11-05T06:45:00+07:00"),
        ("Selasa, 5 November 2024 10.00-11.30 WITA", "2024-11-05T10:00:00+08:00"),
        # old spellings and short forms of the months
        ("2 Djuni 1999", "1999-06-02T00:00:00+07:00"),
        ("2 Pebruari 2015 10:11 WIB", "2015-02-02T10:11:00+07:00"),
        ("2 Peb 2015", "2015-02-02T00:00:00+07:00"),
        ("2 Mrt 2015", "2015-03-02T00:00:00+07:00"),
        ("2 Agt 2015", "2015-08-02T00:00:00+07:00"),
        ("2 Ags 2015", "2015-08-02T00:00:00+07:00"),
        ("2 Agu 2015", "2015-08-02T00:00:00+07:00"),
        ("2 Agust 2015", "2015-08-02T00:00:00+07:00"),
        ("2 Sept 2015", "2015-09-02T00:00:00+07:00"),
        ("2 Nop 2015", "2015-11-02T00:00:00+07:00"),
        ("2 Nopember 2015", "2015-11-02T00:00:00+07:00"),
        # what metadata declares
        ("2024-11-05T06:45:00+07:00", "2024-11-05T06:45:00+07:00"),
        ("2024-11-05T06:45:00+0700", "2024-11-05T06:45:00+07:00"),
        ("2024-11-05T06:45+07", "2024-11-05T06:45:00+07:00"),
        ("2024-11-04T23:45:00Z", "2024-11-04T23:45:00+00:00"),
        ("2024-11-04T23:45:00.250Z", "2024-11-04T23:45:00.250000+00:00"),
        ("2024-11-05T06:45:00-05:00", "2024-11-05T06:45:00-05:00"),
        ("2024-11-05T06:45", "2024-11-05T06:45:00+07:00"),
        ("2024-11-05", "2024-11-05T00:00:00+07:00"),
        ("2024-11-05 06:45:00 +0700", "2024-11-05T06:45:00+07:00"),
        ("2024/11/05 06:45:00", "2024-11-05T06:45:00+07:00"),
        ("2024-11-05T06-45-09Z", "2024-11-05T06:45:09+00:00"),
        ("2024-11-05WIB06:45:09+07:00", "2024-11-05T06:45:09+07:00"),
        ("20241105T064509Z", "2024-11-05T06:45:09+00:00"),
        ("20241105", "2024-11-05T00:00:00+07:00"),
        ("20241105064509", "2024-11-05T06:45:09+07:00"),
        ("1730763909", "2024-11-05T06:45:09+07:00"),
        ("1730763909000", "2024-11-05T06:45:09+07:00"),
        ("Tue, 05 Nov 2024 06:45:00 +0700", "2024-11-05T06:45:00+07:00"),
        ("Tue, 05 Nov 2024 06:45:00 GMT", "2024-11-05T06:45:00+00:00"),
        ("Sel, 05 Nov 2024 06:45:00 +0700", "2024-11-05T06:45:00+07:00"),
        ("Tue Nov 05 2024 06:45:00 GMT+0700 (Waktu Indonesia Barat)", "2024-11-05T06:45:00+07:00"),
        ("Tue Nov 05 06:45:00 WIB 2024", "2024-11-05T06:45:00+07:00"),
        # English
        ("November 5, 2024 6:45 PM", "2024-11-05T18:45:00+07:00"),
        ("Nov. 5th, 2024 at 12:05 a.m. ET", "2024-11-05T00:05:00-05:00"),
        ("Published Tue, Nov 5 20246:45 AM EST", "2024-11-05T06:45:00-05:00"),
        ("06:45 GMT, 5 November 2024 | Updated: 08:00 GMT, 6 November 2024", "2024-11-05T06:45:00+00:00"),
        ("10:01 pm PST, Tuesday, November 5, 2024", "2024-11-05T22:01:00-08:00"),
        ("Nov 5, 2024 10:15 AM IST", "2024-11-05T10:15:00+05:30"),
        ("5 July 2024 11:30 BST", "2024-07-05T11:30:00+01:00"),
        ("July 5, 2024, 8 a.m. ET", "2024-07-05T08:00:00-04:00"),
        ("Jane Roe5 November 2024 20:10", "2024-11-05T20:10:00+07:00"),
        ("11/25/2024 5:11 PM", "2024-11-25T17:11:00+07:00"),
        ("03/04/2024", "2024-04-03T00:00:00+07:00"),
        # the number of a zone is no day, and a day may be glued to what stands before it
        ("Updated 5:11 PM GMT+7, November 5, 2024", "2024-11-05T17:11:00+07:00"),
        ("5:11 PM UTC-5, November 25, 2024", "2024-11-25T17:11:00-05:00"),
        ("Kabar Rakyat-5 November 2024", "2024-11-05T00:00:00+07:00"),
        ("Tue 5 Nov 2024 at 5:11pmTuesday 5 Nov 2024 at 5:11pm", "2024-11-05T17:11:00+07:00"),
        # the part of the day behind its time
        ("Selasa, 5 November 2024 pukul 5.11 sore", "2024-11-05T17:11:00+07:00"),
        ("Selasa, 5 November 2024 pukul 17.11 sore", "2024-11-05T17:11:00+07:00"),
        ("5 Nov 2024 5:11 petang", "2024-11-05T17:11:00+07:00"),
        ("5 November 2024 8.00 malam WIB", "2024-11-05T20:00:00+07:00"),
        ("5 November 2024 pukul 11.30 siang", "2024-11-05T11:30:00+07:00"),
        ("5 November 2024 pukul 1.30 siang", "2024-11-05T13:30:00+07:00"),
        ("5 November 2024 pukul 8.00 pagi", "2024-11-05T08:00:00+07:00"),
        ("5 November 2024 06:45 Sorenya", "2024-11-05T06:45:00+07:00"),
        # other languages
        ("5. November 2024 um 06:45 Uhr", "2024-11-05T06:45:00+07:00"),
        ("5. März 2024, 17 Uhr", "2024-03-05T17:00:00+07:00"),
        ("05.11.24, 06:45 Uhr", "2024-11-05T06:45:00+07:00"),
        ("Dienstag, 5. Nov. 2024 06:45 MEZ", "2024-11-05T06:45:00+01:00"),
        ("1er août 2024 à 17h11", "2024-08-01T17:11:00+07:00"),
        ("martes, 5 de noviembre de 2024, 6:45 p. m.", "2024-11-05T18:45:00+07:00"),
        ("martedì 5 novembre 2024 alle 06.45", "2024-11-05T06:45:00+07:00"),
        ("5 de março de 2024 às 17h11", "2024-03-05T17:11:00+07:00"),
        ("5 november 2024 om 06.45 uur", "2024-11-05T06:45:00+07:00"),
        ("5 października 2024, 06:45", "2024-10-05T06:45:00+07:00"),
        ("5 октября 2024, 06:45", "2024-10-05T06:45:00+07:00"),
        ("5 Kasım 2024 06:45", "2024-11-05T06:45:00+07:00"),
        ("2024년 11월 5일 오후 6:45", "2024-11-05T18:45:00+07:00"),
        ("２０２４年１１月５日 6時45分", "2024-11-05T06:45:00+07:00"),
        ("Thứ ba, 5 tháng 11, 2024, 06:45 (GMT+7)", "2024-11-05T06:45:00+07:00"),
    ],
)
def test_a_date_is_read_as_it_is_meant(text, expected):
    assert parse_date(text).isoformat() == expected


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("names", [MONTHS_ID, MONTHS_EN], ids=["id", "en"])
def test_an_indonesian_weekday_goes_with_every_month_of_either_language(month, short, names):
    name = names[month - 1][: 3 if short else None]
    assert parse_date(f"Rabu 23 {name} 2024 17:11 WIB") == datetime(2024, month, 23, 17, 11, tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baru saja", "2025-03-31T09:30:00+07:00"),
        ("20 detik yang lalu", "2025-03-31T09:29:40+07:00"),
        ("7 menit lalu", "2025-03-31T09:23:00+07:00"),
        ("2 jam yang lalu", "2025-03-31T07:30:00+07:00"),
        ("sejam yang lalu", "2025-03-31T08:30:00+07:00"),
        ("2 jam 15 menit yang lalu", "2025-03-31T07:30:00+07:00"),
        ("Tayang 12 jam lalu", "2025-03-30T21:30:00+07:00"),
        ("3 hari lalu", "2025-03-28T09:30:00+07:00"),
        ("2 minggu lalu", "2025-03-17T09:30:00+07:00"),
        ("1 bulan lalu", "2025-02-28T09:30:00+07:00"),
        ("1 tahun yang lalu", "2024-03-31T09:30:00+07:00"),
        ("Kemarin, 17:11 WIB", "2025-03-30T17:11:00+07:00"),
        ("Kemarin 17.11 WITA", "2025-03-30T17:11:00+08:00"),
        ("Hari ini, 08:15 WIB", "2025-03-31T08:15:00+07:00"),
        ("kemarin", "2025-03-30T00:00:00+07:00"),
        ("just now", "2025-03-31T09:30:00+07:00"),
        ("19H ago", "2025-03-30T14:30:00+07:00"),
        ("an hour ago", "2025-03-31T08:30:00+07:00"),
        ("~18 days ago", "2025-03-13T09:30:00+07:00"),
        ("Updated 9 min ago", "2025-03-31T09:21:00+07:00"),
        ("Yesterday at 5:11 PM", "2025-03-30T17:11:00+07:00"),
        ("vor 2 Stunden", "2025-03-31T07:30:00+07:00"),
        ("il y a 3 heures", "2025-03-31T06:30:00+07:00"),
        ("hace 2 días", "2025-03-29T09:30:00+07:00"),
    ],
)
def test_a_distance_counts_from_now(text, expected):
    assert parse_date(text, now=NOW).isoformat() == expected


def test_without_now_a_distance_counts_from_the_present():
    before = datetime.now(UTC)
    moment = parse_date("2 jam yang lalu")
    assert before <= moment + timedelta(hours=2) <= datetime.now(UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Senin",
        "Oktober 2024",
        "2024",
        "23 Oktober 17:11",
        "23 Oktober 10 orang tewas",
        "31 Februari 2024",
        "31/02/2024",
        "2024-02-31",
        "13/13/2024",
        "2024-23-10",
        "29 Februari 2023 10:00 WIB",
        "23 Oktober 1850",
        "23 Oktober 2101",
        "12 Rajab 1439",
        "pukul 17.11.05 WIB",
        "musim 2023-24",
        "Harian USA Today",
        "USA Today",
        "99999999999999999999",
        "12345678",
        "Omar 12, dan 2024 lain",
        "dua tahun lalu ia pindah ke kota itu dan sejak 3 hari lalu tinggal di rumah neneknya " * 3,
    ],
)
def test_what_is_no_full_and_possible_date_gives_none(text):
    assert parse_date(text, now=NOW) is None


def test_an_impossible_date_is_passed_over_for_the_next():
    assert parse_date("31 Februari 2024, ralat 1 Maret 2024").date().isoformat() == "2024-03-01"


def test_the_first_of_several_dates_is_taken():
    assert parse_date("Diterbitkan 5 Mei 2024 10:00 WIB, diperbarui 6 Mei 2024").day == 5


@pytest.mark.parametrize(
    ("text", "timezone", "offset"),
    [
        ("5 November 2024 06:45", "Asia/Makassar", 8),
        ("5 November 2024 06:45 WIB", "Asia/Makassar", 7),
        ("5 November 2024 06:45", "Asia/Jayapura", 9),
        ("5 July 2024 06:45", "Europe/London", 1),
        ("2024-11-05T06:45:00Z", "Asia/Jakarta", 0),
    ],
)
def test_the_printed_zone_goes_before_the_given_one(text, timezone, offset):
    assert parse_date(text, timezone).utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize(
    ("text", "has_time", "has_zone", "raw"),
    [
        ("Terbit: Rabu 23 Oct 2024 17:11 WIB - Oleh Redaksi", True, True, "Rabu 23 Oct 2024 17:11 WIB"),
        ("Kabar.test - 23/10/2024,  17:11 ", True, False, "23/10/2024, 17:11"),
        ("23 Oktober 2024", False, False, "23 Oktober 2024"),
        ("17:11 WIB, 23 Oktober 2024", True, True, "17:11 WIB, 23 Oktober 2024"),
        ("1730763909", True, True, "1730763909"),
        ("Tayang 2 jam yang lalu", True, True, "2 jam yang lalu"),
        ("3 hari lalu", False, False, "3 hari lalu"),
        ("Kemarin, 17:11", True, False, "Kemarin, 17:11"),
    ],
)
def test_read_date_tells_what_was_printed(text, has_time, has_zone, raw):
    read = read_date(text, now=NOW)
    assert (read.has_time, read.has_zone, read.raw) == (has_time, has_zone, raw)


def test_an_unknown_zone_is_the_callers_mistake():
    with pytest.raises(KeyError):
        parse_date("5 November 2024", "Asia/Nowhere")


# Naive, because each format brings a zone of its own.
FIRST, LAST = datetime(1990, 1, 2), datetime(2100, 12, 30)  # noqa: DTZ001
MOMENTS = st.datetimes(FIRST, LAST).map(lambda moment: moment.replace(microsecond=0))
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
FORMATS = {
    "iso": lambda m: m.isoformat(),
    "iso basic offset": lambda m: m.strftime("%Y-%m-%dT%H:%M:%S%z"),
    "sql with offset": lambda m: m.strftime("%Y-%m-%d %H:%M:%S %z"),
    "rfc 822": lambda m: f"{m:%d} {MONTHS_EN[m.month - 1][:3]} {m:%Y %H:%M:%S %z}",
    "compact utc": lambda m: f"{m.astimezone(UTC):%Y%m%dT%H%M%SZ}",
    "unix": lambda m: str(int(m.timestamp())),
    "milliseconds": lambda m: str(int(m.timestamp()) * 1000),
    "gmt in words": lambda m: f"{MONTHS_EN[m.month - 1]} {m.day}, {m:%Y %H:%M:%S} GMT{m:%z}",
}
LOCAL_FORMATS = {
    "republika": lambda m: f"{DAYS_ID[m.weekday()]} {m.day} {MONTHS_EN[m.month - 1][:3]} {m:%Y %H:%M} WIB",
    "tribun": lambda m: f"Tayang: {DAYS_ID[m.weekday()]}, {m.day} {MONTHS_ID[m.month - 1]} {m:%Y %H:%M} WIB",
    "tempo": lambda m: f"{m.day} {MONTHS_ID[m.month - 1]} {m.year} | {m:%H.%M} WIB",
    "kompas": lambda m: f"Kabar.test - {m:%d/%m/%Y, %H:%M}",
    "german": lambda m: f"{m:%d.%m.%Y, %H:%M} Uhr",
    "american": lambda m: (
        f"{MONTHS_EN[m.month - 1]} {m.day}, {m.year} {(m.hour - 1) % 12 + 1}:{m:%M} {'ap'[m.hour > 11]}m"
    ),
    "japanese": lambda m: f"{m.year}年{m.month}月{m.day}日 {m.hour}:{m:%M}",
    "year first": lambda m: f"{m:%Y/%m/%d %H:%M}",
}


@pytest.mark.parametrize("name", FORMATS)
@given(moment=MOMENTS, offset=OFFSETS)
def test_a_formatted_moment_is_read_back(name, moment, offset):
    aware = moment.replace(tzinfo=offset)
    assert parse_date(FORMATS[name](aware)) == aware


@pytest.mark.parametrize("name", LOCAL_FORMATS)
@given(moment=MOMENTS)
def test_a_moment_formatted_without_seconds_is_read_back(name, moment):
    aware = moment.replace(second=0, tzinfo=JAKARTA)
    assert parse_date(LOCAL_FORMATS[name](aware)) == aware


@given(st.text(max_size=200) | st.text("0123456789 :.-/+TZWIBapmOctober,年月日'", max_size=60))
def test_any_text_gives_an_aware_moment_or_none(text):
    moment = parse_date(text, now=NOW)
    assert moment is None or moment.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "1 " * 25_000,
        "1" * 1_999,
        "12:" * 666,
        "23 " * 660,
        "3 jam " * 300,
        "(" * 50_000,
        "ﷺ" * 2_000,
        "23 Mar " * 280,
    ],
    ids=["a million digits", "50 kB", "digits", "clocks", "days", "hours", "brackets", "ligatures", "months"],
)
def test_a_hostile_text_takes_no_time(text):
    started = time.perf_counter()
    parse_date(text, now=NOW)
    assert time.perf_counter() - started < 1


def test_every_language_has_twelve_months_and_no_form_means_two():
    meanings = {}
    for language, listed in MONTHS.items():
        months = forms(listed)
        assert len(months) == 12, language
        for number, month in enumerate(months, start=1):
            for form in month.split():
                meanings.setdefault(form, set()).add(number)
    assert {form for form, numbers in meanings.items() if len(numbers) > 1} == set()


@pytest.mark.parametrize("name", ZONES)
def test_every_zone_is_one(name):
    assert datetime(2024, 7, 1, tzinfo=zone_of(name)).utcoffset() is not None


@pytest.mark.skipif(not FORMS.exists(), reason="the shared data set of dates is not on this machine")
def test_every_date_of_the_shared_set_is_read():
    wrong = []
    for row in map(json.loads, FORMS.read_text(encoding="utf-8").splitlines()):
        expected = datetime.fromisoformat(row["expected"])
        expected = expected if expected.tzinfo else expected.replace(tzinfo=JAKARTA)
        moment = parse_date(row["string"], now=datetime.fromisoformat(row["now"]) if row["now"] else None)
        if moment is None or (moment, moment.utcoffset()) != (expected, expected.utcoffset()):
            wrong.append((row["form"], str(moment)))
    assert wrong == []
