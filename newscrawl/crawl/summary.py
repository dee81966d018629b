"""The run report as a person reads it, and as a program does."""

from __future__ import annotations

import json
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from newscrawl.crawl.report import RunReport, SectionReport
from newscrawl.crawl.session import CrawlSession
from newscrawl.store.queue import Waiting

_COLUMNS = ("Found", "Due", "Known", "New", "Changed", "Same", "Rejected", "Refused", "Failed")


def print_summary(session: CrawlSession, *, as_json: bool) -> None:
    """Print how the crawl ended: a table and one sentence for whatever is wrong, or one JSON object."""
    if session.options.dry_run:
        print_listed(session, as_json=as_json)
    elif as_json:
        run = {"run": session.run_id, "outcome": session.outcome, "error": session.error}
        print(json.dumps(run | session.report.as_json(), ensure_ascii=False))
    else:
        _print_table(session)


def print_listed(session: CrawlSession, *, as_json: bool) -> None:
    """Print what a dry run would have fetched, a line a page, and on stderr what is wrong."""
    for visit in session.listed:
        if as_json:
            published = visit.discovered.published_at
            line = {"url": visit.url, "site": visit.site, "section": visit.section, "title": visit.discovered.title}
            print(json.dumps(line | {"published_at": published.isoformat() if published else None}, ensure_ascii=False))
        else:
            print(visit.url)
    for complaint in session.report.complaints:
        print(f"! {complaint}", file=sys.stderr)


def _print_table(session: CrawlSession) -> None:
    console = Console()
    console.print(summary_table(session.report))
    for line in notes(session.report):
        console.print(f"  {line}", style="dim", markup=False, highlight=False)
    for complaint in session.report.complaints:
        console.print(f"! {complaint}", style="bold yellow", markup=False, highlight=False)


def summary_table(report: RunReport) -> Table:
    """A row a section; every found page stands in exactly one of the columns behind it."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("Site", style="bold", no_wrap=True)
    table.add_column("Section", overflow="fold")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for section in report:
        table.add_row(section.site, section.section, *(str(count) if count else "·" for count in _counts(section)))
    return table


def notes(report: RunReport) -> list[str]:
    """Behind the numbers: why pages were rejected or failed, and what could not be read."""
    lines = []
    for section in report:
        parts = {
            "refused": section.refused,
            "rejected": section.rejected,
            "quarantined": section.quarantined,
            "failed": section.failed,
            "sources failed": section.source_failures,
            "problems": section.problems,
        }
        told = "; ".join(f"{name}: {_listed(counts)}" for name, counts in parts.items() if counts)
        numbers = {"sources unchanged": section.unchanged_sources, "not reached": section.unreached}
        told = "; ".join([told, *(f"{name}: {number}" for name, number in numbers.items() if number)]).lstrip("; ")
        if told:
            lines.append(f"{section.site}/{section.section}: {told}")
    return lines + [_waits(waiting) for waiting in report.waiting if waiting.state != "done"]


def _waits(waiting: Waiting) -> str:
    where = f"{waiting.site}/{waiting.section}: {waiting.rows}"
    if waiting.state == "quarantined":
        return f"{where} in quarantine ({waiting.reason or 'no reason'}): newscrawl frontier retry {waiting.site}"
    until = f"{waiting.due_at.astimezone():until %d %b %H:%M}" if waiting.due_at else "now due"
    why = f" ({waiting.reason})" if waiting.reason else ", for another look"
    return f"{where} wait, {until}{why}"


def _counts(section: SectionReport) -> tuple[int, ...]:
    return (
        section.found,
        section.due,
        section.known,
        section.saved["new"],
        section.saved["changed"],
        section.saved["unchanged"],
        section.rejected.total() + section.quarantined.total(),
        section.refused.total(),
        section.failed.total(),
    )


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in counts.most_common())
