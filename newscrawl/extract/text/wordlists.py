"""Lists of words as the tables of this package write them, and regular expressions of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from newscrawl.extract.text.folding import fold

_LONGEST = 40
"""Characters of a word, or of the beginning of a line in a script without blanks: no listed word is longer."""
_LETTERS = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}")


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
    """A regular expression of the words, folded, letter by letter and the longest first: none hides behind another."""
    return "|".join(_branches({fold(word) for word in listed}))


def _branches(endings: set[str]) -> list[str]:
    """The endings under their first letters, so that all words with another are passed over at once."""
    branches = []
    for first, group in groupby(sorted(endings - {""}), key=itemgetter(0)):
        rests = _branches({word[1:] for word in group})
        branches.append(re.escape(first) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"))
    return [*branches, ""] if "" in endings else branches


def first_word(text: str) -> str:
    """The letters that a text begins with, or the digit or mark."""
    head = text[:_LONGEST].partition(" ")[0]
    if head.isalpha():  # of most texts
        return head
    match = _LETTERS.match(text)
    return match[0] if match else text[:1]


def first_words(listed: Iterable[str]) -> frozenset[str]:
    """The words, or marks, that the listed forms begin with: a text that begins otherwise begins with none of them."""
    return frozenset(map(first_word, listed))
