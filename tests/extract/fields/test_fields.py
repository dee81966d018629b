# ruff: noqa: E501 - markup is written as pages write it
"""Fields that need little page: title, standfirst, moment, people, language, rights, topics."""

from datetime import datetime

import pytest

from newscrawl.extract.headline.title import without_brand
from newscrawl.model import Discovered, Rights
from newscrawl.process import process
from newscrawl.sites import Site

STORY = "".join(
    f"<p>Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat membantu.</p>"
    for n in range(6)
)


@pytest.fixture
def read(a_page):
    """The article of a page whose head, headline surroundings and foot are given."""

    def make(
        head="",
        above="",
        below="",
        site=None,
        url="https://www.kabar.test/daerah/jembatan-bambu",
        h1="Warga Perbaiki Jembatan",
        **values,
    ):
        title = f"<h1>{h1}</h1>" if h1 is not None else ""
        html = f"<html lang='id'><head>{head}</head><body>{title}{above}<div class='article-body'>{STORY}</div>{below}</body></html>"
        return process(a_page(html, url, **values), site)

    return make


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Judul Berita | Republika", "Judul Berita"),
        ("Judul Berita - Republika.co.id", "Judul Berita"),
        ("Judul Berita – REPUBLIKA ONLINE", "Judul Berita"),
        ("Judul Berita - Daerah | Republika", "Judul Berita - Daerah"),
        ("Republika: Judul Berita Hari Ini", "Judul Berita Hari Ini"),
        ("Judul Berita Halaman 2 - Republika", "Judul Berita"),
        ("Judul Berita Halaman all - Republika", "Judul Berita"),
        ("Judul Berita - Page 2 of 3 | Republika", "Judul Berita"),
        ("Judul Berita Hari Ini : Republika", "Judul Berita Hari Ini"),
        ("Judul Berita / Republika", "Judul Berita"),
        ("Judul Berita > Republika", "Judul Berita"),
        ("Judul Berita ¦ Republika", "Judul Berita"),
        ("Judul Berita | Republika - Berita Terkini Hari Ini", "Judul Berita"),
        ("Judul Berita - Harian Republika", "Judul Berita"),
        ("Judul\u00ad Berita\u200b - Republika\ufeff", "Judul Berita"),
        ("Judul Berita Hari Ini: Republika Menang", "Judul Berita Hari Ini: Republika Menang"),
        ("Skor 2/1 untuk Tuan Rumah", "Skor 2/1 untuk Tuan Rumah"),
        ("Judul - yang Bukan Merek", "Judul - yang Bukan Merek"),
        ("Republika", "Republika"),
        ("Harga Naik: Warga | Pedagang Resah", "Harga Naik: Warga | Pedagang Resah"),
    ],
)
def test_the_brand_comes_off_a_title(title, bare):
    assert without_brand(title, ("Republika", "Republika Online", "republika.co.id")) == bare


def test_an_empty_heading_leaves_the_title_to_og_title(read):
    article = read(
        "<meta property='og:title' content='Judul dari Meta | Kabar'><meta property='og:site_name' content='Kabar'>",
        h1="",
    )
    assert (article.title, article.provenance["title"]) == ("Judul dari Meta", "meta og:title")


def test_the_printed_headline_goes_before_the_declared_one(read):
    article = read(
        "<meta property='og:title' content='Warga perbaiki jembatan setelah banjir'>",
        h1="Warga Perbaiki Jembatan Setelah Banjir",
    )
    assert article.title == "Warga Perbaiki Jembatan Setelah Banjir"


def test_a_headline_is_known_from_discovery_when_the_page_has_none(read):
    assert read(h1=None, discovered=Discovered(title="Judul dari Umpan")).title == "Judul dari Umpan"


def test_a_standfirst_of_its_own_is_the_subtitle(read):
    article = read(above="<h2>Camat berjanji menyiapkan bahan bangunan</h2>")
    assert article.subtitle == "Camat berjanji menyiapkan bahan bangunan"
    assert "Camat berjanji" not in article.text


