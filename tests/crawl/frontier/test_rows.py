"""From a request to a row and back."""

from datetime import UTC, datetime

import pytest
from scrapy import Request

from newscrawl.crawl.frontier.rows import conditions, entry_of, host_of, visit_for
from newscrawl.crawl.visit import Visit
from newscrawl.model import Discovered
from newscrawl.sites import Site
from newscrawl.store.queue import Claim, Validators

SITE = Site(name="kabar", title="Kabar", domains=("kabar.test",))
SLOW = Site(name="pelan", title="Pelan", domains=("pelan.test",), delay=5.0)


def test_a_visit_survives_its_row():
    discovered = Discovered("https://kabar.test/rss", "Judul", datetime(2024, 10, 23, tzinfo=UTC), None, "daerah")
    visit = Visit("https://kabar.test/1", "archive", "kabar", "daerah", discovered, "w", 3, "2024-10-22", 2, 1)
    entry = entry_of(Request(visit.url, meta={"visit": visit}, priority=7), SITE, "news")
    assert visit_for(Claim("key", entry, 0, None, 0)) == visit
    assert (entry.host, entry.purpose, entry.priority) == ("kabar.test", "news", 7)


@pytest.mark.parametrize(
    ("url", "site", "host"),
    [
        ("https://kabar.test/1", SITE, "kabar.test"),
        ("http://kabar.test:80/1", SITE, "kabar.test"),
        ("http://kabar.test:8080/1", SITE, "kabar.test:8080"),
        ("https://jabar.pelan.test/1", SLOW, "pelan"),
    ],
)
def test_what_shares_a_delay_is_leased_as_one(url, site, host):
    assert host_of(url, site) == host


def test_a_request_is_as_conditional_as_its_row_can_make_it():
    entry = entry_of(Request("https://kabar.test/1", meta={"visit": Visit("u", "feed", "s", "t")}), SITE, "news")
    known = Claim("key", entry, 0, None, 1, Validators('"a"', "Wed, 23 Oct 2024 10:11:00 GMT"))
    assert conditions(known) == {"If-None-Match": '"a"', "If-Modified-Since": "Wed, 23 Oct 2024 10:11:00 GMT"}
    assert conditions(Claim("key", entry, 0, None, 0)) == {}
