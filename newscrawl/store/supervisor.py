"""The process that keeps an embedded server running while anybody uses its folder, and ends it afterwards.

Started by `newscrawl.store.embedded` as ``python -m newscrawl.store.supervisor FOLDER``, in a session of its own, so
that neither Ctrl-C in a terminal nor the death of the process that started it reaches the server. A process uses the
folder while it holds its clients' lock, which dies with it; when nobody has held it for `GRACE` seconds, or at once
when the last one says good-bye (SIGTERM), the supervisor takes that lock for itself, ends the server and then itself.
Who comes meanwhile waits for the lock, and starts the next supervisor.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from newscrawl.model.errors import StoreError
from newscrawl.store.folder import ServerState, StoreFolder
from newscrawl.store.locks import FileLock
from newscrawl.store.servers import HOST

GRACE = 1.0
"""Seconds without a client after which the server ends: a client killed with -9 says no good-bye."""
_POLL = 0.05
_ELECTION_LIMIT = 5.0
"""Seconds for another candidate to become the supervisor, or a dying supervisor to be gone."""
_START_LIMIT = 60.0
"""Seconds for a server to answer: after a crash it reads its journal first."""
_STOP_LIMIT = 30.0
_FAILED_STARTS = 4
"""That many starts in a row without an answer are given up."""
_LOG_LIMIT = 1_000_000
_PR_SET_PDEATHSIG = 1


class Supervisor:
    """One server's keeper; `run` returns when nobody uses the folder any more."""

    def __init__(self, folder: StoreFolder, port: int) -> None:
        self._folder = folder
        self._kind = folder.kind()
        self._clients = folder.clients()
        self._server: subprocess.Popen[bytes] | None = None
        self._port = port
        self._hurry = False
        self._last_seen = time.monotonic()

    def run(self) -> None:
        """Keep the server up until the last client has left. Raises StoreError when it does not start."""
        signal.signal(signal.SIGTERM, self._on_good_bye)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._folder.remember(self._kind)
        try:
            self._start_until_it_answers()
            while not self._alone():
                time.sleep(_POLL)
                self._trim_log()
                if self._ended():
                    self._start_until_it_answers()
        finally:
            self._stop()

    def _on_good_bye(self, *_: object) -> None:
        self._hurry = True

    def _alone(self) -> bool:
        """Whether nobody uses the folder; True leaves the clients' lock held, so that nobody can come in."""
        if not self._clients.exclusive():
            self._hurry, self._last_seen = False, time.monotonic()
            return False
        if self._hurry or time.monotonic() - self._last_seen > GRACE:
            return True
        self._clients.release()
        return False

    def _start_until_it_answers(self) -> None:
        self._folder.tell(ServerState(os.getpid(), self._port))
        for attempt in range(_FAILED_STARTS):
            time.sleep(min(0.1 * attempt**2, 2.0))
            if _free_port(self._port) is None:
                # Somebody else's by now, and he must not be taken for our server.
                continue
            self._server = self._start()
            if self._wait_for_answer():
                self._folder.tell(ServerState(os.getpid(), self._port, self._server.pid))
                return
        message = f"{self._kind.name} does not start in {self._folder.root}; its last words are in {self._folder.log}"
        raise StoreError(message)

    def _start(self) -> subprocess.Popen[bytes]:
        command = self._kind.command(self._folder.data, self._port)
        with self._folder.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - a program that the person who runs us installed
                command,
                cwd=self._folder.root,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent(),  # noqa: PLW1509 - this process has no threads
            )

    def _wait_for_answer(self) -> bool:
        until = time.monotonic() + _START_LIMIT
        while time.monotonic() < until and not self._ended():
            if _answers(self._port):
                return not self._ended()
            time.sleep(0.02)
        self._end_server(_STOP_LIMIT)
        return False

    def _ended(self) -> bool:
        return self._server is None or self._server.poll() is not None

    def _stop(self) -> None:
        self._folder.tell(ServerState(os.getpid(), self._port, stopping=True))
        self._end_server(_STOP_LIMIT)

    def _end_server(self, limit: float) -> None:
        if self._server is None or self._ended():
            return
        self._server.terminate()
        until = time.monotonic() + limit
        while not self._ended() and time.monotonic() < until:
            time.sleep(0.02)
            # SecantusDB sleeps two seconds in accept() unless somebody knocks.
            _answers(self._port)
        if not self._ended():
            self._server.kill()
            self._server.wait()

    def _trim_log(self) -> None:
        # The server appends to the open file: it is copied and emptied, not moved.
        log = self._folder.log
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.with_suffix(".log.1").write_bytes(log.read_bytes()[-_LOG_LIMIT:])
            os.truncate(log, 0)


def _usable_port(before: ServerState | None) -> int:
    # The port of a supervisor that was killed, because its clients still call there. Its server may hold it a moment.
    if before and not before.stopping:
        for _ in range(100):
            if _free_port(before.port):
                return before.port
            time.sleep(0.03)
    port = _free_port(0)
    if port is None:
        message = f"there is no free port on {HOST}"
        raise StoreError(message)
    return port


def _free_port(port: int) -> int | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return None
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux, have the kernel end the server when its supervisor is killed: nobody else would."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return ask


def main(path: str) -> None:
    """Supervise the folder at ``path``, in a process that no terminal and no parent knows."""
    if os.fork():
        os._exit(0)
    folder = StoreFolder(Path(path))
    elected, lock = folder.election(), folder.supervisor()
    if not _is_elected(folder, elected):
        return
    try:
        port = _usable_port(folder.state())
        # Clients believe the state while the supervisor's lock is held: a dead supervisor's words must be gone by then.
        folder.tell(ServerState(os.getpid(), port))
        if lock.exclusive(wait=2.0):
            Supervisor(folder, port).run()
    except StoreError as error:
        folder.tell(ServerState(os.getpid(), 0, error=str(error)))
    # The clients' lock is held until this process has ended: who waits for it finds these two free.
    lock.release()
    elected.release()


def _is_elected(folder: StoreFolder, election: FileLock) -> bool:
    """Whether this is to be the supervisor: there is no other, and somebody waits for one."""
    until = time.monotonic() + _ELECTION_LIMIT
    while time.monotonic() < until and folder.clients().is_used() and not folder.supervisor().is_owned():
        if election.exclusive():
            return True
        time.sleep(_POLL)
    return False


if __name__ == "__main__":
    main(sys.argv[1])
