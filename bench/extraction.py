"""CPU a page: our whole article beside trafilatura with metadata and beside parsing, on the same pages; its steps.

Every set is measured in every round, ours, trafilatura and parsing in turn. The figure of all pages together is their
sum in one round: single sets are small, and a neighbour on the machine moves one of them by a tenth.
"""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import lxml.html
import trafilatura

from bench.figures import Figure, paired
from bench.steps import step_figures
from newscrawl.demo.responses import Request
from newscrawl.demo.web import build_web
from newscrawl.model import Page, Rejected
from newscrawl.process import process
from newscrawl.sites import Catalogue, load

ROUNDS = 3
WARM_UP = 80
"""Pages that are looked at before the clock starts: models and word lists are read at the first need."""
SHARED_SETS = (
    "indonesian", "indonesian_saved", "scrapinghub", "fundus_eval", "fundus_tests", "newspaper4k_aed", "htmldate",
)  # fmt: skip
_Costs = tuple[float, float, float]
"""Milliseconds of CPU for ours, for trafilatura and for parsing."""


def extraction_figures() -> list[Figure]:
    """A figure for all pages together and one for each set there is on this machine, and the profile of ours."""
    sets = dict(page_sets())
    every_page = [page for pages in sets.values() for page in pages]
    for work in (_ours, _theirs, _parsing):
        _cpu(work, every_page[:: max(1, len(every_page) // WARM_UP)])
    rounds = [{name: _costs(pages) for name, pages in sets.items()} for _ in range(ROUNDS)]
    figures = _beside("all pages", len(every_page), [_summed(costs.values()) for costs in rounds])
    for name, pages in sets.items():
        figures += _beside(name, len(pages), [costs[name] for costs in rounds])[:1]
    return figures + step_figures("all pages", len(every_page), lambda: _all_of_ours(every_page))


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


def _costs(pages: list[Page]) -> _Costs:
    return _cpu(_ours, pages), _cpu(_theirs, pages), _cpu(_parsing, pages)


def _summed(costs: Iterable[_Costs]) -> _Costs:
    ours, theirs, parsing = (sum(column) for column in zip(*costs, strict=True))
    return ours, theirs, parsing


def _beside(name: str, pages: int, rounds: list[_Costs]) -> list[Figure]:
    """Ours beside trafilatura, and beside parsing, in milliseconds a page."""
    each = [(ours / pages, theirs / pages, parsing / pages) for ours, theirs, parsing in rounds]
    return [
        paired(f"article, {name}", "trafilatura.bare_extraction", "ms/page", [(a, b) for a, b, _ in each]),
        paired(f"article, {name}", "lxml parsing alone", "ms/page", [(a, c) for a, _, c in each]),
    ]


def _ours(page: Page) -> None:
    with suppress(Rejected):
        process(page, _catalogue().for_url(page.url))


def _theirs(page: Page) -> None:
    trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)


def _parsing(page: Page) -> None:
    lxml.html.fromstring(page.body)


def _all_of_ours(pages: list[Page]) -> None:
    for page in pages:
        _ours(page)


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return load()


def _cpu(work: Callable[[Page], None], pages: list[Page]) -> float:
    """Milliseconds of CPU."""
    began = time.process_time()
    for page in pages:
        work(page)
    return (time.process_time() - began) * 1000
