"""Rows are claimed in their order, under the lease of their host, and come back as their ends say."""

import asyncio
from datetime import UTC, datetime, timedelta

from newscrawl.model import Discovered
from newscrawl.store.frontier import host_reading
from newscrawl.store.frontier.lane_reading import LaneReading
from newscrawl.store.queue import Claimed, End, Entry, Validators, Wanted
from tests.store.frontier.conftest import an_entry, claim, done, urls


def test_what_was_added_is_claimed_in_its_order(working):
    async def scenario():
        async with working() as frontier:
            assert await frontier.add([an_entry(n) for n in (3, 1, 2)]) == ["new"] * 3
            return await urls(frontier)

    assert asyncio.run(scenario()) == [f"https://kabar.test/berita/{n}" for n in (3, 1, 2)]


def test_an_entry_comes_back_as_it_was_given(working):
    moment = datetime(2024, 10, 23, 10, 11, tzinfo=UTC)
    found = Discovered("https://kabar.test/rss", "Judul", moment, moment, "daerah")
    entry = an_entry(discovered=found, walk="w", page=3, day="2024-10-23", depth=2, hops=1, priority=4)

    async def scenario():
        async with working() as frontier:
            await frontier.add([entry])
            (one,) = (await claim(frontier)).claims
            return one

    one = asyncio.run(scenario())
    assert (one.attempts, one.visits, one.fetched_at, one.validators, one.interval) == (0, 0, None, Validators(), None)
    for name in Entry.__slots__:
        if name != "due_at":
            assert getattr(one.entry, name) == getattr(entry, name)


def test_the_higher_priority_is_claimed_first(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry(1), an_entry(2, priority=5), an_entry(3, section="ekonomi"), an_entry(4)])
            return await urls(frontier)

    assert [url[-1] for url in asyncio.run(scenario())] == ["2", "1", "3", "4"]


def test_a_claimed_row_is_not_claimed_again(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(1), an_entry(2)])
            first = await claim(one, per_host=1)
            second = await claim(other)
            third = await claim(one, room={"kabar.test": 5})
            return first, second, third

    first, second, third = asyncio.run(scenario())
    assert len(first.claims) == 1
    assert second.claims == ()
    assert second.held
    assert [one.entry.url[-1] for one in third.claims] == ["2"]


def test_a_row_that_is_done_does_not_come_back(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry()])
            found = await claim(frontier)
            await frontier.finish([done(one) for one in found.claims])
            again = await claim(frontier, room={"kabar.test": 5})
            return again, await frontier.add([an_entry()])

    again, added = asyncio.run(scenario())
    assert (again.claims, again.held, again.next_due_at, again.rest_until) == ((), False, None, None)
    assert added == ["known"]


def test_a_row_that_waits_comes_back_when_it_is_due(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry()])
            (one,) = (await claim(frontier)).claims
            due = datetime.now(UTC) + timedelta(seconds=1)
            validators = Validators('"v1"', "Wed, 23 Oct 2024 10:11:00 GMT", "hash")
            await frontier.finish([End(one, "waiting", True, due_at=due, validators=validators, interval=60.0)])
            soon = await claim(frontier, room={"kabar.test": 5})
            await asyncio.sleep(1.2)
            late = await claim(frontier, room={"kabar.test": 5})
            return due, soon, late

    due, soon, late = asyncio.run(scenario())
    assert soon.claims == ()
    assert timedelta(0) <= soon.next_due_at - due < timedelta(seconds=0.1)
    (one,) = late.claims
    assert (one.visits, one.attempts, one.validators.etag, one.interval) == (1, 0, '"v1"', 60.0)
    assert one.fetched_at is not None


def test_a_failure_is_counted_until_the_next_success(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry()])
            seen = []
            for succeeded in (False, False, True, False):
                (one,) = (await claim(frontier, room={"kabar.test": 1})).claims
                seen.append((one.attempts, one.visits))
                await frontier.finish([End(one, "waiting", succeeded, reason="timeout")])
            return seen

    assert asyncio.run(scenario()) == [(0, 0), (1, 0), (2, 0), (0, 1)]


def test_a_failure_that_is_no_fault_of_the_page_is_not_counted(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry()])
            (one,) = (await claim(frontier)).claims
            await frontier.finish([End(one, "waiting", False, counts=False)])
            return (await claim(frontier, room={"kabar.test": 1})).claims[0].attempts

    assert asyncio.run(scenario()) == 0


