"""A share in the embedded store's server: taken, kept alive and given back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import newscrawl
from newscrawl.model.errors import StoreError, StoreUnreachable
from newscrawl.store.folder import ServerState, StoreFolder
from newscrawl.store.servers import HOST

_ENTER_LIMIT = 60.0
"""Seconds for the server to be there; one that was killed reads its journal first."""
_LEAVE_LIMIT = 30.0
_REACT_LIMIT = 2.0
"""Seconds in which a supervisor answers a good-bye; it does not when somebody else came in."""
_POLL = 0.03


class EmbeddedServer:
    """This process's share in a folder's server; it blocks, and runs in a thread where nobody may wait.

    While it is held the server runs, restarted on its port when it dies. It ends with the last share, however that
    ends.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = StoreFolder(folder.absolute())  # the server runs in a folder of its own
        self._clients = self._folder.clients()
        self._started_at = 0.0
        self.port = 0

    @property
    def uri(self) -> str:
        return f"mongodb://{HOST}:{self.port}/?directConnection=true"

    @property
    def kind(self) -> str:
        """The server's name."""
        return self._folder.kind().name

    def enter(self) -> None:
        """Take a share and wait for the server, starting it when nobody has.

        Raises StoreError for a folder that another server made or when no server is installed, StoreUnreachable when
        the server does not start.
        """
        self._folder.create()
        self._folder.kind().command(self._folder.data, 0)
        if not self._clients.shared(wait=_ENTER_LIMIT):
            message = f"the server of the store in {self._folder.path} is being stopped and does not end"
            raise StoreUnreachable(message)
        try:
            self.port = self._wait_for_server().port
        except StoreError:
            self._clients.release()
            raise

    def ensure(self) -> None:
        """Start the supervisor again if it was killed; returns at once, the server answers some seconds later."""
        if not self._supervised() and time.monotonic() - self._started_at > _REACT_LIMIT:
            self._started_at = time.monotonic()
            _start_supervisor(self._folder)

    def leave(self) -> None:
        """Give the share back; the last one to do so returns when nothing runs any more."""
        last = self._clients.exclusive(wait=2 * _POLL)
        self._clients.release()
        if last:
            self._say_good_bye()

    def _wait_for_server(self) -> ServerState:
        until = time.monotonic() + _ENTER_LIMIT
        began = time.time()
        while time.monotonic() < until:
            if not self._supervised():
                self._raise_error_since(began)
                self.ensure()
            state = self._folder.state()
            if state and state.server and not state.stopping and self._supervised():
                return state
            time.sleep(_POLL)
        message = f"the server of the store in {self._folder.path} did not start within {_ENTER_LIMIT:.0f} s"
        raise StoreUnreachable(message)

    def _supervised(self) -> bool:
        """Whether a supervisor lives: only it holds its lock for longer than an instant."""
        return self._folder.supervisor().is_owned()

    def _raise_error_since(self, began: float) -> None:
        """Raise what a supervisor that we started ended with."""
        if self._started_at == 0.0:
            return
        state = self._folder.state()
        if state and state.error and self._folder.told_at() >= began:
            raise StoreUnreachable(state.error)

    def _say_good_bye(self) -> None:
        state = self._folder.state()
        if not self._supervised() or state is None:
            return
        self._signal(state)
        reacts_until, until = time.monotonic() + _REACT_LIMIT, time.monotonic() + _LEAVE_LIMIT
        while self._supervised() and time.monotonic() < until:
            state = self._folder.state()
            if time.monotonic() > reacts_until and not (state and state.stopping):
                return
            time.sleep(_POLL)
        # The supervisor keeps this lock to its last breath.
        self._clients.shared(wait=_REACT_LIMIT)
        self._clients.release()

    def _signal(self, state: ServerState) -> None:
        # The supervisor's lock is held, so this is its process and no other that was given the same number.
        try:
            os.kill(state.supervisor, signal.SIGTERM)
        except (ProcessLookupError, PermissionError):
            return


def _start_supervisor(folder: StoreFolder) -> None:
    package = str(Path(newscrawl.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))}
    with folder.log.open("ab") as log:
        # It forks and its first process ends at once, so nobody here has a child to wait for.
        subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", "newscrawl.store.supervisor", str(folder.path)],
            env=environment,
            cwd=folder.root,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            check=False,
        )
