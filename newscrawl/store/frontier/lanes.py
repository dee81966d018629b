"""Lanes: the rows of one host that are fetched for the same reason at the same time, and where a lane is found.

Every row stands in one lane at a whole number, its ``seq``. A lane is filled at its ``tail``, and nothing that is
still to do stands before its ``head``: the next rows are those of a stretch of numbers, so that as many documents are
read as are wanted, however long the lane is. Lanes of the same time stand on one page of the agenda, from which a
worker learns the hosts that have something due.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache

from newscrawl.store.documents import Document
from newscrawl.store.queue import State

NOW = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a lane whose rows may be fetched at once."""
QUARANTINED = datetime(9998, 1, 1, tzinfo=UTC)
DONE = datetime(9999, 1, 1, tzinfo=UTC)
ROUND = 2**32
"""Hosts stand at a number below this one, so that a part of those on a page can be asked for."""
_STEPS = 32
_EPOCH = NOW


@dataclass(frozen=True)
class Lane:
    """What the rows of a lane have in common."""

    host: str
    site: str
    section: str
    purpose: str
    priority: int
    due: datetime
    """NOW, DONE, QUARANTINED, or a moment that `due_of` gave."""

    @cached_property
    def id(self) -> str:
        return _hash(self.host, self.site, self.section, self.purpose, self.priority, millis(self.due))

    @cached_property
    def page(self) -> str:
        """The page of the agenda that it stands on."""
        return _hash(self.site, self.section, self.purpose, millis(self.due))

    @property
    def place(self) -> int:
        """Where its host stands on the page."""
        return place_of(self.host)

    def at(self, due: datetime) -> Lane:
        return replace(self, due=due)


def lane_of(row: Document, state: State, due: datetime) -> Lane:
    """The lane of a row in that state; ``due`` counts for rows that wait."""
    host, site, section = row["host"], row["site"], row["section"]
    if state == "done":
        return Lane(host, site, section, "", 0, DONE)
    if state == "quarantined":
        return Lane(host, site, section, "", 0, QUARANTINED)
    return Lane(host, site, section, row["purpose"], row["priority"], due)


def due_of(due_at: datetime | None, now: datetime) -> datetime:
    """The time of the lane for a row that is due then: NOW, or up to a thirty-second part of the wait later.

    So that the rows that become due in an hour stand in some dozens of lanes, and not in one lane each.
    """
    if due_at is None or due_at <= now:
        return NOW
    due_at += timedelta(microseconds=999)  # the store keeps milliseconds, and not before means not before
    wait = max(1, millis(due_at) - millis(now))
    step = 2 ** max(0, math.floor(math.log2(wait / _STEPS))) if wait > _STEPS else 1
    rounded = _EPOCH + timedelta(milliseconds=-(-millis(due_at) // step) * step)
    return min(rounded, QUARANTINED - timedelta(days=1))


def place_of(host: str) -> int:
    return int.from_bytes(hashlib.sha256(host.encode()).digest()[:4])


def lane_from(document: Document) -> Lane:
    names = ("host", "site", "section", "purpose", "priority", "due")
    return Lane(*(document[name] for name in names))


def lane_fields(lane: Lane) -> Document:
    """What of a lane's document never changes."""
    return {
        "page": lane.page,
        "place": lane.place,
        "host": lane.host,
        "site": lane.site,
        "section": lane.section,
        "purpose": lane.purpose,
        "priority": lane.priority,
        "due": lane.due,
    }


def new_lane(lane: Lane, tail: int, taker: str, touched: datetime) -> Document:
    """The document of a lane that was not there, with places up to ``tail`` for its ``taker``."""
    return {"_id": lane.id, **lane_fields(lane), "head": 0, "tail": tail, "taker": taker, "late": 0, "touched": touched}


def page_fields(lane: Lane) -> Document:
    """What of the document of a lane's page never changes."""
    return {"site": lane.site, "section": lane.section, "purpose": lane.purpose, "due": lane.due}


def new_page(lane: Lane, lanes: int, touched: datetime) -> Document:
    """The document of a page that was not there, to which so many lanes come."""
    return {"_id": lane.page, **page_fields(lane), "lanes": lanes, "touched": touched}


def number_of_lanes(page: Document) -> int:
    """How many lanes stand on a page of the agenda, as far as is known."""
    return int(page["lanes"])


def millis(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


@lru_cache(maxsize=4096)  # of every row that goes into a lane
def _hash(*parts: str | int) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]
