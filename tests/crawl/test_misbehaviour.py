"""What a crawl does on a broken or hostile web, and when it is interrupted."""

import os
import signal
import subprocess
import time

import pytest

from newscrawl.model.urls import url_key
from newscrawl.store import open_reader
from newscrawl.store.base import Query
from newscrawl.store.embedded import EmbeddedServer
from newscrawl.store.folder import StoreFolder
from tests.crawl.conftest import PROJECT, crawl_command, crawl_environment, stored
from tests.fakeweb.plain_pages import draft

NAKAL = "http://nakal.test"


def only_section(done):
    assert len(done.report["sections"]) == 1
    return done.report["sections"][0]


def test_a_page_among_bad_ones_is_stored_and_each_bad_one_is_counted_with_its_reason(crawl):
    done = crawl("any", url=f"{NAKAL}/", settings={"DOWNLOAD_TIMEOUT": 5, "NEWSCRAWL_BROWSER_SECONDS": 5})
    section = only_section(done)
    assert done.status == 0, done.err
    assert "Traceback" not in done.err
    assert section["failed"]["500"] == 1
    assert section["failed"]["broken off"] >= 1
    assert section["rejected"]["Unreadable"] >= 2
    assert section["new"] >= 6
    counted = (
        section["known"]
        + section["new"]
        + section["unchanged"]
        + section["changed"]
        + section["refused_by_robots"]
        + sum(sum(section[name].values()) for name in ("rejected", "quarantined", "failed"))
    )
    assert counted == section["found"], "every found page ends in exactly one count"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/huge?mb=50", "too large"),
        ("/gzip-bomb", "too large"),
        ("/loop", "too many redirects"),
        ("/loop?n=1", "too many redirects"),
        ("/slow?seconds=30", "timed out"),
        ("/503", "503"),
        ("/404-section", "404"),
        ("/redirect?to=http://127.0.0.1:9/", "off-site"),
        ("/redirect?to=http://kabarpesisir.test/", "off-site"),
    ],
)
def test_a_seed_that_cannot_be_read_is_unhealthy_and_says_why(crawl, path, reason):
    done = crawl("any", url=NAKAL + path, settings={"DOWNLOAD_TIMEOUT": 4, "RETRY_TIMES": 0})
    assert done.status == 3
    assert reason in done.report["complaints"][0]
    assert "Traceback" not in done.err


@pytest.mark.parametrize("path", ["/empty", "/binary", "/no-body", "/not-a-feed", "/soft-404"])
def test_a_seed_that_holds_nothing_is_unhealthy(crawl, path):
    done = crawl("any", url=NAKAL + path)
    assert done.status == 3
    assert "its sources gave no links" in done.report["complaints"][0]
    assert "Traceback" not in done.err


def test_a_broken_feed_gives_what_can_be_read_and_counts_why(crawl):
    done = crawl("any", url=f"{NAKAL}/broken-feed.xml")
    section = only_section(done)
    assert done.status == 0, done.err
    assert section["new"] >= 3
    assert section["problems"]


@pytest.mark.parametrize(
    "path", ["/sitemap-loop.xml", "/sitemap-deep.xml", "/billion-laughs", "/endless-calendar/2000/1"]
)
def test_an_endless_source_ends(crawl, own_fakeweb, path):
    done = crawl("any", url=NAKAL + path)
    assert done.status == 3
    assert len(own_fakeweb.requests) <= 60


def test_no_more_pages_of_a_site_are_queued_than_the_bound_and_the_report_says_so(crawl, own_fakeweb):
    done = crawl("kabarpesisir", settings={"NEWSCRAWL_MAX_PAGES": 5})
    sections = done.report["sections"]
    assert 0 < len(done.articles) <= 5  # one of the five may be refused
    assert sum(section["problems"].get("too-many-pages", 0) for section in sections) > 0


