"""Whatever the bytes are, `process` gives an article or refuses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.model import Article, Page, Rejected
from newscrawl.process import process

GOLDEN = sorted((Path(__file__).parents[1] / "extract" / "golden").rglob("*.html"))
SCRAPS = [
    b"<",
    b">",
    b'"',
    b"</div>",
    b"<div>",
    b"<a href='//[x'>",
    b"\x00",
    b"\xff\xfe",
    b"<script>",
    b"<!--",
    b"&#x110000;",
    b"<p>",
]


def outcome(body, url="https://kabar.test/berita/satu"):
    try:
        return process(Page(url, body, datetime(2026, 3, 4, tzinfo=UTC)))
    except Rejected as rejected:
        return rejected


@given(st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_bytes(body):
    assert isinstance(outcome(b"<html><h1>Judul</h1><p>" + body), Article | Rejected)


@pytest.mark.parametrize("path", GOLDEN, ids=[path.parent.name for path in GOLDEN])
@given(cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 400), st.sampled_from(SCRAPS)), min_size=1, max_size=6))
@settings(max_examples=12, deadline=None)
def test_a_page_with_pieces_lost_and_scraps_put_in(path, cuts):
    body = path.read_bytes()
    for where, length, scrap in cuts:
        at = int(where * len(body))
        body = body[:at] + scrap + body[at + length :]
    assert isinstance(outcome(body), Article | Rejected)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_date_author_and_canonical_link(value):
    from html import escape

    text = escape(value, quote=True)
    head = "".join(
        f"<meta name='{name}' content='{text}'>"
        for name in (
            "author",
            "pubdate",
            "article:published_time",
            "og:url",
            "og:image",
            "og:title",
            "content_total_pages",
            "keywords",
        )
    )
    story = "".join(
        f"<p>Warga kampung {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu.</p>"
        for n in range(6)
    )
    head += f"<link rel=canonical href='{text}'>"
    page = f"<html lang='{text}'><head>{head}</head><body><h1>{text}</h1>{story}</body></html>"
    assert isinstance(outcome(page.encode("utf-8", "replace")), Article | Rejected)
