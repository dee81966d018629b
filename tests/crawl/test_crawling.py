"""Whole crawls: real processes, real HTTP through the tests' web, a real store."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.model.urls import url_key


def stories(server, paper, section=None):
    """The paper's stories that a crawler may read, by the key of their address."""
    return {
        url_key(story.url): story
        for story in server.web.stories_of(paper)
        if "/advertorial/" not in story.url and (section is None or story.section.lower() == section)
    }


def asked(server, since=0):
    """The URLs that were requested from the web, robots.txt left out."""
    return [request.url for request in server.requests[since:] if not request.url.endswith("/robots.txt")]


def test_a_section_is_stored_once_each_with_its_words_and_its_moment(crawl, own_fakeweb):
    done = crawl("kabarpesisir", section="daerah")
    assert done.status == 0, done.err
    wanted = stories(own_fakeweb, "kabarpesisir", "daerah")
    stored = {article.id: article for article in done.articles}
    assert wanted
    assert set(wanted) <= set(stored), "a listing's margin may hold other sections' stories, its middle must be whole"
    for key, story in wanted.items():
        article = stored[key]
        assert article.title == story.title
        assert article.paragraphs == tuple(story.paragraphs)
        assert article.published_at == story.published_at
        assert article.published_at.utcoffset() == story.published_at.utcoffset()
        assert (article.authors, article.editors) == (tuple(story.authors), tuple(story.editors))
        assert article.site == "kabarpesisir"
        assert article.section == "daerah"


def test_a_second_crawl_fetches_no_stored_page_again_and_is_healthy(crawl, own_fakeweb):
    first = crawl("kabarpesisir", section="daerah")
    before = len(own_fakeweb.requests)
    second = crawl("kabarpesisir", section="daerah")
    assert second.status == 0
    count = first.section("daerah")["new"]
    assert count > 0
    assert (second.section("daerah")["new"], second.section("daerah")["due"]) == (0, 0)
    assert second.section("daerah")["unchanged_sources"] > 0
    assert not [url for url in asked(own_fakeweb, before) if "/berita/" in url]


def test_a_source_that_has_not_changed_is_asked_with_a_condition_on_every_later_crawl(crawl, own_fakeweb):
    for _ in range(2):
        crawl("kabarpesisir", section="daerah")
    before = len(own_fakeweb.requests)
    crawl("kabarpesisir", section="daerah")
    assert {asked.status for asked in own_fakeweb.requests[before:]} == {304}


def test_full_fetches_stored_pages_again_and_finds_them_unchanged(crawl, own_fakeweb):
    first = crawl("kabarpesisir", section="daerah")
    second = crawl("kabarpesisir", section="daerah", full=1)
    assert second.section("daerah")["unchanged"] == first.section("daerah")["new"] > 0
    assert second.section("daerah")["new"] == second.section("daerah")["changed"] == 0


def test_a_corrected_article_is_fetched_again_when_its_sitemap_says_so_and_keeps_its_old_text(crawl, own_fakeweb):
    crawl("harbourherald")
    corrected = {url_key(story.url): story for story in own_fakeweb.web.correct() if "harbourherald" in story.url}
    assert corrected
    second = crawl("harbourherald")
    changed = {article.id: article for article in second.articles if article.revisions == 2}
    assert set(changed) <= set(corrected)
    assert changed
    assert sum(section["changed"] for section in second.report["sections"]) == len(changed)
    for key, article in changed.items():
        assert article.paragraphs == tuple(corrected[key].paragraphs)


