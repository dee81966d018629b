"""What a robots.txt says to this crawler."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.robots_rules import LIMIT, RobotsRules, parse_robots


def refusal(text, path, product="newscrawl"):
    body = text if isinstance(text, bytes) else text.encode()
    rule = parse_robots(body, product).refusal(f"https://kabar.test{path}")
    return None if rule is None else str(rule)


@pytest.mark.parametrize(
    ("text", "path", "rule"),
    [
        ("User-agent: *\nDisallow: /a", "/a/1", '"Disallow: /a" for *'),
        ("User-agent: *\nDisallow: /a", "/b", None),
        ("User-agent: *\nDisallow:", "/b", None),
        ("Disallow: /", "/b", None),  # nobody is named
        # The longest rule decides, wherever it stands; of two alike the one that allows.
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", '"Disallow: /a/b" for *'),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", None),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", None),
        ("User-agent: *\nDisallow: /*.php\nAllow: /a", "/a.php", '"Disallow: /*.php" for *'),
        # Our own group counts, and then no other; all groups of one name are one group.
        ("User-agent: newscrawl\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", None),
        ("User-agent: NewsCrawl/1.0\nDisallow: /a", "/a", '"Disallow: /a" for newscrawl'),
        ("User-agent: newscrawl\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: newscrawl\nDisallow: /b", "/b",
         '"Disallow: /b" for newscrawl'),
        ("User-agent: newscrawl\nDisallow:\n\nUser-agent: *\nDisallow: /", "/b", None),
        ("User-agent: newscrawl\n\nUser-agent: *\nDisallow: /", "/b", '"Disallow: /" for newscrawl'),
        ("User-agent: x\nUser-agent: newscrawl\nDisallow: /a", "/a", '"Disallow: /a" for newscrawl'),
        ("User-agent: newscrawler\nDisallow: /", "/a", None),
        ("User-agent: news\nDisallow: /", "/a", None),
        ("User-agent: *\nSitemap: https://kabar.test/s.xml\nDisallow: /a", "/a", '"Disallow: /a" for *'),
        ("User-agent: x\nCrawl-delay: 5\nUser-agent: *\nDisallow: /a", "/a", '"Disallow: /a" for *'),
        # What people write.
        ("user-AGENT : *\nDISALLOW : /a # rahasia", "/a", '"Disallow: /a" for *'),
        ("User-agent *\nDisallow /a", "/a", '"Disallow: /a" for *'),
        ("User-agent: *\nDissallow: /a", "/a", '"Disallow: /a" for *'),
        ("User-agent: *\nDisallow: a", "/a", '"Disallow: /a" for *'),
        ("User-agent: *\rDisallow: /a", "/a", '"Disallow: /a" for *'),
        ("<html><body>Disallow: /</body></html>", "/a", None),
        (b"User-agent: *\nDisallow: /caf\xe9\n", "/caf%E9", '"Disallow: /caf" for *'),
        ("User-agent: *\nDisallow: /\x1b[31mmerah\u202e", "/%1B[31mmerah%E2%80%AE", '"Disallow: /merah" for *'),
        # The file itself is always allowed.
        ("User-agent: *\nDisallow: /", "/robots.txt", None),
    ],
)  # fmt: skip
def test_the_rule_that_forbids_a_path(text, path, rule):
    assert refusal(text, path) == rule


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 1e9", 1e9),
        ("User-agent: *\nCrawl-delay: 1e400", math.inf),
        ("User-agent: *\nCrawl-delay: -1", None),
        ("User-agent: *\nCrawl-delay: NaN", None),
        ("User-agent: *\nCrawl-delay: sebentar", None),
        ("User-agent: *\nCrawl-delay: 2\nCrawl-delay: 3\nCrawl-delay: 1", 3.0),
        ("User-agent: newscrawl\nDisallow:\n\nUser-agent: *\nCrawl-delay: 9", None),
        ("Crawl-delay: 9", None),
    ],
)
def test_the_crawl_delay_is_that_of_our_group_in_seconds(text, delay):
    assert parse_robots(text.encode(), "newscrawl").crawl_delay == delay


def test_sitemaps_are_named_to_everybody_once_and_absolute():
    text = "Sitemap: https://a.test/1.xml\nUser-agent: x\nDisallow: /\nsitemap:https://a.test/1.xml\n"
    rules = parse_robots((text + "Sitemap: /2.xml\nSitemap: file:///3.xml").encode(), "newscrawl")
    assert rules.sitemaps == ("https://a.test/1.xml",)


def test_no_more_than_500_kib_are_read_and_a_line_cut_in_two_is_left_out():
    head = b"User-agent: *\n#"
    body = head + b"x" * (LIMIT - len(head) - 12) + b"\nDisallow: /ab\nDisallow: /c\n"
    assert body[:LIMIT].endswith(b"\nDisallow: /")
    assert parse_robots(body, "newscrawl") == RobotsRules()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_complaint(body):
    parse_robots(body, "newscrawl").refusal("https://kabar.test/a")
