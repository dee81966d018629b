"""A real embedded server for the whole run, fresh databases on it, and articles to keep in them."""

import asyncio
import os
import signal
import subprocess
import sys
import time
import uuid
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newscrawl.model import Article
from newscrawl.store import open_reader, open_writer

JAKARTA = ZoneInfo("Asia/Jakarta")
SERVERS = ["embedded", *(["mongodb"] if os.environ.get("NEWSCRAWL_TEST_MONGODB") else [])]


@pytest.fixture(scope="session")
def embedded_uri(database_server):
    """The URI, without a database, of the tests' embedded server."""
    return database_server


@pytest.fixture(params=SERVERS)
def address(request):
    """A database that nobody has used, on every kind of server there is."""
    if request.param == "mongodb":
        base = os.environ["NEWSCRAWL_TEST_MONGODB"].rstrip("/")
    else:
        base = request.getfixturevalue("embedded_uri")
    return f"{base}/test{uuid.uuid4().hex[:12]}"


@pytest.fixture
def an_article():
    """Make an article that differs from the usual one in what is named."""

    def make(number=1, **changes):
        moment = changes.pop("published_at", datetime(2024, 10, 23, 17, 11, tzinfo=JAKARTA))
        values = {
            "url": f"https://kabar.test/berita/{number}",
            "canonical_url": f"https://kabar.test/berita/{number}",
            "fetched_at": datetime(2024, 10, 24, 8, 0, tzinfo=JAKARTA),
            "title": f"Jembatan {number} dibuka",
            "paragraphs": ("Warga menyeberang sejak pagi.", "Wali kota memotong pita."),
            "site": "kabar",
            "published_at": moment,
        }
        return Article(**{**values, **changes})

    return make


@pytest.fixture
def writing(address):
    """``async with writing() as writer``, and ``run(coroutine)`` around it."""

    @asynccontextmanager
    async def opened(where=address):
        writer = await open_writer(where)
        try:
            yield writer
        finally:
            await writer.close()

    return opened


@pytest.fixture
def store(address, writing):
    """Save articles in one go, and ask about them."""

    async def save_all(articles):
        async with writing() as writer:
            return list(await asyncio.gather(*map(writer.save, articles)))

    class Store:
        reader = open_reader(address)

        def save(self, *articles):
            return asyncio.run(save_all(articles))

    opened = Store()
    yield opened
    opened.reader.close()


@pytest.fixture
def running():
    """Whether a process runs; one that has ended and was not fetched by its parent does not."""

    def is_running(pid):
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False

    return is_running


@pytest.fixture
def eventually():
    """Wait until something is so, for seconds at most; say whether it became so."""

    def wait(condition, seconds=10.0):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if condition():
                return True
            time.sleep(0.02)
        return False

    return wait


@pytest.fixture
def client(tmp_path):
    """Start processes that run some code with the folder ``tmp_path``; what is left of them at the end is killed."""
    started = []

    def start(code, *arguments):
        command = [sys.executable, "-c", code, str(tmp_path), *map(str, arguments)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        process = subprocess.Popen(command, start_new_session=True, **pipes)
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()
