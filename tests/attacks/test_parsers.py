"""Attacks 9, 12 and 27: documents that are traps for whoever parses them."""

import json
import time
from datetime import UTC, datetime

import pytest

from newscrawl.discover import read_feed, read_listing, read_sitemap
from newscrawl.model import Page, Rejected, to_json
from newscrawl.process import process
from tests.attacks.hostile import HostileServer, reply, story

URL = "http://koran.test/berita/1"
READERS = [read_feed, read_sitemap, read_listing]


@pytest.fixture
def outside():
    """Where an external entity or DTD would be fetched from."""
    server = HostileServer()
    server.pages["/x"] = reply("<!ENTITY x 'rahasia'>")
    yield server
    server.close()


def xml(declaration, body="&x;"):
    return (
        f'<?xml version="1.0"?>{declaration}<rss version="2.0"><channel><item><title>Berita {body}</title>'
        f"<link>{URL}</link></item></channel></rss>"
    ).encode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DECLARATIONS = {
    "billion laughs": (f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>', "&l9;"),
    "quadratic blow-up": (f'<!DOCTYPE rss [<!ENTITY x "{"a" * 100_000}">]>', "&x;" * 10_000),
    "a file": ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
    "an address": ('<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>', "&x;"),
    "a DTD elsewhere": ('<!DOCTYPE rss SYSTEM "http://127.0.0.1:{port}/x">', "&x;"),
    "parameter entities": ('<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/x"> %p;]>', "&x;"),
}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", DECLARATIONS)
def test_no_entity_is_expanded_and_nothing_is_fetched_for_one(read, name, outside):
    declaration, body = DECLARATIONS[name]
    began = time.monotonic()
    found = read(xml(declaration.replace("{port}", str(outside.port)), body), URL)
    assert time.monotonic() - began < 3
    assert outside.asked == []
    assert "root:" not in repr(found)
    assert "rahasia" not in repr(found)
    assert "haha" not in repr(found)
    assert len(repr(found)) < 100_000


def nested(count, tag="div"):
    return f"<{tag}>" * count + "x" + f"</{tag}>" * count


HEAVY = {
    "200,000 elements one in another": lambda: nested(200_000),
    "200,000 items one in another": lambda: "<rss>" + nested(200_000, "item") + "</rss>",
    "a million attributes": lambda: "<div " + " ".join(f"a{number}=1" for number in range(1_000_000)) + ">x</div>",
    "a million elements": lambda: "<br>" * 1_000_000,
    "a text of 20 MB": lambda: "<p>" + "kata " * 4_000_000,
    "a tag of 20 MB": lambda: "<p " + "a" * 20_000_000 + ">",
    "a comment without end": lambda: "<p>x</p><!--" + "-" * 5_000_000,
    "a CDATA without end": lambda: "<rss><item><title><![CDATA[" + "]" * 5_000_000,
    "a million ampersands": lambda: "<rss><item><title>" + "&" * 1_000_000 + "</title></item></rss>",
    "a link of a megabyte": lambda: f"<a href='http://koran.test/{'a' * 1_000_000}'>Warga memperbaiki tanggul itu</a>",
    "a million links": lambda: "<a href=/berita/1>Warga</a>" * 1_000_000,
}


@pytest.mark.parametrize("name", HEAVY)
@pytest.mark.parametrize("read", READERS)
def test_a_heavy_source_is_read_in_bounded_time(read, name):
    began = time.process_time()
    found = read(HEAVY[name]().encode(), URL)
    assert time.process_time() - began < 12
    assert all(len(link.url) <= 2083 for link in found.links)


def taken(body, **more):
    """The article, or the name of the refusal."""
    try:
        page = Page(url=URL, body=body, fetched_at=datetime(2026, 11, 20, 9, tzinfo=UTC), **more)
        return to_json(process(page))
    except Rejected as rejected:
        return rejected.reason


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_page_ends_in_an_article_or_a_refusal_in_bounded_time(name):
    began = time.process_time()
    assert taken(HEAVY[name]().encode())
    assert time.process_time() - began < 30


def with_json_ld(text):
    return story(head=f'<script type="application/ld+json">{text}</script>').encode()


JSON_LD = {
    "200,000 brackets": "[" * 200_000,
    "200,000 objects": '{"a":' * 200_000,
    "a headline that is a number": '{"@type": "NewsArticle", "headline": 5, "author": {"name": ["x", 7, null]}}',
    "a headline of a megabyte": json.dumps({"@type": "NewsArticle", "headline": "kata " * 200_000}),
    "a date of 10,000 digits": json.dumps({"@type": "NewsArticle", "datePublished": "9" * 10_000}),
    "a number of 10,000 digits": '{"@type": "NewsArticle", "datePublished": ' + "9" * 10_000 + "}",
    "infinity": '{"@type": "NewsArticle", "datePublished": Infinity, "wordCount": NaN, "headline": -Infinity}',
    "a graph of copies": json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Lain"}] * 50_000}),
    "keys of a database": '{"@type": "NewsArticle", "$where": "1", "a.b": 1, "\\u0000": 2, "author": {"$ne": null}}',
    "half a character": '{"@type": "NewsArticle", "headline": "\\ud800 judul", "author": "\\udfff"}',
}


@pytest.mark.parametrize("name", JSON_LD)
def test_an_article_with_hostile_json_ld_is_still_the_article(name):
    began = time.process_time()
    article = taken(with_json_ld(JSON_LD[name]))
    assert time.process_time() - began < 10
    assert len(article["paragraphs"]) == 8
    assert len(article["title"]) < 2_000
    json.dumps(article, allow_nan=False).encode()


WORDS = "Présidénsi “Nusantara” — harga naik"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-16", None),
        ("utf-16-le", "utf-8"),
        ("utf-7", "utf-7"),
        ("cp1252", "utf-8"),
        ("cp1252", "windows-1252"),
        ("cp1252", None),
        ("utf-8", "utf-16"),
        ("utf-8", "hex"),
        ("utf-8", "idna"),
        ("utf-8", "no-such-encoding"),
        ("utf-8", "\x00"),
    ],
)
@pytest.mark.parametrize("read", READERS)
def test_a_wrong_encoding_costs_characters_and_nothing_else(read, encoding, declared):
    body = f"<rss version='2.0'><channel><item><title>{WORDS}</title><link>{URL}</link></item></channel></rss>"
    read(body.encode(encoding, "replace"), URL, encoding=declared)
    assert taken(story(title=WORDS).replace("<meta charset=utf-8>", "").encode(encoding, "replace"), encoding=declared)


