"""No address that is not public is connected to: refused by name in the resolver, by literal in a middleware.

Behind an HTTP proxy the proxy resolves names: then only literal addresses can be judged here, and the proxy's own
address is let pass.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, NoReturn, Self
from urllib.request import getproxies

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver, dnscache
from twisted.internet.defer import Deferred, succeed
from twisted.internet.error import DNSLookupError
from twisted.internet.threads import deferToThreadPool

from newscrawl.crawl.addresses import first_private, host_and_port, is_exception, is_public, is_refused, proxy_hosts
from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.base import ReactorBase
    from twisted.python.failure import Failure

logger = logging.getLogger(__name__)


class NotPublic(IgnoreRequest):
    """The URL's host is an address of this machine or of a private network."""


class AddressGuard:
    """Downloader middleware: refuses URLs whose host is a literal address that is not public, in any spelling.

    A name is refused by the resolver; what came from such an address all the same is refused here. The configured
    proxies' own names, which the resolver must let pass, are nobody's to crawl.
    """

    def __init__(self, allowed: Iterable[str]) -> None:
        self.allowed = frozenset(allowed)
        self._proxies = proxy_hosts()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the exceptions from NEWSCRAWL_ALLOW_HOSTS, and say once what cannot be seen behind a proxy."""
        if proxies := sorted(name for name in getproxies() if name in {"http", "https"}):
            logger.info(
                "Behind %s_proxy the proxy resolves names: addresses written in URLs are refused here, names that "
                "lead to private addresses must be refused by the proxy",
                "_proxy and ".join(proxies),
            )
        return cls(crawler.settings.getlist("NEWSCRAWL_ALLOW_HOSTS"))

    def process_request(self, request: Request) -> None:
        """Let the request pass; raises NotPublic when it must not."""
        if is_refused(request.url, self.allowed) or self._is_proxy(request.url):
            self._refuse(request.url, "is not on a public address")

    def process_response(self, request: Request, response: Response) -> Response:
        """Let the response pass; raises NotPublic when it came from an address that must not be asked."""
        address = response.ip_address
        if address is None or is_public(address) or self._is_expected(request):
            return response
        self._refuse(request.url, f"came from {address}, which is not a public address")
        return response

    def _is_expected(self, request: Request) -> bool:
        """Whether a private address is what was asked for: a proxy's, the browser's own one's, or an exception's."""
        proxied = request.meta.get("proxy") or request.meta.get("playwright")
        return bool(proxied) or is_exception(*host_and_port(request.url), self.allowed)

    def _is_proxy(self, url: str) -> bool:
        host, port = host_and_port(url)
        return host in self._proxies and not is_exception(host, port, self.allowed)

    def _refuse(self, url: str, why: str) -> None:
        message = f"{printable(url)} {why}; NEWSCRAWL_ALLOW_HOSTS can name the host"
        logger.warning("%s", message)
        raise NotPublic(message)


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, refusing names that lead to addresses that are not public.

    Every address of the name is judged, of IPv6 as well, although only one of IPv4 is connected to (as in Scrapy's).
    """

    refused: ClassVar[set[str]] = set()
    """Hosts that were refused, for the report: the refusal itself reaches the spider as a failed look-up."""

    allowed: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Let the configured proxies pass, and what NEWSCRAWL_ALLOW_HOSTS names."""
        resolver = super().from_crawler(crawler, reactor)
        hosts = (host.rpartition(":")[0] or host for host in crawler.settings.getlist("NEWSCRAWL_ALLOW_HOSTS"))
        resolver.allowed = frozenset(hosts) | proxy_hosts()
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: ARG002, N802 - Twisted's
        """The address of the host; fails with DNSLookupError when one of its addresses is not public."""
        if name in dnscache:
            return succeed(dnscache[name]).addCallback(self._judge, name)
        pool = self.reactor.getThreadPool()
        looking_up = deferToThreadPool(self.reactor, pool, self.look_up, name)  # type: ignore[arg-type]
        looking_up.addTimeout(self.timeout, self.reactor)  # type: ignore[arg-type]
        looking_up.addErrback(self._not_found, name)
        return looking_up.addCallback(self._remember, name).addCallback(self._judge, name)

    @staticmethod
    def look_up(name: str) -> tuple[str, ...]:
        """Every address of the name, as the system knows it; raises OSError."""
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(address[0]) for *_, address in found))

    def _remember(self, addresses: tuple[str, ...], name: str) -> tuple[str, ...]:
        if dnscache.limit:
            dnscache[name] = addresses
        return addresses

    def _not_found(self, failure: Failure, name: str) -> NoReturn:
        message = f"{printable(name)} not found: {failure.getErrorMessage() or 'the look-up took too long'}"
        raise DNSLookupError(message)

    def _judge(self, addresses: tuple[str, ...], name: str) -> str:
        private = None if name in self.allowed else first_private(addresses)
        if private is None:
            return _connectable(addresses, name)
        self.refused.add(name)
        message = f"{printable(name)} leads to {private}, which is not a public address"
        logger.warning("%s; NEWSCRAWL_ALLOW_HOSTS can name it as an exception", message)
        raise DNSLookupError(message)


def _connectable(addresses: tuple[str, ...], name: str) -> str:
    """The first address that Twisted's simple resolver can hand on: of IPv4."""
    first = next((address for address in addresses if ":" not in address), None)
    if first is None:
        message = f"{name} has no IPv4 address"
        raise DNSLookupError(message)
    return first
