# ruff: noqa: E501 - markup is written as pages write it
import json

import pytest

from newscrawl.model import Page, Rejected
from newscrawl.model.errors import NeedsJavaScript, NotAnArticle, TooShort
from newscrawl.process import process
from newscrawl.sites import Site
from tests.shared_folder import SHARED

STORY = "".join(
    f"<p>Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat membantu.</p>"
    for n in range(6)
)
CARD = (
    "<div class='item'><a href='/berita/{n}'><img src='{n}.jpg'></a><div><a href='/berita/{n}'>Judul berita nomor {n} yang cukup panjang"
    "</a><p>Ringkasan berita nomor {n} yang menjelaskan isi berita itu dalam satu kalimat panjang tanpa titik dua.</p></div></div>"
)
CARDS = "".join(CARD.format(n=n) for n in range(12))


def page_of(body, head=""):
    return f"<html lang=id><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("url", "html"),
    [
        ("https://kabar.test/", page_of(f"<h1>Kabar</h1>{CARDS}")),
        ("https://kabar.test/daerah", page_of(f"<h1>Daerah</h1>{CARDS}")),
        (
            "https://kabar.test/daerah",
            page_of(f"<h1>Daerah</h1>{CARDS}", "<meta property='og:type' content='article'>"),
        ),
        ("https://kabar.test/tag/banjir", page_of(f"<h1>Banjir</h1>{CARDS}")),
        ("https://kabar.test/penulis/ani", page_of(f"<h1>Ani Lestari</h1><p>Ani menulis sejak lama.</p>{CARDS}")),
        (
            "https://kabar.test/foto/pasar-terapung",
            page_of(
                "<h1>Pasar Terapung</h1>"
                + "<figure><img src=a.jpg><figcaption>Pedagang di pasar terapung pagi hari</figcaption></figure>" * 8
            ),
        ),
        (
            "https://kabar.test/video/pasar-terapung",
            page_of(
                "<h1>Pasar Terapung</h1><video src=a.mp4></video><p>Pedagang ramai sejak pagi buta di muara.</p>",
                '<script type="application/ld+json">{"@type": "VideoObject", "name": "Pasar"}</script>',
            ),
        ),
        (
            "https://kabar.test/berita/x",
            page_of(
                "<h1>404</h1><p>Halaman yang anda cari tidak ditemukan</p>", "<title>Halaman tidak ditemukan</title>"
            ),
        ),
        (
            "https://kabar.test/berita/x",
            page_of(
                "<h1>Kami menghargai privasi</h1><p>Situs ini memakai cookie.</p>", "<title>Cookie consent</title>"
            ),
        ),
        ("https://kabar.test/berita/x", page_of(STORY)),  # a text without any headline
    ],
    ids=[
        "front page",
        "listing",
        "listing that lies",
        "tag",
        "author",
        "gallery",
        "video",
        "soft 404",
        "consent wall",
        "no headline",
    ],
)
def test_a_page_of_another_kind_is_not_an_article(a_page, url, html):
    with pytest.raises((NotAnArticle, TooShort), match=r"kabar\.test"):
        process(a_page(html, url))


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><div id='__next'></div><script src=app.js></script></body></html>",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><h1>x</h1></body></html>",
        "<html><body><h1>Kabar</h1><p>Silakan aktifkan JavaScript untuk membaca berita ini.</p></body></html>",
    ],
)
def test_an_empty_shell_needs_javascript(a_page, html):
    with pytest.raises(NeedsJavaScript):
        process(a_page(f"{html}<title>Judul berita</title>"))


def test_a_site_that_needs_a_browser_says_so_of_a_page_without_text(a_page):
    site = Site(name="kosong", title="Kosong", domains=("kabar.test",), needs_javascript=True)
    with pytest.raises(NeedsJavaScript):
        process(a_page("<html><head><title>Judul</title></head><body><h1>Judul</h1><p>Memuat</p></body></html>"), site)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Judul Berita</h1><article>{STORY}</article>",
        f"<h1>Judul Berita</h1><article>{STORY}</article><section>{CARDS}</section>",
        f"<form id=aspnetForm><h1>Judul Berita</h1><div>{STORY}</div></form>",
        f"<div class='post tag-banjir category-daerah'><h1>Judul Berita</h1><div class='entry-content'>{STORY}</div></div>",
        f"<h1>Video: Judul Berita</h1><video></video><div>{STORY}</div>",
    ],
    ids=["plain", "with teasers below", "in a form", "wordpress classes", "with a video"],
)
def test_an_article_is_let_through(a_page, body):
    assert process(a_page(page_of(body, "<title>Judul Berita</title>"))).word_count > 80


