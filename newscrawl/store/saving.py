"""A round of saving: what is stored of a batch is read, and what that makes of each article is written.

While all that comes is new, reading is left out: an article that is stored after all is refused, and comes again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import bson
from bson.errors import BSONError
from pymongo import InsertOne, UpdateOne
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import BulkWriteError

from newscrawl.model.errors import StoreError
from newscrawl.store import schema
from newscrawl.store.base import Saved
from newscrawl.store.changes import is_unchanged, refreshed, revised, revision
from newscrawl.store.documents import Document

MAX_DOCUMENT = 16 * 1024 * 1024 - 16 * 1024
"""MongoDB's limit of 16 MiB, less what an update adds."""
_DUPLICATE = 11000
_READ_AT_ONCE = 25
_MAX_NOTED = 100_000
_Operation = InsertOne[Document] | UpdateOne


def check_size(document: Document) -> None:
    """Raise StoreError for a document that the server could only refuse, together with the batch it came in."""
    name = document.get("url") or document["_id"]
    try:
        size = len(bson.encode(document))
    except (BSONError, OverflowError, ValueError, RecursionError) as error:
        message = f"{str(name)[:300]!r} cannot be stored: {error}"
        raise StoreError(message) from error
    if size > MAX_DOCUMENT:
        message = f"{str(name)[:300]!r} cannot be stored: {size} bytes, a document holds {MAX_DOCUMENT}"
        raise StoreError(message)


@dataclass(eq=False, slots=True)
class Pending:
    """An article on its way into the store, and who waits for it."""

    document: Document
    outcome: asyncio.Future[Saved]
    tried: Saved | None = None
    """What an earlier round was about to make of it, when nobody knows whether it came through."""

    @property
    def id(self) -> str:
        return str(self.document["_id"])

    @property
    def url(self) -> str:
        return str(self.document["canonical_url"])

    def succeed(self, verdict: Saved) -> None:
        if not self.outcome.done():
            self.outcome.set_result(verdict)

    def fail(self, error: BaseException) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(error)


