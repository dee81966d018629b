"""``newscrawl frontier``: which URLs wait, until when and why; try them again, or forget them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from newscrawl.cli.lazy import Group
from newscrawl.cli.opening import catalogue, environment, require_store
from newscrawl.cli.options import site_names
from newscrawl.cli.output import console, for_people, json_option, local, note, plain_table, print_json, words
from newscrawl.model.errors import UnknownSite, UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from newscrawl.store.queue import Waiting

_STYLES = {"quarantined": "red", "claimed": "green"}

_sites = click.argument("names", nargs=-1, metavar="[SITE]...", shell_complete=site_names)
_urls = click.option("--url", "urls", metavar="URL", multiple=True, help="Only this URL; may be given several times.")


@click.group(cls=Group, invoke_without_command=True)
@json_option
@click.pass_context
def frontier(context: click.Context, as_json: bool) -> None:
    """Show the queue of URLs, try again what failed, forget what is not wanted.

    Without a command it is shown as a whole.
    """
    if context.invoked_subcommand is None:
        _status((), as_json)


@frontier.command("status")
@_sites
@json_option
def status(names: tuple[str, ...], as_json: bool) -> None:
    """Show how many URLs wait, until when and why.

    Of all sites, or of those that are named.
    """
    _status(names, as_json)


@frontier.command("retry")
@_sites
@_urls
@json_option
def retry(names: tuple[str, ...], urls: tuple[str, ...], as_json: bool) -> None:
    """Make due now what failed: given up, or waiting for another try.

    Of all sites, or of the sites and URLs that are named. Hosts that were to be left alone for a while are asked again.
    """
    from newscrawl.query import queue

    address = _checked(names)
    _tell("retried", _number(lambda: queue.retry(address, names, urls)), as_json)


@frontier.command("forget")
@_sites
@_urls
@json_option
def forget(names: tuple[str, ...], urls: tuple[str, ...], as_json: bool) -> None:
    """Remove URLs from the queue, with all it knows of them.

    Articles stay, and so does what a crawl is working on just now.
    """
    from newscrawl.query import queue

    if not names and not urls:
        message = "name one or more sites, or --url URL"
        raise click.UsageError(message)
    address = _checked(names)
    _tell("forgotten", _number(lambda: queue.forget(address, names, urls)), as_json)


def _status(names: tuple[str, ...], as_json: bool) -> None:
    from newscrawl.query import queue

    groups = queue.waiting(_checked(names), names)
    if not for_people(as_json):
        print_json(map(_record, groups))
    elif groups:
        console().print(_table(groups))
    else:
        note("Nothing waits.")


def _checked(names: Sequence[str]) -> str:
    """The store's address; raises UnknownSite for a name that neither the catalogue nor the queue has."""
    from newscrawl.query import queue

    address = require_store(environment().store)
    known = sorted({*catalogue().names, *(queue.queued_sites(address) if names else ())})
    for name in names:
        if name not in known:
            message = f"no site named {name!r}; there are: {', '.join(known)}"
            raise UnknownSite(message)
    return address


def _number(act: Any) -> int:
    try:
        return int(act())
    except ValueError as error:  # a URL that is none
        raise UsageError(str(error)) from error


def _tell(what: str, number: int, as_json: bool) -> None:
    if for_people(as_json):
        click.echo(f"{number:,} {'URL' if number == 1 else 'URLs'} {what}.")
    else:
        print_json([{what: number}])


def _record(group: Waiting) -> dict[str, Any]:
    return {
        "site": group.site,
        "section": group.section,
        "state": group.state,
        "reason": group.reason or None,
        "urls": group.rows,
        "due_at": group.due_at.isoformat() if group.due_at else None,
    }


def _table(groups: Iterable[Waiting]) -> Table:
    table = plain_table("Site", "Section", "State", "URLs", "Next", "Why")
    table.columns[0].overflow = table.columns[1].overflow = "fold"
    for column in table.columns[2:5]:
        column.no_wrap = True  # of a narrow window the reasons, and then the names, take several lines
    table.columns[3].justify = "right"
    for group in groups:
        table.add_row(
            words(group.site, "bold"),
            words(group.section or "-"),
            words(group.state, _STYLES.get(group.state, "")),
            words(f"{group.rows:,}"),
            words(local(group.due_at.astimezone()) if group.due_at else "-"),
            words(group.reason or "-"),
        )
    return table
