from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discover.moments import read_moment


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Wed, 23 Oct 2024 17:11:00 +0700", "2024-10-23T17:11:00+07:00"),
        ("Wed, 23 Oct 2024 17:11:00 +07:00", "2024-10-23T17:11:00+07:00"),
        ("Wed, 23 Oct 24 17:11 +0700", "2024-10-23T17:11:00+07:00"),
        ("23 Oct 2024 10:11:00 GMT", "2024-10-23T10:11:00+00:00"),
        ("Wed, 23 Oct 2024 17:11:00 WIB", "2024-10-23T17:11:00+07:00"),
        ("Wed, 23 Oct 2024 18:11:00 wita", "2024-10-23T18:11:00+08:00"),
        ("2024-10-23 19:11:00 WIT", "2024-10-23T19:11:00+09:00"),
        ("Wed, 23 Oct 2024 17:11:00 EST", "2024-10-23T17:11:00-05:00"),
        ("2024-10-23T17:11:60Z", "2024-10-23T17:11:59+00:00"),
        ("2024-10-23t17:11:00z", "2024-10-23T17:11:00+00:00"),
        ("2024-10-23T17:11:00 +0700", "2024-10-23T17:11:00+07:00"),
        ("2024-10-23T17:11-03:30", "2024-10-23T17:11:00-03:30"),
    ],
)
def test_a_written_zone_is_kept(written, read):
    assert read_moment(written).isoformat() == read
    assert read_moment(written, UTC).isoformat() == read


@pytest.mark.parametrize("written", ["2024-10-23", "2024-10-23 17:11:00", "Wed, 23 Oct 2024 17:11:00", "2024"])
def test_without_a_zone_there_is_no_telling(written):
    assert read_moment(written) is None
    assert read_moment(written, timezone(timedelta(hours=8))).utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    "written",
    ["", "x", "0000-00-00", "2024-02-30T00:00Z", "Wed, 23 Oct 2024 17:11:00 +9999", "99999-01-01T00:00Z", "1" * 10**6],
)
def test_what_is_no_date_is_none(written):
    assert read_moment(written, UTC) is None


@given(
    st.datetimes(
        timezones=st.builds(timezone, st.integers(-1439, 1439).map(lambda minutes: timedelta(minutes=minutes)))
    )
)
def test_every_w3c_moment_is_read_as_it_was_written(moment):
    assert read_moment(moment.isoformat()) == moment.replace(microsecond=0)


@given(st.text())
def test_any_text_is_a_moment_with_a_zone_or_none(text):
    moment = read_moment(text, UTC)
    assert moment is None or moment.tzinfo is not None
