"""Regular expressions that a definition's author wrote, on URLs that a stranger did."""

import time

import pytest

from newscrawl.model.errors import SiteError
from newscrawl.sites.base import Section, Site
from newscrawl.sites.patterns import Pattern, fault_of

ENDLESS = [r"(a+)+$", r"(\w|\w\w)+$", r"/(\d+|\d)*/$"]
"""Patterns that take years on a URL of 2,000 characters."""
TREACHEROUS = [
    *ENDLESS,
    r"^https?://[^/]+/(\w+)*$",
    r"/(?:[a-z]+-?)+\.html$",
    r"(?:.*a){20}b",
    r"(?:a|a)*b$",
    r"^(?:([a-z0-9-])+/?)+$",
    r"(.*)*\d!$",
]
"""Patterns that take years with `re`."""
USUAL = [
    r"republika\.co\.id/berita/",
    r"^https?://[^/?#]+/baca/\d+/[\w-]+",
    r"/\d{4}/\d\d/\d\d/[a-z0-9-]+/?$",
    r"^https?://[\w.-]+/(?:[^/]+/)+[^/]+\.html$",
    r"/(?:foto|video|tag)/",
]


@pytest.mark.parametrize("source", ENDLESS)
def test_a_pattern_without_end_is_refused_when_the_definition_is_read(source):
    with pytest.raises(SiteError, match="takes too long on a long URL"):
        Site(
            name="koran",
            title="Koran",
            domains=("koran.test",),
            article_url=source,
            sections=(Section("semua", feeds=("http://koran.test/feed",)),),
        )


@pytest.mark.parametrize("source", TREACHEROUS)
def test_a_treacherous_pattern_is_refused_or_searched_in_bounded_time(source):
    if fault_of(source):
        return
    pattern = Pattern(source, when_too_long=False)
    began = time.process_time()
    for piece in ("a", "1", "a-", "a/", "ab1-"):
        pattern.found_in("http://koran.test/" + piece * 700 + "!")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("source", USUAL)
def test_usual_patterns_are_none_of_those(source):
    assert fault_of(source) is None


@pytest.mark.parametrize("source", ["(", "[a", "*", "a{2,1}", "(" * 5000])
def test_what_is_no_regular_expression_is_refused(source):
    assert (fault_of(source) or "").startswith("is not a regular expression")


@pytest.mark.parametrize("when_too_long", [True, False])
def test_a_pattern_that_slipped_through_costs_a_moment_and_is_not_tried_for_ever(when_too_long, caplog):
    pattern = Pattern(r"(a+)+$", when_too_long)
    url = "http://koran.test/" + "a" * 2000 + "!"
    began = time.process_time()
    assert [pattern.found_in(url) for _ in range(1000)] == [when_too_long] * 1000
    assert time.process_time() - began < 3
    assert len(caplog.records) == 3


def test_a_url_longer_than_any_browser_takes_is_nobodys(a_site):
    assert not a_site.allows("http://koran.test/" + "a" * 50_000)
    assert not a_site.is_article("http://koran.test/berita/" + "a" * 50_000)


@pytest.fixture
def a_site():
    return Site(name="koran", title="Koran", domains=("koran.test",), article_url=r"/berita/")
