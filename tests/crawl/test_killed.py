"""Crawls that are killed again and again, and their stores too: in the end all is there once, as if undisturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pymongo
import pytest

from newscrawl.demo.server import serve
from newscrawl.demo.web import build_web
from newscrawl.store import open_reader
from newscrawl.store.base import Query
from newscrawl.store.embedded import EmbeddedServer
from newscrawl.store.folder import StoreFolder
from tests.fakeweb.fixtures import DEMO_SITES

PROJECT = Path(__file__).parents[2]
PAPERS = ("kabarpesisir", "jalurtengah", "harbourherald")
"""Those that need no browser."""
SETTINGS = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
    "NEWSCRAWL_WORKERS": 2,
    "NEWSCRAWL_PROGRESS": "off",
    "NEWSCRAWL_RETRY_SECONDS": "1,1,1,1,1,1,1,1",
}
_IN_FLIGHT = 0.3
"""Seconds in which what a crawl has sent reaches the web and the store."""


class Killing:
    """One web, and crawls of it into one embedded store, that can be killed."""

    def __init__(self, server, folder, seed):
        self.server = server
        self.folder = folder
        self.chance = random.Random(seed)
        self.unfinished = []
        """For each kill: the article pages that had been asked for and were not acknowledged."""

    def begin(self, papers=PAPERS):
        words = [sys.executable, "-m", "newscrawl", "crawl", *papers]
        words += [part for name, value in SETTINGS.items() for part in ("-s", f"{name}={value}")]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
        environment |= {
            "NEWSCRAWL_STORE": f"embedded:{self.folder}",
            "NEWSCRAWL_SITES": str(DEMO_SITES),
            "NEWSCRAWL_CONTACT": "https://kabar.test/bot",
            "NEWSCRAWL_DATA": str(self.folder.parent),
            "http_proxy": self.server.url,
        }
        return subprocess.Popen(
            words, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def wait_for_pages(self, process, more):
        """Let the crawl go on until it has asked for so many more pages, or has ended."""
        until = len(self.server.requests) + more
        deadline = time.monotonic() + 60
        while len(self.server.requests) < until and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)

    def kill_crawler(self, process, *others):
        """Kill a crawl and note what was under way in it; the others stand still, so that they end nothing."""
        for each in (process, *others):
            each.send_signal(signal.SIGSTOP)
        time.sleep(_IN_FLIGHT)
        self.unfinished.append(self.articles_asked() - self.acknowledged())
        process.kill()
        for each in others:
            each.send_signal(signal.SIGCONT)
        process.communicate()

    def kill_store(self):
        state = StoreFolder(self.folder).state()
        if state is not None and state.server is not None:
            os.kill(state.server, signal.SIGKILL)

    def finish(self, papers=PAPERS):
        process = self.begin(papers)
        told, _ = process.communicate(timeout=400)
        assert process.returncode == 0, told

    def articles_asked(self):
        return {asked.url for asked in self.server.requests if asked.url in self.story_pages}

    @property
    def story_pages(self):
        return {story.url for story in self.server.web.stories}

    @contextmanager
    def database(self):
        server = EmbeddedServer(self.folder)
        server.enter()
        client = pymongo.MongoClient(server.uri)
        try:
            yield client.get_default_database("newscrawl")
        finally:
            client.close()
            server.leave()

    def acknowledged(self):
        with self.database() as database:
            return {row["url"] for row in database.frontier.find({"visits": {"$gt": 0}}, {"url": 1})}

    def unstored(self):
        """What the frontier and the quarantine say of pages that gave no article."""
        with self.database() as database:
            wanted = {"$or": [{"reason": {"$ne": ""}}, {"state": {"$ne": "done"}, "visits": 0}]}
            rows = database.frontier.find(wanted, {"url": 1, "state": 1, "reason": 1, "attempts": 1, "visits": 1})
            return [*rows, *database.quarantine.find({}, {"url": 1, "reason": 1, "message": 1})]

    def outcomes(self):
        """How the runs ended, as whoever asks afterwards is told."""
        reader = open_reader(f"embedded:{self.folder}")
        try:
            return Counter(run.outcome for run in reader.runs(50))
        finally:
            reader.close()

    def stored(self):
        reader = open_reader(f"embedded:{self.folder}")
        try:
            articles = list(reader.find(Query()))
            assert len(articles) == reader.count(Query())
        finally:
            reader.close()
        assert not [url for url, times in Counter(a.canonical_url for a in articles).items() if times > 1]
        return {article.canonical_url: without_chance(article) for article in articles}


def without_chance(article):
    """The article but for its times, and for what the quicker of two sources decides: its section, its URL's query."""
    then = article.published_at
    chance = {"url": "", "section": None, "provenance": {}}
    return replace(article, fetched_at=then, first_seen_at=then, last_seen_at=then, **chance)


