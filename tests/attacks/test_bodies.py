"""Attacks 7 and 8: bodies and heads that are too large, too slow, or other than they say."""

import time

import pytest

from newscrawl.discover import read_feed, read_listing, read_sitemap
from tests.attacks.bombs import (
    MEGABYTE,
    brotli_bomb,
    deflate_bomb,
    gzip_bomb,
    layers,
    members,
    sitemap_bomb,
    zstd_bomb,
)
from tests.attacks.hostile import reply, story

LIMIT = 2 * MEGABYTE


def packed(body, *codings):
    return reply(body, "200 OK", "text/html", *(f"Content-Encoding: {coding}" for coding in codings))


def endless(sock, piece=b"kata " * 2000, pause=0.0, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"):
    sock.sendall(head)
    while True:
        sock.sendall(piece)
        time.sleep(pause)


def endless_headers(sock):
    sock.sendall(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while True:
        number += 1
        sock.sendall(b"".join(b"X-%d-%d: %s\r\n" % (number, part, b"a" * 1000) for part in range(100)))


TOO_LARGE = {
    "/gzip": lambda: packed(gzip_bomb(), "gzip"),
    "/x-gzip": lambda: packed(gzip_bomb(), "x-gzip"),
    "/deflate": lambda: packed(deflate_bomb(), "deflate"),
    "/br": lambda: packed(brotli_bomb(), "br"),
    "/zstd": lambda: packed(zstd_bomb(), "zstd"),
    "/twice": lambda: packed(__import__("gzip").compress(gzip_bomb()), "gzip, gzip"),
    "/1000-members": lambda: packed(members(1000, b"a" * 10_000), "gzip"),
    "/endless": lambda: endless,
    "/endless-chunks": lambda: (
        lambda sock: endless(
            sock, b"2710\r\n" + b"kata " * 2000 + b"\r\n", head=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
    ),
    "/promised": lambda: b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
}


def test_no_body_grows_beyond_the_limit_however_it_is_packed(visit, web):
    web.pages |= {path: page() for path, page in TOO_LARGE.items()}
    found = visit(*TOO_LARGE, DOWNLOAD_MAXSIZE=LIMIT, DOWNLOAD_TIMEOUT=20)
    assert {each["asked"].rpartition("/")[2]: each["error"] for each in found} == {
        path.strip("/"): "too large" for path in TOO_LARGE
    }
    assert max(each["megabytes"] for each in found) < 60
    assert max(each["seconds"] for each in found) < 15


def test_a_body_packed_a_hundred_times_is_not_unpacked(visit, web):
    web.pages["/layers"] = packed(layers(100), *["gzip"] * 100)
    web.pages["/one-line"] = packed(layers(100), ", ".join(["gzip"] * 100))
    found = visit("/layers", "/one-line")
    assert [each["error"] for each in found] == ["too large", "too large"]


SLOW = {
    "/body": lambda sock: endless(sock, b"a", 0.2),
    "/head": lambda sock: endless(sock, b"a", 0.2, b"HTTP/1.1 200 OK\r\nX: "),
    "/silent": lambda sock: time.sleep(30),
}


def test_what_comes_by_drops_is_given_up_when_its_whole_time_is_up(visit, web):
    web.pages |= SLOW
    found = visit(*SLOW, DOWNLOAD_TIMEOUT=2)
    assert [each["error"] for each in found] == ["timed out"] * len(SLOW)
    assert max(each["seconds"] for each in found) < 8


def test_heads_without_end_are_cut_off(visit, web):
    web.pages |= {
        "/one-header": b"HTTP/1.1 200 OK\r\nX: " + b"a" * MEGABYTE + b"\r\nContent-Length: 2\r\n\r\nok",
        "/many-headers": endless_headers,
    }
    found = visit("/one-header", "/many-headers", DOWNLOAD_TIMEOUT=20)
    assert all(each["error"] for each in found)
    assert max(each["megabytes"] for each in found) < 60
    assert max(each["seconds"] for each in found) < 15


def test_lengths_that_are_wrong_or_missing_lose_nothing_but_the_page(visit, web):
    body = story().encode()
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{}\r\n"
    web.pages |= {
        "/none": head.format("").encode() + body,
        "/too-long": head.format(f"Content-Length: {len(body) + 5000}\r\n").encode() + body,
        "/too-short": head.format("Content-Length: 100\r\nConnection: close\r\n").encode() + body,
        "/two": head.format("Content-Length: 5\r\nContent-Length: 50\r\n").encode() + body,
        "/negative": head.format("Content-Length: -5\r\n").encode() + body,
        "/broken-gzip": packed(gzip_bomb()[:5000], "gzip"),
        "/not-gzip": packed(body, "gzip"),
        "/half-chunk": head.format("Transfer-Encoding: chunked\r\n").encode() + b"fff\r\nabc",
        "/no-http": b"hello\r\n\r\n",
        "/after": reply(body),
    }
    paths = [path for path in web.pages if path != "/robots.txt"]
    found = dict(zip(paths, visit(*paths, DOWNLOAD_TIMEOUT=5), strict=True))
    assert found["/none"]["length"] == found["/after"]["length"] == len(body)
    assert found["/too-short"]["length"] in {0, 100}
    for path in ("/too-long", "/half-chunk", "/no-http", "/two", "/negative"):
        assert found[path]["error"] or found[path]["length"] <= len(body), path


@pytest.mark.parametrize("read", [read_sitemap, read_feed, read_listing])
def test_gzip_bytes_inside_a_source_are_bounded(read):
    began = time.monotonic()
    found = read(sitemap_bomb(), "http://koran.test/peta.xml.gz")
    assert time.monotonic() - began < 20
    assert len(found.links) <= 50_000


@pytest.mark.parametrize("bomb", [gzip_bomb, lambda: members(1000, b"<url>" * 2000), lambda: layers(1000)])
def test_a_compressed_sitemap_that_explodes_is_read_to_its_limit_only(bomb):
    began = time.monotonic()
    assert read_sitemap(bomb(), "http://koran.test/peta.xml.gz").problems
    assert time.monotonic() - began < 10