def test_the_first_paragraph_of_what_drupal_calls_a_text_with_summary_is_no_subtitle(a_page):
    html = f"<html lang='id'><body><h1>Warga Perbaiki Jembatan</h1><div class='field--type-text-with-summary'>{STORY}</div></body></html>"
    article = process(a_page(html))
    assert (article.subtitle, len(article.paragraphs)) == (None, 6)


def test_a_description_that_the_body_begins_with_is_no_subtitle(read):
    text = "Warga kampung nomor 0 memperbaiki jembatan bambu yang hanyut diterjang banjir"
    assert read(f"<meta property='og:description' content='{text}'>").subtitle is None


def test_the_head_of_a_part_of_the_story_is_no_subtitle(a_page):
    told = "Camat Lembah Sirih menyiapkan bahan bangunan bagi kampung yang jembatannya hanyut."
    for head in ("<h2>Apa yang terjadi berikutnya</h2>", "<h3>Berlangganan untuk membaca lagi</h3>"):
        html = f"<html lang='id'><head><meta property='og:description' content='{told}'></head><body><h1>Warga Perbaiki Jembatan</h1><div class='article-body'><p>{'Warga kampung bekerja sejak pagi bersama camat dan guru. ' * 3}</p><p>Hujan reda.</p>{head}{STORY}</div></body></html>"
        assert process(a_page(html)).subtitle == told


@pytest.mark.parametrize("byline", ["", "<p>Oleh Ani Lestari</p>", "<p>Sabtu, 10 Des 2022 13:19 WIB</p>"])
def test_a_heading_above_the_first_paragraph_is_the_subtitle(a_page, byline):
    html = f"<html lang='id'><body><div class='article-body'><h1>Warga Perbaiki Jembatan</h1>{byline}<h2>Camat berjanji menyiapkan bahan bangunan</h2>{STORY}</div></body></html>"
    assert process(a_page(html)).subtitle == "Camat berjanji menyiapkan bahan bangunan"


def test_what_is_grouped_with_the_headline_is_the_subtitle(a_page):
    html = f"<html lang='id'><body><hgroup><h1>Warga Perbaiki Jembatan</h1><p>Camat berjanji menyiapkan bahan bangunan.</p></hgroup><div class='article-body'>{STORY}</div></body></html>"
    assert process(a_page(html)).subtitle == "Camat berjanji menyiapkan bahan bangunan."


SLOGAN = "Kabar Hulu - Portal berita terkini dari kampung dan kota"


@pytest.mark.parametrize(
    ("head", "subtitle"),
    [
        (f"<meta property='og:site_name' content='Kabar Hulu'><meta name=description content='{SLOGAN}'>", None),
        (f"<meta name=description content='{SLOGAN}'><script type='application/ld+json'>{{\"@type\":\"WebSite\",\"description\":\"{SLOGAN}\"}}</script>", None),
        ("<meta property='og:site_name' content='Kabar Hulu'><meta name=description content='Kabar Hulu menemui camat yang berjanji membantu'>", "Kabar Hulu menemui camat yang berjanji membantu"),
    ],
)  # fmt: skip
def test_a_site_s_slogan_is_no_subtitle(read, head, subtitle):
    assert read(head).subtitle == subtitle


