# ruff: noqa: E501 - markup is written as pages write it
"""The pictures of the story: which they are, where they are, and what is printed with them."""

import pytest

from newscrawl.extract.pictures.captions import split_credit
from newscrawl.model import Image
from newscrawl.process import process

SENTENCES = [
    f"Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat ikut membantu."
    for n in range(1, 8)
]
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


@pytest.fixture
def read(a_page):
    """The article of a page with that markup amid its story."""

    def make(markup, head=""):
        html = f"<html lang='id'><head>{head}</head><body><h1>Jembatan Bambu Kampung Hulu</h1><div class='article-body'><p>{SENTENCES[0]}</p>{markup}{STORY[len(SENTENCES[0]) + 7 :]}</div></body></html>"
        return process(a_page(html))

    return make


@pytest.fixture
def pictures(read):
    """The names of the pictures' files."""
    return lambda markup, head="": [
        image.url.removeprefix("https://kabar.test/") for image in read(markup, head).images
    ]


@pytest.fixture
def printed(read):
    """Caption and credit of the one picture, and the paragraphs."""

    def make(markup, head=""):
        article = read(markup, head)
        (image,) = article.images
        return image.caption, image.credit, list(article.paragraphs)

    return make


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Foto: EPA-EFE/IRANIAN STATE TV (IRIB) / HANDOUT HA", (None, "EPA-EFE/IRANIAN STATE TV (IRIB) / HANDOUT HA")),
        ("Banjir di hulu (Foto: Antara)", ("Banjir di hulu", "Antara")),
        ("Banjir di hulu. (ANTARA FOTO/Budi Setya)", ("Banjir di hulu.", "ANTARA FOTO/Budi Setya")),
        ("Banjir di hulu (Sumber: Istimewa)", ("Banjir di hulu", "Istimewa")),
        ("Banjir di hulu. Foto: Dok. Warga", ("Banjir di hulu.", "Dok. Warga")),
        ("Banjir di hulu. ANTARA/Wening Lestari", ("Banjir di hulu.", "ANTARA/Wening Lestari")),
        ("Banjir di hulu sungai", ("Banjir di hulu sungai", None)),
        ("Banjir di hulu, Sabtu (21/11/2026).", ("Banjir di hulu, Sabtu (21/11/2026).", None)),
        ("Banjir di hulu (Sabtu, 21/11).", ("Banjir di hulu (Sabtu, 21/11).", None)),
        ("Banjir di hulu, Sabtu (21/11/2026). (Foto: Antara)", ("Banjir di hulu, Sabtu (21/11/2026).", "Antara")),
        ("Bupati (kiri) dan camat (kanan)", ("Bupati (kiri) dan camat (kanan)", None)),
        ("Banjir di hulu. Quelle: dpa", ("Banjir di hulu.", "dpa")),
        ("Banjir di hulu. Crédit photo : Antara", ("Banjir di hulu.", "Antara")),
        ("Banjir di hulu (foto di Ani Lestari)", ("Banjir di hulu", "Ani Lestari")),
        ("Photo credit: Ani Lestari", (None, "Ani Lestari")),
        ("Foto di gruppo a Lembah Sirih", ("Foto di gruppo a Lembah Sirih", None)),
        ("", (None, None)),
    ],
)
def test_a_credit_is_split_off_its_caption(text, parts):
    assert split_credit(text) == parts


def test_pictures_of_the_story_and_no_others(a_page):
    html = f"""<html lang='id'><body><header><img src='/logo.png' alt='Kabar'></header><h1>Jembatan Bambu Kampung Hulu</h1>
    <div class='author'><img class='avatar' src='/ani.jpg' width='40'></div>
    <figure><img src='/satu.jpg' alt='Warga'><figcaption>Warga memanggul bambu (Foto: Ani)</figcaption></figure>
    <article>{STORY}<figure><img data-src='//gambar.test/dua.jpg' src='data:image/gif;base64,R0'></figure>
    <div class='related'><a href='/x'><img src='/tiga.jpg'>Berita lain yang terkait dengan ini</a></div></article>
    <aside><img src='/empat.jpg'></aside><footer><img src='/lima.jpg'></footer></body></html>"""
    assert process(a_page(html)).images == (
        Image("https://kabar.test/satu.jpg", "Warga memanggul bambu", "Ani", "Warga"),
        Image("https://gambar.test/dua.jpg"),
    )


