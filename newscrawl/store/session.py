"""A connection for asyncio: one client in the running loop, which waits for a server that comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bson.codec_options import CodecOptions
from pymongo import AsyncMongoClient
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import PyMongoError

from newscrawl.model.errors import NewscrawlError
from newscrawl.store import schema
from newscrawl.store.address import parse_address
from newscrawl.store.connection import PATIENCE, PAUSE, Source, is_passing
from newscrawl.store.documents import Document

T = TypeVar("T")


class StoreSession:
    """What everything that writes to one store from one loop shares. Made by `open_session`, closed once."""

    def __init__(self, source: Source, client: AsyncMongoClient[Document]) -> None:
        self._source = source
        self._client = client
        self.patience = source.opening_patience
        """Seconds that a server which went away is waited for."""
        options: CodecOptions[Any] = schema.AWARE
        self.database: AsyncDatabase[Document] = client.get_database(
            source.address.database, options, write_concern=schema.DURABLE
        )

    async def patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """What an idempotent attempt returns, repeated for `patience` seconds while the server is away.

        Raises StoreUnreachable when it stays away, StoreError when it refuses.
        """
        until = time.monotonic() + self.patience
        while True:
            try:
                return await attempt()
            except PyMongoError as error:
                if not is_passing(error) or time.monotonic() > until:
                    raise self._source.in_our_words(error) from error
                await asyncio.to_thread(self._source.ensure)
                await asyncio.sleep(PAUSE)

    async def make_indexes(self) -> None:
        """Make those of `newscrawl.store.schema` that are missing."""
        for collection, indexes in schema.INDEXES.items():
            await self.database[collection].create_indexes(list(indexes))

    async def close(self) -> None:
        """Let go of the server; an embedded one ends with its last user."""
        await self._client.close()
        await asyncio.to_thread(self._source.leave)


async def open_session(address: str) -> StoreSession:
    """Connect to the store at ``address`` (see `parse_address`), starting an embedded server that does not run yet.

    Raises UsageError for a wrong address, StoreUnreachable within about five seconds when no server answers (an
    embedded one may take longer to start), StoreError when the server or its folder refuses.
    """
    source = Source(parse_address(address))
    uri = await asyncio.to_thread(source.enter)
    client: AsyncMongoClient[Document] | None = None
    try:
        client = source.client(AsyncMongoClient, uri)
        session = StoreSession(source, client)
        await session.patiently(session.make_indexes)
    except (NewscrawlError, asyncio.CancelledError):
        if client is not None:
            await client.close()
        await asyncio.to_thread(source.leave)
        raise
    session.patience = PATIENCE
    return session
