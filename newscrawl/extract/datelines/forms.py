"""The dateline off a paragraph: ``REPUBLIKA.CO.ID, TEHERAN -- Iran ...`` is a source, a place and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from newscrawl.extract.datelines.heads import LONGEST, is_source, looks_like_place, read_head
from newscrawl.extract.dates.days import is_day
from newscrawl.extract.lexicon.brands import is_brand, is_domain
from newscrawl.extract.lexicon.places import is_place, place_at_start
from newscrawl.model.article import Dateline

_TEXT = 60
"""Characters behind a town and a colon; a list has less: ``Ambon: 04.35 WIB``."""
_LEADING = re.compile(r"[\s\u200b\ufeff]*")
# A hyphen or en dash needs a blank beside it, else it ties two words; ``SOLO--Pada`` and ``JOGJA—Pada`` are glued.
# The colon is RRI's: ``KBRN, Jakarta: ``; the full stop before a dash Spain's: ``BANDUNG, (PR).- ``, ``Caracas.- ``.
_MARKS = re.compile(r"[-–−‑—―:]")
_DASH = re.compile(r"(?:[—―][-–—]{0,2}|-{2,3}|(?<=\s)[-–−‑]|[-–‑](?=\s|$)|:(?=\s))\s*")
_STOP = re.compile(r"(?:(?<=\))|(?<=[^\W\d_]{4}))\.$")
_MORE = re.compile(r"(?:\(([^()\n]{2,40})\)|([^\n()–—-]{4,30}?))\s{0,3}(?:--|[–—]|-(?=\s))\s*")
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
        dateline = read_head(head, brands, believed=head == set_off)
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
    for mark in _MARKS.finditer(paragraph, begin, begin + LONGEST):
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
    both = read_head(text[: dashes[1].start() - begin].rstrip(), brands)
    return both is not None and both.source is not None and both.place is not None


def _before_bar(paragraph: str, begin: int, brands: Sequence[str]) -> tuple[Dateline, str] | None:
    """``BERLIN taz | Die ...``, ``kabarlembah.net| Bank ...``: the source stands right before the bar."""
    bar = _BAR.search(paragraph, begin, begin + LONGEST) if "|" in paragraph[:LONGEST] else None
    head = paragraph[begin : bar.start()].split() if bar else []
    if not bar or not head or not (is_domain(head[-1]) or is_brand(head[-1], brands)):
        return None
    dateline, rest = read_head(" ".join(head), brands), paragraph[bar.end() :]
    if dateline is None or not (dateline.place or is_domain(head[-1])) or rest[:1].islower():
        return None
    return dateline, rest


def _behind_glued_dash(paragraph: str, begin: int, brands: Sequence[str], set_off: str) -> tuple[Dateline, str] | None:
    """What stands before a hyphen without a blank: ``SERANG, KABARBANTEN.ID-Bank ...``, ``SAMARINDA–Bank ...``."""
    for dash in islice(_GLUED.finditer(paragraph, begin, begin + LONGEST), 4):
        head, rest = paragraph[begin : dash.start()], paragraph[dash.end() :]
        dateline = read_head(head, brands, believed=head == set_off) if head[-1:].strip() else None
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


def _is_full(dateline: Dateline, head: str, brands: Sequence[str]) -> bool:
    """Whether it has a place and a source that is no guess."""
    source = dateline.source if dateline.place else None
    return source is not None and (head.endswith(")") or is_source(source, brands))


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
    opening = paragraph[begin : begin + LONGEST]
    brand = _BRAND_FIRST.match(opening)
    if brand and is_domain(brand[1]) and (found := _behind_brand(brand, opening)):
        place, length = found
        rest = paragraph[begin + length :].lstrip(" ,:.\xa0")
        return _with_place(Dateline(brand[1], place), rest) if brand["dash"] else (Dateline(brand[1], place), rest)
    if ended := _before_bracket_ends(opening, brands) or _before_host_ends(opening):
        dateline, length = ended
        return dateline, paragraph[begin + length :]
    alone = read_head(opening.strip(), brands) if len(paragraph) - begin < LONGEST else None
    if alone and alone.place and _is_sure(alone, brands):
        return alone, ""
    return None, paragraph


def _before_bracket_ends(opening: str, brands: Sequence[str]) -> tuple[Dateline, int] | None:
    """``New Delhi, Feb 25 (PTI) Warga ...``, ``MOSCOW, February 25. /TASS/. Warga ...``, ``(CNN) Warga ...``."""
    bracket = _AFTER_BRACKET.search(opening)
    dateline = read_head(opening[: bracket.end(1)].strip(), brands) if bracket else None
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
    dateline, rest = read_head(set_off, brands), paragraph[begin + len(set_off) :].lstrip()
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
    if glued and (is_place(glued[1]) or (glued[1].isupper() and looks_like_place(glued[1]))):
        return glued[1], brand.end() + glued.end()
    place = place_at_start(rest)
    return (place, brand.end() + len(place)) if place else None
