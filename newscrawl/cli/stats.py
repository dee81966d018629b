"""``newscrawl stats``: how many articles there are of each site, month, author and so on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import click

from newscrawl.cli.narrowing import narrowed
from newscrawl.cli.opening import opened_store
from newscrawl.cli.options import filter_options
from newscrawl.cli.output import console, for_people, json_option, note, plain_table, print_json, words
from newscrawl.store.base import Facet

if TYPE_CHECKING:
    from rich.table import Table

_BAR = 40  # columns


@click.command()
@click.option("--by", type=click.Choice(get_args(Facet)), default="site", show_default=True, help="What to count by.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="Only so many lines.")
@filter_options
@json_option
def stats(by: Facet, limit: int | None, filters: dict[str, str], as_json: bool) -> None:
    """Count the stored articles by site, month, author and so on.

    Days and months are those of the articles' own zones.
    """
    with opened_store() as store:
        counts = store.counts(by, narrowed(store, filters))
    shown = counts[:limit]
    if not for_people(as_json):
        print_json({"by": by, "value": value, "count": count} for value, count in shown)
        return
    if not shown:
        note("No article fits.")
        return
    console().print(_bars(by, shown))
    if len(counts) > len(shown):
        note(f"and {len(counts) - len(shown):,} more")


def _bars(by: str, counts: Sequence[tuple[str, int]]) -> Table:
    from rich.bar import Bar

    most = max(count for _, count in counts)
    table = plain_table(by.capitalize(), "Articles", "")
    table.columns[0].no_wrap = True
    table.columns[1].justify = "right"
    for value, count in counts:
        table.add_row(words(value or "-"), words(f"{count:,}"), Bar(most, 0, count, width=_BAR, color="cyan"))
    return table
