"""The two servers that the embedded store can run: where they are found and how they are started."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newscrawl.model.errors import StoreError

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class ServerKind:
    """A program that speaks MongoDB's wire protocol and keeps its data in a folder of its own format."""

    name: str
    """As the folder remembers it."""
    program: Callable[[], str | None]
    """Where the program is, or None when it is not installed."""
    arguments: Callable[[Path, int], list[str]]
    """Its arguments for a data folder and a port."""
    remedy: str
    """What to do when it is missing."""

    def command(self, data: Path, port: int) -> Sequence[str]:
        """The whole command; raises StoreError when the program is not installed."""
        program = self.program()
        if program is None:
            message = f"the store in {data.parent} was made by {self.name}, which is not here: {self.remedy}"
            raise StoreError(message)
        return [program, *self.arguments(data, port)]


def _find_mongod() -> str | None:
    return shutil.which("mongod")


def _find_secantus() -> str | None:
    # pip puts the script beside the interpreter, which need not be on PATH.
    beside = Path(sys.executable).parent / "secantusd-py"
    return str(beside) if os.access(beside, os.X_OK) else shutil.which("secantusd-py")


def _mongod_arguments(data: Path, port: int) -> list[str]:
    place = ["--dbpath", str(data), "--bind_ip", HOST, "--port", str(port)]
    return [*place, "--nounixsocket", "--quiet", "--wiredTigerCacheSizeGB", "0.25"]


def _secantus_arguments(data: Path, port: int) -> list[str]:
    # Without --sync-on-commit, kill -9 lost 32 of 4,898 acknowledged writes. The empty configuration keeps a
    # secantusd.toml of the current or home folder from changing the host. Standalone: nobody reads the log of a replica
    # set, in which everything would be written once more.
    place = ["--host", HOST, "--port", str(port), "--storage-path", str(data), "--config", str(_empty_file(data))]
    return [*place, "--standalone", "--sync-on-commit", "--log-level", "WARNING", "--cache-size", "256M"]


def _empty_file(data: Path) -> Path:
    empty = data.parent / "secantusd.toml"
    empty.touch()
    return empty


MONGOD = ServerKind("mongod", _find_mongod, _mongod_arguments, "put mongod on PATH")
SECANTUS = ServerKind("SecantusDB", _find_secantus, _secantus_arguments, "pip install 'newscrawl[embedded]'")
KINDS = (MONGOD, SECANTUS)


def preferred() -> ServerKind:
    """The server for a new folder: mongod where it is on PATH, else SecantusDB.

    Raises StoreError, naming the extra to install, when neither is here.
    """
    for kind in KINDS:
        if kind.program() is not None:
            return kind
    message = "the embedded store needs a server: pip install 'newscrawl[embedded]', or put mongod on PATH"
    raise StoreError(message)
