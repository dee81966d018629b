"""Requests and responses as the demo web's hosts see them, good ones and deliberately bad ones."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

HTML = "text/html; charset=utf-8"
XML = "application/xml; charset=utf-8"
JSON = "application/json; charset=utf-8"


class Request(NamedTuple):
    """What a host is asked."""

    method: str
    host: str
    """In lower case, without a port."""
    target: str
    """Path and query as sent."""
    user_agent: str = ""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    def query(self, name: str, default: str = "") -> str:
        """The first value of that parameter."""
        return parse_qs(urlsplit(self.target).query).get(name, [default])[0]


@dataclass(frozen=True)
class Response:
    """What a host answers. The last four fields are for hosts that misbehave."""

    body: bytes = field(default=b"", repr=False)
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    last_modified: datetime | None = None
    """Aware."""
    delay: float = 0.0
    """Seconds before the first byte."""
    pause: float = 0.0
    """Seconds between the chunks of ``stream``."""
    stream: Callable[[], Iterable[bytes]] | None = None
    """Gives the body in chunks instead of ``body``; may be endless."""
    missing: int = 0
    """How many bytes of the promised length are never sent; the connection is closed instead."""

    @cached_property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'

    @cached_property
    def gzipped(self) -> bytes:
        return gzip.compress(self.body, 5, mtime=0)

    @property
    def is_plain(self) -> bool:
        """Whether it may be compressed and answered by 304."""
        coded = any(name.lower() == "content-encoding" for name, _ in self.headers)
        return self.status == 200 and not (coded or self.missing or self.stream)


Handler = Callable[[Request], Response]


def redirect(url: str, status: int = 301) -> Response:
    return Response(f'<a href="{url}">{url}</a>'.encode(), status, headers=(("Location", url),))