@pytest.mark.parametrize(
    ("head", "above", "iso"),
    [
        (
            "<meta property='article:published_time' content='2024-10-22T17:30:00+00:00'>",
            "",
            "2024-10-23T00:30:00+07:00",
        ),
        ("<meta property='article:published_time' content='2024-10-23 00:30:15'>", "", "2024-10-23T00:30:00+07:00"),
        (
            "<meta name='pubdate' content='2022-12-10T13-19-56Z'>",
            "<p>Sabtu, 10 Des 2022 13:19 WIB</p>",
            "2022-12-10T13:19:00+07:00",
        ),
        (
            "<meta name='publishdate' content='2022-12-10T13:19:56Z'>",
            "<p>Sabtu, 10 Des 2022 13:19 WIB</p>",
            "2022-12-10T13:19:00+07:00",
        ),
        (
            "<meta property='article:published_time' content='2021-06-16T13:00:00-07:00'>",
            "<p>Rabu, 16 Juni 2021 13:00 WIB</p>",
            "2021-06-16T13:00:00+07:00",
        ),
        (
            "<meta property='article:published_time' content='2024-10-23'>",
            "<p>Rabu, 23 Oktober 2024 | 17.11 WIB</p>",
            "2024-10-23T17:11:00+07:00",
        ),
        ("", "<p>Ahad 13 Aug 2023 08:05 WITA</p>", "2023-08-13T08:05:00+08:00"),
        (
            "<meta property='article:published_time' content='2024-10-23T09:11:00Z'>",
            "<p>Rabu, 23 Oktober 2024 17:11 WITA</p>",
            "2024-10-23T17:11:00+08:00",
        ),
        (
            "<meta property='article:published_time' content='2024-10-23T18:11:00+09:00'>",
            "<p>Rabu, 23 Oktober 2024</p>",
            "2024-10-23T18:11:00+09:00",
        ),
        ("", "<time datetime='2024-10-23T17:11:00+07:00' pubdate>kemarin</time>", "2024-10-23T17:11:00+07:00"),
        (
            "<meta property='article:published_time' content='2031-01-01T00:00:00+07:00'>",
            "<p>Rabu, 23 Oktober 2024 17:11 WIB</p>",
            "2024-10-23T17:11:00+07:00",
        ),
    ],
    ids=[
        "UTC hides the day",
        "naive",
        "no date at all",
        "false Z",
        "false offset",
        "day alone",
        "WITA",
        "UTC and WITA",
        "an offset that was written",
        "time element",
        "future",
    ],
)
def test_the_moment_is_right_to_the_minute(read, head, above, iso):
    article = read(head, above)
    assert article.published_at == datetime.fromisoformat(iso)
    assert article.published_at.isoformat() == iso
    assert article.date_raw


def test_the_moment_of_a_page_without_any_is_that_of_its_url_or_discovery(read):
    dated = read(url="https://www.kabar.test/2024/10/23/jembatan-bambu")
    assert (dated.published_at.isoformat(), dated.provenance["published_at"]) == ("2024-10-23T00:00:00+07:00", "URL")
    moment = datetime.fromisoformat("2024-10-23T17:11:00+07:00")
    assert read(discovered=Discovered(published_at=moment)).published_at == moment


def test_a_moment_in_a_known_site_is_in_its_own_zone(read):
    site = Site(name="papua", title="Papua", domains=("kabar.test",), timezone="Asia/Jayapura")
    article = read("<meta property='article:published_time' content='2024-10-23T08:11:00Z'>", site=site)
    assert article.published_at.isoformat() == "2024-10-23T17:11:00+09:00"


def test_a_site_may_say_that_its_metadata_is_local_time(read):
    site = Site(name="kabar", title="Kabar", domains=("kabar.test",), metadata_is_local_time=True)
    article = read("<meta property='article:published_time' content='2024-10-23T17:11:00Z'>", site=site)
    assert article.published_at.isoformat() == "2024-10-23T17:11:00+07:00"


def test_a_change_is_apart_from_the_publication(read):
    published = "<meta property='article:published_time' content='2024-10-23T17:11:00+07:00'>"
    changed = "<meta property='article:modified_time' content='{}'>"
    assert (
        read(published + changed.format("2024-10-23T19:00:00+07:00")).modified_at.isoformat()
        == "2024-10-23T19:00:00+07:00"
    )
    assert read(published + changed.format("2024-10-23T17:11:30+07:00")).modified_at is None


@pytest.mark.parametrize(
    ("head", "above", "authors", "editors"),
    [
        ("", "<p>Rep: Ani Lestari/ Red: Budi Santoso</p>", ("Ani Lestari",), ("Budi Santoso",)),
        ("<meta name=author content='Ani Lestari'>", "", ("Ani Lestari",), ()),
        ("<meta name=author content='Kabar'><meta property='og:site_name' content='Kabar'>", "", (), ()),
        ("<meta name=author content='Budi Santoso'>", "<p>Penulis: Ani Lestari</p><p>Editor: Budi Santoso</p>", ("Ani Lestari",), ("Budi Santoso",)),
        ("", "<p>By Ani Lestari</p><p class='edited-by'>Edited by Budi Santoso</p>", ("Ani Lestari",), ("Budi Santoso",)),
        ("", "<table><tr><td>Penulis</td><td>: Ani Lestari</td></tr><tr><td>Editor</td><td>: Budi Santoso</td></tr></table>", ("Ani Lestari",), ("Budi Santoso",)),
        ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ani Lestari\"},{\"@type\":\"Organization\",\"name\":\"Kantor Berita\"}]}</script>", "", ("Ani Lestari",), ()),
    ],
)  # fmt: skip
def test_writers_editors_and_brands_are_told_apart(read, head, above, authors, editors):
    article = read(head, above)
    assert (article.authors, article.editors) == (authors, editors)