@pytest.mark.parametrize("body", [b"\0" * 100_000, b"\0<rss>\0", b"\xef\xbb\xbf", b"\xff\xfe", b"%PDF-1.7 \0\0", b""])
@pytest.mark.parametrize("read", READERS)
def test_bytes_that_are_no_text_give_nothing(read, body):
    assert read(body, URL).links == ()
    assert isinstance(taken(body), str)


def test_nul_bytes_inside_a_page_do_not_hide_the_rest_of_it():
    article = taken(story().replace("Bagian 3", "Bagian\0 3").encode())
    assert len(article["paragraphs"]) == 8
    assert "\0" not in article["text"]


BYTES = {
    "windows-1251": "Жители деревни отремонтировали дамбу до начала дождей",
    "windows-1254": "Köylüler yağmurlardan önce bendi onardı, şimdi güvende",
    "windows-1256": "أصلح سكان القرية السد قبل موسم الأمطار القادم",
    "gbk": "村民们在雨季到来之前一起修好了堤坝",
    "iso-8859-9": "Köylüler yağmurlardan önce bendi onardı, şimdi güvende",
}


@pytest.mark.parametrize("encoding", BYTES)
def test_a_declared_encoding_of_another_script_is_read(encoding):
    text = "".join(f"<p>{BYTES[encoding]} {number}. {BYTES[encoding]}. {BYTES[encoding]}.</p>" for number in range(12))
    page = (
        f"<html><head><meta charset={encoding}><title>Judul</title></head><body><article>{text}</article></body></html>"
    )
    article = taken(page.encode(encoding))
    assert article in ("TooShort", "NotAnArticle") or BYTES[encoding] in article["text"]


@pytest.mark.parametrize("encoding", BYTES)
def test_an_undeclared_encoding_ends_in_text_or_a_refusal(encoding):
    text = "".join(f"<p>{BYTES[encoding]} {number}. {BYTES[encoding]}. {BYTES[encoding]}.</p>" for number in range(12))
    page = f"<html><head><title>Judul</title></head><body><article>{text}</article></body></html>"
    article = taken(page.encode(encoding))
    assert isinstance(article, str) or BYTES[encoding] in article["text"], article["text"][:200]
