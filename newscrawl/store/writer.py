"""The crawl's face of the store: what is saved at the same time goes to the server in few round trips."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from pymongo import ReplaceOne, UpdateOne
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import PyMongoError

from newscrawl.model import Article
from newscrawl.model.errors import StoreError, StoreUnreachable
from newscrawl.model.urls import url_key
from newscrawl.store import schema
from newscrawl.store.base import Known, Quarantined, Run, Saved
from newscrawl.store.connection import PATIENCE
from newscrawl.store.documents import Document, to_document
from newscrawl.store.processes import worker_name
from newscrawl.store.records import quarantined_document, run_document
from newscrawl.store.saving import Pending, SaveRound, check_size, count_days
from newscrawl.store.session import StoreSession, open_session

_GATHER, _GATHER_FEW = 0.2, 0.05
"""Seconds in which saves are gathered, while many come and while few do: each batch waits for the disk."""
_MANY = 4
_BATCH = 100
_COUNTED_AT_ONCE = 100
"""New articles after which the calendar is written."""
_ROUNDS = 50
"""Every lost race costs one; more than a few are some other index's doing."""
_KNOWN_AT_ONCE = 25
"""SecantusDB compares every document with every value of an $in: 200 at once take twice as long as eight times 25."""


class MongoWriter:
    """An ArticleWriter on a MongoDB server; made by `open_writer`, used in the loop it was made in."""

    def __init__(self, session: StoreSession) -> None:
        self._session = session
        self._waiting: list[Pending] = []
        self._flushing: asyncio.Task[None] | None = None
        self._worker = worker_name()
        self._authors: set[str] = set()
        self._days: Counter[str] = Counter()
        self._come_in_numbers = False
        self._all_new = False
        """Whether nothing of the last batch was stored before."""

    @property
    def session(self) -> StoreSession:
        """For what else lives in the same store and is used in the same loop."""
        return self._session

    @property
    def database(self) -> AsyncDatabase[Document]:
        return self._session.database

    async def save(self, article: Article) -> Saved:
        document = to_document(article)
        check_size(document)
        pending = Pending(document, asyncio.get_running_loop().create_future())
        self._waiting.append(pending)
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())
        return await pending.outcome

    async def known(self, urls: Sequence[str]) -> dict[str, Known]:
        by_key: dict[str, list[str]] = {}
        for key, url in _keys_of(urls):
            by_key.setdefault(key, []).append(url)
        keys = list(by_key)
        found: dict[str, Known] = {}
        for start in range(0, len(keys), _KNOWN_AT_ONCE):
            some = keys[start : start + _KNOWN_AT_ONCE]
            for document in await self._session.patiently(partial(self._fetched_from, some)):
                known = Known(document["last_seen_at"], document["published_at"], document["modified_at"])
                found |= {url: known for key in document["urls"] for url in by_key.get(key, ())}
        return found

    async def seen(self, url: str) -> None:
        """Note that the article fetched from the URL is still what is stored: its server said so just now."""
        update = [UpdateOne({"urls": url_key(url)}, {"$max": {"last_seen_at": datetime.now(UTC)}})]
        await self._session.patiently(lambda: self.database[schema.ARTICLES].bulk_write(update))

    async def save_run(self, run: Run) -> None:
        await self._replace(schema.RUNS, run_document(run, self._worker))

    async def quarantine(self, page: Quarantined) -> None:
        await self._replace(schema.QUARANTINE, quarantined_document(page))

    async def close(self) -> None:
        """Write what waits, then let go of the server; an embedded one ends with its last user."""
        try:
            if self._flushing is not None:
                await self._flushing
            await self._count_days(least=1)
        finally:
            await self._session.close()

    async def _fetched_from(self, keys: list[str]) -> list[Document]:
        fields = {"urls": 1, "last_seen_at": 1, "published_at": 1, "modified_at": 1}
        wanted = {"urls": {"$in": keys}}
        return await self.database[schema.ARTICLES].find(wanted, fields, max_time_ms=schema.TIME_LIMIT).to_list()

    async def _replace(self, collection: str, document: Document) -> None:
        check_size(document)
        operations = [ReplaceOne({"_id": document["_id"]}, document, upsert=True)]
        await self._session.patiently(lambda: self.database[collection].bulk_write(operations))

    async def _flush(self) -> None:
        while self._waiting:
            await asyncio.sleep(_GATHER if self._come_in_numbers else _GATHER_FEW)
            self._come_in_numbers = len(self._waiting) >= _MANY
            batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
            # gather() hands any exception to those who wait for this batch, and the next batch goes on.
            (failure,) = await asyncio.gather(self._write(batch), return_exceptions=True)
            if isinstance(failure, StoreUnreachable):
                batch, self._waiting = [*batch, *self._waiting], []
            for pending in batch:
                pending.fail(failure or StoreError(f"{pending.url} was not stored"))

    async def _write(self, batch: list[Pending]) -> None:
        for number in range(_ROUNDS):
            if not batch:
                return
            unread = self._all_new and not number
            attempt = SaveRound(self.database, batch, self._authors, self._days, unread=unread)
            batch = await self._session.patiently(attempt.run)
            self._all_new = not attempt.any_known
        await self._count_days(least=_COUNTED_AT_ONCE)

    async def _count_days(self, least: int) -> None:
        """Write the calendar when so many articles are not in it yet."""
        if self._days.total() < least:
            return
        days, self._days = self._days, Counter()
        with suppress(PyMongoError):  # a hint is not worth waiting for; the articles are stored
            await count_days(self.database, days)


async def open_writer(address: str, patience: float = PATIENCE) -> MongoWriter:
    """The crawl's face of the store at ``address``; raises as `open_session` does.

    ``patience``: seconds that a write waits for a server that went away.
    """
    session = await open_session(address)
    session.patience = patience
    return MongoWriter(session)


def _keys_of(urls: Iterable[str]) -> Iterable[tuple[str, str]]:
    for url in urls:
        try:
            yield url_key(url), url
        except ValueError:
            continue  # no http URL: nothing of it can be stored
