"""Reading the pages that `extract` is given: files, gzipped or not, and standard input, never more than the limit."""

from __future__ import annotations

import gzip
import html
import re
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from newscrawl.model import Page, canonical
from newscrawl.model.errors import NewscrawlError

LIMIT = 64 * 1024 * 1024  # bytes, unpacked; above what extraction takes, so that it says itself what is too large

_HEAD = 512 * 1024  # bytes in which a page's head is looked for
_TAG = re.compile(r"<(?:link|meta)\s[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z:]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


class SourceUnreadable(NewscrawlError):
    """A file that is not there, not readable, or not what its name says; the message names it."""


def read_source(name: str) -> bytes:
    """The bytes of the file, unpacked when its name ends in ``.gz``; ``-`` is standard input.

    What lies beyond LIMIT is left unread. Raises SourceUnreadable.
    """
    if name == "-":
        return sys.stdin.buffer.read(LIMIT)
    try:
        with Path(name).open("rb") as file:
            return _unpack(name, file) if name.endswith(".gz") else file.read(LIMIT)
    except OSError as error:
        message = f"{name}: {error.strerror or error}"
        raise SourceUnreadable(message) from error
    except ValueError as error:  # a NUL in the name
        message = f"{name!r} is no file name: {error}"
        raise SourceUnreadable(message) from error


def page_of(body: bytes, url: str) -> Page:
    """The page as if it had been fetched from ``url`` now."""
    return Page(url=url, body=body, fetched_at=datetime.now(UTC), content_type="text/html")


def page_in_file(name: str, url: str) -> Page:
    """The page in the file, as if it had been fetched from ``url`` now; raises SourceUnreadable."""
    return page_of(read_source(name), url)


def own_address(body: bytes) -> str | None:
    """The address that the page gives as its own: its canonical link, else ``og:url``; None when it gives none."""
    found: dict[str, str] = {}
    for tag in _TAG.findall(body[:_HEAD].decode("utf-8", "replace")):
        attributes = {name.lower(): html.unescape("".join(value)) for name, *value in _ATTRIBUTE.findall(tag)}
        if "canonical" in attributes.get("rel", "").lower().split():
            found.setdefault("canonical", attributes.get("href", ""))
        if "og:url" in (attributes.get("property", "").lower(), attributes.get("name", "").lower()):
            found.setdefault("og:url", attributes.get("content", ""))
    return next((url for name in ("canonical", "og:url") if _is_address(url := found.get(name, ""))), None)


def _is_address(url: str) -> bool:
    try:
        canonical(url)
    except ValueError:
        return False
    return True


def _unpack(name: str, file: BinaryIO) -> bytes:
    try:
        with gzip.GzipFile(fileobj=file) as unpacked:
            return unpacked.read(LIMIT)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        message = f"{name} is not a whole gzip file: {error}"
        raise SourceUnreadable(message) from error
