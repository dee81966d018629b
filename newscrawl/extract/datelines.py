"""The dateline off a paragraph: ``REPUBLIKA.CO.ID, TEHERAN -- Iran ...`` is a source, a place and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from newscrawl.extract.brands import is_agency, is_brand, is_domain, is_house, looks_coined
from newscrawl.extract.byline_words import COUNTRIES
from newscrawl.extract.days import is_day
from newscrawl.extract.folding import fold
from newscrawl.extract.places import is_indonesian, is_place, place_at_start
from newscrawl.extract.wordlists import words
from newscrawl.model.article import Dateline

_LONGEST = 100
"""Characters before the dash; datelines of agencies with two towns, state and date stay under it."""
_TEXT = 60
"""Characters behind a town and a colon; a list has less: ``Ambon: 04.35 WIB``."""
_LEADING = re.compile(r"[\s\u200b\ufeff]*")
# A hyphen or en dash needs a blank beside it, else it ties two words; ``SOLO--Pada`` and ``JOGJA—Pada`` are glued.
# The colon is RRI's: ``KBRN, Jakarta: ``; the full stop before a dash Spain's: ``BANDUNG, (PR).- ``, ``Caracas.- ``.
_MARKS = re.compile(r"[-–−‑—―:]")
_DASH = re.compile(r"(?:[—―][-–—]{0,2}|-{2,3}|(?<=\s)[-–−‑]|[-–‑](?=\s|$)|:(?=\s))\s*")
_STOP = re.compile(r"(?:(?<=\))|(?<=[^\W\d_]{4}))\.$")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")
_OWN_BRACKET = re.compile(r"\s[(\[][^()\[\]\d]{2,30}[)\]]$")  # ``Halle (Saale)``, ``Beirut (Lebanon)``
_DAY_BEHIND = re.compile(r"([^\W\d]\D{1,40}?)\s(\d{1,2}\D[^\n]{1,30})")
_STROKES = re.compile(r"\s/([^/()\n]{2,40})/\.?$")  # ``SINGAPORE, Feb. 25, 2026 /PRNewswire/ -- ``
_SOURCE_IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]{2,40})[)\]]\s*(?:[-–—]\s)?")
_MORE = re.compile(r"(?:\(([^()\n]{2,40})\)|([^\n()–—-]{4,30}?))\s{0,3}(?:--|[–—]|-(?=\s))\s*")
_BETWEEN = re.compile(r"\s*[,|]\s*|:\s+|\s+[-–−]\s+")
_NO_COMMA = re.compile(r"[|:]|\s[-–−]\s")
_AFTER_BRACKET = re.compile(r"(\([^()]{2,40}\)|/[^()/\n]{2,40}/)[.:]?\s*(?=[\"“‘']?[A-ZÀ-Þ])")
_HOST_LAST = re.compile(r"([^\W\d_][^\n,.:;]{2,40}),\s?((?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,6})\s(?=[A-ZÀ-Þ\"“‘'])")
_BRAND_FIRST = re.compile(r"((?:[\w-]{2,40}\.){1,3}[A-Za-z]{2,6})(?:\s?,\s?|(?P<dash>[-–]))")
_GLUED_PLACE = re.compile(r"([^\W\d_][^\n,.:;—–-]{1,40}?)[-–](?=[\"“‘'A-Z0-9])")
_BAR = re.compile(r"\|\s+")
_GLUED = re.compile(r"[-–](?=[A-ZÀ-Þ\d\"“‘'])")
_WRITTEN = re.compile(r"[\"“‘']?[A-ZÀ-Þ][\w’']*[a-zß-ÿ]")  # a word that is no abbreviation and not in capitals
_COINED = re.compile(r"[a-z]{1,2}[A-Z]")  # ``iPhone``
_HYPHENS = frozenset("-–−")
_CAPITALS = re.compile(r"[A-Z]{4,}(?:[ /][A-Z]{4,}){0,2}(?=\.\s)")
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


def split_dateline(
    paragraph: str, brands: Sequence[str] = (), set_off: str = "", *, by_colon: bool = False
) -> tuple[Dateline | None, str]:
    """The dateline and the rest of the paragraph; ``(None, paragraph)`` when it begins without one.

    Source and place are as printed. ``brands`` are names of the site that count as a source. A place alone is believed
    when it is known or in capitals, or when the page sets it off: ``set_off`` are the words in bold, or on a line of
    their own, at the head of the story's text. ``by_colon``: a known place may stand before a colon. The rest of a
    paragraph is never guessed away.
    """
    start = _LEADING.match(paragraph)
    begin = start.end() if start else 0
    dashes = _dashes(paragraph, begin)
    for dash in reversed(dashes) if _names_both(paragraph[begin:], dashes, begin, brands) else dashes:
        head, rest = paragraph[begin : dash.start()], paragraph[dash.end() :]
        head = (_STOP.sub("", head) if dash[0].strip() in _HYPHENS else head).rstrip()
        dateline = _read_head(head, brands, believed=head == set_off)
        if dateline is None:
            continue
        is_full = _is_full(dateline, head, brands)
        announces = ":" not in dash[0] or is_full or (by_colon and _may_announce(dateline, rest))
        if announces and (is_full or _goes_on(rest, dateline)):
            return _with_more(*_with_place(dateline, rest), brands)
    return (
        _behind_glued_dash(paragraph, begin, brands, set_off)
        or _before_bar(paragraph, begin, brands)
        or _where_words_end(paragraph, begin, brands, set_off)
        or _without_dash(paragraph, begin, brands)
    )


def _dashes(paragraph: str, begin: int) -> list[re.Match[str]]:
    """The first two dashes; what could be one is quick to find."""
    found: list[re.Match[str]] = []
    for mark in _MARKS.finditer(paragraph, begin, begin + _LONGEST):
        dash = _DASH.match(paragraph, mark.start())
        if dash and not (found and mark.start() < found[-1].end()):
            found.append(dash)
            if len(found) == 2:
                break
    return found


def _names_both(text: str, dashes: Sequence[re.Match[str]], begin: int, brands: Sequence[str]) -> bool:
    """Whether a dash stands between source and place, and another behind them: ``JAKARTA - KOMPAS.com - ``."""
    if len(dashes) < 2 or text[dashes[0].start() - begin : dashes[0].end() - begin].strip() not in _HYPHENS:
        return False
    both = _read_head(text[: dashes[1].start() - begin].rstrip(), brands)
    return both is not None and both.source is not None and both.place is not None


def _before_bar(paragraph: str, begin: int, brands: Sequence[str]) -> tuple[Dateline, str] | None:
    """``BERLIN taz | Die ...``, ``kabarlembah.net| Bank ...``: the source stands right before the bar."""
    bar = _BAR.search(paragraph, begin, begin + _LONGEST) if "|" in paragraph[:_LONGEST] else None
    head = paragraph[begin : bar.start()].split() if bar else []
    if not bar or not head or not (is_domain(head[-1]) or is_brand(head[-1], brands)):
        return None
    dateline, rest = _read_head(" ".join(head), brands), paragraph[bar.end() :]
    if dateline is None or not (dateline.place or is_domain(head[-1])) or rest[:1].islower():
        return None
    return dateline, rest


def _behind_glued_dash(paragraph: str, begin: int, brands: Sequence[str], set_off: str) -> tuple[Dateline, str] | None:
    """What stands before a hyphen without a blank: ``SERANG, KABARBANTEN.ID-Bank ...``, ``SAMARINDA–Bank ...``."""
    for dash in islice(_GLUED.finditer(paragraph, begin, begin + _LONGEST), 4):
        head, rest = paragraph[begin : dash.start()], paragraph[dash.end() :]
        dateline = _read_head(head, brands, believed=head == set_off) if head[-1:].strip() else None
        if dateline is None or place_at_start(rest) is not None:
            continue
        town, source = dateline.place or "", dateline.source
        is_known = is_place(town)
        stands_out = not source and town.isupper() and (is_known or head == set_off) and _WRITTEN.match(rest)
        if stands_out or ((is_known or is_domain(source or "")) and _is_full(dateline, head, brands)):
            return dateline, rest
    return None


def is_dateline_only(line: str, brands: Sequence[str] = ()) -> bool:
    """Whether the line is a dateline and nothing else, as ``<strong>Jakarta</strong> -`` leaves one."""
    dateline, rest = split_dateline(line, brands)
    return dateline is not None and not rest.strip()


def _read_head(head: str, brands: Sequence[str], *, believed: bool = False) -> Dateline | None:
    if not head:
        return None
    head = _STROKES.sub(r" (\1)", head)
    read, bracket = _Head(), _BRACKET.search(head)
    outside = _SOURCE_IN_BRACKETS.sub(r"\1, ", head[: bracket.start()] if bracket else head)
    parts = [part.strip() for part in _BETWEEN.split(outside.rstrip(" ,"))] if outside else []
    if len(parts) > 5 or not all(_add_part(read, part, brands) for part in parts):
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
    elif (behind := _DAY_BEHIND.fullmatch(part)) and is_place(behind[1]) and is_day(behind[2]):
        read.places.append(behind[1])
    elif _is_source(part, brands):
        read.sources.append(part)
    elif both := _place_and_source(part, brands):
        read.places.append(both[0])
        read.sources.append(both[1])
    elif "/" in part and any(is_brand(one, brands) for one in part.split("/")):
        return len(part) <= _LONGEST and all(_add_part(read, one.strip(), brands) for one in part.split("/", 1))
    elif _looks_like_place(_OWN_BRACKET.sub("", part)):
        read.places.append(part)
    else:
        return False
    return True


def _is_source(part: str, brands: Sequence[str]) -> bool:
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


def _looks_like_place(part: str) -> bool:
    """Up to five capitalised words, with particles between them: ``Rio de Janeiro``, ``BEIRUT/THE HAGUE``, ``Ill.``"""
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > 45 or words[0].lower() == words[0]:
        return False
    return all(
        (_WORD.fullmatch(word) and (word[0].isupper() or word in _SMALL)) or _is_initials(word) for word in words
    )


def _is_initials(word: str) -> bool:
    return re.fullmatch(r"(?:[A-Z]\.){1,3}", word) is not None


def _stands_alone(place: str, *, dated: bool, believed: bool) -> bool:
    """Whether a place without a source is one: known, or in capitals and no abbreviation, or ``believed``."""
    if is_place(place) or any(is_place(town.strip()) for town in re.split(r"[/–&]| dan | and ", place)):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", place) if len(word) > 1]
    if not words or any(word.lower() in _NO_TOWN for word in words):
        return False
    if place != place.upper():
        return believed
    pronounceable = all(
        len(word) >= 4 and re.search(r"[AEIOUYÄÖÜÉ]", word) for word in words if word.lower() not in _SMALL
    )
    return dated or (pronounceable and (len(words) > 1 or len(words[0]) >= 5))


def _is_full(dateline: Dateline, head: str, brands: Sequence[str]) -> bool:
    """Whether it has a place and a source that is no guess."""
    source = dateline.source if dateline.place else None
    return source is not None and (head.endswith(")") or _is_source(source, brands))


def _goes_on(rest: str, dateline: Dateline) -> bool:
    """Whether what follows can begin a story; without a host name before it, it has to begin like a sentence."""
    first = rest.lstrip(" \"“”‘’'«»„(*[")[:1]
    if not first or is_domain(dateline.source or ""):
        return True
    begins = not first.islower() or _COINED.match(rest) is not None
    return begins and (dateline.source is not None or not _is_route(rest))


def _may_announce(dateline: Dateline, rest: str) -> bool:
    """Whether a known town stands before the colon, as the house style of some papers has it, and a text behind."""
    town = (dateline.place or "").split(",")[0]
    return len(rest) >= _TEXT and is_place(town)


def _is_route(rest: str) -> bool:
    """``Jakarta - Bandung`` and ``Jakarta - Cirebon - Semarang`` are ways, not datelines."""
    following = place_at_start(rest)
    return following is not None and re.match(r"\W*$|\s*[-–—]", rest[len(following) :]) is not None


def _with_place(dateline: Dateline, rest: str) -> tuple[Dateline, str]:
    """Take a town that stands as a sentence of its own behind the source: ``KONTAN.CO.ID - JAKARTA. Bank ...``."""
    if dateline.place is not None:
        return dateline, rest
    town = place_at_start(rest)
    if town is None and "." in (dateline.source or "") and (capitals := _CAPITALS.match(rest)):
        town = capitals[0]
    if town and town == town.upper() and (stop := re.match(r"\.\s+", rest[len(town) :])):
        return Dateline(dateline.source, town), rest[len(town) + stop.end() :]
    return dateline, rest


def _with_more(dateline: Dateline, rest: str, brands: Sequence[str]) -> tuple[Dateline, str]:
    """Take a day, or a source in brackets, that stands before a dash of its own: ``NEW YORK--(BUSINESS WIRE)--``."""
    more = _MORE.match(rest)
    if more is None:
        return dateline, rest
    named, following = more[1] or more[2], rest[more.end() :]
    if is_day(named) and any(map(str.isdigit, named)) and not named.isdigit():
        return dateline, following
    if more[1] and dateline.source is None and is_brand(named, brands):
        return Dateline(named, dateline.place), following
    return dateline, rest


def _without_dash(paragraph: str, begin: int, brands: Sequence[str]) -> tuple[Dateline | None, str]:
    """Datelines without a dash of their own: ``Liputan6.com, Jakarta Warga ...``, ``Hong Kong (CNN) Warga ...``."""
    opening = paragraph[begin : begin + _LONGEST]
    brand = _BRAND_FIRST.match(opening)
    if brand and is_domain(brand[1]) and (found := _behind_brand(brand, opening)):
        place, length = found
        rest = paragraph[begin + length :].lstrip(" ,:.\xa0")
        return _with_place(Dateline(brand[1], place), rest) if brand["dash"] else (Dateline(brand[1], place), rest)
    if ended := _before_bracket_ends(opening, brands) or _before_host_ends(opening):
        dateline, length = ended
        return dateline, paragraph[begin + length :]
    alone = _read_head(opening.strip(), brands) if len(paragraph) - begin < _LONGEST else None
    if alone and alone.place and _is_sure(alone, brands):
        return alone, ""
    return None, paragraph


def _before_bracket_ends(opening: str, brands: Sequence[str]) -> tuple[Dateline, int] | None:
    """``New Delhi, Feb 25 (PTI) Warga ...``, ``MOSCOW, February 25. /TASS/. Warga ...``, ``(CNN) Warga ...``."""
    bracket = _AFTER_BRACKET.search(opening)
    dateline = _read_head(opening[: bracket.end(1)].strip(), brands) if bracket else None
    if (
        bracket is None
        or dateline is None
        or not (_is_sure(dateline, brands) if dateline.place else not bracket.start())
    ):
        return None
    return (dateline, bracket.end()) if is_brand(dateline.source or "", brands) else None


def _before_host_ends(opening: str) -> tuple[Dateline, int] | None:
    """``Jakarta, Kabarlembah.com Warga ...``."""
    host = _HOST_LAST.match(opening)
    if host is None or not (is_place(host[1]) and is_domain(host[2])):
        return None
    return Dateline(host[2], host[1]), host.end()


def _where_words_end(paragraph: str, begin: int, brands: Sequence[str], set_off: str) -> tuple[Dateline, str] | None:
    """The dateline that the page ends with a line break, or with its bold: ``<b>Ambon, NU Online</b>Warga ...``."""
    if not set_off or not paragraph.startswith(set_off, begin):
        return None
    dateline, rest = _read_head(set_off, brands), paragraph[begin + len(set_off) :].lstrip()
    if dateline is None or not dateline.place or not _is_sure(dateline, brands) or rest[:1].islower():
        return None
    return dateline, rest


def _is_sure(dateline: Dateline, brands: Sequence[str]) -> bool:
    """Whether no dash is needed to tell source and place from a sentence."""
    place = dateline.place or ""
    known = is_place(place) or is_place(place.split(",")[0]) or place == place.upper()
    return known and is_brand(dateline.source or "", brands)


def _behind_brand(brand: re.Match[str], opening: str) -> tuple[str | None, int] | None:
    """The place behind a host name, if any, and where the story begins: ``.com, Jakarta ``, ``.COM, MEDAN-``."""
    rest = opening[brand.end() :]
    if brand["dash"]:
        return (None, brand.end()) if rest[:1].isupper() else None
    glued = _GLUED_PLACE.match(rest)
    if glued and (is_place(glued[1]) or (glued[1].isupper() and _looks_like_place(glued[1]))):
        return glued[1], brand.end() + glued.end()
    place = place_at_start(rest)
    return (place, brand.end() + len(place)) if place else None
