"""Places at the ends of lanes for rows that are to be written: what leads to a row is on disk before the row is.

No two rows get the same place: a reader that finds a number taken does not wait for another row there. A page of the
agenda is written before the lanes on it, and a lane before its rows. What is found to lead nowhere is removed only when
nobody touched it for longer than anybody takes to write on. Whoever dies in between leaves numbers that no row has,
never a row that nobody finds.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from pymongo import UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.model.errors import StoreError
from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.clock import ServerClock, ticks
from newscrawl.store.frontier.inserting import insert_new
from newscrawl.store.frontier.lanes import NOW, QUARANTINED, Lane, lane_fields, new_lane, new_page, page_fields
from newscrawl.store.session import StoreSession

GRACE = timedelta(seconds=30)
"""How long after a lane or page was touched may be written what the touch announced."""
_QUICK = 10.0
"""Seconds in which rows are written after their places were taken; who is slower affirms the places."""
_AHEAD = 32
"""Places taken at once in a lane that is not due yet: each taking costs a write, and each gap a look."""
_MANY = 250
"""And in one that is never due."""
_MAX_RESERVES = 20_000
_ROUNDS = 50


@dataclass(slots=True)
class _Reserve:
    """Numbers of a lane that were taken and not given out."""

    next: int
    end: int
    until: float
    """In ticks."""


@dataclass(slots=True)
class Places:
    """Numbers for the rows of one attempt."""

    began: float
    _firsts: dict[Lane, int] = field(default_factory=dict)
    _given: dict[Lane, int] = field(default_factory=dict)

    def add(self, lane: Lane, first: int) -> None:
        self._firsts[lane] = first
        self._given[lane] = 0

    def next(self, lane: Lane) -> int:
        self._given[lane] += 1
        return self._firsts[lane] + self._given[lane] - 1

    @property
    def stretches(self) -> list[tuple[Lane, int, int]]:
        """Of each lane the first number given out, and the one after the last."""
        return [(lane, first, first + self._given[lane]) for lane, first in self._firsts.items()]

    @property
    def are_late(self) -> bool:
        return ticks() - self.began > _QUICK


class Positions:
    """Gives out places. Its methods are parts of an attempt that is repeated whole when the server was away."""

    def __init__(self, session: StoreSession, clock: ServerClock) -> None:
        self._clock = clock
        self._lanes: AsyncCollection[Document] = session.database[schema.LANES]
        self._agenda: AsyncCollection[Document] = session.database[schema.AGENDA]
        self._reserves: dict[Lane, _Reserve] = {}
        self._ends: dict[Lane, int] = {}
        """Where lanes ended when we last made them longer; others may have made them longer still."""
        self._touched: dict[str, float] = {}

    async def take(self, wanted: Mapping[Lane, int]) -> Places:
        """Places for so many rows in each lane."""
        places = Places(ticks())
        missing: dict[Lane, int] = {}
        for lane, number in wanted.items():
            first = self._from_reserve(lane, number)
            if first is None:
                missing[lane] = number
            else:
                places.add(lane, first)
        if missing:
            for lane, first in (await self._extend(missing)).items():
                places.add(lane, first)
        return places

    async def affirm(self, places: Places) -> None:
        """After the rows were written: if that was late, see that the lanes still lead to them."""
        if not places.are_late:
            return
        await self._touch_pages({lane: 0 for lane, *_ in places.stretches}, await self._clock.now())
        operations = [each for stretch in places.stretches for each in _affirmed(*stretch)]
        await self._lanes.bulk_write(operations, ordered=True)

    def _from_reserve(self, lane: Lane, number: int) -> int | None:
        reserve = self._reserves.get(lane)
        if reserve is None or ticks() > reserve.until or reserve.end - reserve.next < number:
            return None
        reserve.next += number
        return reserve.next - number

    async def _extend(self, missing: Mapping[Lane, int]) -> dict[Lane, int]:
        """The first of so many new numbers in each lane; whatever others have taken meanwhile is asked for again."""
        firsts: dict[Lane, int] = {}
        for _ in range(_ROUNDS):
            left = {lane: number for lane, number in missing.items() if lane not in firsts}
            if not left:
                return firsts
            firsts |= await self._try_to_extend(left)
        message = f"the store gave no place in {len(missing) - len(firsts)} lanes: others took them all the time"
        raise StoreError(message)

    async def _try_to_extend(self, missing: Mapping[Lane, int]) -> dict[Lane, int]:
        tails = {lane: self._ends.pop(lane) for lane in missing if lane in self._ends}
        tails |= await self._tails([lane for lane in missing if lane not in tails])
        now = await self._clock.now()  # what began the whole may have waited for the server
        quiet = ticks() - _QUICK
        pages = {lane: int(lane not in tails) for lane in missing}
        silent = {lane: new for lane, new in pages.items() if new or self._last_touch(lane) < quiet}
        await self._touch_pages(silent, now)
        ends = {lane: tails.get(lane, 0) + n + _spare(lane, n, now) for lane, n in missing.items()}
        taker = secrets.token_hex(8)
        fresh = [lane for lane in missing if lane not in tails]
        raced = await insert_new(self._lanes, [new_lane(lane, ends[lane], taker, now) for lane in fresh])
        taken = [lane for number, lane in enumerate(fresh) if number not in raced]
        taken += await self._lengthen({lane: (tail, ends[lane]) for lane, tail in tails.items()}, taker)
        if len(self._ends) > _MAX_RESERVES:
            self._ends.clear()
        for lane in taken:
            self._ends[lane] = ends[lane]
            self._reserve(lane, tails.get(lane, 0) + missing[lane], ends[lane], now)
        return {lane: tails.get(lane, 0) for lane in taken}

    async def _lengthen(self, lanes: Mapping[Lane, tuple[int, int]], taker: str) -> list[Lane]:
        """Move the ends of lanes from where they were seen; which of them are moved by us."""
        if not lanes:
            return []
        operations = [
            UpdateOne(
                queries.lane_as_it_was(lane.host, lane.due, lane.id, tail),
                {"$set": {"tail": end, "taker": taker}, "$min": {"head": tail}, "$currentDate": {"touched": True}},
            )
            for lane, (tail, end) in lanes.items()
        ]
        result = await self._lanes.bulk_write(operations, ordered=False)
        if result.matched_count == len(operations):
            return list(lanes)
        takers = await self._fields(list(lanes), "taker")
        return [lane for lane in lanes if takers.get(lane) == taker]

    async def _tails(self, lanes: Sequence[Lane]) -> dict[Lane, int]:
        return await self._fields(lanes, "tail")

    async def _fields(self, lanes: Sequence[Lane], name: str) -> dict[Lane, Any]:
        """One field of those of the lanes that are there."""
        values: dict[str, Any] = {}
        for some in queries.by_ids([lane.id for lane in lanes]):
            found = self._lanes.find(some, {name: 1}, max_time_ms=schema.TIME_LIMIT)
            values |= {row["_id"]: row.get(name) async for row in found}
        return {lane: values[lane.id] for lane in lanes if lane.id in values}

    def _last_touch(self, lane: Lane) -> float:
        return self._touched.get(lane.page, float("-inf"))

    async def _touch_pages(self, lanes: Mapping[Lane, int], touched: datetime) -> None:
        """Write the lanes' pages; the numbers say how many lanes come to a page, as far as is known.

        Most pages that we have not met are new: together they are inserted in the time that it takes to update one.
        """
        pages: dict[str, tuple[Lane, int]] = {}
        for lane, new in lanes.items():
            pages[lane.page] = (lane, pages.get(lane.page, (lane, 0))[1] + new)
        began = ticks()
        unmet = [id_ for id_ in pages if id_ not in self._touched]
        raced = await insert_new(self._agenda, [new_page(*pages[id_], touched) for id_ in unmet])
        there = pages.keys() - unmet | {unmet[number] for number in raced}
        if there:
            await self._agenda.bulk_write([_touched(*pages[id_]) for id_ in there], ordered=False)
        if len(self._touched) > _MAX_RESERVES:
            self._touched.clear()
        self._touched |= dict.fromkeys(pages, began)

    def _reserve(self, lane: Lane, first: int, end: int, now: datetime) -> None:
        if len(self._reserves) > _MAX_RESERVES:
            self._reserves.clear()
        if end > first:
            self._reserves[lane] = _Reserve(first, end, ticks() + _reserve_seconds(lane, now))
        else:
            self._reserves.pop(lane, None)


def _spare(lane: Lane, number: int, now: datetime) -> int:
    if lane.due >= QUARANTINED:
        return max(0, _MANY - number)
    return max(0, _AHEAD - number) if _reserve_seconds(lane, now) > 0 else 0


def _reserve_seconds(lane: Lane, now: datetime) -> float:
    """How long places in the lane may be kept: nobody passes over the gaps, nor removes the lane, before it is due."""
    if lane.due >= QUARANTINED:
        return 3600.0
    return 0.0 if lane.due == NOW else min(3600.0, (lane.due - now - GRACE).total_seconds() - _QUICK)


def _affirmed(lane: Lane, low: int, high: int) -> tuple[UpdateOne, UpdateOne]:
    there: Document = {
        "$min": {"head": low},
        "$max": {"tail": high},
        "$currentDate": {"touched": True},
        "$setOnInsert": lane_fields(lane),
    }
    # Whoever has read past these numbers reads the lane again, and does not remove it as it was.
    late: Document = {"$inc": {"late": 1, "tail": 1}}
    return UpdateOne(queries.one(lane.id), there, upsert=True), UpdateOne(queries.one(lane.id), late)


def _touched(lane: Lane, new: int) -> UpdateOne:
    change: Document = {
        "$inc": {"lanes": new},
        "$currentDate": {"touched": True},
        "$setOnInsert": page_fields(lane),
    }
    return UpdateOne(queries.one(lane.page), change, upsert=True)