def test_a_picture_amid_a_body_of_line_breaks_is_the_story_s(a_page):
    picture = "<div class='gambar'><img src='/dua.jpg'><div class='caption'>Warga memanggul bambu. <em>Foto/Ani</em></div></div>"
    lines = "<br><br>".join([*SENTENCES[:3], picture, *SENTENCES[3:]])
    html = f"<html lang='id'><body><h1>Jembatan Bambu</h1><div class='isi-berita'>{lines}</div></body></html>"
    assert process(a_page(html)).images == (Image("https://kabar.test/dua.jpg", "Warga memanggul bambu.", "Ani"),)


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='/satu.jpg'>",
        "<div><span><img src='/satu.jpg'></span></div>",
        "<a href='/satu.jpg'><picture><source srcset='/satu.jpg'><img src='/satu.jpg'></picture></a>",
        "<div><span><amp-img src='/satu.jpg'><noscript><img src='/satu.jpg'></noscript></amp-img></span></div>",
        "<div><span><svg><title>Perbesar</title></svg></span><img src='/satu.jpg'></div>",
    ],
)
@pytest.mark.parametrize("frame", ["div", "figure"])
def test_a_caption_is_found_whatever_frames_the_picture(a_page, frame, picture):
    framed = f"<{frame}>{picture}Warga memanggul bambu. Foto: Ani Rahma</{frame}>"
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    html = f"<html lang='id'><body><h1>Jembatan Bambu</h1><article>{framed}{paragraphs}</article></body></html>"
    image = Image("https://kabar.test/satu.jpg", "Warga memanggul bambu.", "Ani Rahma")
    assert process(a_page(html)).images == (image,)


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='/kecil.jpg' srcset='/kecil.jpg 320w, /satu.jpg 1200w, /sedang.jpg 640w'>",
        "<img srcset='/kecil.jpg 1x,/satu.jpg 2x'>",
        "<img srcset='/kecil.jpg, /satu.jpg 1.5x'>",
        "<img srcset='data:image/gif;base64,R0lG 3000w, /satu.jpg 600w'>",
        "<img data-srcset='/satu.jpg'>",
        "<amp-img src='/satu.jpg' width='700' height='400'><noscript><img src='/satu.jpg'></noscript></amp-img>",
        "<picture><source media='(min-width: 1px)' srcset='/satu.jpg 900w'><source srcset='/lain.jpg 300w'><img alt=''></picture>",
        "<picture><source data-srcset='/satu.jpg 900w'><img src='/aset/placeholder.png'></picture>",
        "<img data-lazy='/satu.jpg' src='/blank.gif'>",
        "<img data-lazy='true' src='/satu.jpg'>",
        "<img data-image='/satu.jpg'>",
        "<img data-full-src='/satu.jpg' src='data:image/gif;base64,R0lG'>",
        "<img data-image='17' src='/satu.jpg'>",
    ],
)
def test_a_picture_is_the_largest_that_is_named(pictures, markup):
    assert pictures(markup) == ["satu.jpg"]


def test_an_address_may_hold_commas(pictures):
    markup = "<img srcset='/w_320,c_limit/satu.jpg 320w, /w_640,c_limit/satu.jpg 640w, /w_480,c_limit/satu.jpg 480w'>"
    assert pictures(markup) == ["w_640,c_limit/satu.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><div><div><div><div><div><div><img src='/a.jpg'></div></div></div></div></div></div><figcaption>{}</figcaption></figure>",
        "<figure><div><div><a href='/a.jpg'><span><picture><source srcset='/a.jpg'><source srcset='/a.jpg'><source srcset='/a.jpg'><source srcset='/a.jpg'><img src='/a.jpg'></picture></span></a></div></div><figcaption>{}</figcaption></figure>",
        "<figure><img src='data:image/gif;base64,R0' data-lazy-src='/a.jpg'><noscript><img src='/a.jpg'></noscript><figcaption>{}</figcaption></figure>",
        "<div class='wp-caption aligncenter'><a href='/a.jpg'><img src='/a.jpg'></a><p class='wp-caption-text'>{}</p></div>",
        "<table class='tr-caption-container'><tr><td><a href='/a.jpg'><img src='/a.jpg'></a></td></tr><tr><td class='tr-caption'>{}</td></tr></table>",
        "<div><img src='/a.jpg'></div><p class='img-caption'>{}</p>",
        "<div><div><img src='/a.jpg'></div></div><div class='media-caption'>{}</div>",
        "<p><img src='/a.jpg'></p><p class='txt-caption'>{}</p>",
    ],
)
@pytest.mark.parametrize("credit", ["", " (Foto: Ani)"])
def test_a_caption_is_found_and_is_no_paragraph(printed, markup, credit):
    caption, name, paragraphs = printed(markup.format(f"Warga memanggul bambu di tepi sungai{credit}"))
    assert (caption, name) == ("Warga memanggul bambu di tepi sungai", "Ani" if credit else None)
    assert paragraphs == SENTENCES


