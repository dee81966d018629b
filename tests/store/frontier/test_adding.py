"""What comes of adding a URL: to one that is new, that waits, that was visited, that is claimed."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.model import Discovered
from newscrawl.store.queue import End, Wanted
from tests.store.frontier.conftest import an_entry, claim, done, urls


def test_who_asks_last_for_an_unvisited_row_gets_it(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry(n) for n in range(3)])
            added = await frontier.add([an_entry(1, purpose="any", site="warta", section="dunia"), an_entry(2)])
            return added, await urls(frontier, wanted=Wanted(("warta",), "any")), await urls(frontier)

    added, theirs, ours = asyncio.run(scenario())
    assert added == ["waiting", "waiting"]
    assert [url[-1] for url in theirs] == ["1"]
    assert ours == []  # the host is held for the others' purpose


def test_a_visited_row_is_due_again_only_with_renew(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry()])
            (one,) = (await claim(frontier)).claims
            await frontier.finish([End(one, "waiting", True, due_at=datetime.now(UTC) + timedelta(days=1))])
            plain = await frontier.add([an_entry()])
            nothing = await urls(frontier, room={"kabar.test": 1})
            renewed = await frontier.add([an_entry(purpose="any")], renew=True)
            (again,) = (await claim(frontier, Wanted(("kabar",), "any"), room={"kabar.test": 1})).claims
            return plain, nothing, renewed, again

    plain, nothing, renewed, again = asyncio.run(scenario())
    assert (plain, nothing, renewed) == (["known"], [], ["renewed"])
    assert again.visits == 1


@pytest.mark.parametrize("adder", [0, 1])
def test_renewing_a_claimed_row_makes_it_due_again_when_its_claim_ends(working, adder):
    async def scenario():
        async with working(2) as workers:
            one = workers[0]
            await one.add([an_entry()])
            (first,) = (await claim(one)).claims
            await one.finish([End(first, "waiting", True)])
            (second,) = (await claim(one, room={"kabar.test": 1})).claims
            added = await workers[adder].add([an_entry()], renew=True)
            twice = await urls(one, room={"kabar.test": 1})
            await one.finish([done(second)])
            again = await urls(one, room={"kabar.test": 1})
            return added, twice, again

    added, twice, again = asyncio.run(scenario())
    assert added == ["renewed"]
    assert twice == []
    assert len(again) == 1


def test_a_claim_ends_where_its_row_was_moved_to(working):
    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry()])
            (held,) = (await claim(one)).claims
            await other.add([an_entry(purpose="any")])
            await one.finish([done(held)])
            return await claim(one, Wanted(("kabar",), "any"), room={"kabar.test": 1})

    assert asyncio.run(scenario()).claims == ()


def test_the_same_url_in_one_batch_is_added_once(working):
    async def scenario():
        async with working() as frontier:
            added = await frontier.add([an_entry(1), an_entry(1, url="http://www.kabar.test/berita/1?utm_source=x")])
            return added, await urls(frontier)

    added, found = asyncio.run(scenario())
    assert added[0] == "new"
    assert len(found) == 1


def test_text_that_no_database_agrees_on_is_cleaned(working):
    entry = an_entry(discovered=Discovered(title="Ju\0dul \ud800"), section="da\0erah")

    async def scenario():
        async with working() as frontier:
            await frontier.add([entry])
            (one,) = (await claim(frontier)).claims
            await frontier.finish([End(one, "waiting", False, reason="\ud83d kaputt \0")])
            return one

    one = asyncio.run(scenario())
    assert (one.entry.discovered.title, one.entry.section) == ("Judul ?", "daerah")


def test_what_several_ask_for_at_once_is_new_to_one_of_them(working):
    async def scenario():
        async with working() as frontier:
            both = [an_entry(1), an_entry(2)]
            return await asyncio.gather(
                frontier.add(both), frontier.add([*both, an_entry(3)]), frontier.add([an_entry(3)], renew=True)
            ), await urls(frontier)

    told, found = asyncio.run(scenario())
    told = [dict(zip(numbers, outcome, strict=True)) for numbers, outcome in zip(("12", "123", "3"), told, strict=True)]
    assert sorted(url[-1] for url in found) == ["1", "2", "3"]
    for number in "123":  # whoever came first
        assert sorted(outcome[number] for outcome in told if number in outcome) == ["new", "waiting"]


def test_one_of_several_that_is_given_up_takes_nothing_from_the_others(working):
    async def scenario():
        async with working() as frontier:
            adding = [asyncio.create_task(frontier.add([an_entry(n)])) for n in range(3)]
            await asyncio.sleep(0)
            adding[1].cancel()
            return await asyncio.gather(*adding, return_exceptions=True), await urls(frontier)

    (first, cancelled, third), found = asyncio.run(scenario())
    assert (first, third) == (["new"], ["new"])
    assert isinstance(cancelled, asyncio.CancelledError)
    assert {"0", "2"} <= {url[-1] for url in found}


def test_workers_that_ask_for_the_same_rows_again_at_once_are_all_heard(working):
    sources = [an_entry(n) for n in range(24)]

    async def scenario():
        async with working(4) as workers:
            await workers[0].add(sources)
            await workers[0].finish([done(each) for each in (await claim(workers[0], per_host=99)).claims])
            for _ in range(5):
                told = await asyncio.gather(*(worker.add(sources, renew=True) for worker in workers))
                assert told == [["renewed"] * 24] * 4
            await workers[0].leave(["kabar.test"])
            return await urls(workers[1], per_host=99)

    assert len(set(asyncio.run(scenario()))) == 24


def test_many_new_rows_in_a_row_hide_none_that_is_known(working):
    async def scenario():
        async with working() as frontier:
            visited, waiting, held = (an_entry(n) for n in (1, 2, 3))
            await frontier.add([visited])
            await frontier.finish([done(each) for each in (await claim(frontier)).claims])
            await frontier.add([held])
            (claimed,) = (await claim(frontier, room={"kabar.test": 1})).claims
            await frontier.add([waiting])
            many = [an_entry(n) for n in range(100, 250)]
            assert set(await frontier.add(many[:-10])) == {"new"}
            told = await frontier.add([visited, waiting, *many[-10:]])
            assert set(await frontier.add([an_entry(n) for n in range(300, 410)])) == {"new"}
            renewed = await frontier.add([held, visited], renew=True)
            await frontier.finish([done(claimed)])
            return told, renewed, await urls(frontier, room={"kabar.test": 999})

    told, renewed, found = asyncio.run(scenario())
    assert told == ["known", "waiting", *["new"] * 10]
    assert renewed == ["renewed", "renewed"]
    numbers = [int(url.rpartition("/")[2]) for url in found]
    assert sorted(numbers) == [1, 2, 3, *range(100, 250), *range(300, 410)]


def test_rows_that_others_write_between_ours_are_claimed_like_ours(working):
    """Into the lane that one holds, and of which it has read a part, both write in turn."""

    async def scenario():
        async with working(2) as (one, other):
            await one.add([an_entry(n) for n in range(100)])
            found = await urls(one, per_host=10)
            for start in range(100, 400, 20):
                await other.add([an_entry(n) for n in range(start, start + 10)])
                await one.add([an_entry(n) for n in range(start + 10, start + 20)])
                found += await urls(one, room={"kabar.test": 15})
            while more := await urls(one, room={"kabar.test": 50}):
                found += more
            return found

    found = asyncio.run(scenario())
    assert len(found) == len(set(found)) == 400


def test_pages_of_the_agenda_that_two_open_at_once_lead_to_the_rows_of_both(working):
    def later(number, host):
        due_at = datetime.now(UTC) + timedelta(seconds=2)
        return an_entry(number, host=host, due_at=due_at)

    async def scenario():
        async with working(3) as (one, other, third):
            for turn in range(5):
                await asyncio.gather(
                    one.add([later(turn, "satu.test")]),
                    other.add([later(turn, "dua.test")]),
                )
            await asyncio.sleep(3)
            return await urls(third)

    assert len(asyncio.run(scenario())) == 10
