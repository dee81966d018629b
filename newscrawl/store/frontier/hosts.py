"""Leases of hosts, by the server's clock: one worker at a time works on a host. And the rests that hosts are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pymongo import UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.rows import text
from newscrawl.store.processes import has_ended
from newscrawl.store.queue import Rest
from newscrawl.store.session import StoreSession

# As numbers: to SecantusDB 0.7 every stored date is as late as $$NOW.
_NOW: Document = {"$toLong": "$$NOW"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What asking for the lease of some hosts came to."""

    ours: frozenset[str]
    held: frozenset[str]
    """By another live worker."""
    resting: dict[str, datetime]
    """Until when."""


class Hosts:
    """The hosts of one worker."""

    def __init__(self, session: StoreSession, worker: str, seconds: float) -> None:
        self._session = session
        self._hosts: AsyncCollection[Document] = session.database[schema.HOSTS]
        self._worker = worker
        self._lease = round(seconds * 1000)

    async def find(self, hosts: Sequence[str]) -> dict[str, Document]:
        """What is kept of the hosts; nothing is of most."""
        return await self._session.patiently(lambda: self._find(hosts))

    async def take(self, hosts: Sequence[str], most: int, now: datetime) -> Taken:
        """Take the lease of up to ``most`` of the hosts, in their order, where nobody holds one."""
        known = await self.find(hosts)
        rests = {host: rest["until"] for host in hosts if (rest := known.get(host, {}).get("rest"))}
        resting = {host: until for host, until in rests.items() if until > now}
        held = frozenset(h for h in hosts if h not in resting and self._is_held(known.get(h, {}).get("lease"), now))
        wanted = [host for host in hosts if host not in held and host not in resting][:most]
        if not wanted:
            return Taken(frozenset(), held, resting)
        leases = {host: lease["worker"] for host in wanted if (lease := known.get(host, {}).get("lease"))}
        ended = {host: worker for host, worker in leases.items() if has_ended(worker)}
        await self._session.patiently(lambda: self._lease_all(wanted, ended))
        ours = frozenset(h for h, found in (await self.find(wanted)).items() if self._is_ours(found.get("lease")))
        return Taken(ours, held | (frozenset(wanted) - ours), resting)

    async def still_ours(self) -> set[str]:
        """The hosts whose lease we hold, also where its time is over and nobody has taken it."""
        fields = {"_id": 1}
        ours = queries.hosts_of_worker(self._worker)
        rows = await self._session.patiently(
            lambda: self._hosts.find(ours, fields, max_time_ms=schema.TIME_LIMIT).to_list()
        )
        return {row["_id"] for row in rows}

    async def renew(self) -> None:
        """Prolong all our leases."""
        prolonged = [{"$set": {"lease.until": {"$add": ["$$NOW", self._lease]}}}]
        ours = queries.hosts_of_worker(self._worker)
        await self._session.patiently(lambda: self._hosts.update_many(ours, prolonged))

    async def leave(self, hosts: Iterable[str]) -> None:
        """Give leases back; those that are not ours any more stay with whom they belong to."""
        operations = [
            UpdateOne(queries.host_of_worker(self._worker, host), {"$unset": {"lease": 1}})
            for host in sorted(set(hosts))
        ]
        if operations:
            await self._session.patiently(lambda: self._hosts.bulk_write(operations, ordered=False))

    async def rest(self, host: str, seconds: float, reason: str, failures: int) -> None:
        """Let the host rest; a rest that is longer already stays. 0 failures ends it."""
        name = text(host)
        if failures < 1:
            change: Document | list[Document] = {"$unset": {"rest": 1}}
        else:
            until = {"$add": [_NOW, round(max(0.0, seconds) * 1000)]}
            is_longer = {"$gt": [_millis("$rest.until"), until]}
            rest = {
                "until": {"$toDate": {"$max": [_millis("$rest.until"), until]}},
                "reason": {"$cond": [is_longer, "$rest.reason", {"$literal": text(reason)}]},
                "failures": {"$literal": failures},
            }
            change = [{"$set": {"rest": rest}}]
        await self._session.patiently(lambda: self._hosts.update_one(queries.one(name), change, upsert=failures > 0))

    async def held(self, hosts: Sequence[str], now: datetime) -> set[str]:
        """Those of the hosts that another live worker holds."""
        return {host for host, known in (await self.find(hosts)).items() if self._is_held(known.get("lease"), now)}

    async def wake(self, hosts: Iterable[str]) -> None:
        """End the rests of those of the hosts that have one."""
        for rest in await self.resting(hosts):
            await self.rest(rest.host, 0, "", 0)

    async def resting(self, hosts: Iterable[str]) -> list[Rest]:
        """Those of the hosts that are at rest, or failed the last time."""
        known = await self.find(sorted({text(host) for host in hosts}))
        return [
            Rest(host, rest["until"], rest["reason"], rest["failures"])
            for host, document in known.items()
            if (rest := document.get("rest"))
        ]

    async def _find(self, hosts: Sequence[str]) -> dict[str, Document]:
        found: dict[str, Document] = {}
        for some in queries.by_ids(hosts):
            found |= {row["_id"]: row async for row in self._hosts.find(some, max_time_ms=schema.TIME_LIMIT)}
        return found

    async def _lease_all(self, hosts: Sequence[str], ended: dict[str, str]) -> None:
        """Where the lease's time is over, or its worker is the one that ``ended`` names: its process is gone."""
        lease = {"worker": self._worker, "until": {"$add": ["$$NOW", self._lease]}}
        operations = []
        for host in hosts:
            over = {"$lte": [_millis("$lease.until"), _NOW]}
            theirs = {"$eq": ["$lease.worker", ended.get(host, self._worker)]}
            awake = {"$lte": [_millis("$rest.until"), _NOW]}
            free = {"$and": [{"$or": [over, theirs]}, awake]}
            change = [{"$set": {"lease": {"$cond": [free, lease, "$lease"]}}}]
            operations.append(UpdateOne(queries.one(host), change, upsert=True))
        await self._hosts.bulk_write(operations, ordered=False)

    def _is_held(self, lease: Document | None, now: datetime) -> bool:
        if lease is None or self._is_ours(lease) or lease["until"] <= now:
            return False
        return not has_ended(lease["worker"])

    def _is_ours(self, lease: Document | None) -> bool:
        return lease is not None and lease["worker"] == self._worker


def _millis(field: str) -> Document:
    """The date in the field in milliseconds since 1970; 0 where there is none."""
    return {"$ifNull": [{"$toLong": field}, 0]}
