"""When a URL is visited again."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.crawl.frontier.revisits import Revisits
from newscrawl.sites import Site

NOW = datetime(2024, 10, 23, 10, 11, tzinfo=UTC)
SITE = Site(name="kabar", title="Kabar", domains=("kabar.test",))
REVISITS = Revisits(retries=(10.0, 60.0))


@pytest.mark.parametrize(
    ("age_hours", "due_hours"),
    [(0, 1), (0.5, 0.5), (1, 5), (5.9, 0.1), (7, 17), (25, 143), (168, None), (10_000, None)],
)
def test_an_article_is_looked_at_again_at_the_next_age_of_the_ladder(age_hours, due_hours):
    due = REVISITS.of_article(SITE, NOW - timedelta(hours=age_hours), NOW)
    assert due == (None if due_hours is None else NOW + timedelta(hours=due_hours))


def test_a_site_may_have_a_ladder_of_its_own():
    slow = Site(name="kabar", title="Kabar", domains=("kabar.test",), revisit_hours=(48.0,))
    assert REVISITS.of_article(slow, NOW, NOW) == NOW + timedelta(hours=48)
    never = Site(name="kabar", title="Kabar", domains=("kabar.test",), revisit_hours=())
    assert REVISITS.of_article(never, NOW, NOW) is None


def test_a_source_that_brings_much_is_polled_faster_and_one_that_brings_nothing_slower():
    usual = REVISITS.poll_interval(None, 1)
    assert usual == REVISITS.poll_first
    assert REVISITS.poll_interval(usual, 12) < usual < REVISITS.poll_interval(usual, 0)


def test_polling_stays_between_its_bounds():
    fast = slow = None
    for _ in range(50):
        fast, slow = REVISITS.poll_interval(fast, 100), REVISITS.poll_interval(slow, 0)
    assert (fast, slow) == (REVISITS.poll_least, REVISITS.poll_most)


def test_a_page_that_fails_is_tried_again_after_growing_pauses_and_then_given_up():
    assert [REVISITS.retry(attempts) for attempts in range(4)] == [10.0, 60.0, None, None]
