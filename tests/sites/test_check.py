from pathlib import Path

import pytest

from newscrawl.sites import Section, Site, load
from newscrawl.sites.check import check


def a_site(**changes):
    sound = {
        "name": "kabar",
        "title": "Kabar",
        "domains": ("kabar.co.id",),
        "language": "id",
        "article_url": r"^https?://[^/]+/berita/\d+/",
        "sections": (Section("kota", listings=("https://kabar.co.id/kota",)),),
    }
    return Site(**sound | changes)


def test_a_sound_definition_raises_no_doubts():
    assert check(a_site()) == []


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"sections": ()}, "sections: there are none"),
        ({"article_url": None}, "article_url: is not given"),
        ({"language": None}, "language: is not given"),
        ({"domains": ("kabar.co.id", "bali.kabar.com")}, "domains: bali.kabar.com is a part of kabar.com"),
        ({"deny_hosts": ("img.lain.test",)}, "deny_hosts: img.lain.test is not under kabar.co.id"),
        ({"timezones": {"bali.lain.test": "Asia/Makassar"}}, "timezones: bali.lain.test is not under"),
        ({"article_url": r"^https://[^/]+/(a+)+$"}, "article_url: repeats what repeats"),
        ({"article_url": r"^https://[^/]+/(?:\w+-?)*\d"}, "article_url: repeats what repeats"),
        ({"article_url": r"/berita/\d+/"}, "article_url: does not begin with ^"),
        ({"deny_url": "^https?://kabar.co.id/k"}, "sections: kota: https://kabar.co.id/kota is denied by deny_url"),
        ({"article_url": "^https?://kabar.co.id/k"}, "the listing https://kabar.co.id/kota matches article_url"),
        (
            {"sections": tuple(Section(name, listings=("https://kabar.co.id/",)) for name in ("kota", "desa"))},
            "sections: https://kabar.co.id/ is read 2 times",
        ),
        ({"sections": (Section("kota", listings=("https://kabar.co.id/#kota",)),)}, "has a fragment"),
    ],
)
def test_what_is_doubtful_is_told_with_its_field(changes, doubt):
    assert any(doubt in found for found in check(a_site(**changes)))


def test_repeats_of_a_fixed_number_are_no_doubt():
    assert check(a_site(article_url=r"^https?://[^/]+/(?:[\w-]+/){1,3}d-\d+/")) == []


def test_the_definitions_that_the_project_shows_raise_no_doubt_but_one_that_is_meant():
    catalogue = load(Path(__file__).parents[2] / "newscrawl" / "demo" / "sites")
    doubts = [(site.name, doubt) for site in catalogue for doubt in check(site)]
    # It prints what an agency writes in another language.
    assert [(name, doubt.partition(":")[0]) for name, doubt in doubts] == [("harbourherald", "language")]
