"""Bylines: who wrote and who edited. Brands, desks, initials and job titles are nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from newscrawl.extract.bylines.names import (
    ANY_LABEL,
    ASIDE,
    EDGES,
    GLUED,
    GLUED_WORDS,
    LONGEST,
    ROLES,
    clean_name,
    is_beside_names,
    is_capitalised,
    match_label,
    may_be_labelled,
    split_names,
    unique_names,
    without_noise,
)
from newscrawl.extract.dates.reading import DATES_BEGIN, read_date
from newscrawl.extract.lexicon.brands import is_brand, is_house
from newscrawl.extract.lexicon.byline_words import ORGANISED, PREPOSITIONS, SHARED
from newscrawl.extract.lexicon.date_words import ZONES
from newscrawl.extract.lexicon.places import is_place
from newscrawl.extract.text.folding import fold, squeeze

__all__ = ["Byline", "clean_name", "is_byline", "read_byline", "split_names"]

_LONGEST_UNLABELLED = 160
_MOST_PIECES = 12
_MOST_SMALL_WORDS = 8
_PROSE_BEGINS = 20
"""Words among which a sentence has more small ones."""
_BEFORE_LABEL = frozenset(" |/;,·•([–—-")
_LONGEST_LABEL = max(map(len, ROLES))
_LABEL_ENDS = frozenset(label[-2:] for label in ROLES)
# ``Rep/Red: X``: who wrote is asked for before who edited.
_JOINT = re.compile(rf"(?<!\w)(?P<one>{ANY_LABEL})\s?/\s?(?P<other>{ANY_LABEL})(?=\s?:)", re.IGNORECASE)
_MAY_BE_JOINT = re.compile(r"/\s?[^\W\d_][^/:]{1,20}:")
# Patterns that are tried everywhere in a line begin with one character of a few: all others are passed over quickly.
_BARS = "|•·;/"
_BAR = re.compile(rf"[|•·;/](?:(?<=[|•·])|(?=\s?(?:{ANY_LABEL})\s))", re.IGNORECASE)
# ``posted on 2023-12-19 23:30 EST by X``, ``Written by X Edited by Y``: the second label begins a piece of its own.
_SECOND_LABEL = re.compile(
    r"\s(?:(?<=[\dA-Z]\s)(?=(?:by|oleh)\s+[A-Z])"
    r"|(?=(?:(?:[Ee]dit(?:ed|ing)|[Tt]ranslated|[Uu]pdated|[Ii]llustrated|[Pp]roduced|[Pp]hotos|[Pp]hotography) by"
    r"|[Dd]i(?:sunting|edit) oleh)\s+[A-Z]))"
)
# ``Penulis Ratna Laut Editor Ani Laut``: names that only the layout sets apart.
_SECOND_BARE = re.compile(r"[\s,;][\s,;]*(?=(?:Editor|Redaktur|Penyunting)\s+[A-Z])")
# ``17:11 WIBPenulis: X``: spans that only the style sheet sets apart.
_STICKING = ("Penulis", "Editor", "Reporter", "Pewarta", "Redaktur", "Kontributor", "Jurnalis")
_STUCK = re.compile(rf"(?<=[^\W\d_])(?=(?:{'|'.join(_STICKING)})\s?:)")
# ``By Jane RoePublished November 20``: so do they set off the moment.
_MOMENTS = ("Published", "Updated", "Posted", "Diterbitkan", "Tayang")
_STUCK_MOMENT = re.compile(rf"(?<=[^\W\d_])(?=(?:{'|'.join(_MOMENTS)})\b)")
_NOT_WRITING = frozenset(
    ("uploader", "fotografer", "penerjemah", "videografer", "kameramen", "desain", "infografis", "ilustrator")
)
_NEIGHBOURS = re.compile(r"[\d,|/–—-]")
"""What a name without a label has beside it: a date, or the mark before a paper or a job."""
_SEPARATORS = "-–—|,/"
_AROUND_WORDS = ".,:;()|/-–—"
_OF_DATES = DATES_BEGIN | frozenset(map(str.lower, ZONES))
_DIGIT = re.compile(r"\d")
_ATTRIBUTION = ("—", "–")
"""A dash in front: the foot of a quotation or an embedded post, not a byline."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The people that a byline names, as printed and in its order."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    is_signed: bool = field(default=False, compare=False)
    """Whether a label and a colon say who wrote."""


