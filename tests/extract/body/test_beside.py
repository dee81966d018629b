# ruff: noqa: E501 - markup is written as pages write it
"""What stands in the element of the story and is none of it: links under labels, locked text, cards, boxes with forms."""

import pytest

from tests.extract.made_pages import SENTENCES, STORY


@pytest.mark.parametrize(
    "hidden",
    ["<div class='subscriber-only' style='display: none'><div>{}</div></div>", "<div hidden><div>{}</div></div>"],
)
def test_the_locked_rest_of_a_story_is_not_read_where_a_preview_is_shown(paragraphs, hidden):
    shown = "".join(f"<div class='subscriber-preview'><p>{s}</p></div>" for s in SENTENCES)
    locked = hidden.format("kAm%96 7:D96C>6? " * 20)
    assert paragraphs(f"<div class='isi'>{shown}{locked}</div>") == SENTENCES


def test_a_story_that_is_hidden_until_a_script_shows_it_is_read(paragraphs):
    assert (
        paragraphs(f"<div class='isi'><div class='subscriber-only' style='display:none'>{STORY}</div></div>")
        == SENTENCES
    )


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        (
            "<b>Kabar lain dari hulu:<br></b><a href='/a'>Pasar terapung dibuka kembali</a><br><a href='/b'>Dermaga kayu diperbaiki lagi</a>",
            False,
        ),
        ("Kabar lain<br><a href='/a'>Pasar terapung dibuka kembali pekan depan</a>", False),
        ("Para pemain:<br><a href='/a'>Ratna Laut</a><br><a href='/b'>Wayan Sirih</a>", True),
        ("Tiket dijual di<br><a href='/a'>www.dermaga-kayu-pulau.test</a>", True),
        ("Kabar lain:<br><a href='/a'>Pasar terapung dibuka kembali</a> pada pekan depan", True),
        ("Camat bercerita:<br><a href='/a'>Pasar terapung dibuka kembali pekan depan.</a>", True),
    ],
)
def test_headlines_on_lines_of_their_own_under_a_label_point_elsewhere(paragraphs, pointer, said):
    body = STORY.replace("</p><p>", f"</p><p>{pointer}</p><p>", 1)
    assert (len(paragraphs(f"<article>{body}</article>")) > len(SENTENCES)) is said


def a_card(n, inside=""):
    words = (
        f"Pasar nomor {n} dibuka lagi setelah lama ditutup karena banjir, dan para pedagang sayur dari hulu kembali."
    )
    return f"<div class='kartu'><img src='/{n}.jpg'><h5><a href='/b/{n}'>Pasar Terapung {n} Dibuka</a></h5><p>{words}</p>{inside}</div>"


def test_cards_in_a_row_behind_the_story_are_other_stories(paragraphs):
    cards = "".join(map(a_card, range(4)))
    assert paragraphs(f"<div class='kolom'>{STORY}<h4>Berita Lainnya</h4>{cards}<p>Bambu</p></div>")[:8] == SENTENCES


def test_cards_that_hold_most_of_the_text_are_the_story(paragraphs):
    cards = "".join(a_card(n, f"<p>{SENTENCES[n]}</p>") for n in range(7))
    above = "".join(f"<p>{sentence.replace('camat', 'lurah')}</p>" for sentence in SENTENCES[:3])
    assert set(SENTENCES[:7]) <= set(paragraphs(f"<div class='kolom'>{above}{cards}</div>"))


def test_pictures_that_are_linked_and_told_of_are_the_story_s(paragraphs):
    told = "<div class='foto'><a href='/foto/{n}'><img src='/{n}.jpg'></a><h2>Pasar {n}</h2><p>Pasar {n} dibuka lagi.</p></div>"
    found = paragraphs(
        f"<div class='kolom'>{STORY}{''.join(told.replace('{n}', str(n)) for n in range(4))}{STORY}</div>"
    )
    assert "Pasar 2 dibuka lagi." in found


