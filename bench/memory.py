"""Memory and throughput of ``newscrawl extract --batch``: flat for any number of pages, and more with more workers.

``python -m bench.memory 100000`` is the long run: it prints what parent and workers hold as the pages go by.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.extraction import page_sets
from bench.figures import Figure

PAGES = 2_000
"""Enough for every worker to be replaced once, and for a leak of a kilobyte a page to show."""
_SAMPLES = 40
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Sample:
    """What the batch's processes hold in memory, in MB, when so many pages are done."""

    done: int
    parent: float
    worker: float
    """The largest worker."""


@dataclass(frozen=True, slots=True)
class BatchRun:
    seconds: float
    samples: tuple[Sample, ...]


def memory_figures() -> list[Figure]:
    """One batch with a worker, and one with a worker for every core; memory where /proc tells it."""
    cores = os.cpu_count() or 1
    with _lines(PAGES) as listed:
        one, all_ = run_batch(listed, PAGES, 1), run_batch(listed, PAGES, cores)
    figures = [_figure(f"batch, {cores} workers", PAGES / all_.seconds, "1 worker", PAGES / one.seconds, "pages/s")]
    if all_.samples:
        half = len(all_.samples) // 2
        for name in ("parent", "worker"):
            early, late = (max(getattr(s, name) for s in part) for part in (all_.samples[:half], all_.samples[half:]))
            figures.append(_figure(f"batch, {name}, last half", late, "first half", early, "MB"))
    return figures


def run_batch(listed: Path, pages: int, workers: int, *, tell: bool = False) -> BatchRun:
    """Extract the pages that are listed, with as many workers; ``tell`` prints every sample."""
    command = [sys.executable, "-m", "newscrawl", "extract", "--batch", str(listed), "--workers", str(workers)]
    samples = []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as batch:
        assert batch.stdout is not None
        done, began = 0, 0.0
        for done, _ in enumerate(batch.stdout, 1):
            began = began or time.perf_counter()  # what starting takes is not the pages'
            if done % max(1, pages // _SAMPLES) == 0 and _PROC.is_dir():
                samples.append(_sample(batch.pid, done))
                if tell:
                    print(f"{done:>8} pages  parent {samples[-1].parent:6.1f} MB  worker {samples[-1].worker:6.1f} MB")
    if done != pages or batch.returncode:
        message = f"the batch ended with {batch.returncode} after {done} of {pages} pages"
        raise RuntimeError(message)
    return BatchRun(time.perf_counter() - began, tuple(samples))


def _figure(what: str, ours: float, beside: str, theirs: float, unit: str) -> Figure:
    return Figure(what, ours, beside, theirs, unit, ours / theirs)


@contextmanager
def _lines(count: int) -> Iterator[Path]:
    """A file that lists so many pages: those of the extraction benchmark, again and again."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, pages in page_sets():
            for number, page in enumerate(pages):
                file = Path(folder, f"{name}-{number}.html.gz")
                file.write_bytes(gzip.compress(page.body))
                files.append((str(file), page.url))
        listed = Path(folder, "pages.jsonl")
        with listed.open("w") as lines:
            for id_, (path, url) in enumerate(islice(cycle(files), count)):
                print(json.dumps({"id": id_, "file": path, "url": url}), file=lines)
        yield listed


def _sample(parent: int, done: int) -> Sample:
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(entry)):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    # The fork server is a child, the workers are its children.
    workers = [worker for child in children.get(parent, ()) for worker in children.get(child, ())]
    return Sample(done, _resident(parent), max(map(_resident, workers), default=0.0))


def _stat(process: Path) -> list[str]:
    """The fields of the process behind its name: state, parent, ...; none when it has ended."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _resident(process: int) -> float:
    """MB; 0 when the process has ended."""
    fields = _stat(_PROC / str(process))
    return int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if fields else 0.0


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with _lines(wanted) as pages_listed:
        run = run_batch(pages_listed, wanted, os.cpu_count() or 1, tell=True)
    print(f"{wanted / run.seconds:.1f} pages a second")
