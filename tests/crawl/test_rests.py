"""When a host is left alone, and for how long."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.rests import PATIENCE, Pause, Rests
from newscrawl.crawl.retry_after import seconds_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = 86_400.0


class Clock:
    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def rests(clock):
    return Rests(DAY, clock)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 01 Mar 2026 12:10:00 GMT", 600.0),
        ("Sunday, 01-Mar-26 12:10:00 GMT", 600.0),
        ("Sun Mar  1 12:10:00 2026", 600.0),
        ("Sun, 01 Mar 2026 19:10:00 +0700", 600.0),
        ("Sun, 01 Mar 2020 12:10:00 GMT", 0.0),
        ("9" * 90, float("9" * 90)),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("besok", None),
        ("Sun, 99 Xxx 99999 99:99:99 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value, seconds):
    assert seconds_of(value, NOON) == seconds


@given(st.text(max_size=60))
def test_any_retry_after_is_read_without_complaint(value):
    seconds = seconds_of(value, NOON)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize("status", [429, 503, 500, 502])
@pytest.mark.parametrize(
    ("header", "seconds"),
    [("90", 90.0), ("Sun, 01 Mar 2026 12:10:00 GMT", 600.0), ("0", 1.0), ("999999999999", DAY)],
)
def test_a_server_that_names_a_time_gets_it_within_bounds(rests, status, header, seconds):
    assert rests.answered("a.test", status, header) == Pause("a.test", seconds, str(status), 1)


@pytest.mark.parametrize("status", [429, 503])
def test_without_a_time_the_pauses_double_from_a_minute_to_an_hour(rests, clock, status):
    pauses = []
    for _ in range(9):
        pause = rests.answered("a.test", status)
        pauses.append(pause.seconds)
        clock.wait(pause.seconds)
    assert pauses == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


@pytest.mark.parametrize(
    "fail", [lambda rests: rests.failed("a.test", "timed out"), lambda rests: rests.answered("a.test", 500)]
)
def test_a_host_is_left_alone_when_it_fails_again_and_again(rests, clock, fail):
    assert [fail(rests) for _ in range(PATIENCE - 1)] == [None] * (PATIENCE - 1)
    pauses = []
    for _ in range(3):
        pause = fail(rests)
        pauses.append((pause.seconds, pause.failures))
        clock.wait(pause.seconds)
    assert pauses == [(60, PATIENCE), (120, PATIENCE + 1), (240, PATIENCE + 2)]


@pytest.mark.parametrize("status", [200, 304, 301, 403, 404, 410])
def test_any_answer_of_a_host_that_is_well_begins_the_count_anew(rests, status):
    for _ in range(PATIENCE - 1):
        rests.failed("a.test", "timed out")
    assert rests.answered("a.test", status) is None  # nothing was written of it
    assert rests.failed("a.test", "timed out") is None


def test_the_first_good_answer_after_a_pause_ends_the_hosts_rest(rests, clock):
    rests.answered("a.test", 429)
    clock.wait(60)
    assert rests.answered("a.test", 200) == Pause("a.test", 0.0, "", 0)
    assert rests.answered("a.test", 200) is None
    assert rests.answered("a.test", 429).seconds == 60


def test_what_was_under_way_when_a_pause_began_neither_lengthens_nor_ends_it(rests, clock):
    assert rests.answered("a.test", 429).seconds == 60
    assert rests.answered("a.test", 429) is None
    assert rests.answered("a.test", 200) is None
    clock.wait(60)
    assert rests.answered("a.test", 429).seconds == 120


def test_a_longer_time_that_a_server_names_meanwhile_counts(rests):
    rests.answered("a.test", 429, "10")
    assert rests.answered("a.test", 429, "500").seconds == 500


def test_hosts_are_judged_apart(rests):
    rests.answered("a.test", 429)
    assert rests.answered("b.test", 429) == Pause("b.test", 60.0, "429", 1)


def test_what_an_earlier_crawl_knew_goes_on(rests, clock):
    rests.recall("a.test", 3, NOON - timedelta(hours=1))
    assert rests.answered("a.test", 429) == Pause("a.test", 480.0, "429", 4)
    rests.recall("b.test", 3, NOON - timedelta(hours=1))
    assert rests.answered("b.test", 200) == Pause("b.test", 0.0, "", 0)


@given(st.lists(st.sampled_from([200, 404, 429, 500, 503, None]), max_size=60), st.floats(1, DAY))
def test_no_pause_is_longer_than_the_longest(statuses, longest):
    clock = Clock()
    rests = Rests(longest, clock)
    for status in statuses:
        pause = rests.failed("a.test", "x") if status is None else rests.answered("a.test", status, "99999999")
        assert pause is None or 0 <= pause.seconds <= longest
        clock.wait(30)
