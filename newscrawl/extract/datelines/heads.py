"""What stands before a dateline's dash: sources, places and days, told from the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newscrawl.extract.dates.days import is_day
from newscrawl.extract.lexicon.brands import is_agency, is_brand, is_domain, is_house, looks_coined
from newscrawl.extract.lexicon.byline_words import COUNTRIES
from newscrawl.extract.lexicon.places import is_indonesian, is_place
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import words
from newscrawl.model.article import Dateline

LONGEST = 100
"""Characters before the dash; datelines of agencies with two towns, state and date stay under it."""
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")
_OWN_BRACKET = re.compile(r"\s[(\[][^()\[\]\d]{2,30}[)\]]$")  # ``Halle (Saale)``, ``Beirut (Lebanon)``
_DAY_BEHIND = re.compile(r"([^\W\d]\D{1,40}?)\s(\d{1,2}\D[^\n]{1,30})")
_STROKES = re.compile(r"\s/([^/()\n]{2,40})/\.?$")  # ``SINGAPORE, Feb. 25, 2026 /PRNewswire/ -- ``
_SOURCE_IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]{2,40})[)\]]\s*(?:[-–—]\s)?")
# Each begins with one character of a few: all others are passed over quickly.
_BETWEEN = re.compile(r"[,|:\s](?:(?<=[,|])\s*|(?<=:)\s+|(?<=\s)[-–−]\s+)")
_NO_COMMA = re.compile(r"[|:\s](?:(?<=[|:])|[-–−]\s)")
_TOWNS = re.compile(r"[/–&]| dan | and ")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÉ]")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’/-][^\W\d_]+)*\.?")
_SMALL = words("de da do dos del della di al el la las los le les the of and en an am a upon sur im der ob")
_OFFICES = words("radar humas")
"""They stand in the names of local papers and press offices: ``JP Radar Kediri``, ``Humas MKRI``."""
_MOST_WORDS = 5
# Capitals before a dash that announce a format or a party to a deal, not a town.
_NO_TOWN = words(
    """
    video foto photo photos infografis infographic breaking update updated live watch listen exclusive eksklusif opini
    opinion analisis analysis editorial kolom review ulasan profil podcast galeri advertorial catatan editor note alert
    warning spoiler correction sinopsis synopsis pertanyaan jawaban ramalan zodiak resep jadwal gempa polri menteri
    presiden gubernur bupati wali pemerintah apbn apbd
    """
)


@dataclass(slots=True)
class _Head:
    """What stands before the dash, read part by part."""

    sources: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    dated: bool = False


def read_head(head: str, brands: Sequence[str], *, believed: bool = False) -> Dateline | None:
    """The dateline that the words before a dash are; None where they are none. ``believed``: the page sets them off."""
    if not head:
        return None
    head = _STROKES.sub(r" (\1)", head) if "/" in head else head
    read, bracket = _Head(), _BRACKET.search(head) if ")" in head else None
    outside = head[: bracket.start()] if bracket else head
    outside = _SOURCE_IN_BRACKETS.sub(r"\1, ", outside) if outside.startswith(("(", "[")) else outside
    parts = [part.strip() for part in _BETWEEN.split(outside.rstrip(" ,"))] if outside else []
    if len(parts) > 5 or any(part.count(" ") > _MOST_WORDS for part in parts):
        return None  # a sentence
    if not all(_add_part(read, part, brands) for part in parts):
        return None
    if bracket and not _add_bracket(read, bracket[1].strip(), brands):
        return None
    return _in_order(read, outside, parts, believed=believed)


def _add_part(read: _Head, part: str, brands: Sequence[str]) -> bool:
    """Take a part between commas as source, date or place; False when it is none of them."""
    if part.count(" ") > _MOST_WORDS:
        return False
    if is_day(part.rstrip(".")):
        read.dated = True
    elif is_place(part) and part[0].isupper():
        read.places.append(part)
    elif _DIGIT.search(part) and (behind := _DAY_BEHIND.fullmatch(part)) and is_place(behind[1]) and is_day(behind[2]):
        read.places.append(behind[1])
    elif is_source(part, brands):
        read.sources.append(part)
    elif both := _place_and_source(part, brands):
        read.places.append(both[0])
        read.sources.append(both[1])
    elif "/" in part and any(is_brand(one, brands) for one in part.split("/")):
        return len(part) <= LONGEST and all(_add_part(read, one.strip(), brands) for one in part.split("/", 1))
    elif looks_like_place(_OWN_BRACKET.sub("", part)):
        read.places.append(part)
    else:
        return False
    return True


def is_source(part: str, brands: Sequence[str]) -> bool:
    """Whether it names a paper or a press office, by itself or as an edition."""
    return is_brand(part, brands) or (looks_coined(part) and part.upper() != part) or _is_edition(part, brands)


def _is_edition(part: str, brands: Sequence[str]) -> bool:
    """``VIVA Bandung``, ``JP Radar Kediri``, ``Humas MKRI``; or a paper behind its address."""
    words = part.split()
    if not 2 <= len(words) <= _MOST_WORDS or any(word[0].islower() for word in words[1:]):
        return False
    if not _OFFICES.isdisjoint(map(fold, words)):
        return True
    first, others = words[0], " ".join(words[1:])
    return is_house(first, brands) and (is_place(others) or (is_domain(first) and is_house(others, brands)))


def _place_and_source(part: str, brands: Sequence[str]) -> tuple[str, str] | None:
    """A known place and a known source with nothing between them: ``Hong Kong/Seoul CNN``, ``BERLIN taz``."""
    words = part.split()
    for count in range(1, min(len(words), 4)):
        place, source = " ".join(words[:-count]), " ".join(words[-count:])
        if is_brand(source, brands) and place[0].isupper() and all(map(_is_region, place.split("/"))):
            return place, source
    return None


def _add_bracket(read: _Head, inside: str, brands: Sequence[str]) -> bool:
    """``(ANTARA News)``, ``(dpa/lno)``; a name in brackets that nobody knows counts only behind a known town."""
    if is_day(inside):
        read.dated = bool(read.sources)
        return read.dated or (bool(read.places) and not inside.isdigit())
    towns = [town.strip() for town in inside.split(",")]
    is_half = bool(read.sources) != bool(read.places)
    if is_half and inside[0].isupper() and all(map(_is_region, towns)):
        read.places += towns
        return True
    named = is_brand(inside, brands) or looks_coined(inside) or is_agency(inside.partition("/")[0])
    if not (named or (any(map(is_place, read.places)) and _may_name_source(inside))):
        return False
    read.sources.append(inside)
    return True


def _is_region(name: str) -> bool:
    return is_place(name) or fold(name) in COUNTRIES


def _may_name_source(name: str) -> bool:
    """Whether it is written as a paper's name is: up to three words, or a few small letters, ``(awp/ats)``."""
    if not name[0].isalpha() or len(name.split()) > 3:
        return False
    return name[0].isupper() or all(len(part) <= 4 and part.isalpha() for part in name.split("/"))