@pytest.mark.parametrize(
    "slug",
    ["foto-lawas-bupati-beredar-lagi", "potret-pilu-warga-bantaran", "galeri-seni-dibuka", "photo-contest-opens"],
)
def test_a_story_about_a_picture_is_no_gallery(a_page, slug):
    html = page_of(f"<h1>Foto Lawas Bupati Beredar Lagi</h1><article>{STORY}</article>")
    assert process(a_page(html, f"https://kabar.test/2026/11/28/{slug}/")).word_count > 80


GALLERY = '<script type="application/ld+json">{"@type": "ImageGallery", "name": "Pasar"}</script>'


@pytest.mark.parametrize(
    ("url", "body", "head"),
    [
        ("https://kabar.test/foto-pasar-terapung/", STORY, GALLERY),
        ("https://kabar.test/foto-pasar-terapung/", STORY[: STORY.index("nomor 3")], ""),
        ("https://kabar.test/foto/pasar-terapung/", STORY, ""),
        ("https://foto.kabar.test/pasar-terapung/", STORY, ""),
    ],
    ids=["declared", "hardly a text", "its folder", "its host"],
)
def test_captions_are_a_gallery_where_the_page_or_its_folder_says_so(a_page, url, body, head):
    with pytest.raises(NotAnArticle, match="a gallery of pictures"):
        process(a_page(page_of(f"<h1>Pasar Terapung</h1><article>{body}</article>", head), url))


NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Judul Berita"}</script>'
HEADLINES = "".join(f"<h3><a href='/berita/{n}'>Judul berita nomor {n} yang cukup panjang</a></h3>" for n in range(8))
SHORT_LINES = "".join(f"<p>Warga kampung nomor {n} ikut memperbaiki jembatan bambu.</p>" for n in range(9))
JAPANESE = "".join(
    f"<p>{n}日目。東京都は十日、隅田川に架かる古い橋の補修工事を来月から始めると発表した。</p>" for n in range(4)
)
THREE = STORY[: STORY.index("<p>Warga kampung nomor 3")]


@pytest.mark.parametrize("head", [NEWS, ""], ids=["declared", "not declared"])
@pytest.mark.parametrize("story", [SHORT_LINES, JAPANESE, THREE], ids=["short lines", "no spaces", "short news"])
def test_headlines_below_a_short_story_do_not_make_it_a_listing(a_page, story, head):
    html = page_of(f"<h1>Judul Berita</h1><article>{story}</article><aside>{HEADLINES}</aside>", head)
    assert process(a_page(html)).title == "Judul Berita"


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADLINES}<p>Kabar hari ini dari seluruh daerah.</p>",
        f"{HEADLINES}<footer><p>Alamat redaksi kami ada di Jalan Pantai nomor tiga.</p></footer>",
    ],
    ids=["a line about the section", "an address"],
)
def test_headlines_with_hardly_a_sentence_are_a_listing(a_page, body):
    with pytest.raises(NotAnArticle, match="8 teasers"):
        process(a_page(page_of(f"<h1>Daerah</h1>{body}"), "https://kabar.test/daerah"))


TITLE = "Judul berita nomor {n} yang cukup panjang"
TEASER = "Ringkasan berita nomor {n} yang menjelaskan isi berita itu dalam satu kalimat panjang tanpa titik dua."
LINK = f"<a href='/berita/{{n}}'>{TITLE}</a>"
HEADED = f"<h3>{LINK}</h3><p>{TEASER}</p>"
LISTED = {
    "headings": HEADED,
    "wrapped headings": f"<a href='/berita/{{n}}'><h3>{TITLE}</h3></a><p>{TEASER}</p>",
    "items": f"<li>{LINK} <span>{{n}} Mei 2026</span><br>{TEASER}</li>",
    "paragraphs": f"<p><b>{LINK}</b><br>{{n}} Mei 2026<br>{TEASER}</p>",
    "cells": f"<tr><td><a href='/berita/{{n}}'><img src=a.jpg></a></td><td>{LINK}<br>{TEASER}</td></tr>",
    "whole posts": f"<article><h2>{LINK}</h2><p>{TEASER}</p><p>{TEASER}</p></article>",
    "read more": f"<h2>{TITLE}</h2><p>{TEASER}</p><p><a href='/berita/{{n}}'>Selengkapnya</a></p>",
}


