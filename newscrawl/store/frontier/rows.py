"""Rows of the frontier and robots.txt files as documents and back."""

from __future__ import annotations

import zlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from newscrawl.model import Discovered
from newscrawl.model.urls import url_key
from newscrawl.store.documents import Document, clean
from newscrawl.store.frontier.lanes import QUARANTINED, Lane, millis
from newscrawl.store.queue import Claim, End, Entry, RobotsRecord, Validators

VERSION = 1
MAX_TEXT = 2_000
"""Characters of a title, reason or validator."""
MAX_URL = 10_000
MAX_ROBOTS = 500 * 1024
"""Bytes (RFC 9309, 2.5)."""
LOOKS = ("lane", "seq", "state", "visits", "ends", "host", "site", "section", "purpose", "priority", "due_at")
"""The fields from which is seen what adding a URL again, or its end, comes to."""
_VALIDATORS = ("etag", "last_modified", "body_hash")
NO_VALIDATORS: Document = dict.fromkeys(_VALIDATORS)
_WALK = ("walk", "page", "day", "depth", "hops")


def row_key(url: str) -> str:
    """The key of the row of a URL; raises ValueError for one that is not an absolute http or https URL."""
    return url_key(_text(url, MAX_URL))


def new_row(entry: Entry, key: str, now: datetime) -> Document:
    """The document of a row that is not in any lane yet."""
    return {
        "_id": key,
        "v": VERSION,
        "url": _text(entry.url, MAX_URL),
        "kind": _text(entry.kind),
        "host": _text(entry.host),
        "priority": entry.priority,
        **asked_for(entry),
        "discovered": {name: _value(value) for name, value in asdict(entry.discovered).items()},
        "state": "waiting",
        "added_at": now,
        "attempts": 0,
        "visits": 0,
        "fetched_at": None,
        "ends": 0,
        "renewals": 0,
        "interval": None,
        "walked_at": None,
        "reason": "",
        "status": None,
        **dict.fromkeys(_VALIDATORS),
    }


def asked_for(entry: Entry) -> Document:
    """What a row takes from who asks for it last."""
    return {
        "host": _text(entry.host),
        "site": _text(entry.site),
        "section": _text(entry.section),
        "purpose": _text(entry.purpose),
        "walk": _text(entry.walk),
        "page": entry.page,
        "day": _value(entry.day),
        "depth": entry.depth,
        "hops": entry.hops,
    }


def stands(lane: Lane, seq: int, now: datetime, number: int) -> Document:
    """The fields that say where a row stands; ``number`` is its own among those that come there at once.

    ``order`` is microseconds since 1970, of when it may be fetched: across lanes, the lower is the first.
    """
    due_at = None if lane.due >= QUARANTINED else max(now, lane.due)
    order = millis(due_at or now) * 1000 + number
    return {"lane": lane.id, "seq": seq, "order": order, "due_at": due_at}


def claim_of(row: Document) -> Claim:
    return Claim(
        key=row["_id"],
        entry=entry_of(row),
        attempts=row["attempts"],
        fetched_at=row["fetched_at"],
        visits=row["visits"],
        validators=Validators(*(row[name] for name in _VALIDATORS)),
        interval=row["interval"],
        walked_at=row.get("walked_at"),
    )


def entry_of(row: Document) -> Entry:
    return Entry(
        url=row["url"],
        kind=row["kind"],
        site=row["site"],
        section=row["section"],
        host=row["host"],
        purpose=row["purpose"],
        priority=row["priority"],
        due_at=row["due_at"],
        discovered=Discovered(**row["discovered"]),
        **{name: row[name] for name in _WALK},
    )


def ended(end: End, now: datetime) -> Document:
    """What the end of a claim sets in its row, beside where the row stands then."""
    claim = end.claim
    fields: Document = {
        "state": end.state,
        "attempts": 0 if end.succeeded else claim.attempts + end.counts,
        "visits": claim.visits + end.succeeded,
        "reason": _text(end.reason),
        "status": end.status,
    }
    if end.succeeded:
        fields["fetched_at"] = now
    if end.validators is not None:
        fields |= {name: _value(getattr(end.validators, name)) for name in _VALIDATORS}
    if end.interval is not None:
        fields["interval"] = end.interval
    if end.purpose is not None:
        fields["purpose"] = _text(end.purpose)
    return fields


def robots_document(record: RobotsRecord) -> Document:
    return {
        "_id": _text(record.origin),
        "v": VERSION,
        "fetched_at": record.fetched_at,
        "status": record.status,
        "body": zlib.compress(record.body[:MAX_ROBOTS]),
        "fresh_until": record.fresh_until,
        "failing_since": record.failing_since,
    }


def robots_of(document: Document) -> RobotsRecord:
    body = zlib.decompressobj().decompress(document["body"], MAX_ROBOTS)
    return RobotsRecord(
        origin=document["_id"],
        fetched_at=document["fetched_at"],
        status=document["status"],
        body=body,
        fresh_until=document["fresh_until"],
        failing_since=document["failing_since"],
    )


def text(value: str) -> str:
    """A string as the frontier keeps it."""
    return _text(value)


def _text(value: str, most: int = MAX_TEXT) -> str:
    return str(clean(value))[:most]


def _value(value: Any) -> Any:
    return _text(value) if isinstance(value, str) else value