def test_a_site_may_say_that_its_metadata_names_the_editor(read):
    site = Site(name="kabar", title="Kabar", domains=("kabar.test",), author_in_metadata_is_editor=True)
    article = read("<meta name=author content='Budi Santoso'>", site=site)
    assert (article.authors, article.editors) == ((), ("Budi Santoso",))


def test_every_field_that_a_site_may_override_is_overridden(read):
    moment = datetime.fromisoformat("2024-10-23T17:11:00")
    values = {
        "title": "Judul",
        "subtitle": "Sub",
        "authors": ["Ani Lestari"],
        "editors": "Budi Santoso",
        "published_at": moment,
        "modified_at": "2024-10-24 08:00",
        "section": "daerah",
        "tags": ("satu",),
        "language": "jv",
    }
    overrides = {name: lambda root, value=value: value for name, value in values.items()}
    article = read(site=Site(name="kabar", title="Kabar", domains=("kabar.test",), overrides=overrides))
    assert (article.title, article.subtitle, article.section, article.tags) == ("Judul", "Sub", "daerah", ("satu",))
    assert (article.authors, article.editors, article.language) == (("Ani Lestari",), ("Budi Santoso",), "jv")
    assert article.published_at.isoformat() == "2024-10-23T17:11:00+07:00"
    assert article.modified_at.isoformat() == "2024-10-24T08:00:00+07:00"
    assert {article.provenance[name] for name in values} == {"site override"}


def test_site_selectors_and_overrides_go_first(read):
    site = Site(
        name="kabar",
        title="Kabar",
        domains=("kabar.test",),
        author=(".nama", "meta[name=penulis]"),
        date=(".kapan",),
        overrides={"title": lambda root: "Judul Pilihan", "tags": lambda root: ["satu", "dua"]},
    )
    above = "<i class='nama'>Ani Lestari</i><i class='kapan'>23 Oktober 2024 17:11</i>"
    article = read("<meta name=author content='Orang Lain'>", above, site=site)
    assert (article.title, article.authors, article.tags) == ("Judul Pilihan", ("Ani Lestari",), ("satu", "dua"))
    assert article.published_at.isoformat() == "2024-10-23T17:11:00+07:00"
    assert article.provenance["title"] == "site override"


@pytest.mark.parametrize(
    ("head", "values", "rights"),
    [
        ("", {}, Rights()),
        ("<meta name=robots content='index, follow'>", {}, Rights("index, follow")),
        (
            "<meta name=robots content='NOARCHIVE'>",
            {"robots_tags": ("noindex, max-snippet: 20",)},
            Rights("noarchive, noindex, max-snippet: 20", None, True),
        ),
        ("", {"robots_tags": ("otherbot: none",)}, Rights()),
        ("<meta name=newscrawl content=none>", {}, Rights("none", None, True)),
        ("<meta name=lain content=none>", {"product": "lain"}, Rights("none", None, True)),
        ("<meta name='tdm-reservation' content='1'>", {"tdm_reservation": "0"}, Rights(None, "1")),
        ("", {"tdm_reservation": "0"}, Rights(None, "0")),
        ("", {"tdm_reservation": "maybe"}, Rights()),
    ],
)
def test_the_statements_of_the_publisher_are_kept(read, head, values, rights):
    assert read(head, **values).rights == rights


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ("<meta property='article:section' content='Daerah'>", "Daerah"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["Ekonomi","Pasar"]}</script>',
            "Ekonomi",
        ),
        (
            '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Beranda"},{"item":{"name":"Olahraga"}}]}</script>',
            "Olahraga",
        ),
        ("", None),
    ],
)
def test_the_section_is_what_the_page_names(read, head, section):
    assert read(head).section == section