def test_a_crawl_does_not_wait_for_the_next_look_at_an_article(crawl, own_fakeweb):
    latest = max(stories(own_fakeweb, "kabarpesisir", "daerah").values(), key=lambda story: story.published_at)
    age = datetime.now(UTC) + timedelta(seconds=100) - latest.published_at
    settings = {"NEWSCRAWL_REVISIT_HOURS": age / timedelta(hours=1), "NEWSCRAWL_WAIT": 200}
    done = crawl("kabarpesisir", section="daerah", settings=settings)
    assert done.status == 0
    waiting = [one["due_at"] for one in done.report["waiting"] if not one["reason"]]
    assert min(map(datetime.fromisoformat, waiting)) - datetime.now(UTC) < timedelta(seconds=110)
    assert {number for url, number in Counter(asked(own_fakeweb)).items() if "/berita/" in url} == {1}


def test_max_articles_is_exact(crawl):
    done = crawl("kabarpesisir", max_articles=7)
    assert done.status == 0
    assert len(done.articles) == 7


def test_a_dry_run_lists_pages_and_fetches_none(crawl, own_fakeweb):
    done = crawl("kabarpesisir", section="daerah", dry_run=1)
    assert done.status == 0
    assert len(done.lines) >= 5
    assert all(line["site"] == "kabarpesisir" for line in done.lines)
    assert not [url for url in asked(own_fakeweb) if "/berita/" in url]
    assert done.articles == []


def test_a_dry_run_that_finds_nothing_says_why(crawl):
    done = crawl("any", url="http://www.kabarpesisir.test/nowhere", dry_run=1)
    assert (done.status, done.out) == (3, "")
    assert any(line.startswith("! ") and "404" in line for line in done.err.splitlines()), done.err


def test_a_dry_run_of_any_stores_nothing_either(crawl, own_fakeweb):
    url = next(story.url for story in own_fakeweb.web.stories_of("radarsenja") if not story.closed)
    done = crawl("any", url=url, dry_run=1)
    assert done.articles == []


def test_since_and_until_walk_the_dated_archive(crawl, own_fakeweb):
    newest = max(story.published_at.date() for story in own_fakeweb.web.stories_of("kabarpesisir"))
    since, until = newest - timedelta(days=4), newest - timedelta(days=1)
    done = crawl("kabarpesisir", since=since, until=until)
    assert done.status == 0, done.err
    wanted = {
        key
        for key, story in stories(own_fakeweb, "kabarpesisir").items()
        if since <= story.published_at.date() <= until
    }
    assert {article.id for article in done.articles} == wanted
    assert wanted


def test_a_dated_walk_goes_on_where_it_was_ended_and_begins_anew_once_it_was_done(crawl, own_fakeweb):
    newest = max(story.published_at.date() for story in own_fakeweb.web.stories_of("kabarpesisir"))
    days = {"since": newest - timedelta(days=60), "until": newest - timedelta(days=2)}

    def index_pages(delay=0.0, **arguments):
        before = len(own_fakeweb.requests)
        crawl("kabarpesisir", {"DOWNLOAD_DELAY": delay}, **days, **arguments)
        return [asked.url for asked in own_fakeweb.requests[before:] if "/indeks" in asked.url]

    ended, resumed, anew = index_pages(0.2, max_articles=1), index_pages(), index_pages()
    assert resumed
    assert not set(ended) & set(resumed)
    assert {url for url in ended if url.endswith("page=1")} <= set(anew)


def test_pages_that_robots_refuses_are_counted_and_never_asked_for(crawl, own_fakeweb):
    done = crawl("kabarpesisir")
    assert sum(section["refused_by_robots"] for section in done.report["sections"]) >= 1
    assert any(request.url.endswith("/robots.txt") for request in own_fakeweb.requests)
    assert not [url for url in asked(own_fakeweb) if "/advertorial/" in url]


def test_an_article_over_three_pages_is_stored_whole(crawl, own_fakeweb):
    paged = {key: story for key, story in stories(own_fakeweb, "kabarpesisir").items() if len(story.page_starts) == 3}
    done = crawl("kabarpesisir")
    stored = {article.id: article for article in done.articles}
    assert paged
    for key, story in paged.items():
        assert stored[key].paragraphs == tuple(story.paragraphs)
        assert stored[key].next_page_url is None


