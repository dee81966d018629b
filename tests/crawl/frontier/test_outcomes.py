"""What a row comes to by what became of its request."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.crawl.frontier.outcomes import LOST, PUT_BACK, Outcome, end_of, walk_ended
from newscrawl.crawl.frontier.revisits import Revisits
from newscrawl.model import Discovered
from newscrawl.sites import Site
from newscrawl.store.queue import Claim, Entry

NOW = datetime(2024, 10, 23, 10, 11, tzinfo=UTC)
SITE = Site(name="kabar", title="Kabar", domains=("kabar.test",))
REVISITS = Revisits(retries=(10.0, 60.0))


def claim(kind="article", *, attempts=0, visits=0, published_at=None, **entry):
    discovered = Discovered(published_at=published_at)
    row = Entry("https://kabar.test/1", kind, "kabar", "daerah", "kabar.test", discovered=discovered, **entry)
    return Claim("key", row, attempts, NOW - timedelta(days=1) if visits else None, visits)


def end(outcome, **about):
    return end_of(claim(**about), outcome, SITE, REVISITS, NOW)


def test_a_young_article_that_was_stored_waits_for_another_look():
    ended = end(Outcome("stored", published_at=NOW - timedelta(minutes=10)))
    assert (ended.state, ended.succeeded, ended.due_at) == ("waiting", True, NOW + timedelta(minutes=50))


def test_an_old_article_that_was_stored_is_done_with():
    assert end(Outcome("stored", published_at=NOW - timedelta(days=300))).state == "done"


def test_an_article_that_has_changed_is_young_again():
    old = NOW - timedelta(days=300)
    assert end(Outcome("stored", changed=True, published_at=old), visits=1).due_at == NOW + timedelta(hours=1)
    assert end(Outcome("stored", changed=False, published_at=old), visits=1).state == "done"


def test_a_page_that_holds_no_article_is_done_with():
    ended = end(Outcome("dropped", "NotAnArticle"))
    assert (ended.state, ended.succeeded, ended.reason) == ("done", True, "NotAnArticle")


def test_an_article_that_gave_none_this_time_is_looked_at_again():
    published = NOW - timedelta(hours=2)
    assert end(Outcome("dropped", "ConsentWall"), visits=1, published_at=published).due_at == NOW + timedelta(hours=4)


def test_a_source_is_polled_again_after_an_interval_that_what_it_brought_decides():
    much, nothing = end(Outcome("read", brought=9), kind="feed"), end(Outcome("same"), kind="feed")
    assert NOW < much.due_at < nothing.due_at
    assert much.due_at - NOW == timedelta(seconds=much.interval)


@pytest.mark.parametrize("place", [{"page": 2}, {"depth": 1}, {"kind": "archive", "day": "2024-10-22"}])
def test_what_its_parent_finds_again_is_not_polled_by_itself(place):
    assert end(Outcome("read", brought=3), **{"kind": "listing", **place}).state == "done"


def test_what_failed_is_tried_again_and_then_given_up():
    outcome = Outcome("failed", "500", 500)
    first, second, third = (end(outcome, attempts=n) for n in range(3))
    assert [first.due_at - NOW, second.due_at - NOW] == [timedelta(seconds=10), timedelta(seconds=60)]
    assert (first.state, second.state, third.state) == ("waiting", "waiting", "quarantined")
    assert not first.succeeded
    assert first.counts


def test_a_busy_host_sends_no_page_to_quarantine():
    ended = end(Outcome("failed", "503", 503), attempts=99)
    assert (ended.state, ended.due_at - NOW) == ("waiting", timedelta(hours=1))


def test_a_server_that_asks_for_more_time_gets_it():
    assert end(Outcome("failed", "503", 503, seconds=900)).due_at == NOW + timedelta(minutes=15)


def test_a_page_that_is_gone_is_not_asked_for_again_and_a_seed_is():
    gone = Outcome("failed", "404", 404, final=True)
    assert end(gone).state == "done"
    assert end(gone, kind="feed").state == "waiting"


def test_what_robots_txt_refuses_is_asked_about_again_within_a_day_and_counts_as_no_failure():
    refused, soon = end(Outcome("refused", "Disallow: /x")), end(Outcome("refused", "503", seconds=30.0))
    assert (refused.due_at - NOW, soon.due_at - NOW) == (timedelta(days=1), timedelta(seconds=30))
    assert not refused.counts


def test_what_was_not_come_to_or_could_not_be_stored_is_put_back():
    assert end(PUT_BACK) is None
    assert end(LOST) is None


def test_an_article_that_a_dated_walk_found_belongs_to_the_news_from_then_on():
    walked = claim(purpose="2024-10-01..2024-10-31")
    assert end_of(walked, Outcome("stored"), SITE, REVISITS, NOW).purpose == "news"
    listing = replace(walked, entry=replace(walked.entry, kind="archive", day="2024-10-02"))
    assert end_of(listing, Outcome("read"), SITE, REVISITS, NOW).purpose is None


FIRST = "https://kabar.test/1"
FURTHER = {"walk": FIRST, "page": 3}


@pytest.mark.parametrize(
    ("outcome", "place", "walk"),
    [
        (Outcome("read"), {}, FIRST),
        (Outcome("same"), {}, ""),
        (Outcome("failed"), {}, ""),
        (Outcome("read"), FURTHER, FIRST),
        (Outcome("same"), FURTHER, ""),
        (Outcome("moved"), FURTHER, ""),
        (Outcome("failed"), FURTHER, ""),
        (Outcome("failed", final=True), FURTHER, FIRST),
        (Outcome("broken"), FURTHER, FIRST),
    ],
)
def test_a_walk_ends_with_a_page_that_no_other_follows_or_that_was_given_up(outcome, place, walk):
    listing = claim("listing", **place)
    assert walk_ended(listing, outcome, end_of(listing, outcome, SITE, REVISITS, NOW)) == walk


def test_the_first_page_of_a_walk_that_is_under_way_does_not_end_it():
    listing = replace(claim("listing"), fetched_at=NOW, walked_at=NOW - timedelta(hours=1))
    outcome = Outcome("read")
    assert walk_ended(listing, outcome, end_of(listing, outcome, SITE, REVISITS, NOW)) == ""


def test_an_article_ends_no_walk():
    article = claim()
    outcome = Outcome("stored")
    assert walk_ended(article, outcome, end_of(article, outcome, SITE, REVISITS, NOW)) == ""
