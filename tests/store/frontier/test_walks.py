"""When a walk through a listing's pages came to its end, and what was queued since."""

import asyncio
from dataclasses import replace

import pytest

from newscrawl.store.frontier.mongo import open_frontier
from newscrawl.store.queue import End, Entry, Wanted
from newscrawl.store.session import open_session

KABAR = Wanted(("kabar",))
FIRST, FURTHER = "https://kabar.test/daerah", "https://kabar.test/daerah?page=2"
STORY, OTHER = "https://kabar.test/berita/1", "https://kabar.test/berita/2"


def an_entry(url, **changes):
    return Entry(url, "listing", "kabar", "daerah", "kabar.test", **changes)


@pytest.fixture
def tell(address):
    """Run a story about a frontier."""

    def run(story):
        async def scenario():
            session = await open_session(address)
            frontier = await open_frontier(session)
            try:
                return await story(frontier)
            finally:
                await frontier.close()
                await session.close()

        return asyncio.run(scenario())

    return run


async def end_all(frontier, walked=""):
    """Claim all there is, and end it; the walk ends with it if one is named."""
    claims = (await frontier.claim(KABAR, {"kabar.test": 50}, 5, 50)).claims
    ends = [End(claim, "done", True) for claim in claims]
    await frontier.finish([*ends[:-1], replace(ends[-1], walked=walked)])
    return claims


def test_all_that_is_queued_was_queued_since_a_walk_that_never_ended(tell):
    async def story(frontier):
        await frontier.add([an_entry(FIRST), an_entry(STORY)])
        return await frontier.queued_since_walk(FIRST, [STORY]), await frontier.queued_since_walk(FIRST, [OTHER])

    assert tell(story) == (True, False)


def test_only_what_came_after_the_end_of_the_walk_was_queued_since(tell):
    async def story(frontier):
        await frontier.add([an_entry(FIRST), an_entry(FURTHER, walk=FIRST, page=1), an_entry(STORY)])
        await end_all(frontier, walked=FIRST)
        await frontier.add([an_entry(OTHER)])
        return [await frontier.queued_since_walk(FIRST, urls) for urls in ([STORY], [OTHER], [STORY, OTHER], [])]

    assert tell(story) == [False, True, True, False]


def test_a_walk_is_open_from_its_first_page_to_its_last(tell):
    async def story(frontier):
        await frontier.add([an_entry(FIRST)])
        states = []
        for walked in ("", "", FIRST):
            (claim,) = await end_all(frontier, walked=walked)
            states.append(claim.walk_is_open)
            await frontier.add([an_entry(FIRST)], renew=True)
        (claim,) = await end_all(frontier)
        return [*states, claim.walk_is_open]

    assert tell(story) == [False, True, True, False]