def test_a_site_that_shows_whole_articles_is_asked_for_them(crawl, own_fakeweb):
    paged = {key: story for key, story in stories(own_fakeweb, "jalurtengah").items() if len(story.page_starts) > 1}
    done = crawl("jalurtengah")
    stored = {article.id: article for article in done.articles}
    read = {key: story for key, story in paged.items() if key in stored}
    assert read
    for key, story in read.items():
        assert stored[key].paragraphs == tuple(story.paragraphs)
        assert (stored[key].next_page_url, stored[key].pages_total) == (None, len(story.page_starts))
    of_paged = [url for url in asked(own_fakeweb) if any(url.startswith(f"{story.url}?") for story in paged.values())]
    further = [url for url in of_paged if "page=" in url]  # marks of tracking may stand in the first page's link
    assert sorted(further) == sorted(f"{story.url}?showpage=all" for story in read.values())


def test_a_paper_that_needs_javascript_is_read_through_a_browser(crawl, own_fakeweb):
    from newscrawl.crawl.chromium import find_chromium

    if find_chromium() is None:
        pytest.skip("no Chromium on this machine")
    done = crawl("suaralembah", section="nasional")
    wanted = stories(own_fakeweb, "suaralembah", "nasional")
    assert done.status == 0, done.err
    stored = {article.id: article for article in done.articles}
    assert wanted
    for key, story in wanted.items():
        assert stored[key].paragraphs == tuple(story.paragraphs)


def test_without_a_browser_such_pages_are_rejected_by_that_name(crawl):
    done = crawl("suaralembah", section="daerah", settings={"NEWSCRAWL_CHROMIUM": "no-such-browser"})
    assert done.status == 3
    assert done.section("daerah")["rejected"]["NeedsJavaScript"] >= 5
    assert "no page gave an article" in done.report["complaints"][0]


def test_a_section_whose_sources_are_gone_is_unhealthy_and_says_why(crawl):
    done = crawl("nakal", section="hilang")
    assert done.status == 3
    assert done.section("hilang")["source_failures"] == {"404": 1}
    assert done.report["complaints"] == ["nakal/hilang: its sources gave no links (1 × 404)"]


def test_a_feed_that_is_gone_is_told_although_the_listing_still_gives_links(crawl):
    done = crawl("kabartimur", section="opini")
    assert done.section("opini")["source_failures"] == {"404": 1}


def test_any_crawls_a_paper_without_a_definition_by_its_home_page(crawl, own_fakeweb):
    done = crawl("any", url="http://www.radarsenja.test/")
    wanted = {key for key, story in stories(own_fakeweb, "radarsenja").items() if "//www." in story.url}
    assert done.status == 0, done.err
    assert {article.id for article in done.articles} == wanted


def test_any_takes_a_feed_on_any_host_of_the_domain(crawl, own_fakeweb):
    done = crawl("any", url="http://www.radarsenja.test/feed")
    found = {article.id for article in done.articles}
    assert done.status == 0, done.err
    assert found
    assert found <= set(stories(own_fakeweb, "radarsenja"))


def test_any_keeps_to_the_section_it_was_given(crawl, own_fakeweb):
    crawl("any", url="http://www.coastcourier.test/section/life", max_articles=3)
    hosts = {url.split("/")[2] for url in asked(own_fakeweb)}
    assert hosts == {"www.coastcourier.test"}


@pytest.mark.parametrize(
    ("spider", "arguments", "sentence"),
    [
        ("kabarpesisi", {}, "no site named 'kabarpesisi'; did you mean 'kabarpesisir'?"),
        ("kabarpesisir", {"section": "daera"}, "site kabarpesisir has no section named 'daera'; it has: daerah"),
        ("kabarpesisir", {"sction": "daerah"}, "unknown argument -a sction=…; there are: section"),
        ("any", {}, "the spider any needs a URL"),
    ],
)
def test_a_wrong_name_is_one_sentence_and_nothing_is_fetched(crawl, own_fakeweb, spider, arguments, sentence):
    done = crawl(spider, **arguments)
    assert done.status == 2
    assert done.err.startswith(f"Error: {sentence}") or f"\nError: {sentence}" in done.err
    assert "Traceback" not in done.err
    assert own_fakeweb.requests == []


