"""``any`` on real hosts as they were saved, when they lie beside the project: every article once, and nothing else."""

import json
import subprocess
import sys

import pytest

from tests.crawl.conftest import PROJECT, crawl_command, crawl_environment, stored
from tests.shared_folder import SHARED

WEB = SHARED / "web"

pytestmark = pytest.mark.skipif(not (WEB / "serve.py").exists(), reason="the saved hosts are not on this machine")


@pytest.fixture
def proxy():
    """The address of the server of the saved hosts."""
    with subprocess.Popen(
        [sys.executable, str(WEB / "serve.py"), str(WEB / "sites")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        yield server.stdout.readline().strip()
        server.terminate()


def pages_of(host):
    """The saved pages of the host, by the paths that the server finds them under."""
    rows = map(json.loads, (WEB / "urls.jsonl").read_text().splitlines())
    return {row["file"]: row for row in rows if row["file"].startswith(f"{host}/")}


def page_at(url, pages):
    """The saved page that the server gives for the URL."""
    path = url.split("://", 1)[1].rstrip("/")
    return next(pages[name] for name in (path, f"{path}/index.html", f"{path}.html") if name in pages)


@pytest.mark.parametrize("host", ["hijab.dream.co.id", "travel.dream.co.id"])
def test_a_saved_host_gives_every_article_once_and_nothing_else(host, proxy, store, fakeweb_sites, tmp_path):
    settings = {"LOG_LEVEL": "WARNING"}
    done = subprocess.run(
        crawl_command("any", settings, url=f"http://{host}/"),
        cwd=PROJECT,
        env=crawl_environment(store, proxy, fakeweb_sites, NEWSCRAWL_DATA=str(tmp_path)),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = pages_of(host)
    found = [page_at(article.url, pages) for article in stored(store)]
    assert {page["kind"] for page in found} == {"article"}
    wanted = sorted({page["article_id"] for page in pages.values() if page["kind"] == "article"})
    assert sorted(page["article_id"] for page in found) == wanted
