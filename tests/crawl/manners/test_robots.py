"""robots.txt over real connections: what each kind of file and each failure makes of its origin."""

import socket
from ipaddress import ip_address

import pytest

from tests.fakeweb.manners import CODINGS, PRIVATE_ROBOTS, TEN_MEGABYTES

URLS = [
    "http://named.test/private/berita", "http://named.test/private/pers", "http://named.test/berita/1",
    "http://closed.test/", "http://closed.test:8080/", "http://empty.test/", "http://unknown.test/",
    "http://utf8bom.test/private/", "http://utf8bom.test/", "http://utf16.test/", "http://nuls.test/private/",
    "http://binary.test/", "http://bomb.test/private/", f"http://bomb.test/{'a' * 2000}", "http://dropped.test/",
    "http://large.test/awal/1", "http://large.test/akhir/1", "http://large.test/",
    "http://hops-5.test/", "http://hops-6.test/", "http://abroad.test/", "http://poisoned.test/",
    "http://offweb.test/", "http://nowhere.test/", "http://maps.test/",
    *(f"http://garbled-{coding}.test/" for coding in CODINGS),
    "http://empty.test/?led=http://closed.test/dalam", "http://empty.test/?led=http://empty.test/dalam",
    *(f"http://status-{status}.test/" for status in (401, 403, 404, 410, 429, 500, 503)),
    *(f"http://empty.test/{number}" for number in range(20)),
]  # fmt: skip


@pytest.fixture(scope="session")
def visited(visit_once):
    return visit_once(URLS)


@pytest.mark.parametrize(
    "url",
    [
        "http://named.test/private/pers",
        "http://named.test/berita/1",
        "http://empty.test/",
        "http://utf8bom.test/",
        "http://binary.test/",
        "http://large.test/",
        "http://nowhere.test/",
        *(f"http://status-{status}.test/" for status in (401, 403, 404, 410)),
    ],
)
def test_what_no_rule_forbids_is_fetched(visited, url):
    assert visited.outcomes[url] == {"status": 200}


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://named.test/private/berita", '"Disallow: /private/" for newscrawl'),
        ("http://closed.test/", '"Disallow: /" for *'),
        ("http://utf8bom.test/private/", '"Disallow: /private/" for *'),
        ("http://utf16.test/", '"Disallow: /" for *'),
        ("http://nuls.test/private/", '"Disallow: /private/" for *'),
        ("http://bomb.test/private/", '"Disallow: /private/" for *'),
        ("http://large.test/awal/1", '"Disallow: /awal/" for *'),
        ("http://hops-5.test/", '"Disallow: /" for *'),
        ("http://abroad.test/", '"Disallow: /" for *'),
    ],
)
def test_a_refusal_names_its_rule(visited, url, rule):
    assert visited.outcomes[url]["error"] == "RobotsRefused"
    assert visited.outcomes[url]["message"] == f"Forbidden by robots.txt: {rule}"
    assert not visited.asked(url)


@pytest.mark.parametrize(
    ("host", "reason", "seconds"),
    [
        ("status-429.test", "429", 60),
        ("status-500.test", "500", 60),
        ("status-503.test", "503", 120),
        ("dropped.test", "broken off", 60),
        *((f"garbled-{coding}.test", "broken off", 60) for coding in CODINGS),
        ("unknown.test", "502", 60),
        ("poisoned.test", "not a public address", 60),
        ("offweb.test", "redirects away from the web", 60),
    ],
)
def test_a_file_that_cannot_be_had_forbids_everything_for_a_while(visited, host, reason, seconds):
    outcome = visited.outcomes[f"http://{host}/"]
    assert outcome["error"] == "RobotsUnavailable"
    assert outcome["message"] == f"robots.txt of http://{host}:80 could not be had ({reason})"
    assert seconds - 10 < outcome["retry_after"] <= seconds
    assert not visited.asked(f"http://{host}/")


def test_the_sixth_redirect_is_not_followed(visited):
    assert visited.outcomes["http://hops-6.test/"] == {"status": 200}
    assert visited.asked("http://hops-6.test/robots.txt?n=5") == 1
    assert not visited.asked("http://hops-6.test/robots.txt?n=6")


def test_a_redirect_to_a_private_address_is_not_followed(visited):
    assert visited.asked("http://poisoned.test/robots.txt") == 1
    assert not visited.asked(PRIVATE_ROBOTS)


def test_a_name_that_leads_to_a_private_address_is_refused_as_such_and_not_put_off(visit):
    name = socket.gethostname()
    try:
        private = not ip_address(socket.gethostbyname(name)).is_global
    except OSError:
        private = False
    if not private:
        pytest.skip("this machine's name leads to no private address")
    assert visit([f"http://{name}:9/"], proxy=False).outcomes[f"http://{name}:9/"]["error"] == "NotPublic"


def test_what_another_host_answers_counts_for_the_one_that_was_asked_only(visit):
    visited = visit(["http://abroad.test/", "http://closed.test/"])
    assert visited.asked("http://closed.test/robots.txt") == 2  # once as a redirect's target, once for itself


def test_every_port_has_a_file_of_its_own(visited):
    assert visited.asked("http://closed.test:8080/robots.txt") == 1
    assert visited.outcomes["http://closed.test:8080/"]["error"] == "RobotsRefused"


def test_one_file_is_fetched_however_many_pages_wait_for_it(visited):
    assert visited.asked("http://empty.test/robots.txt") == 1
    assert all(visited.outcomes[f"http://empty.test/{number}"] == {"status": 200} for number in range(20))


def test_of_ten_megabytes_the_first_500_kib_are_read_and_no_more_fetched(visited):
    assert visited.outcomes["http://large.test/akhir/1"] == {"status": 200}
    assert visited.stats["downloader/response_bytes"] < TEN_MEGABYTES / 5


def test_a_sitemap_that_robots_txt_names_passes_the_guard_like_any_address(visited, visit):
    sitemaps = visited.outcomes["http://maps.test/"]["sitemaps"]
    assert sitemaps == ["http://maps.test/peta.xml", "http://127.0.0.1/peta.xml"]
    outcomes = visit(sitemaps).outcomes
    assert outcomes["http://maps.test/peta.xml"]["status"] == 200
    assert outcomes["http://127.0.0.1/peta.xml"]["error"] == "NotPublic"


def test_where_a_browser_is_led_counts_as_well(visited):
    assert visited.outcomes["http://empty.test/?led=http://closed.test/dalam"]["error"] == "RobotsRefused"
    assert visited.outcomes["http://empty.test/?led=http://empty.test/dalam"] == {"status": 200}


def test_refusals_are_counted(visited):
    assert visited.stats["newscrawl/robots/refused"] == 11
    assert visited.stats["newscrawl/robots/unavailable"] == 11
