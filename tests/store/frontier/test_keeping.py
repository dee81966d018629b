"""What people ask of the frontier, and the robots.txt files beside it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.store.queue import End, RobotsRecord
from tests.store.frontier.conftest import an_entry, claim, urls


def test_a_robots_file_is_kept_up_to_its_bound(working):
    moment = datetime(2024, 10, 23, tzinfo=UTC)
    record = RobotsRecord("https://kabar.test:443", moment, 200, b"x" * 600_000, moment + timedelta(days=1), moment)

    async def scenario():
        async with working() as frontier:
            assert await frontier.robots(record.origin) is None
            await frontier.save_robots(RobotsRecord(record.origin, record.fetched_at, None))
            await frontier.save_robots(record)
            return await frontier.robots(record.origin)

    found = asyncio.run(scenario())
    assert found == replace(record, body=b"x" * 512_000)


async def _with_failures(frontier):
    """Rows 0-1 wait, 2 waits after a failure, 3 is quarantined, 4 is done, 5 comes back tomorrow."""
    await frontier.add([an_entry(n, section="a" if n < 3 else "b") for n in range(6)])
    claims = {one.entry.url[-1]: one for one in (await claim(frontier)).claims}
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    await frontier.finish(
        [
            End(claims["2"], "waiting", False, due_at=tomorrow, reason="timeout"),
            End(claims["3"], "quarantined", False, reason="404"),
            End(claims["4"], "done", True),
            End(claims["5"], "waiting", True, due_at=tomorrow),
        ]
    )
    await frontier.release([claims["1"]])
    return claims["0"]


def test_what_waits_is_told_by_site_section_state_and_reason(working):
    async def scenario():
        async with working() as frontier:
            await _with_failures(frontier)
            await frontier.add([an_entry(9, site="warta", section="z")])
            return await frontier.waiting(["kabar"]), await frontier.waiting()

    ours, everybodys = asyncio.run(scenario())
    assert [(w.section, w.state, w.reason, w.rows) for w in ours] == [
        ("a", "claimed", "", 1),
        ("a", "waiting", "", 1),
        ("a", "waiting", "timeout", 1),
        ("b", "quarantined", "404", 1),
        ("b", "waiting", "", 1),
    ]
    assert [w.due_at is None for w in ours] == [False, False, False, True, False]
    assert [(w.site, w.section, w.rows) for w in everybodys[-1:]] == [("warta", "z", 1)]
    assert everybodys[:-1] == ours


def test_waiting_counts_long_lanes_whole(working):
    async def scenario():
        async with working() as frontier:
            await frontier.add([an_entry(n) for n in range(2100)])
            await frontier.add([an_entry(n, host=f"h{n}.test", section="many") for n in range(30)])
            return await frontier.waiting()

    assert [(w.section, w.rows) for w in asyncio.run(scenario())] == [("daerah", 2100), ("many", 30)]


@pytest.mark.parametrize("named", [{}, {"sites": ["kabar"]}, {"urls": [an_entry(n).url for n in range(6)]}])
def test_retrying_makes_what_failed_due_and_ends_rests(working, named):
    async def scenario():
        async with working() as frontier:
            await frontier.release([await _with_failures(frontier)])
            await frontier.rest("kabar.test", 1000, "503", 3)
            number = await frontier.retry(**named)
            found = (await claim(frontier, room={"kabar.test": 9})).claims
            return number, found, await frontier.retry(**named)

    number, found, again = asyncio.run(scenario())
    assert (number, again) == (2, 0)
    assert sorted(one.entry.url[-1] for one in found) == ["0", "1", "2", "3"]
    assert {one.attempts for one in found} == {0}


def test_retrying_leaves_other_sites_alone(working):
    async def scenario():
        async with working() as frontier:
            await _with_failures(frontier)
            return await frontier.retry(["warta"]), await frontier.retry(urls=[an_entry(4).url])

    assert asyncio.run(scenario()) == (0, 0)


def test_forgetting_removes_what_nobody_holds(working):
    async def scenario():
        async with working(2) as (one, other):
            await _with_failures(one)
            await one.add([an_entry(7, site="warta")])
            held = await other.forget(["kabar"]), await one.forget(["kabar"])
            left = await one.waiting()
            await one.leave(["kabar.test"])
            return held, left, await other.forget(urls=[an_entry(0).url, an_entry(8).url]), await one.waiting()

    held, left, by_url, after = asyncio.run(scenario())
    # What is due lies on a host that the other may be fetching from; it itself knows that row 1 is not claimed.
    assert held == (4, 1)
    assert [(w.site, w.state, w.rows) for w in left] == [("kabar", "claimed", 1), ("warta", "waiting", 1)]
    assert by_url == 1
    assert [(w.site, w.rows) for w in after] == [("warta", 1)]


def test_forgetting_everything_has_to_be_said(working):
    async def scenario():
        async with working() as frontier:
            await frontier.forget()

    with pytest.raises(ValueError, match="name the sites or the URLs"):
        asyncio.run(scenario())


def test_what_was_forgotten_can_be_added_again(working):
    async def scenario():
        async with working() as frontier:
            await frontier.release([await _with_failures(frontier)])
            number = await frontier.forget(["kabar"])
            return number, await frontier.add([an_entry(4)]), await urls(frontier, room={"kabar.test": 9})

    number, added, found = asyncio.run(scenario())
    assert (number, added, found) == (6, ["new"], [an_entry(4).url])
