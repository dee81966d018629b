"""Workers on one frontier that are killed between any two of their server's commands, or in the middle of one."""

import asyncio
import os
import random
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.store import schema
from newscrawl.store.folder import StoreFolder
from newscrawl.store.frontier.mongo import MongoFrontier, open_frontier
from newscrawl.store.processes import worker_name
from newscrawl.store.queue import End, Entry, Wanted
from newscrawl.store.session import open_session

PURPOSES = ("news", "any")
SECTIONS = ("daerah", "ekonomi")
HOSTS = [f"h{n}.test" for n in range(4)]


class Killed(Exception):
    """The worker is gone."""


class Fate:
    """How many commands a worker lives, and the luck of the last one."""

    def __init__(self, dice, commands):
        self.dice, self.left = dice, commands

    @property
    def is_dead(self):
        return self.left < 0

    def spend(self):
        """Whether this command is the last."""
        if self.is_dead:
            raise Killed
        self.left -= 1
        return self.is_dead


class Database:
    """A database whose collections can be the last thing that a worker touches."""

    def __init__(self, database, fate):
        self._database, self._fate = database, fate

    def __getitem__(self, name):
        return Collection(self._database[name], self._fate)

    async def command(self, *arguments):
        if self._fate.spend():
            raise Killed
        return await self._database.command(*arguments)


class Collection:
    def __init__(self, collection, fate):
        self._collection, self._fate = collection, fate

    def find(self, *arguments, **options):
        if self._fate.spend():
            raise Killed
        return self._collection.find(*arguments, **options)

    async def aggregate(self, *arguments, **options):
        if self._fate.spend():
            raise Killed
        return await self._collection.aggregate(*arguments, **options)

    async def bulk_write(self, operations, **options):
        await asyncio.sleep(self._fate.dice.random() * 0.003)  # others come in between
        if not self._fate.spend():
            return await self._collection.bulk_write(operations, **options)
        done = self._fate.dice.sample(operations, self._fate.dice.randint(0, len(operations)))
        if done:
            await self._collection.bulk_write(done, **options)
        raise Killed

    def __getattr__(self, name):
        async def write(*arguments, **options):
            last = self._fate.spend()
            if last and self._fate.dice.random() < 0.5:
                raise Killed
            result = await getattr(self._collection, name)(*arguments, **options)
            if last:
                raise Killed
            return result

        if name not in {"update_one", "update_many", "delete_many", "replace_one"}:
            raise AttributeError(name)
        return write


class Worker:
    """A worker of the story, with what it has claimed."""

    def __init__(self, session, dice, commands):
        self.fate = Fate(dice, commands)
        session.database = Database(session.database, self.fate)
        self.frontier = MongoFrontier(session, worker_name(), 60.0)
        self.claims = {}


