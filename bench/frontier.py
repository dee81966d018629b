"""What a URL costs in the frontier (claim, acknowledge, add), beside the same with plain PyMongo calls by `_id`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from pymongo import UpdateOne

from bench.figures import Figure, paired
from newscrawl.store.documents import Document
from newscrawl.store.frontier.mongo import MongoFrontier, open_frontier
from newscrawl.store.queue import Claim, End, Entry, Wanted
from newscrawl.store.session import StoreSession, open_session

SIZES = (10_000, 100_000)
ALL_SIZES = (*SIZES, 1_000_000)
HOSTS = 50
MEASURED = 1_600
"""URLs for a figure."""
ROUNDS = 4
_LISTING = 50
"""Links added at once."""
_HOSTS_AT_ONCE = 8
_PER_HOST = 4
"""Rows claimed of a host at once; their ends are written together."""
_CLAIMED = _HOSTS_AT_ONCE * _PER_HOST
_WANTED = Wanted(("bench",))


def frontier_figures(sizes: Sequence[int] = SIZES) -> list[Figure]:
    """The costs at each size of the frontier, on an embedded server of its own."""
    return asyncio.run(_measure(sizes))


def frontier_figures_to_a_million() -> list[Figure]:
    """The same up to a million rows: filling it takes many minutes."""
    return frontier_figures(ALL_SIZES)


async def _measure(sizes: Sequence[int]) -> list[Figure]:
    figures: list[Figure] = []
    async with _store() as (session, frontier):
        filled = 0
        for size in sizes:
            filled = await _fill(frontier, filled, size)
            pairs: dict[str, list[tuple[float, float]]] = {}
            for _ in range(ROUNDS):
                ours, plain = await _ours(frontier, filled), await _plain(session, filled)
                filled += MEASURED // ROUNDS
                for name, cost in ours.items():
                    pairs.setdefault(name, []).append((cost, plain[name]))
                pairs.setdefault("all three", []).append((sum(ours.values()), sum(plain.values())))
            measured = [
                paired(f"frontier of {size:,}: {name}", "plain calls by _id", "ms/URL", costs)
                for name, costs in pairs.items()
            ]
            print(*(f"  {figure.what}: {figure.ours:.2f} ms" for figure in measured), sep="\n", file=sys.stderr)
            figures += measured
    return figures


@asynccontextmanager
async def _store() -> AsyncIterator[tuple[StoreSession, MongoFrontier]]:
    with tempfile.TemporaryDirectory() as folder:
        session = await open_session(f"embedded:{Path(folder) / 'store'}")
        try:
            frontier = await open_frontier(session)
            yield session, frontier
            await frontier.close()
        finally:
            await session.close()


async def _fill(frontier: MongoFrontier, filled: int, size: int) -> int:
    while filled < size:
        number = min(500, size - filled)
        await frontier.add([_entry(n) for n in range(filled, filled + number)])
        filled += number
        if filled % 100_000 == 0:
            print(f"  {filled:,} rows", file=sys.stderr)
    return filled


def _entry(number: int) -> Entry:
    host = f"h{number // _LISTING % HOSTS}.test"  # a listing's links are its own host's
    return Entry(f"https://{host}/berita/daerah/{number}", "article", "bench", "daerah", host)


async def _ours(frontier: MongoFrontier, filled: int) -> dict[str, float]:
    number = MEASURED // ROUNDS
    new = range(filled, filled + number)
    began = time.perf_counter()
    for start in range(new.start, new.stop, _LISTING):
        await frontier.add([_entry(n) for n in range(start, start + _LISTING)])
    added = time.perf_counter()
    batches = await _claim_all(frontier, number)
    claimed = time.perf_counter()
    due_at = datetime.now(UTC) + timedelta(hours=1)
    for claims in batches:
        await frontier.finish([End(claim, "waiting", True, due_at=due_at) for claim in claims])
    ended = time.perf_counter()
    await frontier.leave({claim.entry.host for claims in batches for claim in claims})
    return _milliseconds(number, add=added - began, claim=claimed - added, acknowledge=ended - claimed)


async def _claim_all(frontier: MongoFrontier, number: int) -> list[tuple[Claim, ...]]:
    """As a crawl does it: some rows of each of some hosts at a time."""
    batches: list[tuple[Claim, ...]] = []
    hosts: list[str] = []
    left = number
    while left > 0:
        room = dict.fromkeys(hosts, _PER_HOST)
        found = await frontier.claim(_WANTED, room, _HOSTS_AT_ONCE - len(room), _PER_HOST)
        batches.append(found.claims[:left])
        if not found.claims:
            message = f"{left} rows of {number} were not to be had"
            raise RuntimeError(message)
        await frontier.release(found.claims[left:])
        hosts = list(dict.fromkeys(claim.entry.host for claim in found.claims))
        await frontier.leave(room.keys() - hosts)
        left -= len(batches[-1])
    return batches


async def _plain(session: StoreSession, filled: int) -> dict[str, float]:
    """Insert, read and update the same number of rows of the same size, one after the other as a queue would."""
    number = MEASURED // ROUNDS
    rows = session.database["plain"]
    documents = [_document(n) for n in range(filled, filled + number)]
    began = time.perf_counter()
    for start in range(0, number, _LISTING):
        some = documents[start : start + _LISTING]
        await session.patiently(partial(rows.insert_many, some, ordered=False))
    added = time.perf_counter()
    for start in range(0, number, _CLAIMED):
        keys = [document["_id"] for document in documents[start : start + _CLAIMED]]
        await session.patiently(rows.find({"_id": {"$in": keys}}).to_list)
    claimed = time.perf_counter()
    for start in range(0, number, _CLAIMED):
        ends = [
            UpdateOne({"_id": document["_id"]}, {"$set": {"state": "waiting", "visits": 1}})
            for document in documents[start : start + _CLAIMED]
        ]
        await session.patiently(partial(rows.bulk_write, ends, ordered=False))
    ended = time.perf_counter()
    return _milliseconds(number, add=added - began, claim=claimed - added, acknowledge=ended - claimed)


def _document(number: int) -> Document:
    entry = _entry(number)
    fields = {name: getattr(entry, name) for name in ("kind", "site", "section", "host", "purpose", "priority")}
    return {
        "_id": f"{number:020x}",
        "url": entry.url,
        **fields,
        "state": "new",
        "visits": 0,
        "added_at": datetime.now(UTC),
    }


def _milliseconds(number: int, **seconds: float) -> dict[str, float]:
    return {name: value * 1000 / number for name, value in seconds.items()}
