"""The rows that this crawl holds: each from its claim until what became of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import count

from scrapy import Request
from scrapy.http import Response

from newscrawl.crawl.frontier.outcomes import PUT_BACK, Kind, Outcome
from newscrawl.store.queue import Claim, Validators

META = "lease"
"""The key of a request's meta under which its lease is found."""

_Place = tuple[int, int, Request]
"""In a queue: the lower is the first, by priority turned round and then by number."""
_WEIGHT: dict[Kind, int] = {
    "put back": 0,
    "dropped": 1,
    "read": 2,
    "same": 3,
    "stored": 3,
    "moved": 4,
    "refused": 4,
    "failed": 5,
    "broken": 6,
    "lost": 7,
}


@dataclass(eq=False, slots=True)
class Lease:
    """One claim, and what is still to come to an end before it can be acknowledged."""

    claim: Claim
    conclude: Callable[[Lease], None] = field(repr=False)
    """Called once, when everything has come to its end."""
    outcome: Outcome = PUT_BACK
    """What became of it."""
    validators: Validators | None = None
    """What the response said that makes the next request conditional."""
    came: bool = False
    """Whether a response came, so that the middleware sees the end of whatever is made of it."""
    left: bool = False
    """Whether the downloader is done with it."""
    walks_on: bool = False
    """Whether it is a page of a walk whose next page was queued."""
    _open: int = 1

    @property
    def host(self) -> str:
        return self.claim.entry.host

    def say(self, outcome: Outcome) -> None:
        """Note what became of it. A page can be a listing and an article: the weightier outcome stands."""
        if _WEIGHT[outcome.kind] >= _WEIGHT[self.outcome.kind]:
            self.outcome = replace(outcome, brought=max(outcome.brought, self.outcome.brought))

    def hold(self) -> None:
        """One more thing has to come to its end: an item on its way through the pipelines."""
        self._open += 1

    def let_go(self) -> None:
        """One of them has."""
        self._open -= 1
        if self._open == 0:
            self.conclude(self)


class Hand:
    """What was claimed: waiting for the downloader by host, on its way, or being worked on."""

    def __init__(self, at_once: int) -> None:
        """``at_once``: requests of one host that may be with the downloader; more would keep others out of it."""
        self._at_once = at_once
        self._waiting: dict[str, list[_Place]] = {}
        self._numbers = count()
        self._downloading: Counter[str] = Counter()
        self.leases: dict[str, Lease] = {}
        """Every open lease by its row's key."""

    def __len__(self) -> int:
        return len(self.leases)

    def waiting(self, host: str | None = None) -> int:
        """How many requests, of the host or of all, were not handed to the downloader yet."""
        return sum(map(len, self._waiting.values())) if host is None else len(self._waiting.get(host, ()))

    def holds(self, host: str) -> bool:
        """Whether any row of the host is in hand."""
        return any(lease.host == host for lease in self.leases.values())

    def take(self, request: Request, lease: Lease) -> None:
        """Keep a claimed row's request until the downloader has room for its host."""
        lease.left = False
        self.leases[lease.claim.key] = lease
        heappush(self._waiting.setdefault(lease.host, []), (-request.priority, next(self._numbers), request))

    def next(self) -> Request | None:
        """The next request for the downloader, hosts in turn, of each by priority; None when none may go."""
        for host in list(self._waiting):
            if self._downloading[host] >= self._at_once:
                continue
            queue = self._waiting.pop(host)
            *_, request = heappop(queue)
            if queue:
                self._waiting[host] = queue  # behind the others
            self._downloading[host] += 1
            return request
        return None

    def leave_downloader(self, lease: Lease) -> None:
        """Note that the downloader is done with the lease's request; harmless when it was noted before."""
        if not lease.left:
            lease.left = True
            self._downloading[lease.host] -= 1

    def conclude(self, lease: Lease) -> None:
        """Forget the lease."""
        self.leave_downloader(lease)
        self.leases.pop(lease.claim.key, None)

    def take_back(self, host: str | None = None) -> Iterator[Claim]:
        """The claims, of the host or of all, whose requests the downloader has not seen; they are forgotten here."""
        for name in [host] if host is not None else list(self._waiting):
            for *_, request in self._waiting.pop(name, ()):
                lease: Lease = request.meta[META]
                del self.leases[lease.claim.key]
                yield lease.claim


def lease_behind(response: Response) -> Lease | None:
    """The lease that a response answers, if its request came from the frontier."""
    lease = response.request.meta.get(META) if response.request else None
    assert lease is None or isinstance(lease, Lease)
    return lease
