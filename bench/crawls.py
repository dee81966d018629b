"""One crawl of the demo web, ours or a plain spider's, in a process of its own, with its time taken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newscrawl.sites import load
from newscrawl.store.embedded import EmbeddedServer

PAPERS = ("kabarpesisir", "jalurtengah", "harbourherald")
"""Those that need no browser."""
_ROOT = Path(__file__).parents[1]
_SITES = _ROOT / "newscrawl" / "demo" / "sites"
_SETTINGS = {
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "8",
    "NEWSCRAWL_REQUIRE_CONTACT": "0",
    "NEWSCRAWL_PROGRESS": "off",
    "LOG_LEVEL": "ERROR",
}
_LIMIT = 600
"""Seconds for one crawl."""
_HEALTHY, _UNHEALTHY = 0, 3
"""Exit statuses of a crawl of ours; it is unhealthy when nothing is stored."""


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl came to."""

    pages: int
    """Article pages that came and were dealt with."""
    seconds: float
    """Starting and stopping of the crawler included; the store's server runs already."""

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds

    @property
    def cost(self) -> float:
        """Seconds for 1,000 pages."""
        return 1000 * self.seconds / self.pages


@contextmanager
def demo_web(articles: int) -> Iterator[str]:
    """The address of a proxy behind which the demo web lies, its pages rendered beforehand."""
    command = [sys.executable, "-m", "newscrawl.demo.server", "--dressed", "--warm", "--articles", str(articles)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def our_crawl(proxy: str, settings: Mapping[str, str], *, with_jobdir: bool = False) -> Crawled:
    """``newscrawl crawl`` with these settings of Scrapy's form. Raises CalledProcessError when it fails.

    ``with_jobdir``: Scrapy's own scheduler, where the settings choose it, keeps its queue on the disk.
    """
    with _store() as (folder, _):
        jobdir = {"JOBDIR": str(folder / "job")} if with_jobdir else {}
        stated = [
            part for name, value in {**_SETTINGS, **settings, **jobdir}.items() for part in ("-s", f"{name}={value}")
        ]
        data = {"NEWSCRAWL_SITES": str(_SITES), "NEWSCRAWL_STORE": f"embedded:{folder}", "NEWSCRAWL_DATA": f"{folder}"}
        ended, seconds = _timed(["newscrawl", "crawl", *PAPERS, *stated], proxy, data)
    storing = "ITEM_PIPELINES" not in settings
    if ended.returncode != _HEALTHY and (storing or ended.returncode != _UNHEALTHY):
        ended.check_returncode()
    return Crawled(sum(map(_pages, json.loads(ended.stdout)["sections"])), seconds)


def plain_crawl(proxy: str, *, only_fetching: bool = False) -> Crawled:
    """`bench.plain_spider`, with a store or without. Raises CalledProcessError when it fails."""
    with _store() as (folder, uri):
        papers = folder / "papers.json"
        papers.write_text(json.dumps(_papers()))
        store = () if only_fetching else (uri,)
        ended, seconds = _timed(["bench.plain_spider", str(papers), *store], proxy, {})
    ended.check_returncode()
    return Crawled(int(ended.stdout), seconds)


def _timed(
    command: list[str], proxy: str, environment: dict[str, str]
) -> tuple[subprocess.CompletedProcess[str], float]:
    began = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=_ROOT,
        env={**os.environ, **environment, "http_proxy": proxy},
        stdout=subprocess.PIPE,
        text=True,
        timeout=_LIMIT,
        check=False,
    )
    return ended, time.perf_counter() - began


@contextmanager
def _store() -> Iterator[tuple[Path, str]]:
    """The folder and the URI of an empty embedded store whose server runs."""
    with tempfile.TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder))
        server.enter()
        try:
            yield Path(folder), server.uri
        finally:
            server.leave()


def _papers() -> list[dict[str, Any]]:
    """Where a crawl of ours begins, and what it takes for an article."""
    catalogue = load(str(_SITES))
    return [
        {
            "article": site.article_url,
            "sources": [
                url for section in site.sections for url in (*section.feeds, *section.sitemaps, *section.listings)
            ],
        }
        for site in map(catalogue.get, PAPERS)
    ]


def _pages(section: dict[str, Any]) -> int:
    kept = section["new"] + section["changed"] + section["unchanged"]
    return int(kept + sum(section["rejected"].values()) + sum(section["quarantined"].values()))