class SaveRound:
    """One attempt at a batch. It may be repeated after a lost connection: what came through is then found unchanged."""

    def __init__(
        self,
        database: AsyncDatabase[Document],
        batch: list[Pending],
        noted: set[str],
        days: Counter[str],
        *,
        unread: bool,
    ) -> None:
        """``noted`` are the authors' keys that this process knows to be in their collection; it grows.

        ``days``: how many new articles of each day are not counted in the calendar yet; it grows as well. ``unread``:
        take all for new, without reading what is stored of them.
        """
        self.any_known = False
        """Whether any of the batch turned out to be stored already."""
        self._unread = unread
        self._articles: AsyncCollection[Document] = database[schema.ARTICLES]
        self._revisions: AsyncCollection[Document] = database[schema.REVISIONS]
        self._authors: AsyncCollection[Document] = database[schema.AUTHORS]
        self._batch = batch
        self._noted = noted
        self._days = days

    async def run(self) -> list[Pending]:
        """Save each URL of the batch once, and return those that have to go into another round."""
        first = {pending.id: pending for pending in reversed(self._batch) if not pending.outcome.done()}
        later = [p for p in self._batch if not p.outcome.done() and first[p.id] is not p]
        # Of what may have come through already only reading tells.
        unread = self._unread and all(pending.tried is None for pending in first.values())
        stored = {} if unread else await self._read(list(first))
        self.any_known |= bool(stored)
        operations: list[tuple[Pending, Saved, _Operation]] = []
        changed: list[tuple[Pending, Document]] = []
        for pending in first.values():
            before = stored.get(pending.id)
            if before is None:
                operations.append((pending, "new", InsertOne(pending.document)))
            elif is_unchanged(before, pending.document):
                operations.append((pending, pending.tried or "unchanged", _refresh(before, pending.document)))
            else:
                changed.append((pending, before))
        operations += await self._revise(changed)
        return await self._apply(operations) + later

    async def _read(self, ids: list[str]) -> dict[str, Document]:
        found: dict[str, Document] = {}
        for start in range(0, len(ids), _READ_AT_ONCE):
            wanted = {"_id": {"$in": ids[start : start + _READ_AT_ONCE]}}
            documents = self._articles.find(wanted, max_time_ms=schema.TIME_LIMIT)
            found |= {str(document["_id"]): document async for document in documents}
        return found

    async def _revise(self, changed: list[tuple[Pending, Document]]) -> list[tuple[Pending, Saved, _Operation]]:
        """Put the texts that are to be replaced into the revisions, and only then say how to replace them."""
        if not changed:
            return []
        now = datetime.now(UTC)
        await _insert_missing(self._revisions, [revision(before, now) for _, before in changed])
        texts: dict[str, set[str]] = {}
        wanted = {"article": {"$in": [pending.id for pending, _ in changed]}}
        fields = {"article": 1, "content_hash": 1}
        async for row in self._revisions.find(wanted, fields, max_time_ms=schema.TIME_LIMIT):
            texts.setdefault(row["article"], set()).add(row["content_hash"])
        operations: list[tuple[Pending, Saved, _Operation]] = []
        for pending, before in changed:
            fields_set = revised(before, pending.document)
            fields_set["revisions"] = len(texts.get(pending.id, set()) | {pending.document["content_hash"]})
            del fields_set["_id"]
            # Only if it is still the text that went into the revisions: another worker's must not be lost.
            same = {"_id": pending.id, "content_hash": before["content_hash"]}
            operations.append((pending, "changed", UpdateOne(same, {"$set": fields_set})))
        return operations

    async def _apply(self, operations: list[tuple[Pending, Saved, _Operation]]) -> list[Pending]:
        if not operations:
            return []
        for pending, verdict, _ in operations:
            pending.tried = None if verdict == "unchanged" else verdict
        await self._note_authors([pending.document for pending, *_ in operations])
        refused: dict[int, Document] = {}
        try:
            result = await self._articles.bulk_write([operation for *_, operation in operations], ordered=False)
            matched = result.matched_count
        except BulkWriteError as error:
            refused = _refusals(error)
            matched = error.details["nMatched"]
        updates = sum(isinstance(op, UpdateOne) for i, (*_, op) in enumerate(operations) if i not in refused)
        again = self._settle(operations, refused, lost_race=matched < updates)
        new = [p for i, (p, v, _) in enumerate(operations) if v == "new" and i not in refused]
        self._days.update(pending.document["at"].isoformat()[:10] for pending in new)
        return again

    def _settle(
        self, operations: list[tuple[Pending, Saved, _Operation]], refused: dict[int, Document], *, lost_race: bool
    ) -> list[Pending]:
        again: list[Pending] = []
        for index, (pending, verdict, _) in enumerate(operations):
            refusal = refused.get(index)
            if refusal is None and not (lost_race and verdict != "new"):
                pending.succeed(verdict)
            elif refusal is None:
                again.append(pending)
            elif refusal["code"] == _DUPLICATE:
                pending.tried = None
                self.any_known = True
                again.append(pending)
            else:
                pending.fail(StoreError(f"the store refused {pending.url}: {str(refusal['errmsg'])[:300]}"))
        return again

    async def _note_authors(self, documents: list[Document]) -> None:
        """Note the authors' keys, before their articles: part of a name is looked up there, and none may be missing."""
        keys = {key for document in documents for key in document["keys"] if key.startswith("author:")} - self._noted
        if keys:
            await _insert_missing(self._authors, [{"_id": key} for key in sorted(keys)])
            if len(self._noted) > _MAX_NOTED:
                self._noted.clear()
            self._noted |= keys


async def count_days(database: AsyncDatabase[Document], days: Mapping[str, int]) -> None:
    """Add new articles of each day to the calendar, in which a search finds a stretch that holds what it wants.

    A hint that may be off after a crash; nothing is told from it but the order of asking.
    """
    months: dict[str, dict[str, int]] = {}
    for day, number in days.items():
        months.setdefault(day[:7], {})[f"days.{day[8:]}"] = number
    operations = [UpdateOne({"_id": month}, {"$inc": added}, upsert=True) for month, added in months.items()]
    if operations:
        await database[schema.CALENDAR].bulk_write(operations, ordered=False)


def _refresh(before: Document, document: Document) -> UpdateOne:
    # Only if it is still that text, as above.
    return UpdateOne({"_id": before["_id"], "content_hash": before["content_hash"]}, refreshed(before, document))


def _refusals(error: BulkWriteError) -> dict[int, Document]:
    """What the server refused, by its place in the batch; raises the error when it cannot say what is safe on disk."""
    if error.details.get("writeConcernErrors"):
        raise error
    return {row["index"]: row for row in error.details["writeErrors"]}


async def _insert_missing(collection: AsyncCollection[Document], documents: list[Document]) -> None:
    try:
        await collection.bulk_write([InsertOne(document) for document in documents], ordered=False)
    except BulkWriteError as error:
        for row in _refusals(error).values():
            if row["code"] != _DUPLICATE:
                message = f"the store refused what belongs to an article: {str(row['errmsg'])[:300]}"
                raise StoreError(message) from error
