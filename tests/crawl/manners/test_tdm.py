"""tdmrep.json over real connections."""

import pytest

from tests.crawl.manners.visitor import USER_AGENT

KINDS = ("tdm", "tdm-moved", "tdm-broken", "tdm-failing", "tdm-long", "tdm-closed", "empty")
PATHS = ("berita/1", "berita/2", "gratis/1")
URLS = [f"http://{kind}.test/{path}" for kind in KINDS for path in PATHS]


@pytest.fixture(scope="session")
def visited(visit_once):
    return visit_once(URLS, NEWSCRAWL_TDMREP=True)


@pytest.mark.parametrize(
    ("kind", "reservations"),
    [
        ("tdm", ["1", "1", "0"]),
        ("tdm-moved", ["1", "1", "0"]),
        ("tdm-broken", [None] * 3),
        ("tdm-failing", [None] * 3),
        ("tdm-long", [None] * 3),
        ("tdm-closed", [None] * 3),  # robots.txt forbids to ask
        ("empty", [None] * 3),
    ],
)
def test_what_a_host_reserves_is_known_of_each_page(visited, kind, reservations):
    outcomes = [visited.outcomes[f"http://{kind}.test/{path}"] for path in PATHS]
    assert [outcome["status"] for outcome in outcomes] == [200] * 3
    assert [outcome.get("tdm") for outcome in outcomes] == reservations


@pytest.mark.parametrize("kind", ["tdm-moved", "tdm-broken", "tdm-failing", "tdm-long"])
def test_the_file_is_asked_for_once(visited, kind):
    assert visited.asked(f"http://{kind}.test/.well-known/tdmrep.json") == 1


def test_a_long_file_is_not_fetched_to_its_end(visited):
    assert visited.stats["downloader/response_bytes"] < 2 * 1024 * 1024


def test_all_this_is_asked_under_one_name(visited):
    assert {request.user_agent for request in visited.requests} == {USER_AGENT}


def test_robots_txt_holds_for_the_file(visited):
    assert not visited.asked("http://tdm-closed.test/.well-known/tdmrep.json")


def test_nobody_is_asked_unless_the_setting_wants_it(visit):
    visited = visit(["http://tdm.test/berita/1"], NEWSCRAWL_TDMREP=False)
    assert visited.outcomes["http://tdm.test/berita/1"] == {"status": 200}
    assert not visited.asked("http://tdm.test/.well-known/tdmrep.json")
