"""Bytes from anywhere to text: decoded and bounded."""

from __future__ import annotations

import re
import zlib

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

MAX_BYTES = 8 * 1024 * 1024
"""A feed or listing longer than this is read to here and no further."""

_SNIFFED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# The encodings that texts are in. Python knows others, which a hostile page may name: hex and idna raise.
_TEXT = re.compile(r"utf-?(?:8|16|32)|iso8859|iso2022|cp\d|koi8|gb|big5|shift_jis|euc|ascii|mac|tis|hz|latin")


def decode(body: bytes, encoding: str | None = None) -> str:
    """The body as text, never failing: by its byte order mark, by ``encoding`` (the HTTP header's), by its own
    declaration, and failing these as UTF-8 or, when it is not that, windows-1252. Without NULs.
    """
    marked, mark = read_bom(body)
    if marked and mark:
        return body[len(mark) :].decode(marked, "replace").replace("\0", "")
    sniffed = next((name for start, name in _SNIFFED if body.startswith(start)), None)
    wanted = sniffed or _usable(encoding) or _declared(body) or _utf8_or_windows(body)
    return body.decode(wanted, "replace").replace("\0", "")


def gunzip(body: bytes, limit: int) -> tuple[bytes, bool]:
    """``(the decompressed body, whether that is all of it)``; a body that is not gzip is returned as it is.

    Never makes more than ``limit`` bytes; of a broken or larger stream it gives what it can.
    """
    out = bytearray()
    rest = body
    while rest[:2] == b"\x1f\x8b" and len(out) < limit:
        member = zlib.decompressobj(wbits=31)
        try:
            out += member.decompress(rest, limit - len(out))
        except zlib.error:
            return bytes(out), False
        if not member.eof:
            return bytes(out), False
        rest = member.unused_data
    if rest is body:
        return body[:limit], len(body) <= limit
    return bytes(out), not rest.strip(b"\0")


def _usable(encoding: str | None) -> str | None:
    name = resolve_encoding(encoding) if encoding else None
    return name if name and _TEXT.match(name) else None


def _declared(body: bytes) -> str | None:
    name = _usable(html_body_declared_encoding(body[:4096]))
    # What could be read so far is ASCII, so the document is not in UTF-16, whatever it says.
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _utf8_or_windows(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
