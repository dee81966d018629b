"""How long a file of an origin is relied on, over real connections to a server whose answers change."""

import asyncio
import http.client
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from newscrawl.crawl.origin_files import Answer, OriginFiles, is_fresh, origin_of, state
from newscrawl.model.errors import StoreUnreachable
from newscrawl.store.queue import RobotsRecord

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Clock:
    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


class Shelf:
    """A store as small as one can be."""

    def __init__(self):
        self.records = {}

    async def robots(self, origin):
        return self.records.get(origin)

    async def save_robots(self, record):
        self.records[record.origin] = record


@pytest.fixture
def server():
    """A server that answers with ``.status`` and ``.headers``, and counts how often it was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked += 1
            self.send_response(self.server.status)
            for name, value in self.server.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "3")
            self.end_headers()
            self.wfile.write(b"abc")

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        served.status, served.headers, served.asked = 200, {}, 0
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


async def download(url):
    return await asyncio.to_thread(_download, url)


def _download(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)
    try:
        connection.request("GET", parts.path)
        response = connection.getresponse()
        header = response.headers.get
        return Answer(
            response.status,
            response.read(),
            location=header("Location"),
            cache_control=header("Cache-Control", ""),
            retry_after=header("Retry-After"),
        )
    except OSError:
        return Answer(None, reason="not reached")
    finally:
        connection.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def get(server, clock):
    """The server's file, through one `OriginFiles`, which remembers."""
    files = OriginFiles("/robots.txt", 500, now=clock)
    origin = f"http://127.0.0.1:{server.server_port}"
    return lambda: asyncio.run(files.get(origin, download))


@pytest.mark.parametrize(
    ("headers", "relied_on", "no_more"),
    [
        ({}, DAY - MINUTE, DAY),
        ({"Cache-Control": "public, max-age=3600"}, HOUR - MINUTE, HOUR),
        ({"Cache-Control": "max-age=999999999"}, DAY - MINUTE, DAY),
        ({"Cache-Control": "max-age=0, no-cache"}, 4 * MINUTE, 5 * MINUTE),
    ],
)
def test_a_file_is_read_again_within_a_day_or_sooner_when_it_says_so(server, clock, get, headers, relied_on, no_more):
    server.headers = headers
    get()
    clock.now = NOON + relied_on
    get()
    assert server.asked == 1
    clock.now = NOON + no_more
    get()
    assert server.asked == 2


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_file_that_fails_is_asked_for_again_with_growing_pauses(server, clock, get, status):
    server.status = status
    asked_at = []
    while clock.now < NOON + 4 * HOUR:
        before = server.asked
        get()
        if server.asked > before:
            asked_at.append(clock.now)
        clock.now += MINUTE
    pauses = [(later - sooner) / MINUTE for sooner, later in pairwise(asked_at)]
    assert pauses == [1, 1, 2, 4, 8, 16, 32, 60, 60]


def test_the_server_may_name_its_own_pause(server, clock, get):
    server.status, server.headers = 503, {"Retry-After": "7200"}
    assert get().fresh_until == NOON + 2 * HOUR
    server.headers = {"Retry-After": "9" * 60}
    clock.now = NOON + 2 * HOUR
    assert get().fresh_until == clock.now + DAY


def test_a_file_that_comes_back_counts_at_once(server, clock, get):
    server.status = 500
    assert state(get()) == "unreachable"
    server.status = 200
    clock.now += MINUTE
    record = get()
    assert (state(record), record.body, record.failing_since) == ("present", b"abc", None)


def test_after_a_month_of_failing_it_counts_as_absent(server, clock, get):
    server.status = 500
    get()
    clock.now += timedelta(days=29)
    assert state(get()) == "unreachable"
    clock.now += timedelta(days=1)
    assert state(get()) == "absent"


def test_one_request_serves_everybody_who_waits(server, clock):
    files = OriginFiles("/robots.txt", 500, now=clock)
    origin = f"http://127.0.0.1:{server.server_port}"

    async def all_at_once():
        return await asyncio.gather(*(files.get(origin, download) for _ in range(50)))

    records = asyncio.run(all_at_once())
    assert len(records) == 50
    assert server.asked == 1


def test_who_stops_waiting_leaves_the_file_to_the_others(server, clock):
    files = OriginFiles("/robots.txt", 500, now=clock)
    origin = f"http://127.0.0.1:{server.server_port}"

    async def one_gives_up():
        first, second = (asyncio.ensure_future(files.get(origin, download)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(one_gives_up()).body == b"abc"


def test_what_an_earlier_crawl_kept_is_relied_on(server, clock):
    shelf, origin = Shelf(), f"http://127.0.0.1:{server.server_port}"
    for hours in (0, 23):
        clock.now = NOON + hours * HOUR
        record = asyncio.run(OriginFiles("/robots.txt", 500, shelf, clock).get(origin, download))
        assert record.body == b"abc"
    assert server.asked == 1
    clock.now = NOON + DAY
    asyncio.run(OriginFiles("/robots.txt", 500, shelf, clock).get(origin, download))
    assert server.asked == 2


def test_what_another_machine_fetched_meanwhile_is_relied_on(server, clock):
    shelf, origin = Shelf(), f"http://127.0.0.1:{server.server_port}"
    ours, theirs = (OriginFiles("/robots.txt", 500, shelf, clock) for _ in range(2))
    asyncio.run(ours.get(origin, download))
    clock.now = NOON + DAY
    asyncio.run(theirs.get(origin, download))
    asyncio.run(ours.get(origin, download))
    assert server.asked == 2


def test_a_store_that_is_away_stops_nothing(server, clock, caplog):
    class Away:
        async def robots(self, origin):
            raise StoreUnreachable("the store is away")

        save_robots = robots

    files = OriginFiles("/robots.txt", 500, Away(), clock)
    origin = f"http://127.0.0.1:{server.server_port}"
    for _ in range(3):
        assert asyncio.run(files.get(origin, download)).body == b"abc"
    assert server.asked == 1
    assert "the store is away" in caplog.text


def test_two_files_of_one_origin_are_kept_apart(server, clock):
    shelf, origin = Shelf(), f"http://127.0.0.1:{server.server_port}"
    for path in ("/robots.txt", "/.well-known/tdmrep.json"):
        asyncio.run(OriginFiles(path, 500, shelf, clock).get(origin, download))
    assert set(shelf.records) == {origin, f"{origin}/.well-known/tdmrep.json"}


def test_a_server_that_is_not_there_is_unreachable(clock):
    files = OriginFiles("/robots.txt", 500, now=clock)
    record = asyncio.run(files.get("http://127.0.0.1:9", download))
    assert (state(record), files.reason(record)) == ("unreachable", "not reached")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://A.test/x", "http://a.test:80"),
        ("https://a.test./x", "https://a.test:443"),
        ("http://a.test:8080", "http://a.test:8080"),
        ("http://u:p@[::1]:81/", "http://[::1]:81"),
        ("file:///etc/passwd", None),
        ("http://a.test:99999/", None),
        ("http:///x", None),
    ],
)
def test_an_origin_is_scheme_host_and_port(url, origin):
    assert origin_of(url) == origin


def test_a_record_from_the_future_is_not_relied_on():
    assert not is_fresh(RobotsRecord("http://a.test:80", NOON + HOUR, 200), NOON)
    assert is_fresh(RobotsRecord("http://a.test:80", NOON, 200), NOON + HOUR)
