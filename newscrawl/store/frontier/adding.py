"""URLs into the frontier: what is new is inserted, what is known moves when somebody else asks for it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pymongo import UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.model.errors import NewscrawlError, StoreError
from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.clock import ServerClock
from newscrawl.store.frontier.ending import Held
from newscrawl.store.frontier.host_reading import HostReading
from newscrawl.store.frontier.inserting import insert_new
from newscrawl.store.frontier.lanes import NOW, Lane, due_of, lane_of
from newscrawl.store.frontier.positions import Places, Positions
from newscrawl.store.frontier.rows import LOOKS, NO_VALIDATORS, asked_for, new_row, row_key, stands
from newscrawl.store.queue import Added, Entry
from newscrawl.store.session import StoreSession

_BATCH = 500
_ROUNDS = 20
_SURELY_NEW = 100
"""Rows in a row that were new: after them the next are inserted without a look whether they are there.

The first crawl of a site brings nothing else. One that is there after all leaves a gap in its lane."""
_APART = 0.2
"""Seconds, at the most, by which those come apart that changed the same rows at once."""
_PLACE = ("lane", "seq")
_STANDING = ("host", "site", "section", "purpose")


@dataclass(slots=True)
class _Move:
    """A row that is to stand elsewhere."""

    row: Document
    lane: Lane
    change: Document
    """Beside where it stands."""


@dataclass(eq=False, slots=True)
class _Asked:
    """What one caller wants to have added."""

    entries: dict[str, Entry]
    """By key."""
    renew: bool
    outcome: dict[str, Added] = field(default_factory=dict)
    """What came of each, once it is done."""
    error: NewscrawlError | None = None


class Adding:
    """One worker's way of adding: what is asked for while others' rows are being written is written together."""

    def __init__(
        self,
        session: StoreSession,
        clock: ServerClock,
        positions: Positions,
        claims: Mapping[str, Held],
        ours: Mapping[str, HostReading],
    ) -> None:
        self._session = session
        self._clock = clock
        self._positions = positions
        self._claims = claims
        self._ours = ours
        self._asked: list[_Asked] = []
        self._turn = asyncio.Lock()
        self._streak = 0
        """How many rows were new since one was not, or an attempt was broken off."""
        self._rows: AsyncCollection[Document] = session.database[schema.FRONTIER]

    async def add(self, entries: Sequence[Entry], *, renew: bool) -> list[Added]:
        keys = [row_key(entry.url) for entry in entries]
        mine = _Asked({}, renew)
        for key, entry in zip(keys, entries, strict=True):
            mine.entries.setdefault(key, entry)
        self._asked.append(mine)
        try:
            async with self._turn:
                if mine in self._asked:
                    await self._add_together([each for each in self._asked if each.renew is renew])
        finally:
            self._asked = [each for each in self._asked if each is not mine]  # when it was given up
        if mine.error is not None:
            raise mine.error
        return [mine.outcome[key] for key in keys]

    async def _add_together(self, together: Sequence[_Asked]) -> None:
        """Add what several have asked for; when that is broken off, those that still wait ask again themselves."""
        entries: dict[str, Entry] = {}
        for asked in together:
            entries |= asked.entries  # who asked last gets a row that waits for its first visit
        try:
            outcome = await self._add_all(entries, renew=together[0].renew)
        except NewscrawlError as error:
            for asked in together:
                asked.error = error
        else:
            _deal_out(outcome, together)
        self._asked = [asked for asked in self._asked if asked not in together]

    async def _add_all(self, entries: dict[str, Entry], *, renew: bool) -> dict[str, Added]:
        outcome: dict[str, Added] = {}
        pending = list(entries.items())
        for start in range(0, len(pending), _BATCH):
            await self._add_batch(dict(pending[start : start + _BATCH]), outcome, renew=renew)
        return outcome

    async def queued_since_walk(self, walk: str, urls: Sequence[str]) -> bool:
        first = row_key(walk)
        keys = list(dict.fromkeys([first, *map(row_key, urls)]))
        fields = ("walked_at", "added_at")
        rows = await self._session.patiently(lambda: self._find(keys, fields))
        ended_at = rows.pop(first, {}).get("walked_at")
        return any(ended_at is None or row["added_at"] > ended_at for row in rows.values())

    async def _add_batch(self, pending: dict[str, Entry], outcome: dict[str, Added], *, renew: bool) -> None:
        for _ in range(_ROUNDS):
            tried = pending
            pending = await self._session.patiently(lambda: self._round(tried, outcome, renew=renew))  # noqa: B023
            if not pending:
                return
            await asyncio.sleep(random.uniform(0, _APART))  # noqa: S311
        message = f"the store did not take {len(pending)} URLs of the frontier: others changed them all the time"
        raise StoreError(message)

    async def _round(self, pending: dict[str, Entry], outcome: dict[str, Added], *, renew: bool) -> dict[str, Entry]:
        """One attempt; returns what has to be tried again. What an attempt wrote, the next one finds."""
        now = await self._clock.now()
        streak, self._streak = self._streak, 0
        found = {} if streak >= _SURELY_NEW else await self._find(list(pending), LOOKS)
        new = [(key, entry) for key, entry in pending.items() if key not in found]
        moves: list[_Move] = []
        for key, row in found.items():
            verdict, move = self._known(pending[key], row, now, renew=renew)
            outcome[key] = outcome.get(key, verdict) if outcome.get(key) == "new" else verdict
            if move is not None:
                moves.append(move)
        rows = [new_row(entry, key, now) for key, entry in new]
        dues = [due_of(entry.due_at, now) for _, entry in new]
        lanes = [lane_of(row, "waiting", due) for row, due in zip(rows, dues, strict=True)]
        places = await self._positions.take(Counter([*lanes, *(move.lane for move in moves)]))
        for order, (row, lane) in enumerate(zip(rows, lanes, strict=True)):
            row.update(stands(lane, places.next(lane), now, order))
            outcome[row["_id"]] = "new"
        raced = frozenset(await insert_new(self._rows, rows))
        if not found and not raced:
            self._streak = streak + len(rows)
        self._note_written(lanes, places, [row for index, row in enumerate(rows) if index not in raced], now)
        lost = await self._move(moves, places, now)
        await self._positions.affirm(places)
        for index in raced:
            del outcome[rows[index]["_id"]]
        return {new[index][0]: new[index][1] for index in raced} | {
            move.row["_id"]: pending[move.row["_id"]] for move in lost
        }

    def _note_written(self, lanes: Sequence[Lane], places: Places, rows: Sequence[Document], now: datetime) -> None:
        """Tell the readings of our hosts what they need not read; ``lanes`` are those of the rows that were tried."""
        firsts = {lane: first for lane, first, _ in places.stretches}
        written: dict[str, list[Document]] = {}
        for row in rows:
            written.setdefault(row["lane"], []).append(row)
        for lane, number in Counter(lanes).items():
            if lane.due == NOW and lane.host in self._ours:
                first = firsts[lane]
                self._ours[lane.host].wrote(lane, first, first + number, written.get(lane.id, ()), now)

    async def _find(self, keys: list[str], names: Sequence[str]) -> dict[str, Document]:
        """Those of the rows that are there, with these fields."""
        found: dict[str, Document] = {}
        fields = dict.fromkeys(names, 1)
        for some in queries.by_ids(keys):
            found |= {row["_id"]: row async for row in self._rows.find(some, fields, max_time_ms=schema.TIME_LIMIT)}
        return found

    def _known(self, entry: Entry, row: Document, now: datetime, *, renew: bool) -> tuple[Added, _Move | None]:
        held = self._claims.get(row["_id"])
        if held is not None:
            held.renewed |= renew
            return ("renewed" if renew else "known" if row["visits"] else "waiting"), None
        asked = asked_for(entry)
        is_due = row["state"] == "waiting" and row["due_at"] <= now
        if row["visits"] == 0 and row["state"] == "waiting" and (is_due or not renew):
            due = NOW if is_due else row["due_at"]
            same = all(row[name] == asked[name] for name in _STANDING)
            verdict: Added = "waiting" if is_due else "known"
            return verdict, None if same else _Move(row, lane_of(row | asked, "waiting", due), asked)
        if not renew:
            return "known", None
        if any(row[name] != asked[name] for name in _STANDING):
            asked |= NO_VALIDATORS  # what it brought to others, it has not brought to whoever asks now
        asked |= {"kind": entry.kind, "priority": entry.priority, "state": "waiting", "attempts": 0}
        due = due_of(entry.due_at, now)
        return "renewed", _Move(row, lane_of(row | asked, "waiting", due), asked)

    async def _move(self, moves: list[_Move], places: Places, now: datetime) -> list[_Move]:
        """Write them, and return those that somebody else has moved, or removed, first."""
        if not moves:
            return []
        wheres = [stands(move.lane, places.next(move.lane), now, order) for order, move in enumerate(moves)]
        operations = []
        for move, where in zip(moves, wheres, strict=True):
            stood = queries.row_at(move.row["lane"], move.row["seq"], move.row["_id"])
            renewals = {"renewals": int("state" in move.change)}
            operations.append(UpdateOne(stood, {"$set": move.change | where, "$inc": renewals}))
        result = await self._rows.bulk_write(operations, ordered=False)
        for host in {move.lane.host for move in moves} & self._ours.keys():
            self._ours[host].look_again()
        if result.matched_count == len(moves):
            return []
        found = await self._find([move.row["_id"] for move in moves], _PLACE)
        return [m for m, where in zip(moves, wheres, strict=True) if not _is_at(found.get(m.row["_id"]), where)]


def _is_at(row: Document | None, where: Document) -> bool:
    return row is not None and all(row[name] == where[name] for name in _PLACE)


def _deal_out(outcome: Mapping[str, Added], together: Sequence[_Asked]) -> None:
    """Tell each of what came of its URLs: a URL is new to the first who asked for it."""
    told: set[str] = set()
    for asked in together:
        for key in asked.entries:
            verdict = outcome[key]
            asked.outcome[key] = "waiting" if key in told and verdict in {"new", "renewed"} else verdict
        told |= asked.entries.keys()
