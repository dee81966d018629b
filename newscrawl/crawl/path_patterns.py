"""Path patterns of robots.txt (RFC 9309, 2.2.2), which tdmrep.json has as well: prefixes with ``*`` and ``$``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Self
from urllib.parse import quote, urlsplit

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_RESERVED = "/?:@!&'()+,;=[]"
_STARS = re.compile(r"\*+")


@dataclass(frozen=True)
class PathPattern:
    """A pattern as written; matching costs one pass over the path, however many ``*`` it has."""

    text: str

    @classmethod
    def rooted(cls, text: str) -> Self:
        """The pattern of that text; one that begins with neither ``/`` nor ``*`` is meant from the root."""
        return cls(text if text.startswith(("/", "*", "$")) else f"/{text}")

    @cached_property
    def length(self) -> int:
        """How specific it is: octets of its comparable form, escapes counted as one would write them."""
        return sum(map(len, self._parts)) + len(self._parts) - 1 + self._ends

    def matches(self, path: str) -> bool:
        """Whether it matches the path, which is of `comparable_path`'s form, from its beginning."""
        first, *others = self._parts
        if not path.startswith(first):
            return False
        if not others:
            return not self._ends or len(path) == len(first)
        at = len(first)
        for part in others[:-1]:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        last = others[-1]
        if self._ends:
            return len(path) - len(last) >= at and path.endswith(last)
        return path.find(last, at) >= 0

    @cached_property
    def _ends(self) -> bool:
        return self.text.endswith("$")

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """What stands between the stars, in comparable form."""
        text = _STARS.sub("*", self.text.removesuffix("$"))
        return tuple(_comparable(part) for part in text.split("*"))


def comparable_path(url: str) -> str:
    """The URL's path and query as patterns are compared with them: escapes made alike, ``*`` and ``$`` escaped."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query or "?" in url.partition("#")[0] else ""
    return _comparable((parts.path or "/") + query)


def _comparable(text: str) -> str:
    """Escapes of unreserved characters undone, other octets escaped, hexadecimal digits in upper case."""
    return quote(_ESCAPE.sub(_unescaped, text), safe=f"%{_RESERVED}", errors="surrogateescape")


def _unescaped(found: re.Match[str]) -> str:
    octet = int(found[1], 16)
    return chr(octet) if octet in _UNRESERVED else found[0].upper()