def test_every_picture_of_a_gallery_has_the_caption_under_it(read):
    gallery = "".join(
        f"<div><img src='/{n}.jpg'></div><div class='photo-caption'>Jembatan nomor {n} di kampung</div>" for n in "123"
    )
    assert [image.caption for image in read(f"<div>{gallery}</div>").images] == [
        f"Jembatan nomor {n} di kampung" for n in "123"
    ]


def test_a_paragraph_under_a_picture_is_no_caption(printed):
    caption, _, paragraphs = printed("<div><img src='/a.jpg'></div>")
    assert (caption, paragraphs) == (None, SENTENCES)


@pytest.mark.parametrize(
    ("inner", "caption", "credit"),
    [
        ("Warga memanggul bambu.<span class='credit'>EFE</span>", "Warga memanggul bambu.", "EFE"),
        ("<p>Warga memanggul bambu</p><p class='figcaption__copyright'>Ani Lestari</p>", "Warga memanggul bambu", "Ani Lestari"),
        ("Warga memanggul bambu<cite class='Gambar_caption-credit__x1Y'>(Image: Antara)</cite>", "Warga memanggul bambu", "Antara"),
        ("<span>Warga memanggul bambu</span> (<span class='caption__source'>Foto: Antara</span>)", "Warga memanggul bambu", "Antara"),
        ("<span class='imageCredit'>Ani Lestari / Antara</span>", None, "Ani Lestari / Antara"),
        ("Warga memanggul bambu<i itemprop='copyrightHolder'>Ani</i>", "Warga memanggul bambu", "Ani"),
        ("<b>Warga memanggul bambu.</b><i>Reuters</i>", "Warga memanggul bambu.", "Reuters"),
        ("<span class='image-copyright'>Warga memanggul bambu (Foto: Ani)</span>", "Warga memanggul bambu", "Ani"),
        ("<span class='copyright'>Bild © Ani Lestari (kb)</span>", None, "Bild © Ani Lestari (kb)"),
        ("<span class='caption-credit__caption'>Warga memanggul bambu</span>", "Warga memanggul bambu", None),
        ("<span class='btn'>✕</span><p>Warga memanggul bambu</p>", "Warga memanggul bambu", None),
        ("<p class='author-text'>Warga memanggul bambu</p>", "Warga memanggul bambu", None),
    ],
)  # fmt: skip
def test_what_calls_itself_a_credit_is_one(printed, inner, caption, credit):
    assert printed(f"<figure><img src='/a.jpg'><figcaption>{inner}</figcaption></figure>")[:2] == (caption, credit)


