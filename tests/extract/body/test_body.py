# ruff: noqa: E501 - markup is written as pages write it
"""The words of the story, their order and their boundaries; pictures and links beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.page.blocks import read_blocks, text_of
from newscrawl.model import Dateline, Rejected
from newscrawl.process import process
from newscrawl.sites import Site
from tests.extract.made_pages import SENTENCES, STORY


def texts(document):
    return [block.text for block in read_blocks(document.root.find("body"))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
        ("satu<br><br>dua<br> <br>tiga", ["satu", "dua", "tiga"]),
        ("<p>satu<br>dua</p>", ["satu\ndua"]),
        ("<div>satu <b>dua</b> tiga<p>empat</p>lima</div>", ["satu dua tiga", "empat", "lima"]),
        ("<p>satu<script>x</script> dua<!-- y --> tiga</p>", ["satu dua tiga"]),
        ("<ul><li>satu</li><li><p>dua</p></li></ul>", ["satu", "dua"]),
        ("<p>ka\u00adta\u200b lagi&nbsp;kata</p>", ["kata lagi kata"]),
        (
            "<table><tr><td>Penulis</td><td>: Ani</td></tr><tr><td>Editor</td><td>: Budi</td></tr></table>",
            ["Penulis : Ani", "Editor : Budi"],
        ),
        ("<table><tr><td><p>satu</p><p>dua</p></td><td><p>tiga</p></td></tr></table>", ["satu", "dua", "tiga"]),
        ("<p></p><p> &nbsp; </p>", []),
        (
            "<p>satu <a>dua<span style='clip:rect(0 0 0 0);clip-path:inset(50%)'>, tab baru</span></a> tiga</p>",
            ["satu dua tiga"],
        ),
        ("<p>satu <span style='clip: rect(1px, 1px, 1px, 1px)'>tab baru</span>tiga</p>", ["satu tiga"]),
        ("<div style='clip: rect(0px, 60px, 200px, 0px)'>satu</div>", ["satu"]),
        ("satu.<span class='x br' data-n='3'></span><span class='br'></span>Dua", ["satu.", "Dua"]),
        ("satu<span class='brs'></span>dua<span class='br'>tiga</span>", ["satuduatiga"]),
        ("<p>\u3000\u3000第一段<br>\u3000\u3000第二段</p>", ["第一段", "第二段"]),
        ("<p>\u3000第一段\n\n\u3000第二段\n第三\u3000段</p>", ["第一段", "第二段 第三 段"]),
        ("<span>Baca juga</span><a href=x>Pasar Terapung</a>", ["Baca juga Pasar Terapung"]),
        (
            "<b>Mac</b><i>Book</i> baru, <b>telepon i</b><i>Phone</i>, <b>Ini </b>dia<i>Dan itu</i>",
            ["MacBook baru, telepon iPhone, Ini diaDan itu"],
        ),
        ("<svg></svg><span class='sr-only'>W</span>arga <span class='sr-only'>Tab baru</span>itu", ["Warga itu"]),
        ("<span aria-hidden='true'>W</span><span class='sr-only'>W</span>arga", ["Warga"]),
        (
            "<table><tr><td><a>Beranda</a> <a>Olahraga</a></td><td>Jembatan Bambu</td></tr></table>",
            ["Beranda Olahraga", "Jembatan Bambu"],
        ),
        ("<table><tr><td>Penulis</td><td>: <a>Ani</a></td></tr></table>", ["Penulis : Ani"]),
    ],
)
def test_blocks_are_what_a_browser_prints_one_under_another(a_document, html, expected):
    assert texts(a_document(f"<html><body>{html}</body></html>")) == expected


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<div>", "</div>", "<a href=x>", "</a>", "kata", " lain "]
        ),
        max_size=60,
    )
)
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_or_doubled_by_any_markup(pieces):
    from lxml import html

    root = html.document_fromstring(f"<html><body><i>x</i>{''.join(pieces)}</body></html>")
    printed = "".join("".join(block.text.split()) for block in read_blocks(root))
    assert printed == "".join(root.text_content().split())


def test_paragraphs_come_in_order(paragraphs):
    assert paragraphs(f"<article>{STORY}</article>") == SENTENCES


def test_a_body_of_line_breaks_without_paragraphs(paragraphs):
    assert paragraphs(f"<div class='isi'>{'<br><br>'.join(SENTENCES)}</div>") == SENTENCES


def test_a_body_split_over_several_elements(paragraphs):
    halves = [SENTENCES[:3], SENTENCES[3:]]
    body = "".join(
        f"<div class='article-body'>{''.join(f'<p>{s}</p>' for s in half)}</div><div class='ads'>Iklan</div>"
        for half in halves
    )
    assert paragraphs(f"<main>{body}</main>") == SENTENCES


def test_hidden_further_pages_are_part_of_the_story(paragraphs):
    first = "".join(f"<p>{s}</p>" for s in SENTENCES[:4])
    second = "".join(f"<p>{s}</p>" for s in SENTENCES[4:])
    assert (
        paragraphs(f"<div class='isi'>{first}<div class='paging-content' style='display:none'>{second}</div></div>")
        == SENTENCES
    )


def test_subheads_lists_and_quotes_stay_in_place(paragraphs):
    extra = "<h2>Bahan Bangunan</h2><ul><li>Tiga puluh batang bambu petung</li><li>Dua gulung tali ijuk hitam</li></ul><blockquote>Kami gotong royong saja sejak pagi.</blockquote>"
    assert paragraphs(
        f"<article>{''.join(f'<p>{s}</p>' for s in SENTENCES[:4])}{extra}<p>{SENTENCES[4]}</p></article>"
    ) == [
        *SENTENCES[:4],
        "Bahan Bangunan",
        "Tiga puluh batang bambu petung",
        "Dua gulung tali ijuk hitam",
        "Kami gotong royong saja sejak pagi.",
        SENTENCES[4],
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Baca juga: <a href='/lain'>Pasar Terapung Dibuka Kembali Pekan Depan</a></p>",
        "<div class='related-articles'><h3>Berita Terkait</h3><ul><li><a href='/a'>Pasar Terapung Dibuka Kembali Pekan Depan</a></li></ul></div>",
        "<div class='share-buttons'><a href='https://facebook.test/'>Bagikan</a> <a href='https://x.test/'>Kirim</a></div>",
        "<p>ADVERTISEMENT</p>",
        "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
        "<figure><img src='/a.jpg'><figcaption>Warga memanggul bambu di tepi sungai (Foto: Ani)</figcaption></figure>",
        "<form><p>Masukkan surel Anda untuk berlangganan</p><input></form>",
        "<script>var a = 'Warga memanggul bambu';</script><noscript><img src=x><script>var b = 'kata kata';</script></noscript>",
        "<ul class='tags'><li><a href='/tag/banjir'>banjir</a></li><li><a href='/tag/bambu'>bambu</a></li></ul>",
        "<div id='disqus_thread'><p>Wah hebat sekali warganya, semoga pemerintah segera membantu mereka semua ya teman-teman.</p></div>",
        "<p>Simak breaking news dan berita pilihan kami langsung di ponselmu lewat WhatsApp Channel.</p>",
        "<dl><dt>Foto:</dt><dd>koleksi pribadi Ratna Laut</dd></dl>",
        "<p>This slideshow requires JavaScript.</p>",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_furniture_is_no_part_of_the_story(paragraphs, furniture, place):
    body = f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
    body += (furniture if place == "middle" else "") + "".join(f"<p>{s}</p>" for s in SENTENCES[2:])
    body += furniture if place == "end" else ""
    assert paragraphs(f"<article>{body}</article>") == SENTENCES


def test_small_print_under_the_story_is_no_part_of_it(paragraphs):
    about = "Kabar Bambu adalah perusahaan bahan bangunan dari Lembah Sirih yang berdiri sejak tahun sembilan puluhan."
    small = f"<p style='font-size: 12.0px; color: gray'>{about}<br><br>{about.replace('Bambu', 'Rotan')}</p>"
    assert paragraphs(f"<div class='isi'>{STORY}<hr>{small}</div>") == SENTENCES


@pytest.mark.parametrize("small", [range(7), range(1, 7), (0, 6), (5, 6)])
def test_a_story_that_is_set_small_itself_or_goes_on_so_keeps_its_end(paragraphs, small):
    styles = ["style='font-size:11px'" if n in small else "" for n in range(7)]
    body = "".join(f"<p {style}>{text}</p>" for style, text in zip(styles, SENTENCES, strict=True))
    assert paragraphs(f"<article>{body}</article>") == SENTENCES


def test_a_card_that_opens_over_a_name_leaves_the_sentence_whole(paragraphs):
    card = "<span class='lembar'><img src='/w.jpg'><a href='/tokoh/1'>Camat Wayan</a><a href='/b/1'>Camat membuka pasar terapung di hulu</a></span>"
    first = SENTENCES[0].replace("camat", f"<span><a href='/tokoh/1'>camat</a>{card}</span>")
    assert paragraphs(f"<article><p>{first}</p>{STORY[len(SENTENCES[0]) + 7 :]}</article>") == SENTENCES


def test_comments_longer_than_the_story_are_no_part_of_it(paragraphs):
    comments = "".join(
        f"<div class='comment'><p>Komentar nomor {n} yang panjang sekali dan berisi pendapat pembaca tentang jembatan itu.</p></div>"
        for n in range(40)
    )
    assert paragraphs(f"<article>{STORY}</article><section id='comments'>{comments}</section>") == SENTENCES


def test_a_site_may_name_its_container_and_what_to_prune(paragraphs):
    site = Site(
        name="kabar", title="Kabar", domains=("kabar.test",), container=(".tidak-ada", ".x9"), prune=(".kotak",)
    )
    box = "<div class='kotak'><p>Kotak fakta ini bukan bagian dari berita melainkan iklan sekolah renang di kota sebelah.</p></div>"
    decoy = f"<article>{STORY.replace('kampung', 'desa')}</article>"
    assert paragraphs(f"{decoy}<div class='x9'>{STORY}{box}</div>", site) == SENTENCES


def test_a_body_that_only_the_data_holds_is_rescued(a_page):
    import json

    data = json.dumps({"props": {"article": {"title": "x", "content": STORY}}})
    html = f"<html lang='id'><head><title>Jembatan Bambu</title></head><body><h1>Jembatan Bambu Kampung Hulu</h1><script id='__NEXT_DATA__' type='application/json'>{data}</script></body></html>"
    article = process(a_page(html))
    assert list(article.paragraphs) == SENTENCES
    assert article.provenance["paragraphs"] == "page data"


@pytest.mark.parametrize(
    "sentence",
    [
        "東京都は十日、隅田川に架かる古い橋の補修工事を来月から始めると発表した。",
        "ชาวบ้านช่วยกันซ่อมสะพานไม้ไผ่ที่ถูกน้ำพัดหายไปเมื่อสัปดาห์ที่แล้ว",
        "주민들은 지난주 홍수에 떠내려간 대나무 다리를 함께 고치고 있다.",
    ],
)
@pytest.mark.parametrize("place", ["page data", "json-ld articleBody"])
def test_a_body_in_the_data_is_measured_in_words(a_page, sentence, place):
    import json

    told = [f"{n}. {sentence}" for n in range(6)]
    if place == "page data":
        data = {"props": {"article": {"content": "".join(f"<p>{text}</p>" for text in told)}}}
        script = f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script>"
    else:
        node = {"@type": "NewsArticle", "headline": "x", "articleBody": "\n".join(told)}
        script = f"<script type='application/ld+json'>{json.dumps(node)}</script>"
    article = process(a_page(f"<html><body><h1>{sentence[:20]}</h1>{script}</body></html>"))
    assert list(article.paragraphs) == told
    assert article.provenance["paragraphs"] == place


def test_a_json_ld_body_rescues_a_page_that_shows_less(a_page):
    import json

    node = json.dumps({"@type": "NewsArticle", "headline": "Jembatan Bambu", "articleBody": "\n".join(SENTENCES)})
    html = f"<html lang='id'><head><script type='application/ld+json'>{node}</script></head><body><h1>Jembatan Bambu</h1><p>{SENTENCES[0]}</p></body></html>"
    assert list(process(a_page(html)).paragraphs) == SENTENCES


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_a_page_without_an_article_never_gives_one(words):
    from datetime import UTC, datetime
    from html import escape

    from newscrawl.model import Page

    links = "".join(f"<li><a href='/b/{n}'>Tautan ke halaman lain nomor {n}</a></li>" for n in range(30))
    html = f"<html><body><h1>Kabar Kampung</h1><p>{escape(words[:150])}</p><ul>{links}</ul></body></html>"
    with pytest.raises(Rejected):
        process(Page("https://kabar.test/", html.encode("utf-8", "replace"), datetime.now(UTC)))


@pytest.mark.parametrize("opening", ["<strong>Lembah Sirih</strong> - ", "<b>Lembah Sirih</b> – "])
def test_a_place_in_bold_before_a_dash_is_the_dateline(a_page, opening):
    html = f"<html lang='id'><body><h1>Jembatan Bambu</h1><article><p>{opening}{SENTENCES[0]}</p>{STORY[len(SENTENCES[0]) + 7 :]}</article></body></html>"
    article = process(a_page(html))
    assert article.dateline == Dateline(None, "Lembah Sirih")
    assert article.paragraphs == tuple(SENTENCES)


def test_a_list_of_names_in_bold_has_no_dateline(paragraphs):
    named = [f"Lembah {name} - {sentence}" for name, sentence in zip(("Sirih", "Melati"), SENTENCES, strict=False)]
    bold = "".join(
        f"<p><b>{' '.join(line.split()[:2])}</b>{line[len(' '.join(line.split()[:2])) :]}</p>" for line in named
    )
    assert paragraphs(f"<article>{bold}{STORY}</article>")[:2] == named


def test_the_name_that_a_page_gives_itself_is_a_source(a_page):
    head = "<meta property='og:site_name' content='Coast Courier'>"
    html = f"<html lang='en'><head>{head}</head><body><h1>Jembatan Bambu</h1><article><p>Port Segara (Coast Courier) — {SENTENCES[0]}</p>{STORY}</article></body></html>"
    assert process(a_page(html)).dateline == Dateline("Coast Courier", "Port Segara")


@pytest.mark.parametrize("label", ["<strong>Ringkasan Berita:</strong>", "<h4>Key Points</h4>", "Poin Penting"])
def test_a_box_that_sums_the_story_up_is_no_part_of_it(paragraphs, label):
    box = f"<blockquote class='inti'>{label}<ul><li>Jembatan bambu hanyut diterjang banjir.</li><li>Warga memperbaikinya.</li></ul></blockquote>"
    assert paragraphs(f"<article>{box}{STORY}</article>") == SENTENCES


def test_a_quote_with_a_list_stays_in_the_story(paragraphs):
    box = "<blockquote>Kami meminta:<ul><li>Tiga puluh batang bambu petung</li></ul></blockquote>"
    assert "Tiga puluh batang bambu petung" in paragraphs(f"<article><p>{SENTENCES[0]}</p>{box}{STORY}</article>")


def test_a_caption_that_is_printed_again_in_the_body_is_no_paragraph(paragraphs):
    picture = "<figure><img src='/a.jpg' alt='Warga memanggul bambu'></figure>"
    assert paragraphs(f"{picture}<article><p>Warga memanggul bambu</p>{STORY}</article>") == SENTENCES


def test_the_words_before_a_list_are_no_caption_of_the_picture_above_them(paragraphs):
    picture = "<p><img src='/a.jpg'></p>"
    listed = "<p>Berikut bahan jembatan itu:</p><ul><li>Tiga puluh batang bambu petung</li><li>Dua gulung tali ijuk</li></ul>"
    found = paragraphs(f"<article><p>{SENTENCES[0]}</p>{picture}{listed}{STORY}</article>")
    assert found[1:3] == ["Berikut bahan jembatan itu:", "Tiga puluh batang bambu petung"]


def test_a_paragraph_that_also_describes_a_picture_stays(paragraphs):
    picture = f"<figure><img src='/a.jpg' alt='{SENTENCES[2]}'></figure>"
    assert paragraphs(f"{picture}<article>{STORY}</article>") == SENTENCES


def test_short_blocks_in_a_box_behind_the_story_are_not_its_end(paragraphs):
    box = "<div class='kotak'><h2>Kabar Olahraga</h2><p>Setiap Senin, pilihan dari meja olahraga kami</p><ul><li>Kertas digital dan kabar dalam satu aplikasi</li></ul></div>"
    assert paragraphs(f"<article><div class='teks'>{STORY}</div>{box}</article>") == SENTENCES


def test_the_part_of_a_body_that_is_shown_to_everyone_is_no_teaser(paragraphs):
    shown = "".join(f"<p>{s}</p>" for s in SENTENCES[:1])
    rest = "".join(f"<p>{s}</p>" for s in SENTENCES[1:])
    body = f"<div class='teaser-content'><div class='article-body'>{shown}</div></div><div class='remainder-content'><div class='article-body'>{rest}</div></div>"
    assert paragraphs(f"<main>{body}</main>") == SENTENCES


def test_a_story_inside_a_sidebar_layout_loses_its_small_furniture_all_the_same(paragraphs):
    share = "<blockquote class='twitter-tweet'><p>Bagikan kabar ini kepada teman-temanmu di kampung sebelah!</p></blockquote>"
    comments = "".join(
        f"<p>Pembaca ke-{n}: jembatan kami hanyut juga tahun lalu, semoga lekas diperbaiki semuanya!</p>"
        for n in range(7)
    )
    body = f"<div class='layout-sidebar-fixed'><div class='teks'>{STORY[: len(STORY) // 7]}{share}{STORY[len(STORY) // 7 :]}</div></div>"
    assert paragraphs(f"{body}<div class='komentar'>{comments}</div>") == SENTENCES


def test_a_list_in_a_box_of_its_own_may_end_the_story(paragraphs):
    parts = [f"Bagian nomor {n} dari jembatan: bambu petung sepanjang {n} meter" for n in range(10, 20)]
    listed = "".join(f"<li>{part}</li>" for part in parts)
    found = paragraphs(f"<article><div class='teks'>{STORY}</div><div class='rinci'><ul>{listed}</ul></div></article>")
    assert found == [*SENTENCES, *parts]


def test_a_list_of_short_lines_is_a_story_beside_any_number_of_teasers(a_page):
    winners = "".join(f"<p>Juara lomba nomor {n}</p><p>Sanggar Kampung {n} Hulu</p>" for n in range(50))
    teasers = "".join(
        f"<div class='item'><h3><a href='/b/{n}'>Pasar Terapung Nomor {n} Dibuka Lagi</a></h3></div>" for n in range(9)
    )
    html = f"<html lang='id'><head><meta property='og:type' content='article'></head><body><h1>Para Juara Lomba Desa</h1><div class='isi'>{winners}</div><aside>{teasers}</aside></body></html>"
    assert len(process(a_page(html)).paragraphs) == 100


def test_recommended_links_are_kept_apart(a_page):
    box = "<div class='baca-juga'><a href='/berita/pasar-terapung?utm_source=x'>Pasar Terapung Dibuka Kembali</a></div>"
    html = f"<html lang='id'><body><h1>Jembatan Bambu</h1><article><p>{SENTENCES[0]}</p>{box}{STORY}</article></body></html>"
    article = process(a_page(html))
    assert [(link.text, link.url) for link in article.related] == [
        ("Pasar Terapung Dibuka Kembali", "https://kabar.test/berita/pasar-terapung?utm_source=x")
    ]
    assert "Pasar Terapung" not in article.text


def test_text_of_an_element_is_one_line(a_document):
    document = a_document("<html><body><div>satu<p>dua<br>tiga</p></div></body></html>")
    assert text_of(document.root.find(".//div")) == "satu dua tiga"


def test_a_fact_box_is_no_part_of_the_story_however_long(paragraphs):
    facts = "".join(f"<p>Fakta: {s}</p>" for s in SENTENCES[:4])
    assert (
        paragraphs(f"<article>{STORY}<div class='info-box'><h3>Jembatan itu</h3>{facts}</div></article>") == SENTENCES
    )


def test_a_story_that_stands_whole_in_a_box_stays(paragraphs):
    assert paragraphs(f"<div class='fact-box'>{STORY}</div>") == SENTENCES


def test_the_data_s_body_does_not_bring_a_fact_box_back(a_page):
    import json

    facts = [f"Fakta nomor {n}: {s}" for n in range(3) for s in SENTENCES]
    node = json.dumps(
        {"@type": "NewsArticle", "headline": "Jembatan Bambu", "articleBody": "\n".join(SENTENCES + facts)}
    )
    box = "".join(f"<p>{fact}</p>" for fact in facts)
    html = f"<html lang='id'><head><script type='application/ld+json'>{node}</script></head><body><h1>Jembatan Bambu</h1><article class='article-body'>{STORY}<div class='factbox'>{box}</div></article></body></html>"
    assert list(process(a_page(html)).paragraphs) == SENTENCES


def test_entities_in_the_data_s_body_are_characters(a_page):
    import json

    body = "\n".join(SENTENCES).replace("dan camat", "&#8216;dan&#8217; camat")
    node = json.dumps({"@type": "NewsArticle", "headline": "Jembatan Bambu", "articleBody": body})
    html = f"<html lang='id'><head><script type='application/ld+json'>{node}</script></head><body><h1>Jembatan Bambu</h1><p>{SENTENCES[0]}</p></body></html>"
    assert "‘dan’ camat" in process(a_page(html)).paragraphs[0]


def test_articles_that_an_endless_page_puts_behind_its_own_are_others(a_page):
    def article(title, sentences):
        return f"<article class='post'><header><h1 class='judul'>{title}</h1></header><div class='teks'>{''.join(f'<p>{s}</p>' for s in sentences)}</div></article>"

    others = "".join(
        article(f"Pasar Terapung {n}", [s.replace("jembatan bambu", f"pasar {n}") for s in SENTENCES]) for n in range(4)
    )
    html = f"<html lang='id'><body><div class='muat'>{article('Jembatan Bambu Kampung Hulu', SENTENCES)}{others}</div></body></html>"
    page = a_page(
        html.replace("<body>", "<head><meta property='og:title' content='Jembatan Bambu Kampung Hulu'></head><body>")
    )
    assert list(process(page).paragraphs) == SENTENCES


def test_live_posts_under_a_story_are_not_its_paragraphs(paragraphs):
    posts = "".join(
        f"<div id='post-{n}'><h3>Kabar pukul {n}</h3><p>{s.replace('Warga', 'Pemuda')}</p></div>"
        for n, s in enumerate(SENTENCES)
    )
    assert (
        paragraphs(f"<div class='isi'>{STORY}<amp-live-list><div items>{posts}</div></amp-live-list></div>")
        == SENTENCES
    )


def test_live_posts_without_a_story_above_them_are_the_story(paragraphs):
    posts = "".join(f"<div id='post-{n}'><p>{s}</p></div>" for n, s in enumerate(SENTENCES))
    assert paragraphs(f"<div class='isi'><amp-live-list><div items>{posts}</div></amp-live-list></div>") == SENTENCES


def test_whole_stories_under_a_shorter_one_are_not_taken_for_it(a_page):
    others = "".join(
        f"<article class='kotak n{n}'><h3><a href='/{n}'>Pasar Terapung {n}</a></h3><p>{s.replace('jembatan bambu', 'pasar')} {s.replace('jembatan', 'dermaga')} {s.replace('jembatan', 'sekolah')}</p></article>"
        for n, s in enumerate(SENTENCES)
    )
    own = f"<article class='utama'><h1>Jembatan Bambu Kampung Hulu</h1>{''.join(f'<p>{s}</p>' for s in SENTENCES[:5])}</article>"
    html = f"<html lang='id'><body><div id='isi'>{own}<section><h3>Anda mungkin suka</h3>{others}</section></div></body></html>"
    assert list(process(a_page(html)).paragraphs) == SENTENCES[:5]


def test_subheads_of_the_headline_s_kind_leave_the_story_whole(paragraphs):
    parts = "".join(f"<section><h1>Bagian {n}</h1><p>{s}</p></section>" for n, s in enumerate(SENTENCES))
    assert [p for p in paragraphs(f"<article>{parts}</article>") if not p.startswith("Bagian")] == SENTENCES


def test_the_first_paragraphs_above_a_list_of_what_they_tell_of_belong_to_it(paragraphs):
    opening = "".join(f"<p>{s}</p>" for s in SENTENCES[:3])
    listed = "".join(
        f"<li><article><h2>Jembatan {n}</h2><p>{s} {s.replace('camat', 'lurah')} {s.replace('Warga', 'Pemuda')}</p></article></li>"
        for n, s in enumerate(SENTENCES[3:])
    )
    found = paragraphs(
        f"<div class='isi'><div class='awal'>{opening}</div><div class='daftar'><ul>{listed}</ul></div></div>"
    )
    assert found[:4] == [*SENTENCES[:3], "Jembatan 0"]


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed"])
def test_posts_of_a_network_that_are_embedded_are_not_the_paper_s_words(paragraphs, name):
    post = f"<blockquote class='{name}'><p>Jembatan kampung kami sudah bagus lagi, terima kasih semua!</p>&mdash; Ani (@ani) <a href='https://x.test/1'>4 Maret 2026</a></blockquote>"
    assert paragraphs(f"<article>{STORY[: len(STORY) // 7]}{post}{STORY[len(STORY) // 7 :]}</article>") == SENTENCES


def test_cards_with_scripts_between_them_and_painted_pictures_are_other_stories(paragraphs):
    card = "<li class='kolom'><div style=\"background-image: url('/a.jpg')\"><b>Ragam</b></div><div><a href='/x/{n}'><span>Pasar Terapung Nomor {n} Dibuka Kembali</span></a><p>Pasar itu dibuka lagi setelah lama ditutup karena banjir nomor {n}, dan para pedagang sayur dari hulu sudah kembali.</p></div></li><script>var kartu = {n};</script>"
    cards = "".join(card.replace("{n}", str(n)) for n in range(4))
    assert paragraphs(f"<div class='judul-dan-isi'><div class='isi'>{STORY}</div><ul>{cards}</ul></div>") == SENTENCES
