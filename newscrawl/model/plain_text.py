"""Strings of strangers made safe to show on a terminal and in a log, on one line or several."""

from __future__ import annotations

import re
import unicodedata

# ECMA-48 control sequences, and the strings (titles, hyperlinks, device commands) that end with BEL or ST. Taken out
# whole, so that no "[31m" stays behind. Each part is a class that the next one does not share: the scan is linear.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Cc: terminal escapes and line breaks; Cf: bidirectional controls, invisible characters; Cs: lone surrogates;
# Zl, Zp: line breaks in disguise.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Joiners that Arabic, Persian and Indic words need, and that change nothing else.
_HARMLESS = frozenset("\u200c\u200d\u00ad")


def printable(text: str, *, lines: bool = False) -> str:
    """The text without escape sequences, control, bidirectional and invisible characters; every white space is a blank.

    With ``lines``, line ends stay, as line feeds.
    """
    text = _LINE_ENDS.sub("\n", _SEQUENCES.sub("", text))
    return "\n".join(map(_on_one_line, text.split("\n"))) if lines else _on_one_line(text)


def _on_one_line(text: str) -> str:
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE or character in _HARMLESS:
        return character
    return " " if character.isspace() else ""
