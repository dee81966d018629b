"""What is in hand, and when a lease comes to its end."""

from scrapy import Request

from newscrawl.crawl.frontier.leases import META, Hand, Lease
from newscrawl.crawl.frontier.outcomes import Outcome
from newscrawl.store.queue import Claim, Entry


def lease(number, host="kabar.test", concluded=None):
    entry = Entry(f"https://{host}/{number}", "article", "kabar", "daerah", host)
    ended = concluded if concluded is not None else []
    return Lease(Claim(f"{host}/{number}", entry, 0, None, 0), ended.append)


def take(hand, *leases):
    for each in leases:
        hand.take(Request(each.claim.entry.url, meta={META: each}), each)


def test_a_lease_ends_once_when_everything_that_it_holds_has_ended():
    concluded = []
    held = lease(1, concluded=concluded)
    held.hold()
    held.let_go()
    assert concluded == []
    held.let_go()
    assert concluded == [held]


def test_the_weightier_outcome_of_a_page_that_is_listing_and_article_stands():
    both = lease(1)
    both.say(Outcome("stored", published_at=None))
    both.say(Outcome("read", brought=4))
    assert both.outcome.kind == "stored"
    other = lease(2)
    other.say(Outcome("dropped", "NotAnArticle"))
    other.say(Outcome("read", brought=4))
    assert (other.outcome.kind, other.outcome.brought) == ("read", 4)


def test_a_source_that_was_the_same_stays_so_when_its_empty_output_ends():
    unchanged = lease(1)
    unchanged.say(Outcome("same", changed=False))
    unchanged.say(Outcome("read"))
    assert unchanged.outcome.kind == "same"


def test_no_host_fills_the_downloader():
    hand = Hand(at_once=2)
    take(hand, *(lease(n, "lambat.test") for n in range(5)), lease(1, "cepat.test"))
    handed = [hand.next() for _ in range(4)]
    assert [request.url for request in handed if request] == [
        "https://lambat.test/0",
        "https://cepat.test/1",
        "https://lambat.test/1",
    ]
    hand.leave_downloader(handed[0].meta[META])
    assert hand.next().url == "https://lambat.test/2"


def test_leaving_the_downloader_twice_counts_once():
    hand = Hand(at_once=1)
    take(hand, lease(1), lease(2), lease(3))
    first = hand.next().meta[META]
    hand.leave_downloader(first)
    hand.leave_downloader(first)
    assert hand.next() is not None
    assert hand.next() is None


def test_what_is_taken_back_is_what_the_downloader_has_not_seen():
    hand = Hand(at_once=1)
    one, two, other = lease(1), lease(2), lease(1, "lain.test")
    take(hand, one, two, other)
    hand.next()
    assert list(hand.take_back("kabar.test")) == [two.claim]
    assert set(hand.leases) == {one.claim.key, other.claim.key}
    assert list(hand.take_back()) == [other.claim]
    hand.conclude(one)
    assert len(hand) == 0


def test_what_is_more_urgent_leaves_the_hand_first_and_among_equals_what_came_first():
    hand = Hand(at_once=9)
    for number, priority in enumerate((-10, 0, -10, 40, 0)):
        each = lease(number)
        hand.take(Request(each.claim.entry.url, priority=priority, meta={META: each}), each)
    assert [hand.next().url[-1] for _ in range(5)] == ["3", "1", "4", "0", "2"]
