"""What is printed: hostile texts must not command a terminal, nor break a line of JSON."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.cli.output import json_line, local, words

HOSTILE = [
    "\x1b[2J",
    "a\nb",
    "\u202edcba",
    "\x9b31m",
    "\ud83d",
    "\x00",
    "\u2028",
    "\x7f",
    "[bold]kata[/bold]",
    ":smile:",
]


@given(st.dictionaries(st.text(), st.text(st.characters(exclude_categories=[])) | st.integers() | st.none()))
def test_a_json_line_is_one_line_of_utf8_with_the_same_value(record):
    line = json_line(record)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert json.loads(line.decode()) == record


@pytest.mark.parametrize("text", HOSTILE)
def test_a_json_line_holds_nothing_that_a_terminal_obeys(text):
    assert not {*"\x1b\x9b\x00\x7f\u202e\u2028"} & {*json_line({"title": text}).decode()}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_for_a_terminal_is_plain_and_on_one_line(text):
    shown = words(text).plain
    assert shown.isprintable()
    assert not {*"\x1b\x9b\u202e\n"} & {*shown}


def test_markup_and_emoji_names_stay_as_the_page_wrote_them():
    assert words("[bold]kata[/bold] :smile:").plain == "[bold]kata[/bold] :smile:"


def test_a_moment_that_is_not_known_is_a_dash():
    assert local(None) == "-"
    assert local(datetime(2024, 10, 23, 17, 11, tzinfo=UTC)) == "2024-10-23 17:11 UTC"