class _Piece(NamedTuple):
    """A stretch of a byline under one label, or under none."""

    role: str | None
    label: str
    value: str
    colon: bool
    """Whether a colon, or the layout, sets the label off: what follows need not look like a name."""
    company: bool = False
    """Whether other pieces stand beside it."""


def read_byline(text: str, brands: Sequence[str] = ()) -> Byline:
    """The writers and editors that a byline names: ``Rep: X/ Red: Y``, ``By X and Y``, ``X - detikNews``.

    A text without a label, a brand or a date beside the name is no byline and gives nobody, nor does a sentence.
    ``brands`` are names of the site, which are nobody's.
    """
    return _read_byline(squeeze(text), tuple(brands)) if len(text) <= LONGEST else Byline()


@lru_cache(maxsize=512)
def _read_byline(text: str, brands: tuple[str, ...]) -> Byline:
    """What the squeezed text names."""
    pieces = _pieces(text)
    authors = [name for piece in pieces if piece.role == "author" for name in _people(piece, brands)]
    editors = [name for piece in pieces if piece.role == "editor" for name in _people(piece, brands)]
    is_signed = bool(authors) and any(piece.colon for piece in pieces if piece.role == "author")
    if not authors and not text.lstrip().startswith(_ATTRIBUTION):
        authors = _unlabelled(pieces, brands)
    return Byline(unique_names(authors), unique_names(editors), is_signed)


def is_byline(line: str, brands: Sequence[str] = ()) -> bool:
    """Whether a squeezed line is a byline and nothing else, even one that names nobody: ``Reporter: Redaksi``."""
    return len(line) <= LONGEST and _may_be_byline(line) and _is_byline(line, tuple(brands))


def _may_be_byline(line: str) -> bool:
    """Whether it has a label, or is short and has what stands beside names: quick to see, and false of most lines."""
    is_prose = _is_prose(line)
    if is_prose and ":" not in line:
        return False  # most paragraphs of a story
    text = _trimmed(line)
    if is_prose:
        return may_be_labelled(text) or bool(_labels_with_colon(fold(text)))
    return _may_be_cut(text) or (len(text) <= _LONGEST_UNLABELLED and _NEIGHBOURS.search(text) is not None)


@lru_cache(maxsize=512)  # several readers ask about the same line
def _is_byline(line: str, brands: tuple[str, ...]) -> bool:
    pieces = _pieces(line)
    if any(piece.role in ("author", "editor") or piece.label in _NOT_WRITING for piece in pieces):
        return all(_only_names(piece, brands) for piece in pieces)
    return not line.lstrip().startswith(_ATTRIBUTION) and bool(_unlabelled(pieces, brands))


def _pieces(text: str) -> list[_Piece]:
    """The squeezed text cut at bars and before every label with a colon, each piece with its label read."""
    text = _trimmed(text)
    return _cut(text) if _may_be_cut(text) else [_Piece(None, "", text, colon=False)] if text else []


def _cut(text: str) -> list[_Piece]:
    if text.startswith(("(", "[")) and match_label(text[1:].lstrip()):
        text = text[1:].strip(" )].")  # as agencies sign
    bars = [bar.strip() for bar in _BAR.split(text)] if _has_bars(text) else [text]
    stretches = [part for bar in bars for part in _SECOND_LABEL.split(bar)] if _may_have_two(text) else bars
    if ":" not in text and match_label(text):
        stretches = [part for stretch in stretches for part in _SECOND_BARE.split(stretch)]
    pieces: list[_Piece] = []
    for stretch in stretches[:_MOST_PIECES]:
        bounds = [0, *(start for start in _labels_with_colon(fold(stretch)) if start), len(stretch)]
        pieces += [_labelled(stretch[start:end].strip(EDGES)) for start, end in pairwise(bounds)]
    pieces = [piece for piece in pieces if piece.value or piece.role]
    return [piece._replace(company=True) for piece in pieces] if len(pieces) > 1 else pieces


