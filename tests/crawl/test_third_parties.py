"""What the browser does not load for a page, by whose it is."""

from types import SimpleNamespace

import pytest

from newscrawl.crawl.browser import may_not_load


@pytest.mark.parametrize(
    ("url", "left_out"),
    [
        ("https://securepubads.g.doubleclick.net/tag/js/gpt.js", True),
        ("https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js", True),
        ("https://www.google-analytics.com./analytics.js", True),
        ("https://SB.ScorecardResearch.com/beacon.js", True),
        ("https://mgid.com/x.js", True),
        ("https://cdn.rangkawarta.example/app.js", False),
        ("https://d1x2y3.cloudfront.net/bundle.js", False),
        ("https://cdn.jsdelivr.net/npm/vue@3", False),
        ("https://notdoubleclick.net/app.js", False),
        ("https://doubleclick.net.kabar.example/app.js", False),
        ("https://kabar.example/doubleclick.net/app.js", False),
    ],
)
def test_scripts_of_advertisers_and_counters_are_left_out_and_those_of_other_domains_are_not(url, left_out):
    assert may_not_load(SimpleNamespace(url=url, resource_type="script"), frozenset()) is left_out


def test_a_page_of_such_a_domain_is_a_page_like_any_other():
    page = SimpleNamespace(url="https://blog.outbrain.com/berita", resource_type="document")
    assert not may_not_load(page, frozenset())
