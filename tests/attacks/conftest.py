"""Crawls of a hostile web on loopback, without a proxy: what the crawler resolves and connects to is its own doing."""

import json
import subprocess
import sys

import pytest

from tests.attacks.hostile import HostileServer
from tests.crawl.conftest import PROJECT, Crawled, crawl_command, crawl_environment
from tests.crawl.conftest import crawl as crawl  # noqa: PLC0414 - pytest finds fixtures by their names here
from tests.crawl.conftest import store as store  # noqa: PLC0414

PAPER = "koran.test"
SITE = '''
"""An invented paper on this machine."""
from newscrawl.sites.base import Section, Site

SITE = Site(
    name="koran", title="Koran", domains=("koran.test",), language="id", article_url=r"/berita/",
    sections=(Section("semua", {sources}),),
)
'''


@pytest.fixture
def web():
    """The paper's own server."""
    server = HostileServer()
    yield server
    server.close()


@pytest.fixture
def victim():
    """A service of this machine that nobody may reach."""
    server = HostileServer()
    yield server
    server.close()


@pytest.fixture
def attack(web, store, tmp_path):
    """Runs ``scrapy crawl`` over the paper, whose names lead where ``names`` says."""

    def run(spider="any", names=None, sources=None, settings=None, variables=None, **arguments):
        sites = tmp_path / "sites"
        sites.mkdir(exist_ok=True)
        if sources:
            (sites / "koran.py").write_text(SITE.format(sources=sources))
        table = {PAPER: [["127.0.0.1"]], **(names or {})}
        own = {
            "NEWSCRAWL_DATA": str(tmp_path),
            "NEWSCRAWL_ALLOW_HOSTS": f"{PAPER}:{web.port}",
            "HOSTILE_NAMES": json.dumps(table),
            **(variables or {}),
        }
        resolver = {"TWISTED_DNS_RESOLVER": "tests.attacks.hostile.ScriptedResolver", "RETRY_TIMES": 1}
        done = subprocess.run(
            crawl_command(spider, {**resolver, **(settings or {})}, **arguments),
            cwd=PROJECT,
            env=crawl_environment(store, "", sites, **own),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Crawled(done.returncode, done.stdout, done.stderr, store)

    return run


@pytest.fixture
def visit(web, tmp_path):
    """Asks for URLs through the crawler's parts, in a process of its own; returns what became of each, in order."""

    def run(*urls, names=None, **settings):
        environment = crawl_environment(
            "embedded:nowhere",
            "",
            tmp_path,
            NEWSCRAWL_DATA=str(tmp_path),
            NEWSCRAWL_ALLOW_HOSTS=f"{PAPER}:{web.port}",
            HOSTILE_NAMES=json.dumps({PAPER: [["127.0.0.1"]], **(names or {})}),
        )
        values = {"TWISTED_DNS_RESOLVER": "tests.attacks.hostile.ScriptedResolver", **settings}
        full = [url if "://" in url else f"http://{PAPER}:{web.port}{url}" for url in urls]
        done = subprocess.run(
            [sys.executable, "-m", "tests.attacks.visitor", json.dumps({"urls": full, "settings": values})],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run