def listed(form, count=8):
    entries = "".join(form.format(n=n) for n in range(1, count + 1))
    return f"<table>{entries}</table>" if form.startswith("<tr") else f"<div>{entries}</div>"


@pytest.mark.parametrize("about", ["", f"<p>{TEASER}</p>"], ids=["", "with a description"])
@pytest.mark.parametrize("form", LISTED.values(), ids=LISTED.keys())
def test_entries_of_other_pages_are_a_listing(a_page, form, about):
    html = page_of(f"<h1>Daerah</h1>{about}{listed(form)}")
    with pytest.raises(NotAnArticle, match="listing"):
        process(a_page(html, "https://kabar.test/daerah"))


@pytest.mark.parametrize("form", LISTED.values(), ids=LISTED.keys())
def test_a_listing_may_call_every_page_an_article(a_page, form):
    html = page_of(f"<h1>Daerah</h1>{listed(form)}", "<meta property='og:type' content='article'>")
    with pytest.raises(NotAnArticle, match="listing"):
        process(a_page(html, "https://kabar.test/daerah"))


INTRO = f"<p>{TEASER.format(n='pertama')}</p>"
REPLY = f"<p>{TEASER}</p><p><a href='?replytocom={{n}}'>Balas</a></p>"
UPDATE = f"<h3><a href='warga-perbaiki-jembatan-bambu-kampung/{{n}}'>{TITLE}</a></h3><p>{TEASER}</p>"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (INTRO + listed(HEADED), ""),
        (listed(HEADED), NEWS),
        (INTRO + listed(LISTED["items"]), ""),
        (listed(HEADED, 3) + STORY, ""),
        (THREE + listed(HEADED), ""),
        (THREE + listed(LISTED["read more"]), ""),
        (INTRO + listed(REPLY), ""),
        (listed(UPDATE), ""),
    ],
    ids=[
        "a ranking",
        "a declared review of the week",
        "a ranking as a list",
        "three links above a story",
        "cards below a story",
        "pointers below a story",
        "comments",
        "live updates",
    ],
)
def test_a_story_may_be_told_in_entries(a_page, body, head):
    url = "https://kabar.test/daerah/warga-perbaiki-jembatan-bambu-kampung"
    html = page_of(f"<h1>Judul Berita</h1><article>{body}</article>", head)
    assert process(a_page(html, url)).title == "Judul Berita"


def test_a_ranking_that_calls_itself_an_article_is_one_whatever_its_address(a_page):
    html = page_of(
        f"<h1>Pantai</h1><article>{INTRO}{listed(HEADED)}</article>", "<meta property='og:type' content='article'>"
    )
    assert process(a_page(html, "https://kabar.test/wisata/pantai")).title == "Pantai"


def test_a_short_story_without_spaces_is_no_shell(a_page):
    story = "".join(f"<p>{n}日目。東京都は十日、古い橋の補修工事を来月から始めると発表した。</p>" for n in range(3))
    noscript = "<noscript>Please enable JavaScript in your browser.</noscript>"
    assert process(a_page(page_of(f"{noscript}<h1>古い橋の補修工事</h1><article>{story}</article>", NEWS)))
    with pytest.raises(NeedsJavaScript):
        process(a_page(page_of(f"{noscript}<h1>古い橋の補修工事</h1><p>読み込み中です。</p>", NEWS)))


DATED = "<meta property='article:published_time' content='2026-05-04T08:00:00+07:00'>"