def _trimmed(text: str) -> str:
    """The text without marks at its ends, its labels apart from the words before them."""
    if len(text) <= _LONGEST_UNLABELLED and any(map(text.__contains__, _MOMENTS)):
        text = _STUCK_MOMENT.sub(" ", text)
    if ":" in text:
        text = _STUCK.sub(" ", text) if any(map(text.__contains__, _STICKING)) else text
        text = _JOINT.sub(_leading_label, text) if _MAY_BE_JOINT.search(text) else text
    return text.strip(EDGES)


def _leading_label(joint: re.Match[str]) -> str:
    writes = ROLES[fold(joint["one"])] == "author" or ROLES[fold(joint["other"])] != "author"
    return joint["one"] if writes else joint["other"]


def _may_be_cut(text: str) -> bool:
    """Whether a trimmed text may have a label, or be several pieces: most are one without."""
    if _has_bars(text) or _may_have_two(text) or may_be_labelled(text):
        return True
    return ":" in text and bool(_labels_with_colon(fold(text)))


def _has_bars(text: str) -> bool:
    return any(map(text.__contains__, _BARS))


def _may_have_two(text: str) -> bool:
    """Whether it holds what the pattern of second labels needs: most texts have neither word."""
    return "by" in text or "oleh" in text


def _labels_with_colon(folded: str) -> list[int]:
    """Where the labels begin that a colon follows: ``rep: x/ red: y`` has them at 0 and 8."""
    starts: list[int] = []
    begin, colon = 0, folded.find(":")
    while colon >= 0 and len(starts) < _MOST_PIECES:
        end = colon - 1 if folded[colon - 1 : colon] == " " else colon
        first = max(begin, end - _LONGEST_LABEL) if folded[end - 2 : end] in _LABEL_ENDS else end
        for start in range(first, end):
            if folded[start:end] in ROLES and _may_begin(folded, start, end, first=not starts):
                starts.append(start)
                break
        begin, colon = colon + 1, folded.find(":", colon + 1)
    return starts


def _may_begin(folded: str, start: int, end: int, *, first: bool) -> bool:
    """Whether a label may begin there: the ``first`` is no ``oleh`` that belongs to a verb, ``diunggah oleh:``."""
    if start and folded[start - 1] not in _BEFORE_LABEL:
        return False
    return not first or folded[start:end] not in PREPOSITIONS or not folded[:start].rstrip()[-1:].isalpha()


def _labelled(stretch: str) -> _Piece:
    match = match_label(stretch)
    if match:
        return _Piece(ROLES[match["label"]], match["label"], stretch[match.end() :].strip(EDGES), bool(match["colon"]))
    glued = GLUED.search(stretch) if stretch.endswith(GLUED_WORDS) else None
    if glued:
        return _Piece(ROLES.get(glued[1].lower(), "author"), glued[1].lower(), stretch[: glued.start()], colon=True)
    return _Piece(None, "", stretch, colon=False)


def _people(piece: _Piece, brands: Sequence[str]) -> list[str]:
    """The persons of a labelled piece; none when its words go on into a sentence."""
    names = split_names(without_noise(piece.value))
    if piece.label in ORGANISED and not piece.colon:
        names = names[1:] if len(names) > 1 else tuple(_behind_paper(name, brands) for name in names)
    if not piece.colon and not all(_fits(name, piece, brands) for name in names):
        return []
    people = [person for name in names if (person := clean_name(name, brands))]
    towns = [person for person in people if is_place(person)]
    # ``Penulis: Bima`` is a person, ``Kontributor Bima, X`` a town and a person.
    return people if piece.colon and len(towns) == len(people) else [name for name in people if name not in towns]


