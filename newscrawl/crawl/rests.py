"""What a response or an error makes of its host: whether it is left alone for a while, and for how long.

A server that names a time gets it. One that says "too fast" or "busy" without a time, and one that fails again and
again, gets pauses that double from a minute to an hour. The first good answer after a pause ends it all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newscrawl.crawl.retry_after import seconds_of

FIRST_PAUSE = 60.0
LONGEST_PAUSE = 3600.0
PATIENCE = 5
"""So many failures in a row are a page's matter; with this one they are the host's."""

_BUSY = frozenset({429, 503})
_DOUBLINGS = 10  # more than LONGEST_PAUSE has room for, and far from the largest number


@dataclass(frozen=True, slots=True)
class Pause:
    """A host to leave alone, as `Frontier.rest` takes it."""

    host: str
    seconds: float
    reason: str
    """In a few words: ``429``, ``timed out``; empty when the host is well again."""
    failures: int
    """How often in a row the host failed; 0 ends its rest."""


@dataclass(slots=True)
class _Failing:
    failures: int = 0
    until: datetime | None = None
    """The end of the pause that was last asked for."""


class Rests:
    """The hosts that fail, of one crawl; those of earlier crawls are recalled from the frontier."""

    def __init__(self, longest: float, now: Callable[[], datetime] | None = None) -> None:
        self.longest = longest
        """Seconds; a server that asks for more gets this."""
        self._now = now or (lambda: datetime.now(UTC))
        self._failing: dict[str, _Failing] = {}

    def recall(self, host: str, failures: int, until: datetime) -> None:
        """Take over what an earlier crawl knew of the host, as `Frontier.resting` tells it."""
        if failures and host not in self._failing:
            self._failing[host] = _Failing(failures, until)

    def answered(self, host: str, status: int, retry_after: str | None = None) -> Pause | None:
        """What a response makes of its host; None when nothing changes.

        ``retry_after`` is the header as it came; it counts with 429 and server errors.
        """
        if status not in _BUSY and status < 500:
            return self._well(host)
        return self._ill(host, str(status), busy=status in _BUSY, asked=seconds_of(retry_after, self._now()))

    def failed(self, host: str, reason: str) -> Pause | None:
        """What a connection that failed, broke off or took too long makes of its host; None when nothing changes."""
        return self._ill(host, reason, busy=False, asked=None)

    def _well(self, host: str) -> Pause | None:
        """The end of the host's troubles; what was under way when a pause began does not end it."""
        failing = self._failing.get(host)
        if failing is None or self._pausing(failing):
            return None
        del self._failing[host]
        return Pause(host, 0.0, "", 0) if failing.until else None

    def _ill(self, host: str, reason: str, *, busy: bool, asked: float | None) -> Pause | None:
        failing = self._failing.setdefault(host, _Failing())
        if self._pausing(failing) and asked is None:
            return None  # it was under way when the pause began, and says nothing new
        failing.failures += 1
        seconds = self._seconds(failing.failures, busy=busy, asked=asked)
        if seconds is None:
            return None
        failing.until = max(failing.until or self._now(), self._now() + timedelta(seconds=seconds))
        return Pause(host, seconds, reason, failing.failures)

    def _seconds(self, failures: int, *, busy: bool, asked: float | None) -> float | None:
        """How long the pause is; None for none."""
        if asked is not None:
            return min(self.longest, max(1.0, asked))
        pauses = failures if busy else failures - PATIENCE + 1
        if pauses < 1:
            return None
        return min(self.longest, LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(pauses - 1, _DOUBLINGS))

    def _pausing(self, failing: _Failing) -> bool:
        return failing.until is not None and self._now() < failing.until
