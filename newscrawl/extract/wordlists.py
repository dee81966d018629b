"""Lists of words as the tables of this package write them, and regular expressions of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from newscrawl.extract.folding import fold

_LETTERS = re.compile(r"[^\W\d_]+")


def forms(listed: str) -> list[str]:
    """The folded entries of a list written as text, with ``|`` or a line end between them."""
    return [fold(form.strip()) for line in listed.splitlines() for form in line.split("|") if form.strip()]


def words(listed: str) -> frozenset[str]:
    """The folded words of a list written as text, with blanks between them."""
    return frozenset(map(fold, listed.split()))


def all_forms(table: Mapping[str, str]) -> list[str]:
    """The entries of all languages."""
    return [form for listed in table.values() for form in forms(listed)]


def alternatives(listed: Iterable[str]) -> str:
    """A regular expression of the words, folded, the longest first, so that none hides behind its beginning."""
    ordered = sorted({fold(word) for word in listed}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


def first_word(text: str) -> str:
    """The letters that a text begins with, or the digit or mark."""
    match = _LETTERS.match(text)
    return match[0] if match else text[:1]


def first_words(listed: Iterable[str]) -> frozenset[str]:
    """The words, or marks, that the listed forms begin with: a text that begins otherwise begins with none of them."""
    return frozenset(map(first_word, listed))