@pytest.mark.parametrize(
    "markup",
    [
        "<p><a href='https://toko.test/promo'><img src='/iklan-musim.jpg'></a></p>",
        "<p><a href='/penulis/ani-lestari'><img src='/ani.jpg'></a></p>",
        "<figure><a href='/autoren/ani'><img src='/ani.jpg'></a><figcaption>Von Ani Lestari</figcaption></figure>",
        "<div><a href='/daerah/pasar-terapung'><img src='/pasar.jpg'><span>Pasar Terapung Dibuka Kembali di Hulu</span></a></div>",
        "<div class='byline'><img src='/ani.jpg'> Ani Lestari</div>",
        "<div class='ArticleAuthor'><img src='/ani.jpg'> Ani Lestari, wartawan</div>",
        "<img src='/hitung.jpg' style='display: none'>",
        "<p><img src='/img/situs_logo.png'></p>",
        "<p><img src='/img/kabarlogo.png'></p>",
        "<p><img class='author-photo' src='/ani.jpg'></p>",
        "<p><img src='/ani.jpg' sizes='32px'></p>",
        "<figure><img src='/img/tutup.svg' class='icon'><figcaption>Tutup gambar ini</figcaption></figure>",
        "<figure><img src='/img/blank-16x9.gif'><figcaption>Warga memanggul bambu</figcaption></figure>",
    ],
)
def test_what_leads_away_or_belongs_to_the_design_is_no_picture_of_the_story(pictures, markup):
    assert pictures(f"{markup}<p><img src='/satu.jpg'></p>") == ["satu.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><a href='/satu.jpg'><img src='/satu.jpg'></a></p>",
        "<p><a href='https://gambar.test/besar/satu.jpg'><img src='/satu.jpg'></a></p>",
        "<p><a href='/foto/17/satu'><img src='/satu.jpg'></a></p>",
        "<p><a href='https://foto.kabar.test/17'><img src='/satu.jpg'></a></p>",
        "<p><a href='#'><img src='/satu.jpg'>Ketuk untuk melihat gambar yang besar</a></p>",
        "<a href='/foto/17'><figure><img src='/satu.jpg'><figcaption>Warga memanggul bambu di tepi sungai besar</figcaption></figure></a>",
        "<figure><a href='https://arsip.test/17'><img src='/satu.jpg'></a><figcaption>Warga memanggul bambu</figcaption></figure>",
        "<p><img class='lazy-image-loading c-placeholder__image' src='/satu.jpg'></p>",
    ],
)
def test_a_picture_may_lead_to_itself(pictures, markup):
    assert pictures(markup) == ["satu.jpg"]


@pytest.mark.parametrize(
    ("name", "framed"),
    [
        ("port-authority-2026.jpg", False),
        ("silicon-valley.jpg", False),
        ("el-dialogo-de-paz.jpg", False),
        ("jenson-button-menang.jpg", True),
        ("avatar-api-dan-abu.jpg", True),
    ],
)
def test_a_word_of_a_name_is_a_whole_one_and_a_caption_outweighs_it(pictures, name, framed):
    bare = f"<img src='/foto/{name}'>"
    assert pictures(f"<figure>{bare}<figcaption>Warga menonton</figcaption></figure>") == [f"foto/{name}"]
    assert pictures(f"<p>{bare}</p>") == ([] if framed else [f"foto/{name}"])


DECLARED = "Camat Lembah Sirih, kedua dari kiri, membuka pesta panen di balai kampung, kemarin."
JSON_LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":{"@type":"ImageObject","url":"/a.jpg","%s":"%s"}}</script>'


@pytest.mark.parametrize(
    ("head", "markup"),
    [
        (JSON_LD % ("name", DECLARED), f"<div><img src='/a.jpg'></div><h3>{DECLARED}</h3>"),
        (JSON_LD % ("caption", DECLARED), f"<p><img src='/a.jpg'></p><p>{DECLARED}</p>"),
        (f"<meta property='og:image:alt' content='{DECLARED[:-11]}'>", f"<p><img src='/a.jpg'></p><p>Pesta</p><p>{DECLARED[:-11]}</p>"),
    ],
    ids=["a heading", "under the picture", "the picture's words for sharing"],
)  # fmt: skip
def test_what_the_page_declares_of_its_picture_is_a_caption(printed, head, markup):
    caption, _, paragraphs = printed(markup, head)
    assert caption
    assert DECLARED.startswith(caption)
    assert caption not in paragraphs


@pytest.mark.parametrize("key", ["description", "caption"])
def test_a_paragraph_that_a_picture_is_described_with_stays(read, key):
    assert list(read("<p><img src='/a.jpg'></p>", JSON_LD % (key, SENTENCES[3])).paragraphs) == SENTENCES


def test_a_name_in_a_list_is_no_caption(read):
    figure = "<figure><img src='/a.jpg'><figcaption>Ani Lestari</figcaption></figure>"
    listed = "<p>Pemenang lomba:</p><p>Ani Lestari</p><p>Budi Santoso</p>"
    assert "Ani Lestari" in read(f"{figure}<p>{SENTENCES[0]}</p>{listed}").paragraphs