def test_a_long_row_of_short_cards_is_a_list_of_the_story_s(paragraphs):
    cards = "".join(map(a_card, range(30)))
    found = paragraphs(f"<div class='kolom'>{STORY * 20}{cards}<p>{SENTENCES[0]}</p></div>")
    assert sum(paragraph.startswith("Pasar nomor") for paragraph in found) == 30


@pytest.mark.parametrize("label", ["Berita Terkait", "2 Komentar", "Komentar"])
def test_a_heading_of_others_ends_the_story_when_what_follows_is_set_otherwise(paragraphs, label):
    said = "".join(
        f"<div class='isi-media'><h5>Sari</h5><p>{s.replace('camat', 'lurah')}</p></div>" for s in SENTENCES[:2]
    )
    assert paragraphs(f"<div class='kolom'>{STORY}<h4>{label}</h4>{said}</div>") == SENTENCES


def test_a_heading_of_others_amid_the_story_does_not_end_it(paragraphs):
    further = [s.replace("camat", "lurah") for s in SENTENCES[:2]]
    said = "".join(f"<p>{s}</p>" for s in further)
    assert paragraphs(f"<div class='kolom'>{STORY}<h4>Berita Terkait</h4>{said}</div>")[-2:] == further


FORM = "<form action='/surel'><input type='email'><button>Kirim</button></form>"
LETTER = "<h3>Surat dari Hulu</h3><p>Setiap Minggu berjalan kaki menyusuri sungai, dengan peta dan cerita dari kampung di tepinya.</p>"


@pytest.mark.parametrize(
    "box", [f"<div class='css-77'>{LETTER}{FORM}</div>", f"<div><div>{LETTER}</div><div>{FORM}</div></div>"]
)
def test_the_words_beside_a_form_are_none_of_the_story(paragraphs, box):
    body = "".join(f"<p>{s} {s.replace('Warga', 'Pemuda')}</p>" for s in SENTENCES)
    found = paragraphs(f"<article>{body}{box}{body.replace('jembatan', 'dermaga')}</article>")
    assert len(found) == 14
    assert not any("Surat" in paragraph for paragraph in found)


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='css-77'>{LETTER}<button>Kirim</button></div>",
        f"<div class='css-77'>{LETTER}<input type='checkbox'></div>",
        f"<div class='pos'>{LETTER}{FORM}</div><div class='pos'>{LETTER}{FORM}</div>",
    ],
)
def test_boxes_with_a_button_and_posts_of_a_kind_are_the_story_s(paragraphs, box):
    body = "".join(f"<p>{s} {s.replace('Warga', 'Pemuda')}</p>" for s in SENTENCES)
    assert "Surat dari Hulu" in paragraphs(f"<article>{body}{box}{body.replace('jembatan', 'dermaga')}</article>")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Sari Dewi sari.dewi@kabar.test", False),
        ("Pendaftaran: sari@kabar.test", True),
        ("Warga dapat menulis kepada camat melalui sari@kabar.test", True),
    ],
)
def test_a_writer_s_address_under_the_story_is_none_of_it(paragraphs, line, said):
    assert (line in paragraphs(f"<article>{STORY}<p>{line}</p></article>")) is said
    assert line in paragraphs(f"<article><p>{line}</p>{STORY}{STORY}</article>")


def test_who_wrote_a_book_stands_among_the_lines_of_its_sheet(paragraphs):
    sheet = ["Judul: Bambu dan Sungai", "Penulis: Ratna Laut", "Penerbit: Pustaka Hulu", "Tebal: 264 halaman"]
    assert paragraphs(f"<article><p>{'<br>'.join(sheet)}</p>{STORY}</article>")[0] == " ".join(sheet)


def test_writers_under_the_story_are_no_sheet(paragraphs):
    assert paragraphs(f"<article>{STORY}<p>Penulis: Ratna Laut<br>Editor: Wayan Sirih</p></article>") == SENTENCES
