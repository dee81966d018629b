"""``newscrawl runs``: what past crawls found, stored and refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from newscrawl.cli.lazy import Group
from newscrawl.cli.opening import opened_store
from newscrawl.cli.output import console, for_people, json_option, local, note, plain_table, print_json, words
from newscrawl.model.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from newscrawl.store.base import Run

_KEPT = 1000  # runs among which `runs show` looks for an ID
_COUNTED = ("found", "known", "new", "changed", "unchanged")
_COLUMNS = ("Found", "Known", "New", "Changed", "Same", "Rejected", "Robots", "Failed")
_REASONS = ("rejected", "quarantined", "failed", "source_failures", "problems")


@click.group(cls=Group, invoke_without_command=True)
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, _KEPT), default=20, show_default=True, help="How many runs."
)
@json_option
@click.pass_context
def runs(context: click.Context, limit: int, as_json: bool) -> None:
    """List past crawls and show their reports.

    Without a command the latest runs are listed, newest first.
    """
    if context.invoked_subcommand is None:
        _list_runs(limit, as_json)


@runs.command("list")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, _KEPT), default=20, show_default=True, help="How many runs."
)
@json_option
def list_runs(limit: int, as_json: bool) -> None:
    """List the latest runs, newest first."""
    _list_runs(limit, as_json)


@runs.command("show")
@click.argument("run_id", metavar="[ID]", required=False)
@json_option
def show_run(run_id: str | None, as_json: bool) -> None:
    """Show the report of the run ID, or of the last one, section by section."""
    with opened_store() as store:
        run = _choose(run_id, store.runs(1 if run_id is None else _KEPT))
    if not for_people(as_json):
        print_json([{**_summary(run), "report": dict(run.report)}])
        return
    screen = console()
    screen.print(words(f"Run {run.id}", "bold"), words(", ".join(run.sites)))
    screen.print(words(f"{local(run.started_at.astimezone())}, took {_took(run)},"), _ending(run))
    screen.print()
    screen.print(_sections_table(_sections(run)))
    _print_reasons(run)


def _choose(run_id: str | None, known: list[Run]) -> Run:
    for run in known:
        if run_id in (None, run.id):
            return run
    if run_id is None:
        message = "the store holds no run yet; newscrawl crawl makes one"
    else:
        message = f"no run {run_id!r}; the latest are: {', '.join(run.id for run in known[:5]) or 'none'}"
    raise UsageError(message)


def _list_runs(limit: int, as_json: bool) -> None:
    with opened_store() as store:
        latest = store.runs(limit)
    if not for_people(as_json):
        print_json(_summary(run) for run in latest)
    elif latest:
        console().print(_runs_table(latest))
    else:
        note("The store holds no run yet; newscrawl crawl makes one.")


def _sections(run: Run) -> list[Mapping[str, Any]]:
    """The report's sections; a run that was killed has none."""
    return [section for section in run.report.get("sections", ()) if isinstance(section, Mapping)]


def _summary(run: Run) -> dict[str, Any]:
    """The run without its sections, their counts added up."""
    sections = _sections(run)
    counts = {name: sum(section.get(name, 0) for section in sections) for name in _COUNTED}
    reasons = {name: _added(section.get(name) for section in sections) for name in _REASONS[:3]}
    return {
        "id": run.id,
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "sites": list(run.sites),
        "outcome": run.outcome,
        "healthy": run.healthy,
        **counts,
        **reasons,
        "refused_by_robots": sum(section.get("refused_by_robots", 0) for section in sections),
        "complaints": list(run.report.get("complaints", ())),
    }


def _added(counters: Iterable[Mapping[str, int] | None]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for counter in counters:
        total.update(counter or {})
    return dict(total.most_common())


def _runs_table(latest: Iterable[Run]) -> Table:
    """Two lines a run: when and how it ended above, its ID and how long it took below."""
    table = plain_table("Run", "Sites", "Found", "New", "Changed", "Rejected", "Ended")
    table.columns[0].no_wrap = True
    table.columns[1].overflow = "fold"
    for column in table.columns[2:6]:
        column.justify = "right"
    for run in latest:
        summary = _summary(run)
        table.add_row(
            words(local(run.started_at.astimezone())).append(f"\n{words(run.id)}", style="dim"),
            words(", ".join(run.sites)),
            *(words(f"{summary[name]:,}") for name in ("found", "new", "changed")),
            words(f"{sum(summary['rejected'].values()):,}"),
            _ending(run).append(f"\n{_took(run)}", style="dim"),
        )
    return table


def _ending(run: Run) -> Text:
    if run.outcome == "killed":
        return words(run.outcome, "red")
    if run.healthy is None:
        return words(run.outcome, "yellow")
    if run.healthy:
        return words(run.outcome, "green")
    return words("unhealthy" if run.outcome == "finished" else run.outcome, "red")


def _took(run: Run) -> str:
    if run.ended_at is None:
        return "-"
    return str(timedelta(seconds=round((run.ended_at - run.started_at).total_seconds())))


def _sections_table(sections: Iterable[Mapping[str, Any]]) -> Table:
    table = plain_table("Site", "Section", *_COLUMNS, gap=1)
    table.columns[0].overflow = table.columns[1].overflow = "fold"
    for column in table.columns[2:]:
        column.justify, column.no_wrap = "right", True
    for section in sections:
        counts = [section.get(name, 0) for name in _COUNTED]
        counts += [_total(section, "rejected", "quarantined"), section.get("refused_by_robots", 0)]
        counts += [_total(section, "failed")]
        names = (words(section.get("site", "-"), "bold"), words(section.get("section", "-")))
        table.add_row(*names, *(words(count or "·") for count in counts))
    return table


def _total(section: Mapping[str, Any], *names: str) -> int:
    return sum(sum((section.get(name) or {}).values()) for name in names)


def _print_reasons(run: Run) -> None:
    """Below the table: the reasons behind its numbers, and what was not healthy."""
    screen = console()
    for name in _REASONS:
        counts = _added(section.get(name) for section in _sections(run))
        if counts:
            listed = ", ".join(f"{count} × {reason}" for reason, count in counts.items())
            screen.print(words(f"{name.replace('_', ' ').capitalize()}: {listed}"))
    for complaint in run.report.get("complaints", ()):
        screen.print(words(complaint, "red"))
