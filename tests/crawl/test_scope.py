"""How far ``any`` goes."""

import pytest

from newscrawl.crawl.scope import Scope


@pytest.mark.parametrize(
    ("seed", "folder"),
    [
        ("http://www.kabar.test", "/"),
        ("http://kabar.test/", "/"),
        ("http://kabar.test/index.html", "/"),
        ("http://kabar.test/daerah", "/daerah/"),
        ("http://kabar.test/daerah/", "/daerah/"),
        ("http://kabar.test/daerah.html", "/daerah/"),
        ("http://kabar.test/daerah/index.php?page=1", "/daerah/"),
        ("http://kabar.test/daerah/aceh", "/daerah/aceh/"),
    ],
)
def test_a_home_page_gives_its_host_and_a_section_page_its_section(seed, folder):
    assert Scope.around(seed) == Scope("kabar.test", folder)


def test_a_section_covers_what_lies_under_it_and_nothing_else():
    scope = Scope.around("https://www.kabar.test/daerah/")
    assert scope.covers("http://kabar.test/daerah/2")
    assert not scope.covers("http://kabar.test/daerah-istimewa")
    assert not scope.covers("http://kabar.test/ekonomi/")
    assert not scope.covers("http://lain.test/daerah/2")


def test_a_sub_domain_is_another_host():
    assert not Scope.around("https://kabar.test/").same_host("https://foto.kabar.test/")
