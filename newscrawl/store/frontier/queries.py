"""Every question that the frontier asks its server, as a filter: each is answered from an index or by `_id`.

SecantusDB walks all that a filter's index bounds match, and only then limits; and it takes the index of ``_id`` for a
filter on nothing else. So every filter here matches few documents by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from newscrawl.store.documents import Document
from newscrawl.store.frontier.lanes import QUARANTINED, ROUND

AT_ONCE = 25
"""Values of an $in: SecantusDB compares every document with each."""
ENDLESS = 2**62


def by_id(ids: Sequence[str]) -> Document:
    """Rows by key, lanes and pages by id, hosts by name, robots.txt files by origin; at most AT_ONCE."""
    return {"_id": {"$in": list(ids)}}


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, at most AT_ONCE at a time."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def by_ids(ids: Sequence[str]) -> Iterator[Document]:
    """Filters as of `by_id` for any number of ids."""
    return map(by_id, parts(ids))


def together(documents: Iterable[Document], size: Callable[[Document], int], most: int) -> Iterator[list[Document]]:
    """The documents in their order, at most AT_ONCE together, and that come to ``most``; a larger one stands alone."""
    few: list[Document] = []
    total = 0
    for document in documents:
        if few and (total + size(document) > most or len(few) == AT_ONCE):
            yield few
            few, total = [], 0
        few.append(document)
        total += size(document)
    if few:
        yield few


def one(id_: str) -> Document:
    return {"_id": id_}


def rows_between(lane: str, low: int, high: int) -> Document:
    """The rows of a lane from ``low`` to before ``high``: about as many as there are numbers."""
    return {"lane": lane, "seq": {"$gte": low, "$lt": high}}


def row_at(lane: str, seq: int, key: str) -> Document:
    """A row, if it still stands there."""
    return {"lane": lane, "seq": seq, "_id": key}


def rows_of_lanes(lanes: Sequence[str]) -> Document:
    """All rows of some lanes; at most AT_ONCE, and together short."""
    return {"lane": {"$in": list(lanes)}}


def lanes_of_host(host: str, now: datetime) -> Document:
    """The lanes of a host that are due: as many as it has sections, priorities and times."""
    return {"host": host, "due": {"$lte": now}}


def lane_as_it_was(host: str, due: datetime, id_: str, tail: int) -> Document:
    """A lane, if nothing was added to it."""
    return {"host": host, "due": due, "_id": id_, "tail": tail}


def lanes_on_page(page: str, low: int, high: int) -> Document:
    """The lanes on a page whose hosts stand between."""
    return {"page": page, "place": {"$gte": low, "$lt": high}}


def lanes_on_page_in_parts(page: str, parts: int) -> list[Document]:
    """So many filters as of `lanes_on_page`, which together give all of them."""
    return [lanes_on_page(page, ROUND * part // parts, ROUND * (part + 1) // parts) for part in range(parts)]


def lanes_on_pages(pages: Sequence[str]) -> Document:
    """All lanes of some pages; at most AT_ONCE, and together few."""
    return {"page": {"$in": list(pages)}}


def page_as_it_was(page: Document) -> Document:
    """A page of the agenda, if it was not touched since it was read."""
    return {name: page[name] for name in ("site", "purpose", "due", "_id", "touched")}


def pages_due(site: str, purpose: str, now: datetime) -> Document:
    """The pages of a site that are due: as many as it has sections and times."""
    return {"site": site, "purpose": purpose, "due": {"$lte": now}}


def pages_later(site: str, purpose: str, now: datetime) -> Document:
    """Those that will be."""
    return {"site": site, "purpose": purpose, "due": {"$gt": now, "$lt": QUARANTINED}}


def pages_of_site(site: str) -> Document:
    return {"site": site}


def everything() -> Document:
    """Every page of the agenda: as many as there are sites, sections, purposes and times."""
    return {}


def hosts_of_worker(worker: str) -> Document:
    return {"lease.worker": worker}


def host_of_worker(worker: str, host: str) -> Document:
    return {"lease.worker": worker, "_id": host}
