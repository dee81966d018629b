"""What holds for every shipped site."""

import json
import pkgutil
import time
from datetime import date
from pathlib import Path

import pytest

from newscrawl.sites import catalogue, load
from newscrawl.sites.check import check

URLS = json.loads((Path(__file__).parent / "urls.json").read_text("utf-8"))
FILES = sorted(module.name for module in pkgutil.iter_modules(catalogue.__path__))
SITES = list(load())


@pytest.fixture(params=SITES, ids=lambda site: site.name)
def site(request):
    return request.param


def test_every_file_is_named_after_its_site():
    assert [site.name for site in SITES] == FILES
    assert sorted(URLS) == FILES


def test_the_first_sites_are_all_there():
    assert set(FILES) >= {
        *("republika", "kompas", "detik", "liputan6", "merdeka", "antaranews", "tribunnews", "okezone", "jpnn"),
        "sindonews",
    }


def test_a_docstring_says_that_nothing_was_fetched_live(site):
    source = Path(catalogue.__path__[0], f"{site.name}.py").read_text("utf-8")
    assert "nothing was fetched live" in " ".join(source.split('"""')[1].split())


def test_no_definition_is_doubtful(site):
    assert check(site) == []


def test_articles_are_told_from_other_pages(site):
    examples = URLS[site.name]
    assert [url for url in examples["articles"] if not site.is_article(url)] == []
    assert [url for url in examples["others"] if site.is_article(url)] == []


def test_a_site_does_not_take_anothers_articles(site):
    others = [url for name, urls in URLS.items() if name != site.name for url in urls["articles"]]
    assert [url for url in others if site.is_article(url)] == []


def test_sections_begin_on_the_site(site):
    assert site.sections
    for section in site.sections:
        assert all(site.allows(url) for _, url in section.seeds)


def test_archive_pages_are_listings_of_the_site(site):
    for archive in {site.archive, *(section.archive for section in site.sections)} - {None}:
        first, second = (archive.page_url(date(2024, 1, 5), number) for number in (0, 1))
        assert site.allows(first)
        assert site.is_article(first) is False
        assert second != first


@pytest.mark.parametrize("filler", ["a", "a-", "-", "/", "a/", "1", "read/1/", "2024/10/23/", "%", "berita/a-a/"])
def test_patterns_end_in_bounded_time_on_long_urls(site, filler):
    host = f"https://www.{site.domains[0]}/"
    urls = [host + filler * (50_000 // len(filler)), host + "read/" + filler * (50_000 // len(filler)) + "\n!"]
    patterns = [pattern for pattern in (site._article, site._deny) if pattern]
    started = time.perf_counter()
    for url in urls:
        assert site.allows(url) is False  # longer than a URL can be
        for pattern in patterns:
            pattern.found_in(url)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("url", "zone"),
    [
        ("https://makassar.tribunnews.com/2024/10/23/a-b", "Asia/Makassar"),
        ("https://papua.tribunnews.com/2024/10/23/a-b", "Asia/Jayapura"),
        ("https://jateng.tribunnews.com/2024/10/23/a-b", "Asia/Jakarta"),
        ("https://bali.antaranews.com/berita/1/a", "Asia/Makassar"),
        ("https://www.republika.co.id/berita/slt7ab382/a-b", "Asia/Jakarta"),
    ],
)
def test_regional_papers_keep_their_own_time(url, zone):
    assert load().for_url(url).zone(url) == zone


def test_the_seed_site_has_an_international_section():
    kinds = {kind for kind, _ in load().get("republika").section("internasional").seeds}
    assert kinds >= {"feed", "listing"}


@pytest.mark.parametrize("name", ["jateng", "bali", "makassar", "papua", "aceh"])
def test_regional_papers_are_sections(name):
    section = load().get("tribunnews").section(name)
    assert all(f"//{name}.tribunnews.com/" in url for _, url in section.seeds)
    assert f"//{name}.tribunnews.com/" in section.archive.page_url(date(2024, 10, 23), 0)


def test_detik_is_asked_for_a_day_with_its_slashes_encoded():
    url = load().get("detik").archive.page_url(date(2024, 10, 23), 1)
    assert url == "https://news.detik.com/indeks?date=10%2F23%2F2024&page=2"