def test_what_is_released_is_next_again_as_it_was(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(n) for n in range(4)])
            found = await claim(one, per_host=2)
            await one.release(found.claims)
            again = await urls(one, room={"kabar.test": 4})
            await one.leave(["kabar.test"])
            return again, await urls(other)

    again, others = asyncio.run(scenario())
    assert again == others == [f"https://kabar.test/berita/{n}" for n in range(4)]


def test_a_worker_that_left_holds_nothing(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry()])
            await claim(one)
            await one.close()
            return await claim(other)

    assert len(asyncio.run(scenario()).claims) == 1


def test_a_lease_that_ran_out_gives_the_claims_to_another_worker_and_late_ends_change_nothing(working):
    async def scenario():
        async with working(2, lease=0.6) as (one, other):
            await one.add([an_entry()])
            (late,) = (await claim(one)).claims
            assert (await claim(other)).claims == ()
            await asyncio.sleep(0.8)
            (mine,) = (await claim(other)).claims
            await one.finish([End(late, "quarantined", False, reason="late")])
            before = (await claim(one)).held
            await other.finish([done(mine)])
            await other.leave(["kabar.test"])
            return before, await claim(one), await one.add([an_entry()], renew=True)

    before, after, added = asyncio.run(scenario())
    assert before
    assert (after.claims, after.held) == ((), False)
    assert added == ["renewed"]  # a quarantined row would stay


def test_renewing_keeps_the_hosts(working):
    async def scenario():
        async with working(2, lease=0.8) as (one, other):
            await one.add([an_entry(1), an_entry(2)])
            await claim(one)
            for _ in range(6):
                await asyncio.sleep(0.2)
                await one.renew()
            return await claim(other)

    found = asyncio.run(scenario())
    assert (found.claims, found.held) == ((), True)


def test_only_what_is_wanted_is_claimed(working):
    entries = [
        an_entry(1),
        an_entry(2, section="ekonomi"),
        an_entry(3, purpose="2024-10-01..2024-10-31"),
        an_entry(4, site="warta"),
    ]

    async def scenario(wanted):
        async with working() as frontier:
            await frontier.add(entries)
            return [one.entry.url[-1] for one in (await claim(frontier, wanted)).claims]

    async def all_of_them():
        return [
            await scenario(Wanted(("kabar",))),
            await scenario(Wanted(("kabar",), sections=("ekonomi",))),
            await scenario(Wanted(("kabar", "warta"), purpose="2024-10-01..2024-10-31")),
            sorted(await scenario(Wanted(("kabar", "warta")))),
        ]

    assert asyncio.run(all_of_them()) == [["1", "2"], ["2"], ["3"], ["1", "2", "4"]]


def test_no_more_is_claimed_than_there_is_room_for(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry(n, host=f"h{n % 5}.test") for n in range(50)])
            first = await claim(frontier, hosts=2, per_host=3)
            ours = {one.entry.host for one in first.claims}
            room = dict.fromkeys(ours, 0)
            stays = await claim(frontier, room=room, hosts=0)
            second = await claim(frontier, room=dict.fromkeys(ours, 1), hosts=1, per_host=2)
            return first, ours, stays, second

    first, ours, stays, second = asyncio.run(scenario())
    assert (len(first.claims), len(ours), stays.claims) == (6, 2, ())
    assert len([one for one in second.claims if one.entry.host in ours]) == 2
    assert len([one for one in second.claims if one.entry.host not in ours]) == 2


def test_a_host_at_rest_is_passed_over_until_the_rest_is_over(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(1), an_entry(2)])
            await claim(one, per_host=1)
            await one.rest("kabar.test", 0.7, "429", 2)
            own = await claim(one, room={"kabar.test": 1})
            await one.leave(["kabar.test"])
            others = await claim(other)
            (rest,) = await other.resting(["kabar.test", "warta.test"])
            await other.rest("kabar.test", 0.1, "503", 3)
            (longer,) = await other.resting(["kabar.test"])
            await asyncio.sleep(0.8)
            after = await claim(other)
            await other.rest("kabar.test", 0, "", 0)
            return own, others, rest, longer, after, await one.resting(["kabar.test"])

    own, others, rest, longer, after, ended = asyncio.run(scenario())
    assert own.claims == others.claims == ()
    assert own.rest_until == others.rest_until == rest.until == longer.until
    assert (rest.reason, rest.failures, longer.reason, longer.failures) == ("429", 2, "429", 3)
    assert len(after.claims) == 2
    assert ended == []


