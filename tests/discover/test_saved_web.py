"""Real pages of other people, measured where they are at hand; nothing of them is kept here."""

import gzip
import json
from pathlib import Path

import pytest

from newscrawl.discover import article_links, read_listing
from newscrawl.model import url_key
from newscrawl.sites import generic_site, load
from tests.shared_folder import SHARED

WEB = SHARED / "web"
pytestmark = pytest.mark.skipif(not (WEB / "listings.jsonl").is_file(), reason="the saved pages are not here")


def lines(name):
    file = WEB / name
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []


def saved(name):
    file = WEB / "sites" / name
    return file.read_bytes() if file.is_file() else gzip.decompress(Path(f"{file}.gz").read_bytes())


def keys(urls):
    return {url_key(url) for url in urls}


@pytest.mark.parametrize("listing", lines("listings.jsonl"), ids=lambda listing: listing["file"])
def test_a_real_listings_articles_are_all_picked(listing):
    found = read_listing(saved(listing["file"]), listing["url"])
    picked = keys(link.url for link in article_links(found, generic_site(listing["url"])))
    assert keys(listing["article_links"]) <= picked


@pytest.mark.parametrize("listing", lines("listings.jsonl"), ids=lambda listing: listing["file"])
def test_a_real_listings_next_page_is_found(listing):
    following = read_listing(saved(listing["file"]), listing["url"]).next_page
    assert following == listing["next_page_url"]


def test_the_shipped_patterns_judge_saved_pages_as_people_do():
    sites = load()
    owned = [(sites.for_url(page["url"]), page) for page in lines("urls.jsonl")]
    wrong = [
        page["url"] for site, page in owned if site and site.is_article(page["url"]) is not (page["kind"] == "article")
    ]
    assert wrong == []
