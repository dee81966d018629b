"""Lines that read like furniture and are the story's by where they stand: hours of a chronicle, steps of a guide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from newscrawl.extract.lexicon.furniture_words import MOMENT_WORDS
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import first_word

_EDGES = " \t|•·*()[]-–—"
_LEAST_ABOVE = 2
"""Paragraphs: above them stands the moment at which the story came out."""
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[.:](\d{2})(?!\d)")
_LABELLED = re.compile(r"[^:\n]{2,25}:\s.{1,140}")
_LEAST_OF_LIST = 3
_OTHERS_OF_LIST = {"tags": 2, "advert": 2, "byline": 3}
"""By the kind that a line of a list would be alone, how many others tell that it is one: of a book, an event."""
_STEP = re.compile(r"\W{0,3}\w\S*(?:\s\S{1,30}){2,20}")
_LONGEST_STEP = 70
_MAY_BE_STEPS = frozenset(("share", "pager", "promo", "comments"))
_MOST_OF_A_STEP = 3
_NEARBY = 20
"""Lines among which a button comes again that is no step."""
_PAGE = re.compile(r"\bhal(?:aman|\.)?\s?\d")


def spared(lines: Sequence[str], kinds: Sequence[str | None], title: str) -> frozenset[int]:
    """The places of the lines that stay, though each alone would be what ``kinds`` says."""
    if not any(kinds):
        return frozenset()
    hours = _hours_of_a_chronicle(lines, kinds)
    found = {i for i, kind in enumerate(kinds) if kind and (i in hours or _is_own(lines, kinds, i))}
    book = _PAGE.search(fold(title)) is not None
    pages = {
        i for i, kind in enumerate(kinds) if book and kind == "pager" and _PAGE.match(fold(lines[i]).lstrip(_EDGES))
    }
    return frozenset(found | pages)


def _is_own(lines: Sequence[str], kinds: Sequence[str | None], at: int) -> bool:
    kind = kinds[at]
    if kind in _OTHERS_OF_LIST:
        return _is_of_a_list(lines, kinds, at)
    return kind in _MAY_BE_STEPS and _is_a_step(lines, kinds, at)


def _hours_of_a_chronicle(lines: Sequence[str], kinds: Sequence[str | None]) -> set[int]:
    """The moments inside the text that head what happened then, or are a timetable.

    A live blog tells its last entry first: its hours go. The first of a chronicle may stand under a single paragraph.
    """
    moments = [i for i, kind in enumerate(kinds) if kind == "date" and _is_bare(lines[i])]
    clocks = [clock for i in moments if (clock := _clock(lines[i]))]
    if sum(one < other for one, other in pairwise(clocks)) < sum(one > other for one, other in pairwise(clocks)):
        return set()
    heads = {i for i in moments if i and _heads(kinds, i)}
    above = list(islice((i for i, kind in enumerate(kinds) if kind is None), _LEAST_ABOVE))
    return heads if len(above) == _LEAST_ABOVE and heads and above[-1] < max(heads) else set()


def _heads(kinds: Sequence[str | None], at: int) -> bool:
    below = kinds[at + 1] if at + 1 < len(kinds) else "end"
    return below is None or "date" in (below, kinds[at - 1])


def _clock(line: str) -> tuple[int, int] | None:
    found = _CLOCK.findall(line)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def _is_bare(line: str) -> bool:
    """Whether the moment has no label: ``Diterbitkan`` says when the story came out."""
    return first_word(fold(line).lstrip(_EDGES)) not in MOMENT_WORDS and "·" not in line


def _is_of_a_list(lines: Sequence[str], kinds: Sequence[str | None], at: int) -> bool:
    """Whether it stands in a run of labelled lines, most of which no furniture has: ``Tema: ...``, ``Lokasi: ...``."""
    if not _LABELLED.fullmatch(lines[at]):
        return False
    first, end = at, at + 1
    while first and at - first < _LEAST_OF_LIST and _LABELLED.fullmatch(lines[first - 1]):
        first -= 1
    while end < len(lines) and end - at <= _LEAST_OF_LIST and _LABELLED.fullmatch(lines[end]):
        end += 1
    others = sum(kind is None for kind in kinds[first:end])
    return end - first >= _LEAST_OF_LIST and others >= _OTHERS_OF_LIST[kinds[at] or ""]


def _is_a_step(lines: Sequence[str], kinds: Sequence[str | None], at: int) -> bool:
    """Whether a button's word stands among the short lines of a guide: ``Simpan`` behind ``Pilih menu bahasa``."""
    near = (*lines[max(0, at - _NEARBY) : at], *lines[at + 1 : at + _NEARBY])
    if len(lines[at].split()) > _MOST_OF_A_STEP or lines[at] in near:
        return False
    steps = [
        0 <= i < len(lines) and kinds[i] is None and len(lines[i]) <= _LONGEST_STEP and bool(_STEP.fullmatch(lines[i]))
        for i in range(at - 2, at + 3)
    ]
    return (
        at >= _LEAST_OF_LIST and steps[1] and (steps[0] or steps[4]) and at + 1 < len(lines) and kinds[at + 1] is None
    )
