"""The process that workers are forked from, while it is being made."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.process.process_table import PROC, children_of

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="processes are found through /proc")

WARMING = """
import time

from newscrawl.process.forking import warm_up

try:
    warm_up()
    print("warming", flush=True)
    time.sleep(30)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def fork_server_of(parent):
    """The process number of the fork server that ``parent`` started; waits for it."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for child in children_of(parent):
            if b"forkserver" in (PROC / str(child) / "cmdline").read_bytes():
                return child
    message = "no fork server was started"
    raise AssertionError(message)


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.1, 0.3])
def test_an_interrupt_while_it_is_made_is_nothing_to_it(delay):
    parent = subprocess.Popen(
        [sys.executable, "-c", WARMING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        fork_server_of(parent.pid)
        time.sleep(delay)
        os.killpg(parent.pid, signal.SIGINT)
        out, error = parent.communicate(timeout=20)
    finally:
        parent.kill()
    assert "interrupted" in out
    assert "Traceback" not in error


def test_it_ends_with_the_process_that_it_was_made_for():
    parent = subprocess.Popen([sys.executable, "-c", WARMING], stdout=subprocess.PIPE)
    server = fork_server_of(parent.pid)
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 20
    while (PROC / str(server)).exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not (PROC / str(server)).exists()
