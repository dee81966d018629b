"""The frontier on a MongoDB server: what is due is claimed under the lease of its host, and never written for that.

A claim is the worker's word under its lease: the row stays where it stands until it ends. When a worker dies, its
leases run out, and all that it had claimed is still there for whoever takes the hosts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from newscrawl.model.errors import NewscrawlError
from newscrawl.store import schema
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.adding import Adding
from newscrawl.store.frontier.agenda import Agenda
from newscrawl.store.frontier.clock import ServerClock, ticks
from newscrawl.store.frontier.ending import Ending, Held
from newscrawl.store.frontier.host_reading import HostReading
from newscrawl.store.frontier.hosts import Hosts
from newscrawl.store.frontier.keeping import Keeping
from newscrawl.store.frontier.positions import Positions
from newscrawl.store.frontier.rows import claim_of, robots_document, robots_of, text
from newscrawl.store.processes import worker_name
from newscrawl.store.queue import (
    Added,
    Claim,
    Claimed,
    End,
    Entry,
    Rest,
    RobotsRecord,
    Waiting,
    Wanted,
)
from newscrawl.store.session import StoreSession

LEASE = 60.0
"""Seconds that a host stays with a worker that does not renew."""
_SAFE = 0.25
"""Part of the lease that must be left when something is done under it."""
_MOST_LOOKS = 16
"""Parts of the agenda that are looked at for one claim."""


@dataclass(slots=True)
class _Look:
    """What one look for rows has found so far."""

    claims: list[Claim] = field(default_factory=list)
    held: bool = False
    rest_until: datetime | None = None

    def rest(self, until: datetime) -> None:
        self.rest_until = until if self.rest_until is None else min(self.rest_until, until)


class MongoFrontier:
    """A Frontier on a MongoDB server; made by `open_frontier`, used in the loop of its session."""

    def __init__(self, session: StoreSession, worker: str, lease: float) -> None:
        self._session = session
        self._lease = lease
        self._clock = ServerClock(session)
        self._hosts = Hosts(session, worker, lease)
        self._agenda = Agenda(session)
        self._ours: dict[str, HostReading] = {}
        self._claims: dict[str, Held] = {}
        self._rests: dict[str, datetime] = {}
        self._leased_until = float("inf")
        positions = Positions(session, self._clock)
        self._adding = Adding(session, self._clock, positions, self._claims, self._ours)
        self._ending = Ending(session, positions, self._claims)
        self._keeping = Keeping(session, self._hosts, positions)
        self.worker = worker

    async def add(self, entries: Sequence[Entry], *, renew: bool = False) -> list[Added]:
        return await self._adding.add(entries, renew=renew)

    async def queued_since_walk(self, walk: str, urls: Sequence[str]) -> bool:
        return await self._adding.queued_since_walk(walk, urls)

    async def claim(self, wanted: Wanted, room: Mapping[str, int], hosts: int, per_host: int) -> Claimed:
        await self._keep_leases()
        now = await self._clock.now()
        look = _Look()
        try:
            await self._look_for_rows(wanted, room, hosts, per_host, look)
            if not look.claims:
                await self._claim_of_ours(wanted, room, look, thorough=True)
        except (NewscrawlError, asyncio.CancelledError):
            await self.release(look.claims)
            raise
        if look.claims:
            return Claimed(tuple(look.claims), look.held)
        return Claimed((), look.held, await self._agenda.next_due(wanted, now), look.rest_until)

    async def finish(self, ends: Sequence[End]) -> None:
        await self._keep_leases()
        ended = await self._ending.finish(ends, await self._clock.now())
        touched: set[str] = set()
        for held in ended:
            self._claims.pop(held.key, None)
            if held.host in self._ours:
                self._ours[held.host].ended(held)
                touched.add(held.host)
        for host in touched:
            await self._session.patiently(partial(self._ours[host].save, leaving=False))

    async def release(self, claims: Sequence[Claim]) -> None:
        for claim in claims:
            held = self._claims.pop(claim.key, None)
            if held is not None and held.host in self._ours:
                self._ours[held.host].put_back(held)

    async def leave(self, hosts: Iterable[str]) -> None:
        going = [host for host in hosts if host in self._ours]
        if not going:
            return
        await self.release([held.claim for held in list(self._claims.values()) if held.host in going])
        for host in going:
            await self._session.patiently(partial(self._ours[host].save, leaving=True))
        await self._hosts.leave(going)
        for host in going:
            del self._ours[host]

    async def renew(self) -> None:
        until = ticks() + self._lease
        await self._hosts.renew()
        self._leased_until = until
        self._keep_only(await self._hosts.still_ours())

    async def rest(self, host: str, seconds: float, reason: str, failures: int) -> None:
        await self._hosts.rest(host, seconds, reason, failures)
        for rest in await self._hosts.resting([host]):
            self._rests[rest.host] = rest.until

    async def resting(self, hosts: Iterable[str]) -> list[Rest]:
        return await self._hosts.resting(hosts)

    async def robots(self, origin: str) -> RobotsRecord | None:
        found = self._session.database[schema.ROBOTS].find(queries.one(text(origin)), max_time_ms=schema.TIME_LIMIT)
        rows = await self._session.patiently(lambda: found.clone().to_list())
        return robots_of(rows[0]) if rows else None

    async def save_robots(self, record: RobotsRecord) -> None:
        document = robots_document(record)
        robots = self._session.database[schema.ROBOTS]
        wanted = queries.one(document["_id"])
        await self._session.patiently(lambda: robots.replace_one(wanted, document, upsert=True))

    async def waiting(self, sites: Sequence[str] = ()) -> list[Waiting]:
        return await self._keeping.waiting(sites, [held.row for held in self._claims.values()])

    async def sites(self) -> list[str]:
        """The names of the sites that have rows, also when all are done."""
        return await self._keeping.sites()

    async def retry(self, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
        number = await self._keeping.retry(sites, urls, await self._clock.now())
        for reading in self._ours.values():
            reading.look_again()
        return number

    async def forget(self, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
        number = await self._keeping.forget(sites, urls, await self._clock.now(), self._claims.keys())
        for reading in self._ours.values():
            reading.expire(after=0)
        return number

    async def close(self) -> None:
        await self.leave(list(self._ours))

    async def _look_for_rows(
        self, wanted: Wanted, room: Mapping[str, int], hosts: int, per_host: int, look: _Look
    ) -> None:
        await self._claim_of_ours(wanted, room, look, thorough=False)
        if hosts > 0 and per_host > 0:
            await self._claim_further(wanted, hosts, per_host, look)

    async def _claim_of_ours(self, wanted: Wanted, room: Mapping[str, int], look: _Look, *, thorough: bool) -> None:
        now = await self._clock.now()
        for host, number in room.items():
            if number > 0 and host in self._ours and await self._is_awake(host, now, look):
                await self._claim_of(self._ours[host], wanted, number, look, thorough=thorough)

    async def _claim_of(
        self, reading: HostReading, wanted: Wanted, number: int, look: _Look, *, thorough: bool = False
    ) -> int:
        now = await self._clock.now()
        rows = await self._session.patiently(
            lambda: reading.next_rows(wanted, number, now, self._claims, thorough=thorough)
        )
        for row in rows:
            claim = claim_of(row)
            self._claims[claim.key] = Held(claim, row)
            look.claims.append(claim)
        if len(rows) < number:
            # A lane that is over, and was left behind by whoever died, keeps others waiting for us.
            await self._session.patiently(partial(reading.save, leaving=False))
        return len(rows)

    async def _claim_further(self, wanted: Wanted, hosts: int, per_host: int, look: _Look) -> None:
        now = await self._clock.now()
        taken = looks = 0
        async for lanes in self._agenda.lanes_due(wanted, now):
            looks += 1
            queue = list(dict.fromkeys(lane["host"] for lane in lanes if lane["head"] < lane["tail"]))
            while taken < hosts and (queue := [host for host in queue if host not in self._ours]):
                for reading in await self._take(queue, hosts - taken, now, look):
                    if await self._claim_of(reading, wanted, per_host, look):
                        taken += 1
                    else:
                        await self.leave([reading.host])
            if taken >= hosts:
                return
            if looks >= _MOST_LOOKS:
                look.rest(now)
                return

    async def _take(self, queue: list[str], most: int, now: datetime, look: _Look) -> list[HostReading]:
        """Take the lease of the next hosts in the queue, as far as it can be had; those that were asked leave it."""
        began = ticks()
        taken = await self._hosts.take(queue[: queries.AT_ONCE], most, now)
        look.held |= bool(taken.held)
        for until in taken.resting.values():
            look.rest(until)
        queue[:] = [h for h in queue if h not in taken.ours and h not in taken.held and h not in taken.resting]
        if taken.ours:
            self._leased_until = min(self._leased_until, began + self._lease)
        for host in taken.ours:
            self._ours[host] = HostReading(self._session.database, host)
        return [self._ours[host] for host in taken.ours]

    async def _is_awake(self, host: str, now: datetime, look: _Look) -> bool:
        if self._rests.get(host, now) <= now:
            return True
        for rest in await self._hosts.resting([host]):
            if rest.until > now:
                self._rests[host] = rest.until
                look.rest(rest.until)
                return False
        self._rests.pop(host, None)
        return True

    async def _keep_leases(self) -> None:
        """Renew when too little of the time is left: nothing is handed out under a lease that may be another's."""
        if self._ours and self._leased_until - ticks() < self._lease * _SAFE:
            await self.renew()

    def _keep_only(self, ours: set[str]) -> None:
        """Forget the hosts that went to another worker, and what was claimed of them."""
        for host in self._ours.keys() - ours:
            del self._ours[host]
        for key in [key for key, held in self._claims.items() if held.host not in self._ours]:
            del self._claims[key]
        if not self._ours:
            self._leased_until = float("inf")


async def open_frontier(session: StoreSession, lease: float = LEASE) -> MongoFrontier:
    """The frontier of the session's store, as a new worker. Raises as the session does.

    ``lease``: seconds after which hosts that were not renewed are free for others; by the server's clock.
    """
    frontier = MongoFrontier(session, worker_name(), lease)
    await session.patiently(lambda: session.database.command("ping"))
    return frontier
