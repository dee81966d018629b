"""CSS selectors: those of a site's furniture are looked for together, and found as if each were looked for alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from newscrawl.extract.page.selectors import select_any, select_css

SELECTORS = [".ads", "div.ads", ".ads.wide", "p.wide.ads", ".Ads", "#top", "[class*=wid]", "div .ads", ".ads, p", "p"]
NAMES = ["ads", "wide", "ads wide", " wide\tads\n", "Ads", "ads-wide", "ads\u00a0wide", ""]


@given(
    st.lists(st.tuples(st.sampled_from(["div", "p", "span"]), st.sampled_from(NAMES)), max_size=8),
    st.lists(st.sampled_from(SELECTORS), max_size=4),
)
def test_selectors_find_together_what_they_find_alone(elements, selectors):
    root = document_fromstring("<html><body><div id='top'></div></body></html>")
    place = root.find("body")
    for tag, name in elements:
        place = _within(place, tag, name)
    assert select_any(root, selectors) == {e for selector in selectors for e in select_css(root, selector)}


def _within(place, tag, name):
    place.append(place.makeelement(tag, {"class": name}))
    return place[-1]


@pytest.mark.parametrize(
    ("name", "found"), [("ads", 1), ("wide\n ads", 1), ("ads-wide", 0), ("adswide", 0), ("Ads", 0)]
)
def test_a_class_is_a_whole_word(name, found):
    root = document_fromstring(f"<html><body><div class='{name}'>kata</div></body></html>")
    assert len(select_any(root, [".ads"])) == found
