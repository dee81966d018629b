"""What became of a request, and the end that its row comes to by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from newscrawl.crawl.frontier.revisits import Revisits
from newscrawl.sites import Site
from newscrawl.store.queue import Claim, End

Kind = Literal["stored", "read", "same", "dropped", "broken", "failed", "refused", "moved", "put back", "lost"]
SOURCES = frozenset({"feed", "sitemap", "listing", "archive", "any"})

WALKED = frozenset({"listing", "archive", "any"})
"""Kinds that have further pages."""
_CAME = frozenset({"read", "stored", "dropped"})
_BUSY = frozenset({429, 503})
"""Statuses of a server that is asked too much, or is under repair: no fault of the page."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request.

    ``stored``: its article is. ``read``: its links are. ``same``: nothing has changed. ``dropped``: it holds no
    article. ``broken``: it cannot be worked on, and a person has to look. ``failed``: it did not come. ``refused``: not
    now, and not for a fault of its own. ``moved``: another URL was queued in its place. ``put back``: it was not come
    to. ``lost``: it came, but nothing could be stored.
    """

    kind: Kind
    reason: str = ""
    status: int | None = None
    changed: bool = True
    """Of an article: whether its text is new or has changed."""
    published_at: datetime | None = None
    brought: int = 0
    """Of a source: how many links it had that nobody knew."""
    final: bool = False
    """Of a failure: that no other try would help."""
    seconds: float | None = None
    """Of a failure or refusal: the pause that the server asked for."""


PUT_BACK = Outcome("put back")
LOST = Outcome("lost")


def end_of(claim: Claim, outcome: Outcome, site: Site, revisits: Revisits, now: datetime) -> End | None:
    """The end of the claim; None for one that is to be put back as it was."""
    match outcome.kind:
        case "put back" | "lost":
            return None
        case "failed":
            return _failure(claim, outcome, revisits, now)
        case "refused":
            due = now + timedelta(seconds=min(outcome.seconds or revisits.refused, revisits.refused))
            return End(
                claim,
                "waiting",
                succeeded=False,
                counts=False,
                due_at=due,
                reason=outcome.reason,
                status=outcome.status,
            )
        case "broken":
            return End(claim, "quarantined", succeeded=False, reason=outcome.reason, status=outcome.status)
        case "moved":
            return End(claim, "done", succeeded=True, reason=outcome.reason, status=outcome.status)
        case _:
            return _success(claim, outcome, site, revisits, now)


def is_polled(claim: Claim) -> bool:
    """Whether the row is a source that is asked again and again by itself, rather than found again by its parent."""
    entry = claim.entry
    return entry.kind in SOURCES - {"archive"} and not entry.page and not entry.depth and not entry.hops


def walk_ended(claim: Claim, outcome: Outcome, end: End) -> str:
    """The walk, by its first page's URL, that ends with a page which no other follows; empty when none does.

    A walk that an earlier crawl began ends with its own further pages: what its first page brings now ends no walk.
    """
    entry = claim.entry
    if entry.kind not in WALKED:
        return ""
    if not entry.walk:
        return entry.url if outcome.kind in _CAME and not claim.walk_is_open else ""
    given_up = outcome.kind in {"failed", "broken"} and end.state in {"done", "quarantined"}
    return entry.walk if outcome.kind in _CAME or given_up else ""


def _failure(claim: Claim, outcome: Outcome, revisits: Revisits, now: datetime) -> End:
    pause = revisits.retry(claim.attempts)
    if pause is None and outcome.status in _BUSY:
        pause = revisits.busy  # a host that is busy for a day sends no page to quarantine
    if outcome.final:
        # A page that is gone is done with; a source is what the site's definition names, and may come back.
        pause = revisits.poll_most if is_polled(claim) else None
        if pause is None:
            return End(claim, "done", succeeded=False, reason=outcome.reason, status=outcome.status)
    if pause is None:
        return End(claim, "quarantined", succeeded=False, reason=outcome.reason, status=outcome.status)
    due = now + timedelta(seconds=max(pause, outcome.seconds or 0))
    return End(claim, "waiting", succeeded=False, due_at=due, reason=outcome.reason, status=outcome.status)


def _success(claim: Claim, outcome: Outcome, site: Site, revisits: Revisits, now: datetime) -> End:
    interval, due = None, None
    if is_polled(claim):
        interval = revisits.poll_interval(claim.interval, outcome.brought)
        due = now + timedelta(seconds=interval)
    elif outcome.kind != "read" and (outcome.kind != "dropped" or claim.visits):
        due = revisits.of_article(site, _since(claim, outcome, now), now)
    # An article that a dated walk found is the site's like any other from now on.
    purpose = "news" if ".." in claim.entry.purpose and claim.entry.kind == "article" else None
    return End(
        claim,
        "waiting" if due else "done",
        succeeded=True,
        due_at=due,
        reason=outcome.reason,
        status=outcome.status,
        interval=interval,
        purpose=purpose,
    )


def _since(claim: Claim, outcome: Outcome, now: datetime) -> datetime:
    """From when an article's age counts: its publication, or the change that was just seen."""
    published = outcome.published_at or claim.entry.discovered.published_at
    if claim.visits and outcome.changed and outcome.kind == "stored":
        return now
    return min(published, now) if published else (claim.fetched_at or now)