def test_a_listing_that_repeats_itself_is_left(crawl, own_fakeweb):
    done = crawl("any", url=f"{NAKAL}/repeat")
    assert done.status == 0, done.err
    assert only_section(done)["new"] == 6
    assert sum("/repeat" in request.url for request in own_fakeweb.requests) <= 3


def test_links_to_this_machine_and_private_networks_are_never_followed(crawl, own_fakeweb):
    done = crawl("any", url=f"{NAKAL}/private-links")
    assert only_section(done)["new"] == 1
    assert {request.url.split("/")[2] for request in own_fakeweb.requests} == {"nakal.test"}


def test_a_seed_on_this_machine_is_refused_and_the_exception_is_named(crawl):
    done = crawl("any", url="http://127.0.0.1:9/")
    assert done.status == 3
    assert "NEWSCRAWL_ALLOW_HOSTS" in done.err
    assert "not a public address" in done.report["complaints"][0]


_TREACHEROUS = '''
"""A definition that never comes back from one page, and ends its process on another."""
import os
import time

from newscrawl.sites.base import Section, Site


def hang(tree):
    title = tree.findtext(".//title")
    if title == {hanging!r}:
        time.sleep(60)
    if title == {crashing!r}:
        os._exit(7)


SITE = Site(
    name="nakal",
    title="Nakal",
    domains=("nakal.test",),
    article_url=r"/berita/\\d+$",
    overrides={{"subtitle": hang}},
    sections=(Section("semua", feeds=("http://nakal.test/feed",)),),
)
'''


def test_a_page_that_hangs_its_extraction_is_quarantined_and_the_crawl_goes_on(crawl, tmp_path, own_fakeweb, store):
    sites = tmp_path / "sites"
    sites.mkdir()
    titles = {"hanging": draft("nakal.test", 2).title, "crashing": draft("nakal.test", 3).title}
    (sites / "nakal.py").write_text(_TREACHEROUS.format(**titles))
    done = crawl("nakal", settings={"NEWSCRAWL_PAGE_SECONDS": 3}, variables={"NEWSCRAWL_SITES": str(sites)})
    section = only_section(done)
    assert section["quarantined"] == {"PageTimedOut": 1, "PageCrashed": 1}, done.err
    assert section["new"] == 4
    reader = open_reader(store)
    try:
        kept = {page.page.url: page.reason for page in reader.quarantined()}
    finally:
        reader.close()
    assert kept == {f"{NAKAL}/berita/2": "PageTimedOut", f"{NAKAL}/berita/3": "PageCrashed"}


def start(store, proxy, sites, folder, spider, settings=None, **arguments):
    """A crawl in the background."""
    return subprocess.Popen(
        crawl_command(spider, settings, **arguments),
        cwd=PROJECT,
        env=crawl_environment(store, proxy, sites, NEWSCRAWL_DATA=str(folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for_articles(store, count, seconds=60):
    """Wait until the store holds that many articles."""
    reader = open_reader(store)
    until = time.monotonic() + seconds
    try:
        while reader.count(Query()) < count:
            assert time.monotonic() < until, "the crawl stored nothing"
            time.sleep(0.1)
    finally:
        reader.close()


def test_ctrl_c_in_mid_crawl_keeps_what_was_stored_and_the_next_crawl_brings_the_rest(
    crawl, store, own_fakeweb, fakeweb_sites, tmp_path
):
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {"DOWNLOAD_DELAY": 0.5})
    wait_for_articles(store, 2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    kept = {article.id for article in stored(store)}
    assert len(kept) >= 2
    reader = open_reader(store)
    try:
        run = reader.runs()[0]
    finally:
        reader.close()
    assert run.outcome == "stopped"
    assert run.ended_at is not None
    done = crawl("kabarpesisir", section="daerah")
    wanted = {
        url_key(story.url)
        for story in own_fakeweb.web.stories_of("kabarpesisir")
        if story.section == "daerah" and not story.closed
    }
    assert kept | wanted <= {article.id for article in done.articles}


def test_a_second_ctrl_c_ends_the_crawl_at_once_and_the_next_one_brings_the_rest(
    crawl, store, own_fakeweb, fakeweb_sites, tmp_path
):
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {"DOWNLOAD_DELAY": 0.3})
    wait_for_articles(store, 2)
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    kept = {article.id for article in stored(store)}
    assert len(kept) >= 2
    crawl("kabarpesisir")
    wanted = {url_key(story.url) for story in own_fakeweb.web.stories_of("kabarpesisir") if not story.closed}
    assert {article.id for article in stored(store)} == wanted


@pytest.mark.parametrize("pause", [0, 0.02])
def test_ctrl_c_while_a_crawl_ends_lets_it_end(store, own_fakeweb, fakeweb_sites, tmp_path, pause):
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {}, max_articles="1")
    lines = []
    for line in process.stderr:
        lines.append(line)
        if "Closing spider" in line:
            break
    time.sleep(pause)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert "Traceback" not in err
    assert "destroyed" not in err
    assert process.returncode in {0, 130}, "".join(lines) + err  # it may have been over before
    reader = open_reader(store)
    try:
        run = reader.runs()[0]
    finally:
        reader.close()
    assert run.ended_at is not None
    assert run.outcome == "finished"


def test_a_signal_to_the_whole_group_ends_it_like_ctrl_c(store, own_fakeweb, fakeweb_sites, tmp_path):
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {"DOWNLOAD_DELAY": 0.3})
    wait_for_articles(store, 2)
    os.killpg(process.pid, signal.SIGTERM)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err


