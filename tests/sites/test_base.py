from datetime import date

import pytest

from newscrawl.model.errors import SiteError, UnknownSection
from newscrawl.sites import Archive, Section, Site
from newscrawl.sites.checks import _KINDS


def a_site(**changes):
    return Site(**{"name": "kabar", "title": "Kabar", "domains": ("kabar.test",)} | changes)


def a_section(**changes):
    return Section(**{"name": "daerah", "listings": ("https://kabar.test/daerah",)} | changes)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"name": "Kabar Kota"}, "name", "lower-case"),
        ({"name": "any"}, "name", "is taken"),
        ({"name": 7}, "name", "must be a string"),
        ({"title": " "}, "title", "is empty"),
        ({"title": None}, "title", "must be a string"),
        ({"domains": ()}, "domains", "at least one"),
        ({"domains": "kabar.test"}, "domains", "a tuple of strings"),
        ({"domains": ["kabar.test"]}, "domains", "a tuple of strings"),
        ({"domains": ("https://kabar.test",)}, "domains", "is written like"),
        ({"domains": ("Kabar.test",)}, "domains", "is written like"),
        ({"domains": (".",)}, "domains", "is written like"),
        ({"deny_hosts": ("img.kabar.test/",)}, "deny_hosts", "is written like"),
        ({"sections": Section("a", listings=("https://kabar.test/",))}, "sections", "with its comma"),
        ({"sections": ("daerah",)}, "sections", "a tuple of Section"),
        ({"archive": "https://kabar.test/{date}"}, "archive", "an Archive"),
        ({"archive": Archive("https://lain.test/{date}")}, "archive", "is not on kabar.test"),
        ({"language": "indonesian"}, "language", "ISO 639-1"),
        ({"timezone": "WIB"}, "timezone", "IANA"),
        ({"timezone": "../../etc/passwd"}, "timezone", "IANA"),
        ({"timezones": {"bali.kabar.test": "WITA"}}, "timezones", "IANA"),
        ({"timezones": {"https://bali": "Asia/Makassar"}}, "timezones", "is written like"),
        ({"article_url": "("}, "article_url", "not a regular expression"),
        ({"deny_url": "[z-a]"}, "deny_url", "not a regular expression"),
        ({"container": ("div..x",)}, "container", "not a CSS selector"),
        ({"prune": ("a:no-such()",)}, "prune", "not a CSS selector"),
        ({"author": (".author",)[0]}, "author", "a tuple of strings"),
        ({"overrides": {"words": str}}, "overrides", "it can name: authors"),
        ({"overrides": {"title": "h1"}}, "overrides", "functions"),
        ({"delay": -1}, "delay", "between 0 and 3600"),
        ({"delay": float("nan")}, "delay", "between 0 and 3600"),
        ({"delay": "5"}, "delay", "a number"),
        ({"min_words": -1}, "min_words", "a whole number"),
        ({"needs_javascript": "no"}, "needs_javascript", "True or False"),
        ({"whole_article": "?page=all"}, "whole_article", "not a query"),
    ],
)
def test_a_definition_that_cannot_be_meant_is_refused_in_one_sentence(changes, field, says):
    with pytest.raises(SiteError) as refused:
        a_site(**changes)
    message = str(refused.value)
    assert message.startswith(f"site {str(changes.get('name', 'kabar'))!r}: {field} ")
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"name": "Daerah!"}, "name", "lower-case"),
        ({"feeds": "https://kabar.test/rss"}, "feeds", "a tuple of strings"),
        ({"listings": ("/daerah",)}, "listings", "not an http or https URL"),
        ({"sitemaps": ("ftp://kabar.test/sitemap.xml",)}, "sitemaps", "not an http or https URL"),
        ({"listings": ()}, "feeds", "no feed, sitemap or listing"),
    ],
)
def test_a_section_that_cannot_be_meant_is_refused(changes, field, says):
    with pytest.raises(SiteError, match=rf"section .*: {field} .*{says}"):
        a_section(**changes)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"url": "https://kabar.test/indeks"}, "has no {date}"),
        ({"url": "/indeks/{date}"}, "not an http or https URL"),
        ({"url": "https://kabar.test/{date}/{hal}"}, "cannot be filled in"),
        ({"url": "https://kabar.test/{date"}, "cannot be filled in"),
        ({"url": "https://kabar.test/{date.no_such}"}, "cannot be filled in"),
        ({"url": "https://kabar.test/{date}", "step": 0}, "at least 1"),
        ({"url": "https://kabar.test/{date}", "max_pages": 0}, "at least 1"),
    ],
)
def test_an_archive_that_cannot_be_meant_is_refused(arguments, says):
    with pytest.raises(SiteError, match=says):
        Archive(**arguments)


