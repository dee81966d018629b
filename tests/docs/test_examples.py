"""What the pages tell the reader to run does run: the examples of Python, of a project, and of a site of one's own."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from newscrawl.model import Page
from newscrawl.process import process
from newscrawl.sites import load_file
from newscrawl.store import open_writer
from tests.docs.reading import PAGES, README, ROOT, blocks

URL = "https://www.wartarimba.example/baca/2041/tanam-gaharu"
TITLE = "Warga Lubuk Rimbun Tanam Dua Ribu Gaharu"
HERE = Path(__file__).parent


def example(text, part):
    """The one Python block that holds ``part``."""
    (found,) = (block for block in blocks(text, "python") if part in block)
    return found


@pytest.fixture
def reader(tmp_path):
    """The folder of a reader who has saved the page and written the definition."""
    (tmp_path / "my-sites").mkdir()
    (tmp_path / "my-sites" / "wartarimba.py").write_text(example(README, "SITE = Site("), "utf-8")
    shutil.copy(HERE / "wartarimba.html", tmp_path / "page.html")
    return tmp_path


@pytest.fixture
def run(reader):
    """Runs a Python program as that reader."""

    def run_python(*arguments):
        kept = {name: value for name, value in os.environ.items() if not re.match("NEWSCRAWL_|SCRAPY_", name)}
        environment = {**kept, "NEWSCRAWL_SITES": "my-sites", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(
            command, cwd=reader, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run_python

    return run


def test_the_site_of_ones_own_passes_its_check_and_reads_its_page(run):
    assert json.loads(run("-m", "newscrawl", "sites", "check", "wartarimba")) == {"site": "wartarimba", "problems": []}
    article = json.loads(run("-m", "newscrawl", "extract", "page.html", "--site", "wartarimba"))
    assert (article["title"], article["site"]) == (TITLE, "wartarimba")


def test_one_page_becomes_an_article_in_python(run):
    assert f"'title': '{TITLE}'" in run("-c", example(README, "import process"))


def test_another_scrapy_project_gets_the_sites_as_spiders(run, reader):
    (reader / "scrapy.cfg").write_text("[settings]\ndefault = theirs\n")
    (reader / "theirs.py").write_text(example(README, "ADDONS"))
    spiders = run("-m", "scrapy", "list").split()
    assert {"any", "republika", "wartarimba"} <= set(spiders)
    assert "Crawl what is new on a site" in run("-m", "scrapy", "-h")


def test_the_store_is_read_with_pymongo_and_with_our_own_reader(run, reader):
    page = Page(
        url=URL, body=(reader / "page.html").read_bytes(), fetched_at=datetime.fromisoformat("2026-10-21T02:07:13Z")
    )
    article = process(page, load_file(reader / "my-sites" / "wartarimba.py"))
    asyncio.run(_store(article, f"embedded:{reader / 'data'}"))
    text = PAGES["docs/store.md"].read_text("utf-8")
    assert run("-c", example(text, "MongoClient")) == f"2026-10-21 01:40:00+00:00 {TITLE}\n"
    assert run("-c", example(text, "open_reader")).startswith(f"2026-10-21 09:40:00+08:00 {TITLE} Warga Lubuk Rimbun")


async def _store(article, address):
    writer = await open_writer(address)
    try:
        assert await writer.save(article) == "new"
    finally:
        await writer.close()
