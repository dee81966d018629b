import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.model.plain_text import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Judul biasa, 100% – «aman» 日本 \U0001f600", "Judul biasa, 100% – «aman» 日本 \U0001f600"),
        ("\x1b[31mmerah\x1b[0m", "merah"),
        ("\x9b31mmerah", "merah"),
        ("a\x1b]0;judul jendela\x07b", "ab"),
        ("a\x1b]8;;https://evil.test\x1b\\tautan\x1b]8;;\x1b\\b", "atautanb"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x1b]tanpa akhir", "a"),
        ("a\x1bcb", "ab"),
        ("a\x1b", "a"),
        ("satu\ndua\r\ntiga\tempat", "satu dua tiga empat"),
        ("a\x07\x08\x7f\0b", "ab"),
        ("a\u202egnp.exe\u2066b\u200f", "agnp.exeb"),
        ("a\u200b\ufeff\U000e0041b", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\ud800b", "ab"),
    ],
)
def test_nothing_that_commands_a_terminal_is_left(text, shown):
    assert printable(text) == shown


def test_line_ends_stay_when_asked_for():
    assert printable("satu\r\n\x1b[31mdua\u2028tiga\tx", lines=True) == "satu\ndua\ntiga x"


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b[]P\\\x07\n31m;")))
def test_what_is_printable_is_left_as_it_is_and_holds_no_control_character(text):
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in shown)


def test_a_million_escapes_take_no_time():
    assert printable("\x1b]" * 500_000 + "\x1b[" * 500_000).strip() == ""
