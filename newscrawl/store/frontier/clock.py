"""The server's clock, as a process reads it that asks only now and then."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from newscrawl.store.session import StoreSession

_TRUSTED = 60.0
"""Seconds that two clocks run side by side before they are compared again."""


def ticks() -> float:
    """Seconds on a clock that nobody sets, and that goes on while the machine sleeps where there is such a one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class ServerClock:
    """What time it is at the server: due times and leases mean the same on every machine."""

    def __init__(self, session: StoreSession) -> None:
        self._session = session
        self._read: float | None = None
        self._time = datetime.fromtimestamp(0, UTC)

    async def now(self) -> datetime:
        """The server's time, aware, in UTC, to the millisecond."""
        if self._read is None or ticks() - self._read > _TRUSTED:
            await self._session.patiently(self._ask)
        assert self._read is not None
        now = self._time + timedelta(seconds=ticks() - self._read)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    async def _ask(self) -> None:
        answer = await self._session.database.command("hello")
        self._read, self._time = ticks(), answer["localTime"].replace(tzinfo=UTC)
