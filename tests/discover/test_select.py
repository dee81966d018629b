import time

import pytest

from newscrawl.discover import article_links, likely_article, read_listing
from newscrawl.sites import Site

UNKNOWN = Site(name="kabar", title="Kabar", domains=("kabar.test",), deny_url="/cetak/")
KNOWN = Site(name="kabar", title="Kabar", domains=("kabar.test",), article_url=r"^https?://[^/]+/berita/\d+/")


@pytest.mark.parametrize(
    "path",
    [
        "/daerah/wali-kota-resmikan-pasar-lama-200918w.html",
        "/wali-kota-resmikan-pasar-lama",
        "/read/2024/10/23/pasar-lama-dibuka",
        "/2024/10/23/171100/pasar-lama-dibuka",
        "/berita/d-7604321/pasar-lama-dibuka",
        "/read/5754321/pasar-lama-dibuka?utm_source=home",
        "/berita/slt7ab382/pasar-lama-dibuka",
        "/pasar-lama-dibuka-1234567",
    ],
)
def test_addresses_of_stories_are_likely(path):
    assert likely_article(f"https://kabar.test{path}", UNKNOWN) is True


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/daerah/", "/daerah/index2/", "/indeks", "/indeks/2?date=2024-10-23", "/news/politik"),
        *("/tag/wali-kota-resmikan-pasar", "/topik/123456/pasar-lama-kota-kita", "/penulis/nama-orang-yang-menulis"),
        *(
            "/foto/potret-pasar-lama-dibuka-123456",
            "/video/detik-detik-pasar-lama-dibuka",
            "/author/siti-rahma-dewi-ayu",
        ),
        *("/category/daerah-dan-kota-kita-semua", "/index2.html", "/halaman-daerah"),
    ],
)
def test_listings_galleries_and_short_addresses_are_open(path):
    assert likely_article(f"https://kabar.test{path}", UNKNOWN) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://lain.test/daerah/wali-kota-resmikan-pasar-lama",
        "https://kabar.test/cetak/wali-kota-resmikan-pasar-lama",
        *("https://kabar.test/login", "https://kabar.test/redaksi", "https://kabar.test/pedoman-media-siber/"),
        *("https://kabar.test/search?q=pasar", "https://kabar.test/?s=pasar", "https://kabar.test/wp-json/oembed/1.0"),
        *("https://kabar.test/print/123/pasar-lama-dibuka-lagi", "https://kabar.test/a-b-c-d?share=facebook"),
        *("https://kabar.test/foto.jpg", "https://kabar.test/laporan.pdf", "https://static.kabar.test/a-b-c-d-e"),
        *("https://kabar.test/about.html", "https://kabar.test/impressum", "https://kabar.test/mentions-legales/"),
        "javascript:void(0)",
        "https://kabar.test/" + "pasar-lama-" * 300,
    ],
)
def test_what_is_not_worth_fetching_is_told(url):
    assert likely_article(url, UNKNOWN) is False


def test_a_headline_makes_a_short_address_likely():
    url = "https://kabar.test/pasar-lama-dibuka"
    assert likely_article(url, UNKNOWN) is None
    assert likely_article(url, UNKNOWN, "Pasar lama dibuka lagi setelah dua tahun") is True


def test_what_the_site_says_goes_before_the_shape():
    assert likely_article("https://kabar.test/berita/1/x", KNOWN) is True
    assert likely_article("https://kabar.test/daerah/wali-kota-resmikan-pasar-lama", KNOWN) is None
    assert likely_article("https://kabar.test/login", KNOWN) is False


def test_a_listings_articles_are_picked_from_its_furniture():
    body = b"""<nav><a href="/">Beranda</a><a href="/daerah/">Daerah</a>
      <a href="/tag/pasar-lama-kota-kita">Pasar</a></nav>
      <h2><a href="/daerah/wali-kota-resmikan-pasar-lama-1.html">Wali kota resmikan pasar</a></h2>
      <h2><a href="/daerah/jembatan-sungai-putih-diperbaiki-2.html">Jembatan diperbaiki</a></h2>
      <footer><a href="/redaksi">Redaksi</a><a href="https://lain.test/a-b-c-d-e">Iklan</a></footer>"""
    found = read_listing(body, "https://kabar.test/")
    assert [link.title for link in article_links(found, UNKNOWN)] == ["Wali kota resmikan pasar", "Jembatan diperbaiki"]


@pytest.mark.parametrize("filler", ["a-", "/", "1", "2024/", "%", "?q=", "a1", ".html", "-"])
def test_long_addresses_are_judged_in_bounded_time(filler):
    started = time.perf_counter()
    assert likely_article("https://kabar.test/" + filler * (50_000 // len(filler)), UNKNOWN) is False
    assert time.perf_counter() - started < 1
