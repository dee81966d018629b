"""Hundreds of forms of one date: every label, weekday, month name, mark, clock and zone with every other."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.dates.reading import parse_date

# Naive, because the zone is a part of each form.
MOMENTS = st.datetimes(datetime(1995, 1, 2), datetime(2049, 12, 30)).map(lambda m: m.replace(second=0, microsecond=0))  # noqa: DTZ001
INDONESIAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nov", "Des")
OLD = (
    "Djanuari", "Pebruari", "Mrt", "Apr", "Mei", "Djuni", "Djuli", "Agust", "Sep", "Okt", "Nopember", "Des",
)  # fmt: skip
WEEKDAYS = (
    ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    ("SENIN", "SELASA", "RABU", "KAMIS", "JUM'AT", "SABTU", "AHAD"),
    ("Sen", "Sel", "Rab", "Kam", "Jum’at", "Sab", "Ahad"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)
DAYS = (
    "{weekday}, {day} {month} {year}",
    "{weekday} {day} {month} {year}",
    "{weekday},{day} {month} {year}",
    "{weekday} / {day} {month} {year}",
    "{weekday}, {day}-{month}-{year}",
    "{weekday}, tanggal {day} {month} {year}",
    "{weekday}, {day} {month}, {year}",
    "{day} {month} {year} ({weekday})",
    "{weekday}, {month} {day}, {year}",
    "{weekday}, {day} {month} '{short}",
    "{weekday}, {day}/{number}/{year}",
    "{weekday} ({day}/{number}/{year})",
    "{weekday}, {day:02}-{number:02}-{year}",
    "{weekday} {day:02}.{number:02}.{year}",
    "{year}-{number:02}-{day:02}",
    "{year}/{number:02}/{day:02}",
)
CLOCKS = (
    "{hour:02}:{minute:02}",
    "{hour:02}.{minute:02}",
    "pukul {hour:02}.{minute:02}",
    "Pukul: {hour:02}:{minute:02}",
    "pkl {hour:02}.{minute:02}",
    "Pkl. {hour:02}:{minute:02}",
    "jam {hour:02}.{minute:02}",
    "pada {hour:02}.{minute:02}",
    "{hour:02}:{minute:02}:00",
    "{twelve}:{minute:02} {half}",
)
ZONES = {
    "": 7, " WIB": 7, "WIB": 7, " Wib": 7, " (WIB)": 7, " WITA": 8, " wita": 8, " WIT": 9, " +0700": 7, " GMT+8": 8,
    " UTC+09:00": 9,
}  # fmt: skip
MARKS = (" ", ", ", " | ", "|", " - ", " – ", " — ", " / ", " · ", " @ ", "\n", "\xa0")
LABELS = (
    "", "Terbit ", "Tayang: ", "Diterbitkan ", "Dipublikasikan: ", "Diposting pada ", "Dibuat: ", "Tanggal: ",
    "Kabar.test - ", "Kabar.test, ", "Jurnalis-", "Rep: Ratna Laut/ Red: Wayan Ombak | ", "Oleh Ratna Laut - ",
    "Penulis: Ratna Laut • ", "Banda Aceh, ", "Published: ", "Posted on ", "Updated ", "Diperbarui: ",
)  # fmt: skip


@st.composite
def printed(draw):
    """A moment as a page prints it, and the moment."""
    moment = draw(MOMENTS)
    months, weekdays = draw(st.sampled_from((INDONESIAN, ENGLISH, SHORT, OLD))), draw(st.sampled_from(WEEKDAYS))
    zone = draw(st.sampled_from(sorted(ZONES)))
    parts = {
        "weekday": weekdays[moment.weekday()],
        "day": moment.day,
        "month": draw(st.sampled_from((str.title, str.upper, str.lower)))(months[moment.month - 1]),
        "number": moment.month,
        "year": moment.year,
        "short": f"{moment:%y}",
        "hour": moment.hour,
        "minute": moment.minute,
        "twelve": (moment.hour - 1) % 12 + 1,
        "half": "PM" if moment.hour > 11 else "AM",
    }
    label, mark = draw(st.sampled_from(LABELS)), draw(st.sampled_from(MARKS))
    clock = draw(st.sampled_from(CLOCKS)).format(**parts)
    clock += f" {zone}" if clock[-1] == "M" else zone
    text = label + draw(st.sampled_from(DAYS)).format(**parts) + mark + clock
    return text, moment.replace(tzinfo=timezone(timedelta(hours=ZONES[zone])))


@given(printed())
@settings(max_examples=200, deadline=None)
def test_a_moment_is_read_back_from_every_mix_of_forms(form):
    text, moment = form
    assert parse_date(text) == moment


@pytest.mark.parametrize("weekdays", WEEKDAYS)
@pytest.mark.parametrize("months", [INDONESIAN, ENGLISH, SHORT, OLD], ids=["id", "en", "short", "old"])
def test_every_weekday_goes_with_every_month(weekdays, months):
    for number, month in enumerate(months, start=1):
        for weekday in weekdays:
            assert (
                parse_date(f"{weekday} 9 {month} 2024 17.11 WIB").isoformat() == f"2024-{number:02}-09T17:11:00+07:00"
            )


NOW = datetime.fromisoformat("2024-10-23T18:00:00+07:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabu Pahing, 23 Oktober 2024 17:11 WIB", "2024-10-23T17:11:00+07:00"),
        ("23 Oktober 2024 pukul 17.11 Waktu Indonesia Barat", "2024-10-23T17:11:00+07:00"),
        ("Rabu, 20 Rabiul Akhir 1446 H / 23 Oktober 2024", "2024-10-23T00:00:00+07:00"),
        ("Rabu, 23 Oktober Tahun 2024", "2024-10-23T00:00:00+07:00"),
        ("Rabu(23/10/24)", "2024-10-23T00:00:00+07:00"),
        ("Rabu malam (23/10/2024)", "2024-10-23T00:00:00+07:00"),
        ("17.11 WIB | 23 Oktober 2024", "2024-10-23T17:11:00+07:00"),
        ("Pukul 17.11, Rabu (23/10/2024)", "2024-10-23T17:11:00+07:00"),
        ("Rabu, 23 Oktober 2024, 17:11 WIB | Dibaca 120 kali", "2024-10-23T17:11:00+07:00"),
        ("23 Oktober 2024 17:11 · waktu baca 3 menit", "2024-10-23T17:11:00+07:00"),
        ("Dilihat 2.024 kali - 23 Oktober 2024", "2024-10-23T00:00:00+07:00"),
        ("23 Agst 2024", "2024-08-23T00:00:00+07:00"),
        ("Wed Oct 23 2024 17:11:00 GMT+0700 (Western Indonesia Time)", "2024-10-23T17:11:00+07:00"),
        ("2024-10-23T17:11:00+07:00[Asia/Jakarta]", "2024-10-23T17:11:00+07:00"),
        ("/Date(1729678260000)/", "2024-10-23T17:11:00+07:00"),
        ("Oct. 23, 2024 at 5:11 p.m. WIB", "2024-10-23T17:11:00+07:00"),
        ("23rd of October 2024", "2024-10-23T00:00:00+07:00"),
        ("49 mnt lalu", "2024-10-23T17:11:00+07:00"),
        ("sejam lalu", "2024-10-23T17:00:00+07:00"),
        ("dua jam yang lalu", "2024-10-23T16:00:00+07:00"),
        ("two hours ago", "2024-10-23T16:00:00+07:00"),
        ("3 hr lalu", "2024-10-20T18:00:00+07:00"),
        ("3 hr ago", "2024-10-23T15:00:00+07:00"),
        ("tiga hari lalu", "2024-10-20T18:00:00+07:00"),
        ("1 mgg lalu", "2024-10-16T18:00:00+07:00"),
        ("Barusan", "2024-10-23T18:00:00+07:00"),
        ("Beberapa saat lalu", "2024-10-23T18:00:00+07:00"),
        ("Tadi pagi, 08.00 WIB", "2024-10-23T08:00:00+07:00"),
        ("Hari Ini | 17:11 WIB", "2024-10-23T17:11:00+07:00"),
        ("Kemarin malam, 20.15 WIB", "2024-10-22T20:15:00+07:00"),
    ],
)
def test_a_form_that_stands_near_the_usual_ones_is_read(text, expected):
    assert parse_date(text, now=NOW).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "Copyright © 2024 Kabar",
        "© 2019-2024",
        "Oktober 2024",
        "Kamis (5/11)",
        "0812-3456-7890",
        "Nomor 23/10/2024/PN",
        "Rp 23.102.024",
        "Pasal 23 ayat 10 UU 2024",
        "192.168.10.24",
        "2 hari lagi",
        "31/02/2024",
        "2024-13-01",
        "1446 H",
        "17:11 WIB",
    ],
)
def test_what_looks_like_a_date_gives_none(text):
    assert parse_date(text, now=NOW) is None
