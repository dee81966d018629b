"""``newscrawl export``: any number of stored articles to a file or another program."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from newscrawl.cli.narrowing import narrowed
from newscrawl.cli.opening import opened_store
from newscrawl.cli.options import filter_options
from newscrawl.cli.output import note
from newscrawl.model import Article
from newscrawl.query import find as find_articles
from newscrawl.query import write_csv, write_jsonl

_WRITERS: dict[str, Callable[[Iterable[Article], TextIO], int]] = {"jsonl": write_jsonl, "csv": write_csv}


@click.command()
@click.option("--format", "kind", type=click.Choice(tuple(_WRITERS)), required=True, help="JSON lines or CSV.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; otherwise standard output."
)
@filter_options
def export(kind: str, output: Path | None, filters: dict[str, str]) -> None:
    """Write stored articles as JSON lines or CSV.

    Newest first, and however many there are. A file is written beside its place and moved there when it is whole, so
    that nobody reads half of one.
    """
    to_file = output is not None and str(output) != "-"
    watched = sys.stderr.isatty() and (to_file or not sys.stdout.isatty())
    with opened_store() as store:
        query = narrowed(store, filters)
        articles: Iterable[Article] = find_articles(store, query)
        if watched:
            articles = _with_progress(articles, store.count(query))
        with _file(output) if output and to_file else _standard_output() as stream:
            number = _WRITERS[kind](articles, stream)
    if watched:
        note(f"{number:,} articles" + (f" in {output}" if to_file else ""))


def _with_progress(articles: Iterable[Article], total: int) -> Iterator[Article]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("Exporting", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(articles, total=total)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """UTF-8 with the line ends as they are written, whatever the locale; left open."""
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield stream
        stream.flush()
    finally:
        stream.detach()


@contextmanager
def _file(output: Path) -> Iterator[TextIO]:
    """A file beside ``output`` that takes its place when it is whole, and is removed when anything goes wrong."""
    path = output.resolve()
    if path.exists() and not path.is_file():  # a pipe or a device cannot be replaced
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
