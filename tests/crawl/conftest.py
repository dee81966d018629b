"""A whole crawl in a process of its own, over the tests' web, into a fresh database of one embedded server."""

import json
import os
import re
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from newscrawl.store import open_reader
from newscrawl.store.base import Query

PROJECT = Path(__file__).parents[2]
_OURS = re.compile(r"(?:NEWSCRAWL|SCRAPY)_.*|.*_proxy", re.IGNORECASE)


@dataclass
class Crawled:
    """How a crawl ended, and what it left."""

    status: int
    out: str
    err: str
    store: str = field(repr=False)

    @property
    def report(self):
        return json.loads(self.out.splitlines()[-1])

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def section(self, name):
        return next(section for section in self.report["sections"] if section["section"] == name)

    @property
    def articles(self):
        return stored(self.store)


def stored(address):
    """Every article of the store."""
    reader = open_reader(address)
    try:
        return list(reader.find(Query()))
    finally:
        reader.close()


def crawl_environment(store, proxy, sites, **variables):
    """The variables of a crawl of the tests' web."""
    kept = {name: value for name, value in os.environ.items() if not _OURS.fullmatch(name)}
    return {
        **kept,
        "SCRAPY_PROJECT": "testing",
        "NEWSCRAWL_STORE": store,
        "NEWSCRAWL_SITES": str(sites),
        "http_proxy": proxy,
        **variables,
    }


def crawl_command(spider, settings=None, **arguments):
    """The words of ``scrapy crawl``."""
    words = [sys.executable, "-m", "scrapy", "crawl", spider]
    for name, value in arguments.items():
        words += ["-a", f"{name}={value}"]
    for name, value in (settings or {}).items():
        words += ["-s", f"{name}={value}"]
    return words


@pytest.fixture
def store(database_server):
    """The address of a fresh database."""
    return f"{database_server}/test_{uuid.uuid4().hex[:12]}"


@pytest.fixture
def crawl(store, own_fakeweb, fakeweb_sites, tmp_path):
    """Runs ``scrapy crawl`` and returns how it ended."""

    def run(spider, settings=None, variables=None, **arguments):
        address = (variables or {}).get("NEWSCRAWL_STORE", store)
        done = subprocess.run(
            crawl_command(spider, settings, **arguments),
            cwd=PROJECT,
            env=crawl_environment(
                store, own_fakeweb.url, fakeweb_sites, **{"NEWSCRAWL_DATA": str(tmp_path), **(variables or {})}
            ),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Crawled(done.returncode, done.stdout, done.stderr, address)

    return run
