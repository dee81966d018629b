"""The frontier's face: what a crawl asks of the queue of URLs that every worker on a store shares.

A row is a URL with the reason why it is fetched. Rows are claimed under the lease of their host, so that a host is
worked by one worker at a time, and each claim ends in exactly one `End`, or comes back when its worker dies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from newscrawl.model import Discovered

Added = Literal["new", "waiting", "known", "renewed"]
"""What adding a URL came to: not queued before; queued and due for its first visit; not due; due again by it."""

State = Literal["waiting", "claimed", "done", "quarantined"]
"""``done`` rows have no next visit; ``quarantined`` ones failed too often, until a person retries them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A URL to fetch, and why."""

    url: str
    kind: str
    """feed, sitemap, listing, archive, article or any."""
    site: str
    section: str
    host: str
    """What is leased as one and shares one delay: the URL's host and port, or a site that has a delay of its own."""
    purpose: str = "news"
    """Which crawls it belongs to: ``news``, ``any``, or the days of a dated walk (``2024-10-01..2024-10-31``)."""
    priority: int = 0
    """The higher is fetched first; among equals the one that was added first."""
    due_at: datetime | None = None
    """Not before this moment; None means now."""
    discovered: Discovered = field(default_factory=Discovered)
    walk: str = ""
    page: int = 0
    day: str | None = None
    depth: int = 0
    hops: int = 0
    """Redirects that led to it."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a response said that makes the next request conditional (RFC 9110, 8.8), and the hash of its body."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that this worker holds."""

    key: str
    """`url_key` of its URL."""
    entry: Entry
    attempts: int
    """How often it failed since it last succeeded."""
    fetched_at: datetime | None
    """When it last succeeded; None when it never did."""
    visits: int
    """How often it succeeded."""
    validators: Validators = field(default_factory=Validators)
    interval: float | None = None
    """Of sources: seconds between the last two polls that were planned."""
    walked_at: datetime | None = None
    """Of the first page of a walk: when one that began with it last came to its end."""

    @property
    def walk_is_open(self) -> bool:
        """Of the first page of a walk: whether it was read, and its further pages were not yet, to the end."""
        return self.fetched_at is not None and (self.walked_at is None or self.fetched_at > self.walked_at)


@dataclass(frozen=True, slots=True)
class End:
    """What became of a claim."""

    claim: Claim
    state: State
    """``waiting`` (for its next visit or try, at ``due_at``), ``done`` or ``quarantined``."""
    succeeded: bool
    """Whether the page came and what it brought is stored: then attempts begin again at 0, else one is added."""
    counts: bool = True
    """Of a failure: False leaves the number of attempts as it is, when it was no fault of the page."""
    due_at: datetime | None = None
    reason: str = ""
    """Why it failed, was refused or waits, in a few words."""
    status: int | None = None
    """The HTTP status, where one came."""
    validators: Validators | None = None
    """None leaves what is stored."""
    interval: float | None = None
    purpose: str | None = None
    """None leaves what it was claimed for."""
    walked: str = ""
    """The URL of the first page of a walk that has come to its end with this claim."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows a crawl works on."""

    sites: tuple[str, ...]
    purpose: str = "news"
    sections: tuple[str, ...] = ()
    """Empty: all."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What asking for rows came to."""

    claims: tuple[Claim, ...]
    held: bool = False
    """Whether rows that are wanted and due lie on hosts that another live worker holds."""
    next_due_at: datetime | None = None
    """When the next wanted row becomes due, when there are no claims; None when none waits."""
    rest_until: datetime | None = None
    """When there is something for another look: the first host at rest that has wanted rows may be asked again."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows of one site and section in one state with one reason, for people."""

    site: str
    section: str
    state: State
    reason: str
    rows: int
    due_at: datetime | None
    """The earliest moment at which one of them is due."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A host that is left alone for a while."""

    host: str
    until: datetime
    reason: str
    failures: int
    """How often in a row the host failed."""


@dataclass(frozen=True, slots=True)
class RobotsRecord:
    """A robots.txt as it was fetched, or that it could not be."""

    origin: str
    """Scheme, host and port: ``https://a.test:443``."""
    fetched_at: datetime
    status: int | None
    """None when no response came."""
    body: bytes = b""
    """At most the first 500 KiB (RFC 9309, 2.5)."""
    fresh_until: datetime | None = None
    """When it is to be asked for again; None: a day after it was fetched."""
    failing_since: datetime | None = None
    """Of one that could not be had: since when."""


class Frontier(Protocol):
    """The queue of one store, used by one worker in one loop. Every method raises StoreUnreachable as the writer does.

    Every method is idempotent and may be repeated after a lost connection.
    """

    async def add(self, entries: Sequence[Entry], *, renew: bool = False) -> list[Added]:
        """Queue the URLs; what came of each, in their order. Acknowledged means on disk.

        A row that waits for its first visit takes the entry's purpose, site and section: who asked last gets it. Any
        other, and one that waits for a later moment or is quarantined, changes only with ``renew``: then it is due at
        once, as the entry wants it, and without validators when it was visited for another purpose or section. A
        claimed one is left alone, and with ``renew`` is due again when its claim ends.
        """
        ...

    async def queued_since_walk(self, walk: str, urls: Sequence[str]) -> bool:
        """Whether any of the URLs was queued after the walk, named by its first page's URL, last came to its end.

        Of a walk that never did, any that is queued was.
        """
        ...

    async def claim(self, wanted: Wanted, room: Mapping[str, int], hosts: int, per_host: int) -> Claimed:
        """Claim due rows: of each host in ``room`` that many, of up to ``hosts`` others at most ``per_host`` each.

        Hosts are taken under a lease; one at rest, or held by another live worker, is passed over. A host of ours whose
        number in ``room`` is 0 stays ours.
        """
        ...

    async def finish(self, ends: Sequence[End]) -> None:
        """Write what became of claims. A claim that is no longer ours is left to whom it belongs now."""
        ...

    async def release(self, claims: Sequence[Claim]) -> None:
        """Put back what was claimed and not fetched, as it was."""
        ...

    async def leave(self, hosts: Iterable[str]) -> None:
        """Give up hosts that we have nothing of any more."""
        ...

    async def renew(self) -> None:
        """Prolong the leases on our hosts; to be called at less than a third of their time."""
        ...

    async def rest(self, host: str, seconds: float, reason: str, failures: int) -> None:
        """Leave the host alone for so long, in every run; a rest that is longer already stays. 0 failures ends it."""
        ...

    async def resting(self, hosts: Iterable[str]) -> list[Rest]:
        """Those of the hosts that are at rest, or failed the last time."""
        ...

    async def robots(self, origin: str) -> RobotsRecord | None: ...

    async def save_robots(self, record: RobotsRecord) -> None: ...

    async def waiting(self, sites: Sequence[str] = ()) -> list[Waiting]:
        """What waits, is claimed or quarantined, by site, section, state and reason; of all sites if none is named."""
        ...

    async def retry(self, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
        """Make rows that are quarantined, or wait after a failure, due now; how many. Hosts' rests are ended."""
        ...

    async def forget(self, sites: Sequence[str] = (), urls: Sequence[str] = ()) -> int:
        """Remove rows that nobody holds; how many. Raises ValueError when neither sites nor URLs are named."""
        ...

    async def close(self) -> None:
        """Give back every host and claim of this worker. Does not close the session."""
        ...
