"""MongoDB and what is derived from it. The only package that knows pymongo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.store.address import StoreAddress, parse_address
from newscrawl.store.base import ArticleReader, ArticleWriter, Facet, Known, Quarantined, Query, Run, Saved

if TYPE_CHECKING:
    from newscrawl.store.learned import LearnedStates
    from newscrawl.store.queue import Frontier
    from newscrawl.store.reader import MongoReader
    from newscrawl.store.writer import MongoWriter

__all__ = [
    "ArticleReader",
    "ArticleWriter",
    "Facet",
    "Known",
    "Quarantined",
    "Query",
    "Run",
    "Saved",
    "StoreAddress",
    "learned_states",
    "open_frontier",
    "open_reader",
    "open_writer",
    "parse_address",
]


async def open_writer(address: str, patience: float | None = None) -> MongoWriter:
    """The crawl's face of the store at ``address``; see `newscrawl.store.writer.open_writer`."""
    from newscrawl.store import writer  # pymongo takes 0.2 s to import, and not every command needs it

    return await (writer.open_writer(address) if patience is None else writer.open_writer(address, patience))


def learned_states(writer: MongoWriter) -> LearnedStates:
    """What the store that ``writer`` is connected to knows of its sites; see `newscrawl.store.learned`."""
    from newscrawl.store.learned import LearnedStates

    return LearnedStates(writer.session)


async def open_frontier(writer: MongoWriter) -> Frontier:
    """The queue of the store that ``writer`` is connected to; see `newscrawl.store.frontier.mongo.open_frontier`."""
    from newscrawl.store.frontier import mongo

    return await mongo.open_frontier(writer.session)


def open_reader(address: str) -> MongoReader:
    """The queries' face of the store at ``address``; see `newscrawl.store.reader.open_reader`."""
    from newscrawl.store import reader

    return reader.open_reader(address)
