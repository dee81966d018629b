"""The proxy itself: who may use it, what it answers, and how bytes pass through."""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
from collections import Counter
from contextlib import suppress

from newscrawl.crawl.egress.limits import HEAD_SECONDS, MAX_HEAD, Meter
from newscrawl.crawl.egress.messages import (
    BadMessage,
    ProxyRequest,
    answer,
    basic,
    credentials,
    last_of_connection,
    read_request,
    read_status,
)
from newscrawl.crawl.egress.routes import Refused, Routes, Streams, Unreachable

logger = logging.getLogger(__name__)

_CHUNK = 64 * 1024
_MOST_REFUSALS = 1_000
_ENOUGH_PRELUDES = 5
_USER = "newscrawl"


class EgressProxy:
    """Listens on a free port of loopback from `start` until `close`, in the running event loop.

    It serves those who know its token: one exchange or one tunnel a connection. Hosts that are, or lead to, addresses
    that are not public are answered with 403, whoever names them and whatever for.
    """

    def __init__(self, routes: Routes) -> None:
        self.refused: Counter[str] = Counter()
        """Hosts that were refused, and how often."""
        self.url = ""
        """``http://127.0.0.1:PORT`` while it listens."""
        self.username, self.password = _USER, secrets.token_urlsafe(24)
        self._routes = routes
        self._limits = routes.limits
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=MAX_HEAD)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Stop listening and drop every connection; harmless when done twice."""
        if self._server is None:
            return
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._connections) >= self._limits.max_connections:
            writer.write(answer(503, "Service Unavailable"))
            writer.close()
            return
        self._connections.add(task)
        try:
            await self._answer((reader, writer))
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, BadMessage):
            pass  # one side went away, took too long, sent too much, or spoke no HTTP: the connection ends
        except asyncio.CancelledError:
            writer.transport.abort()  # the proxy is being closed
        finally:
            self._connections.discard(task)
            writer.close()

    async def _answer(self, client: Streams) -> None:
        reader, writer = client
        try:
            async with asyncio.timeout(HEAD_SECONDS):
                request = read_request(await reader.readuntil(b"\r\n\r\n"))
        except BadMessage as error:
            await _say(writer, answer(400, "Bad Request", str(error)))
            return
        if not self._may_use(request):
            challenge = ("Proxy-Authenticate", 'Basic realm="newscrawl"')
            await _say(writer, answer(407, "Proxy Authentication Required", "", challenge))
            return
        try:
            server = await self._routes.connect(request.host, request.port, _kind(request))
        except Refused as error:
            self._note(request.host, str(error))
            await _say(writer, answer(403, "Forbidden", str(error)))
        except Unreachable as error:
            await _say(writer, answer(502, "Bad Gateway", str(error)))
        else:
            await self._pass_on(request, client, server)

    def _may_use(self, request: ProxyRequest) -> bool:
        given = basic(*credentials(request.header("proxy-authorization")))
        return hmac.compare_digest(given, basic(self.username, self.password))

    def _note(self, host: str, why: str) -> None:
        if host not in self.refused:
            logger.warning("Refused to the browser: %s; NEWSCRAWL_ALLOW_HOSTS can name the host", why)
        if host in self.refused or len(self.refused) < _MOST_REFUSALS:
            self.refused[host] += 1

    async def _pass_on(self, request: ProxyRequest, client: Streams, server: Streams) -> None:
        try:
            async with Meter(self._limits) as meter:
                if request.is_tunnel:
                    await self._tunnel(request, client, server, meter)
                else:
                    await self._exchange(request, client, server, meter)
        finally:
            server[1].close()

    async def _tunnel(self, request: ProxyRequest, client: Streams, server: Streams, meter: Meter) -> None:
        upstream = self._routes.upstream(request.host, "https")
        if upstream is None:
            client[1].write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            more = (("Proxy-Authorization", upstream.authorization),) if upstream.authorization else ()
            server[1].write(request.head(request.target, more))
            head = await server[0].readuntil(b"\r\n\r\n")
            client[1].write(head)
            if not 200 <= read_status(head) < 300:
                await _copy(server[0], client[1], meter)
                return
        await _splice(client, server, meter)

    async def _exchange(self, request: ProxyRequest, client: Streams, server: Streams, meter: Meter) -> None:
        upstream = self._routes.upstream(request.host, "http")
        target = request.target if upstream else request.origin_target
        secret = upstream.authorization if upstream else None
        server[1].write(request.head(target, (("Proxy-Authorization", secret),) if secret else ()))
        sending = asyncio.ensure_future(_copy(client[0], server[1], meter, request.body_length))
        try:
            status, head = await _response_head(server[0])
            if status == 101:
                client[1].write(head)
                await _splice(client, server, meter)
            else:
                client[1].write(last_of_connection(head))
                await _copy(server[0], client[1], meter)
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await sending


def _kind(request: ProxyRequest) -> str:
    return "https" if request.is_tunnel else "http"


async def _response_head(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and head of the response; what a server says before it (100, 103) is left out."""
    for _ in range(_ENOUGH_PRELUDES):
        head = await reader.readuntil(b"\r\n\r\n")
        status = read_status(head)
        if status == 101 or status >= 200:
            return status, head
    message = "no response"
    raise BadMessage(message)


async def _splice(client: Streams, server: Streams, meter: Meter) -> None:
    """Pass bytes both ways until one side has ended."""
    ways = [
        asyncio.ensure_future(_copy(client[0], server[1], meter)),
        asyncio.ensure_future(_copy(server[0], client[1], meter)),
    ]
    try:
        ended, _ = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ended:
            way.result()
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, meter: Meter, length: int | None = None
) -> None:
    """Pass bytes on until their end, or until ``length`` of them have passed."""
    left = length
    while left is None or left > 0:
        chunk = await reader.read(_CHUNK if left is None else min(left, _CHUNK))
        if not chunk:
            break
        meter.moved(len(chunk))
        writer.write(chunk)
        await writer.drain()
        left = None if left is None else left - len(chunk)


async def _say(writer: asyncio.StreamWriter, response: bytes) -> None:
    writer.write(response)
    await writer.drain()
