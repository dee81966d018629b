import time

import pytest

from newscrawl.discover import read_listing
from newscrawl.discover.listing import MAX_LINKS

URL = "https://kabar.test/daerah/"


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(body, url=URL, head=""):
    return read_listing(page(body, head), url)


def pairs(found):
    return [(link.url, link.title) for link in found.links]


def test_links_come_in_page_order_with_their_text():
    found = read('<a href="/berita/1">Pasar <b>lama</b> dibuka</a><p><a href="berita/2">Jembatan\n putus</a>')
    assert pairs(found) == [
        ("https://kabar.test/berita/1", "Pasar lama dibuka"),
        ("https://kabar.test/daerah/berita/2", "Jembatan putus"),
    ]


def test_each_page_is_given_once_with_its_headline():
    found = read(
        '<a href="/berita/1"><img alt="Foto pasar"></a><a href="/berita/1#isi">Selengkapnya dibaca di sini sekarang</a>'
        '<h2><a href="https://KABAR.test/berita/1?utm_source=home">Pasar dibuka</a></h2><a href="/berita/2">B</a>'
    )
    assert pairs(found) == [("https://kabar.test/berita/1", "Pasar dibuka"), ("https://kabar.test/berita/2", "B")]


@pytest.mark.parametrize(
    ("anchor", "title"),
    [
        ('<a href="/b"><h3>Judul berita</h3><p>Ringkasan yang panjang sekali</p></a>', "Judul berita"),
        ('<a href="/b"><span>10:15</span><span>Judul</span></a>', "10:15 Judul"),
        ('<a href="/b" title="Judul penuh"><img src="a.jpg" alt="Foto"></a>', "Judul penuh"),
        ('<a href="/b"><img src="a.jpg" alt="Foto pasar"></a>', "Foto pasar"),
        ('<a href="/b" aria-label="Baca"></a>', "Baca"),
        ('<a href="/b"><script>var x = 1</script></a>', None),
        ('<a href="/b">R&amp;D <em>Ka</em>bar</a>', "R&D Kabar"),
    ],
)
def test_the_title_is_the_headline_or_what_there_is(anchor, title):
    assert pairs(read(anchor)) == [("https://kabar.test/b", title)]


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:void(0)", "mailto:a@kabar.test", "tel:+62", "data:text/html,x", "whatsapp://send", "#isi", ""),
        *("/foto.jpg", "/a.PDF?x=1", "/video.mp4", "/arsip.zip", "/rss.xml", "http://[::1", "http://", "ftp://x.test/"),
        "JavaScript:alert(1)",
    ],
)
def test_what_leads_to_no_page_is_left_out(href):
    assert read(f'<a href="{href}">X</a><a href="/b">B</a>').links[0].url == "https://kabar.test/b"
    assert len(read(f'<a href="{href}">X</a><a href="/b">B</a>').links) == 1


def test_nofollow_links_are_not_followed():
    found = read('<a rel="sponsored NoFollow" href="/iklan">I</a><a rel="noopener" href="/b">B</a>')
    assert pairs(found) == [("https://kabar.test/b", "B")]


@pytest.mark.parametrize("content", ["noindex, nofollow", "NONE"])
def test_a_page_that_asks_not_to_follow_gives_no_links(content):
    found = read('<a href="/b">B</a>', head=f'<meta name="Robots" content="{content}">')
    assert (found.links, found.next_page, found.problems) == ((), None, ("nofollow",))


def test_a_page_that_asks_for_nofollow_is_read_all_the_same_for_who_decides_that_itself():
    found = read_listing(
        page('<a href="/berita/1">Satu</a>', "<meta name=robots content=nofollow>"), URL, heed_nofollow=False
    )
    assert pairs(found) == [("https://kabar.test/berita/1", "Satu")]


def test_links_are_relative_to_the_pages_base():
    found = read('<a href="b">B</a>', head='<base href="https://www.kabar.test/lain/">')
    assert found.links[0].url == "https://www.kabar.test/lain/b"


def test_the_page_itself_is_not_among_its_links():
    assert read('<a href="/daerah/">Daerah</a><a href=".">Sini</a><a href="/b">B</a>').links[0].title == "B"