def test_a_long_lane_is_claimed_from_end_to_end_once(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry(n) for n in range(700)])
            seen = []
            while (found := await claim(frontier, room={"kabar.test": 90}, per_host=90)).claims:
                seen += [one.entry.url for one in found.claims]
                await frontier.finish([done(one) for one in found.claims])
            return seen, found

    seen, found = asyncio.run(scenario())
    assert seen == [f"https://kabar.test/berita/{n}" for n in range(700)]
    assert (found.held, found.next_due_at, found.rest_until) == (False, None, None)


def test_of_many_workers_that_want_one_host_at_once_one_gets_it(working):
    async def scenario():
        async with working(6) as workers:
            await workers[0].add([an_entry(n) for n in range(6)])
            found = await asyncio.gather(*(claim(worker, per_host=6) for worker in workers))
            return [len(one.claims) for one in found]

    assert sorted(asyncio.run(scenario())) == [0, 0, 0, 0, 0, 6]


def test_what_is_added_while_the_last_rows_are_fetched_is_found(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(n) for n in range(5)])
            found = await claim(one)
            await other.add([an_entry(n) for n in range(5, 10)])
            await one.finish([done(c) for c in found.claims])
            await one.leave(["kabar.test"])
            return await urls(other)

    assert asyncio.run(scenario()) == [an_entry(n).url for n in range(5, 10)]


def test_a_lane_that_somebody_finished_and_did_not_tidy_keeps_nobody_waiting(working, address):
    async def scenario():
        async with working(3) as (dead, one, other):
            await dead.add([an_entry()])
            (found,) = (await claim(dead)).claims
            lanes = await dead._session.database.lanes.find().to_list()
            await dead.finish([done(found)])
            long_ago = datetime.now(UTC) - timedelta(minutes=5)
            left = [lane | {"touched": long_ago} for lane in lanes if lane["due"].year == 1970]
            await dead.leave(["kabar.test"])
            await dead._session.database.lanes.insert_many(left)
            await one.add([an_entry(2, section="ekonomi")])
            await claim(one, per_host=1)
            assert await urls(one, room={"kabar.test": 2}) == []
            return await claim(other, Wanted(("kabar",), sections=("daerah",)))

    assert not asyncio.run(scenario()).held


def test_a_lane_that_is_over_keeps_others_waiting_for_a_moment_only(working):
    """Whoever wants one section need not wait until another worker has done the others of the host."""

    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(1), *(an_entry(n, section="ekonomi") for n in range(2, 9))])
            claims = (await claim(one, per_host=4)).claims
            await one.finish([done(each) for each in claims if each.entry.section == "daerah"])
            await asyncio.sleep(2.5)
            await one.finish([done(each) for each in claims if each.entry.section == "ekonomi"][:1])
            return await claim(other, Wanted(("kabar",), sections=("daerah",))), await claim(other)

    daerah, everything = asyncio.run(scenario())
    assert not daerah.held
    assert everything.held


def test_a_row_that_moves_to_another_lane_while_both_are_read_is_claimed_once(working, monkeypatch):
    read = LaneReading.read
    reads = []

    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(1, section="daerah"), an_entry(2, section="ekonomi")])

            async def read_and_move(reading, rows, now):
                await read(reading, rows, now)
                reads.append(reading)
                if len(reads) == 1:
                    elsewhere = {"daerah": "ekonomi", "ekonomi": "daerah"}[reading.lane.section]
                    moved = 1 if reading.lane.section == "daerah" else 2
                    await other.add([an_entry(moved, section=elsewhere)])

            monkeypatch.setattr(LaneReading, "read", read_and_move)
            first = (await claim(one)).claims
            await one.finish([done(each) for each in first])
            return first, await claim(one)

    first, second = asyncio.run(scenario())
    assert sorted(each.entry.url[-1] for each in first) == ["1", "2"]
    assert second == Claimed(())


def test_a_row_that_was_read_in_two_lanes_is_not_claimed_again_when_it_has_ended(working, monkeypatch):
    monkeypatch.setattr(host_reading, "_LOOK_AGAIN", 0.0)

    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(1), an_entry(2)])
            first = await claim(one, per_host=1)
            await other.add([an_entry(2, section="ekonomi")])
            second = await claim(one, room={"kabar.test": 1})
            await one.finish([done(each) for each in (*first.claims, *second.claims)])
            return second, await claim(one, room={"kabar.test": 9})

    second, third = asyncio.run(scenario())
    assert [each.entry.url[-1] for each in second.claims] == ["2"]
    assert third == Claimed(())
