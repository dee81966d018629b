"""Real worker processes, and real site definitions that hang, crash and raise in them."""

import asyncio
import gc
import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from functools import partial

import pytest

from newscrawl.cli.sources import SourceUnreadable, page_in_file
from newscrawl.model import Article, PageFailed, Rejected
from newscrawl.model.errors import PageCrashed, PageTimedOut, TooShort
from newscrawl.process import Workers, process
from newscrawl.process.workers import UnreadPage
from tests.process.process_table import PROC, is_alive, offspring_of, workers_of

SITE = """
import os
import time

from newscrawl.sites.base import Site


def trap(root):
    trick = root.findtext(".//title")
    if trick == "hang":
        while True:
            pass
    if trick == "die":
        os._exit(7)
    if trick == "raise":
        class Odd(Exception):
            def __init__(self, one, two):
                super().__init__(one + two)
        raise Odd("the words ", "of the fault")
    return None


SITE = Site(name="jebakan", title="Jebakan", domains=("jebakan.test",), overrides={"subtitle": trap})
"""


@pytest.fixture(scope="module")
def sites_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    (folder / "jebakan.py").write_text(SITE)
    return str(folder)


@pytest.fixture(scope="module")
def workers(sites_folder):
    with Workers(1, 1.5, sites_folder) as pool:
        yield pool


@pytest.fixture
def a_trap(a_page):
    def make(trick):
        sound = a_page().body.decode()
        return a_page(
            sound.replace("<title>Warga Perbaiki Jembatan Bambu", f"<title>{trick}"), "https://jebakan.test/berita/satu"
        )

    return make


def test_a_page_comes_back_as_its_article(workers, a_page):
    page = a_page()
    assert asyncio.run(workers.process(page, None)) == process(page)


def test_a_rejection_passes_as_itself(workers, a_page):
    short = a_page("<html><body><h1>Judul saja</h1><p>Dua kata.</p></body></html>")
    with pytest.raises(TooShort, match="words, wanted 40"):
        asyncio.run(workers.process(short, None))


def test_a_page_that_hangs_is_ended_at_its_limit(workers, a_trap):
    started = time.monotonic()
    with pytest.raises(PageTimedOut, match=r"longer than 1\.5 s"):
        asyncio.run(workers.process(a_trap("hang"), "jebakan"))
    assert time.monotonic() - started < 10


def test_a_page_that_kills_its_worker_crashed(workers, a_trap):
    with pytest.raises(PageCrashed, match="exit code 7"):
        asyncio.run(workers.process(a_trap("die"), "jebakan"))


def test_an_exception_that_nobody_foresaw_comes_back_in_words(workers, a_trap):
    with pytest.raises(PageCrashed, match="Odd: the words of the fault"):
        asyncio.run(workers.process(a_trap("raise"), "jebakan"))


def test_the_pool_goes_on_after_every_kind_of_failure(workers, a_page, a_trap):
    jobs = [(a_trap(trick), "jebakan") for trick in ("hang", "die", "raise")]
    outcomes = list(workers.process_all([*jobs, (a_page(), None)]))
    assert [type(o) for o in outcomes] == [PageTimedOut, PageCrashed, PageCrashed, Article]


def test_without_a_name_the_site_is_found_by_the_url(workers, a_trap):
    article = asyncio.run(workers.process(a_trap("Warga Perbaiki Jembatan"), None))
    assert article.site == "jebakan"


def test_a_batch_keeps_its_order(workers, a_page):
    pages = [a_page(url=f"https://kabar.test/berita/nomor-urut-{n}") for n in range(12)]
    outcomes = workers.process_all((page, None) for page in pages)
    assert [outcome.url for outcome in outcomes] == [page.url for page in pages]


def test_a_batch_takes_only_a_few_jobs_ahead(workers, a_page):
    taken = []

    def jobs():
        for n in range(50):
            taken.append(n)
            yield a_page(url=f"https://kabar.test/berita/nomor-urut-{n}"), None

    outcomes = workers.process_all(jobs())
    next(outcomes)
    assert len(taken) <= 8
    assert all(isinstance(outcome, Article | Rejected | PageFailed) for outcome in outcomes)


def test_a_page_may_be_read_by_its_worker(workers, a_page):
    page = a_page()
    assert asyncio.run(workers.process(UnreadPage(page.url, partial(replace, page)), None)) == process(page)


def test_what_reading_a_page_raises_comes_back_as_itself(workers):
    unread = UnreadPage("https://kabar.test/berita/satu", partial(page_in_file, "none.html", "https://kabar.test/a"))
    with pytest.raises(SourceUnreadable, match=r"none\.html: No such file"):
        asyncio.run(workers.process(unread, None))


def test_an_interrupt_is_left_to_the_parent(sites_folder, a_page):
    with Workers(1, 5, sites_folder) as pool:
        asyncio.run(pool.process(a_page(), None))
        for pid in workers_of(os.getpid()):
            os.kill(pid, signal.SIGINT)
        assert isinstance(asyncio.run(pool.process(a_page(), None)), Article)


PARENT = """
import os, sys, time
from datetime import UTC, datetime
from newscrawl.model import Page
from newscrawl.process import Workers

if __name__ == "__main__":
    pool = Workers(2, 60, None)
    page = Page("https://kabar.test/a", b"<html><body><p>a</p></body></html>", datetime.now(UTC))
    print(len(list(pool.process_all([(page, None)] * 4))), flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("module", ["newscrawl.process", "newscrawl.process.workers", "newscrawl.process.joining"])
def test_the_parent_never_imports_the_extraction(module):
    script = f"import {module}, sys; print(*sorted({{'trafilatura', 'numpy', 'py3langid'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.skipif(not PROC.is_dir(), reason="reads the process table from /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(PARENT))
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    try:
        assert parent.stdout.readline().strip() == "4"
        offspring = offspring_of(parent.pid)
        assert len(offspring) >= 2
    finally:
        parent.kill()
        parent.wait()
        parent.stdout.close()
    deadline = time.monotonic() + 10
    while any(is_alive(pid) for pid in offspring) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in offspring if is_alive(pid)]


@pytest.mark.parametrize("seconds", [0, 0.3])
def test_workers_that_are_closed_before_they_stand_leave_nobody_waiting_and_nothing_to_complain_of(seconds):
    complaints = []

    async def scenario():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        workers = Workers(1, 20.0)
        workers.begin()
        await asyncio.sleep(seconds)
        workers.close()

    asyncio.run(scenario())
    gc.collect()
    assert complaints == []
