"""Walks through a listing's pages, and how far they go."""

import subprocess
import time
from dataclasses import replace

from newscrawl.crawl.visit import Visit
from newscrawl.crawl.walks import Walks
from newscrawl.discover import Link
from tests.crawl.conftest import PROJECT, crawl_command, crawl_environment, stored

QUICK = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": 0, "DOWNLOAD_TIMEOUT": 60, "NEWSCRAWL_PROGRESS": "off"}


def pages_asked(web, since=0):
    return [asked.url.removeprefix("http://nakal.test") for asked in web.requests[since:] if "/walk" in asked.url]


def wait_until(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def a_page(number):
    return Visit("https://kabar.test/daerah", "listing", "kabar", "daerah", page=number)


def links(*numbers):
    return [Link(f"https://kabar.test/berita/{number}") for number in numbers]


def test_only_what_earlier_pages_of_the_walk_lacked_is_fresh():
    walks = Walks()
    assert len(walks.fresh(a_page(0), links(1, 2, 3))) == 3
    assert list(walks.fresh(a_page(1), links(2, 3, 4)).values()) == ["https://kabar.test/berita/4"]
    assert walks.fresh(a_page(2), links(1, 4)) == {}


def test_walks_know_nothing_of_each_other():
    walks = Walks()
    walks.fresh(a_page(0), links(1, 2))
    other = replace(a_page(0), url="https://kabar.test/ekonomi")
    assert len(walks.fresh(other, links(1, 2))) == 2


def test_one_page_without_a_link_of_its_own_may_be_followed_and_not_two():
    walks = Walks()
    assert [walks.may_follow_barren(a_page(number)) for number in (1, 2, 3)] == [True, False, False]


def test_a_walk_that_was_killed_goes_on_although_all_that_its_next_page_names_is_stored(
    crawl, own_fakeweb, fakeweb_sites, store, tmp_path
):
    environment = crawl_environment(store, own_fakeweb.url, fakeweb_sites, NEWSCRAWL_DATA=str(tmp_path))
    words = crawl_command("nakal", QUICK, section="lambat")
    killed = subprocess.Popen(words, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: "/walk?page=2&slow=1" in pages_asked(own_fakeweb) and len(stored(store)) == 10)
    finally:
        killed.kill()
        killed.wait()
    before = len(own_fakeweb.requests)
    resumed = crawl("nakal", settings=QUICK, section="lambat")
    assert len(resumed.articles) == 20
    assert pages_asked(own_fakeweb, before)[-2:] == ["/walk?page=3&slow=1", "/walk?page=4&slow=1"]

    before = len(own_fakeweb.requests)
    crawl("nakal", settings=QUICK, section="lambat")
    assert [url for url in pages_asked(own_fakeweb, before) if "page=" in url] == []


def test_a_walk_that_was_ended_early_is_finished_by_the_next_crawl(crawl):
    crawl("nakal", settings=QUICK, section="jalan", max_articles=1)
    done = crawl("nakal", settings=QUICK, section="jalan")
    assert len(done.articles) == 20
