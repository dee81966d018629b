"""Scripts, styles and drawings are set aside before a page is parsed, and nothing else of it changes."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HTMLParser, document_fromstring

from newscrawl.extract.page.markup import read_markup
from newscrawl.extract.page.tree import read_document
from newscrawl.model import Page
from newscrawl.sites import Site, generic_site

URL = "https://kabar.test/berita/warga"
LONG = "var a = {b: 1 < 2, c: '<p class=\"x\">d</p>', e: 3 > 2}; // it's\n" * 4
STYLE = 'p > b { color: red; } /* it\'s "so" */ ' * 4
DRAWING = "<path d='M0 0L1 1'/><g><circle r=1></circle><title>Logo</title></g>" * 2
PADDING = "<p>kata</p>" * 1_500
PIECES = (
    "<p>satu</p>", "<div class='a' id=b>", "</div>", "dua <b>tiga</b>", "<br/>", "a < b", "it's", '"', "<!-- kata -->",
    f"<script>{LONG}</script>", f"<SCRIPT type='text/javascript' async>{LONG}</Script >", "<script src=/a.js></script>",
    f"<script>{LONG}<!-- {LONG} --></script>", f"<!-- <script>{LONG}</script> -->",
    f"<!-- <script> --><p>terlihat</p><!-- {LONG} </script> -->", "<!-- --",
    f"<script>document.write('<script>{LONG}<\\/script>')</script>",
    f"<div data-html='<script>'>empat</div><div data-html='{'x' * 80}</script>'>lima</div>",
    f"<style>{STYLE}</style>", f"<svg viewBox='0 0 1 1'>{DRAWING}</svg>", f"<svg><svg>{DRAWING}</svg>{DRAWING}</svg>",
    f"<a title='a > b' href=x>enam <svg>{DRAWING}</svg></a>", f"<noscript><style>{STYLE}</style>tujuh</noscript>",
    f"<textarea><script>{LONG}</script></textarea>", f"<title>{LONG}</title>",
    f"<script>{'x' * 90}<{'y' * 90}<\n{'z' * 64}</script>", "<!-->", "<!-- <b> --><!---->",
)  # fmt: skip


def parsed(encoded):
    return document_fromstring(encoded, parser=HTMLParser(encoding="utf-8"))


def printed(root):
    """Every element with its attributes and what is printed in it and behind it; of a drawing only itself."""
    found = []
    for element in root.iter("*"):
        if any(above.tag == "svg" for above in element.iterancestors()):
            continue
        raw = element.tag in {"script", "style", "svg", "textarea", "title"}
        found.append((element.tag, dict(element.attrib), None if raw else element.text, element.tail))
    return found


def page_of(*pieces):
    return f"<html><head></head><body>{PADDING}{''.join(pieces)}<p>Akhir.</p></body></html>".encode()


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_what_is_printed_stays_as_it_is(pieces):
    encoded = page_of(*pieces)
    assert printed(parsed(read_markup(encoded).encoded)) == printed(parsed(encoded))


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_every_script_has_its_text(pieces):
    encoded = page_of(*pieces)
    markup = read_markup(encoded)
    texts = [markup.text_of(script) for script in parsed(markup.encoded).iter("script")]
    assert texts == [script.text or "" for script in parsed(encoded).iter("script")]


def test_scripts_styles_and_drawings_are_not_parsed():
    lean = read_markup(page_of(f"<script>{LONG}</script><style>{STYLE}</style><svg>{DRAWING}</svg>")).encoded
    assert len(lean) < len(page_of()) + 100
    assert not re.search(rb"var a|color|circle", lean)


@pytest.mark.parametrize("text", ["#7", "#0", "#" + "9" * 400])
def test_a_script_that_looks_like_a_reference_is_its_own(text):
    markup = read_markup(page_of(f"<script>{text}</script>"))
    assert [markup.text_of(script) for script in parsed(markup.encoded).iter("script")] == [text]


def test_the_functions_of_a_definition_find_the_scripts_in_the_page():
    page = Page(URL, page_of(f"<script>{LONG}</script>"), datetime(2026, 3, 4, tzinfo=UTC))
    own = Site("kabar", "Kabar", domains=("kabar.test",), overrides={"title": lambda root: root.findtext(".//script")})
    assert read_document(page, own).root.findtext(".//script") == LONG
    assert read_document(page, generic_site(URL)).root.findtext(".//script") == "#0"
