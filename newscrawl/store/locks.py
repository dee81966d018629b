"""File locks that die with the process that holds them."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from newscrawl.model.errors import StoreError

_PAUSE = 0.02
_held: set[FileLock] = set()


class FileLock:
    """An ``flock`` on a file, taken shared or exclusive, once a process may hold several on the same file.

    The kernel releases it when the process ends in any way: it is never stale. A child made by ``fork`` does not
    keep it, and a child made by ``exec`` cannot.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def shared(self, wait: float = 0.0) -> bool:
        """Take it together with others, waiting so many seconds; return whether that was possible."""
        return self._take(fcntl.LOCK_SH, wait)

    def exclusive(self, wait: float = 0.0) -> bool:
        """Take it alone, also when it was held as shared before; return whether that was possible.

        When it was not, nothing is held any more.
        """
        return self._take(fcntl.LOCK_EX, wait)

    def is_used(self) -> bool:
        """Whether another holds it, shared or alone; this one does not hold it afterwards."""
        free = self.exclusive()
        self.release()
        return not free

    def is_owned(self) -> bool:
        """Whether another holds it alone; this one does not hold it afterwards. Does not disturb who asks the same."""
        free = self.shared()
        self.release()
        return not free

    def release(self) -> None:
        _held.discard(self)
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _take(self, kind: int, wait: float) -> bool:
        descriptor = self._open()
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    self.release()
                    return False
                time.sleep(_PAUSE)
            else:
                return True

    def _open(self) -> int:
        if self._descriptor is None:
            try:
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            except OSError as error:
                message = f"the store's lock {self._path} cannot be opened: {error.strerror}"
                raise StoreError(message) from error
            _held.add(self)
        return self._descriptor


def _forget_in_child() -> None:
    # A forked child shares the open file, and with it the lock: it would outlive its owner.
    for lock in tuple(_held):
        lock.release()


os.register_at_fork(after_in_child=_forget_in_child)