@pytest.mark.parametrize(
    ("url", "body", "following"),
    [
        (URL, '<a rel="next" href="?page=2">lagi</a>', "https://kabar.test/daerah/?page=2"),
        (URL, '<a href="/daerah/2">Selanjutnya</a>', "https://kabar.test/daerah/2"),
        (URL, '<a href="/daerah?hal=2">Next »</a>', "https://kabar.test/daerah?hal=2"),
        (URL, '<a href="/daerah/index2/">Halaman Berikutnya</a>', "https://kabar.test/daerah/index2/"),
        (URL, '<a href="/indeks/2">berikutnya ›</a>', "https://kabar.test/indeks/2"),
        (URL, '<a href="https://m.kabar.test/daerah/2">NEXT</a>', "https://m.kabar.test/daerah/2"),
        (
            URL,
            '<div class="pagination"><a href="?p=5">5</a><a href="?p=2">2</a></div>',
            "https://kabar.test/daerah/?p=2",
        ),
        (URL, '<a href="/daerah/index2.html">2</a>', "https://kabar.test/daerah/index2.html"),
        (URL, '<ul class="paging"><li><a href="?p=2">»</a></ul>', "https://kabar.test/daerah/?p=2"),
        (URL, '<a class="next page-numbers" href="/daerah/page/2"><i></i></a>', "https://kabar.test/daerah/page/2"),
        (URL + "?page=2", '<a href="?page=1">1</a><a href="?page=3">3</a>', "https://kabar.test/daerah/?page=3"),
        (URL + "?page=9", '<a href="?page=10">10</a><a href="?page=8">8</a>', "https://kabar.test/daerah/?page=10"),
        (
            "https://kabar.test/indeks/2",
            '<a href="/indeks/1">1</a><a href="/indeks/3">3</a>',
            "https://kabar.test/indeks/3",
        ),
    ],
)
def test_the_next_page_is_found(url, body, following):
    found = read(body, url)
    assert found.next_page == following
    assert following not in [link.url for link in found.links]


def test_the_heads_next_page_is_believed():
    assert read("", head='<link rel="next" href="/daerah/page/2">').next_page == "https://kabar.test/daerah/page/2"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://lain.test/2">Selanjutnya</a>',
        '<a href="/daerah/">Next</a>',
        '<a href="#">Next</a>',
        '<a href="javascript:next()">Next</a>',
        '<a rel="next nofollow" href="?page=2">Next</a>',
        '<a href="/berita/123456/wali-kota-resmikan-pasar-lama">Selanjutnya</a>',
        '<a href="/berita/7">Berita selanjutnya: jembatan putus</a>',
        '<a href="/tahun/2025">2025</a>',
        '<a href="/a">»</a>',
        '<div class="pagination"><a href="?page=1">1</a></div>',
    ],
)
def test_what_only_sounds_like_a_next_page_is_none(body):
    assert read(body).next_page is None


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (page('<a href="/b">Kafé “Senja”</a>').decode().encode("cp1252"), None),
        (page('<a href="/b">Kafé “Senja”</a>').decode().encode("cp1252"), "iso-8859-1"),
        (page('<a href="/b">Kafé “Senja”</a>', '<meta charset="windows-1252">').decode().encode("cp1252"), None),
        (page('<a href="/b">Kafé “Senja”</a>').decode().encode("utf-16"), None),
        (b"\xef\xbb\xbf" + page('<a href="/b">Kafé “Senja”</a>'), "windows-1252"),
        (page('<a href="/b">Kafé “Senja”</a>'), "utf-8"),
        (page('<a href="/b">Kafé “Senja”</a>'), "no-such-encoding"),
    ],
)
def test_pages_in_other_encodings_are_read(body, encoding):
    assert read_listing(body, URL, encoding).links[0].title == "Kafé “Senja”"


@pytest.mark.parametrize("body", [b"", b"   ", b"{}", b"\x89PNG\r\n\x1a\n\0\0", b"<html></html>"])
def test_a_page_without_links_is_told(body):
    assert read_listing(body, URL).problems == ("empty",)


def test_links_that_lead_nowhere_are_counted():
    assert read('<a href="http://[::1">X</a><a href="http://">Y</a><a href="/b">B</a>').problems == ("bad-link",) * 2


@pytest.mark.parametrize("name", ["hex", "idna", "punycode", "undefined", "unicode_escape", "utf-16"])
def test_a_page_cannot_ask_for_an_encoding_that_texts_are_not_in(name):
    body = page('<a href="/b">Kafé</a>', f'<meta charset="{name}">')
    assert read_listing(body, URL).links[0].title == "Kafé"
    assert read_listing(body, URL, None if name == "utf-16" else name).links[0].title == "Kafé"


def test_no_more_than_so_many_links_are_read():
    found = read("".join(f'<a href="/b/{number}">B</a>' for number in range(MAX_LINKS + 1)))
    assert len(found.links) == MAX_LINKS
    assert found.problems == ("too-many-links",)


HOSTILE = {
    "nested": "<div>" * 300_000,
    "nested anchors": "<a href=/x>" * 300_000,
    "attributes": "<a " + " ".join(f"a{number}=1" for number in range(200_000)) + ' href="/b">B</a>',
    "less-than signs": "<" * 2_000_000,
    "ampersands": '<a href="/b">' + "&" * 2_000_000,
    "a long text": '<a href="/b">' + "x " * 2_000_000,
    "a long address": f'<a href="/{"a/" * 1_000_000}">B</a>',
    "tables": "<table>" * 200_000,
    "unclosed comments": "<!--" * 300_000,
    "unclosed quotes": "<a href='" * 200_000,
    "dots": f'<a href="{"../" * 500_000}">B</a>',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_in_bounded_time(body):
    started = time.perf_counter()
    read(body)
    assert time.perf_counter() - started < 8
