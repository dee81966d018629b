"""Runs every benchmark and prints one table; ``--json`` prints a line of JSON for each figure instead."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from bench.crawl import crawl_figures
from bench.extraction import extraction_figures
from bench.figures import Figure
from bench.frontier import frontier_figures, frontier_figures_to_a_million
from bench.memory import memory_figures

BENCHMARKS = {
    "extraction": extraction_figures,
    "crawl": crawl_figures,
    "memory": memory_figures,
    "frontier": frontier_figures_to_a_million,
}
QUICK = {**BENCHMARKS, "frontier": frontier_figures}
"""Without what takes too long for every time."""


def main() -> None:
    """Measure what is named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], help="which; all without")
    parser.add_argument("--quick", action="store_true", help="without the frontier of a million URLs, slow to fill")
    parser.add_argument("--json", action="store_true", dest="as_json")
    options = parser.parse_args()
    figures: list[Figure] = []
    for name in options.names or BENCHMARKS:
        print(f"measuring {name} …", file=sys.stderr)
        figures += (QUICK if options.quick else BENCHMARKS)[name]()
    if options.as_json:
        for figure in figures:
            print(json.dumps(asdict(figure)))
    else:
        Console(width=None if sys.stdout.isatty() else 140).print(_table(figures))


def _table(figures: list[Figure]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column, justify in (
        ("what", "left"),
        ("ours", "right"),
        ("beside", "left"),
        ("theirs", "right"),
        ("ratio", "right"),
        ("spread", "left"),
    ):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    for figure in figures:
        ours, theirs = f"{figure.ours:.4g} {figure.unit}", f"{figure.theirs:.4g} {figure.unit}"
        table.add_row(figure.what, ours, figure.beside, theirs, f"{figure.ratio:.2f}", _spread(figure))
    return table


def _spread(figure: Figure) -> str:
    return f"{figure.spread[0]:.2f} to {figure.spread[1]:.2f}" if figure.spread else ""


if __name__ == "__main__":
    main()
