"""``newscrawl sites``: what the catalogue holds, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import click

from newscrawl.cli.lazy import Group
from newscrawl.cli.opening import catalogue
from newscrawl.cli.options import site_names
from newscrawl.cli.output import console, for_people, json_option, plain_table, print_json, words

if TYPE_CHECKING:
    from rich.table import Table

    from newscrawl.sites import Site

# Not settings: shown in places of their own.
_APART = {"name", "title", "domains", "sections", "archive", "overrides"}


@click.group(cls=Group, invoke_without_command=True)
@json_option
@click.pass_context
def sites(context: click.Context, as_json: bool) -> None:
    """List, show and check the site definitions.

    The shipped ones and those in the folder that NEWSCRAWL_SITES names. Without a command they are listed.
    """
    if context.invoked_subcommand is None:
        _list_sites(as_json)


@sites.command("list")
@json_option
def list_sites(as_json: bool) -> None:
    """List all sites with their sections."""
    _list_sites(as_json)


@sites.command("show")
@click.argument("name", shell_complete=site_names)
@json_option
def show_site(name: str, as_json: bool) -> None:
    """Show what is known of the site NAME."""
    site = catalogue().get(name)
    if not for_people(as_json):
        print_json([_plain(site)])
        return
    screen = console()
    screen.print(words(site.title, "bold"), words(", ".join(site.domains), "dim"))
    screen.print()
    screen.print(_settings_table(site))
    screen.print()
    screen.print(_seeds_table(site))


@sites.command("check")
@click.argument("names", metavar="[SITE]...", nargs=-1, shell_complete=site_names)
@json_option
@click.pass_context
def check_sites(context: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Look for mistakes in site definitions.

    In those of the SITEs, or in all. The exit status is 1 when there are any.
    """
    from newscrawl.sites.check import check

    every = catalogue()
    problems = {site.name: check(site) for site in ([every.get(name) for name in names] or every)}
    if for_people(as_json):
        console().print(_problems_table(problems))
    else:
        print_json({"site": name, "problems": found} for name, found in problems.items())
    if any(problems.values()):
        context.exit(1)


def _list_sites(as_json: bool) -> None:
    every = catalogue()
    if for_people(as_json):
        console().print(_sites_table(every))
    else:
        print_json(_summary(site) for site in every)


def _summary(site: Site) -> dict[str, Any]:
    return {
        "name": site.name,
        "title": site.title,
        "domains": list(site.domains),
        "language": site.language,
        "timezone": site.timezone,
        "archive": site.archive is not None,
        "needs_javascript": site.needs_javascript,
        "sections": [section.name for section in site.sections],
    }


def _plain(value: Any) -> Any:
    """A part of a definition as JSON values; of a function, the name."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return getattr(value, "__name__", "a function") if callable(value) else value


def _sites_table(every: Iterable[Site]) -> Table:
    """A line a site; of its sections as many as there is room for."""
    table = plain_table("Site", "Title", "Domain", "Lang", "Archive", "", "Sections")
    table.columns[5].justify = "right"
    table.columns[6].no_wrap = True
    table.columns[6].ratio = 1
    table.expand = True
    for site in every:
        table.add_row(
            words(site.name, "bold"),
            words(site.title),
            words(", ".join(site.domains)),
            words(site.language or "-"),
            words("dated" if site.archive else "-"),
            words(len(site.sections)),
            words(", ".join(section.name for section in site.sections)),
        )
    return table


def _settings_table(site: Site) -> Table:
    """The fields that differ from their defaults."""
    table = plain_table("Setting", "Value")
    table.columns[1].overflow = "fold"
    for field in fields(site):
        value = getattr(site, field.name)
        if field.name not in _APART and value not in ((), None, False, {}):
            shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            table.add_row(words(field.name), words(shown))
    if site.archive:
        table.add_row(words("archive"), words(site.archive.url))
    if site.overrides:
        table.add_row(words("overrides"), words(", ".join(site.overrides)))
    return table


def _seeds_table(site: Site) -> Table:
    table = plain_table("Section", "Source", "URL")
    table.columns[2].overflow = "fold"
    for section in site.sections:
        for number, (kind, url) in enumerate(section.seeds):
            table.add_row(words("" if number else section.name, "bold"), words(kind), words(url))
    return table


def _problems_table(problems: dict[str, list[str]]) -> Table:
    table = plain_table("Site", "", "Problem")
    for name, found in problems.items():
        for number, problem in enumerate(found or [""]):
            state = words("problem", "red") if problem else words("ok", "green")
            table.add_row(words("" if number else name, "bold"), state, words(problem))
    return table
