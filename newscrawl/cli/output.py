"""How results are printed: JSON lines for programs, and what a table on a terminal has in common."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

# Control characters that JSON lets stand, marks that turn the text round, and halves of surrogate pairs.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

json_option = click.option(
    "--json", "as_json", is_flag=True, help="JSON lines, on a terminal too (elsewhere they are the default)."
)


def for_people(as_json: bool) -> bool:
    """Whether a person reads: standard output is a terminal and JSON was not asked for."""
    return not as_json and sys.stdout.isatty()


def json_line(record: Mapping[str, Any]) -> bytes:
    """The record on one line of UTF-8, with its newline; what a terminal would obey is written as an escape."""
    line = json.dumps(record, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line).encode() + b"\n"


def print_json(records: Iterable[Mapping[str, Any]]) -> None:
    """Print each record on a line of its own as soon as it is there."""
    output = sys.stdout.buffer
    for record in records:
        output.write(json_line(record))
        output.flush()


def console() -> Console:
    """Standard output as rich sees it; pages' own words are never read as markup."""
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def plain_table(*columns: str, gap: int = 2) -> Table:
    """A table without lines, its headings dim, ``gap`` spaces between columns."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="dim", show_edge=False)
    for column in columns:
        table.add_column(column)
    return table


def words(text: object, style: str = "") -> Text:
    """Any text as it may be shown on a terminal: no control characters, on one line."""
    from rich.text import Text

    return Text(" ".join(printable(str(text)).split()), style=style)


def note(message: str) -> None:
    """A remark to the person, on standard error."""
    click.echo(click.style(printable(message), dim=True), err=True)


def local(moment: datetime | None) -> str:
    """A moment in its own zone, with the offset: ``2024-10-23 17:11 +07``."""
    return f"{moment:%Y-%m-%d %H:%M} {offset(moment)}" if moment else "-"


def offset(moment: datetime) -> str:
    """The offset from UTC, the minutes only where there are any: ``+07``, ``+05:30``, ``UTC``."""
    written = f"{moment:%z}"
    if not written.strip("+-0"):
        return "UTC"
    return written[:3] if written[3:5] == "00" else f"{written[:3]}:{written[3:5]}"