@pytest.mark.parametrize("head", [NEWS, DATED], ids=["a node", "a time"])
@pytest.mark.parametrize(
    "path",
    [
        "/archives/4471",
        "/category/news/jembatan-bambu-diperbaiki-warga",
        "/penulis/dewi/jembatan-bambu-diperbaiki-4471",
        "/profil/1234/maria-nona",
        "/?p=4471",
        "/?id=4471&lang=id",
    ],
)
def test_a_declared_story_may_be_short_wherever_it_is_filed(a_page, path, head):
    html = page_of(f"<h1>Judul Berita</h1><article>{THREE}</article>", head)
    assert process(a_page(html, f"https://kabar.test{path}")).title == "Judul Berita"


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("/archives/2026", NEWS),
        ("/indeks/2026-05-04", NEWS),
        ("/tag/jembatan-bambu/", NEWS),
        ("/category/news/page/2/", NEWS),
        ("/penulis/dewi-lestari", NEWS),
        ("/category/berita-kota-dan-desa/", "<meta property='og:type' content='article'>"),
        ("/category/berita-kota-dan-desa/", ""),
        ("/?page=2", ""),
        ("/?lang=id", ""),
    ],
)
def test_little_text_at_the_address_of_a_list_is_one(a_page, path, head):
    with pytest.raises(NotAnArticle, match=r"a listing by its address|a front page"):
        process(a_page(page_of(f"<h1>Judul Berita</h1><article>{THREE}</article>", head), f"https://kabar.test{path}"))


def nodes(kind, *articles):
    listed = [{"@type": "ListItem", "position": n, "item": article} for n, article in enumerate(articles)]
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, "name": "x", "itemListElement": listed})}</script>'


def article_node(n, **values):
    return {"@type": "NewsArticle", "headline": TITLE.format(n=n), **values}


@pytest.mark.parametrize("kind", ["CollectionPage", "ItemList", "WebPage"])
@pytest.mark.parametrize("form", [LISTED["headings"], LISTED["items"], LISTED["whole posts"]])
def test_the_articles_of_a_list_do_not_declare_the_page_one(a_page, kind, form):
    for values in ({}, {"url": "https://kabar.test/berita/{n}"}):
        listed_nodes = [article_node(n, **{k: v.format(n=n) for k, v in values.items()}) for n in range(1, 9)]
        html = page_of(f"<h1>Daerah</h1>{listed(form)}", "<title>Daerah | Kabar</title>" + nodes(kind, *listed_nodes))
        with pytest.raises(NotAnArticle):
            process(a_page(html, "https://kabar.test/daerah"))


@pytest.mark.parametrize(
    "own",
    [
        {"url": "https://kabar.test/tag/jembatan-bambu-diperbaiki-warga"},
        {"mainEntityOfPage": {"@id": "https://kabar.test/tag/jembatan-bambu-diperbaiki-warga/"}},
        {},
        {"headline": "Judul Berita", "url": "https://m.kabar.test/9"},
    ],
    ids=["by its address", "by its page", "without one", "by its title"],
)
def test_an_article_among_those_it_recommends_declares_the_page_one(a_page, own):
    others = [article_node(n, url=f"https://kabar.test/berita/{n}") for n in range(3)]
    head = "<title>Judul Berita | Kabar</title>" + nodes("WebPage", *others, article_node(9, **own))
    html = page_of(f"<h1>Judul Berita</h1><article>{THREE}</article>", head)
    assert process(a_page(html, "https://kabar.test/tag/jembatan-bambu-diperbaiki-warga"))


@pytest.mark.parametrize(
    "headline",
    [
        "404 Rumah Terendam Banjir",
        "Missing Hiker Still Not Found After Five Days",
        "Access Denied: Fans Locked Out of the Cup Final",
        "Aplikasi Pesan Ubah Kebijakan Privasi Mulai Januari",
        "Regulator Fines Three Shops Over Cookie Banners",
        "Before You Continue Down This River, Read the Signs",
    ],
)
def test_a_headline_may_have_the_words_of_a_wall_in_it(a_page, headline):
    html = page_of(f"<h1>{headline}</h1><article>{THREE}</article>", f"<title>{headline} | Kabar Pagi</title>")
    assert process(a_page(html)).title == headline


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Halaman tidak ditemukan | Kabar Pagi", "Ups!"),
        ("Kabar Pagi", "Error 404: Page not found"),
        ("404 - Kabar Pagi", "Maaf"),
        ("Kabar Pagi", "お探しのページは見つかりませんでした"),
        ("Cookies and privacy policy", "Kabar"),
        ("Before you continue", "Kabar"),
        ("Mit Werbung lesen - Kabar", "Kabar"),
        ("451: Unavailable due to legal reasons", "451"),
        ("Access to this page has been denied.", "Kabar"),
        ("Too many requests", "429"),
        ("Site under maintenance", "Kabar"),
    ],
)
def test_a_page_that_says_nothing_else_is_a_wall(a_page, title, heading):
    html = page_of(f"<h1>{heading}</h1><div>{THREE}</div>", f"<title>{title}</title>")
    with pytest.raises(NotAnArticle, match="the page says"):
        process(a_page(html))


