"""What a crawl came to, section by section, in the user's words; and whether it was healthy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from newscrawl.store.base import Saved
from newscrawl.store.queue import Rest, Waiting

# Fewer refused pages than this may be the day's galleries; more, with nothing stored, is a layout that changed.
_SUSPICIOUS = 5


@dataclass(slots=True)
class SectionReport:
    """The counts of one section of one site."""

    site: str
    section: str
    sources: int = 0
    """Feeds, sitemaps and listings that were read."""
    announced: int = 0
    """Links to articles of the site in the sources, repeated ones too."""
    found: int = 0
    """Of these, the pages that were met here first; these and the due ones each end in exactly one count below."""
    due: int = 0
    """Pages that an earlier crawl left waiting, or that were due for another look."""
    unchanged_sources: int = 0
    """Sources that were asked and had not changed since they were read."""
    known: int = 0
    """Not fetched: stored already, and nothing newer was announced."""
    saved: Counter[Saved] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """By the rule of robots.txt, or the opt-out, that refused them."""
    failed: Counter[str] = field(default_factory=Counter)
    """By HTTP status, or by the name of what went wrong on the way."""
    source_failures: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    """What could not be read in the sources."""

    @property
    def stored(self) -> int:
        return self.saved.total()

    @property
    def fetched(self) -> int:
        """Pages that came back and were looked at."""
        return self.stored + self.rejected.total() + self.quarantined.total()

    @property
    def unreached(self) -> int:
        """Pages that were found and not come to, when the crawl was ended early."""
        ended = self.known + self.fetched + self.refused.total() + self.failed.total()
        return max(0, self.found + self.due - ended)

    @property
    def was_asked(self) -> bool:
        """Whether this crawl asked any of the section's sources."""
        return bool(self.sources or self.source_failures or self.refused or self.problems)

    @property
    def complaint(self) -> str | None:
        """Why the section is not healthy, in one sentence; None when it is."""
        where = f"{self.site}/{self.section}"
        if self.announced == 0 and not self.stored and not self.unchanged_sources:
            if not self.was_asked:
                return None  # another worker asks them, or their host is left alone: see RunReport.complaints
            why = _list(self.source_failures + self._refusals) or _list(self.problems)
            return f"{where}: its sources gave no links" + (f" ({why})" if why else "")
        if not self.fetched and not self.known and (self.refused or self.failed):
            why = _list(self.failed + self._refusals)
            return f"{where}: no page could be fetched ({why})"
        if not self.stored and self.rejected.total() + self.quarantined.total() >= _SUSPICIOUS:
            return f"{where}: no page gave an article ({_list(self.rejected + self.quarantined)})"
        return None

    @property
    def _refusals(self) -> Counter[str]:
        return Counter({f"refused by {rule}": number for rule, number in self.refused.items()})

    def as_json(self) -> dict[str, Any]:
        """The counts as plain JSON values."""
        return {
            "site": self.site,
            "section": self.section,
            "sources": self.sources,
            "announced": self.announced,
            "unchanged_sources": self.unchanged_sources,
            "found": self.found,
            "due": self.due,
            "known": self.known,
            "new": self.saved["new"],
            "changed": self.saved["changed"],
            "unchanged": self.saved["unchanged"],
            "rejected": dict(self.rejected),
            "quarantined": dict(self.quarantined),
            "refused_by_robots": self.refused.total(),
            "refused_rules": dict(self.refused),
            "failed": dict(self.failed),
            "source_failures": dict(self.source_failures),
            "problems": dict(self.problems),
            "unreached": self.unreached,
        }


@dataclass(slots=True)
class RunReport:
    """All sections of a crawl, in the order in which they were begun."""

    sections: dict[tuple[str, str], SectionReport] = field(default_factory=dict)
    waiting: Sequence[Waiting] = ()
    """What the sites have in the frontier when the crawl ends."""
    rests: dict[tuple[str, str], Rest] = field(default_factory=dict)
    """The sections whose host is left alone when the crawl ends."""
    complete: bool = True
    """False for a crawl that was ended before it came to its end: then nobody knows what was still to come."""

    def of(self, site: str, section: str) -> SectionReport:
        """The section's counts, begun when they are first asked for."""
        return self.sections.setdefault((site, section), SectionReport(site, section))

    def __iter__(self) -> Iterator[SectionReport]:
        return iter(self.sections.values())

    @property
    def saved(self) -> Counter[Saved]:
        return sum((section.saved for section in self), Counter[Saved]())

    @property
    def complaints(self) -> list[str]:
        """One sentence for each section that is not healthy; none for a crawl that was ended early."""
        if not self.complete:
            return []
        complaints = (section.complaint or self._put_off(section) for section in self)
        return [complaint for complaint in complaints if complaint]

    def _put_off(self, section: SectionReport) -> str | None:
        """Why nobody asked the section's sources; None when somebody did, or when another worker does."""
        rest = self.rests.get((section.site, section.section))
        if rest is None or section.was_asked or section.unchanged_sources:
            return None
        until = f"{rest.until:%Y-%m-%d %H:%M} UTC"
        where = f"{section.site}/{section.section}"
        return f"{where}: its sources were not asked: {rest.host} is left alone until {until} ({rest.reason})"

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values, for the store and for other programs."""
        return {
            "sections": [section.as_json() for section in self],
            "complaints": self.complaints,
            "waiting": [_waiting_json(waiting) for waiting in self.waiting if waiting.state != "done"],
        }


def _waiting_json(waiting: Waiting) -> dict[str, Any]:
    return asdict(waiting) | {"due_at": waiting.due_at.isoformat() if waiting.due_at else None}


def _list(reasons: Counter[str]) -> str:
    return ", ".join(f"{count} × {reason}" for reason, count in reasons.most_common() if count)
