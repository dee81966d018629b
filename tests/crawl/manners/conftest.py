"""Visits to hosts with rules, each in a process of its own: Scrapy's event loop does not start twice."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.demo.server import serve
from newscrawl.demo.web import DemoWeb
from tests.fakeweb import manners, orderly

VISITOR = Path(__file__).with_name("visitor.py")
PROJECT = Path(__file__).parents[3]
_OURS = re.compile(r"(?:NEWSCRAWL|SCRAPY)_.*|.*_proxy", re.IGNORECASE)


class Visited:
    """What became of the URLs, and what the server was asked."""

    def __init__(self, found, requests):
        self.outcomes, self.times, self.delays, self.stats = (
            found[name] for name in ("outcomes", "times", "delays", "stats")
        )
        self.requests = requests

    def asked(self, url):
        return [request.url for request in self.requests].count(url)


def _visit(server, urls, *, proxy=True, **settings):
    kept = {name: value for name, value in os.environ.items() if not _OURS.fullmatch(name)}
    before = len(server.requests)
    done = subprocess.run(
        [sys.executable, str(VISITOR), json.dumps({"urls": list(urls), "settings": settings})],
        cwd=PROJECT,
        env={**kept, "PYTHONPATH": str(PROJECT), **({"http_proxy": server.url} if proxy else {})},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return Visited(json.loads(done.stdout), server.requests[before:])


@pytest.fixture(scope="session")
def mannered_web():
    """The hosts of `tests.fakeweb.manners`, for the whole session: ``.url`` is their proxy, ``.requests`` the log."""
    with serve(DemoWeb([], hosts=manners.hosts())) as server:
        yield server


@pytest.fixture
def visit(mannered_web):
    """Asks for URLs with these settings, and returns what became of them."""
    return lambda urls, **settings: _visit(mannered_web, urls, **settings)


@pytest.fixture(scope="session")
def visit_once(mannered_web):
    """The same for fixtures that several tests read."""
    return lambda urls, **settings: _visit(mannered_web, urls, **settings)


@pytest.fixture
def orderly_web():
    """`tests.fakeweb.orderly`, for one test."""
    with serve(DemoWeb([], hosts={orderly.HOST: orderly.answer, orderly.BUSY: orderly.Busy("3")})) as server:
        yield server


@pytest.fixture(scope="session")
def fakeweb_sites():
    """The sites of these tests, for NEWSCRAWL_SITES."""
    return Path(__file__).with_name("sites")
