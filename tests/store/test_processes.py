"""Which workers of this machine have ended."""

import subprocess
import sys

import pytest

from newscrawl.store.processes import has_ended, worker_name

PRINT_NAME = "from newscrawl.store.processes import worker_name; print(worker_name(), flush=True); input()"


@pytest.fixture
def other():
    """A process that runs, and the name of a worker in it."""
    command = [sys.executable, "-c", PRINT_NAME]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process, process.stdout.readline().strip()
        if process.poll() is None:
            process.kill()


def test_a_worker_that_runs_has_not_ended(other):
    assert not has_ended(worker_name())
    assert not has_ended(other[1])


def test_two_workers_of_a_process_have_two_names():
    assert worker_name() != worker_name()


def test_a_killed_worker_has_ended_also_before_its_parent_has_looked(other):
    process, name = other
    process.kill()
    # Only waited for, not fetched: what is left is a zombie.
    import os

    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert has_ended(name)
    process.wait()
    assert has_ended(name)


def test_a_later_process_of_the_same_number_is_another(other):
    parts = other[1].split(":")
    parts[2] = str(int(parts[2]) - 1)
    assert has_ended(":".join(parts))


def test_nothing_is_known_of_processes_of_another_machine_boot_or_container(other):
    process, name = other
    process.kill()
    process.wait()
    parts = name.split(":")
    parts[3] = "0" * 32
    assert not has_ended(":".join(parts))


@pytest.mark.parametrize(
    "name", ["", "a", "a:b:c:d:e", "m:1:2", "m:99999999999999999999:1:x:y", "m:-1:1:x:y", "m:1:::z"]
)
def test_a_name_that_is_none_of_ours_has_not_ended(name):
    assert not has_ended(name)


def test_a_number_too_large_for_a_process_has_ended():
    parts = worker_name().split(":")
    parts[1] = "9" * 20
    assert has_ended(":".join(parts))