class Story:
    """Some workers, what they were told, and what must be so."""

    def __init__(self, address, seed):
        self.address = address
        self.dice = random.Random(seed)
        self.workers = []
        self.owed = set()
        """URLs that somebody was told are queued, and that were not claimed since."""
        self.tried = set()
        self.claimed = Counter()
        self.ends = Counter()
        self.perhaps = Counter()

    async def hire(self, commands):
        session = await open_session(self.address)
        worker = Worker(session, self.dice, commands)
        self.workers.append((worker, session))
        return worker

    async def bury(self, worker):
        """Its process is gone, and its leases have run out."""
        (session,) = (session for one, session in self.workers if one is worker)
        self.workers = [(one, s) for one, s in self.workers if one is not worker]
        await session.close()
        await self.update(schema.HOSTS, {"lease.worker": worker.frontier.worker}, {"lease.until": datetime.now(UTC)})

    async def let_time_pass(self):
        """Nobody is writing, and has not been for a while."""
        long_ago = datetime.now(UTC) - timedelta(minutes=5)
        for collection in (schema.LANES, schema.AGENDA):
            await self.update(collection, {}, {"touched": long_ago})

    async def update(self, collection, wanted, change):
        session = await open_session(self.address)
        await session.database[collection].update_many(wanted, {"$set": change})
        await session.close()

    async def live(self, worker, turns):
        """Some turns of its life; it may end in any of them."""
        try:
            for _ in range(turns):
                await self.dice.choice(
                    [self.add, self.add, self.claim, self.claim, self.finish, self.finish, self.give_up]
                )(worker)
        except Killed:
            await self.bury(worker)

    async def add(self, worker):
        renew = self.dice.random() < 0.1
        entries = [self.entry(self.dice.randrange(150)) for _ in range(self.dice.randint(1, 30))]
        self.tried |= {entry.url for entry in entries}
        before = self.claimed.copy()
        for entry, added in zip(entries, await worker.frontier.add(entries, renew=renew), strict=True):
            # Others may have claimed, and even finished, what was written before we were told.
            if added in {"new", "renewed"} and self.claimed[entry.url] == before[entry.url]:
                self.owed.add(entry.url)

    def entry(self, number):
        host = HOSTS[number % len(HOSTS)]
        return Entry(
            f"https://{host}/{number}", "article", "kabar", self.dice.choice(SECTIONS), host, self.dice.choice(PURPOSES)
        )

    async def claim(self, worker):
        wanted = Wanted(("kabar",), self.dice.choice(PURPOSES))
        room = {claim.entry.host: self.dice.randint(0, 5) for claim in worker.claims.values()}
        found = await worker.frontier.claim(wanted, room, self.dice.randint(0, 2), self.dice.randint(1, 8))
        for claim in found.claims:
            url = claim.entry.url
            assert not any(url in other.claims for other, _ in self.workers), f"{url} was claimed twice"
            worker.claims[url] = claim
            self.claimed[url] += 1
            self.owed.discard(url)

    async def finish(self, worker):
        urls = self.dice.sample(sorted(worker.claims), self.dice.randint(0, len(worker.claims)))
        self.perhaps.update(urls)
        await worker.frontier.finish([self.end(worker.claims[url]) for url in urls])
        self.perhaps.subtract(urls)
        self.ends.update(urls)
        for url in urls:
            del worker.claims[url]

    def end(self, claim):
        luck = self.dice.random()
        if luck < 0.7:
            return End(claim, "done", True)
        due = datetime.now(UTC) + timedelta(seconds=self.dice.choice([-1, 0.05, 0.3]))
        return End(claim, "waiting", luck < 0.9, due_at=due)

    async def give_up(self, worker):
        host = self.dice.choice([None, *HOSTS])
        urls = [url for url, claim in worker.claims.items() if host in {None, claim.entry.host}]
        urls = urls if host else self.dice.sample(sorted(urls), self.dice.randint(0, len(urls)))
        claims = [worker.claims.pop(url) for url in urls]
        self.owed |= set(urls)  # from now on somebody else may have them
        if host:
            await worker.frontier.leave([host])
        else:
            await worker.frontier.release(claims)

    async def end_well(self):
        """Whoever lives leaves; then one worker does all that is left, until nothing waits."""
        for worker, session in list(self.workers):
            worker.fate.left = 10**9
            await worker.frontier.close()
            await session.close()
        self.workers.clear()
        await self.let_time_pass()
        last = await self.hire(10**9)
        for purpose in PURPOSES:
            while True:
                found = await last.frontier.claim(Wanted(("kabar",), purpose), dict.fromkeys(HOSTS, 20), 4, 20)
                for claim in found.claims:
                    self.owed.discard(claim.entry.url)
                    self.ends[claim.entry.url] += 1
                await last.frontier.finish([End(claim, "done", True) for claim in found.claims])
                if not found.claims and not found.held and found.next_due_at is found.rest_until is None:
                    break
                await asyncio.sleep(0.01)
        await last.frontier.close()

    async def rows(self):
        ((_, session),) = self.workers
        database = session.database._database
        rows = {row["url"]: row async for row in database[schema.FRONTIER].find()}
        left = await database[schema.LANES].find({"due": {"$lt": datetime(9990, 1, 1, tzinfo=UTC)}}).to_list()
        await session.close()
        return rows, left


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_claimed_twice_or_stuck_when_workers_are_killed(address, seed):
    async def scenario():
        story = Story(address, seed)
        for _ in range(5):
            while len(story.workers) < 3:
                await story.hire(story.dice.randint(1, 120))
            await asyncio.gather(*(story.live(worker, 6) for worker, _ in story.workers))
        await story.end_well()
        return story, *await story.rows()

    story, rows, left = asyncio.run(scenario())
    assert story.owed == set()
    assert {row["state"] for row in rows.values()} <= {"done"}
    assert rows.keys() <= story.tried
    for url, row in rows.items():
        assert story.ends[url] <= row["ends"] <= story.ends[url] + story.perhaps[url], url
    assert left == []


WORKER = """
import asyncio, sys
from newscrawl.store.frontier.mongo import open_frontier
from newscrawl.store.queue import End, Wanted
from newscrawl.store.session import open_session

async def work():
    session = await open_session(f"embedded:{sys.argv[1]}")
    frontier = await open_frontier(session, lease=600)
    hosts = {}
    print("working", flush=True)
    while True:
        found = await frontier.claim(Wanted(("kabar",)), hosts, 2, 3)
        if not found.claims and not found.held:
            break
        hosts |= {claim.entry.host: 3 for claim in found.claims}
        await asyncio.sleep(0.01)
        for claim in found.claims:
            await frontier.finish([End(claim, "done", True)])
    await frontier.close()
    await session.close()

asyncio.run(work())
"""


def test_killed_processes_and_servers_lose_nothing_and_leave_nothing_behind(tmp_path, client):
    """A process that was killed holds no host any longer than it lived, although its lease is of ten minutes."""
    dice = random.Random(4)

    async def scenario():
        session = await open_session(f"embedded:{tmp_path}")
        frontier = await open_frontier(session)
        await frontier.add(entries_on_hosts(120))
        folder = StoreFolder(tmp_path)
        workers = []
        for kill_server in (False, True, False, True):
            while len(workers) < 2:
                workers.append(client(WORKER))
                assert workers[-1].stdout.readline() == "working\n"
            await asyncio.sleep(dice.uniform(0.05, 0.4))
            if kill_server:
                os.kill(folder.state().server, signal.SIGKILL)
            victim = workers.pop(0)
            os.kill(victim.pid, signal.SIGKILL)
            victim.wait()
        workers.append(client(WORKER))
        for worker in workers:
            assert await asyncio.to_thread(worker.wait, 120) == 0
        rows = await session.patiently(lambda: session.database[schema.FRONTIER].find().to_list())
        await session.close()
        return rows

    rows = asyncio.run(scenario())
    assert len(rows) == 120
    assert {(row["state"], row["ends"], row["visits"]) for row in rows} == {("done", 1, 1)}


def entries_on_hosts(number):
    hosts = [f"h{n % 5}.test" for n in range(number)]
    return [Entry(f"https://{h}/{n}", "article", "kabar", "daerah", h) for n, h in enumerate(hosts)]
