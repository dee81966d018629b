"""What the frontier asks of its server examines as many documents in a small collection as in a large one."""

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from pymongo import AsyncMongoClient, WriteConcern
from pymongo.monitoring import CommandListener

from newscrawl.store import schema
from newscrawl.store.address import parse_address
from newscrawl.store.connection import Source
from newscrawl.store.frontier.lanes import NOW, lane_fields, lane_of, page_fields
from newscrawl.store.frontier.mongo import open_frontier
from newscrawl.store.frontier.rows import new_row, stands
from newscrawl.store.queue import End, Entry, RobotsRecord, Wanted
from newscrawl.store.session import StoreSession

WANTED = Wanted(("kabar",))
SLACK = 100
MOST_AT_ONCE = 1_100
"""Rows of lanes and lanes on pages are gone through in stretches of at most this size."""


class Heard(CommandListener):
    """Every filter that was sent, by command, collection and the names of its fields."""

    def __init__(self):
        self.filters = defaultdict(list)

    def started(self, event):
        command = event.command
        name = event.command_name
        if name == "find":
            self._note(name, command["find"], command["filter"])
        elif name == "aggregate":
            self._note(name, command["aggregate"], command["pipeline"][0]["$match"])
        elif name in {"update", "delete"}:
            for statement in command[f"{name}s"]:
                self._note(name, command[name], statement["q"])

    def _note(self, name, collection, wanted):
        self.filters[name, collection, tuple(wanted)].append(wanted)

    def succeeded(self, event):
        pass

    def failed(self, event):
        pass


@asynccontextmanager
async def listening(address, heard):
    source = Source(parse_address(address))
    client = source.client(lambda uri, **o: AsyncMongoClient(uri, event_listeners=[heard], **o), source.enter())
    session = StoreSession(source, client)
    await session.make_indexes()
    try:
        yield session
    finally:
        await session.close()


def an_entry(number, hosts, **changes):
    host = f"h{number % hosts}.test"
    return Entry(
        **{"url": f"https://{host}/{number}", "kind": "article", "site": "kabar", "section": "a", "host": host}
        | changes
    )


async def fill(session, rows, hosts):
    """As if so many rows had been added; quicker."""
    now = datetime.now(UTC)
    documents, tails = [], {}
    for number in range(rows):
        row = new_row(an_entry(number, hosts), f"{number:020x}", now)
        lane = lane_of(row, "waiting", NOW)
        seq = tails[lane] = tails.get(lane, -1) + 1
        documents.append(row | stands(lane, seq, now, number))
    lanes = [
        {"_id": lane.id, **lane_fields(lane), "head": 0, "tail": tail + 1, "touched": now}
        for lane, tail in tails.items()
    ]
    pages = {lane.page: {"_id": lane.page, **page_fields(lane), "lanes": len(lanes), "touched": now} for lane in tails}
    quick = session.database.with_options(write_concern=WriteConcern(1, j=False))
    for name, some in ((schema.AGENDA, list(pages.values())), (schema.LANES, lanes), (schema.FRONTIER, documents)):
        for start in range(0, len(some), 2_000):
            await quick[name].insert_many(some[start : start + 2_000], ordered=False)


async def work(session, hosts):
    """Everything that a crawl does with a frontier, and its people."""
    frontier = await open_frontier(session)
    await frontier.add([an_entry(10**9 + n, hosts) for n in range(60)])
    await frontier.add([an_entry(10**9 + n, hosts, purpose="any") for n in range(3)])
    found = await frontier.claim(WANTED, {}, 3, 20)
    later = datetime.now(UTC) + timedelta(hours=1)
    ends = [End(c, "waiting", n % 2 == 0, due_at=later) for n, c in enumerate(found.claims)]
    await frontier.finish(ends[:20])
    await frontier.finish([End(c, "quarantined", False) for c in found.claims[20:25]])
    await frontier.release(found.claims[40:])
    ours = list(dict.fromkeys(claim.entry.host for claim in found.claims))
    again = await frontier.claim(WANTED, dict.fromkeys(ours, 70), 1, 5)
    await frontier.finish([End(c, "done", True) for c in again.claims])
    await frontier.add([claim.entry for claim in again.claims], renew=True)
    await frontier.renew()
    await frontier.rest(ours[0], 0.0, "429", 1)
    await frontier.resting(ours)
    await frontier.save_robots(RobotsRecord("https://kabar.test:443", later, 200))
    await frontier.robots("https://kabar.test:443")
    await frontier.claim(Wanted(("kabar",), "nothing"), {}, 3, 3)
    await frontier.waiting(["kabar"])
    await frontier.leave(ours[:1])
    await frontier.retry(["kabar"])
    await frontier.forget(urls=[found.claims[0].entry.url])
    await frontier.add([an_entry(2 * 10**9 + n, hosts, site="warta") for n in range(30)])
    await frontier.forget(["warta"])
    await frontier.close()


async def examined(session, heard):
    """Of each kind of question that was asked, the most documents that one examined."""
    most = {}
    for kind, filters in heard.filters.items():
        _, collection, _ = kind
        numbers = []
        for wanted in filters[:: max(1, len(filters) // 20)]:
            found = await session.database.command(
                "explain", {"find": collection, "filter": wanted}, verbosity="executionStats"
            )
            numbers.append(found["executionStats"]["totalDocsExamined"])
        most[kind] = max(numbers)
    return most


def measure(address, rows, hosts):
    async def scenario():
        async with listening(address, Heard()) as session:
            await fill(session, rows, hosts)
        heard = Heard()
        async with listening(address, heard) as session:
            await work(session, hosts)
        async with listening(address, Heard()) as session:
            return await examined(session, heard)

    return asyncio.run(scenario())


@pytest.mark.parametrize(("few", "many"), [((2_000, 10), (20_000, 10)), ((1_000, 500), (5_000, 2_500))])
def test_no_question_examines_more_of_a_larger_frontier(embedded_uri, few, many):
    small, large = (measure(f"{embedded_uri}/costs{rows}x{hosts}", rows, hosts) for rows, hosts in (few, many))
    for kind, number in large.items():
        most = MOST_AT_ONCE if kind[0] == "aggregate" or "page" in kind[2] else small[kind] + SLACK
        assert number <= most, f"{kind} examines {number} documents, and {small.get(kind)} of few"
    assert len(large) > 15
