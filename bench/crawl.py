"""Pages a second of a whole crawl beside a plain Scrapy spider's, and what each part of the crawl takes of its time."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from bench.crawls import Crawled, demo_web, our_crawl, plain_crawl
from bench.figures import Figure, paired

ROUNDS = 3
ARTICLES = 3_200
"""So many that starting the crawl decides nothing."""
_CORES = 2
_ALIKE = 0.05
"""By how much of the most pages a crawl may stay below it: opt-outs and pages without an article count differently."""
_SCRAPYS = {"SCHEDULER": "scrapy.core.scheduler.Scheduler"}


def _ending_with(pipeline: str) -> dict[str, str]:
    ours = dict.fromkeys(("newscrawl.crawl.pipelines.ProcessPipeline", "newscrawl.crawl.pipelines.StorePipeline"))
    return {"ITEM_PIPELINES": json.dumps({**ours, f"bench.parts.{pipeline}": 300})}


def _workers(count: int) -> dict[str, str]:
    return {"NEWSCRAWL_WORKERS": str(count)}


CRAWLS: dict[str, Callable[[str], Crawled]] = {
    "whole": partial(our_crawl, settings=_workers(_CORES)),
    "plain spider": plain_crawl,
    "whole, in memory": partial(our_crawl, settings={**_workers(_CORES), **_SCRAPYS}),
    "whole, JOBDIR": partial(our_crawl, settings={**_workers(_CORES), **_SCRAPYS}, with_jobdir=True),
    "fetching": partial(plain_crawl, only_fetching=True),
    "sites, in memory": partial(our_crawl, settings={**_workers(1), **_SCRAPYS, **_ending_with("FetchedOnly")}),
    "sites": partial(our_crawl, settings={**_workers(1), **_ending_with("FetchedOnly")}),
    "1 worker": partial(our_crawl, settings={**_workers(1), **_ending_with("ExtractedOnly")}),
    "2 workers": partial(our_crawl, settings={**_workers(2), **_ending_with("ExtractedOnly")}),
}
"""All of the same pages."""

RATES = (
    ("whole crawl", "whole", "plain spider: trafilatura, one upsert each", "plain spider"),
    ("whole crawl", "whole", "Scrapy's own scheduler in memory", "whole, in memory"),
    ("whole crawl", "whole", "Scrapy's own scheduler with a JOBDIR", "whole, JOBDIR"),
    ("whole crawl", "whole", "plain spider that only fetches", "fetching"),
)
"""What is named how, measured by which crawl, beside what, measured by which."""

PARTS = (
    ("the sites' spiders, nothing else", "sites, in memory", "plain spider that only fetches", "fetching"),
    ("+ frontier", "sites", "Scrapy's own scheduler in memory", "sites, in memory"),
    ("+ extraction, 1 worker", "1 worker", "without", "sites"),
    ("+ extraction, 2 workers", "2 workers", "without", "sites"),
    ("+ storing: whole crawl", "whole", "without", "2 workers"),
)
"""In the same form; each adds to the one before."""


def crawl_figures() -> list[Figure]:
    """Every crawl in turn over one web, on two cores; every other round backwards."""
    with demo_web(ARTICLES) as proxy, _cores(_CORES):
        rounds = [_round(proxy, backwards=bool(number % 2)) for number in range(ROUNDS)]
    rates = [
        paired(f"{what}, demo web", beside, "pages/s", [(done[ours].rate, done[theirs].rate) for done in rounds])
        for what, ours, beside, theirs in RATES
    ]
    parts = [
        paired(f"1,000 pages, {what}", beside, "s", [(done[ours].cost, done[theirs].cost) for done in rounds])
        for what, ours, beside, theirs in PARTS
    ]
    return rates + parts


def _round(proxy: str, *, backwards: bool) -> dict[str, Crawled]:
    """Every crawl once; raises RuntimeError when they did not do the same work."""
    names = reversed(CRAWLS) if backwards else CRAWLS
    done = {name: CRAWLS[name](proxy) for name in names}
    most = max(each.pages for each in done.values())
    if any(each.pages < (1 - _ALIKE) * most for each in done.values()):
        message = f"the crawls differ in pages: { {name: each.pages for name, each in done.items()} }"
        raise RuntimeError(message)
    return done


@contextmanager
def _cores(count: int) -> Iterator[None]:
    """Keep what is started here to so many cores, where the system lets us."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
