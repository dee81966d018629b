import time
from collections import Counter
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from newscrawl.discover import read_feed
from newscrawl.discover.feed import MAX_ENTRIES

URL = "https://kabar.test/rss/daerah"
WIB = timezone(timedelta(hours=7))


def rss(*items, head="<title>Kabar</title><link>https://kabar.test/</link>"):
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{inside}</channel></rss>'.encode()
    )


def an_item(link="https://kabar.test/berita/1/panen-raya", title="Panen raya", date=None):
    return f"<title>{title}</title><link>{link}</link>" + (f"<pubDate>{date}</pubDate>" if date else "")


def only(found):
    assert len(found.links) == 1, found
    return found.links[0]


def test_an_rss_item_gives_its_link_title_and_date():
    link = only(read_feed(rss(an_item(date="Wed, 23 Oct 2024 17:11:00 +0700")), URL))
    assert link.url == "https://kabar.test/berita/1/panen-raya"
    assert link.title == "Panen raya"
    assert link.published_at == datetime(2024, 10, 23, 17, 11, tzinfo=WIB)
    assert link.published_at.utcoffset() == timedelta(hours=7)
    assert link.section is None


def test_an_atom_entry_gives_its_page_and_both_dates():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry>
      <title type="html">Banjir &lt;b&gt;surut&lt;/b&gt;</title>
      <link rel="enclosure" href="https://kabar.test/a.mp3"/><link rel="alternate" href="/berita/2/banjir-surut"/>
      <published>2024-10-23T17:11:00+07:00</published><updated>2024-10-23T12:00:00Z</updated></entry></feed>"""
    link = only(read_feed(body, URL))
    assert (link.url, link.title) == ("https://kabar.test/berita/2/banjir-surut", "Banjir surut")
    assert link.published_at.isoformat() == "2024-10-23T17:11:00+07:00"
    assert link.modified_at.isoformat() == "2024-10-23T12:00:00+00:00"


def test_rss_1_keeps_its_items_beside_the_channel():
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://kabar.test/"/>
      <item rdf:about="https://kabar.test/berita/3/x"><title>Tiga</title><dc:date>2024-10-23T17:11+07:00</dc:date></item>
      </rdf:RDF>"""
    link = only(read_feed(body, URL))
    assert (link.url, link.title) == ("https://kabar.test/berita/3/x", "Tiga")
    assert link.published_at == datetime(2024, 10, 23, 17, 11, tzinfo=WIB)


@pytest.mark.parametrize("version", ["0.90", "0.91", "0.92", "0.94", "2.0"])
def test_old_versions_of_rss_are_read(version):
    body = rss(an_item()).replace(b'version="2.0"', f'version="{version}"'.encode())
    assert only(read_feed(body, URL)).title == "Panen raya"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>/berita/4</link>", "https://kabar.test/berita/4"),
        ("<link>4</link>", "https://kabar.test/rss/4"),
        ("<link>\n  https://kabar.test/b?a=1&amp;b=2 </link>", "https://kabar.test/b?a=1&b=2"),
        ("<link>https://kabar.test/b?a=1&b=2</link>", "https://kabar.test/b?a=1&b=2"),
        ("<link><![CDATA[https://kabar.test/b?a=1&b=2]]></link>", "https://kabar.test/b?a=1&b=2"),
        ("<link><![CDATA[https://kabar.test/b?a=1&amp;b=2]]></link>", "https://kabar.test/b?a=1&b=2"),
        ("<link/><guid>https://kabar.test/b</guid>", "https://kabar.test/b"),
        ('<guid isPermaLink="true">https://kabar.test/b</guid>', "https://kabar.test/b"),
        (
            "<link>https://umpan.test/x</link><feedburner:origLink>https://kabar.test/b</feedburner:origLink>",
            "https://kabar.test/b",
        ),
    ],
)
def test_an_entrys_link_is_found_wherever_it_stands(item, url):
    assert only(read_feed(rss(f"<title>T</title>{item}"), URL)).url == url


@pytest.mark.parametrize(
    "item",
    [
        "<title>T</title>",
        '<title>T</title><guid isPermaLink="false">https://kabar.test/b</guid>',
        "<title>T</title><link>javascript:alert(1)</link>",
        "<title>T</title><link>http://[::1</link>",
        "<title>T</title><link>file:///etc/passwd</link>",
    ],
)
def test_an_entry_that_leads_nowhere_is_counted(item):
    found = read_feed(rss(item), URL)
    assert (found.links, found.problems) == ((), ("bad-link",))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Harga &lt;b&gt;cabai&lt;/b&gt; turun", "Harga cabai turun"),
        ("<![CDATA[Harga <i>cabai</i> &#8220;turun&#8221;]]>", "Harga cabai “turun”"),
        ("Tanya &amp;amp; jawab", "Tanya & jawab"),
        ("Tanya & jawab", "Tanya & jawab"),
        ("Tanya&nbsp;jawab", "Tanya jawab"),
        ("Inflasi &lt; 3 persen", "Inflasi < 3 persen"),
        ("\n  Dua\n  baris ", "Dua baris"),
        ("", None),
    ],
)
def test_titles_are_plain_text(written, read):
    assert only(read_feed(rss(an_item(title=written)), URL)).title == read


@pytest.mark.parametrize("date", ["Rab, 23 Okt 2024 17:11:00 +0700", "kemarin", "Wed, 23 Oct 2024 17:11:00"])
def test_a_date_that_cannot_be_read_is_left_out_and_counted(date):
    found = read_feed(rss(an_item(date=date)), URL)
    assert only(found).published_at is None
    assert found.problems == ("bad-date",)


