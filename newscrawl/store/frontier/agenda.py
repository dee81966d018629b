"""Which hosts have something due, and when the next thing will be, without a look at those that have not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from functools import partial

from pymongo import DeleteOne, UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.lanes import number_of_lanes
from newscrawl.store.frontier.positions import GRACE
from newscrawl.store.queue import Wanted
from newscrawl.store.session import StoreSession

_AT_ONCE = 64
"""Lanes that are asked for together: those on a part of a page, or on some pages."""


class Agenda:
    """The pages of the agenda and the lanes on them."""

    def __init__(self, session: StoreSession) -> None:
        self._session = session
        self._pages: AsyncCollection[Document] = session.database[schema.AGENDA]
        self._lanes: AsyncCollection[Document] = session.database[schema.LANES]

    async def lanes_due(self, wanted: Wanted, now: datetime) -> AsyncIterator[list[Document]]:
        """The documents of wanted lanes that are due, some at a time: sites in turn, of each what is due first."""
        sites = list(wanted.sites)
        random.shuffle(sites)  # so that workers do not all begin with the same one
        for site in sites:
            pages = await self._find_pages(queries.pages_due(site, wanted.purpose, now))
            asked_for = [page for page in pages if not wanted.sections or page["section"] in wanted.sections]
            for few in queries.together(sorted(asked_for, key=lambda page: page["due"]), number_of_lanes, _AT_ONCE):
                walk = self._lanes_of(few[0], now) if number_of_lanes(few[0]) > _AT_ONCE else self._lanes_on(few, now)
                async for lanes in walk:
                    yield lanes

    async def next_due(self, wanted: Wanted, now: datetime) -> datetime | None:
        """When the next page of what is wanted becomes due."""
        earliest: datetime | None = None
        for site in wanted.sites:
            for page in await self._find_pages(queries.pages_later(site, wanted.purpose, now)):
                if wanted.sections and page["section"] not in wanted.sections:
                    continue
                earliest = page["due"] if earliest is None else min(earliest, page["due"])
        return earliest

    async def _find_pages(self, wanted: Document) -> list[Document]:
        return await self._session.patiently(lambda: self._pages.find(wanted, max_time_ms=schema.TIME_LIMIT).to_list())

    async def _find_lanes(self, wanted: Document) -> list[Document]:
        return await self._lanes.find(wanted, max_time_ms=schema.TIME_LIMIT).to_list()

    async def _lanes_on(self, pages: Sequence[Document], now: datetime) -> AsyncIterator[list[Document]]:
        """The lanes on some pages that hold few, page after page."""
        places = {page["_id"]: place for place, page in enumerate(pages)}
        lanes = await self._session.patiently(partial(self._find_lanes, queries.lanes_on_pages(list(places))))
        if lanes:
            yield sorted(lanes, key=lambda lane: places[lane["page"]])
        found = Counter(lane["page"] for lane in lanes)
        for page in pages:
            await self._tidy(page, found[page["_id"]], now)

    async def _lanes_of(self, page: Document, now: datetime) -> AsyncIterator[list[Document]]:
        """The lanes on a page that holds many, in parts of about as many as are needed, from anywhere on."""
        parts = queries.lanes_on_page_in_parts(page["_id"], -(-number_of_lanes(page) // _AT_ONCE))
        first = random.randrange(len(parts))  # noqa: S311
        found = 0
        for wanted in (*parts[first:], *parts[:first]):
            lanes = await self._session.patiently(partial(self._find_lanes, wanted))
            found += len(lanes)
            if lanes:
                yield lanes
        await self._tidy(page, found, now)

    async def _tidy(self, page: Document, found: int, now: datetime) -> None:
        """After all of a page was seen: correct its count, or remove it when nothing is on it."""
        settled = now - page["touched"] >= GRACE
        if not found and settled:
            change: DeleteOne | UpdateOne = DeleteOne(queries.page_as_it_was(page))
        elif settled and abs(found - page["lanes"]) > _AT_ONCE:
            change = UpdateOne(queries.one(page["_id"]), {"$inc": {"lanes": found - page["lanes"]}})
        else:
            return
        await self._session.patiently(lambda: self._pages.bulk_write([change]))
