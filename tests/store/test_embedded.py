"""The embedded server with real processes: who starts it, who keeps it, what ends it, and what survives."""

import asyncio
import json
import os
import shutil
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from newscrawl.model.errors import StoreError, StoreUnreachable
from newscrawl.store import Query, open_reader, open_writer
from newscrawl.store.embedded import EmbeddedServer
from newscrawl.store.folder import ServerState, StoreFolder
from newscrawl.store.locks import FileLock
from newscrawl.store.servers import SECANTUS, preferred

HOLD = """
import sys
from pathlib import Path
from newscrawl.store.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
server.enter()
print(server.port, flush=True)
sys.stdin.readline()
server.leave()
"""

SAVE = """
import asyncio, sys
from datetime import UTC, datetime
from newscrawl.model import Article
from newscrawl.store import open_writer

async def save(writer, worker):
    for number in range(100_000):
        url = f"https://kabar.test/{sys.argv[2]}/{worker}/{number}"
        article = Article(url, url, datetime.now(UTC), f"Judul {number}", ("Satu dua tiga. " * 30,))
        await writer.save(article)
        print(url, flush=True)

async def main():
    writer = await open_writer(f"embedded:{sys.argv[1]}")
    await asyncio.gather(*(save(writer, worker) for worker in range(4)))

asyncio.run(main())
"""


@pytest.fixture
def folder(tmp_path):
    return StoreFolder(tmp_path)


@pytest.fixture
def ended(folder, running, eventually):
    """Whether everything that a state names has ended, within seconds."""

    def has_ended(state, seconds=8.0):
        assert state.supervisor != os.getpid()
        return eventually(lambda: not running(state.supervisor) and not running(state.server), seconds)

    return has_ended


def let_go(client):
    client.stdin.write("\n")
    client.stdin.flush()
    assert client.wait(30) == 0


def stored_urls(folder):
    reader = open_reader(f"embedded:{folder}")
    try:
        return {article.url for article in reader.find(Query())}
    finally:
        reader.close()


def acknowledged(client, number):
    return [client.stdout.readline().strip() for _ in range(number)]


def test_the_last_to_leave_returns_when_nothing_runs_any_more(folder, running, ended):
    server = EmbeddedServer(folder.path)
    server.enter()
    state = folder.state()
    assert running(state.supervisor)
    assert running(state.server)
    server.leave()
    assert ended(state, 0.1)


def test_processes_that_start_at_the_same_moment_share_one_server(folder, client, ended):
    clients = [client(HOLD) for _ in range(5)]
    ports = {process.stdout.readline().strip() for process in clients}
    state = folder.state()
    assert ports == {str(state.port)}
    for process in clients[1:]:
        let_go(process)
    assert folder.state() == state
    let_go(clients[0])
    assert ended(state, 0.5)


def test_coming_and_going_leaves_nobody_without_a_server(folder, client, ended):
    # Each comes while the one before it goes: some meet the running server, some the stopping one.
    for _ in range(2):
        first = client(HOLD)
        assert first.stdout.readline().strip()
        second, third = client(HOLD), client(HOLD)
        let_go(first)
        assert second.stdout.readline().strip()
        let_go(second)
        port = third.stdout.readline().strip()
        socket.create_connection(("127.0.0.1", int(port)), 5).close()
        let_go(third)
    assert ended(folder.state())


def test_a_server_ends_after_the_last_client_was_killed_and_not_before(folder, client, running, ended):
    first, second = client(HOLD), client(HOLD)
    assert first.stdout.readline() == second.stdout.readline()
    state = folder.state()
    first.kill()
    time.sleep(1.5)
    assert folder.state() == state
    assert running(state.server)
    second.kill()
    assert ended(state)


@pytest.mark.parametrize("victim", ["server", "supervisor"])
def test_every_acknowledged_article_survives_the_death_of(victim, folder, client, running, ended):
    process = client(SAVE, victim)
    urls = acknowledged(process, 100)
    state = folder.state()
    os.kill(getattr(state, victim), signal.SIGKILL)
    urls += acknowledged(process, 150)
    again = folder.state()
    assert again.port == state.port
    assert again.server != state.server
    assert not running(state.server)
    process.kill()
    urls += process.stdout.read().split()
    assert len(urls) >= 250
    assert set(urls) <= stored_urls(folder.path)
    assert ended(again)


def test_every_acknowledged_article_survives_the_death_of_a_client(folder, client):
    first, second = client(SAVE, "first"), client(SAVE, "second")
    urls = acknowledged(first, 50) + acknowledged(second, 50)
    first.kill()
    urls += first.stdout.read().split() + acknowledged(second, 50)
    second.kill()
    urls += second.stdout.read().split()
    assert set(urls) <= stored_urls(folder.path)


def test_what_a_killed_supervisor_said_is_not_believed(folder, client):
    folder.create()
    with socket.create_server(("127.0.0.1", 0)) as foreign:
        # It was killed, and its port is now somebody else's.
        folder.tell(ServerState(supervisor=os.getpid(), port=foreign.getsockname()[1], server=os.getpid()))
        process = client(HOLD)
        port = int(process.stdout.readline())
        assert port != foreign.getsockname()[1]
        let_go(process)


