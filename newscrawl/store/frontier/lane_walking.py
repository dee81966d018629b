"""All lanes of some sites and the rows in them, some at a time: for people's questions, not for claiming."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from functools import partial

from pymongo.asynchronous.collection import AsyncCollection

from newscrawl.store import schema
from newscrawl.store.documents import Document
from newscrawl.store.frontier import queries
from newscrawl.store.frontier.lanes import number_of_lanes
from newscrawl.store.frontier.rows import text
from newscrawl.store.session import StoreSession

_LANES = 500
"""Asked for at once."""
_ROWS = 1_000
"""Numbers of lanes asked for at once."""


class LaneWalk:
    """A way through the agenda of some sites, or of all."""

    def __init__(self, session: StoreSession, sites: Sequence[str], keep: Callable[[Document], bool]) -> None:
        """``keep`` says of a page of the agenda whether its lanes are of interest."""
        self._session = session
        self._pages: AsyncCollection[Document] = session.database[schema.AGENDA]
        self._lanes: AsyncCollection[Document] = session.database[schema.LANES]
        self._sites = sorted({text(site) for site in sites})
        self._keep = keep

    async def lanes(self) -> AsyncIterator[list[Document]]:
        """Their documents."""
        for some in _lane_filters(await self.pages()):
            lanes = await self._session.patiently(partial(_all, self._lanes, some))
            if lanes:
                yield lanes

    async def pages(self) -> list[Document]:
        """The documents of the pages that are of interest."""
        pages: list[Document] = []
        for wanted in [queries.pages_of_site(site) for site in self._sites] or [queries.everything()]:
            pages += await self._session.patiently(partial(_all, self._pages, wanted))
        return [page for page in pages if self._keep(page)]


def row_filters(lanes: Iterable[Document]) -> Iterator[Document]:
    """Filters for the rows of the lanes, each for about as many as there are numbers; every row is in one of them."""
    for few in queries.together(lanes, _length, _ROWS):
        if _length(few[0]) > _ROWS:
            yield from _stretches(few[0])
        else:
            yield queries.rows_of_lanes([lane["_id"] for lane in few])


def _length(lane: Document) -> int:
    return int(lane["tail"] - lane["head"])


def _stretches(lane: Document) -> Iterator[Document]:
    lows = range(lane["head"], lane["tail"], _ROWS)
    for low in lows:
        first, last = low == lows[0], low == lows[-1]
        yield queries.rows_between(
            lane["_id"], -queries.ENDLESS if first else low, queries.ENDLESS if last else low + _ROWS
        )


def _lane_filters(pages: Iterable[Document]) -> Iterator[Document]:
    for few in queries.together(pages, number_of_lanes, _LANES):
        lanes = number_of_lanes(few[0])
        if lanes > _LANES:
            yield from queries.lanes_on_page_in_parts(few[0]["_id"], -(-lanes // _LANES))
        else:
            yield queries.lanes_on_pages([page["_id"] for page in few])


async def _all(collection: AsyncCollection[Document], wanted: Document) -> list[Document]:
    return await collection.find(wanted, max_time_ms=schema.TIME_LIMIT).to_list()
