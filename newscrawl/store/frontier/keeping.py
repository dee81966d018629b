"""What people ask of the frontier: what waits and why, try it again, forget it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from pymongo import UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.hosts import Hosts
from newscrawl.store.frontier.lane_walking import LaneWalk, row_filters
from newscrawl.store.frontier.lanes import DONE, NOW, lane_of
from newscrawl.store.frontier.positions import Positions
from newscrawl.store.frontier.rows import LOOKS, row_key, stands
from newscrawl.store.queue import State, Waiting
from newscrawl.store.session import StoreSession

_BATCH = 250
_Group = tuple[str, str, State, str]
"""Site, section, state, reason."""


@dataclass(slots=True)
class _Count:
    rows: int = 0
    due_at: datetime | None = None

    def add(self, rows: int, due_at: datetime | None) -> None:
        self.rows += rows
        if due_at is not None:
            self.due_at = due_at if self.due_at is None else min(self.due_at, due_at)


class Keeping:
    """The answers for one store. They are counted where the rows stand, so they are right after any end of anybody."""

    def __init__(self, session: StoreSession, hosts: Hosts, positions: Positions) -> None:
        self._session = session
        self._hosts = hosts
        self._positions = positions
        self._rows: AsyncCollection[Document] = session.database[schema.FRONTIER]

    async def waiting(self, sites: Sequence[str], claimed: Iterable[Document]) -> list[Waiting]:
        """What is not done, in groups; ``claimed`` are the rows that this worker holds."""
        counts: dict[_Group, _Count] = {}
        async for lanes in LaneWalk(self._session, sites, lambda page: page["due"] < DONE).lanes():
            names = {lane["_id"]: (lane["site"], lane["section"]) for lane in lanes}
            for wanted in row_filters(lanes):
                for group in await self._session.patiently(partial(self._count, wanted)):
                    key = (*names[group["_id"]["lane"]], group["_id"]["state"], group["_id"]["reason"])
                    counts.setdefault(key, _Count()).add(group["rows"], group["due_at"])
        _set_apart(counts, claimed)
        return [Waiting(*group, count.rows, count.due_at) for group, count in sorted(counts.items()) if count.rows > 0]

    async def sites(self) -> list[str]:
        """The names of the sites that have, or had, rows."""
        return sorted({page["site"] for page in await LaneWalk(self._session, (), lambda _: True).pages()})

    async def retry(self, sites: Sequence[str], urls: Sequence[str], now: datetime) -> int:
        """Make what failed due now, and end the rests of its hosts; how many rows."""
        hosts: set[str] = set()
        number = 0
        if urls:
            rows = await self._by_url(urls)
            hosts |= {row["host"] for row in rows}
            number += await self._make_due(rows, now)
        if sites or not urls:
            async for lanes in LaneWalk(self._session, sites, lambda page: page["due"] < DONE).lanes():
                hosts |= {lane["host"] for lane in lanes}
                for wanted in row_filters(lane for lane in lanes if lane["due"] > now):
                    number += await self._make_due(await self._find(wanted), now)
        await self._hosts.wake(hosts)
        return number

    async def forget(self, sites: Sequence[str], urls: Sequence[str], now: datetime, claimed: Collection[str]) -> int:
        """Remove rows, except ``claimed`` ones and those that another live worker may have claimed; how many."""
        if not sites and not urls:
            message = "name the sites or the URLs that are to be forgotten"
            raise ValueError(message)
        number = 0
        if urls:
            number += await self._remove(await self._by_url(urls), now, claimed)
        if sites:
            async for lanes in LaneWalk(self._session, sites, lambda _: True).lanes():
                for wanted in row_filters(lanes):
                    number += await self._remove(await self._find(wanted), now, claimed)
        return number

    async def _count(self, wanted: Document) -> list[Document]:
        group = {
            "_id": {"lane": "$lane", "state": "$state", "reason": "$reason"},
            "rows": {"$sum": 1},
            "due_at": {"$min": "$due_at"},
        }
        found = await self._rows.aggregate([{"$match": wanted}, {"$group": group}], maxTimeMS=schema.TIME_LIMIT)
        return await found.to_list()

    async def _by_url(self, urls: Sequence[str]) -> list[Document]:
        keys = list(dict.fromkeys(row_key(url) for url in urls))
        found: list[Document] = []
        for some in queries.by_ids(keys):
            found += await self._find(some)
        return found

    async def _find(self, wanted: Document) -> list[Document]:
        fields = dict.fromkeys((*LOOKS, "attempts"), 1)
        return await self._session.patiently(
            lambda: self._rows.find(wanted, fields, max_time_ms=schema.TIME_LIMIT).to_list()
        )

    async def _make_due(self, rows: list[Document], now: datetime) -> int:
        failed = [row for row in rows if _has_failed(row, now)]
        number = 0
        for start in range(0, len(failed), _BATCH):
            number += await self._session.patiently(partial(self._move, failed[start : start + _BATCH], now))
        return number

    async def _move(self, rows: list[Document], now: datetime) -> int:
        lanes = [lane_of(row, "waiting", NOW) for row in rows]
        places = await self._positions.take(Counter(lanes))
        operations = []
        for number, (row, lane) in enumerate(zip(rows, lanes, strict=True)):
            change = {"state": "waiting", "attempts": 0, **stands(lane, places.next(lane), now, number)}
            operations.append(UpdateOne(queries.row_at(row["lane"], row["seq"], row["_id"]), {"$set": change}))
        result = await self._rows.bulk_write(operations, ordered=False)
        await self._positions.affirm(places)
        return result.matched_count

    async def _remove(self, rows: list[Document], now: datetime, claimed: Collection[str]) -> int:
        due = sorted({row["host"] for row in rows if _is_due(row, now)})
        held = await self._hosts.held(due, now)
        free = [r["_id"] for r in rows if r["_id"] not in claimed and not (r["host"] in held and _is_due(r, now))]
        number = 0
        for some in queries.by_ids(free):
            number += (await self._session.patiently(partial(self._rows.delete_many, some))).deleted_count
        return number


def _set_apart(counts: dict[_Group, _Count], claimed: Iterable[Document]) -> None:
    """Count claimed rows, which stand among those that wait, by themselves."""
    for row in claimed:
        site, section, reason = row["site"], row["section"], row["reason"]
        waiting = counts.get((site, section, "waiting", reason))
        if waiting is not None and waiting.rows:
            waiting.rows -= 1
            counts.setdefault((site, section, "claimed", reason), _Count()).add(1, row["due_at"])


def _has_failed(row: Document, now: datetime) -> bool:
    if row["state"] == "quarantined":
        return True
    return row["state"] == "waiting" and row["attempts"] > 0 and not _is_due(row, now)


def _is_due(row: Document, now: datetime) -> bool:
    return row["state"] == "waiting" and bool(row["due_at"] <= now)
