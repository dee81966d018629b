"""The ``-a`` arguments of a crawl."""

from datetime import date

import pytest

from newscrawl.crawl.options import read_any_options, read_site_options
from newscrawl.model.errors import UnknownSection, UsageError
from newscrawl.sites import Archive, Section, Site

KABAR = Site(
    name="kabar",
    title="Kabar",
    domains=("kabar.test",),
    sections=(
        Section("daerah", feeds=("https://kabar.test/daerah.xml",)),
        Section("ekonomi", listings=("https://kabar.test/ekonomi",)),
    ),
    archive=Archive("https://kabar.test/indeks/{date:%Y/%m/%d}?page={page}"),
)
WARTA = Site(name="warta", title="Warta", domains=("warta.test",))


def test_sections_are_split_at_commas_and_each_is_taken_once():
    options = read_site_options({"section": "daerah, ekonomi,daerah"}, (KABAR,))
    assert options.sections == ("daerah", "ekonomi")


def test_days_numbers_and_flags_are_read():
    options = read_site_options(
        {"since": "2024-10-01", "until": "2024-10-03", "max_articles": "5", "full": "1", "dry_run": "yes"}, (KABAR,)
    )
    assert (options.since, options.until) == (date(2024, 10, 1), date(2024, 10, 3))
    assert (options.max_articles, options.full, options.dry_run) == (5, True, True)


def test_an_unknown_section_is_answered_with_the_sections_there_are():
    with pytest.raises(UnknownSection, match="no section named 'olahraga'; it has: daerah, ekonomi"):
        read_site_options({"section": "olahraga"}, (KABAR,))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"sections": "daerah"}, "unknown argument -a sections=…; there are: section, since"),
        ({"url": "https://kabar.test/"}, "unknown argument -a url=…"),
        ({"section": ""}, "-a section= names no section"),
        ({"since": "01-10-2024"}, "since is '01-10-2024', not a day like 2024-10-23"),
        ({"since": "2024-02-31"}, "since is '2024-02-31', not a day"),
        ({"since": "2024-10-03", "until": "2024-10-01"}, "until .2024-10-01. is before since"),
        ({"until": "2024-10-01"}, "until needs since"),
        ({"since": "2999-01-01"}, "since is 2999-01-01, which is yet to come"),
        ({"since": "1900-01-01"}, "at most 36525 days are walked at once"),
        ({"since": "2024-10-01", "section": "daerah"}, "section daerah of site kabar has no dated archive of its own"),
        ({"max_articles": "0"}, "max_articles is '0', not a number of at least 1"),
        ({"max_articles": "five"}, "max_articles is 'five'"),
        ({"max_articles": "9" * 40}, "max_articles is '9+', not a number"),
        ({"full": "maybe"}, "full is 'maybe'; it can be 1 or 0"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(arguments, sentence):
    with pytest.raises(UsageError, match=sentence):
        read_site_options(arguments, (KABAR,))


def test_a_dated_walk_needs_a_site_with_a_dated_archive():
    with pytest.raises(UsageError, match="site warta has no dated archive"):
        read_site_options({"since": "2024-10-01"}, (KABAR, WARTA))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({}, "the spider any needs a URL"),
        ({"url": "  "}, "the spider any needs a URL"),
        ({"url": "kabar.test"}, "url is 'kabar.test', not an http or https URL"),
        ({"url": "file:///etc/passwd"}, "not an http or https URL"),
        ({"url": "http://[::1/"}, "not an http or https URL"),
        ({"url": "http://kabar.test:99999/"}, "not an http or https URL"),
        ({"url": "http://.../"}, "not an http or https URL"),
        ({"url": "http://a b.test/"}, "not an http or https URL"),
        ({"url": "http://kabar.test/" + "a" * 2100}, "at most 2083 characters"),
        ({"url": "https://kabar.test/", "section": "daerah"}, "unknown argument -a section=…"),
    ],
)
def test_any_needs_a_web_address_and_takes_no_section(arguments, sentence):
    with pytest.raises(UsageError, match=sentence):
        read_any_options(arguments)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://user:secret@kabar.test/daerah", "http://kabar.test/daerah"),
        ("http://KABAR.test:8080/a?b=1", "http://KABAR.test:8080/a?b=1"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("https://kabar.test", "https://kabar.test"),
    ],
)
def test_a_url_is_kept_as_it_is_but_for_a_password(url, kept):
    assert read_any_options({"url": url}).url == kept


def test_any_takes_a_depth():
    assert read_any_options({"url": "https://kabar.test/", "max_depth": "2"}).max_depth == 2