def test_a_store_that_cannot_be_reached_is_one_sentence_and_nothing_is_fetched(crawl, own_fakeweb):
    done = crawl("kabarpesisir", variables={"NEWSCRAWL_STORE": "mongodb://user:secret@127.0.0.1:9/newscrawl"})
    assert done.status == 1
    assert "Error: " in done.err
    assert "127.0.0.1:9" in done.err
    assert "secret" not in done.err + done.out
    assert "Traceback" not in done.err
    assert own_fakeweb.requests == []


def test_a_nearly_full_disk_stops_the_crawl_with_one_sentence(crawl, own_fakeweb):
    done = crawl("kabarpesisir", settings={"NEWSCRAWL_MIN_FREE_MB": 10**9})
    assert done.status == 1
    assert "MB free and 1000000000 MB are wanted" in done.err
    assert not [url for url in asked(own_fakeweb) if "/berita/" in url]


def test_production_asks_for_a_contact(crawl, own_fakeweb):
    done = crawl("kabarpesisir", variables={"SCRAPY_PROJECT": "production"})
    assert done.status == 2
    assert "NEWSCRAWL_CONTACT is not set" in done.err
    assert own_fakeweb.requests == []


def test_a_site_that_does_not_exist_is_told_before_a_missing_contact(crawl):
    done = crawl("kabarpesisirr", variables={"SCRAPY_PROJECT": "production"})
    assert done.status == 2
    assert "kabarpesisirr" in done.err
    assert "NEWSCRAWL_CONTACT" not in done.err


def test_the_crawler_names_itself_and_its_contact(crawl, own_fakeweb):
    crawl("kabarpesisir", section="nasional", variables={"NEWSCRAWL_CONTACT": "https://kabar.example/bot"})
    agents = {request.user_agent for request in own_fakeweb.requests}
    assert len(agents) == 1
    assert agents.pop().startswith("newscrawl/")
    assert "(+https://kabar.example/bot)" in own_fakeweb.requests[0].user_agent


@pytest.mark.parametrize("name", ["max_articles", "CLOSESPIDER_PAGECOUNT"])
def test_a_crawl_that_was_to_end_early_is_healthy(crawl, name):
    settings, arguments = ({name: 3}, {}) if name.isupper() else ({}, {name: 2})
    done = crawl("kabarpesisir", settings=settings, **arguments)
    assert (done.status, done.report["complaints"]) == (0, [])


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"NEWSCRAWL_WORKERS": "abc"}, "NEWSCRAWL_WORKERS is 'abc', not a number of at least 0"),
        ({"NEWSCRAWL_WORKERS": "-2"}, "NEWSCRAWL_WORKERS is '-2', not a number"),
        ({"DOWNLOAD_DELAY": "x"}, "DOWNLOAD_DELAY is 'x', not a number"),
        ({"LOG_LEVEL": "FOO"}, "LOG_LEVEL is 'FOO'; it can be CRITICAL"),
        ({"NEWSCRAWL_PROGRESS": "maybe"}, "NEWSCRAWL_PROGRESS is 'maybe'; it can be auto, on, off"),
        ({"NEWSCRAWL_STORE": "redis:"}, "the store's address must be embedded:FOLDER or mongodb://HOST/DATABASE"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_one_sentence(crawl, own_fakeweb, settings, sentence):
    done = crawl("kabarpesisir", settings=settings)
    assert done.status == 2, done.err
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert own_fakeweb.requests == []
