"""Questions about the queue of URLs, for people: what waits, try it again, forget it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newscrawl.store.frontier.mongo import MongoFrontier
    from newscrawl.store.queue import Waiting

T = TypeVar("T")


def queued_sites(address: str) -> list[str]:
    """The names of the sites that have URLs in the queue of the store at ``address``, also when all are done."""
    return _ask(address, lambda frontier: frontier.sites())


def waiting(address: str, sites: Sequence[str] = ()) -> list[Waiting]:
    """What waits, by site, section, state and reason; of all sites if none is named."""
    return _ask(address, lambda frontier: frontier.waiting(sites))


def retry(address: str, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
    """Make due what failed; how many URLs. Raises ValueError for a URL that is none."""
    return _ask(address, lambda frontier: frontier.retry(sites, urls))


def forget(address: str, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
    """Remove URLs that no crawl is working on; how many. Raises ValueError for a URL that is none, or for nothing."""
    return _ask(address, lambda frontier: frontier.forget(sites, urls))


def _ask(address: str, question: Callable[[MongoFrontier], Awaitable[T]]) -> T:
    return asyncio.run(_asked(address, question))


async def _asked(address: str, question: Callable[[MongoFrontier], Awaitable[T]]) -> T:
    from newscrawl.store.frontier.mongo import open_frontier
    from newscrawl.store.session import open_session

    session = await open_session(address)
    try:
        return await question(await open_frontier(session))
    finally:
        await session.close()
