import re
from datetime import UTC, datetime

import pytest

from newscrawl.extract.page.tree import read_document
from newscrawl.model import Page
from newscrawl.model.page import Discovered
from newscrawl.process import process
from newscrawl.sites import generic_site, load

FETCHED = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


@pytest.fixture(scope="session")
def read_golden():
    """Reads the page in a golden file. Comments on its first lines hold its address and what a server or feed said.

    ``url``; ``traps``, the names of what the page tries an extractor with; ``discovered``, the moment that a feed gave;
    ``charset``, what the server declared: ``none`` for nothing, without the comment utf-8.
    """

    def read(path):
        body = path.read_bytes()
        declared = _comment(body, "charset") or "utf-8"
        moment = _comment(body, "discovered")
        return Page(
            url=_comment(body, "url"),
            body=body,
            fetched_at=FETCHED,
            content_type="text/html",
            encoding=None if declared == "none" else declared,
            discovered=Discovered(published_at=datetime.fromisoformat(moment) if moment else None),
        )

    return read


@pytest.fixture(scope="session")
def traps_of():
    """The names of the traps that a golden page is set with."""

    def read(path):
        return {trap.strip() for trap in (_comment(path.read_bytes(), "traps") or "").split(",")} - {""}

    return read


@pytest.fixture(scope="session")
def site_of_golden():
    """The definition that a golden page is read with: the folder's, else the address', else none."""
    catalogue = load()

    def find(path, url):
        name = path.parent.name
        return catalogue.get(name) if name in catalogue.names else catalogue.for_url(url)

    return find


def _comment(body, name):
    match = re.search(rb"<!-- %s: (.+?) -->" % name.encode(), body[:2000])
    return match and match[1].decode()


@pytest.fixture
def a_page():
    def make(html, url="https://kabar.test/berita/warga-perbaiki-jembatan", **values):
        body = html if isinstance(html, bytes) else html.encode()
        return Page(**({"url": url, "body": body, "fetched_at": FETCHED} | values))

    return make


@pytest.fixture
def a_document(a_page):
    """Parses a page of a paper nobody has described."""

    def make(html, url="https://kabar.test/berita/warga-perbaiki-jembatan", site=None, **values):
        return read_document(a_page(html, url, **values), site or generic_site(url))

    return make


@pytest.fixture
def paragraphs(a_page):
    """The paragraphs of an article whose body is told."""

    def read(body, site=None):
        title = "Jembatan Bambu Kampung Hulu"
        html = f"<html lang='id'><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
        return list(process(a_page(html), site).paragraphs)

    return read
