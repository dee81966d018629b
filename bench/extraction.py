"""CPU a page: our whole article beside trafilatura with metadata and beside parsing, on the same pages; its steps."""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import lxml.html
import trafilatura

from bench.figures import Figure, paired
from bench.steps import step_figures
from newscrawl.demo.responses import Request
from newscrawl.demo.web import build_web
from newscrawl.model import Page, Rejected
from newscrawl.process import process
from newscrawl.sites import load

ROUNDS = 5
SHARED_SETS = ("indonesian", "fundus_eval")


def extraction_figures() -> list[Figure]:
    """A figure for each set of pages there is on this machine."""
    figures = []
    for name, pages in page_sets():
        figures += _measure(name, pages)
    return figures


def page_sets() -> Iterator[tuple[str, list[Page]]]:
    """The demo's articles; and labelled pages, where they lie beside the project."""
    yield "demo pages", demo_pages()
    shared = Path(os.environ.get("NEWSCRAWL_SHARED") or Path(__file__).parents[2] / "shared") / "bench"
    for name in SHARED_SETS:
        if (shared / name / "gold.jsonl").exists():
            yield name, labelled_pages(shared / name)


def demo_pages(count: int = 60) -> list[Page]:
    """Article pages of the papers that need no browser, as heavy as real ones."""
    web = build_web(today=date(2026, 1, 15), dressed=True)
    plain = [story.url for story in web.stories if "suaralembah" not in story.url]
    pages = []
    for url in plain[:: max(1, len(plain) // count)]:
        host, _, path = url.removeprefix("http://").partition("/")
        response = web.respond(Request("GET", host, f"/{path}", "bench"))
        assert response is not None
        pages.append(Page(url, response.body, datetime.now(UTC), "text/html", "utf-8"))
    return pages


def labelled_pages(folder: Path) -> list[Page]:
    """The pages of a labelled set."""
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines() if line.strip()]
    return [
        Page(row["url"], gzip.decompress((folder / "pages" / f"{row['id']}.html.gz").read_bytes()), datetime.now(UTC))
        for row in gold
        if row.get("url")
    ]


def _measure(name: str, pages: list[Page]) -> list[Figure]:
    catalogue = load()
    sites = {page.url: catalogue.for_url(page.url) for page in pages}

    def ours(page: Page) -> None:
        try:
            process(page, sites[page.url])
        except Rejected:
            pass

    def theirs(page: Page) -> None:
        trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)

    def parsing(page: Page) -> None:
        lxml.html.fromstring(page.body)

    def all_of_ours() -> None:
        for page in pages:
            ours(page)

    for warm_up in (ours, theirs, parsing):
        warm_up(pages[0])
    rounds = [(_cpu(ours, pages), _cpu(theirs, pages), _cpu(parsing, pages)) for _ in range(ROUNDS)]
    return [
        paired(f"article, {name}", "trafilatura.bare_extraction", "ms/page", [(a, b) for a, b, _ in rounds]),
        paired(f"article, {name}", "lxml parsing alone", "ms/page", [(a, c) for a, _, c in rounds]),
        *step_figures(name, len(pages), all_of_ours),
    ]


def _cpu(work: Callable[[Page], None], pages: list[Page]) -> float:
    """Milliseconds of CPU a page."""
    began = time.process_time()
    for page in pages:
        work(page)
    return (time.process_time() - began) * 1000 / len(pages)