def _behind_paper(name: str, brands: Sequence[str]) -> str:
    """The name without the paper that no comma sets off: ``Tribunnews.com Ratna Laut``."""
    parts = name.split()
    papers = (head for head in (3, 2, 1) if len(parts) > head and is_house(" ".join(parts[:head]), brands))
    return " ".join(parts[next(papers, 0) :])


def _fits(name: str, piece: _Piece, brands: Sequence[str]) -> bool:
    """Whether a part of a piece without a colon is a capitalised name, or something that stands beside names."""
    if is_place(name) or is_beside_names(name, brands):
        return True
    person = clean_name(name, brands)
    if person is None or not is_capitalised(person) or (piece.label in SHARED and not piece.company):
        return False
    listed = piece.label not in PREPOSITIONS and (piece.company or "," in piece.value)
    return " " in person or piece.label == "oleh" or listed


def _unlabelled(pieces: list[_Piece], brands: Sequence[str]) -> list[str]:
    """``Mulia Budi - detikNews``, ``Vania Ika | Jumat, 17 Februari 2017``: a name whose neighbours say what it is."""
    values = [piece.value for piece in pieces]
    if sum(map(len, values)) > _LONGEST_UNLABELLED or (len(values) == 1 and not _NEIGHBOURS.search(values[0])):
        return []
    if any(map(_is_prose, values)):
        return []
    bare = [piece.value for piece in pieces if piece.role is None]
    if not any(map(_may_hold_name, bare)):
        return []
    dated = any(read_date(value) for value in values if _DIGIT.search(value))
    sure = dated or any(piece.role == "editor" for piece in pieces)
    named = (_stands_as_name(value, brands, sure=sure) for value in bare)
    return next(filter(None, named), [])


def _is_prose(text: str) -> bool:
    """Whether it holds more small words than any byline does: quick to see, and true of most lines of a story."""
    if len(text) > _LONGEST_UNLABELLED and _are_prose(text.split(None, _PROSE_BEGINS)[:_PROSE_BEGINS]):
        return True  # the first words show it of most
    return _are_prose(text.split())


def _are_prose(words: Sequence[str]) -> bool:
    return any(islice(filter(None, map(str.islower, words)), _MOST_SMALL_WORDS, None))


def _may_hold_name(text: str) -> bool:
    """Whether a word is written as names are and is none of dates: quick to see, and false of most dates."""
    for word in text.split():
        bare = word.strip(_AROUND_WORDS)
        if (bare[:1].isupper() or not bare.isascii()) and bare.lower() not in _OF_DATES:
            return True
    return False


def _stands_as_name(value: str, brands: Sequence[str], *, sure: bool) -> list[str]:
    """The persons of an unlabelled piece of names, papers and jobs; ``sure``: something else says byline."""
    if not sure and not any(map(value.__contains__, _SEPARATORS)):
        return []  # nothing stands beside it
    parts = [part.strip(EDGES) for part in ASIDE.split(without_noise(value)) if part and part.strip(EDGES)]
    branded = any(is_brand(part, brands) for part in parts[1:])
    if not branded and not sure:
        return []
    names = [name for part in parts for name in split_names(part)]
    people = [person for name in names if (person := clean_name(name, brands)) and not is_place(person)]
    if not people or not all(map(is_capitalised, people)):
        return []
    if not all(name in people or is_place(name) or is_beside_names(name, brands) for name in names):
        return []
    return people if branded or (sure and " " in people[0]) else []


def _only_names(piece: _Piece, brands: Sequence[str]) -> bool:
    bare = without_noise(piece.value)
    if piece.role is None:
        return not bare or is_place(bare) or is_beside_names(bare, brands)
    if piece.role == "nobody" and piece.colon:
        return len(bare.split()) <= 8
    names = split_names(bare)
    if piece.label in ORGANISED and not piece.colon and len(names) > 1 and is_capitalised(names[0]):
        names = names[1:]
    return all(_fits(name, piece, brands) or (piece.colon and clean_name(name, brands) is not None) for name in names)
