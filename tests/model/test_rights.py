"""What robots directives and TDM reservations come to."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.model import Rights
from newscrawl.model.rights import moment_of, rights_of


@pytest.mark.parametrize(
    ("values", "rights"),
    [
        ((), Rights()),
        (("index, follow",), Rights("index, follow")),
        (("NoIndex ,nofollow", "noindex"), Rights("noindex, nofollow")),
        (("noarchive",), Rights("noarchive", None, True)),
        (("nocache",), Rights("nocache", None, True)),
        (("none",), Rights("none", None, True)),
        (("max-snippet:20, max-image-preview: large",), Rights("max-snippet: 20, max-image-preview: large")),
        # To whom it is said.
        (("newscrawl: noindex",), Rights("noindex")),
        (("NewsCrawl: noindex, noarchive",), Rights("noindex, noarchive", None, True)),
        (("*: noindex",), Rights("noindex")),
        (("otherbot: noindex, noarchive",), Rights()),
        (("otherbot: noindex, newscrawl: nofollow",), Rights("nofollow")),
        (("otherbot: max-snippet: 20", "nofollow"), Rights("nofollow")),
        # Dates have commas and colons of their own.
        (
            ("unavailable_after: Wednesday, 23-Oct-24 10:11:00 GMT, noindex",),
            Rights("unavailable_after: 2024-10-23T10:11:00+00:00, noindex"),
        ),
        (("unavailable_after: 23 Oct 2024 17:11:00 +0700",), Rights("unavailable_after: 2024-10-23T17:11:00+07:00")),
        (("newscrawl: unavailable_after: 2024-10-23",), Rights("unavailable_after: 2024-10-23T00:00:00+00:00")),
        (("unavailable_after: 23.10.2024",), Rights("unavailable_after: 23.10.2024")),
        # What is no directive.
        (("<script>", ",,,", "\x1b[31m", "a b c"), Rights()),
    ],
)
def test_the_directives_that_concern_this_crawler(values, rights):
    assert rights_of(values) == rights


def test_a_crawler_of_another_name_is_addressed_by_it():
    values = ("newscrawl: noindex", "kabarbot: nofollow")
    assert rights_of(values, product="KabarBot") == Rights("nofollow")


@pytest.mark.parametrize(
    ("tdm", "reservation"),
    [((), None), (("1",), "1"), ((" 0 ",), "0"), (("0", "1"), "0"), ((None, "", "ya", "1"), "1"), (("true",), None)],
)
def test_the_first_reservation_that_is_one_counts(tdm, reservation):
    assert rights_of((), tdm).tdm == reservation


@given(st.lists(st.text(max_size=80), max_size=5))
def test_what_is_stated_reads_the_same_when_it_is_read_again(values):
    rights = rights_of(values)
    assert rights_of((rights.robots or "",)) == rights
    assert set(rights.directives) == {part.partition(":")[0] for part in (rights.robots or "").split(", ") if part}


@given(st.text(max_size=60))
def test_any_moment_is_aware_or_none(value):
    moment = moment_of(value)
    assert moment is None or moment.tzinfo is not None


def test_a_moment_without_a_zone_is_utc():
    assert moment_of("2024-10-23 10:11") == datetime.fromisoformat("2024-10-23T10:11:00+00:00")
