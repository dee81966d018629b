"""One page through the crawl's own browser, in a process of its own: robots.txt, guard and limits hold there."""

import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newscrawl.crawl.chromium import find_chromium
from tests.crawl.conftest import PROJECT, crawl_environment

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no Chromium on this machine")

STORY = "<!DOCTYPE html><title>Kabar</title><h1>Kabar baik</h1>"
PATHS = (
    "/dialihkan", "/lewat", "/meta", "/skrip", "/ke_dalam", "/putar", "/tumbuh", "/besar", "/muat", "/unduh", "/lambat",
    "/sesudah",
)  # fmt: skip
"""Each is asked for in its turn, so that what one does to the browser would be seen in the next."""


class Paper(BaseHTTPRequestHandler):
    """A paper on loopback whose pages lead and load where they should not."""

    protocol_version = "HTTP/1.0"
    asked = ()

    def do_GET(self):
        self.server.asked.append(self.path)
        name = self.path.strip("/").split("/")[0].split("?")[0].replace(".", "_")
        getattr(self, f"page_{name}", self.page_else)()

    def page_robots_txt(self):
        self.reply("User-agent: *\nDisallow: /tertutup\n", "text/plain")

    def page_else(self):
        self.reply(STORY)

    def page_dialihkan(self):
        self.redirect("/berita/1")

    def page_lewat(self):
        self.redirect("/tertutup/1")

    def page_ke_dalam(self):
        self.redirect(self.server.victim)

    def page_meta(self):
        self.reply(f"{STORY}<meta http-equiv=refresh content='0;url=/tertutup/2'>")

    def page_skrip(self):
        self.reply(f"{STORY}<script>location = '/tertutup/3'</script>")

    def page_putar(self):
        self.redirect(f"/putar/{len(self.server.asked)}")

    def page_tumbuh(self):
        self.reply(f"{STORY}<p id=a></p><script>document.getElementById('a').textContent = 'x'.repeat(5e6)</script>")

    def page_besar(self):
        self.endless()

    def page_muat(self):
        self.reply(f"{STORY}<script src=/besar></script>")

    def page_unduh(self):
        self.endless(("Content-Disposition", "attachment; filename=a.bin"))

    def page_lambat(self):
        self.endless(pause=0.3, chunk=b"x")

    def redirect(self, url):
        self.send_response(302)
        self.send_header("Location", url)
        self.end_headers()

    def reply(self, body, kind="text/html; charset=utf-8"):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def endless(self, *headers, pause=0.0, chunk=b"kata " * 20_000):
        self.send_response(200)
        for name, value in (("Content-Type", "text/html"), *headers):
            self.send_header(name, value)
        self.end_headers()
        try:
            while not self.server.stopped:
                self.wfile.write(chunk)
                self.server.sent += len(chunk)
                time.sleep(pause)
        except OSError:
            pass

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def paper():
    victim = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    server.victim = f"http://127.0.0.1:{victim.server_port}/rahasia"
    for each in (server, victim):
        each.asked, each.sent, each.stopped, each.daemon_threads = [], 0, False, True
        threading.Thread(target=each.serve_forever, daemon=True).start()
    server.victims = victim.asked
    server.url = f"http://127.0.0.1:{server.server_port}"
    yield server
    for each in (server, victim):
        each.stopped = True
        each.shutdown()
        each.server_close()


@pytest.fixture(scope="module")
def came(paper, tmp_path_factory):
    """What came of each page, by its path; all of them in one browser."""
    folder = str(tmp_path_factory.mktemp("data"))
    variables = {"NEWSCRAWL_DATA": folder, "NEWSCRAWL_ALLOW_HOSTS": f"127.0.0.1:{paper.server_port}"}
    wanted = {
        "urls": [paper.url + path for path in PATHS],
        "settings": {"DOWNLOAD_MAXSIZE": 1_000_000, "NEWSCRAWL_BROWSER_SECONDS": 12, "AUTOTHROTTLE_ENABLED": 0},
        "rendered": True,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.attacks.visitor", json.dumps(wanted)],
        cwd=PROJECT,
        env=crawl_environment("embedded:nowhere", "", folder, **variables),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(PATHS), done.stderr
    return dict(zip(PATHS, found, strict=True))


def test_a_redirect_to_a_page_that_may_be_read_is_followed(came, paper):
    assert came["/dialihkan"]["url"] == f"{paper.url}/berita/1"
    assert "Kabar baik" in came["/dialihkan"]["begins"]


def test_a_redirect_inside_the_browser_obeys_robots_txt(came, paper):
    assert "robots.txt" in came["/lewat"]["error"]
    assert "/tertutup/1" not in paper.asked


def test_a_script_that_leads_where_robots_txt_forbids_leaves_the_page_as_it_is(came, paper):
    assert came["/skrip"]["url"] == f"{paper.url}/skrip"
    assert "Kabar baik" in came["/skrip"]["begins"]
    assert "/tertutup/3" not in paper.asked


def test_a_meta_refresh_to_a_page_that_robots_txt_forbids_is_refused(came, paper):
    assert "robots.txt" in came["/meta"]["error"]
    assert "/tertutup/2" not in paper.asked


def test_a_redirect_inside_the_browser_to_this_machine_is_refused_by_that_name(came, paper):
    assert came["/ke_dalam"]["error"] == "not a public address"
    assert paper.victims == []


def test_redirects_without_end_are_left(came, paper):
    assert came["/putar"]["error"] == "max redirections reached"
    assert len([path for path in paper.asked if path.startswith("/putar")]) < 15


@pytest.mark.parametrize("path", ["/besar", "/muat", "/tumbuh"])
def test_what_a_page_is_loads_or_becomes_without_end_is_cut_off(came, path):
    assert came[path]["error"] == "too large"


def test_a_body_that_never_ends_by_drops_is_timed_out(came):
    assert came["/lambat"]["error"] == "timed out"


def test_nothing_is_downloaded_to_disk(came):
    assert came["/unduh"]["error"]


def test_the_browser_goes_on_after_all_this(came):
    assert "Kabar baik" in came["/sesudah"]["begins"]
