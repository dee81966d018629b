"""Workers on one frontier, on every kind of server there is, and rows for them."""

from contextlib import asynccontextmanager

import pytest

from newscrawl.store.frontier.mongo import open_frontier
from newscrawl.store.queue import End, Entry, Wanted
from newscrawl.store.session import open_session

KABAR = Wanted(("kabar",))


def an_entry(number=1, **changes):
    host = changes.get("host", "kabar.test")
    values = {
        "url": f"https://{host}/berita/{number}",
        "kind": "article",
        "site": "kabar",
        "section": "daerah",
        "host": host,
    }
    return Entry(**{**values, **changes})


def done(claim, **changes):
    return End(claim, **{"state": "done", "succeeded": True, **changes})


@pytest.fixture
def working(address):
    """``async with working() as (one, other)``: workers on one store, each with a session of its own."""

    @asynccontextmanager
    async def opened(number=1, **options):
        sessions = [await open_session(address) for _ in range(number)]
        frontiers = [await open_frontier(session, **options) for session in sessions]
        try:
            yield frontiers[0] if number == 1 else frontiers
        finally:
            for frontier in frontiers:
                await frontier.close()
            for session in sessions:
                await session.close()

    return opened


async def claim(frontier, wanted=KABAR, room=None, hosts=10, per_host=10):
    return await frontier.claim(wanted, room or {}, hosts, per_host)


async def urls(frontier, **options):
    return [one.entry.url for one in (await claim(frontier, **options)).claims]
