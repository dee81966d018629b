"""The queries' face of the store: a blocking client that asks in small stretches of time and streams."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pymongo import DESCENDING, MongoClient
from pymongo.database import Database
from pymongo.errors import PyMongoError

from newscrawl.model import Article
from newscrawl.model.errors import NewscrawlError
from newscrawl.model.urls import url_key
from newscrawl.store import schema
from newscrawl.store.address import parse_address
from newscrawl.store.asking import Asked, Stretches, ask, author_expression, days_of
from newscrawl.store.base import Facet, Quarantined, Query, Run
from newscrawl.store.connection import PATIENCE, PAUSE, Source, is_passing
from newscrawl.store.documents import Document, to_article
from newscrawl.store.records import quarantined_of, run_of

T = TypeVar("T")
_FIRST = 250
"""Articles in the first stretch of time that is asked for."""
_MOST = 2_000
"""Articles that one question may go through; the server holds them all at once."""
_GROWTH = 4
_FEW_AUTHORS = 50
_ENDLESS = 2**31 - 1
_ID = re.compile(r"[0-9a-f]{20}")
_DERIVED = ("search", "keys", "at")
_FACETS: Mapping[Facet, str] = {
    "site": "site",
    "section": "section",
    "day": "day",
    "month": "day",
    "author": "authors",
    "language": "language",
    "tag": "tags",
    "story": "story_id",
    "status": "status",
}


class MongoReader:
    """An ArticleReader on a MongoDB server; made by `open_reader`."""

    def __init__(self, source: Source, client: MongoClient[Document], database: Database[Document]) -> None:
        self._source = source
        self._client = client
        self._database = database
        self.patience = source.opening_patience
        """Seconds that a server which went away is waited for."""

    def find(self, query: Query, limit: int | None = None, offset: int = 0) -> Iterator[Article]:
        wanted, skipped = limit, offset
        asked = self._ask(query)
        stretches = self._stretches(asked)
        for low, high in stretches:
            if wanted is not None and wanted <= 0:
                return
            head = asked.stages(low, high)
            if skipped and (there := self._number(head)) <= skipped:
                skipped -= there
                continue
            documents = self._newest(head, skipped, wanted)
            skipped = 0
            wanted = None if wanted is None else wanted - len(documents)
            _adapt(stretches, len(documents), keyed=asked.key is not None)
            yield from map(to_article, documents)

    def count(self, query: Query) -> int:
        if query == Query():
            return self._patiently(self._database[schema.ARTICLES].estimated_document_count)
        asked = self._ask(query)
        return sum(self._number(asked.stages(low, high)) for low, high in self._stretches(asked, _MOST))

    def get(self, id_or_url: str) -> Article | None:
        try:
            key = id_or_url if _ID.fullmatch(id_or_url) else url_key(id_or_url)
        except ValueError:
            return None
        # A URL that once led to another article is among that one's URLs too: the article of that very URL comes first.
        document = self._one({"_id": key}) or self._one({"urls": key})
        return to_article(document) if document else None

    def counts(self, facet: Facet, query: Query) -> list[tuple[str, int]]:
        name = _FACETS[facet]
        unwind: list[Document] = [{"$unwind": f"${name}"}] if name in {"authors", "tags"} else []
        group = [*unwind, {"$group": {"_id": f"${name}", "n": {"$sum": 1}}}]
        total: Counter[str] = Counter()
        asked = self._ask(query)
        for low, high in self._stretches(asked, _MOST):
            for row in self._aggregate([*asked.stages(low, high), *group]):
                if row["_id"] is not None:
                    total[row["_id"][:7] if facet == "month" else row["_id"]] += row["n"]
        if facet in {"day", "month"}:
            return sorted(total.items())
        return sorted(total.items(), key=lambda item: (-item[1], item[0]))

    def runs(self, limit: int = 20) -> list[Run]:
        if limit < 1:
            return []
        found = self._database[schema.RUNS].find(max_time_ms=schema.TIME_LIMIT).sort("_id", DESCENDING)
        found = found.limit(min(limit, _ENDLESS))
        return [run_of(document) for document in self._patiently(lambda: list(found.clone()))]

    def quarantined(self, limit: int = 100) -> Iterable[Quarantined]:
        if limit < 1:
            return
        rows = self._database[schema.QUARANTINE].find({}, {"_id": 1, "fetched_at": 1}, max_time_ms=schema.TIME_LIMIT)
        newest = rows.sort("fetched_at", DESCENDING).limit(min(limit, _ENDLESS))
        for row in self._patiently(lambda: list(newest.clone())):
            document = self._one({"_id": row["_id"]}, schema.QUARANTINE)
            if document is not None:
                yield quarantined_of(document)

    def info(self) -> Mapping[str, Any]:
        version = self._patiently(lambda: self._client.server_info()["version"])
        names = sorted({schema.ARTICLES, schema.REVISIONS, schema.RUNS, schema.QUARANTINE})
        sizes = {name: self._patiently(self._database[name].estimated_document_count) for name in names}
        return {
            "server": self._source.server_name,
            "version": version,
            "address": str(self._source.address),
            "collections": sizes,
        }

    def greet(self) -> None:
        """Raise StoreUnreachable or StoreError when the server does not answer or does not let us in."""
        self._patiently(lambda: self._database.command("ping"))
        self.patience = PATIENCE

    def close(self) -> None:
        self._client.close()
        self._source.leave()

    def _ask(self, query: Query) -> Asked:
        if query.author is None:
            return ask(query)
        wanted = {"_id": author_expression(query.author)}
        found = self._database[schema.AUTHORS].find(wanted, max_time_ms=schema.TIME_LIMIT).limit(_FEW_AUTHORS + 1)
        authors = [row["_id"] for row in self._patiently(lambda: list(found.clone()))]
        return ask(query, authors if len(authors) <= _FEW_AUTHORS else None)

    def _stretches(self, asked: Asked, size: int = _FIRST) -> Stretches:
        months = self._database[schema.CALENDAR].find(max_time_ms=schema.TIME_LIMIT)
        days = days_of(self._patiently(lambda: list(months.clone())))
        return Stretches(days, asked.since, asked.until, size)

    def _newest(self, head: list[Document], skip: int, limit: int | None) -> list[Document]:
        pipeline: list[Document] = [*head, {"$sort": {"at": -1, "_id": 1}}]
        if skip:
            pipeline.append({"$skip": skip})
        if limit is not None:
            pipeline.append({"$limit": min(limit, _ENDLESS)})
        return self._aggregate([*pipeline, {"$unset": list(_DERIVED)}])

    def _number(self, head: list[Document]) -> int:
        rows = self._aggregate([*head, {"$count": "n"}])
        return int(rows[0]["n"]) if rows else 0

    def _aggregate(self, pipeline: list[Document]) -> list[Document]:
        articles = self._database[schema.ARTICLES]
        return self._patiently(lambda: list(articles.aggregate(pipeline, maxTimeMS=schema.TIME_LIMIT, batchSize=500)))

    def _one(self, wanted: Document, collection: str = schema.ARTICLES) -> Document | None:
        found = self._database[collection].find(wanted, max_time_ms=schema.TIME_LIMIT).limit(1)
        return next(iter(self._patiently(lambda: list(found.clone()))), None)

    def _patiently(self, attempt: Callable[[], T]) -> T:
        until = time.monotonic() + self.patience
        while True:
            try:
                return attempt()
            except PyMongoError as error:
                if not is_passing(error) or time.monotonic() > until:
                    raise self._source.in_our_words(error) from error
                self._source.ensure()
                time.sleep(PAUSE)


def open_reader(address: str) -> MongoReader:
    """Connect to the store at ``address`` (see `parse_address`), starting an embedded server that does not run yet.

    Raises UsageError for a wrong address, StoreUnreachable within about five seconds when no server answers (an
    embedded one may take longer to start), StoreError when the server or its folder refuses.
    """
    source = Source(parse_address(address))
    uri = source.enter()
    try:
        return _connect(source, uri)
    except NewscrawlError:
        source.leave()
        raise


def _connect(source: Source, uri: str) -> MongoReader:
    client: MongoClient[Document] = source.client(MongoClient, uri)
    reader = MongoReader(source, client, client.get_database(source.address.database, schema.AWARE))
    try:
        reader.greet()
    except NewscrawlError:
        client.close()
        raise
    return reader


def _adapt(stretches: Stretches, found: int, *, keyed: bool) -> None:
    """Ask for longer stretches when a stretch held little."""
    most = 2 * _MOST if keyed else _MOST
    if found * _GROWTH < stretches.size:
        stretches.size = min(stretches.size * _GROWTH, most)