def crumbs(*listed):
    """Breadcrumbs in JSON-LD, of names and links."""
    import json

    items = [{"@type": "ListItem", "name": name} | ({"item": link} if link else {}) for name, link in listed]
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'BreadcrumbList', 'itemListElement': items})}</script>"


@pytest.mark.parametrize(
    ("listed", "section"),
    [
        ([("Kabar Hulu", "https://www.kabar.test/"), ("Daerah", "https://www.kabar.test/daerah")], "Daerah"),
        ([("Главная", None), ("Общество", "/obshchestvo")], "Общество"),
        ([("トップ", None), ("社会", "/shakai")], "社会"),
        ([("Portada", "/"), ("Início", "/"), ("Desa", None)], "Desa"),
        ([("DAERAH.KABAR.CO.ID", None), ("Desa", None)], "Desa"),
        ([("Republika", None), ("Desa", None)], "Desa"),
        ([("Hulu Raya", None), ("Desa", None)], "Desa"),
        ([("Hulu Raya", "/hulu-raya"), ("Desa", None)], "Hulu Raya"),
        ([("Desa", "https://desa.kabar.test/")], "Desa"),
        ([("Beranda", "/"), ("Warga Perbaiki Jembatan", None)], None),
        ([("Beranda", "/"), ("Jembatan", "https://www.kabar.test/daerah/jembatan-bambu")], None),
        ([("Daerah", "http://[rusak")], "Daerah"),
    ],
)
def test_breadcrumbs_name_more_than_sections(read, listed, section):
    assert read(f"<meta property='og:site_name' content='Hulu Raya'>{crumbs(*listed)}").section == section


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<nav aria-label='Breadcrumb'><a href='/'>Hulu</a><a href='/desa'>Desa</a></nav>", "Desa"),
        ("<ol itemscope itemtype='https://schema.org/BreadcrumbList'><li><a href='/desa'>Desa</a></li></ol>", "Desa"),
        ("<div class='breadcrumb'><a href='https://www.kabar.test'>Hulu</a> / <a href='/desa'>Desa</a></div>", "Desa"),
        ("<p><a rel='category tag' href='/kategori/desa'>Desa</a></p>", "Desa"),
        ("<p>" + "".join(f"<a rel='category tag' href='/kategori/{n}'>Desa {n}</a>" for n in range(9)) + "</p>", None),
    ],
)
def test_the_section_is_printed_by_the_headline(read, above, section):
    assert read(above=above).section == section


def test_discovery_knows_the_section_best(read):
    assert (
        read("<meta property='article:section' content='Daerah'>", discovered=Discovered(section="ekonomi")).section
        == "ekonomi"
    )


def test_tags_are_split_and_cleaned(read):
    assert read("<meta name=keywords content='banjir, jembatan bambu ,, #camat'>").tags == (
        "banjir",
        "jembatan bambu",
        "camat",
    )


OWN = "<ul class='tags'><li><a rel='tag' href='/tag/bakau'>bakau</a></li><li><a rel='tag' href='/tag/abrasi'>abrasi</a></li></ul>"
NAMED = OWN.replace("rel='tag' ", "")
TOPICS = "<ul><li><a href='/tag/pemilu'>#pemilu</a></li><li><a href='/tag/kuliner'>#kuliner</a></li></ul>"


