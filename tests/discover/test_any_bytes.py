"""Laws of every reader: any bytes give a Found that keeps its promises, and nothing is raised."""

import gzip
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discover import Found, read_feed, read_listing, read_sitemap
from newscrawl.discover.documents import decode, gunzip
from newscrawl.discover.sniff import source_kind
from newscrawl.model import canonical

URL = "https://kabar.test/x"
FEED = b"""<?xml version="1.0"?><rss xmlns:dc="urn:dc"><channel><item><title>Satu &amp; dua</title>
<link>https://kabar.test/1?a=b</link><pubDate>Wed, 23 Oct 2024 17:11:00 +0700</pubDate></item><item>
<title><![CDATA[Tiga]]></title><link>/2</link><dc:date>2024-10-23T17:11:00Z</dc:date></item></channel></rss>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="urn:s"><url><loc>https://kabar.test/1</loc><lastmod>2024-10-23</lastmod>
</url><url><loc><![CDATA[/2]]></loc></url></urlset>"""
LISTING = b"""<!doctype html><html><head><base href="/a/"><meta charset="utf-8"></head><body>
<h2><a href="1">Satu</a></h2>
<div class="pagination"><a href="?page=2">2</a></div><a href="http://[x">X</a></body></html>"""
READERS = {"feed": (read_feed, FEED), "sitemap": (read_sitemap, SITEMAP), "listing": (read_listing, LISTING)}


def assert_sound(found):
    assert isinstance(found, Found)
    urls = [link.url for link in (*found.links, *found.sources)] + ([found.next_page] if found.next_page else [])
    for url in urls:
        assert urlsplit(url).scheme in {"http", "https"}
        assert canonical(url)
    assert len(found.links) == len({link.url for link in found.links})
    for link in found.links:
        assert link.title is None or link.title.strip()
        assert all(moment is None or moment.tzinfo for moment in (link.published_at, link.modified_at))
    assert found.links or found.sources or found.next_page or found.problems


@st.composite
def mutated(draw, document):
    body = bytearray(document)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, min(len(body), start + 40)))
        body[start:end] = draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b">", b"&", b"]]>", b"\0", b'"']))
        )
    return bytes(body)


@pytest.mark.parametrize("reader", [reader for reader, _ in READERS.values()], ids=READERS)
@given(
    body=st.binary(max_size=500),
    encoding=st.none() | st.sampled_from(["utf-8", "utf-16", "gbk", "x", "idna", "hex", "punycode"]),
)
def test_any_bytes_can_be_read(reader, body, encoding):
    assert_sound(reader(body, URL, encoding))


@pytest.mark.parametrize(("reader", "document"), READERS.values(), ids=READERS)
@given(data=st.data())
def test_damaged_documents_can_be_read(reader, document, data):
    assert_sound(reader(data.draw(mutated(document)), URL))


@given(data=st.data())
def test_damaged_gzip_can_be_read(data):
    assert_sound(read_sitemap(data.draw(mutated(gzip.compress(SITEMAP))), URL))


@given(href=st.text(max_size=60))
def test_any_address_can_be_linked(href):
    escaped = href.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    assert_sound(read_listing(f'<a href="{escaped}">X</a>'.encode("utf-8", "replace"), URL))
    assert_sound(read_sitemap(f"<urlset><url><loc>{escaped}</loc></url></urlset>".encode("utf-8", "replace"), URL))


@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_believed(encoding, text):
    assert decode(text.encode(encoding), "windows-1252") == text


@given(body=st.binary(max_size=2000), limit=st.integers(0, 3000))
def test_gunzip_gives_what_was_packed_and_never_more_than_its_limit(body, limit):
    assert gunzip(gzip.compress(body), 1 << 20) == (body, True)
    unpacked, whole = gunzip(gzip.compress(body), limit)
    assert unpacked == body[:limit]
    assert not whole or len(body) <= limit


@pytest.mark.parametrize(("kind", "document"), [(kind, document) for kind, (_, document) in READERS.items()])
def test_a_document_is_taken_for_what_it_is(kind, document):
    assert source_kind(document, URL) == kind
    assert source_kind(document.decode().encode("utf-16"), URL) == kind