TABLE = "".join(f"<tr><td>{n}</td><td>Persatuan Kampung Hulu</td><td>{3 * n}</td></tr>" for n in range(9))


def node_of(kind, name="Lomba Perahu"):
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, "name": name})}</script>'


@pytest.mark.parametrize(
    ("path", "body", "head"),
    [
        ("/tentang-kami", STORY, ""),
        ("/info/pedoman-media-siber/", STORY, "<meta property='og:type' content='article'>"),
        ("/impressum.html", STORY, ""),
        ("/halaman/9", STORY, node_of("AboutPage")),
        ("/lowongan/wartawan-pesisir", STORY, node_of("JobPosting")),
        ("/toko/perahu", STORY, node_of("Product")),
        ("/agenda/perahu", STORY, node_of("Event")),
        ("/klasemen", f"<table>{TABLE}</table>", ""),
    ],
    ids=["about", "rules", "imprint", "declared about", "a post", "a thing", "an evening", "a table"],
)
def test_a_service_of_the_paper_is_not_an_article(a_page, path, body, head):
    with pytest.raises(NotAnArticle, match=r"about the paper|no sentence"):
        process(a_page(page_of(f"<h1>Lomba Perahu</h1><div>{body}</div>", head), f"https://kabar.test{path}"))


@pytest.mark.parametrize(
    ("path", "body", "head"),
    [
        ("/tentang-kami/jembatan-bambu", STORY, ""),
        ("/film/contact", STORY, ""),
        ("/kode-etik", STORY, NEWS),
        ("/ulasan/perahu", STORY, node_of("Product", "Perahu Kayu")),
        ("/ulasan/perahu", STORY, node_of("Product") + NEWS),
        ("/klasemen", f"<time datetime='2026-02-04'>4 Februari 2026</time><table>{TABLE}</table>", ""),
        ("/klasemen", f"<table>{TABLE}</table>", NEWS),
    ],
    ids=[
        "below it",
        "of that name",
        "declared",
        "about a thing",
        "a declared review",
        "a dated table",
        "a declared table",
    ],
)
def test_a_story_about_a_service_is_an_article(a_page, path, body, head):
    html = page_of(f"<h1>Lomba Perahu</h1><article>{body}</article>", head)
    assert process(a_page(html, f"https://kabar.test{path}"))


def test_a_story_with_few_words_is_too_short(a_page):
    with pytest.raises(TooShort, match=r"\d+ words, wanted 40"):
        process(
            a_page(page_of("<h1>Judul Berita</h1><article><p>Hanya satu kalimat pendek saja hari ini.</p></article>"))
        )


def test_languages_without_spaces_are_not_too_short(a_page):
    sentence = "東京都は十日、隅田川に架かる古い橋の補修工事を来月から始めると発表した。周辺の住民は長年の要望がかなったと喜んでいる。"
    story = "".join(f"<p>{n}日目。{sentence}</p>" for n in range(4))
    article = process(
        a_page(f"<html lang=ja><body><h1>古い橋の補修工事が始まる</h1><article>{story}</article></body></html>")
    )
    assert article.language == "ja"


URLS = SHARED / "web" / "urls.jsonl"


@pytest.mark.skipif(not URLS.exists(), reason="the saved sites are not here")
def test_the_saved_sites_are_told_apart():
    import gzip
    from datetime import UTC, datetime

    wrong = []
    for line in URLS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = gzip.decompress((SHARED / "web" / "sites" / f"{row['file']}.gz").read_bytes())
        try:
            process(Page(row["url"], body, datetime.now(UTC)))
            found = True
        except Rejected:
            found = False
        if found != (row["kind"] == "article"):
            wrong.append((row["kind"], row["file"]))
    assert wrong == []
