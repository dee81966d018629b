"""``newscrawl demo``: a small web of invented papers on this machine, crawled, corrected, crawled again, and asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, Request, build_opener

import click

from newscrawl.cli.lazy import Failure
from newscrawl.cli.output import console, local, plain_table, words

if TYPE_CHECKING:
    from rich.console import Console

_MARK = ".newscrawl-demo"
_TEXT = "nelayan"
_SITES = Path(__file__).parents[1] / "demo" / "sites"
_CORRECT = "http://control.test/correct"
_COLUMNS = {
    "Found": "found",
    "Known": "known",
    "New": "new",
    "Changed": "changed",
    "Same": "unchanged",
    "Rejected": "rejected",
    "Robots": "refused_by_robots",
    "Failed": "failed",
}
_NO_DELAY = {
    # The papers are on this machine, so nobody needs to be spared.
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "8",
    "NEWSCRAWL_REQUIRE_CONTACT": "0",
    "LOG_LEVEL": "WARNING",
}


@click.command()
@click.option("--articles", default=300, show_default=True, help="About how many articles the papers print.")
def demo(articles: int) -> None:
    """Crawl a small web of invented papers on this machine.

    Four regional papers are served on loopback and crawled into a store of their own, twice: in between, some articles
    are corrected. Ends with what was stored and one search; the store stays in NEWSCRAWL_DATA/demo.
    """
    folder = _fresh_folder(Path(os.environ.get("NEWSCRAWL_DATA") or "data") / "demo")
    with _served(articles) as proxy:
        environment = _environment(folder, proxy)
        names = _paper_names()
        _say(f"Crawling {', '.join(names)}, served behind {proxy}, into {folder}")
        _print_report(_crawl(names, environment))
        corrected = _correct(proxy)
        _say(f"\nThe papers have corrected {corrected} articles; crawling again.\n")
        _print_report(_crawl(names, environment))
    _show(environment["NEWSCRAWL_STORE"], folder)


def _fresh_folder(folder: Path) -> Path:
    """An empty folder; one that an earlier demo left is removed, anybody else's is left alone."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / _MARK).exists():
            message = f"{folder} holds something that is not a demo's; name another folder with NEWSCRAWL_DATA"
            raise Failure(message)
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / _MARK).touch()
    return folder.resolve()


@contextmanager
def _served(articles: int) -> Iterator[str]:
    """The address of the papers' proxy, which runs in a process of its own and ends with the block."""
    command = [sys.executable, "-m", "newscrawl.demo.server", "--dressed", "--articles", str(articles)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own module
        assert server.stdout is not None
        try:
            address = server.stdout.readline().strip()
            if not address.startswith("http://127.0.0.1:"):
                message = "the papers could not be served on this machine"
                raise Failure(message)
            yield address
        finally:
            server.terminate()


def _environment(folder: Path, proxy: str) -> dict[str, str]:
    """What the crawl runs with: the papers' proxy and site definitions, and a store of its own."""
    inherited = {name: value for name, value in os.environ.items() if name.lower() not in {"no_proxy", "https_proxy"}}
    return {
        **inherited,
        "http_proxy": proxy,
        "NEWSCRAWL_SITES": str(_SITES),
        "NEWSCRAWL_STORE": f"embedded:{folder}",
        "NEWSCRAWL_DATA": str(folder),
    }


def _paper_names() -> list[str]:
    """The papers that can be read here: those that need JavaScript only with a Chromium."""
    from newscrawl.crawl.chromium import find_chromium
    from newscrawl.sites import load_file

    papers = [load_file(path) for path in sorted(_SITES.glob("*.py"))]
    if find_chromium() is not None:
        return [paper.name for paper in papers]
    unread = ", ".join(paper.name for paper in papers if paper.needs_javascript)
    _say(f"No Chromium was found, so {unread}, whose articles need JavaScript, stays unread.")
    return [paper.name for paper in papers if not paper.needs_javascript]


def _crawl(names: list[str], environment: Mapping[str, str]) -> dict[str, Any]:
    """Crawl as a user would, in a process of its own; returns the run report."""
    settings = (part for name, value in _NO_DELAY.items() for part in ("-s", f"{name}={value}"))
    command = [sys.executable, "-m", "newscrawl", "crawl", "--json", *names, *settings]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        message = f"the crawl ended with status {done.returncode}"
        raise Failure(message, done.returncode if done.returncode > 0 else 1)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _print_report(report: Mapping[str, Any]) -> None:
    """The run report, a row a paper."""
    papers: dict[str, Counter[str]] = {}
    for section in report["sections"]:
        counts = papers.setdefault(section["site"], Counter())
        counts.update({column: _number(section[column]) for column in _COLUMNS.values()})
    table = plain_table("Paper", *_COLUMNS)
    table.columns[0].no_wrap = True
    table.padding = (0, 1, 0, 0)
    for name, counts in papers.items():
        table.add_row(words(name), *(words(counts[column] or "·") for column in _COLUMNS.values()))
    for column in table.columns[1:]:
        column.justify = "right"
    _console().print(table)


def _number(count: int | dict[str, int]) -> int:
    return sum(count.values()) if isinstance(count, dict) else count


def _correct(proxy: str) -> int:
    opener = build_opener(ProxyHandler({"http": proxy}))
    with opener.open(Request(_CORRECT, method="POST"), timeout=10) as answer:
        return int(answer.read())


def _show(address: str, folder: Path) -> None:
    """What was stored, a row a paper, and one search."""
    from newscrawl.query import search
    from newscrawl.store import open_reader
    from newscrawl.store.base import Query

    reader = open_reader(address)
    try:
        table = plain_table("Paper", "Articles", "Corrected", "Newest", "Its title")
        for name, count in sorted(reader.counts("site", Query())):
            newest = next(reader.find(Query(site=name), limit=1))
            corrected = sum((article.revisions or 1) > 1 for article in reader.find(Query(site=name)))
            table.add_row(words(name), words(count), words(corrected), local(newest.published_at), words(newest.title))
        _console().print(table)
        hits = search(reader, Query(text=_TEXT), limit=3)
        _say(f"\nnewscrawl search {_TEXT}")
        for hit in hits:
            heading = f"{local(hit.article.published_at)} · {hit.article.site} · {hit.article.title}"
            _console().print(words(heading, "bold"))
            _console().print(words(hit.snippet))
    finally:
        reader.close()
    _say(f"\nThe store stays in {folder}; ask it more with NEWSCRAWL_STORE=embedded:{folder} newscrawl search …")


def _console() -> Console:
    """Standard output, wide enough for the tables where no terminal sets a width."""
    wide = console()
    if not sys.stdout.isatty():
        wide.width = 120
    return wide


def _say(sentence: str) -> None:
    click.echo(sentence)
