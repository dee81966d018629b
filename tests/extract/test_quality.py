"""The labelled pages beside the checkout, when they are there: no score falls below its floor, no page breaks.

The floors stand in ``quality_floors.toml``, set by measure. ``pytest --update-floors`` raises those that are more than
a hair under what is measured, and never lowers one.
"""

import gzip
import importlib.util
import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.cli.batch import refusal
from newscrawl.model import Article, Page, Rejected, to_json
from newscrawl.process import Workers
from tests.shared_folder import SHARED

FLOORS_FILE = Path(__file__).with_name("quality_floors.toml")
FLOORS = tomllib.loads(FLOORS_FILE.read_text("utf-8"))
BENCH = SHARED / "bench"
CEILINGS = {"leaks"}
"""Measures of which less is better."""
ROOM = 0.003
"""Between a floor and what was measured: less than one page of any set with a share, a few words in every text."""
SECONDS = 30.0

pytestmark = pytest.mark.skipif(not (BENCH / "evaluate.py").exists(), reason="the labelled pages are not here")


@pytest.fixture(scope="module")
def evaluate():
    spec = importlib.util.spec_from_file_location("evaluate", BENCH / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measured(evaluate):
    """For every set its outcomes, its pages' scores and their summary; all pages through the same workers."""
    gold = {name: evaluate.read(BENCH / name / "gold.jsonl") for name in FLOORS}
    jobs = ((page_of(name, entry), None) for name, entries in gold.items() for entry in entries)
    found = {}
    with Workers(os.cpu_count() or 1, SECONDS) as workers:
        outcomes = workers.process_all(jobs)
        for name, entries in gold.items():
            own = [(entry, next(outcomes)) for entry in entries]
            pages = [evaluate.score(entry, prediction_of(outcome)) for entry, outcome in own]
            found[name] = [outcome for _, outcome in own], pages, evaluate.summary(pages)
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_every_page_gives_an_article_or_a_refusal(measured, name):
    assert [str(outcome) for outcome in measured[name][0] if not isinstance(outcome, Article | Rejected)] == []


@pytest.mark.parametrize(("name", "measure"), [(name, measure) for name in FLOORS for measure in FLOORS[name]])
def test_no_score_falls_below_its_floor(measured, name, measure, request):
    _, pages, summary = measured[name]
    if request.config.getoption("--update-floors"):
        raise_floor(name, measure, summary[measure])
    score, floor = summary[measure], FLOORS[name][measure]
    kept = score <= floor if measure in CEILINGS else score >= floor
    assert kept, f"{name}: {measure} is {score}, its floor {floor}; the worst pages: {worst(pages, measure)}"


def test_the_sets_beside_the_checkout_all_have_floors():
    assert {path.parent.name for path in BENCH.glob("*/gold.jsonl")} <= set(FLOORS)


def page_of(name, entry):
    body = gzip.decompress((BENCH / name / "pages" / f"{entry['id']}.html.gz").read_bytes())
    return Page(entry["url"], body, datetime.now(UTC))


def prediction_of(outcome):
    """What ``newscrawl extract --batch`` prints of it."""
    return to_json(outcome) if isinstance(outcome, Article) else refusal(outcome)


def worst(pages, measure):
    """The ids of up to five pages that cost the score most."""
    key = "page_f1" if measure == "f1" else measure
    scored = [page for page in pages if key in page]
    scored.sort(key=lambda page: page[key], reverse=measure in CEILINGS)
    return ", ".join(f"{page['id']} ({page[key]:.2f})" for page in scored[:5])


def raise_floor(name, measure, score):
    """Move a floor up to, or a ceiling down to, a hair from what was measured; the file keeps its order."""
    if measure in CEILINGS:
        FLOORS[name][measure] = min(FLOORS[name][measure], round(min(1.0, score + ROOM), 4))
    else:
        FLOORS[name][measure] = max(FLOORS[name][measure], round(max(0.0, score - ROOM), 4))
    head = FLOORS_FILE.read_text("utf-8").split("\n[", 1)[0]
    tables = [
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in table.items()) for name, table in FLOORS.items()
    ]
    FLOORS_FILE.write_text("\n".join((f"{head.rstrip()}\n", *tables)), "utf-8")
