"""What was learned of a site comes back as it was written, and nobody overwrites another's."""

import asyncio

from newscrawl.store.learned import LearnedStates

STATE = {"v": 1, "stories": [["a.b", ["$kata"], [2**47], [1, 2]]], "learned": [[1, "Baris \u2028 é"]]}


def with_states(writing, scenario):
    async def run():
        async with writing() as writer:
            return await scenario(LearnedStates(writer.session))

    return asyncio.run(run())


def test_nothing_is_known_of_a_new_site(writing):
    assert with_states(writing, lambda states: states.load("kabar")) == ({}, 0)


def test_a_state_comes_back_as_it_was_written(writing):
    async def scenario(states):
        assert await states.replace("kabar", STATE, 0)
        return await states.load("kabar"), await states.load("warta")

    assert with_states(writing, scenario) == ((STATE, 1), ({}, 0))


def test_a_state_is_written_over_the_revision_that_was_read(writing):
    async def scenario(states):
        await states.replace("kabar", STATE, 0)
        written = await states.replace("kabar", {"v": 2}, 1)
        return written, await states.load("kabar")

    assert with_states(writing, scenario) == (True, ({"v": 2}, 2))


def test_a_state_that_another_wrote_since_stays(writing):
    async def scenario(states):
        await states.replace("kabar", STATE, 0)
        late = [await states.replace("kabar", {"v": 2}, revision) for revision in (0, 7)]
        return late, await states.load("kabar")

    assert with_states(writing, scenario) == ([False, False], (STATE, 1))


def test_of_two_who_write_at_once_one_is_told_to_read_again(writing):
    async def scenario(states):
        await states.replace("kabar", STATE, 0)
        return await asyncio.gather(*(states.replace("kabar", {"v": n}, 1) for n in range(4)))

    assert sorted(with_states(writing, scenario)) == [False, False, False, True]
