"""Claims and their ends: a row moves to the lane of its next visit, or to one of those that are never due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pymongo import UpdateMany
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.model.errors import StoreError
from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.lanes import NOW, Lane, due_of, lane_of
from newscrawl.store.frontier.positions import Positions
from newscrawl.store.frontier.rows import LOOKS, ended, row_key, stands
from newscrawl.store.queue import Claim, End
from newscrawl.store.session import StoreSession

_BATCH = 250
_ROUNDS = 20


@dataclass(slots=True)
class Held:
    """A claim of ours, and its row as it was read."""

    claim: Claim
    row: Document
    """Where it stands now is corrected when it turns out that somebody has moved it."""
    renewed: bool = False
    """Whether it is due again when the claim ends."""
    host: str = field(init=False)
    lane: str = field(init=False)

    def __post_init__(self) -> None:
        self.host, self.lane = self.row["host"], self.row["lane"]

    @property
    def key(self) -> str:
        return self.claim.key


class Ending:
    """One worker's way of ending its claims."""

    def __init__(self, session: StoreSession, positions: Positions, claims: Mapping[str, Held]) -> None:
        self._session = session
        self._positions = positions
        self._claims = claims
        self._rows: AsyncCollection[Document] = session.database[schema.FRONTIER]

    async def finish(self, ends: Sequence[End], now: datetime) -> list[Held]:
        """Write the ends of those that are still claimed, and return these."""
        pending = {end.claim.key: end for end in ends if end.claim.key in self._claims}
        keys = list(pending)
        for start in range(0, len(keys), _BATCH):
            await self._finish_batch({key: pending[key] for key in keys[start : start + _BATCH]}, now)
        await self._note_walks({row_key(end.walked) for end in pending.values() if end.walked}, now)
        return [self._claims[key] for key in keys]

    async def _note_walks(self, first_pages: set[str], now: datetime) -> None:
        """After their last pages have ended: walks that are not noted go further the next time, and lose nothing."""
        changes = [UpdateMany(some, {"$max": {"walked_at": now}}) for some in queries.by_ids(sorted(first_pages))]
        if changes:
            await self._session.patiently(lambda: self._rows.bulk_write(changes, ordered=False))

    async def _finish_batch(self, pending: dict[str, End], now: datetime) -> None:
        for _ in range(_ROUNDS):
            if not pending:
                return
            tried = pending
            pending = await self._session.patiently(lambda: self._round(tried, now))  # noqa: B023
        message = f"the store did not take {len(pending)} ends of the frontier: others changed the rows all the time"
        raise StoreError(message)

    async def _round(self, pending: dict[str, End], now: datetime) -> dict[str, End]:
        """One attempt; returns what was moved by others in the meantime, to be tried where it stands now."""
        changes = {key: self._change(end, now) for key, end in pending.items()}
        places = await self._positions.take(Counter(lane for lane, _ in changes.values()))
        moves = {
            key: (self._claims[key].row, fields | stands(lane, places.next(lane), now, number))
            for number, (key, (lane, fields)) in enumerate(changes.items())
        }
        operations = [
            UpdateMany(queries.by_id(part), _moved_together([moves[key] for key in part]))
            for part in queries.parts(list(moves))
        ]
        result = await self._rows.bulk_write(operations, ordered=False)
        await self._positions.affirm(places)
        return {} if result.modified_count == len(moves) else await self._moved(pending)

    def _change(self, end: End, now: datetime) -> tuple[Lane, Document]:
        held = self._claims[end.claim.key]
        change = ended(end, now)
        state, due = end.state, due_of(end.due_at, now)
        if held.renewed:
            state, due = "waiting", NOW
            change["state"] = state
        lane = lane_of(held.row | change, state, due)
        return lane, change

    async def _moved(self, pending: dict[str, End]) -> dict[str, End]:
        """Those whose rows have not ended: somebody asked for them under another name, or once more."""
        again: dict[str, End] = {}
        fields = dict.fromkeys((*LOOKS, "renewals"), 1)
        for some in queries.by_ids(list(pending)):
            async for row in self._rows.find(some, fields, max_time_ms=schema.TIME_LIMIT):
                held = self._claims[row["_id"]]
                if row["ends"] == held.row["ends"]:
                    held.renewed |= row["renewals"] != held.row["renewals"]
                    held.row = held.row | row
                    again[row["_id"]] = pending[row["_id"]]
        return again


def _moved_together(moves: Sequence[tuple[Document, Document]]) -> list[Document]:
    """An update that gives each of some rows its own fields, if it stands where it stood.

    One statement is one commit, and so one wait for the disk: a statement a row takes many times as long.
    """
    keys = {"$literal": [row["_id"] for row, _ in moves]}
    ends = {"$literal": [{"lane": row["lane"], "seq": row["seq"], "fields": fields} for row, fields in moves]}
    stood = {"$and": [{"$eq": ["$lane", "$$end.lane"]}, {"$eq": ["$seq", "$$end.seq"]}]}
    changed = {"$mergeObjects": ["$$ROOT", "$$end.fields", {"ends": {"$add": ["$ends", 1]}}]}
    end = {"$arrayElemAt": [ends, {"$indexOfArray": [keys, "$_id"]}]}
    return [{"$replaceWith": {"$let": {"vars": {"end": end}, "in": {"$cond": [stood, changed, "$$ROOT"]}}}}]
