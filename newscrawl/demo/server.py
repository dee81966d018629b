"""A real HTTP server on loopback for a demo web: a proxy for its invented hosts, that also answers by Host header."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import threading
from datetime import date
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from newscrawl.demo.http1 import Head, accepted_coding, conditional, parse, send, skip_body
from newscrawl.demo.responses import Request, Response
from newscrawl.demo.web import DemoWeb, build_web

_HEAD_LIMIT = 64 * 1024
_IDLE_SECONDS = 60.0


class Asked(NamedTuple):
    """A request that the server got."""

    status: int
    """What was answered."""
    method: str
    url: str
    user_agent: str


class Server:
    """Serves a web on a free loopback port from a thread of its own, from entering the context until it is left."""

    def __init__(self, web: DemoWeb, port: int = 0) -> None:
        self.web = web
        self.requests: list[Asked] = []
        """Every request answered, in order."""
        self.url = ""
        """The proxy's address: ``http://127.0.0.1:PORT``."""
        self._wanted_port = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="demo-web", daemon=True)
        self._connections: set[asyncio.Task[None]] = set()
        self._stop = asyncio.Event()

    def start(self) -> Self:
        """Listen; returns when the address is known. Raises OSError when the port is taken."""
        listening = asyncio.start_server(self._serve, "127.0.0.1", self._wanted_port, limit=_HEAD_LIMIT, backlog=512)
        try:
            self._server = self._loop.run_until_complete(listening)
        except OSError:
            self._loop.close()
            raise
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop listening and drop every connection; harmless when done twice."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def __enter__(self) -> Self:
        return self if self.url else self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._until_stopped())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _until_stopped(self) -> None:
        await self._stop.wait()
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            pass  # the other side went away, or sent what is no HTTP
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            self._connections.discard(task)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; False when the connection is to end."""
        raw = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _IDLE_SECONDS)
        head = parse(raw)
        if head is None:
            await send(writer, Response(status=400), "GET", keep=False)
            return False
        await skip_body(reader, head)
        response = conditional(self._answer(head), head)
        self.requests.append(Asked(response.status, head.method, head.url, head.headers.get("user-agent", "")))
        if response.delay:
            await asyncio.sleep(response.delay)
        keep = head.keeps_alive and not response.missing and head.method != "CONNECT"
        await send(writer, response, head.method, keep=keep, coding=accepted_coding(response, head))
        return keep

    def _answer(self, head: Head) -> Response:
        if head.method == "CONNECT":
            return Response(b"This proxy does not tunnel.\n", 501, "text/plain")
        try:
            parts = urlsplit(head.url)
        except ValueError:
            return Response(b"That is no address.\n", 400, "text/plain")
        target = head.url.split("/", 3)[3] if head.url.count("/") > 2 else ""
        request = Request(head.method, parts.hostname or "", f"/{target}", head.headers.get("user-agent", ""))
        known = self.web.respond(request) if parts.scheme == "http" else None
        return known or Response(f"Nobody is called {request.host}.\n".encode(), 502, "text/plain")


def serve(web: DemoWeb, port: int = 0) -> Server:
    """A server that runs: use it as a context, or ``close()`` it."""
    return Server(web, port).start()


def _stopped_by_signals() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    return stopped


def main(arguments: list[str] | None = None) -> int:
    """Print the proxy's address, serve until stopped, and return 0."""
    parser = argparse.ArgumentParser(prog="python -m newscrawl.demo.server", description=__doc__)
    parser.add_argument("--articles", type=int, default=300, help="how many, altogether (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="YYYY-MM-DD (default: the present day)")
    parser.add_argument("--port", type=int, default=0, help="a loopback port (default: any free one)")
    parser.add_argument("--dressed", action="store_true", help="pages that weigh what real ones weigh")
    parser.add_argument("--warm", action="store_true", help="render every page before the address is printed")
    parser.add_argument("--while-stdin", action="store_true", help="also end when standard input ends")
    options = parser.parse_args(arguments)
    web = build_web(today=options.today, articles=options.articles, seed=options.seed, dressed=options.dressed)
    if options.warm:
        web.warm()
    stopped = _stopped_by_signals()
    with serve(web, options.port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        if options.while_stdin:
            threading.Thread(target=_watch_stdin, args=(stopped,), daemon=True).start()
        stopped.wait()
    return 0


def _watch_stdin(stopped: threading.Event) -> None:
    while sys.stdin.buffer.read(4096):
        pass
    stopped.set()


if __name__ == "__main__":
    sys.exit(main())
