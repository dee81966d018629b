"""``newscrawl extract --explain``: why a page gives what it gives, for a person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from newscrawl.cli.output import console, plain_table, print_json, words
from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from rich.table import Table

    from newscrawl.extract.explain import Explanation

_TEXT = 100  # characters of a block or value that are shown
_STAYED, _WENT = "+", "-"
_WON = "*"


def print_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Tables on a terminal, lines elsewhere, one JSON object with ``--json``."""
    if as_json:
        print_json([asdict(explanation)])
    elif sys.stdout.isatty():
        _print_tables(explanation)
    else:
        click.echo("\n".join(_lines(explanation)))


def _print_tables(explanation: Explanation) -> None:
    screen = console()
    for line in _head(explanation):
        screen.print(words(line, "bold"))
    screen.print()
    screen.print(_candidates(explanation))
    screen.print()
    screen.print(_blocks(explanation))


def _candidates(explanation: Explanation) -> Table:
    table = plain_table("field", "", "value", "source")
    last = ""
    for name, won, value, source in _choices(explanation):
        style = "" if won else "dim"
        table.add_row(
            words("" if name == last else name), _WON if won else "", words(value, style), words(source, style)
        )
        last = name
    return table


def _blocks(explanation: Explanation) -> Table:
    table = plain_table("", "where", "element", "text", "why")
    for fate in explanation.blocks:
        style = "" if fate.kept else "dim"
        mark = words(_STAYED if fate.kept else _WENT, "green" if fate.kept else "red")
        cells = (fate.part, fate.element, fate.text[:_TEXT], fate.why)
        table.add_row(mark, *(words(cell, style) for cell in cells))
    return table


def _lines(explanation: Explanation) -> Iterator[str]:
    yield from _head(explanation)
    yield ""
    for name, won, value, source in _choices(explanation):
        yield _line(f"{name:14} {_WON if won else ' '} {value}  [{source}]")
    yield ""
    for fate in explanation.blocks:
        why = f"  [{fate.why}]" if fate.why else ""
        yield _line(f"{_STAYED if fate.kept else _WENT} {fate.part:6} {fate.element}  {fate.text[:_TEXT]}{why}")


def _head(explanation: Explanation) -> Iterator[str]:
    container = explanation.container
    yield _line(f"{explanation.url}  ({explanation.site})")
    yield _line(explanation.outcome)
    yield _line(f"container {container.element}, the {container.source}, {container.share:.0%} of the running text")
    yield _line(f"in {container.path}")


def _choices(explanation: Explanation) -> Iterator[tuple[str, bool, str, str]]:
    for name, choices in explanation.candidates.items():
        for choice in choices:
            yield name, choice.won, choice.value[:_TEXT], choice.source


def _line(text: str) -> str:
    """Any text on one line, without what a terminal would obey."""
    return printable(text.replace("\n", " "))
