"""Workers that write their rows late, while others read the lane past the places that were meant for them."""

import asyncio
from datetime import timedelta

import pytest

from newscrawl.store import schema
from newscrawl.store.frontier import lane_reading, positions
from newscrawl.store.frontier.mongo import MongoFrontier
from newscrawl.store.processes import worker_name
from newscrawl.store.queue import End, Entry, Wanted
from newscrawl.store.session import open_session


class Gate:
    """Somebody comes to it, and stands there until it is opened."""

    def __init__(self):
        self.reached, self.is_open = asyncio.Event(), asyncio.Event()

    async def passed(self):
        self.reached.set()
        await self.is_open.wait()


class Meddled:
    """A database to some of whose collections something is waited for just before anything is written."""

    def __init__(self, database, before):
        """``before``: what is waited for, by the collection's name."""
        self._database, self._before = database, before

    def __getitem__(self, name):
        found = self._database[name]
        if name in self._before:
            at_once = found.bulk_write

            async def later(operations, **options):
                await self._before[name]()
                return await at_once(operations, **options)

            found.bulk_write = later
        return found

    def __getattr__(self, name):
        return getattr(self._database, name)


class Slow(Meddled):
    """One to some of whose collections nothing is written before it may be."""

    def __init__(self, database, *gated):
        self.gates = {name: Gate() for name in gated}
        super().__init__(database, {name: gate.passed for name, gate in self.gates.items()})


def entries(numbers):
    return [Entry(f"https://kabar.test/{n}", "article", "kabar", "daerah", "kabar.test") for n in numbers]


@pytest.mark.parametrize("before", [0, 5])
@pytest.mark.parametrize("after", [0, 5])
@pytest.mark.parametrize("leaves", [True, False])
@pytest.mark.parametrize("waits", [True, False])
def test_rows_that_are_written_late_are_found_by_whoever_was_there_before_them(
    address, before, after, leaves, waits, monkeypatch
):
    """One worker has announced rows; another claims what there is, to the end, while a third adds more."""
    if not waits:  # they come later than anybody waits for them
        monkeypatch.setattr(positions, "_QUICK", 0.0)
        monkeypatch.setattr(lane_reading, "GRACE", timedelta(0))

    async def scenario():
        slow_one, session = await open_session(address), await open_session(address)
        slow = slow_one.database = Slow(slow_one.database, schema.FRONTIER)
        frontier = MongoFrontier(session, worker_name(), 60.0)
        await frontier.add(entries(range(before)))
        adding = asyncio.create_task(MongoFrontier(slow_one, worker_name(), 60.0).add(entries(range(10, 15))))
        await slow.gates[schema.FRONTIER].reached.wait()
        await frontier.add(entries(range(20, 20 + after)))
        seen = await claim_all(frontier, leaves)
        slow.gates[schema.FRONTIER].is_open.set()
        await adding
        await asyncio.sleep(0.6)  # a gap is looked at again after half a second
        seen += await claim_all(frontier, leaves)
        await frontier.close()
        await session.close()
        await slow_one.close()
        return seen

    seen = asyncio.run(scenario())
    assert sorted(seen) == [*range(before), *range(10, 15), *range(20, 20 + after)]


def test_rows_that_are_written_late_are_found_although_what_stands_behind_them_is_being_fetched(address, monkeypatch):
    monkeypatch.setattr(positions, "_QUICK", 0.0)
    monkeypatch.setattr(lane_reading, "GRACE", timedelta(0))

    async def scenario():
        slow_one, session = await open_session(address), await open_session(address)
        slow = slow_one.database = Slow(slow_one.database, schema.FRONTIER)
        adding = asyncio.create_task(MongoFrontier(slow_one, worker_name(), 60.0).add(entries(range(10, 15))))
        await slow.gates[schema.FRONTIER].reached.wait()
        frontier = MongoFrontier(session, worker_name(), 60.0)
        await frontier.add(entries(range(20, 25)))
        claims = (await frontier.claim(Wanted(("kabar",)), {}, 1, 9)).claims
        assert len(claims) == 5
        slow.gates[schema.FRONTIER].is_open.set()
        await adding
        await frontier.finish([End(claim, "done", True) for claim in claims])
        seen = await claim_all(frontier, leaves=False)
        await frontier.close()
        await session.close()
        await slow_one.close()
        return seen

    assert asyncio.run(scenario()) == [*range(10, 15)]


@pytest.mark.parametrize("before", [0, 5])
@pytest.mark.parametrize("leaves", [True, False])
def test_workers_that_add_to_one_lane_at_once_get_different_places_in_it(address, before, leaves):
    """Two have seen how long the lane is before either makes it longer; the second is done before the first writes."""

    async def scenario():
        slow_one, session = await open_session(address), await open_session(address)
        frontier = MongoFrontier(session, worker_name(), 60.0)
        await frontier.add(entries(range(before)))
        slow = slow_one.database = Slow(slow_one.database, schema.LANES, schema.FRONTIER)
        adding = asyncio.create_task(MongoFrontier(slow_one, worker_name(), 60.0).add(entries(range(10, 15))))
        await slow.gates[schema.LANES].reached.wait()
        await frontier.add(entries(range(20, 25)))
        slow.gates[schema.LANES].is_open.set()
        await slow.gates[schema.FRONTIER].reached.wait()
        seen = await claim_all(frontier, leaves)
        slow.gates[schema.FRONTIER].is_open.set()
        await adding
        await asyncio.sleep(0.6)
        seen += await claim_all(frontier, leaves)
        await frontier.close()
        await session.close()
        await slow_one.close()
        return seen

    seen = asyncio.run(scenario())
    assert sorted(seen) == [*range(before), *range(10, 15), *range(20, 25)]


def test_who_loses_one_row_after_the_other_asks_again_for_no_more_than_that(address):
    """Each time that many rows are to be made due again, another worker has just done so with a further one of them."""
    numbers = iter(range(24))

    async def scenario():
        meddled_one, session = await open_session(address), await open_session(address)
        other = MongoFrontier(session, worker_name(), 60.0)
        await other.add(entries(range(24)))
        await claim_all(other, leaves=True)
        renewing = {schema.FRONTIER: lambda: other.add(entries([next(numbers)]), renew=True)}
        meddled_one.database = Meddled(meddled_one.database, renewing)
        told = await MongoFrontier(meddled_one, worker_name(), 60.0).add(entries(range(24)), renew=True)
        seen = await claim_all(other, leaves=True)
        await session.close()
        await meddled_one.close()
        return told, seen

    told, seen = asyncio.run(scenario())
    assert told == ["renewed"] * 24
    assert sorted(seen) == [*range(24)]


async def claim_all(frontier, leaves):
    """Every row to the end of the host's lanes, as numbers; each done."""
    seen = []
    while claims := (await frontier.claim(Wanted(("kabar",)), {"kabar.test": 3}, 1, 3)).claims:
        seen += [int(claim.entry.url.rpartition("/")[2]) for claim in claims]
        await frontier.finish([End(claim, "done", True) for claim in claims])
    if leaves:
        await frontier.leave(["kabar.test"])
    return seen