def test_two_sections_of_one_name_are_refused():
    with pytest.raises(SiteError, match="holds 'daerah' twice"):
        a_site(sections=(a_section(), a_section()))


def test_a_source_on_another_site_is_refused():
    with pytest.raises(SiteError, match=r"daerah: https://lain\.test/rss is not on kabar\.test"):
        a_site(sections=(a_section(feeds=("https://lain.test/rss",)),))


def test_a_section_archive_on_another_site_is_refused():
    with pytest.raises(SiteError, match=r"daerah: archive .*is not on kabar.test"):
        a_site(sections=(a_section(archive=Archive("https://lain.test/{date}")),))


@pytest.mark.parametrize("kind", [Site, Section, Archive])
def test_every_field_of_a_definition_is_checked_against_its_annotation(kind):
    assert {str(field.type) for field in kind.__dataclass_fields__.values()} <= set(_KINDS)


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://kabar.test/", True),
        ("http://Bali.KABAR.test:8080/a", True),
        ("https://kabar.test./a", True),
        ("https://kabar.test@lain.test/", False),
        ("https://bukankabar.test/", False),
        ("https://kabar.test.lain.test/", False),
        ("https://img.kabar.test/a", False),
        ("http://[::1", False),
        ("mailto:redaksi@kabar.test", False),
        ("", False),
    ],
)
def test_a_site_owns_its_hosts_and_no_others(url, owned):
    assert a_site(deny_hosts=("img.kabar.test",)).owns(url) is owned


def test_a_site_with_letters_of_its_own_is_found_in_either_spelling():
    site = a_site(domains=("xn--bcher-kva.test",))
    assert site.owns("http://bücher.test/")
    assert site.owns("http://xn--bcher-kva.test/")


def test_denied_urls_are_not_allowed():
    site = a_site(deny_url=r"/cetak/")
    assert not site.allows("https://kabar.test/cetak/1")
    assert site.allows("https://kabar.test/berita/1")


def test_a_url_longer_than_urls_are_is_not_allowed():
    site = a_site(article_url="berita")
    assert site.is_article("https://kabar.test/berita/" + "a" * 2000)
    assert site.is_article("https://kabar.test/berita/" + "a" * 2100) is False


def test_without_a_pattern_it_is_not_known_what_an_article_is():
    assert a_site().is_article("https://kabar.test/berita/1") is None
    assert a_site().is_article("https://lain.test/berita/1") is False


def test_a_host_keeps_the_zone_of_the_nearest_host_above_it():
    site = a_site(timezones={"bali.kabar.test": "Asia/Makassar", "timur.bali.kabar.test": "Asia/Jayapura"})
    assert site.zone("https://kabar.test/") == "Asia/Jakarta"
    assert site.zone("https://m.bali.kabar.test/") == "Asia/Makassar"
    assert site.zone("https://timur.bali.kabar.test/") == "Asia/Jayapura"


def test_an_unknown_section_is_told_with_those_there_are():
    with pytest.raises(UnknownSection, match="site kabar has no section named 'dearah'; it has: daerah"):
        a_site(sections=(a_section(),)).section("dearah")


def test_feeds_are_read_before_sitemaps_and_listings():
    section = a_section(sitemaps=("https://kabar.test/s.xml",), feeds=("https://kabar.test/rss",))
    assert [kind for kind, _ in section.seeds] == ["feed", "sitemap", "listing"]


def test_archive_pages_count_as_the_site_counts():
    archive = Archive("https://kabar.test/{date:%Y/%m/%d}/{page}", first=0, step=50, max_pages=3)
    pages = [archive.page_url(date(2024, 2, 9), number) for number in range(4)]
    assert pages == [*(f"https://kabar.test/2024/02/09/{offset}" for offset in (0, 50, 100)), None]


def test_an_archive_without_page_numbers_has_one_page_a_day():
    archive = Archive("https://kabar.test/{date}")
    assert archive.page_url(date(2024, 2, 9), 0) == "https://kabar.test/2024-02-09"
    assert archive.page_url(date(2024, 2, 9), 1) is None


def test_sites_can_be_kept_in_sets():
    assert len({a_site(timezones={"kabar.test": "UTC"}), a_site(timezones={"kabar.test": "UTC"})}) == 1
