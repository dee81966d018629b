# ruff: noqa: E501 - markup is written as pages write it
"""When an article was published and changed, from all the places that tell it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.headline.title import read_headline
from newscrawl.extract.moments.moment import read_moments
from newscrawl.extract.region.region import read_region
from newscrawl.model.page import Discovered
from newscrawl.sites import Site

STORY = "".join(
    f"<p>Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat membantu.</p>"
    for n in range(6)
)
MOMENT = "2024-10-23T17:11:00+07:00"


@pytest.fixture
def moments(a_document):
    """The moments of a page whose head, headline surroundings, text and foot are given."""

    def read(head="", above="", below="", story=STORY, over="", lang="id", **page):
        html = (
            f"<html lang='{lang}'><head>{head}</head><body>{over}<h1>Warga Perbaiki Jembatan</h1>{above}"
            f"<div class='article-body'>{story}</div>{below}</body></html>"
        )
        document = a_document(html, **({"url": "https://www.kabar.test/daerah/jembatan-bambu"} | page))
        headline = read_headline(document)
        return read_moments(document, read_region(document, headline.element))

    return read


def iso(candidate):
    return candidate and (candidate.moment.isoformat(), candidate.source)


@pytest.mark.parametrize(
    ("head", "above", "source"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-10-23T17:11:00+07:00"}</script>', "", "json-ld datePublished"),
        ('<script type="application/ld+json">{"@type":"WebPage","datePublished":"2024-10-23T10:11:00Z"}</script>', "", "json-ld datePublished"),
        ("<meta property='article:published_time' content='2024-10-23T10:11:00+00:00'>", "", "meta article:published_time"),
        ("<meta name='kabar:publish_date' content='2024-10-23 17:11:00'>", "", "meta kabar:publish_date"),
        ("<meta name='publishdate' content='2024/10/23 17:11:00'>", "", "meta publishdate"),
        ("<meta name='pubdate' content='2024-10-23T17-11-00Z'>", "<p>Rabu, 23 Okt 2024 17:11 WIB</p>", "text near the headline"),
        ("", "<p>Rabu, 23 Oktober 2024 | 17.11 WIB</p>", "text near the headline"),
        ("", "<time datetime='2024-10-23T17:11:00+07:00'>kemarin lusa</time>", "time element"),
        ("", "<div><time datetime='2024-10-23T17:11:00+07:00'>23 Oktober 2024</time></div>", "time element"),
        ("", "<div><span>Oleh Ratna</span> <time datetime='2024-10-23T17:11:00+07:00'>16 bulan lalu</time></div>", "time element"),
        ("", "<span itemprop='datePublished' content='2024-10-23T17:11:00+07:00'>Rabu</span>", "itemprop datePublished"),
        ("", "<abbr class='published' title='2024-10-23T17:11:00+07:00'>Rabu</abbr>", "itemprop datePublished"),
        ("", "<span property='schema:datePublished' content='2024-10-23T17:11:00+07:00'>Rabu</span>", "itemprop datePublished"),
        ('<script>var page = {"type": "article", "published_at": "2024-10-23 17:11:00", "updated": "2025-01-01"};</script>', "", "page data"),
        ("<script type='application/json'>{\"publishedDate\":\"2024-10-23T10:11:00Z\"}</script>", "", "page data"),
    ],
)  # fmt: skip
def test_the_moment_is_read_where_it_stands(moments, head, above, source):
    assert iso(moments(head, above).published) == (MOMENT, source)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.kabar.test/2024/10/23/jembatan", "2024-10-23T00:00:00+07:00"),
        ("https://www.kabar.test/read/20241023-jembatan", "2024-10-23T00:00:00+07:00"),
        ("https://www.kabar.test/berita/24/10/23/o2z-jembatan", "2024-10-23T00:00:00+07:00"),
        (
            "https://arsip.test/web/20250101054445/http://www.kabar.test/2024/10/23/jembatan",
            "2024-10-23T00:00:00+07:00",
        ),
        ("https://www.kabar.test/99/99/99/jembatan", None),
        ("https://www.kabar.test/berita/20301023-jembatan", None),
        ("https://www.kabar.test/berita/1234567890", None),
    ],
)
def test_the_address_tells_the_day_where_nothing_else_does(moments, url, expected):
    published = moments(url=url).published
    assert (published and published.moment.isoformat()) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # The date under the headline goes before the day of the visit above it, an event in the text, and teasers.
        ({"over": "<p>Rabu, 4 Maret 2026</p>", "above": "<p>Rabu, 23 Oktober 2024</p>"}, "2024-10-23"),
        ({"above": "<p class='cat'>23 Oktober 2024</p>", "story": STORY + "<p>Waktu: Senin, 28 Oktober 2024 pukul 10.30</p>"}, "2024-10-23"),
        ({"above": "<p>23 Oktober 2024</p>", "below": "<ul><li>Berita lain<br>25 Oktober 2024 09:00</li></ul>"}, "2024-10-23"),
        ({"over": "<p>Oleh Ratna Laut | 23 Oktober 2024</p>", "below": "<div>Budi, 25 Oktober 2024 pukul 12:57</div>"}, "2024-10-23"),
        # What a sentence or a headline tells is no date of the page.
        ({"above": "<p>Jembatan itu hanyut pada 2 Oktober 2024 ketika banjir datang dari hulu dan membawa kayu besar</p>", "story": "<p>23 Oktober 2024</p>" + STORY}, "2024-10-23"),
        ({"above": "<h2>Jadwal lengkap kerja bakti kampung hulu 2 Oktober 2024</h2><p>23 Oktober 2024</p>"}, "2024-10-23"),
        # The dateline's day, and a labelled line at the foot, when there is nothing else.
        ({"story": f"<p>Kampung Hulu, Rabu (23/10/2024) -- {'Warga memperbaiki jembatan bambu bersama camat. ' * 4}</p>" + STORY}, "2024-10-23"),
        ({"below": "<footer><p>Dipublikasikan: 23 Oktober 2024</p></footer>"}, "2024-10-23"),
        ({"below": "<footer><p>Copyright © 23.10.2024 - 17:11 Kabar</p></footer>"}, "2024-10-23"),
        # A year of copyright is no date, nor is an unlabelled day at the foot.
        ({"below": "<footer><p>Copyright © 2019-2024 Kabar</p></footer>"}, None),
    ],
)  # fmt: skip
def test_of_printed_dates_the_one_that_dates_the_page_is_taken(moments, parts, expected):
    published = moments(**parts).published
    assert (published and published.moment.date().isoformat()) == expected


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
        "<div><img src='a.jpg'><div class='ket'>{}</div></div>",
        "<div><img src='a.jpg'><p>{}</p></div>",
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        "Wali Kota Ratna Laut di Balai Kota, Rabu (2/10/2024).",
        "Wali Kota Ratna Laut di Balai Kota, Rabu (2/10/2024). Foto: Humas",
        "Arsip: jembatan bambu di hulu, 2 Oktober 2024. (KABAR/Wayan Ombak)",
        "Mayor Ratna Laut at the city hall, Oct. 2, 2024. KABAR/Wayan Ombak",
        "Wali Kota Ratna Laut bersama Camat Wayan Ombak di Balai Kota Kampung Hulu, Rabu (2/10/2024). (KABAR/Budi)",
    ],
)
def test_the_date_of_a_caption_is_that_of_its_picture(moments, caption, told):
    above = caption.format(told)
    dated = moments(above=f"{above}<p>23 Oktober 2024 17:11 WIB</p>")
    assert iso(dated.published) == (MOMENT, "text near the headline")
    assert moments(above=above).published is None
    of_url = moments(above=above, url="https://www.kabar.test/2024/10/23/jembatan").published
    assert iso(of_url) == ("2024-10-23T00:00:00+07:00", "URL")


@pytest.mark.parametrize(
    "line",
    [
        "<div><img src='ratna.jpg'> Ratna Laut<p>23 Oktober 2024</p></div>",
        "<div><img src='ratna.jpg'><div>Ratna Laut, 23 Oktober 2024</div></div>",
        "<div><img src='ratna.jpg'><p>Diterbitkan pada 23 Oktober 2024.</p></div>",
        "<div><img src='ratna.jpg'><p>Written by Ratna Laut, Contributing Writer Oct. 23, 2024 at 4:00 a.m.</p></div>",
        "<figure><img src='a.jpg'><figcaption>23.10.2024, 17:11 Uhr</figcaption></figure>",
    ],
)
def test_a_line_of_the_page_s_date_under_a_picture_is_no_caption(moments, line):
    assert moments(above=line).published.moment.date().isoformat() == "2024-10-23"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Perbaikan dimulai 2 Oktober 2024 dan rampung 30 Juni 2025.", "2024-10-23"),
        ("Sidang putusan digelar Rabu (2/10/2024).", "2024-10-23"),
        ("The bridge was reopened on October 2, 2024.", "2024-10-23"),
        # A label in a sentence is a label, and a writer's line may end with a stop.
        ("Artikel ini telah terbit pada 2 Oktober 2024.", "2024-10-02"),
        ("Published on October 2, 2024.", "2024-10-02"),
        ("Oleh Ratna Laut, 2 Oktober 2024.", "2024-10-02"),
    ],
)
def test_the_date_of_a_short_sentence_is_that_of_what_it_tells(moments, line, expected):
    published = moments(above=f"<p>{line}</p><p>23 Oktober 2024 17:11 WIB</p>").published
    assert published.moment.date().isoformat() == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"below": "<div class='comments'><div class='comment'><b>Budi</b> <span>25 Oktober 2024 10:00</span><p>Semoga.</p></div></div>"}, None),
        ({"over": "<aside class='sidebar'><ul><li>Lain <time datetime='2024-10-25'>25/10</time></li></ul></aside><main>"}, None),
        ({"above": "<div class='baca-juga'><a href='/a'>Cabai naik</a> <time datetime='2024-10-25'>25/10</time></div><p>23 Oktober 2024</p>"}, "2024-10-23"),
        ({"below": "<div class='author-box'><p>Bergabung 12 Januari 2020</p></div><div>23 Oktober 2024 17:11 WIB</div>"}, "2024-10-23"),
        # A name that calls the date line furniture is not believed where nothing else is dated.
        ({"above": "<div class='date-comments-box'>23 Oktober 2024</div>"}, "2024-10-23"),
        ({"over": "<div class='breadcrumb'>Daerah / 23 Oktober 2024</div>"}, "2024-10-23"),
    ],
)  # fmt: skip
def test_the_dates_of_comments_and_other_stories_are_not_the_page_s(moments, parts, expected):
    published = moments(**parts).published
    assert (published and published.moment.date().isoformat()) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Kampung Hulu, Rabu (23/10/2024) -- Warga memperbaiki jembatan", "2024-10-23"),
        ("Kampung Hulu (23.10.2024). Warga memperbaiki jembatan", "2024-10-23"),
        ("Warga memperbaiki jembatan bambu pada Rabu (23/10/2024) bersama camat", "2024-10-23"),
        ("KAMPUNG HULU, Oct. 23, 2024 (KABAR WIRE) -- Warga memperbaiki jembatan", "2024-10-23"),
        ("KAMPUNG HULU, Oct. 23, 2024 /KabarWire/ -- Warga memperbaiki jembatan", "2024-10-23"),
        ("23 Oktober 2024 – Warga memperbaiki jembatan", "2024-10-23"),
        ("Pada 21 Mei 1998, warga memperbaiki jembatan", None),
        ("Kerja bakti akan digelar pada 12 September 2025 di Kampung Hulu", None),
    ],
)
def test_the_day_in_the_opening_dates_an_undated_page_where_it_is_the_report_s(moments, opening, expected):
    story = f"<p>{opening} {'dan menata jalan kampung bersama camat. ' * 4}</p>" + STORY
    published = moments(story=story).published
    assert (published and published.moment.date().isoformat()) == expected


def test_of_marked_dates_the_one_nearest_to_the_headline_is_taken(moments):
    other = "<div><time itemprop='datePublished' datetime='2022-11-01T10:34:00+07:00'>2022</time></div>"
    own = f"<div><time itemprop='datePublished' datetime='{MOMENT}'>2024</time></div>"
    assert moments(over=f"<div class='strip'>{other}</div>", above=own).published.moment.isoformat() == MOMENT


@pytest.mark.parametrize(
    ("declared", "printed", "expected"),
    [
        # A clock without a zone tells the zone of a declaration in UTC, also over midnight.
        ("2023-12-23T03:00:46Z", "December 22, 2023 10:00 PM", "2023-12-22T22:00:00-05:00"),
        ("2024-05-03T14:24:00Z", "03.05.2024, 16:24 Uhr", "2024-05-03T16:24:00+02:00"),
        ("2024-05-03T14:24:00Z", "3 May 2024 19:54", "2024-05-03T19:54:00+05:30"),
        # Not one that is twelve hours off, of another minute, or of another day.
        ("2025-11-05T17:09:00Z", "5 November 2025, 05:09", "2025-11-05T17:09:00+00:00"),
        ("2024-05-03T14:24:00Z", "3 May 2024 16:31", "2024-05-03T14:24:00+00:00"),
        ("2024-05-03T14:24:00Z", "6 May 2024 16:24", "2024-05-03T14:24:00+00:00"),
        # A written offset and a printed zone stand.
        ("2024-05-03T16:24:00+02:00", "3 May 2024 15:24", "2024-05-03T16:24:00+02:00"),
        ("2024-05-03T14:24:00Z", "May 3, 2024 10:24 AM EDT", "2024-05-03T10:24:00-04:00"),
    ],
)
def test_the_zone_of_a_paper_nobody_knows_is_told_by_its_clock(moments, declared, printed, expected):
    head = f"<meta property='article:published_time' content='{declared}'>"
    page = {"url": "https://www.paper.test/bridge", "lang": "en"}
    site = Site(name="paper", title="paper.test", domains=("paper.test",), timezone="UTC")
    found = moments(head, f"<p>{printed}</p>", site=site, **page)
    assert found.published.moment.isoformat() == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (("Pendaftaran: 1 Oktober 2024", "Pengumuman: Selasa, 8 Oktober 2024"), "2024-10-23"),
        (("Registration: October 1, 2024",), "2024-10-23"),
        (("Terbit: 1 Oktober 2024",), "2024-10-01"),
        (("Ratna Laut | Kabar: 1 Oktober 2024",), "2024-10-01"),
    ],
)
def test_a_list_in_the_story_tells_of_other_days(moments, listed, expected):
    story = STORY + "".join(f"<p>{line}</p>" for line in listed) + STORY
    published = moments(story=story, url="https://www.kabar.test/2024/10/23/jembatan").published
    assert published.moment.date().isoformat() == expected


OTHER = '{"@type":"NewsArticle","headline":"Harga Cabai Rawit Naik","url":"https://www.kabar.test/ekonomi/cabai-naik","datePublished":"2024-10-25T08:00:00+07:00"}'


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (OTHER, "text near the headline"),
        (f"[{OTHER},{OTHER}]", "text near the headline"),
        (f'{{"@type":"ItemList","itemListElement":[{OTHER}]}}', "text near the headline"),
        (OTHER.replace('"url":', '"mainEntityOfPage":'), "text near the headline"),
        ('{"@type":"WebSite","name":"Kabar","datePublished":"2019-05-01T08:00:00+07:00"}', "text near the headline"),
        ('{"@type":"ImageObject","name":"Jembatan","datePublished":"2019-05-01T08:00:00+07:00"}', "text near the headline"),
        # One of the addresses, or the headline, is the page's own; or there is none to tell.
        (OTHER.replace("ekonomi/cabai-naik", "amp/jembatan-bambu.html"), "json-ld datePublished"),
        (OTHER.replace("Harga Cabai Rawit Naik", "Warga perbaiki jembatan"), "json-ld datePublished"),
        (OTHER.replace("https://www.kabar.test/ekonomi/cabai-naik", "https://www.kabar.test/"), "json-ld datePublished"),
        (OTHER.replace('"url":', '"thumbnailUrl":'), "json-ld datePublished"),
        (OTHER.replace("NewsArticle", "QAPage").replace('"url":', '"x":'), "json-ld datePublished"),
    ],
)  # fmt: skip
def test_what_json_tells_of_another_page_does_not_date_this_one(moments, node, expected):
    head = f"<title>Warga Perbaiki Jembatan - Kabar</title><script type='application/ld+json'>{node}</script>"
    assert moments(head, "<p>23 Oktober 2024 17:11 WIB</p>").published.source == expected


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","headline":"Kata "Camat" Ratna","datePublished":"2024-10-23T17:11:00+07:00","dateModified":"2024-10-25T17:11:00+07:00"}',
        '{"@type":"NewsArticle","headline":"Jembatan, "datePublished" : "2024-10-23T17:11:00+07:00"}',
        '{"@type":"NewsArticle","datePublished":"2024-10-23T17:11:00+07:00"',
    ],
)  # fmt: skip
def test_json_that_cannot_be_read_tells_the_moment_where_nothing_else_does(moments, block):
    head = f"<script type='application/ld+json'>{{\"@type\":\"WebSite\"}}</script><script type='application/ld+json'>{block}</script>"
    url = "https://www.kabar.test/2024/10/23/jembatan"
    assert iso(moments(head, url=url).published) == (MOMENT, "json-ld datePublished")
    printed = moments(head, "<p>22 Oktober 2024 17:11 WIB</p>").published
    assert iso(printed) == ("2024-10-22T17:11:00+07:00", "text near the headline")


def test_json_that_can_be_read_is_not_searched_for_dates(moments):
    head = (
        '<script type=\'application/ld+json\'>{"@type":"WebSite","datePublished":"2019-05-01T08:00:00+07:00"}</script>'
    )
    assert moments(head).published is None


@pytest.mark.parametrize(
    ("declared", "printed", "expected"),
    [
        # Midnight to the second tells a day, in whatever zone; the clock of that day is printed.
        ("2024-10-23T00:00:00+07:00", "23 Oktober 2024 17:11 WIB", MOMENT),
        ("2024-10-23T00:00:00Z", "23 Oktober 2024 17:11 WIB", MOMENT),
        ("2024-10-23T00:00:00Z", "23 Oktober 2024 17:11", MOMENT),
        ("2024-10-23 00:00:00", "23 Oktober 2024 17:11", MOMENT),
        # Not where nothing else is told of that day.
        ("2024-10-23T00:00:00+07:00", "23 Oktober 2024", "2024-10-23T00:00:00+07:00"),
        ("2024-10-23T00:00:00+07:00", "24 Oktober 2024 17:11 WIB", "2024-10-23T00:00:00+07:00"),
        ("2024-10-23T00:00:00Z", "23 Oktober 2024 07:00", "2024-10-23T07:00:00+07:00"),
        ("2024-10-23T00:00:00+07:00", "Diperbarui 23 Oktober 2024 17:11 WIB", "2024-10-23T00:00:00+07:00"),
        # A clock without a zone that is behind the printed one by its offset is that of Greenwich.
        ("2024-10-23T10:11:00", "23 Oktober 2024 17:11 WIB", MOMENT),
        ("2024-10-23T10:11:00", "23 Oktober 2024 17:11", MOMENT),
        ("2024-10-23T09:11:00", "23 Oktober 2024 17:11 WITA", "2024-10-23T17:11:00+08:00"),
        ("2024-10-23T10:12:00", "23 Oktober 2024 17:11 WIB", "2024-10-23T10:12:00+07:00"),
        ("2024-10-23T10:11:00+07:00", "23 Oktober 2024 17:11 WIB", "2024-10-23T10:11:00+07:00"),
    ],
)
def test_a_printed_clock_shows_what_a_declared_moment_lacks(moments, declared, printed, expected):
    head = f"<meta property='article:published_time' content='{declared}'>"
    assert moments(head, f"<p>{printed}</p>").published.moment.isoformat() == expected


def test_midnight_of_greenwich_is_a_moment_where_a_clock_without_zone_agrees(moments):
    head = "<meta property='article:published_time' content='2024-10-23T00:00:00Z'>"
    page = {"url": "https://www.paper.test/bridge", "lang": "en"}
    found = moments(head, "<p>23 October 2024, 02:00</p>", **page)
    assert found.published.moment.isoformat() == "2024-10-23T02:00:00+02:00"


def test_the_change_is_of_greenwich_where_the_publication_is(moments):
    head = (
        "<meta property='article:published_time' content='2024-10-23T10:11:00'>"
        "<meta property='article:modified_time' content='2024-10-23T11:30:00'>"
    )
    found = moments(head, "<p>23 Oktober 2024 17:11 WIB</p>")
    assert found.modified.moment.isoformat() == "2024-10-23T18:30:00+07:00"


@pytest.mark.parametrize(
    ("of_json", "of_meta", "expected"),
    [
        ("2024-10-23T17:11:00Z", "2024-10-23T17:11:00+07:00", ("2024-10-23T17:11:00+07:00", "2024-10-23T18:30:00+07:00")),
        ("2024-10-23T10:11:00Z", "2024-10-23T17:11:00+07:00", ("2024-10-23T17:11:00+07:00", "2024-10-24T01:30:00+07:00")),
        ("2024-10-23T00:00:00+07:00", "2024-10-23T17:11:00+07:00", ("2024-10-23T17:11:00+07:00", "2024-10-24T01:30:00+07:00")),
    ],
)  # fmt: skip
def test_of_two_declared_moments_one_shows_what_the_other_lacks(moments, of_json, of_meta, expected):
    node = f'{{"@type":"NewsArticle","datePublished":"{of_json}","dateModified":"2024-10-23T18:30:00Z"}}'
    head = (
        f"<script type='application/ld+json'>{node}</script>"
        f"<meta property='article:published_time' content='{of_meta}'>"
    )
    found = moments(head)
    assert (found.published.moment.isoformat(), found.modified.moment.isoformat()) == expected


RENDERED = "2026-03-04T05:05:58Z"
"""Some seconds before the fetch."""


@pytest.mark.parametrize(
    ("printed", "page", "expected"),
    [
        ("23 Oktober 2024 17:11 WIB", {}, MOMENT),
        ("", {"url": "https://www.kabar.test/2024/10/23/jembatan"}, "2024-10-23T00:00:00+07:00"),
        # News is fetched within minutes of its publication.
        ("", {}, "2026-03-04T12:05:00+07:00"),
        ("23 Oktober 2024", {}, "2026-03-04T12:05:00+07:00"),
        ("3 Maret 2026 17:11 WIB", {}, "2026-03-04T12:05:00+07:00"),
        ("23 Oktober 2024 17:11 WIB", {"discovered": Discovered(published_at=datetime.fromisoformat(RENDERED))}, "2026-03-04T12:05:00+07:00"),
    ],
)  # fmt: skip
def test_the_moment_at_which_an_old_page_was_made_is_not_that_of_its_publication(moments, printed, page, expected):
    head = (
        f"<meta property='article:published_time' content='{RENDERED}'>"
        f"<meta property='article:modified_time' content='{RENDERED}'>"
    )
    found = moments(head, f"<p>{printed}</p>", **page)
    assert (found.published.moment.isoformat(), found.modified) == (expected, None)


def test_a_moment_after_the_fetch_is_never_taken(moments):
    head = "<meta property='article:published_time' content='2031-01-01T00:00:00+07:00'>"
    assert moments(head).published is None
    assert iso(moments(head, "<p>23 Oktober 2024 17:11 WIB</p>").published) == (MOMENT, "text near the headline")


def test_every_candidate_is_kept_with_its_source(moments):
    head = (
        "<meta property='article:published_time' content='2024-10-23T10:11:00Z'><meta name='date' content='2024-10-23'>"
    )
    found = moments(head, "<p>Rabu, 23 Oktober 2024 17:11 WIB</p><p>Diperbarui 24 Oktober 2024 08:00 WIB</p>")
    assert [c.source for c in found.candidates] == [
        "meta article:published_time",
        "meta date",
        "text near the headline",
        "text near the headline",
    ]


def test_a_printed_update_is_the_change_and_not_the_publication(moments):
    above = "<p>Diperbarui: 24 Oktober 2024 08:00 WIB</p><p>Terbit: 23 Oktober 2024 17:11 WIB</p>"
    found = moments(above=above)
    assert found.published.moment.isoformat() == MOMENT
    assert found.modified.moment.isoformat() == "2024-10-24T08:00:00+07:00"


@pytest.mark.parametrize(
    "above",
    [
        # In one line, in either order, with labels that are known or not.
        "<p>Tayang: {published} | Diperbarui: {changed}</p>",
        "<p>Diperbarui: {changed} | Tayang: {published}</p>",
        "<p>{published} ({changed} gewoon)</p>",
        "<p><span>Publié le {published}</span>, <span>mis à jour le {changed}</span></p>",
        # In lines and blocks of their own.
        "<p>Ubah: {changed}<br>Kirim: {published}</p>",
        "<p>{published}</p><p>Ubah {changed}</p>",
        "<p>更新：{changed}</p><p>公開：{published}</p>",
        "<dl><dt>Diperbarui</dt><dd>{changed}</dd><dt>Terbit</dt><dd>{published}</dd></dl>",
        "<div><div>Pembaruan:</div><div>{changed}</div></div><div><div>Terbit:</div><div>{published}</div></div>",
        # As machines read them.
        "<p><time datetime='{changed_iso}'>24 Oktober 2024</time> <time datetime='{published_iso}'>23 Oktober 2024</time></p>",
        "<p><a href='/x'><time class='published' datetime='{published_iso}'>23 Oktober 2024</time><time class='updated' datetime='{changed_iso}'>24 Oktober 2024</time></a></p>",
        "<p>Ratna<time class='modified' datetime='{changed_iso}'>24 Oktober 2024</time><time datetime='{published_iso}'>23 Oktober 2024</time></p>",
        "<p>Terbit <time datetime='{published_iso}'>kemarin</time>, diubah <time datetime='{changed_iso}'>tadi</time></p>",
        "<p>Diperbarui <time datetime='{changed_iso}'>24 Oktober 2024</time></p><p>Terbit <time datetime='{published_iso}'>23 Oktober 2024</time></p>",
    ],
)  # fmt: skip
def test_of_two_moments_in_the_date_line_the_later_is_the_change(moments, above):
    changed = "2024-10-24T08:00:00+07:00"
    printed = {"published": "23 Oktober 2024 17:11 WIB", "changed": "24 Oktober 2024 08:00 WIB"}
    found = moments(above=above.format(**printed, published_iso=MOMENT, changed_iso=changed))
    assert found.published.moment.isoformat() == MOMENT
    assert found.modified.moment.isoformat() == changed


@pytest.mark.parametrize(
    "above",
    [
        "<p>{published}</p><p>Ratna Laut: Terima kasih banyak, Pak Camat, 24 Oktober 2024 08:00 WIB</p>",
        "<p>{published}</p><p>Ratna Laut</p><p>24 Oktober 2024 08:00 WIB</p>",
        "<p>{published}</p><p><a href='/lain'>Harga cabai naik</a> 24 Oktober 2024 08:00 WIB</p>",
        "<p>{published}</p><h3>Kerja Bakti</h3><p>24 Oktober 2024 08:00 WIB</p>",
        "<p>{published}</p><p>24 Oktober 2024</p>",
        "<p>{published} (23 Oktober 2024, 17:11)</p>",
    ],
)
def test_another_moment_near_the_date_line_is_no_change(moments, above):
    found = moments(above=above.format(published="23 Oktober 2024 17:11 WIB"))
    assert (found.published.moment.isoformat(), found.modified) == (MOMENT, None)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<ul><li><a href='/2024/10/23/'>Oktober 23, 2024</a></li><li>5:11 pm</li></ul>", MOMENT),
        ("<div>Rabu, 23 Oktober 2024</div><div>17:11 WIB</div>", MOMENT),
        ("<div>Terbit: 23 Oktober 2024<br>pukul 17.11 WIB</div>", MOMENT),
        ("<p>23 Oktober 2024</p><p>| 17:11</p>", MOMENT),
        ("<ul><li><time>23 Oktober 2024</time></li><li><time>17:11</time></li></ul>", MOMENT),
        # Not a number, a clock of something else, or one in another part of the page.
        ("<p>23 Oktober 2024</p><p>17.11</p>", "2024-10-23T00:00:00+07:00"),
        ("<p>23 Oktober 2024</p><p>Ratna Laut</p><p>17:11</p>", "2024-10-23T00:00:00+07:00"),
        ("<div><p>23 Oktober 2024</p></div><div>17:11 WIB</div>", "2024-10-23T00:00:00+07:00"),
        ("<p>23 Oktober 2024</p><p>17:11 Warga berkumpul</p>", "2024-10-23T00:00:00+07:00"),
        ("<p>23 Oktober 2024 16:02</p><p>17:11</p>", "2024-10-23T16:02:00+07:00"),
    ],
)
def test_a_day_and_the_clock_right_behind_it_are_one_moment(moments, above, expected):
    assert moments(above=above).published.moment.isoformat() == expected


@pytest.mark.parametrize(
    ("line", "is_change"),
    [
        ("Dimutakhirkan: 24 Oktober 2024 08:00 WIB", True),
        ("Dikemas kini pada 24 Oktober 2024 08:00 WIB", True),
        ("Päivitetty 24.10.2024 klo 8.00 WIB", True),
        ("最終更新：2024年10月24日 8:00 WIB", True),
        ("2024.10.24 08:00 WIB 수정", True),
        # What stands behind a date belongs to it only where nothing else does.
        ("24 Oktober 2024 08:00 WIB | Diperbarui 09:30 WIB", False),
        ("24 Oktober 2024 08:00 WIB, Kabar Hulu", False),
    ],
)
def test_a_label_tells_the_date_of_a_change_where_it_stands_alone(moments, line, is_change):
    head = f"<meta property='article:published_time' content='{MOMENT}'>"
    modified = moments(head, f"<p>{line}</p>").modified
    assert (modified is not None) == is_change


def test_a_zone_behind_the_second_moment_of_a_line_is_that_of_both(moments):
    above = "<p>October 23, 2024 05:11 pm | Updated October 24, 2024 08:00 am IST</p>"
    found = moments(above=above, lang="en", url="https://www.paper.test/bridge")
    assert found.published.moment.isoformat() == "2024-10-23T17:11:00+05:30"
    assert found.modified.moment.isoformat() == "2024-10-24T08:00:00+05:30"


def test_the_feed_dates_a_page_that_does_not_date_itself(moments):
    published = datetime.fromisoformat(MOMENT)
    assert iso(moments(discovered=Discovered(published_at=published)).published) == (MOMENT, "discovery")


@given(st.datetimes(datetime(2000, 1, 2), datetime(2025, 12, 30)), st.sampled_from((7, 8, 9)))  # noqa: DTZ001
def test_utc_in_metadata_is_the_printed_night(moments_of_zone, moment, hours):
    zone = {7: ("Asia/Jakarta", "WIB"), 8: ("Asia/Makassar", "WITA"), 9: ("Asia/Jayapura", "WIT")}[hours]
    utc = moment.replace(second=0, microsecond=0) - timedelta(hours=hours)
    assert moments_of_zone(f"{utc.isoformat()}Z", zone[0]) == f"{moment:%Y-%m-%dT%H:%M:00}+0{hours}:00"


@pytest.fixture(scope="module")
def moments_of_zone():
    """The publication that a page of a site in that zone declares with a string."""
    from newscrawl.extract.page.tree import read_document
    from newscrawl.model import Page

    def read(declared, zone):
        site = Site(name="kabar", title="Kabar", domains=("kabar.test",), timezone=zone)
        html = f"<html><head><meta property='article:published_time' content='{declared}'></head><body><h1>Warga</h1>{STORY}</body></html>"
        fetched = datetime.fromisoformat("2026-03-04T05:06:00+00:00")
        document = read_document(Page("https://kabar.test/x", html.encode(), fetched), site)
        return read_moments(document, read_region(document, None)).published.moment.isoformat()

    return read
