"""As much of HTTP/1.1 as the demo web's server speaks: a request's head, a response, validators and compression."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from newscrawl.demo.moments import http_date
from newscrawl.demo.responses import Response

_BODY_LIMIT = 1024 * 1024
_REASONS = {
    200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 307: "Temporary Redirect",
    400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable",
}  # fmt: skip


class Head(NamedTuple):
    """The first line and the headers of a request."""

    method: str
    target: str
    version: str
    headers: dict[str, str]

    @property
    def keeps_alive(self) -> bool:
        wish = (self.headers.get("proxy-connection") or self.headers.get("connection") or "").lower()
        return wish == "keep-alive" if self.version == "HTTP/1.0" else wish != "close"

    @property
    def url(self) -> str:
        """Absolute, whether the request came as to a proxy or as to a server."""
        if self.target.startswith(("http://", "https://")) or self.method == "CONNECT":
            return self.target
        return f"http://{self.headers.get('host', '')}{self.target}"


def parse(raw: bytes) -> Head | None:
    """The head up to its blank line; None for what is no HTTP."""
    lines = raw.decode("latin-1").split("\r\n")
    first = lines[0].split(" ")
    if len(first) != 3 or not first[2].startswith("HTTP/1."):
        return None
    headers = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return Head(first[0], first[1], first[2], headers)


async def skip_body(reader: asyncio.StreamReader, head: Head) -> None:
    """Read a request's body away."""
    length = head.headers.get("content-length", "0")
    if length.isdigit() and 0 < int(length) <= _BODY_LIMIT:
        await reader.readexactly(int(length))


def conditional(response: Response, head: Head) -> Response:
    """304 when the client has this very page already."""
    if not response.is_plain or head.method not in ("GET", "HEAD"):
        return response
    validators = _validators(response)
    wanted = head.headers.get("if-none-match")
    if wanted is not None:
        same = wanted == "*" or response.etag in wanted
    else:
        since = _moment(head.headers.get("if-modified-since"))
        changed = response.last_modified
        same = since is not None and changed is not None and changed.replace(microsecond=0) <= since
    return Response(status=304, headers=(*response.headers, *validators)) if same else response


def _moment(value: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value) if value else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def accepted_coding(response: Response, head: Head) -> str | None:
    compressible = not response.content_type.startswith("image/") and len(response.body) > 200
    accepted = "gzip" in head.headers.get("accept-encoding", "")
    return "gzip" if accepted and compressible and response.is_plain else None


def _validators(response: Response) -> list[tuple[str, str]]:
    changed = response.last_modified
    return [("ETag", response.etag), *([("Last-Modified", http_date(changed))] if changed else [])]


async def send(
    writer: asyncio.StreamWriter, response: Response, method: str, *, keep: bool, coding: str | None = None
) -> None:
    body = response.gzipped if coding else response.body
    headers = [("Date", http_date(datetime.now(UTC))), ("Server", "demo-web"), *response.headers]
    if response.is_plain:
        headers += [*_validators(response), ("Vary", "Accept-Encoding")]
    if coding:
        headers.append(("Content-Encoding", coding))
    if response.status != 304:
        headers.append(("Content-Type", response.content_type))
        length = ("Content-Length", str(len(body) + response.missing))
        headers.append(("Transfer-Encoding", "chunked") if response.stream else length)
    headers.append(("Connection", "keep-alive" if keep else "close"))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    reason = _REASONS.get(response.status, "Unknown")
    writer.write(f"HTTP/1.1 {response.status} {reason}\r\n{lines}\r\n".encode("latin-1"))
    if method != "HEAD" and response.status != 304:
        if response.stream is not None:
            await _send_chunks(writer, response)
        else:
            writer.write(body)
    await writer.drain()


async def _send_chunks(writer: asyncio.StreamWriter, response: Response) -> None:
    assert response.stream is not None
    for chunk in response.stream():
        writer.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        await writer.drain()
        if response.pause:
            await asyncio.sleep(response.pause)
    writer.write(b"0\r\n\r\n")
