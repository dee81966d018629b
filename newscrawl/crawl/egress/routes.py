"""Where a request may go, and the connection that takes it there: to an address that was judged, never to a name."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from newscrawl.crawl.addresses import first_private, is_exception, is_host_refused, literal_address
from newscrawl.crawl.egress.limits import MAX_HEAD, Limits
from newscrawl.crawl.egress.messages import basic

Resolve = Callable[[str], Awaitable[Sequence[str]]]
"""A name in, all of its addresses out; raises OSError when there is none."""
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]

_MOST_ADDRESSES = 4
_ADDRESS_SECONDS = 8.0
"""A host's address that does not answer for this long is given up for its next one."""


class Refused(Exception):
    """The host is, or leads to, an address that is not public; the message says which."""


class Unreachable(Exception):
    """Nobody answers at the host."""


@dataclass(frozen=True, slots=True)
class Upstream:
    """A proxy that the environment configures, to which everything is handed that ``no_proxy`` does not name."""

    host: str
    port: int
    tls: bool = False
    authorization: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, url: str) -> Upstream:
        """The proxy at the URL, ``http://name:password@host:port`` at the longest; raises ValueError."""
        parts = urlsplit(url if "://" in url else f"http://{url}")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            message = "only an HTTP proxy can be used"
            raise ValueError(message)
        secret = basic(unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        tls = parts.scheme == "https"
        return cls(parts.hostname, parts.port or (443 if tls else 80), tls, secret)


async def system_addresses(host: str) -> Sequence[str]:
    """Every address of the name, as the system knows it."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


class Routes:
    """Judges hosts and connects to them."""

    def __init__(
        self,
        allowed: frozenset[str],
        limits: Limits,
        resolve: Resolve = system_addresses,
        proxies: Mapping[str, str] | None = None,
    ) -> None:
        self._allowed = allowed
        self.limits = limits
        self._resolve = resolve
        known = getproxies() if proxies is None else proxies
        self._upstreams = {kind: Upstream.of(known[kind]) for kind in ("http", "https") if known.get(kind)}

    def upstream(self, host: str, kind: str) -> Upstream | None:
        """The proxy for the host; ``kind`` is ``http``, or ``https`` for tunnels."""
        upstream = self._upstreams.get(kind)
        return upstream if upstream and not proxy_bypass(host) else None

    async def connect(self, host: str, port: int, kind: str) -> Streams:
        """A connection to the host, or to the proxy before it; raises Refused or Unreachable."""
        if is_host_refused(host, port, self._allowed):
            message = f"{host}:{port} is not on a public address"
            raise Refused(message)
        upstream = self.upstream(host, kind)
        try:
            async with asyncio.timeout(self.limits.connect_seconds):
                if upstream:
                    return await asyncio.open_connection(
                        upstream.host, upstream.port, ssl=upstream.tls or None, limit=MAX_HEAD
                    )
                return await self._first_that_answers(await self._addresses(host, port), port)
        except (OSError, UnicodeError) as error:  # UnicodeError: a name that IDNA does not know
            message = f"{host}:{port} does not answer"
            raise Unreachable(message) from error

    async def _addresses(self, host: str, port: int) -> Sequence[str]:
        """The host's addresses, each of them judged; raises Refused when one is not public."""
        literal = literal_address(host)
        if literal:
            return (str(literal),)
        addresses = await self._resolve(host)
        private = None if is_exception(host, port, self._allowed) else first_private(addresses)
        if private is not None:
            message = f"{host} leads to {private}, which is not a public address"
            raise Refused(message)
        return addresses[:_MOST_ADDRESSES]

    async def _first_that_answers(self, addresses: Sequence[str], port: int) -> Streams:
        problem: OSError = OSError("no address")
        for address in addresses:
            try:
                async with asyncio.timeout(_ADDRESS_SECONDS):
                    # An address, so nothing is looked up again: what was judged is what is connected to.
                    return await asyncio.open_connection(address, port, limit=MAX_HEAD)
            except OSError as error:  # TimeoutError is one
                problem = error
        raise problem