def test_a_time_without_a_zone_is_read_in_the_zone_that_is_given():
    found = read_feed(rss(an_item(date="Wed, 23 Oct 2024 17:11:00")), URL, timezone=ZoneInfo("Asia/Makassar"))
    assert only(found).published_at.isoformat() == "2024-10-23T17:11:00+08:00"
    assert found.problems == ()


def test_entries_that_lead_to_the_front_page_are_no_links():
    items = [an_item("https://kabar.test/", title) for title in ("Satu", "Dua")] + [an_item("https://kabar.test")]
    found = read_feed(rss(*items), URL)
    assert found.links == ()
    assert Counter(found.problems) == {"home-link": 3}


def test_each_url_is_given_once():
    found = read_feed(
        rss(an_item(title="Satu"), an_item(title="Dua"), an_item("https://KABAR.test/berita/1/panen-raya")), URL
    )
    assert only(found).title == "Satu"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (rss(), "empty"),
        (b"<!doctype html><html><body><p>Halaman tidak ditemukan</p></body></html>", "not-a-feed"),
        (b'{"items": []}', "not-a-feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-a-feed"),
        (b"<urlset><url><loc>https://kabar.test/a</loc></url></urlset>", "not-a-feed"),
    ],
)
def test_what_is_no_feed_is_told(body, problem):
    found = read_feed(body, URL)
    assert (found.links, found.problems) == ((), (problem,))


@pytest.mark.parametrize(
    "breakage",
    [
        lambda text: text[: text.index("</channel>")],
        lambda text: text.replace("</item>", "", 1),
        lambda text: "<br />\n<b>Warning</b>: mysql_connect() in /srv/rss.php\n" + text,
        lambda text: text.replace("<title>", "<title>R&B & <br> "),
        lambda text: text.replace("<item>", "<item><media:content url='x'/>", 1),
        lambda text: text.replace("Panen", "Pa\x0cnen"),
    ],
)
def test_of_a_broken_feed_what_can_be_read_is_read(breakage):
    items = [an_item(f"https://kabar.test/berita/{number}") for number in range(3)]
    found = read_feed(breakage(rss(*items).decode()).encode(), URL)
    assert "https://kabar.test/berita/0" in [link.url for link in found.links]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.replace("UTF-8", "windows-1252").encode("cp1252"),
        lambda text: text.replace("UTF-8", "utf-16").encode("utf-16"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"\n\n" + text.encode(),
        lambda text: text.replace(' encoding="UTF-8"', "").encode("cp1252"),
        lambda text: text.replace("UTF-8", "utf-16").encode(),
    ],
)
def test_feeds_in_other_encodings_are_read(encode):
    text = rss(an_item(title="Kafé “Senja” – dibuka")).decode()
    assert only(read_feed(encode(text), URL)).title == "Kafé “Senja” – dibuka"


def test_the_headers_encoding_is_believed_before_the_documents():
    body = rss(an_item(title="Kafé")).decode().encode("latin-1")
    assert only(read_feed(body, URL, "iso-8859-1")).title == "Kafé"


def test_no_more_than_so_many_entries_are_read():
    found = read_feed(rss(*(an_item(f"/b/{number}") for number in range(MAX_ENTRIES + 5))), URL)
    assert len(found.links) == MAX_ENTRIES
    assert found.problems == ("too-many-links",)


def test_a_long_description_does_not_push_the_date_out():
    item = f"<description>{'kata ' * 20_000}</description>" + an_item(date="Wed, 23 Oct 2024 17:11:00 +0700")
    assert only(read_feed(rss(item), URL)).published_at is not None


def test_a_feed_that_is_too_large_is_read_as_far_as_it_is_allowed():
    body = rss(an_item(), "<description>" + "x" * (9 << 20) + "</description>")
    found = read_feed(body, URL)
    assert only(found).title == "Panen raya"
    assert "too-large" in found.problems


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;',
        '<!ENTITY a "<rss>">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(entities, encoding):
    body = rss(an_item(title="&a;&c;")).decode().replace("\n", f"\n<!DOCTYPE rss [{entities}]>\n", 1)
    body = body.replace("UTF-8", encoding).encode(encoding)
    found = read_feed(body, URL)
    assert (found.links, found.problems) == ((), ("declares-entities",))


HOSTILE = {
    "nested": "<rss>" + "<item>" * 300_000,
    "nested in a title": "<rss><item><title>" + "<b>" * 500_000,
    "attributes": "<rss><item " + " ".join(f"a{number}='1'" for number in range(200_000)) + ">",
    "namespaces": "<rss>" + "".join(f"<a xmlns:n{number}='u{number}'/>" for number in range(100_000)),
    "ampersands": "<rss><item><title>" + "&" * 2_000_000,
    "less-than signs": "<rss>" + "<" * 2_000_000,
    "comments": "<rss>" + "<!--" * 500_000,
    "cdata": "<rss>" + "<![CDATA[" * 200_000,
    "instructions": "<rss>" + "<?x " * 500_000,
    "roots": "<rss" * 500_000,
    "tags in a title": "<rss><item><link>/a</link><title>" + "&lt;a" * 400_000,
    "a long date": "<rss><item><link>/a</link><pubDate>" + "1" * 2_000_000,
    "fields": "<rss><item>" + "".join(f"<f{number}/>" for number in range(200_000)),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_feeds_end_in_bounded_time(body):
    started = time.perf_counter()
    read_feed(body.encode(), URL)
    assert time.perf_counter() - started < 5