def test_a_crawler_killed_in_mid_crawl_loses_no_acknowledged_article(
    crawl, store, own_fakeweb, fakeweb_sites, tmp_path
):
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {"DOWNLOAD_DELAY": 0.3})
    wait_for_articles(store, 3)
    process.kill()
    process.communicate(timeout=30)
    kept = {article.id for article in stored(store)}
    assert len(kept) >= 3
    done = crawl("kabarpesisir", section="daerah")
    assert done.status == 0, done.err
    assert kept <= {article.id for article in done.articles}


def kill(pid):
    os.kill(pid, signal.SIGKILL)


def stand_still(pid):
    os.kill(pid, signal.SIGSTOP)
    time.sleep(8)
    os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize("trouble", [kill, stand_still])
def test_an_embedded_server_that_is_killed_or_stands_still_in_mid_crawl_costs_nothing(
    own_fakeweb, fakeweb_sites, tmp_path, trouble
):
    store = f"embedded:{tmp_path / 'store'}"
    process = start(store, own_fakeweb.url, fakeweb_sites, tmp_path, "kabarpesisir", {"DOWNLOAD_DELAY": 0.2})
    wait_for_articles(store, 3)
    server = EmbeddedServer(tmp_path / "store")
    server.enter()
    state = StoreFolder(tmp_path / "store").state()
    assert state is not None
    trouble(state.server)
    _, err = process.communicate(timeout=120)
    server.leave()
    assert process.returncode == 0, err
    wanted = {url_key(story.url) for story in own_fakeweb.web.stories_of("kabarpesisir") if not story.closed}
    assert {article.id for article in stored(store)} == wanted


def test_a_store_that_is_lost_in_mid_crawl_ends_it_with_status_3_and_one_sentence(own_fakeweb, fakeweb_sites, tmp_path):
    server = EmbeddedServer(tmp_path / "store")
    server.enter()
    store = f"mongodb://127.0.0.1:{server.port}/lost"
    process = start(
        store,
        own_fakeweb.url,
        fakeweb_sites,
        tmp_path,
        "kabarpesisir",
        {"DOWNLOAD_DELAY": 0.5, "NEWSCRAWL_STORE_PATIENCE": 4},
    )
    wait_for_articles(store, 2)
    server.leave()  # the last one out: the server ends
    _, err = process.communicate(timeout=120)
    assert process.returncode == 3, err
    assert [line for line in err.splitlines() if line.startswith("Error: ")] == [err.splitlines()[-1]]
    assert "Traceback" not in err
