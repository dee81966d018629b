"""A whole crawl of a paper that says what may be done with its pages."""

import time

import pytest

from newscrawl.demo.server import serve
from newscrawl.demo.web import DemoWeb
from tests.fakeweb import orderly

ALL = "terbuka,tertutup,sepi,campur"


ONE_AT_A_TIME = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}


def numbers(articles):
    return sorted(int(article.url.rsplit("/", 1)[1]) for article in articles)


def test_opt_outs_are_obeyed_counted_and_kept_with_each_article(crawl):
    done = crawl("tertib", section=ALL)
    assert numbers(done.articles) == [1, 2, 3, 32]
    rights = {int(article.url.rsplit("/", 1)[1]): article.rights for article in done.articles}
    assert (rights[2].robots, rights[2].noarchive) == ("noarchive", True)
    assert (rights[3].robots, rights[3].tdm) == (None, None)
    told = done.out + done.err
    for reason in ("noindex", "unavailable_after", "tdm", "nofollow"):
        assert reason in told
    assert '"Disallow: /rahasia/" for *' in done.out.replace('\\"', '"')


def test_opt_outs_that_are_only_marked_keep_nothing_out(crawl):
    marked = '{"noindex": "mark", "nofollow": "mark", "unavailable_after": "mark", "tdm": "mark"}'
    done = crawl("tertib", settings={"NEWSCRAWL_OPT_OUTS": marked}, section=ALL)
    assert numbers(done.articles) == [1, 2, 3, 11, 12, 13, 14, 15, 16, 21, 22, 32]
    assert done.err.count("its terms: http://tertib.test/syarat.json") == 1
    rights = {int(article.url.rsplit("/", 1)[1]): article.rights for article in done.articles}
    assert [rights[number].tdm for number in (14, 15, 16)] == [None, "1", "1"]
    assert [rights[number].robots for number in (11, 12, 13)] == ["noindex"] * 3


def test_the_files_of_a_host_are_asked_for_once_by_two_crawls(crawl, own_fakeweb):
    for section in ("terbuka", "campur"):
        crawl("tertib", section=section)
    asked = [request.url for request in own_fakeweb.requests]
    assert asked.count("http://tertib.test/robots.txt") == 1
    assert asked.count("http://tertib.test/.well-known/tdmrep.json") == 1


def test_a_setting_that_cannot_be_meant_is_told_before_anything_is_fetched(crawl, own_fakeweb):
    done = crawl("tertib", settings={"NEWSCRAWL_OPT_OUTS": '{"tdm": "ignore"}'})
    assert done.status == 2
    assert "it can be obey or mark" in done.err
    assert not own_fakeweb.requests


def articles_asked(server):
    return [request.url for request in server.requests if "/berita/" in request.url]


def test_a_host_that_says_too_fast_is_left_alone_and_loses_nothing(crawl, own_fakeweb):
    began = time.monotonic()
    done = crawl("ramai", settings={**ONE_AT_A_TIME, "NEWSCRAWL_RETRY_SECONDS": "1", "NEWSCRAWL_WAIT": 10})
    assert time.monotonic() - began > 3
    assert numbers(done.articles) == [1, 2, 3]
    assert len(articles_asked(own_fakeweb)) == 4


@pytest.mark.parametrize(("seconds", "articles", "requests"), [(2, 3, 4), (600, 2, 3)])
def test_a_page_that_failed_is_waited_for_and_tried_again_unless_that_takes_long(crawl, seconds, articles, requests):
    with serve(DemoWeb([], hosts={orderly.BUSY: orderly.Busy(status=500)})) as server:
        settings = {"NEWSCRAWL_RETRY_SECONDS": seconds, "NEWSCRAWL_WAIT": 10}
        done = crawl("ramai", settings=settings, variables={"http_proxy": server.url})
        assert (len(done.articles), len(articles_asked(server))) == (articles, requests)


def test_a_rest_outlives_the_crawl(crawl):
    with serve(DemoWeb([], hosts={orderly.BUSY: orderly.Busy("7200")})) as server:
        variables = {"http_proxy": server.url}
        first = crawl("ramai", settings=ONE_AT_A_TIME, variables=variables)
        assert len(articles_asked(server)) <= 2  # one more was with the downloader already
        asked = len(server.requests)
        second = crawl("ramai", settings=ONE_AT_A_TIME, variables=variables)
        assert len(server.requests) == asked
        assert numbers(second.articles) == numbers(first.articles)
        assert "429" in second.out


@pytest.fixture
def own_fakeweb(orderly_web):
    """The web of these crawls."""
    return orderly_web
