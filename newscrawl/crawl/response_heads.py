"""Heads of responses, bounded: Scrapy's limit on a download begins with the body, and a head may have no end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientFactory, _LenientHTTP11ClientProtocol
from twisted.web._newclient import HEADER, STATUS

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import HTTP11ClientProtocol, Request
    from twisted.web.iweb import IResponse

MAX_HEAD = 256 * 1024
"""Bytes; browsers take as many."""


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Breaks the connection off when a response's head does not come to an end."""

    _head = 0

    def request(self, request: Request) -> Deferred[IResponse]:
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        super().dataReceived(data)  # type: ignore[no-untyped-call]
        if self._parser is None or self._parser.state not in {STATUS, HEADER}:
            return
        self._head += len(data)
        if self._head > MAX_HEAD and self.transport is not None:
            self.transport.abortConnection()


class BoundedHeads(_LenientHTTP11ClientFactory):
    """Makes the connections of Scrapy's download handler, with a bound on the head of what they receive."""

    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: ARG002, N802 - Twisted's
        """A connection's protocol."""
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
