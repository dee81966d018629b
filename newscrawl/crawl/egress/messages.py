"""As much of HTTP/1.1 as a proxy must understand: the heads of requests and responses."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

# What a message says of the connection it came over, and not of itself (RFC 9110, 7.6.1).
_HOP_BY_HOP = frozenset(
    {"connection", "keep-alive", "proxy-connection", "proxy-authorization", "proxy-authenticate", "te"}
)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: |\r|$)")
_AUTHORITY = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([^\s\[\]:/@]{1,255})):(\d{1,5})")


class BadMessage(ValueError):
    """What was received is no HTTP message that can be passed on."""


@dataclass(frozen=True, slots=True)
class ProxyRequest:
    """The head of a request to a proxy."""

    method: str
    host: str
    """An IPv6 address without brackets."""
    port: int
    target: str
    """As sent: an absolute URL, of CONNECT ``host:port``."""
    headers: tuple[tuple[str, str], ...]

    @property
    def is_tunnel(self) -> bool:
        """Whether bytes are to be passed as they are, whatever they are."""
        return self.method == "CONNECT"

    @property
    def is_upgrade(self) -> bool:
        """Whether the client wants to speak something else afterwards, as WebSocket does."""
        return "upgrade" in self.header("connection").lower()

    @property
    def body_length(self) -> int:
        """Bytes that follow the head; raises BadMessage for a length that is not told beforehand."""
        length = self.header("content-length") or "0"
        if self.header("transfer-encoding") or not length.isascii() or not length.isdigit() or len(length) > 12:
            message = "a body without a length"
            raise BadMessage(message)
        return int(length)

    def header(self, name: str) -> str:
        """The header's value, the first when it is repeated; empty when it is missing."""
        return next((value for known, value in self.headers if known.lower() == name), "")

    def head(self, target: str, more: tuple[tuple[str, str], ...] = ()) -> bytes:
        """The head as it is passed on: for one exchange, without what was said to this proxy alone."""
        connection = "Upgrade" if self.is_upgrade else "close"
        kept = [(name, value) for name, value in self.headers if name.lower() not in _HOP_BY_HOP]
        return _head(f"{self.method} {target} HTTP/1.1", [*kept, ("Connection", connection), *more])

    @property
    def origin_target(self) -> str:
        """Path and query, as the server itself is asked."""
        rest = self.target.partition("://")[2]
        slash = re.search(r"[/?]", rest)
        path = rest[slash.start() :] if slash else "/"
        return path if path.startswith("/") else f"/{path}"


def read_request(raw: bytes) -> ProxyRequest:
    """The request whose head, up to its blank line, is ``raw``; raises BadMessage."""
    first, headers = _lines(raw)
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1.") or not _TOKEN.fullmatch(words[0]):
        message = "no HTTP/1.1 request"
        raise BadMessage(message)
    host, port = _authority(words[1]) if words[0] == "CONNECT" else _of_url(words[1])
    return ProxyRequest(words[0], host.lower(), port, words[1], headers)


def read_status(raw: bytes) -> int:
    """The status of the response whose head is ``raw``; raises BadMessage."""
    found = _STATUS.match(raw)
    if not found:
        message = "no HTTP/1.1 response"
        raise BadMessage(message)
    return int(found[1])


def last_of_connection(raw: bytes) -> bytes:
    """A response's head that tells the client not to send anything else over this connection.

    Else the client's next request, to whatever host, would reach this response's server.
    """
    first, headers = _lines(raw)
    return _head(first, [*((name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP), _CLOSE])


def answer(status: int, reason: str, why: str = "", *headers: tuple[str, str]) -> bytes:
    """A whole response of the proxy's own."""
    body = f"{why}\n".encode() if why else b""
    more = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))), _CLOSE, *headers]
    return _head(f"HTTP/1.1 {status} {reason}", more) + body


def credentials(header: str) -> tuple[str, str]:
    """User name and password of a Basic authorization (RFC 7617); empty when it is none."""
    scheme, _, value = header.partition(" ")
    try:
        decoded = base64.b64decode(value.strip(), validate=True).decode() if scheme.lower() == "basic" else ""
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    name, _, password = decoded.partition(":")
    return name, password


def basic(name: str, password: str) -> str:
    """The value of a Basic authorization."""
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


_CLOSE = ("Connection", "close")


def _lines(raw: bytes) -> tuple[str, tuple[tuple[str, str], ...]]:
    first, *lines = raw.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    headers = []
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not _TOKEN.fullmatch(name) or re.search(r"[\r\n\0]", value):
            message = "a header that cannot be read"
            raise BadMessage(message)
        headers.append((name, value.strip(" \t")))
    if re.search(r"[\r\n\0]", first):
        message = "a first line that cannot be read"
        raise BadMessage(message)
    return first, tuple(headers)


def _head(first: str, headers: list[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"{first}\r\n{lines}\r\n".encode("latin-1")


def _authority(text: str) -> tuple[str, int]:
    found = _AUTHORITY.fullmatch(text)
    if not found or not 0 < int(found[3]) < 65536:
        message = "no host and port"
        raise BadMessage(message)
    return found[1] or found[2], int(found[3])


def _of_url(url: str) -> tuple[str, int]:
    """Host and port of an absolute http URL; user names in it are nobody's."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, 80 if parts.port is None else parts.port
    except ValueError:
        host, port = None, 0
    if not host or parts.scheme != "http" or "@" in parts.netloc or not port:
        message = "no http URL"
        raise BadMessage(message)
    return host, port
