"""The task beside Scrapy's engine that claims rows, hands them over, and writes what became of them, in batches."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from newscrawl.crawl.frontier.leases import Hand
from newscrawl.crawl.rests import Pause
from newscrawl.store.queue import Added, Claim, Claimed, End, Entry, Frontier, Rest, Wanted

logger = logging.getLogger(__name__)

RENEWAL = 15.0
"""Seconds between renewals of the leases: the store grants them for at least three times as long."""
_FEWEST, _MOST = 4, 64
"""Rows of one host that are claimed ahead: few of one that answers slowly, more of one that ran out of them."""
_HELD_PAUSE = 1.0
"""Seconds before another worker's hosts are asked for again: it may have died."""
_GATHER = 0.2
"""Seconds in which ends are gathered, while much waits: those that are written at once cost one commit."""
_MUCH = 24
"""Rows that wait for the downloader: as long as there are so many, it need not wait for what is to be written."""
_IDLE = 2.0
"""Seconds that a host without rows stays ours while there is more under way, and room: pages bring more."""
_NEW_HOSTS_PAUSE, _WELL_SUPPLIED_PAUSE = 2.0, 6.0
"""Seconds before further hosts are looked for again after none was found; the second while enough waits anyway."""


@dataclass(slots=True)
class Queued:
    """Rows to add, as they come from the spider's start."""

    entry: Entry
    renew: bool


