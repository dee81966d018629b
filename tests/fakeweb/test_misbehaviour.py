"""Every misbehaviour does what its name says, on real sockets; and the tests' papers are whole."""

import gzip
import http.client
import time
import zlib
from urllib.parse import urlsplit

import lxml.etree
import pytest

from newscrawl.sites import load_file
from tests.fakeweb.fixtures import DEMO_SITES, FAKEWEB_SITES
from tests.fakeweb.misbehaviour import HOST
from tests.fakeweb.papers import ALL_PAPERS
from tests.fakeweb.plain_pages import draft
from tests.fakeweb.robots import ROBOTS_KINDS


@pytest.fixture
def ask(fakeweb):
    """Status, headers and body of a GET through the proxy; of redirects the first answer."""

    def ask(url, limit=None):
        connection = http.client.HTTPConnection("127.0.0.1", urlsplit(fakeweb.url).port, timeout=10)
        connection.request("GET", url if url.startswith("http") else f"http://{HOST}{url}")
        response = connection.getresponse()
        try:
            return response.status, response.headers, response.read(limit)
        finally:
            connection.close()

    return ask


def test_a_good_article_prints_what_its_draft_says(ask):
    status, _, body = ask("/berita/3")
    assert status == 200
    assert all(block.text in body.decode() for block in draft(HOST, 3).blocks)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/500", 500), ("/404-section", 404), ("/429", 429), ("/503", 503), ("/loop", 302), ("/nope", 404),
     ("/soft-404/apa/saja", 200), ("/enable-javascript", 200), ("/not-a-feed", 200), ("/meta-refresh", 200),
     ("/no-body", 200), ("/private-links", 200), ("/deep", 200), ("/latin1", 200),
     ("/gone", 410), ("/noarchive", 200), ("/tdm", 200)],
)  # fmt: skip
def test_the_status_is_the_one_it_is_named_for(ask, path, status):
    assert ask(path)[0] == status


def test_slow_is_slow(ask):
    began = time.monotonic()
    assert ask("/slow?seconds=0.3")[0] == 200
    assert time.monotonic() - began >= 0.3


def test_trickle_never_ends(ask):
    began = time.monotonic()
    assert ask("/trickle", limit=3)[2] == b"aaa"
    assert time.monotonic() - began >= 0.3


def test_drop_breaks_off(ask):
    with pytest.raises(http.client.IncompleteRead) as caught:
        ask("/drop")
    assert len(caught.value.partial) == 700


def test_broken_gzip_cannot_be_unpacked(ask):
    _, headers, body = ask("/broken-gzip")
    assert headers["Content-Encoding"] == "gzip"
    with pytest.raises(EOFError):
        gzip.decompress(body)


def test_the_gzip_bomb_is_small_and_grows(ask):
    _, _, body = ask("/gzip-bomb")
    assert len(body) < 300_000
    assert len(zlib.decompressobj(31).decompress(body, 20_000_000)) == 20_000_000


@pytest.mark.parametrize("status", [429, 503])
def test_busy_ends_after_the_times_asked_for(ask, status):
    path = f"/{status}?times=2&who=test"
    answers = [ask(path) for _ in range(3)]
    assert [answer[0] for answer in answers] == [status, status, 200]
    assert answers[0][1]["Retry-After"] == "1"


def test_the_loops_go_on(ask):
    assert ask("/loop")[1]["Location"] == f"http://{HOST}/loop"
    assert ask("/loop?n=7")[1]["Location"] == f"http://{HOST}/loop?n=8"


def test_redirect_goes_anywhere(ask):
    status, headers, _ = ask("/redirect?to=http://127.0.0.1/x&status=307")
    assert (status, headers["Location"]) == (307, "http://127.0.0.1/x")


def test_empty_is_empty_and_binary_is_binary(ask):
    assert ask("/empty")[2] == b""
    assert b"\x00" in ask("/binary")[2]


def test_huge_is_as_large_as_asked_for(ask):
    assert 2_000_000 < len(ask("/huge?mb=2")[2]) < 2_300_000


def test_broken_utf8_is_not_utf8(ask):
    with pytest.raises(UnicodeDecodeError):
        ask("/broken-utf8")[2].decode()


def test_the_broken_feed_breaks_and_the_good_one_does_not(ask):
    assert len(lxml.etree.fromstring(ask("/feed.xml")[2]).findall(".//item")) == 6
    with pytest.raises(lxml.etree.XMLSyntaxError):
        lxml.etree.fromstring(ask("/broken-feed.xml")[2])


def test_the_calendar_has_no_end(ask):
    assert b"/endless-calendar/2001/01" in ask("/endless-calendar/2000/12")[2]


def test_the_listing_repeats_itself(ask):
    first, later = ask("/repeat")[2], ask("/repeat?page=900")[2]
    assert first.replace(b"page=2", b"page=901") == later


def test_titles_hold_escapes_and_data_holds_surrogates(ask):
    assert b"\x1b]0;" in ask("/escapes")[2]
    assert b'"Rusak \\ud800\\u0000"' in ask("/surrogates")[2]


def test_rights_are_told_in_headers(ask):
    assert ask("/noarchive")[1]["X-Robots-Tag"] == "noarchive"
    assert ask("/tdm")[1]["tdm-reservation"] == "1"


def test_sitemaps_lead_in_circles(ask):
    assert f"<loc>http://{HOST}/sitemap-loop.xml</loc>".encode() in ask("/sitemap-loop.xml")[2]
    assert b"sitemap-deep.xml?n=5" in ask("/sitemap-deep.xml?n=4")[2]


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [("404", 404, b""), ("500", 500, b""), ("closed", 200, b"Disallow: /\n"), ("delay", 200, b"Crawl-delay: 1"),
     ("empty", 200, b""), ("binary", 200, b"\x00"), ("named", 200, b"User-agent: newscrawl"), ("loop", 302, b""),
     ("away", 302, b"robots-closed")],
)  # fmt: skip
def test_robots_hosts(ask, kind, status, words):
    assert kind in ROBOTS_KINDS
    answer = ask(f"http://robots-{kind}.test/robots.txt")
    assert answer[0] == status
    assert words in answer[2]
    assert ask(f"http://robots-{kind}.test/berita/2")[0] == 200


def test_the_empty_section_has_no_feed_and_an_empty_listing(ask):
    assert ask("http://www.kabartimurjauh.test/rss/opini")[0] == 404
    status, _, body = ask("http://www.kabartimurjauh.test/kanal/opini")
    assert status == 200
    assert b"list-berita" not in body


def test_every_paper_has_stories(fakeweb):
    assert {story.paper for story in fakeweb.web.stories} == {paper.name for paper in ALL_PAPERS}


@pytest.mark.parametrize("path", sorted([*DEMO_SITES.glob("*.py"), *FAKEWEB_SITES.glob("*.py")]), ids=lambda p: p.stem)
def test_the_definitions_load(path):
    assert load_file(path).name == path.stem


def test_the_folder_for_the_environment_holds_all_definitions(fakeweb_sites):
    assert {path.stem for path in fakeweb_sites.glob("*.py")} >= {"kabarpesisir", "suaralembah", "kabartimur", "nakal"}
