"""The rows of a host that is ours, in the order in which they are fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Container, Sequence
from datetime import datetime

from pymongo import DeleteOne, UpdateOne
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import PyMongoError

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.clock import ticks
from newscrawl.store.frontier.ending import Held
from newscrawl.store.frontier.lane_reading import FRESH, LaneReading
from newscrawl.store.frontier.lanes import Lane, new_lane
from newscrawl.store.queue import Wanted

_LOOK_AGAIN = 3.0
"""Seconds after which lanes that others have made are looked for, although there are rows."""


class HostReading:
    """The lanes of one host under our lease."""

    def __init__(self, database: AsyncDatabase[Document], host: str) -> None:
        self.host = host
        self._rows: AsyncCollection[Document] = database[schema.FRONTIER]
        self._lanes: AsyncCollection[Document] = database[schema.LANES]
        self._readings: dict[str, LaneReading] = {}
        self._looked_at = float("-inf")

    async def next_rows(
        self, wanted: Wanted, number: int, now: datetime, claimed: Container[str], *, thorough: bool
    ) -> list[Document]:
        """Up to ``number`` rows that are wanted and due, each noted as claimed in its lane; on an error none is.

        When they are fewer, there may be some that others have written in the last second, unless it is ``thorough``.
        """
        rows: list[Document] = []
        self.expire()
        try:
            if ticks() - self._looked_at > _LOOK_AGAIN:
                await self._look(now)
            await self._read(rows, wanted, number, now, claimed)
            if len(rows) < number and thorough:
                await self._look(now)
                await self._read(rows, wanted, number, now, claimed)
        except (PyMongoError, asyncio.CancelledError):
            for row in rows:
                self._readings[row["lane"]].put_back(row)
            raise
        return rows

    def wrote(self, lane: Lane, first: int, end: int, rows: Sequence[Document], now: datetime) -> None:
        """Take the rows that we have added ourselves, at these places of the lane, without a look for them."""
        reading = self._readings.get(lane.id)
        if reading is None and first == 0:
            reading = self._readings[lane.id] = LaneReading(new_lane(lane, 0, "", now), new=True)
        if reading is None or not reading.wrote(first, end, rows, now):
            self.look_again()

    def look_again(self) -> None:
        """Have the next claim look for what was written."""
        self._looked_at = float("-inf")

    def expire(self, after: float = FRESH) -> None:
        """Read again what was read so many seconds ago and not claimed."""
        for reading in self._readings.values():
            reading.expire(after)

    def ended(self, held: Held) -> None:
        """A claim has ended; its row may have been met in other lanes, from where or to where somebody moved it."""
        for reading in self._readings.values():
            reading.ended(held.row)

    def put_back(self, held: Held) -> None:
        """A claim is given up: its row is next again."""
        if held.lane in self._readings:
            self._readings[held.lane].put_back(held.row)

    async def save(self, *, leaving: bool) -> None:
        """Write how far the lanes are done; those that are over are removed."""
        operations: dict[str, UpdateOne | DeleteOne] = {}
        for id_, reading in self._readings.items():
            operation = reading.progress(leaving=leaving)
            if operation is not None:
                operations[id_] = operation
        if not operations:
            return
        await self._lanes.bulk_write(list(operations.values()), ordered=False)
        for id_, operation in operations.items():
            # Unless we have added rows to it meanwhile: then it was not removed.
            if isinstance(operation, DeleteOne) and id_ in self._readings and self._readings[id_].is_over:
                del self._readings[id_]

    async def _look(self, now: datetime) -> None:
        found = self._lanes.find(queries.lanes_of_host(self.host, now), max_time_ms=schema.TIME_LIMIT)
        async for document in found:
            reading = self._readings.get(document["_id"])
            if reading is None:
                self._readings[document["_id"]] = LaneReading(document)
            else:
                reading.seen(document)
        self._looked_at = ticks()

    async def _read(
        self, rows: list[Document], wanted: Wanted, number: int, now: datetime, claimed: Container[str]
    ) -> None:
        """Add rows until there are so many, or no more."""
        readings = [reading for reading in self._readings.values() if is_wanted(reading, wanted)]
        while readings and len(rows) < number:
            highest = max(reading.lane.priority for reading in readings)
            equals = [reading for reading in readings if reading.lane.priority == highest]
            for reading in equals:
                await reading.read(self._rows, now)
            full = [(int(first["order"]), n) for n, each in enumerate(equals) if (first := each.first) is not None]
            if not full:
                readings = [reading for reading in readings if reading.lane.priority < highest]
                continue
            row = equals[min(full)[1]].next()
            # Somebody may have moved a row from one lane to another between the readings of the two.
            if row["_id"] not in claimed and all(row["_id"] != other["_id"] for other in rows):
                rows.append(row)


def is_wanted(reading: LaneReading, wanted: Wanted) -> bool:
    lane = reading.lane
    if lane.site not in wanted.sites or lane.purpose != wanted.purpose:
        return False
    return not wanted.sections or lane.section in wanted.sections
