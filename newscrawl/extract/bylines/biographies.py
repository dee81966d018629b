"""What stands under a story about its writer: who they are, and whose opinion it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.lexicon.byline_words import JOBS, OFFICES
from newscrawl.extract.lexicon.furniture_words import ARE_WRITERS, PROFESSIONS, WRITERS
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import alternatives, forms

_MARKS = " \t*()[]_•–—-"
_LONGEST = 400
_LONGEST_LINE = 200
_WRITER = re.compile(
    rf"(?P<writer>{alternatives(forms(WRITERS))})(?:\s(?P<is>{alternatives(forms(ARE_WRITERS))})\s|\s?:\s?)(?P<next>\w+)"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*$")
_ALWAYS = "penulis"
"""Indonesian columnists call themselves so, inside the text too."""
_ANYTHING = frozenset(("adalah", "merupakan", "ialah"))
_ARTICLES = frozenset(("a", "an", "the"))


def is_about_writer(line: str, authors: Sequence[str], above: Sequence[str]) -> bool:
    """Whether one of the last lines tells of the writer, whom the text ``above`` does not tell of.

    ``*) Penulis adalah guru di Lembah``, ``Ratna Laut, dosen Universitas Lembah``, ``*Dosen Sejarah``.
    """
    if len(line) > _LONGEST:
        return False
    bare = line.lstrip(_MARKS)
    if any(
        bare.startswith(f"{name} ") or (bare.startswith(f"{name},") and len(line) <= _LONGEST_LINE) for name in authors
    ):
        return True
    return _is_of_the_writer(fold(bare), above) or _is_starred_office(line, bare)


def _is_of_the_writer(folded: str, above: Sequence[str]) -> bool:
    match = _WRITER.match(folded)
    if match is None:
        return False
    office = match["next"] in OFFICES or match["next"] in JOBS or match["next"] in PROFESSIONS
    if match["is"] is None or not (match["is"] in _ANYTHING or match["next"] in _ARTICLES):
        return office
    return match["writer"] == _ALWAYS or not any(match["writer"] in fold(paragraph) for paragraph in above)


def _is_starred_office(line: str, bare: str) -> bool:
    """``*Dosen Sejarah Universitas Lembah``: no sentence, and no note to the text."""
    first = fold(bare).partition(" ")[0]
    starred = line.startswith("*") and len(line) <= _LONGEST_LINE
    return starred and first in OFFICES and _SENTENCE_END.search(bare) is None
