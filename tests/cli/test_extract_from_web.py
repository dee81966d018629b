"""`newscrawl extract URL`: fetched as a crawl would, from a real server on loopback."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

PATH = "berita/warga-sukamaju-resmikan-jembatan-gantung.html"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture
def web(page, tmp_path):
    """The address of a server with the page, and robots.txt before part of it."""
    root = tmp_path / "web"
    (root / "berita").mkdir(parents=True)
    (root / PATH).write_bytes(page.read_bytes())
    (root / "robots.txt").write_text("User-agent: newscrawl\nDisallow: /tertutup\n")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def extract(newscrawl, web, path):
    variables = {"NEWSCRAWL_ALLOW_HOSTS": web, "NEWSCRAWL_CONTACT": "https://example.org/bot"}
    return newscrawl("extract", f"http://{web}/{path}", PYTHONWARNINGS="default", **variables)


def test_the_article_at_a_url_is_printed_and_nothing_is_stored(newscrawl, web, tmp_path):
    ended = extract(newscrawl, web, PATH)
    assert (ended.status, ended.err) == (0, "")
    assert ended.records[0]["title"] == "Warga Sukamaju Resmikan Jembatan Gantung"
    assert not (tmp_path / "data").exists()


def test_a_page_that_robots_txt_refuses_is_one_sentence(newscrawl, web):
    ended = extract(newscrawl, web, "tertutup/1.html")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"Error: http://{web}/tertutup/1.html ")
    assert "robots.txt" in ended.err
    assert ended.err.count("\n") == 1
