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
