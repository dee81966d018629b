"""The embedded store's folder: what lies in it, which server made it, and what its supervisor says."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newscrawl.model.errors import StoreError
from newscrawl.store.locks import FileLock
from newscrawl.store.servers import KINDS, ServerKind, preferred

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class ServerState:
    """What the supervisor says of the server it runs."""

    supervisor: int
    """Process id."""
    port: int
    server: int | None = None
    """Process id; None while it starts."""
    stopping: bool = False
    error: str | None = None
    """Why there will be no server, in a sentence."""


class StoreFolder:
    """The files under ``FOLDER/store``. Raises StoreError when they cannot be written or are not ours."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self.root = folder / "store"
        self.data = self.root / "files"
        self.log = self.root / "server.log"
        self._made_by = self.root / "made-by.json"
        self._state = self.root / "server.json"

    def create(self) -> None:
        """Make the folders that are missing."""
        try:
            self.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"the store's folder {self.path} cannot be made: {error.strerror}"
            raise StoreError(message) from error

    def clients(self) -> FileLock:
        """Shared by every process that uses the store, exclusive to the supervisor while it stops the server."""
        return FileLock(self.root / "clients.lock")

    def election(self) -> FileLock:
        """Held by the supervisor from before its first word: there is one at most."""
        return FileLock(self.root / "election.lock")

    def supervisor(self) -> FileLock:
        """Held by the supervisor while its state may be believed; tested by clients for an instant."""
        return FileLock(self.root / "supervisor.lock")

    def kind(self) -> ServerKind:
        """The server that made this folder, or for a new folder the preferred one.

        Raises StoreError when files lie here that no server we know has made, or none can be run.
        """
        made_by = self._read(self._made_by)
        if made_by is None:
            if any(self.data.iterdir()):
                message = f"the store in {self.root} does not say which server made it: {self._made_by.name} is missing"
                raise StoreError(message)
            return preferred()
        for kind in KINDS:
            if kind.name == made_by.get("server") and made_by.get("format") == _FORMAT:
                return kind
        message = f"the store in {self.root} was made by another newscrawl: {str(made_by)[:80]}"
        raise StoreError(message)

    def remember(self, kind: ServerKind) -> None:
        """Note which server makes this folder; called before the server first writes."""
        if not self._made_by.exists():
            self._write(self._made_by, {"server": kind.name, "format": _FORMAT})

    def state(self) -> ServerState | None:
        """What the supervisor last said, None when it said nothing; only true while its lock is held."""
        values = self._read(self._state)
        try:
            return None if values is None else ServerState(**values)
        except TypeError:
            return None

    def tell(self, state: ServerState) -> None:
        self._write(self._state, asdict(state))

    def told_at(self) -> float:
        """When the supervisor last said something, in seconds since the epoch; 0 when it never did."""
        return self._state.stat().st_mtime if self._state.exists() else 0.0

    def _read(self, path: Path) -> dict[str, Any] | None:
        try:
            values = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            message = f"{path} cannot be read: {error}"
            raise StoreError(message) from error
        return values if isinstance(values, dict) else {}

    def _write(self, path: Path, values: object) -> None:
        # Written beside and moved: a reader sees the old file or the new one, and power loss leaves one of them.
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            with beside.open("w", encoding="utf-8") as file:
                json.dump(values, file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror}"
            raise StoreError(message) from error
