"""Who a worker is, and whether a worker of this machine has ended."""

from __future__ import annotations

import os
import re
import socket
import uuid
from pathlib import Path

_PROC = Path("/proc")
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")


def worker_name() -> str:
    """A name that no other worker has: ``machine:pid:start:space:random``.

    ``space`` is where the process id means something: this boot of this machine, and in it the process ids of this
    container. ``start`` tells a process from a later one of the same number.
    """
    pid = os.getpid()
    machine = _UNSAFE.sub("-", socket.gethostname())[:60] or "unknown"
    return f"{machine}:{pid}:{_start(pid) or ''}:{_space()}:{uuid.uuid4().hex[:12]}"


def has_ended(worker: str) -> bool:
    """Whether the worker was a process of this machine that does not run any more; False whenever that is unknown."""
    parts = worker.split(":")
    if len(parts) != 5 or not parts[1].isdigit() or not parts[2] or not parts[3] or parts[3] != _space():
        return False
    pid = int(parts[1])
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        pass  # another user's: it runs, unless the number was given away
    start = _start(pid)
    return start is not None and start != parts[2]


def _space() -> str:
    """Empty where there is no /proc: then no process is ever known to have ended."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        namespace = (_PROC / "self/ns/pid").readlink()
    except OSError:
        return ""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{_machine_id()} {boot} {namespace}").hex


def _machine_id() -> str:
    try:
        return Path("/etc/machine-id").read_text().strip()
    except OSError:
        return ""


def _start(pid: int) -> str | None:
    """When the process started, in ticks since the boot; ``ended`` for one that only waits for its parent to look.

    None where that cannot be read.
    """
    try:
        # The second field is the program's name, which may hold anything, brackets and blanks too.
        fields = (_PROC / str(pid) / "stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return None
    if len(fields) < 20:
        return None
    return "ended" if fields[0] in {b"Z", b"X"} else fields[19].decode()
