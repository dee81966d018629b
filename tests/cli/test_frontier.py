"""`frontier` over a real store: as JSON lines, and as a person sees it."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.store import open_reader
from newscrawl.store.frontier.mongo import open_frontier
from newscrawl.store.queue import End, Entry, Wanted
from newscrawl.store.session import open_session

TOMORROW = datetime.now(UTC) + timedelta(days=1)


def an_entry(number, site="kabar-elok", section="daerah"):
    host = f"{site}.test"
    return Entry(f"https://{host}/berita/{number}", "article", site, section, host)


async def fill(address):
    """Of one paper: a URL that waits, one that failed, one that was given up, one that is done; of another, one."""
    session = await open_session(address)
    frontier = await open_frontier(session)
    await frontier.add([an_entry(n) for n in range(4)])
    claims = (await frontier.claim(Wanted(("kabar-elok",)), {}, 1, 4)).claims
    await frontier.finish(
        [
            End(claims[1], "waiting", False, due_at=TOMORROW, reason="503"),
            End(claims[2], "quarantined", False, reason="timeout\x1b[2J"),
            End(claims[3], "done", True),
        ]
    )
    await frontier.close()
    await frontier.add([an_entry(0, "suara-timur")])
    await session.close()


async def refuse(address, reason):
    """One URL of one paper that waits for the reason."""
    session = await open_session(address)
    frontier = await open_frontier(session)
    await frontier.add([an_entry(0, section="lingkungan-hidup-dan-bencana")])
    (claim,) = (await frontier.claim(Wanted(("kabar-elok",)), {}, 1, 1)).claims
    await frontier.finish([End(claim, "waiting", False, counts=False, due_at=TOMORROW, reason=reason)])
    await frontier.close()
    await session.close()


@pytest.fixture
def queue(tmp_path):
    """The address of a store with a queue; its server stays up meanwhile."""
    address = f"embedded:{tmp_path / 'store'}"
    asyncio.run(fill(address))
    reader = open_reader(address)
    yield address
    reader.close()


@pytest.fixture
def ask(inside, queue):
    def run(*arguments):
        ended = inside("frontier", *arguments, NEWSCRAWL_STORE=queue)
        assert (ended.status, ended.err) == (0, "")
        return ended.records

    return run


def test_the_status_tells_what_waits_until_when_and_why(ask):
    records = ask("status", "kabar-elok")
    assert [(r["section"], r["state"], r["urls"], r["reason"]) for r in records] == [
        ("daerah", "quarantined", 1, "timeout\x1b[2J"),
        ("daerah", "waiting", 1, None),
        ("daerah", "waiting", 1, "503"),
    ]
    assert [r["due_at"] is None for r in records] == [True, False, False]
    assert datetime.fromisoformat(records[2]["due_at"]) >= TOMORROW
    assert len(ask()) == len(ask("status")) == 4


def test_a_person_sees_a_table_without_what_a_terminal_would_obey(terminal, queue):
    shown = terminal("frontier", columns=100, NEWSCRAWL_STORE=queue)
    assert [line.split()[:4] for line in shown.out.splitlines()[:2]] == [
        ["Site", "Section", "State", "URLs"],
        ["kabar-elok", "daerah", "quarantined", "1"],
    ]
    assert "timeout" in shown.out
    assert "2J" not in shown.out


def test_on_a_narrow_terminal_a_long_reason_takes_lines_of_its_own_column(terminal, tmp_path):
    address = f"embedded:{tmp_path / 'store'}"
    asyncio.run(refuse(address, 'Forbidden by robots.txt: "Disallow: /advertorial/daerah/" for *'))
    shown = terminal("frontier", columns=80, NEWSCRAWL_STORE=address)
    assert max(map(len, shown.out.splitlines())) <= 80
    row = shown.out.splitlines()[1]
    assert re.match(r"kabar-elok +lingkungan\S* +waiting +1 +\d{4}-\d\d-\d\d \d\d:\d\d \S+ +Forbidden by", row)


def test_what_failed_is_retried(ask):
    assert ask("retry", "kabar-elok") == [{"retried": 2}]
    assert ask("retry") == [{"retried": 0}]
    groups = ask("status", "kabar-elok")
    assert [(group["state"], group["urls"]) for group in groups] == [("waiting", 1)] * 3
    assert all(datetime.fromisoformat(group["due_at"]) < TOMORROW - timedelta(hours=1) for group in groups)


def test_one_url_is_retried(ask):
    assert ask("retry", "--url", an_entry(1).url, "--url", an_entry(3).url) == [{"retried": 1}]


def test_a_site_or_a_url_is_forgotten(ask):
    assert ask("forget", "--url", an_entry(0).url) == [{"forgotten": 1}]
    assert ask("forget", "kabar-elok") == [{"forgotten": 3}]
    assert [record["site"] for record in ask()] == ["suara-timur"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("forget",), "name one or more sites, or --url URL"),
        (("status", "kabar"), "no site named 'kabar'; "),
        (("retry", "nirgends"), "no site named 'nirgends'; "),
        (("forget", "--url", "ftp://kabar.test/"), "not an absolute http or https URL"),
        (("delete",), "no command named 'delete'; there are: "),
    ],
)
def test_wrong_usage_is_told(inside, queue, arguments, words):
    ended = inside("frontier", *arguments, NEWSCRAWL_STORE=queue)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err


def test_asking_makes_no_store(inside, tmp_path):
    ended = inside("frontier", NEWSCRAWL_STORE=f"embedded:{tmp_path / 'none'}")
    assert ended.status == 1
    assert "there is no store in" in ended.err
    assert not (tmp_path / "none").exists()
