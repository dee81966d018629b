"""Where the store is: the one string that configures it, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import SplitResult, urlsplit

from newscrawl.model.errors import UsageError

EMBEDDED_DATABASE = "newscrawl"
_SCHEMES = ("mongodb", "mongodb+srv")


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """A folder with a server of its own, or a server's URI: exactly one of ``folder`` and ``uri`` is set."""

    database: str
    folder: Path | None = None
    """Absolute."""
    uri: str | None = None
    """May hold a password: never printed; `redacted` is."""
    redacted: str = ""
    """The address for messages, without a password."""

    def __repr__(self) -> str:
        return f"StoreAddress({self.redacted!r})"

    def __str__(self) -> str:
        return self.redacted


def parse_address(address: str) -> StoreAddress:
    """Read ``embedded:FOLDER`` or a ``mongodb://`` or ``mongodb+srv://`` URI with a database name.

    Raises UsageError, in one sentence without the password, for anything else.
    """
    scheme, separator, rest = address.strip().partition(":")
    if separator and scheme == "embedded":
        return _embedded(rest)
    if separator and scheme in _SCHEMES and rest.startswith("//"):
        return _server(address.strip())
    told = f", not {scheme[:20]}:" if separator else ""
    return _refuse(f"the store's address must be embedded:FOLDER or mongodb://HOST/DATABASE{told}")


def _embedded(folder: str) -> StoreAddress:
    if not folder.strip() or "\0" in folder:
        _refuse("the store's address embedded: names no folder; write it like embedded:./data")
    path = Path(folder.strip()).expanduser().absolute()
    return StoreAddress(EMBEDDED_DATABASE, folder=path, redacted=f"embedded:{folder.strip()}")


def _server(uri: str) -> StoreAddress:
    try:
        parts = urlsplit(uri)
    except ValueError:
        _refuse("the store's address is not a URI; write it like mongodb://HOST/DATABASE")
    redacted = _redact(parts)
    database = parts.path.removeprefix("/")
    if not parts.netloc.rpartition("@")[2]:
        _refuse(f"the store's address {redacted} names no host; write it like mongodb://HOST/DATABASE")
    if not database:
        _refuse(f"the store's address {redacted} names no database; write it like mongodb://HOST/DATABASE")
    if any(character in database for character in '/\\. "$*<>:|?\0') or len(database.encode()) > 63:
        _refuse(f"the store's address {redacted} names a database that MongoDB does not allow: {database[:80]!r}")
    return StoreAddress(database, uri=uri, redacted=redacted)


def _redact(parts: SplitResult) -> str:
    # Options can hold secrets too (authMechanismProperties, tlsCertificateKeyFilePassword): none are shown.
    user, at, hosts = parts.netloc.rpartition("@")
    name = user.partition(":")[0]
    return f"{parts.scheme}://{name}{at}{hosts}{parts.path}"


def _refuse(message: str) -> NoReturn:
    raise UsageError(message)
