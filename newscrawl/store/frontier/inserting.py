"""Insert documents of which some may be there."""

from __future__ import annotations

from collections.abc import Sequence

from pymongo import InsertOne
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import BulkWriteError

from newscrawl.model.errors import StoreError
from newscrawl.store.documents import Document

_DUPLICATE = 11000


async def insert_new(collection: AsyncCollection[Document], documents: Sequence[Document]) -> list[int]:
    """Insert those whose ``_id`` is not there yet; return the places, in the sequence, of those that were."""
    if not documents:
        return []
    try:
        await collection.bulk_write([InsertOne(document) for document in documents], ordered=False)
    except BulkWriteError as error:
        if error.details.get("writeConcernErrors"):
            raise  # it cannot say what is safe on disk
        refused = error.details["writeErrors"]
        for row in refused:
            if row["code"] != _DUPLICATE:
                message = f"the store refused {documents[row['index']]['_id']}: {str(row['errmsg'])[:300]}"
                raise StoreError(message) from error
        return [row["index"] for row in refused]
    return []
