"""How much and how long one connection through the proxy may last."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import TracebackType
from typing import Self

MAX_HEAD = 64 * 1024
"""Bytes of a request's or response's first line and headers."""
HEAD_SECONDS = 10.0
"""For the client to send its request's head: it is the browser on this machine."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the proxy's connections."""

    connect_seconds: float = 30.0
    """To look a name up and connect to it."""
    idle_seconds: float = 30.0
    """Without a byte in either direction."""
    total_seconds: float = 600.0
    """A connection that serves one page after the other is closed after this; the browser opens another."""
    max_bytes: int = 64 * 1024 * 1024
    """In both directions together."""
    max_connections: int = 256
    """At once."""


class TooMuch(OSError):
    """More bytes than one connection may carry."""


class Meter:
    """Ends the block of code it is the context of, with TimeoutError or TooMuch, when a connection's time or bytes are
    used up.
    """

    def __init__(self, limits: Limits) -> None:
        self.bytes = 0
        self._limits = limits
        self._end = asyncio.get_running_loop().time() + limits.total_seconds
        self._timeout = asyncio.timeout_at(self._next_end())

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._timeout.__aexit__(kind, error, trace)

    def moved(self, count: int) -> None:
        """Count bytes that have passed; raises TooMuch."""
        self.bytes += count
        if self.bytes > self._limits.max_bytes:
            message = f"more than {self._limits.max_bytes} bytes"
            raise TooMuch(message)
        if not self._timeout.expired():
            self._timeout.reschedule(self._next_end())

    def _next_end(self) -> float:
        return min(self._end, asyncio.get_running_loop().time() + self._limits.idle_seconds)