def _in_order(read: _Head, outside: str, parts: list[str], *, believed: bool) -> Dateline | None:
    """The dateline, when source and places stand in an order that datelines have; a place alone has to be believed."""
    if not _NO_COMMA.search(outside):
        _move_source(read)
    if len(read.sources) > 1 or len(read.places) > 3:
        return None
    place = _as_printed(outside, read.places)
    if read.sources:
        # ``Jakarta, Kompas.com, Bogor`` is a sentence's list.
        in_the_midst = read.sources[0] in parts[1:-1] and parts[-1] in read.places
        return None if in_the_midst else Dateline(read.sources[0], place)
    # ``Jakarta - Cirebon - ``: other marks than commas stand between source and place, not between places.
    alone = (
        bool(read.places)
        and not _NO_COMMA.search(outside)
        and _stands_alone(read.places[0], dated=read.dated, believed=believed)
    )
    return Dateline(None, place) if alone else None


def _move_source(read: _Head) -> None:
    """Take what stands last behind a known town of Indonesia, and is no place itself, for a paper nobody knows.

    Villages stand before their regency, ``Lembah Sirih, Banyuwangi``; elsewhere a state stands behind its town.
    """
    *towns, last = read.places or [""]
    if read.sources or not towns or not is_indonesian(towns[0]):
        return
    if all(map(is_place, towns)) and not is_place(last) and fold(last) not in COUNTRIES:
        read.places, read.sources = towns, [last]


def _as_printed(outside: str, places: list[str]) -> str | None:
    """The places with the commas and blanks between them as they were."""
    if not places:
        return None
    start = outside.find(places[0])
    if start < 0:  # it stood in brackets
        return ", ".join(places)
    end = outside.find(places[-1], start) + len(places[-1])
    printed = outside[start:end]
    return printed if printed.count(",") == len(places) - 1 else ", ".join(places)


def looks_like_place(part: str) -> bool:
    """Up to five capitalised words, with particles between them: ``Rio de Janeiro``, ``BEIRUT/THE HAGUE``, ``Ill.``"""
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > 45 or words[0].lower() == words[0]:
        return False
    return all(
        (_WORD.fullmatch(word) and (word[0].isupper() or word in _SMALL)) or _is_initials(word) for word in words
    )


def _is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None


def _stands_alone(place: str, *, dated: bool, believed: bool) -> bool:
    """Whether a place without a source is one: known, or in capitals and no abbreviation, or ``believed``."""
    if is_place(place) or any(is_place(town.strip()) for town in _TOWNS.split(place)):
        return True
    words = [word for word in _LETTERS.findall(place) if len(word) > 1]
    if not words or any(word.lower() in _NO_TOWN for word in words):
        return False
    if place != place.upper():
        return believed
    pronounceable = all(len(word) >= 4 and _VOWEL.search(word) for word in words if word.lower() not in _SMALL)
    return dated or (pronounceable and (len(words) > 1 or len(words[0]) >= 5))
