"""What a hostile page gets into the log with its words."""

import logging

import pytest

from newscrawl.crawl.log_records import SafeRecord, make_log_records_safe


def said(message, *arguments):
    return SafeRecord("newscrawl", logging.INFO, "x.py", 1, message, arguments, None).getMessage()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("http://koran.test/\n2026-11-20 ERROR [newscrawl] forged", "http://koran.test/\n    2026-11-20 ERROR"),
        ("a\r2026-11-20 ERROR forged", "a\n    2026-11-20"),
        ("\x1b]0;owned\x07judul", "judul"),
        ("\x1b[31mmerah\x1b[0m", "merah"),
        ("\x1b]8;;http://jahat.test\x1b\\klik\x1b]8;;\x1b\\", "klik"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("a\u2028b\u2029c\x85d", "a\n    b\n    c\n    d"),
        ("\x9b31mx", "x"),
        ("a\0b", "ab"),
    ],
)
def test_no_line_is_forged_and_no_terminal_obeys(words, shown):
    message = said("%s did not come", words)
    assert message.startswith(shown)
    assert not any(character in message for character in "\x1b\x9b\r\0\x07\u202e\u2028\x85")
    assert all(line.startswith("    ") for line in message.split("\n")[1:])


def test_ordinary_words_stay_as_they_are():
    assert said("%s: %d halaman", "Présidénsi — “Nusantara”", 3) == "Présidénsi — “Nusantara”: 3 halaman"


def test_every_record_of_the_process_is_made_so(caplog):
    before = logging.getLogRecordFactory()
    try:
        make_log_records_safe()
        make_log_records_safe()
        logging.getLogger("lain").warning("x%s", "\x1b[31m\ny")
        assert caplog.messages == ["x\n    y"]
    finally:
        logging.setLogRecordFactory(before)
