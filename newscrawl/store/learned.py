"""What was learned of each site from its pages: one small document a site, written by whoever read it last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from pymongo.errors import DuplicateKeyError

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.saving import check_size
from newscrawl.store.session import StoreSession


class LearnedStates:
    """The states of all sites in one store. Its methods raise StoreUnreachable and StoreError as the writer's do."""

    def __init__(self, session: StoreSession) -> None:
        self._session = session
        self._learned = session.database[schema.LEARNED]

    async def load(self, site: str) -> tuple[Mapping[str, Any], int]:
        """The site's state, plain JSON values, and its revision; an empty one and 0 when nothing was learned yet."""
        found = await self._session.patiently(
            lambda: self._learned.find_one({"_id": site}, max_time_ms=schema.TIME_LIMIT)
        )
        return (json.loads(found["state"]), int(found["revision"])) if found else ({}, 0)

    async def replace(self, site: str, state: Mapping[str, Any], revision: int) -> bool:
        """Write the state over that revision; False when another was written since, and nothing is changed.

        An answer that was lost on its way makes a write look like another's: who asks reads again and sees his own.
        """
        document: Document = {
            "_id": site,
            "v": 1,
            "revision": revision + 1,
            "updated_at": datetime.now(UTC),
            # As text: numbers beyond 64 bits and keys of any kind come back as they were.
            "state": json.dumps(state, ensure_ascii=True, separators=(",", ":")),
        }
        check_size(document)
        return await self._session.patiently(partial(self._write, document, revision))

    async def _write(self, document: Document, revision: int) -> bool:
        if revision:
            result = await self._learned.replace_one({"_id": document["_id"], "revision": revision}, document)
            return result.matched_count == 1
        try:
            await self._learned.insert_one(document)
        except DuplicateKeyError:
            return False
        return True