def test_ctrl_c_reaches_the_client_and_not_the_server(folder, client, running):
    first, second = client(HOLD), client(HOLD)
    assert first.stdout.readline() == second.stdout.readline()
    state = folder.state()
    os.killpg(first.pid, signal.SIGINT)
    first.wait(10)
    assert running(state.server)
    assert os.getsid(state.supervisor) != os.getsid(first.pid if running(first.pid) else second.pid)
    let_go(second)


def test_a_child_made_by_fork_does_not_keep_the_server(folder):
    server = EmbeddedServer(folder.path)
    server.enter()
    state = folder.state()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(writing)
        os.read(reading, 1)
        os._exit(0)
    server.leave()
    assert folder.state() == ServerState(state.supervisor, state.port, stopping=True)
    os.close(reading)
    os.close(writing)
    os.waitpid(child, 0)


def test_a_reader_waits_for_a_server_that_is_being_restarted(folder, an_article):
    async def save():
        writer = await open_writer(f"embedded:{folder.path}")
        await writer.save(an_article())
        os.kill(folder.state().server, signal.SIGKILL)
        known = await writer.known([an_article().url])
        await writer.close()
        return known

    reader = open_reader(f"embedded:{folder.path}")
    assert len(asyncio.run(save())) == 1
    os.kill(folder.state().server, signal.SIGKILL)
    assert reader.count(Query(site="kabar")) == 1
    reader.close()


def test_when_a_store_stays_away_everybody_who_waits_is_told(folder, an_article):
    server = EmbeddedServer(folder.path)
    server.enter()
    address = f"mongodb://127.0.0.1:{server.port}/news"

    async def scenario():
        impatient = f"{address}?serverSelectionTimeoutMS=300"
        writer = await open_writer(impatient)
        reader = await asyncio.to_thread(open_reader, impatient)
        writer.session.patience = reader.patience = 0.5
        await writer.save(an_article(1))
        server.leave()
        saves = [writer.save(an_article(number)) for number in range(150)]
        told = await asyncio.gather(*saves, writer.known([an_article(1).url]), return_exceptions=True)
        with pytest.raises(StoreUnreachable):
            reader.count(Query(site="kabar"))
        reader.close()
        await writer.close()
        return told

    assert {repr(error) for error in asyncio.run(scenario())} == {
        repr(StoreUnreachable(f"no server answers at {address}"))
    }


def test_it_listens_on_loopback_only_and_its_log_is_bounded(folder, eventually):
    server = EmbeddedServer(folder.path)
    server.enter()
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{server.port:04X}")]
    assert listening == [f"0100007F:{server.port:04X}"]
    with folder.log.open("ab") as log:
        log.write(b"x" * 3_000_000)
    assert eventually(lambda: folder.log.stat().st_size < 1_000_000)
    assert (folder.root / "server.log.1").stat().st_size <= 1_000_000
    server.leave()


@pytest.mark.parametrize(
    ("made_by", "says"),
    [
        ('{"server": "mongod", "format": 1}', "was made by mongod, which is not here: put mongod on PATH"),
        ('{"server": "SecantusDB", "format": 2}', "was made by another newscrawl"),
        ('{"server": "else", "format": 1}', "was made by another newscrawl"),
        ("[]", "was made by another newscrawl"),
        ("{", "cannot be read"),
        (None, "does not say which server made it"),
    ],
)
def test_a_folder_that_another_server_made_is_refused_in_a_sentence(folder, made_by, says, monkeypatch):
    monkeypatch.setenv("PATH", "")
    folder.create()
    (folder.data / "collection.wt").write_bytes(b"x")
    if made_by is not None:
        (folder.root / "made-by.json").write_text(made_by)
    with pytest.raises(StoreError, match=says) as refused:
        open_reader(f"embedded:{folder.path}")
    assert "\n" not in str(refused.value)


def test_without_any_server_the_extra_to_install_is_named(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(StoreError, match=r"pip install 'newscrawl\[embedded\]'"):
        open_reader(f"embedded:{folder.path}")


def test_a_folder_is_opened_by_the_server_that_made_it_although_another_is_preferred(folder, monkeypatch, tmp_path):
    folder.create()
    folder.remember(SECANTUS)
    fake = tmp_path / "bin" / "mongod"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    folder.remember(preferred())
    assert (preferred().name, folder.kind().name) == ("mongod", "SecantusDB")


@pytest.mark.skipif(shutil.which("mongod") is not None, reason="a real mongod is preferred")
def test_a_server_that_does_not_start_is_told_in_a_sentence_with_its_log(folder, monkeypatch, tmp_path):
    fake = tmp_path / "bin" / "mongod"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\necho no room left\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(StoreUnreachable, match=r"mongod does not start in .*server\.log"):
        open_reader(f"embedded:{folder.path}")
    assert "no room left" in folder.log.read_text()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made: Not a directory"):
        open_reader(f"embedded:{tmp_path}/file/data")


def test_an_unreadable_state_of_a_supervisor_is_as_none(folder):
    folder.create()
    (folder.root / "server.json").write_text(json.dumps({"port": 1, "odd": 2}))
    assert folder.state() is None


def test_locks_are_shared_or_exclusive(tmp_path):
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.shared()
    assert other.shared()
    assert not other.exclusive()
    assert other.shared()
    assert (one.is_used(), one.is_owned()) == (True, False)
    assert other.exclusive()
    assert (one.is_used(), one.is_owned()) == (True, True)
    assert not one.shared(wait=0.05)
    other.release()
    other.release()
    assert (one.is_used(), one.is_owned()) == (False, False)