def differences(stored, expected):
    """The fields in which articles differ, or what is missing on either side, by URL."""
    found = dict.fromkeys(expected.keys() - stored.keys(), "is missing")
    found |= dict.fromkeys(stored.keys() - expected.keys(), "is stored of the disturbed crawl alone")
    for url in stored.keys() & expected.keys():
        one, other = stored[url], expected[url]
        fields = {name: (getattr(one, name), getattr(other, name)) for name in one.__dataclass_fields__}
        found |= {url: {name: pair for name, pair in fields.items() if pair[0] != pair[1]}} if one != other else {}
    return found


def fetched_too_often(killing):
    """Article pages that were asked for more often than kills can explain, with how often."""
    asked = Counter(request.url for request in killing.server.requests if request.url in killing.story_pages)
    explained = Counter(url for urls in killing.unfinished for url in urls)
    return {url: times for url, times in asked.items() if times > 1 + explained[url]}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The web, and what a crawl that nobody disturbs stores of it."""

    def crawl(articles):
        with serve(build_web(articles=articles)) as server:
            killing = Killing(server, tmp_path_factory.mktemp("undisturbed") / "store", 1)
            killing.finish()
            return killing.stored(), len(server.requests)

    return crawl


def test_a_crawl_killed_twenty_times_and_its_server_five_times_loses_and_repeats_nothing(undisturbed, tmp_path):
    expected, pages = undisturbed(2_600)
    assert pages >= 2_000
    with serve(build_web(articles=2_600)) as server:
        killing = Killing(server, tmp_path / "store", 20)
        servers = set(killing.chance.sample(range(20), 5))
        for number in range(20):
            process = killing.begin()
            killing.wait_for_pages(process, killing.chance.randint(1, pages // 15))
            time.sleep(killing.chance.random() / 10)
            if number in servers:
                killing.kill_store()
                time.sleep(killing.chance.random())
            killing.kill_crawler(process)
        killing.finish()
        assert differences(killing.stored(), expected) == {}, killing.unstored()
        assert fetched_too_often(killing) == {}


def test_two_workers_on_one_store_either_of_which_is_killed_lose_and_repeat_nothing(undisturbed, tmp_path):
    expected, pages = undisturbed(600)
    with serve(build_web(articles=600)) as server:
        killing = Killing(server, tmp_path / "store", 2)
        workers = [killing.begin(), killing.begin()]
        for _ in range(6):
            victim = killing.chance.randrange(2)
            killing.wait_for_pages(workers[victim], killing.chance.randint(1, pages // 8))
            killing.kill_crawler(workers[victim], workers[1 - victim])
            workers[victim] = killing.begin()
        for worker in workers:
            told, _ = worker.communicate(timeout=400)
            assert worker.returncode == 0, told
        assert differences(killing.stored(), expected) == {}, killing.unstored()
        assert fetched_too_often(killing) == {}
        outcomes = killing.outcomes()
        assert outcomes.keys() <= {"killed", "finished"}
        assert outcomes["finished"] == 2