@pytest.mark.parametrize("own", [OWN, NAMED], ids=["rel", "named"])
@pytest.mark.parametrize(
    "frame",
    [
        f"<div class='topik'>{TOPICS}</div>",
        "<nav><ul><li class='menu-item menu-item-object-post_tag'><a href='/tag/kuliner/'>kuliner</a></li></ul></nav>",
        "<header><nav><ul class='nav-topics'><li><a href='/tag/kuliner'>kuliner</a></li></ul></nav></header>",
        f"<aside><h4>Topik</h4>{TOPICS}</aside>",
        f"<div class='sidebar'><div class='widget widget_tag_cloud'>{TOPICS}</div></div>",
        f"<section class='trending-tags'>{TOPICS}</section>",
        f"<div role='navigation' class='tags'>{TOPICS}</div>",
        f"<footer class='site-footer'><div class='tags'>{TOPICS}</div></footer>",
        "<article><h3><a href='/daerah/lain'>Cerita Lain</a></h3><div class='tags'><a rel='tag' href='/tag/pemilu'>pemilu</a></div></article>",
    ],
)
def test_topics_of_the_frame_are_no_tags(a_page, frame, own):
    story = f"<article><h1>Warga Perbaiki Jembatan</h1><div class='article-body'>{STORY}</div>{own}</article>"
    for body in (f"{frame}{story}", f"{story}{frame}"):
        html = f"<html lang='id'><body>{body}</body></html>"
        assert process(a_page(html, "https://www.kabar.test/daerah/jembatan-bambu")).tags == ("bakau", "abrasi")


def test_an_article_without_tags_gets_none_of_the_frame(a_page):
    story = f"<div class='post'><h1>Warga Perbaiki Jembatan</h1><div class='article-body'>{STORY}</div></div>"
    html = f"<html lang='id'><body><div class='topik'>{TOPICS}</div>{story}<aside class='tags'>{TOPICS}</aside></body></html>"
    assert process(a_page(html, "https://www.kabar.test/daerah/jembatan-bambu")).tags == ()


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<footer class='entry-footer'><div class='tags'>Tag: <a href='/tag/bakau'>bakau</a></div></footer>", ("bakau",)),
        ("<div class='inside-content'><p>Topik: <a href='/topik/bakau'>bakau</a>, <a href='/topik/abrasi'>abrasi</a></p></div>", ("bakau", "abrasi")),
        ("<div class='detail__body-tag'><div class='nav'><a href='/tag/bakau/'>bakau</a></div></div>", ("bakau",)),
        ("<div class='articleTags'><a href='/tag/bakau'>bakau</a></div>", ("bakau",)),
        ("<p><a rel='category tag' href='/category/daerah'>Daerah</a>, <a rel='tag' href='/kategori/desa'>Desa</a> | <a rel='tag nofollow' href='/bakau'>bakau</a></p>", ("bakau",)),
        ("<ul class='tags'><li>Orang: <a href='/profil/ani'>Ani Lestari Wijayanti Kusumaningrum, ketua kelompok tani desa</a></li><li><a href='/tag/bakau'>bakau</a></li></ul>", ("bakau",)),
        ("<p><a href='/tags'>Semua topik</a> <a href='/tag/index.html'>Topik hangat</a></p>", ()),
        ("<div><a href='/tag/bakau'>bakau</a></div>", ()),
        (f"<p>{'Kata camat, warga bekerja sejak pagi. ' * 3}<a href='/tag/bakau'>bakau</a></p>", ()),
    ],
)  # fmt: skip
def test_the_list_of_tags_is_known_by_its_structure(read, below, tags):
    assert read(below=below).tags == tags


@pytest.mark.parametrize(
    "href", ["/thema/{}", "/sujet/{}", "/tema/{}.html", "/keyword/{}", "/?tag={}", "https://www.kabar.test/t/{}"]
)
def test_links_of_a_box_of_tags_may_lead_anywhere(read, href):
    box = "".join(f"<a href='{href.format(name)}'>{name}</a> " for name in ("bakau", "abrasi"))
    below = f"<div class='article-tags'>Stichworte: {box}</div>"
    assert read(below=below).tags == ("bakau", "abrasi")
    assert read("<meta name=keywords content='gempa'>", below=below).tags == ("gempa",)


@pytest.mark.parametrize(
    "below",
    [
        "<div class='article-tags'><a href='/ekonomi/'>Ekonomi</a> <a href='/daerah/'>Daerah</a></div>",
        "<div class='tags'><a href='#komentar'>Komentar</a></div>",
        "<footer class='site-footer'><div class='tags'><a href='/thema/pemilu'>pemilu</a></div></footer>",
        "<div class='nav-tags menu'><a href='/thema/pemilu'>pemilu</a></div>",
        "<div class='tags'><a href='/daerah/pasar'>Pasar</a> dibuka kembali setelah lama ditutup, kata camat dan para pedagang.</div>",
        "<div class='stage'><a href='/thema/pemilu'>pemilu</a></div>",
    ],
)
def test_other_boxes_of_links_hold_no_tags(read, below):
    assert read(below=below).tags == ()


