import gzip
import time
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from newscrawl.discover import read_sitemap
from newscrawl.discover.sitemap import MAX_LINKS

URL = "https://www.kabar.test/sitemap.xml"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def urlset(*urls, namespaces=NAMESPACES):
    inside = "".join(f"<url>{url}</url>" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {namespaces}>{inside}</urlset>'.encode()


def urls_of(found):
    return [link.url for link in found.links]


def test_pages_come_with_when_they_last_changed():
    body = urlset("<loc>https://kabar.test/berita/1</loc><lastmod>2024-10-23T17:11:00+07:00</lastmod>")
    (link,) = read_sitemap(body, URL).links
    assert link.url == "https://kabar.test/berita/1"
    assert link.modified_at.isoformat() == "2024-10-23T17:11:00+07:00"
    assert (link.title, link.published_at) == (None, None)


def test_news_tags_give_title_and_publication_date():
    body = urlset(
        """<loc>https://kabar.test/berita/1</loc><news:news><news:publication><news:name>Kabar</news:name>
        <news:language>id</news:language></news:publication><news:publication_date>2024-10-23T17:11:00+07:00
        </news:publication_date><news:title>Pasar &amp; terminal pindah</news:title>
        <news:keywords>pasar, terminal</news:keywords></news:news>"""
    )
    (link,) = read_sitemap(body, URL).links
    assert link.title == "Pasar & terminal pindah"
    assert link.published_at.isoformat() == "2024-10-23T17:11:00+07:00"


def test_a_pictures_title_is_not_the_articles():
    body = urlset("<loc>https://kabar.test/1</loc><image:image><image:title>Foto pasar</image:title></image:image>")
    assert read_sitemap(body, URL).links[0].title is None


def test_an_index_gives_its_sitemaps():
    body = b"""<sitemapindex><sitemap><loc>https://kabar.test/a.xml</loc><lastmod>2024-10-23</lastmod></sitemap>
      <sitemap><loc>https://kabar.test/b.xml.gz</loc></sitemap></sitemapindex>"""
    found = read_sitemap(body, URL)
    assert found.links == ()
    assert [source.url for source in found.sources] == ["https://kabar.test/a.xml", "https://kabar.test/b.xml.gz"]
    assert found.sources[0].modified_at.isoformat() == "2024-10-23T00:00:00+00:00"


@pytest.mark.parametrize(
    ("lastmod", "read"),
    [
        ("2024", "2024-01-01T00:00:00+00:00"),
        ("2024-10", "2024-10-01T00:00:00+00:00"),
        ("2024-10-23", "2024-10-23T00:00:00+00:00"),
        ("2024-10-23T17:11Z", "2024-10-23T17:11:00+00:00"),
        ("2024-10-23T17:11:12.5+07:00", "2024-10-23T17:11:12+07:00"),
        ("2024-10-23 17:11:12", "2024-10-23T17:11:12+00:00"),
        ("2024-10-23T17:11:12+0700", "2024-10-23T17:11:12+07:00"),
        ("Wed, 23 Oct 2024 17:11:00 GMT", "2024-10-23T17:11:00+00:00"),
    ],
)
def test_lastmod_is_read_in_all_its_forms(lastmod, read):
    body = urlset(f"<loc>https://kabar.test/1</loc><lastmod>{lastmod}</lastmod>")
    assert read_sitemap(body, URL).links[0].modified_at.isoformat() == read


@pytest.mark.parametrize("lastmod", ["kemarin", "2024-13-01", "2024-02-30", "0000-00-00", "9" * 10_000, "23/10/2024"])
def test_a_lastmod_that_cannot_be_read_is_counted(lastmod):
    found = read_sitemap(urlset(f"<loc>https://kabar.test/1</loc><lastmod>{lastmod}</lastmod>"), URL)
    assert found.links[0].modified_at is None
    assert found.problems == ("bad-date",)


def test_a_publication_date_without_a_zone_is_believed_only_with_the_sites():
    body = urlset(
        "<loc>https://kabar.test/1</loc><news:publication_date>2024-10-23T17:11:00</news:publication_date>"
        "<news:title>T</news:title>"
    )
    assert read_sitemap(body, URL).problems == ("bad-date",)
    (link,) = read_sitemap(body, URL, timezone=ZoneInfo("Asia/Jakarta")).links
    assert link.published_at.isoformat() == "2024-10-23T17:11:00+07:00"


@pytest.mark.parametrize("namespaces", ["", 'xmlns="urn:wrong"', 'xmlns="http://www.google.com/schemas/sitemap/0.84"'])
def test_namespaces_may_be_missing_or_wrong(namespaces):
    body = urlset(
        "<loc>https://kabar.test/1</loc><news:publication_date>2024-10-23</news:publication_date>"
        "<news:title>Judul</news:title>",
        namespaces=namespaces,
    )
    assert read_sitemap(body, URL).links[0].title == "Judul"


def test_prefixed_elements_are_read():
    body = b'<s:urlset xmlns:s="urn:x"><s:url><s:loc>https://kabar.test/1</s:loc></s:url></s:urlset>'
    assert urls_of(read_sitemap(body, URL)) == ["https://kabar.test/1"]


@pytest.mark.parametrize(
    "loc",
    [
        "<![CDATA[https://kabar.test/b?a=1&b=2]]>",
        "\n  https://kabar.test/b?a=1&amp;b=2\n",
        "https://kabar.test/b?a=1&b=2",
        "/b?a=1&amp;b=2",
    ],
)
def test_addresses_are_read_however_they_are_written(loc):
    base = "https://kabar.test/sitemap.xml"
    assert urls_of(read_sitemap(urlset(f"<loc>{loc}</loc>"), base)) == ["https://kabar.test/b?a=1&b=2"]


def test_a_list_of_addresses_is_a_sitemap_too():
    body = "\ufeffhttps://kabar.test/1\r\nhttps://kabar.test/2\nhttps://iklan.test/3\n# akhir\n".encode()
    found = read_sitemap(body, URL)
    assert urls_of(found) == ["https://kabar.test/1", "https://kabar.test/2"]
    assert found.problems == ("foreign",)


def test_a_feed_can_stand_in_for_a_sitemap():
    body = b"<rss><channel><item><link>https://kabar.test/1</link><title>T</title></item></channel></rss>"
    assert read_sitemap(body, URL).links[0].title == "T"


def test_adverts_sold_inside_are_left_out_and_counted():
    found = read_sitemap(
        urlset(
            "<loc>https://kabar.test/1</loc>",
            "<loc>https://judi-daring.test/1</loc>",
            "<loc>https://kabar.test.judi-daring.test/1</loc>",
            "<loc>https://kabar.test@judi-daring.test/1</loc>",
            "<loc>https://bali.kabar.test/2</loc>",
        ),
        URL,
    )
    assert urls_of(found) == ["https://kabar.test/1", "https://bali.kabar.test/2"]
    assert Counter(found.problems) == {"foreign": 3}


def test_foreign_sitemaps_of_an_index_are_left_out_too():
    body = b"<sitemapindex><sitemap><loc>http://169.254.169.254/a.xml</loc></sitemap></sitemapindex>"
    found = read_sitemap(body, URL)
    assert (found.sources, found.problems) == ((), ("foreign",))


def test_gzip_is_unpacked_and_several_members_are_one_document():
    body = urlset("<loc>https://kabar.test/1</loc>", "<loc>https://kabar.test/2</loc>")
    packed = gzip.compress(body[:80]) + gzip.compress(body[80:])
    assert len(read_sitemap(packed, URL).links) == 2


def test_of_a_torn_gzip_what_can_be_read_is_read():
    body = urlset(*(f"<loc>https://kabar.test/{hash(str(number))}</loc>" for number in range(2000)))
    packed = gzip.compress(body)
    found = read_sitemap(packed[: len(packed) // 2], URL)
    assert 0 < len(found.links) < 2000
    assert found.problems[0] == "broken-gzip"


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit():
    bomb = gzip.compress(urlset("<loc>https://kabar.test/1</loc>") + b" " * (80 << 20))
    started = time.perf_counter()
    found = read_sitemap(bomb, URL)
    assert urls_of(found) == ["https://kabar.test/1"]
    assert "too-large" in found.problems
    assert time.perf_counter() - started < 10


def test_broken_xml_gives_what_can_be_read():
    body = urlset(
        "<loc>https://kabar.test/1</loc>", "<loc>https://kabar.test/2</lok>", "<loc>https://kabar.test/3</loc>"
    )
    assert urls_of(read_sitemap(body[:-30], URL))[0] == "https://kabar.test/1"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "empty"),
        (urlset(), "empty"),
        (b"<!doctype html><html><body>Tidak ada</body></html>", "not-a-sitemap"),
        (b"User-agent: *\nDisallow: /\n", "not-a-sitemap"),
        (b"\x1f\x8b" + b"\0" * 20, "broken-gzip"),
    ],
)
def test_what_is_no_sitemap_is_told(body, problem):
    found = read_sitemap(body, URL)
    assert found.links == found.sources == ()
    assert problem in found.problems


def test_an_entry_without_an_address_is_counted():
    assert (
        read_sitemap(urlset("<lastmod>2024</lastmod>", "<loc>ftp://kabar.test/1</loc>"), URL).problems
        == ("bad-link",) * 2
    )


def test_no_more_than_so_many_links_are_read():
    body = urlset(*(f"<loc>https://kabar.test/{number}</loc>" for number in range(MAX_LINKS + 3)))
    started = time.perf_counter()
    found = read_sitemap(body, URL)
    assert len(found.links) == MAX_LINKS
    assert found.problems == ("too-many-links",)
    assert time.perf_counter() - started < 20


def test_a_sitemap_that_declares_entities_is_refused():
    body = b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert read_sitemap(body, URL).problems == ("declares-entities",)


def test_each_page_is_given_once():
    assert len(read_sitemap(urlset(*["<loc>https://kabar.test/1</loc>"] * 3), URL).links) == 1
