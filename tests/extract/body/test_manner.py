"""Stories that editors have left in mixed markup: paragraphs in some elements, bare text in others."""

import pytest

from tests.extract.made_pages import SENTENCES, STORY

LONG = [
    f"Nelayan pulau nomor {n} memasang lampu surya di dermaga kayu yang baru, dan lurah ikut mengangkut tiangnya."
    for n in range(1, 11)
]


def in_tags(tag, sentences):
    return "".join(f"<{tag}>{sentence}</{tag}>" for sentence in sentences)


@pytest.mark.parametrize(
    "body",
    [
        in_tags("p", LONG) + in_tags("div", SENTENCES),
        in_tags("p", LONG) + in_tags("section", SENTENCES),
        in_tags("p", LONG) + f"<div>{'<br><br>'.join(SENTENCES)}</div>",
        in_tags("div", LONG[:1]) + in_tags("p", [*LONG[1:], *SENTENCES]),
    ],
)
def test_what_was_pasted_beside_the_paragraphs_belongs_to_them(paragraphs, body):
    assert paragraphs(f"<article>{body}</article>") == [*LONG, *SENTENCES]


@pytest.mark.parametrize(
    "beside",
    [
        f"<div>{LONG[0].replace('lampu', 'kincir').rstrip('.')}</div>",
        f"<div>Dari <a href='/x'>{LONG[0].replace('lampu', 'kincir')}</a></div>",
        f"<div><div>{LONG[0].replace('lampu', 'kincir')}</div></div>",
    ],
)
def test_what_stands_otherwise_beside_the_paragraphs_does_not(paragraphs, beside):
    assert paragraphs(f"<article>{in_tags('p', LONG)}{beside}</article>") == LONG


def test_a_story_without_paragraphs_is_not_lost_to_the_comments_that_have_them(paragraphs):
    said = [f"Pembaca ke-{n} menulis: {s}" for n, s in enumerate(LONG)]
    found = paragraphs(f"<div>{in_tags('div', [*SENTENCES, *LONG])}<div>{in_tags('p', said)}</div></div>")
    assert found[: len(SENTENCES) + len(LONG)] == [*SENTENCES, *LONG]


@pytest.mark.parametrize(
    ("bare", "words"),
    [
        ("<strong>Bahan:</strong>", "Bahan:"),
        ("<b>Bahan dari hutan bambu</b>", "Bahan dari hutan bambu"),
        ('"Kami pasrah saja," kata warga.', '"Kami pasrah saja," kata warga.'),
    ],
)
def test_bare_words_between_the_paragraphs_stay(paragraphs, bare, words):
    body = f"<article>{in_tags('p', LONG[:5])}{bare}{in_tags('p', LONG[5:])}</article>"
    assert paragraphs(body) == [*LONG[:5], words, *LONG[5:]]


@pytest.mark.parametrize("bare", ["Kabar dari pulau", "<b>Lembah Sirih</b> <a href='/x'>Kabar</a>", "Segara."])
def test_other_bare_words_do_not(paragraphs, bare):
    assert paragraphs(f"<article>{in_tags('p', LONG[:5])}{bare}{in_tags('p', LONG[5:])}</article>") == LONG


def test_bare_words_behind_the_last_paragraph_do_not(paragraphs):
    assert paragraphs(f"<article>{in_tags('p', LONG)}<b>Kabar dari pulau di surel Anda.</b></article>") == LONG


@pytest.mark.parametrize(
    ("between", "words"),
    [
        ("<p>Dua kampung yang paling parah<img src='/a.jpg'></p>", ["Dua kampung yang paling parah"]),
        ("<p>Dua kampung yang paling parah<br><img src='/a.jpg'><br></p>", ["Dua kampung yang paling parah"]),
        ("<p><img src='/a.jpg'></p><p>1. Pulau Pasir</p>", ["1. Pulau Pasir"]),
        ("<p><img src='/a.jpg'></p><p>12) Pulau Pasir</p>", ["12) Pulau Pasir"]),
        ("<p><img src='/a.jpg'></p><p>Nelayan di dermaga kayu</p>", []),
        ("<p><img src='/a.jpg'>Nelayan di dermaga kayu</p>", []),
        ("<p>Dua kampung itu<img src='/a.jpg'></p><p>Nelayan di dermaga kayu</p>", ["Dua kampung itu"]),
        (
            "<p>Dua kampung itu <img src='/a.jpg'> dan pulau</p><p>Juga lembah</p>",
            ["Dua kampung itu dan pulau", "Juga lembah"],
        ),
    ],
)
def test_words_above_a_picture_and_numbered_ones_are_no_caption_of_it(paragraphs, between, words):
    body = f"<article>{in_tags('p', LONG[:5])}{between}{in_tags('p', LONG[5:])}</article>"
    assert paragraphs(body) == [*LONG[:5], *words, *LONG[5:]]


def test_lines_that_say_as_much_as_a_paragraph_in_fewer_characters_are_paragraphs(paragraphs):
    lines = [
        f"第{n}座竹桥上周被洪水冲走以后，村民们自发上山砍来竹子重新把桥搭了起来，镇长也带着工具赶来帮忙修整桥面。"
        for n in range(5)
    ]
    last = "孩子们第二天一早又可以走桥上学了。"
    found = paragraphs(f"<div>\u3000\u3000{'<br>　　'.join([*lines, last])}</div>")
    assert found == [*lines, last]
    assert paragraphs(f"<p>{'<br>'.join(lines)}</p>{STORY}") == [*lines, *SENTENCES]


def test_a_list_that_is_announced_and_a_table_that_links_its_rows_may_end_the_story(paragraphs):
    listed = "<ul><li>Balai desa 0812-111</li><li>Puskesmas 0812-333</li></ul>"
    phones = f"<p>Nomor darurat:</p><div class='kontak'>{listed}</div>"
    assert paragraphs(f"<article><div>{STORY}{phones}</div></article>")[-3:] == [
        "Nomor darurat:",
        "Balai desa 0812-111",
        "Puskesmas 0812-333",
    ]
    team = "<tr><td>{n}</td><td><a href='/{n}'>Elang Pulau {n}</a></td><td>1{n}</td><td>3{n}</td></tr>"
    rows = "".join(team.format(n=n) for n in range(3))
    assert paragraphs(f"<article>{STORY}<table>{rows}</table></article>")[-1] == "2 Elang Pulau 2 12 32"


@pytest.mark.parametrize(
    "cell",
    [
        "<td><a href='/{n}'>Pasar terapung nomor {n} dibuka lagi</a></td>",
        "<td>{n}</td><td><a href='/{n}'>Pasar terapung nomor {n} dibuka lagi</a></td>",
    ],
)
def test_a_table_of_headlines_does_not(paragraphs, cell):
    rows = "".join(f"<tr>{cell.format(n=n)}</tr>" for n in range(3))
    assert paragraphs(f"<article>{STORY}<table>{rows}</table></article>") == SENTENCES


@pytest.mark.parametrize("told", [STORY, "<br><br>".join(SENTENCES)])
def test_a_table_that_lays_out_the_page_leaves_its_menu_aside(paragraphs, told):
    menu = "<a href='/a'>Beranda</a> <a href='/b'>Profil Desa</a><p>Desa di hulu sungai, berdiri tahun 1912</p>"
    assert paragraphs(f"<table><tr><td>{menu}</td><td>{told}</td></tr></table>") == SENTENCES
