"""What a worker has read of the lanes of a host that it holds: the next rows, and how far back some are unfinished."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pymongo import DeleteOne, UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.clock import ticks
from newscrawl.store.frontier.lanes import NOW, Lane, lane_from
from newscrawl.store.frontier.positions import GRACE

_WINDOW = 64
"""Numbers read at once."""
_WIDEST = 1_024
"""And while a stretch has no rows: most of a lane may have been moved or forgotten."""
FRESH = 5.0
"""Seconds for which rows that were read and not claimed are believed."""
_LOOK_AGAIN = 0.5
_SAVED_EVERY = 256
_KEPT = 2.0
"""Seconds that a lane which may be filled again is left after its last row: as long others wait for it in vain."""


class LaneReading:
    """One lane of a host that is ours, read from its head on."""

    def __init__(self, document: Document, *, new: bool = False) -> None:
        """``new``: nobody has written a row of it yet."""
        self.lane: Lane = lane_from(document)
        self._rows: dict[str, Document] = {}
        """Those that were read and not taken, by key, in their order."""
        self._cursor: int | None = 0 if new else None
        self._head: int = document["head"]
        self._tail: int = document["tail"]
        self._late: int | None = document.get("late")
        """How often rows were written so late that they may have been passed."""
        self._touched: datetime = document["touched"]
        self._open: dict[str, int] = {}
        """The numbers of rows that were taken and have not ended, by key."""
        self._gap: int | None = None
        """The first number without a row that may still get one."""
        self._read_at = 0.0
        self._width = _WINDOW
        self._stirred_at = float("-inf")
        """When a row of it was last read, written by us or ended, in ticks."""

    def seen(self, document: Document) -> None:
        """Take in what others have made of the lane."""
        self._tail, self._touched = document["tail"], document["touched"]
        if document["head"] < self._head or document.get("late") != self._late:
            self._cursor, self._head, self._late = None, document["head"], document.get("late")
            self._rows.clear()

    def wrote(self, first: int, end: int, rows: Sequence[Document], now: datetime) -> bool:
        """Take in rows that we have written ourselves, at places from ``first`` to before ``end``.

        They count as read where they follow on what was; else they will be when it is their turn. False when the lane
        is not as we know it.
        """
        if self._cursor is not None and first < self._cursor:
            return False
        self._stirred_at = ticks()
        if self._cursor == first and self._gap is None:
            if not self._rows:
                self._read_at = ticks()
            self._rows |= {row["_id"]: row for row in rows}
            self._cursor = end
        self._tail, self._touched = max(self._tail, end), max(self._touched, now)
        return True

    def expire(self, after: float = FRESH) -> None:
        """Forget rows that were read so many seconds ago and not claimed: they are read again."""
        first = self.first
        if first is not None and ticks() - self._read_at >= after:
            self._cursor = first["seq"]
            self._rows.clear()

    @property
    def first(self) -> Document | None:
        """The row that is next."""
        return next(iter(self._rows.values()), None)

    @property
    def is_read(self) -> bool:
        """Whether nothing stands in it that was not read, as far as is known."""
        if self._cursor is None or self._cursor < self._tail:
            return False
        return self._gap is None or ticks() - self._read_at < _LOOK_AGAIN

    async def read(self, rows: AsyncCollection[Document], now: datetime) -> None:
        """Read on; afterwards there are rows, or the lane is read."""
        while not self._rows and not self.is_read:
            if self._cursor is not None and self._cursor >= self._tail:
                self._cursor, self._gap = self._gap, None
            await self._read_window(rows, now)

    def next(self) -> Document:
        """Take the first of the rows that were read: it stays open until it has ended or is put back."""
        row = self._rows.pop(next(iter(self._rows)))
        self._open[row["_id"]] = row["seq"]
        return row

    def ended(self, row: Document) -> None:
        """A claim of ours has ended: where its row was read before that, it stands no more."""
        key = row["_id"]
        if self._open.pop(key, None) is not None:
            self._stirred_at = ticks()
        if key in self._rows and self._rows[key]["ends"] <= row["ends"]:
            del self._rows[key]

    def put_back(self, row: Document) -> None:
        self._open.pop(row["_id"], None)
        rows = sorted([row, *self._rows.values()], key=lambda one: int(one["seq"]))
        self._rows = {one["_id"]: one for one in rows}

    @property
    def is_over(self) -> bool:
        """Whether no row of it is left."""
        return self._settled >= self._tail and not self._open and not self._rows and self._gap is None

    def progress(self, *, leaving: bool) -> UpdateOne | DeleteOne | None:
        """What is to be written so that the next reader begins where something is left."""
        if self._cursor is None:
            return None
        if self.is_over and (leaving or not self._may_be_filled_again()):
            return DeleteOne(queries.lane_as_it_was(self.lane.host, self.lane.due, self.lane.id, self._tail))
        settled = self._settled
        if settled <= self._head or not (leaving or settled - self._head >= _SAVED_EVERY):
            return None
        # Unless somebody has put it back for rows that came late.
        head = {"$cond": [{"$eq": ["$head", self._head]}, settled, "$head"]}
        self._head = settled
        return UpdateOne(queries.one(self.lane.id), [{"$set": {"head": head}}])

    def _may_be_filled_again(self) -> bool:
        """Whether it is one of those into which whatever is found comes, and had a row a moment ago."""
        return self.lane.due == NOW and ticks() - self._stirred_at < _KEPT

    @property
    def _settled(self) -> int:
        """The number before which nothing is left."""
        assert self._cursor is not None
        left = [self._cursor, *self._open.values()]
        if self.first is not None:
            left.append(int(self.first["seq"]))
        if self._gap is not None:
            left.append(self._gap)
        return min(left)

    async def _read_window(self, rows: AsyncCollection[Document], now: datetime) -> None:
        low = self._head if self._cursor is None else self._cursor
        high = low + self._width
        last = high >= self._tail
        # The first stretch begins, and the last ends, where numbers do: a row that was written late is met as well.
        wanted = queries.rows_between(
            self.lane.id, -queries.ENDLESS if self._cursor is None else low, queries.ENDLESS if last else high
        )
        found = await rows.find(wanted, max_time_ms=schema.TIME_LIMIT).sort("seq", 1).to_list()
        numbers = {row["seq"] for row in found}
        if found:
            self._stirred_at = ticks()
        self._rows |= {row["_id"]: row for row in found if row["_id"] not in self._open}
        if now - self._touched < GRACE:
            self._note_gap(range(low, min(high, self._tail)), numbers)
        self._cursor = max([self._tail, *(n + 1 for n in numbers)]) if last else high
        self._width = _WINDOW if self._rows else min(2 * self._width, _WIDEST)
        self._read_at = ticks()

    def _note_gap(self, stretch: range, numbers: set[int]) -> None:
        taken = numbers | set(self._open.values())
        for number in stretch:
            if number not in taken:
                self._gap = number if self._gap is None else min(self._gap, number)
                return
