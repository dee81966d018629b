"""Moments as the papers print them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawl.demo import moments

JAKARTA = ZoneInfo("Asia/Jakarta")
FRIDAY = datetime(2026, 10, 23, 17, 5, tzinfo=JAKARTA)
SUNDAY = datetime(2026, 8, 2, 0, 30, tzinfo=ZoneInfo("Asia/Jayapura"))


@pytest.mark.parametrize(
    ("form", "friday", "sunday"),
    [
        ("english_month", "Jumat 23 Oct 2026 17:05 WIB", "Ahad 02 Aug 2026 00:30 WIT"),
        ("apostrophe_friday", "Jum'at, 23 Oktober 2026 - 17:05 WIB", "Minggu, 02 Agustus 2026 - 00:30 WIT"),
        ("short_month", "23 Okt 2026, 17:05 WIB", "02 Agu 2026, 00:30 WIT"),
        ("labelled", "Tayang: Jumat, 23 Oktober 2026 17:05 WIB", "Tayang: Minggu, 2 Agustus 2026 00:30 WIT"),
        ("american", "October 23, 2026 5:05 pm", "August 2, 2026 12:30 am"),
        ("rfc822", "Fri, 23 Oct 2026 17:05:00 +0700", "Sun, 02 Aug 2026 00:30:00 +0900"),
        ("http_date", "Fri, 23 Oct 2026 10:05:00 GMT", "Sat, 01 Aug 2026 15:30:00 GMT"),
    ],
)
def test_forms(form, friday, sunday):
    write = getattr(moments, form)
    assert (write(FRIDAY), write(SUNDAY)) == (friday, sunday)


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=20), "1 menit yang lalu"),
        (timedelta(minutes=7), "7 menit yang lalu"),
        (timedelta(hours=5, minutes=59), "5 jam yang lalu"),
        (timedelta(days=3, hours=1), "3 hari yang lalu"),
    ],
)
def test_ago(age, words):
    assert moments.ago(FRIDAY - age, FRIDAY) == words