def test_a_list_that_holds_a_keyword_of_the_page_is_its_own(read):
    lists = "<p><a href='/tag/pemilu'>pemilu</a></p><div>Lagi: <a href='/tag/bakau'>Bakau</a>, <a href='/tag/abrasi'>abrasi</a></div>"
    assert read("<meta name=keywords content='bakau, berita'>", below=lists).tags == ("Bakau", "abrasi")
    assert read("<meta name=keywords content='gempa, berita'>", below=lists).tags == ("gempa", "berita")


@pytest.mark.parametrize(("value", "free"), [("false", False), ('"True"', True), ("null", None)])
def test_whether_it_is_free_is_what_the_page_says(read, value, free):
    node = f'{{"@type":"NewsArticle","isAccessibleForFree":{value}}}'
    assert read(f'<script type="application/ld+json">{node}</script>').is_accessible_for_free is free


def test_the_language_is_told_from_the_text_where_the_page_is_wrong(a_page):
    story = "".join(
        f"<p>Die Bewohner des {n}. Bezirks haben die alte Brücke nach dem Hochwasser gemeinsam repariert und gefeiert.</p>"
        for n in range(8)
    )
    html = f"<html lang='en'><body><h1>Bewohner reparieren die alte Brücke</h1><article>{story}</article></body></html>"
    assert process(a_page(html)).language == "de"


def test_the_small_words_of_another_language_do_not_make_a_page_right(a_page):
    story = "".join(
        f"<p>The villagers of district {n} repaired the old bridge with bamboo that was left by the river in the flood.</p>"
        for n in range(8)
    )
    html = f"<html lang='de'><body><h1>Villagers repair the bridge</h1><article>{story}</article></body></html>"
    assert process(a_page(html)).language == "en"
    assert process(a_page(html.replace("lang='de'", "lang='en'"))).provenance["language"] == "html lang"


def test_a_short_indonesian_text_on_a_page_that_calls_itself_english_is_indonesian(a_page):
    story = (
        "<p>Polwan Saudi untuk pertama kalinya ikut mengamankan prosesi haji tahun ini bersama petugas lain.</p>"
        "<p>Mereka akan berjaga di sekitar Masjidil Haram dan juga di beberapa titik yang padat dengan jemaah.</p>"
        "<p>Menurut kepala petugas, pelatihan mereka tidak berbeda dari pelatihan yang lain, hanya lebih singkat.</p>"
    )
    html = f"<html lang='en'><body><h1>Polwan Saudi amankan haji</h1><article>{story}</article></body></html>"
    assert process(a_page(html)).language == "id"


def test_indonesian_is_not_taken_for_malay(read):
    assert read().language == "id"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The villagers of the district repaired the old bridge with bamboo that was left by the river in the flood.", "en"),
        ("أصلح سكان القرية الجسر القديم بعد الفيضان الذي ضرب المنطقة في الأسبوع الماضي وساعدهم رئيس البلدية في العمل.", "ar"),
        ("村の住民たちは先週の洪水で流された古い竹の橋を修理し、町長も資材を用意して作業を手伝った。", "ja"),
        ("Penduduk kampung itu membaiki jambatan lama yang hanyut akibat banjir dan ketua daerah turut membantu mereka.", "id"),
        ("Warga kampung ndandani kreteg pring sing kenter kena banjir minggu kepungkur, camat uga melu ngrewangi.", "id"),
    ],
)  # fmt: skip
def test_a_page_that_calls_itself_indonesian_may_hold_another_language(a_page, sentence, language):
    story = "".join(f"<p>{sentence[:-1]} {n}.</p>" for n in range(8))
    html = f"<html lang='id'><body><h1>Jembatan Bambu</h1><article>{story}</article></body></html>"
    assert process(a_page(html)).language == language
