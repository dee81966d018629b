"""The server on real sockets: a proxy, a server by Host header, validators, compression, refusals, a clean end."""

import contextlib
import gzip
import http.client
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from newscrawl.demo.server import serve
from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY


@pytest.fixture(scope="module")
def server(web):
    with serve(web) as server:
        yield server


@pytest.fixture
def connection(server):
    made = http.client.HTTPConnection("127.0.0.1", urlsplit(server.url).port, timeout=10)
    yield made
    made.close()


def opener(server):
    return urllib.request.build_opener(urllib.request.ProxyHandler({"http": server.url, "https": server.url}))


def ask(connection, url, method="GET", **headers):
    """Status, headers and body of one request of a connection that stays open."""
    connection.request(method, url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def test_it_is_a_proxy(server, web):
    story = web.stories[0]
    with opener(server).open(story.url, timeout=10) as response:
        assert response.status == 200
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert story.title in response.read().decode()


def test_it_answers_by_host_header(server, connection, web):
    story = web.stories[0]
    parts = urlsplit(story.url)
    status, _, body = ask(connection, parts.path, Host=parts.netloc)
    assert status == 200
    assert story.title in body.decode()


def test_one_connection_carries_many_requests(connection, web):
    assert {ask(connection, story.url)[0] for story in web.stories[:30]} == {200}


def test_an_unchanged_page_is_not_sent_twice(connection, web):
    url = web.stories[0].url
    _, headers, _ = ask(connection, url)
    for validator in ({"If_None_Match": headers["ETag"]}, {"If_Modified_Since": headers["Last-Modified"]}):
        status, again, body = ask(connection, url, **validator)
        assert (status, body, again["ETag"]) == (304, b"", headers["ETag"])


def test_an_unchanged_page_is_remembered_as_such(server, connection, web):
    url = web.stories[0].url
    ask(connection, url, If_None_Match=ask(connection, url)[1]["ETag"])
    assert server.requests[-1].status == 304


def test_another_validator_gets_the_page(connection, web):
    url = web.stories[0].url
    assert ask(connection, url, If_None_Match='"another"')[0] == 200
    assert ask(connection, url, If_Modified_Since="Wed, 01 Jan 2020 00:00:00 GMT")[0] == 200
    assert ask(connection, url, If_Modified_Since="neulich")[0] == 200


def test_pages_are_compressed_for_those_who_accept_it(connection, web):
    url = web.stories[0].url
    _, plain_headers, plain = ask(connection, url)
    _, headers, packed = ask(connection, url, Accept_Encoding="gzip, deflate")
    assert "Content-Encoding" not in plain_headers
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 2


def test_head_has_no_body(connection, web):
    url = web.stories[0].url
    status, headers, body = ask(connection, url, "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000
    assert ask(connection, url)[0] == 200, "the connection still works"


@pytest.mark.parametrize(
    ("method", "url", "status"),
    [
        ("GET", "http://tidak.ada.test/", 502),
        ("GET", "https://www.kabarpesisir.test/", 502),
        ("CONNECT", "www.kabarpesisir.test:443", 501),
        ("GET", "http://www.kabarpesisir.test/tidak/ada", 404),
        ("POST", "http://www.kabarpesisir.test/", 405),
        ("GET", "http://kabarpesisir.test/rss/daerah", 301),
        ("GET", "http://WWW.KABARPESISIR.TEST/", 200),
        ("GET", "http://www.kabarpesisir.test", 200),
    ],
)
def test_what_it_answers(server, connection, method, url, status):
    assert ask(connection, url, method)[0] == status
    assert server.requests[-1][:3] == (status, method, url)


def test_https_is_not_tunnelled(server):
    with pytest.raises(OSError, match="501"):
        opener(server).open("https://www.kabarpesisir.test/", timeout=10)


def test_it_remembers_who_asked_for_what(server, connection):
    url = "http://www.kabarpesisir.test/robots.txt"
    ask(connection, url, User_Agent="newscrawl/0.1")
    assert server.requests[-1] == (200, "GET", url, "newscrawl/0.1")


@pytest.mark.parametrize(
    "nonsense",
    [b"GET\r\n\r\n", b"\x16\x03\x01\x02\r\n\r\n", b"GET / SPDY/3\r\n\r\n", b"GET http://[x/ HTTP/1.1\r\n\r\n"],
)
def test_what_is_no_http_is_refused(server, nonsense):
    with socket.create_connection(("127.0.0.1", urlsplit(server.url).port), timeout=10) as client:
        client.sendall(nonsense)
        assert client.recv(100).startswith(b"HTTP/1.1 400 ")


def test_a_head_without_end_is_cut_off(server):
    with socket.create_connection(("127.0.0.1", urlsplit(server.url).port), timeout=10) as client:
        client.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 200_000)
        with contextlib.suppress(ConnectionResetError):
            assert client.recv(100) == b""


def test_many_clients_at_once_get_the_right_pages(server, web):
    def title_of(story):
        with opener(server).open(story.url, timeout=20) as response:
            return story.title in response.read().decode()

    stories = [story for story in web.stories if story.paper != "suaralembah"][:120]
    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(title_of, stories))


def test_closing_drops_open_connections_and_leaves_nothing_running():
    before = threading.active_count()
    server = serve(build_web(TODAY, 8))
    client = socket.create_connection(("127.0.0.1", urlsplit(server.url).port), timeout=10)
    client.sendall(b"GET http://www.kabarpesisir.test/ HTTP/1.1\r\nHost: www.kabarpesisir.test\r\n\r\n")
    client.recv(10)
    server.close()
    server.close()
    while client.recv(65536):
        pass
    client.close()
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", urlsplit(server.url).port), timeout=2)


def test_a_port_that_is_taken_is_told(server, web):
    with pytest.raises(OSError, match="in use"):
        serve(web, urlsplit(server.url).port)


def test_corrections_can_be_asked_for_from_another_process():
    web = build_web(TODAY, 120)
    url = next(story.url for story in web.stories if story.corrected_blocks)
    with serve(web) as server:
        first = opener(server).open(url, timeout=10)
        etag, before = first.headers["ETag"], first.read()
        request = urllib.request.Request("http://control.test/correct", method="POST")
        assert int(opener(server).open(request, timeout=10).read()) >= 4
        asked = urllib.request.Request(url, headers={"If-None-Match": etag})
        with opener(server).open(asked, timeout=10) as second:
            assert second.status == 200
            assert second.read() != before
    assert abs((web.story(url).modified_at - datetime.now(UTC)).total_seconds()) < 60


def started(*arguments, **options):
    command = [sys.executable, "-W", "error", "-m", "newscrawl.demo.server", "--articles", "8", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    return process, process.stdout.readline().strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_prints_its_address_serves_and_ends_when_told(number):
    process, address = started()
    with process:
        proxy = urllib.request.ProxyHandler({"http": address})
        with urllib.request.build_opener(proxy).open("http://www.suaralembah.test/", timeout=10) as response:
            assert response.status == 200
        process.send_signal(number)
        assert process.wait(10) == 0
        assert process.stderr.read() == ""


def test_the_command_ends_with_its_standard_input():
    process, address = started("--while-stdin", "--dressed", stdin=subprocess.PIPE)
    with process:
        assert address.startswith("http://127.0.0.1:")
        process.stdin.close()
        assert process.wait(10) == 0
