"""How a server is reached, by both faces of the store: options, time limits, and errors in our words."""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl

from pymongo.errors import ConfigurationError, ConnectionFailure, InvalidURI, OperationFailure, PyMongoError

from newscrawl.model.errors import NewscrawlError, StoreError, StoreUnreachable, UsageError
from newscrawl.store.address import StoreAddress

if TYPE_CHECKING:
    from newscrawl.store.embedded import EmbeddedServer

C = TypeVar("C")
PATIENCE = 30.0
"""Seconds that a write waits for a server that went away, before it gives up."""
PAUSE = 0.2

OPTIONS: dict[str, Any] = {
    "serverSelectionTimeoutMS": 4_000,
    "connectTimeoutMS": 4_000,
    "socketTimeoutMS": 90_000,
    "appname": "newscrawl",
    "tz_aware": True,
    "retryWrites": False,  # what is retried is retried by us, whole and idempotent
}

_NEARBY = {"serverSelectionTimeoutMS": 1_000, "maxPoolSize": 2}
"""For an embedded server: it is there or it has died, and then nobody starts it but we. It works on one request at a
time, and what others would come in beside one another over more connections costs it a tenth more."""

_warnings = threading.Lock()
# Scrapy lets every logger speak and leaves it to its handlers who is heard: two records for every command.
logging.getLogger("pymongo").setLevel(logging.INFO)

_GOING_AWAY = frozenset({91, 189, 10107, 11600, 11602, 13435, 13436})
"""Codes of a server that is being stopped or is no longer the primary."""


class Source:
    """The server behind an address, and for an embedded one our share in it. Its methods block for seconds at most."""

    def __init__(self, address: StoreAddress) -> None:
        self.address = address
        self._server = _embedded(address.folder) if address.folder else None

    @property
    def opening_patience(self) -> float:
        """Seconds to try again when the first contact fails: only for a server that we have just seen start."""
        return PATIENCE if self._server is not None else 0.0

    def enter(self) -> str:
        """Start or join the embedded server, if it is one; return the URI to connect to."""
        if self._server is not None:
            self._server.enter()
            return self._server.uri
        assert self.address.uri is not None
        return self.address.uri

    def ensure(self) -> None:
        """After a lost connection: see that an embedded server comes back."""
        if self._server is not None:
            self._server.ensure()

    def leave(self) -> None:
        if self._server is not None:
            self._server.leave()

    @property
    def server_name(self) -> str:
        """``SecantusDB`` or ``mongod`` for an embedded server, else ``MongoDB``."""
        return self._server.kind if self._server is not None else "MongoDB"

    def client(self, make: Callable[..., C], uri: str) -> C:
        """A client for the URI; raises UsageError for a URI or option that PyMongo cannot read."""
        try:
            # The filters are the whole process's: two at once could leave ours behind.
            with _warnings, warnings.catch_warnings():
                warnings.simplefilter("error", UserWarning)
                return make(uri, **self._options(uri))
        except (UserWarning, ValueError) as error:
            message = f"the store's address {self.address} cannot be read: {' '.join(str(error).split())[:200]}"
            raise UsageError(message) from error
        except PyMongoError as error:
            raise self.in_our_words(error) from error

    def _options(self, uri: str) -> dict[str, Any]:
        """Ours, except for those that the URI itself sets."""
        options = OPTIONS if self._server is None else OPTIONS | _NEARBY
        given = {name.lower() for name, _ in parse_qsl(uri.partition("?")[2])}
        return {name: value for name, value in options.items() if name.lower() not in given}

    def in_our_words(self, error: PyMongoError) -> NewscrawlError:
        """The error as one of ours: a sentence with the address and without a password."""
        if isinstance(error, ConnectionFailure):
            return StoreUnreachable(f"no server answers at {self.address}")
        if isinstance(error, InvalidURI):
            return UsageError(f"the store's address {self.address} is not a MongoDB URI that can be read")
        if isinstance(error, ConfigurationError):
            return StoreUnreachable(f"the store's address {self.address} leads to no server: {_short(error)}")
        return StoreError(f"the store at {self.address} refused: {_short(error)}")


def _embedded(folder: Path) -> EmbeddedServer:
    try:
        from newscrawl.store.embedded import EmbeddedServer
    except ImportError as error:  # file locks are POSIX
        message = "the embedded store does not run on this system: set NEWSCRAWL_STORE to mongodb://HOST/DATABASE"
        raise StoreError(message) from error
    return EmbeddedServer(folder)


def is_passing(error: PyMongoError) -> bool:
    """Whether the same request may succeed when the server is back."""
    return isinstance(error, ConnectionFailure) or (isinstance(error, OperationFailure) and error.code in _GOING_AWAY)


def _short(error: PyMongoError) -> str:
    message = error.details.get("errmsg") if isinstance(error, OperationFailure) and error.details else None
    return " ".join(str(message or error).split())[:300]
