"""The store's collections and their indexes, each with the question it answers."""

from __future__ import annotations

from datetime import UTC

from bson.codec_options import CodecOptions
from pymongo import ASCENDING, DESCENDING, IndexModel, WriteConcern

ARTICLES = "articles"
REVISIONS = "revisions"
AUTHORS = "authors"
CALENDAR = "calendar"
RUNS = "runs"
QUARANTINE = "quarantine"
FRONTIER = "frontier"
LANES = "lanes"
AGENDA = "agenda"
HOSTS = "hosts"
ROBOTS = "robots"
LEARNED = "learned"
"""By site: the lines that it repeats."""

INDEXES: dict[str, tuple[IndexModel, ...]] = {
    ARTICLES: (
        # known(), get(): the article under any URL it was fetched from.
        IndexModel([("urls", ASCENDING)], name="urls"),
        # find(), count(), counts(): a stretch of time, of all articles or of those with one value.
        IndexModel([("at", DESCENDING)], name="at"),
        IndexModel([("keys", ASCENDING), ("at", DESCENDING)], name="keys_at"),
    ),
    # save(): how many texts of an article there are; its history.
    REVISIONS: (IndexModel([("article", ASCENDING), ("fetched_at", DESCENDING)], name="article"),),
    # quarantined(): the latest first.
    QUARANTINE: (IndexModel([("fetched_at", DESCENDING)], name="fetched_at"),),
    # claim(), waiting(): the next rows of a lane. finish(): a row where it stood.
    FRONTIER: (IndexModel([("lane", ASCENDING), ("seq", ASCENDING), ("_id", ASCENDING)], name="lane"),),
    LANES: (
        # claim(): what a host of ours has due; the end of a lane that is still as long as it was.
        IndexModel([("host", ASCENDING), ("due", ASCENDING), ("_id", ASCENDING), ("tail", ASCENDING)], name="host"),
        # claim(): a part of the hosts on a page of the agenda.
        IndexModel([("page", ASCENDING), ("place", ASCENDING)], name="page"),
    ),
    # claim(): the pages of a site and purpose that are due, and the next one; a page that nobody has touched.
    AGENDA: (IndexModel([(field, ASCENDING) for field in ("site", "purpose", "due", "_id", "touched")], name="site"),),
    # renew(), leave(): the hosts of a worker.
    HOSTS: (IndexModel([("lease.worker", ASCENDING), ("_id", ASCENDING)], name="lease"),),
}

TIME_LIMIT = 60_000
"""Milliseconds that a server may spend on any one question of ours."""

DURABLE = WriteConcern("majority", j=True)
"""Acknowledged means on disk."""

AWARE: CodecOptions[dict[str, object]] = CodecOptions(tz_aware=True, tzinfo=UTC, unicode_decode_error_handler="replace")
