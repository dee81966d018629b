"""``newscrawl extract``: the article in a page, or in each of a list of pages, without storing anything."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from io import FileIO
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import click

from newscrawl.cli.batch import Batch, numbered_lines
from newscrawl.cli.explain import print_explanation
from newscrawl.cli.opening import catalogue, environment
from newscrawl.cli.options import site_names
from newscrawl.cli.output import for_people, json_option, print_json
from newscrawl.cli.sources import own_address, page_of, read_source
from newscrawl.crawl.chromium import find_chromium
from newscrawl.crawl.policy import POLICY
from newscrawl.model import Article, Page, canonical, to_json
from newscrawl.model.errors import NeedsJavaScript, PageFailed, Rejected, UsageError
from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from newscrawl.extract.explain import Explanation
    from newscrawl.process import Workers

# For a page that tells no address and was given none: never resolves (RFC 2606), and is not printed.
_NOWHERE = "https://unknown.invalid/article.html"


@click.command()
@click.argument("source", required=False)
@click.option("--url", metavar="URL", help="The address SOURCE was fetched from.  [default: the one the page gives]")
@click.option("--site", metavar="SITE", help="Its site, when its address does not tell.", shell_complete=site_names)
@click.option("--batch", metavar="FILE", help='JSON lines {"id", "file", "url"} in, JSON lines out; - is stdin.')
@click.option(
    "--workers", type=click.IntRange(1, 256), metavar="N", help="Processes for --batch.  [default: one a core]"
)
@click.option("--explain", is_flag=True, help="Print why: candidates of every field, container, and each block's fate.")
@json_option
def extract(
    *,
    source: str | None,
    url: str | None,
    site: str | None,
    batch: str | None,
    workers: int | None,
    explain: bool,
    as_json: bool,
) -> None:
    """Print the article in a file, standard input or URL.

    SOURCE is an HTML file (.gz is unpacked), - for standard input, or a URL, which is fetched as a crawl would:
    robots.txt and limits hold. The article is printed as one JSON object; the exit status is 1 when there is none.
    """
    if (source is None) == (batch is None):
        message = "say either a SOURCE (a file, - or a URL) or --batch FILE"
        raise UsageError(message)
    if batch is not None:
        if explain:
            message = "--explain is for a single SOURCE"
            raise UsageError(message)
        _extract_batch(batch, site, url, workers)
        return
    assert source is not None
    if site is not None:
        catalogue().get(site)
    if explain:
        print_explanation(_explained(source, url, site), as_json=as_json)
        return
    record = _from_web(source, url, site) if _is_url(source) else _from_file(source, url, site)
    if for_people(as_json):
        click.echo(printable(json.dumps(record, ensure_ascii=False, indent=2), lines=True))
    else:
        print_json([record])


def _explained(source: str, url: str | None, site: str | None) -> Explanation:
    if not _is_url(source):
        return _explained_file(source, url, site)
    explanation = _explain_one(_fetched(source, url), site)
    if explanation.outcome.startswith(NeedsJavaScript.__name__) and find_chromium() is not None:
        return _explain_one(_rendered(source), site)
    return explanation


def _explained_file(source: str, url: str | None, site: str | None) -> Explanation:
    if url is not None:
        _check(url)
    body = read_source(source)
    address = url or own_address(body)
    with _named(source):
        explanation = _explain_one(page_of(body, address or _NOWHERE), site)
    if address is not None:
        return explanation
    return replace(explanation, url=source, site=site or "none", outcome=explanation.outcome.replace(_NOWHERE, source))


@contextmanager
def _named(source: str) -> Iterator[None]:
    """Refusals and failures name the source where the page tells no address."""
    try:
        yield
    except (Rejected, PageFailed) as error:
        raise type(error)(str(error).replace(_NOWHERE, source)) from error


def _is_url(source: str) -> bool:
    return re.match(r"https?://", source, re.IGNORECASE) is not None


def _from_file(source: str, url: str | None, site: str | None) -> dict[str, Any]:
    if url is not None:
        _check(url)
    body = read_source(source)
    address = url or own_address(body)
    if address is not None:
        return to_json(_extract_one(page_of(body, address), site))
    with _named(source):
        article = _extract_one(page_of(body, _NOWHERE), site)
    return to_json(article) | {"id": None, "url": None, "canonical_url": None, "site": site}


def _from_web(source: str, url: str | None, site: str | None) -> dict[str, Any]:
    """The article at a URL; a page that turns out to need JavaScript is fetched again by a browser, if there is one."""
    page = _fetched(source, url)
    try:
        return to_json(_extract_one(page, site))
    except NeedsJavaScript:
        if find_chromium() is None:
            raise
    return to_json(_extract_one(_rendered(source), site))


def _fetched(source: str, url: str | None) -> Page:
    if url is not None:
        message = "--url is for files; SOURCE is itself a URL"
        raise UsageError(message)
    from newscrawl.crawl.fetch import fetch_page

    return fetch_page(source, {})


def _rendered(source: str) -> Page:
    from newscrawl.crawl.fetch import fetch_page

    with ProcessPoolExecutor(1, get_context("spawn")) as another:  # Scrapy's event loop does not start twice in one
        return another.submit(fetch_page, source, {}, rendered=True).result()


def _check(url: str) -> None:
    try:
        canonical(url)
    except ValueError as error:
        message = f"--url: {error}"
        raise UsageError(message) from error


def _extract_one(page: Page, site: str | None) -> Article:
    """The page's article; raises Rejected and PageFailed with the reason."""
    with _workers(1) as workers:
        return asyncio.run(workers.process(page, site))


def _explain_one(page: Page, site: str | None) -> Explanation:
    with _workers(1) as workers:
        return asyncio.run(workers.explain(page, site))


def _extract_batch(name: str, site: str | None, url: str | None, count: int | None) -> None:
    if url is not None:
        message = "--url is for a single SOURCE; in a batch each line has its own"
        raise UsageError(message)
    if site is not None:
        catalogue().get(site)
    with _opened(name) as file:
        count = _needed(file, count or os.cpu_count() or 1)
        with _workers(count) as workers:
            batch = Batch(workers, count, site)
            asyncio.run(batch.run(file, lambda record: print_json([record])))


def _opened(name: str) -> FileIO:
    return FileIO(sys.stdin.fileno(), closefd=False) if name == "-" else FileIO(name)


def _needed(file: FileIO, count: int) -> int:
    """How many workers the batch keeps busy: never more than it has lines, where that can be seen beforehand."""
    if not file.seekable():
        return count
    start = file.tell()
    lines = sum(1 for _ in itertools.islice(numbered_lines(file), count))
    file.seek(start)
    return max(1, lines)


@contextmanager
def _workers(count: int) -> Iterator[Workers]:
    from newscrawl.process import Workers

    folder = environment().sites
    with Workers(count, POLICY["NEWSCRAWL_PAGE_SECONDS"], str(folder) if folder else None) as workers:
        yield workers