@dataclass(eq=False)
class Pump:
    """Between one frontier and one hand. Everything here runs in the crawl's loop."""

    frontier: Frontier
    wanted: Wanted
    hand: Hand
    deliver: Callable[[Claim], None]
    """Takes a claimed row to the engine."""
    recall: Callable[[Iterable[Rest]], None]
    """Hears what earlier crawls knew of the troubles of hosts that are claimed from now on."""
    max_hosts: int
    max_rows: int
    """Rows in hand: all that a crawl holds in memory of its frontier."""
    patience: float
    """Seconds that the crawl waits for a row that failed, or for a host at rest, when nothing else is left to do."""
    drained: bool = False
    """Whether nothing is due any more, and nothing of ours is under way."""
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _seeds: list[Queued] = field(default_factory=list)
    _ends: list[End] = field(default_factory=list)
    _released: list[Claim] = field(default_factory=list)
    _pauses: list[Pause] = field(default_factory=list)
    _targets: dict[str, int] = field(default_factory=dict)
    """The hosts that are ours, and how many rows of each are claimed ahead."""
    _dry: set[str] = field(default_factory=set)
    """Those that had fewer rows than were asked for; not asked again before rows are added."""
    _idle_since: dict[str, float] = field(default_factory=dict)
    _added: int = 0
    """How often rows were added."""
    _look_again_at: float = 0.0
    _retry_until: datetime | None = None
    """When the last row that failed in this crawl, and is worth waiting for, is due at the latest."""

    @property
    def busy(self) -> bool:
        """Whether there is anything that was not written yet, or is under way."""
        return bool(self._seeds or self._ends or self._released or self._pauses or len(self.hand))

    def seed(self, entry: Entry, *, renew: bool) -> None:
        """Queue a row with the next batch."""
        self._seeds.append(Queued(entry, renew))
        self.wake()

    def finish(self, end: End) -> None:
        """Write the end of a claim with the next batch."""
        self._note_retry(end)
        self._ends.append(end)
        self.wake()

    def put_back(self, claim: Claim) -> None:
        """Put a claim back with the next batch."""
        self._released.append(claim)
        self.wake()

    def pause(self, pause: Pause) -> None:
        """Leave a host alone, in this crawl and beyond it."""
        if pause.seconds:
            logger.warning("%s is left alone for %.0f s: %s", pause.host, pause.seconds, pause.reason)
            self._released += self.hand.take_back(pause.host)  # at once: a place for its next page is free already
            self._dry.add(pause.host)
        self._pauses.append(pause)
        self.wake()

    def wake(self) -> None:
        """Have a look at what there is to do."""
        self.drained = False
        self._woken.set()

    async def add(self, entries: Sequence[Entry], *, renew: bool) -> list[Added]:
        """Add rows, as the frontier does: hosts that had nothing may have something now. Raises StoreError."""
        added = await self.frontier.add(entries, renew=renew)
        hosts = {entry.host for entry in entries}
        self._added += 1
        self._dry -= hosts
        if not hosts <= self._targets.keys():
            self._look_again_at = 0.0
        self.wake()
        return added

    async def run(self, when_drained: Callable[[], None]) -> None:
        """Work until `stop`; raises StoreError when the store is lost."""
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._stopping:
                self._woken.clear()
                await self._write()
                pause = await self._claim()
                if pause is None and not self.busy and not self._woken.is_set():
                    self.drained = True
                    when_drained()
                await self._sleep(pause)
                if self._ends and self.hand.waiting() >= _MUCH and not self._stopping:
                    await asyncio.sleep(_GATHER)
                if renewing.done():
                    renewing.result()
        finally:
            renewing.cancel()

    async def stop(self) -> None:
        """Put back what was not fetched and write what became of the rest; raises StoreError when the store is lost."""
        self._released += self.hand.take_back()
        self._released += [lease.claim for lease in self.hand.leases.values()]
        await self._write()

    def end(self) -> None:
        """Have `run` return after what it is at."""
        self._stopping = True
        self._woken.set()

    async def _sleep(self, pause: float | None) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), pause)
        except TimeoutError:
            return

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEWAL)
            await self.frontier.renew()

    async def _write(self) -> None:
        """Rows to add first, then the ends that let go of the rows that brought them."""
        seeds, self._seeds = self._seeds, []
        for renew in (False, True):
            entries = [queued.entry for queued in seeds if queued.renew is renew]
            if entries:
                await self.add(entries, renew=renew)
        await self._write_pauses()
        ends, self._ends = self._ends, []
        if ends:
            await self.frontier.finish(ends)
        released, self._released = self._released, []
        if released:
            await self.frontier.release(released)

    async def _write_pauses(self) -> None:
        pauses, self._pauses = self._pauses, []
        for pause in pauses:
            await self.frontier.rest(pause.host, pause.seconds, pause.reason, pause.failures)

    async def _claim(self) -> float | None:
        """Claim and deliver; return the seconds until it is worth asking again, None when only a wake-up can tell."""
        await self._leave()
        room = self._room()
        loop_time = asyncio.get_running_loop().time()
        hosts = self.max_hosts - len(self._targets) if loop_time >= self._look_again_at else 0
        if self._stopping or len(self.hand) >= self.max_rows or (not room and hosts <= 0):
            return None if len(self.hand) else max(0.05, self._look_again_at - loop_time)
        everything = {host: room.get(host, 0) for host in self._targets}
        added_before = self._added
        claimed = await self.frontier.claim(self.wanted, everything, max(0, hosts), _FEWEST)
        new_hosts = {claim.entry.host for claim in claimed.claims} - self._targets.keys()
        if not new_hosts and hosts > 0:
            supplied = self.hand.waiting() >= _MUCH
            self._look_again_at = loop_time + (_WELL_SUPPLIED_PAUSE if supplied else _NEW_HOSTS_PAUSE)
        if new_hosts:
            self.recall(await self.frontier.resting(new_hosts))
        for claim in claimed.claims:
            self._targets.setdefault(claim.entry.host, _FEWEST)
            self.deliver(claim)
        served = Counter(claim.entry.host for claim in claimed.claims)
        if self._added == added_before:  # else what was added meanwhile may be theirs
            self._dry |= {host for host, wanted in room.items() if served[host] < wanted}
        # A host that is to be left may have rows again, which only the claim after that tells.
        return 0.0 if claimed.claims or self._idle() else self._pause_after(claimed)

    def _room(self) -> dict[str, int]:
        """How many more rows of each of our hosts are wanted; one that ran out gets more ahead."""
        room = {}
        for host, target in list(self._targets.items()):
            if host in self._dry:
                continue
            waiting = self.hand.waiting(host)
            ahead = target if waiting else min(_MOST, 2 * target)
            self._targets[host] = ahead
            if waiting <= ahead // 2:
                room[host] = ahead - waiting
        return room

    def _idle(self) -> list[str]:
        """Our hosts that are to be left: they had nothing more, and all that was in hand of theirs is written."""
        if self._ends or self._released:
            return []
        idle = [host for host in self._dry & self._targets.keys() if not self.hand.holds(host)]
        now = asyncio.get_running_loop().time()
        self._idle_since = {host: self._idle_since.get(host, now) for host in idle}
        if not len(self.hand) or 2 * len(self._targets) > self.max_hosts:
            return idle
        return [host for host in idle if now - self._idle_since[host] >= _IDLE]

    async def _leave(self) -> None:
        idle = self._idle()
        for host in idle:
            del self._targets[host]
            self._dry.discard(host)
        if idle:
            await self.frontier.leave(idle)
            self._look_again_at = 0.0

    def _pause_after(self, claimed: Claimed) -> float | None:
        if len(self.hand):
            return None
        if claimed.held:
            return _HELD_PAUSE
        # What is due again by itself in a moment, an article's next look, is left to the next crawl.
        moments = [claimed.rest_until, claimed.next_due_at if self._is_to_retry(claimed.next_due_at) else None]
        pauses = [(moment - datetime.now(UTC)).total_seconds() for moment in moments if moment is not None]
        pause = min(pauses, default=None)
        return max(pause, 0.05) if pause is not None and pause <= self.patience else None

    def _is_to_retry(self, due_at: datetime | None) -> bool:
        """Whether the row that is due then may be one that failed in this crawl."""
        return due_at is not None and self._retry_until is not None and due_at <= self._retry_until

    def _note_retry(self, end: End) -> None:
        """Remember how long the crawl has to wait for what failed, if that is not too long."""
        if end.state != "waiting" or end.succeeded or end.due_at is None:
            return
        # A lane may be due a thirty-second part of the wait later than its rows.
        wait = (end.due_at - datetime.now(UTC)) * 1.05
        if wait.total_seconds() <= self.patience:
            until = datetime.now(UTC) + wait
            self._retry_until = until if self._retry_until is None else max(self._retry_until, until)
