"""``newscrawl search``: stored articles by their words and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newscrawl.cli.narrowing import narrowed
from newscrawl.cli.opening import opened_store
from newscrawl.cli.options import filter_options
from newscrawl.cli.output import console, for_people, json_option, local, note, print_json, words
from newscrawl.model import Article, to_json
from newscrawl.query import Hit  # the command has the better right to the name
from newscrawl.query import search as search_for

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


@click.command()
@click.argument("text", nargs=-1)
@click.option(
    "--limit", metavar="N", type=click.IntRange(0), default=20, show_default=True, help="At most so many articles."
)
@click.option("--offset", metavar="N", type=click.IntRange(0), default=0, help="Leave out so many of the newest.")
@filter_options
@json_option
def search(text: tuple[str, ...], limit: int, offset: int, filters: dict[str, str], *, as_json: bool) -> None:
    """Find stored articles by their words, newest first.

    All words of TEXT must stand in the title or the text, in any order. Without TEXT the newest articles are listed.
    """
    with opened_store() as store:
        query = narrowed(store, filters, " ".join(text) or None)
        hits = search_for(store, query, limit, offset)
        if not for_people(as_json):
            print_json({**to_json(hit.article), "snippet": hit.snippet} for hit in hits)
            return
        shown = list(hits)
        total = store.count(query)
    if shown:
        console().print(_hits_table(shown, with_snippets=query.text is not None))
    note(_footer(len(shown), offset, total))


def _hits_table(hits: list[Hit], *, with_snippets: bool) -> Table:
    """Two columns: when, and what with where it is from."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=100)
    for number, hit in enumerate(hits):
        if number:
            table.add_row()
        table.add_row(words(local(hit.article.published_at), "dim"), words(hit.article.title, "bold"))
        table.add_row("", _origin(hit.article))
        if with_snippets:
            table.add_row("", _marked(hit))
    return table


def _origin(article: Article) -> Text:
    where = "/".join(part for part in (article.site, article.section) if part)
    place = article.dateline.place if article.dateline else None
    told = " · ".join(part for part in (where, place, ", ".join(article.authors)) if part)
    return words(article.id, "cyan").append(f"  {words(told)}", style="dim")


def _marked(hit: Hit) -> Text:
    snippet = words(hit.snippet)
    for start, end in hit.marks:
        snippet.stylize("bold yellow", start, end)
    return snippet


def _footer(shown: int, offset: int, total: int) -> str:
    if not shown:
        return f"No article fits; there are {total:,} up to here." if offset and total else "No article fits."
    more = f"; more with --offset {offset + shown}" if offset + shown < total else ""
    return f"{offset + 1:,} to {offset + shown:,} of {total:,}{more}"
