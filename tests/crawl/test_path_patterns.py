"""Which paths a pattern of robots.txt matches, as RFC 9309 says (2.2.2 and 2.2.3)."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.path_patterns import PathPattern, comparable_path

TABLE = [
    ("/", "/", True),
    ("/berita", "/berita/1", True),
    ("/berita", "/beritaku", True),
    ("/berita/", "/berita", False),
    ("/Berita", "/berita", False),
    ("/berita$", "/berita", True),
    ("/berita$", "/berita/", False),
    ("/*.php$", "/a/b.php", True),
    ("/*.php$", "/a/b.php?x=1", False),
    ("/*.php", "/a/b.php?x=1", True),
    ("*/cetak", "/berita/1/cetak", True),
    ("/*?hal=", "/kanal?hal=2", True),
    ("/*?hal=", "/kanal?lain=2&hal=2", False),
    ("/**a", "/b/a", True),
    ("/*", "/", True),
    ("$", "/", False),
    ("/a*b*c$", "/a-b-c-b-c", True),
    ("/aa*aa$", "/aaa", False),
    # Escapes: an unreserved character is itself however it is written, a reserved one is not.
    ("/%7Ebudi", "/~budi", True),
    ("/~budi", "/%7ebudi", True),
    ("/a%2fb", "/a%2Fb", True),
    ("/a/b", "/a%2Fb", False),
    ("/kopi-é", "/kopi-%C3%A9", True),
    ("/kopi-%c3%a9", "/kopi-é", True),
    ("/bintang-%2A$", "/bintang-*", True),
    ("/bintang-%2A$", "/bintang-x", False),
    ("/harga-%24", "/harga-$", True),
    ("/a$b", "/a$b", True),
    ("/100%", "/100%", True),
]


@pytest.mark.parametrize(("pattern", "path", "matches"), TABLE)
def test_a_pattern_matches_from_the_beginning_of_path_and_query(pattern, path, matches):
    assert PathPattern(pattern).matches(comparable_path(f"https://kabar.test{path}")) is matches


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://kabar.test", "/"),
        ("https://kabar.test/a?b=c#d", "/a?b=c"),
        ("https://kabar.test/a?", "/a?"),
        ("https://kabar.test/a*$", "/a%2A%24"),
    ],
)
def test_the_path_that_is_compared(url, path):
    assert comparable_path(url) == path


def test_a_pattern_of_twenty_thousand_stars_costs_next_to_nothing():
    pattern, path = PathPattern("/" + "a*" * 20_000), "/" + "a" * 2000
    began = time.perf_counter()
    assert not pattern.matches(path)
    assert time.perf_counter() - began < 0.5


@given(
    pattern=st.text("ab*$/", min_size=1, max_size=8).map(lambda text: f"/{text}"),
    path=st.text("ab/", max_size=8).map(lambda text: f"/{text}"),
)
def test_matching_agrees_with_the_same_pattern_as_a_regular_expression(pattern, path):
    anchored = pattern.endswith("$")
    expression = re.escape(pattern.removesuffix("$")).replace(r"\*", ".*") + ("$" if anchored else "")
    assert PathPattern(pattern).matches(comparable_path(f"http://a.test{path}")) is bool(re.match(expression, path))
