"""Lines and phrases that stand in an article without being its text, told by their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from newscrawl.extract.bylines.reading import is_byline
from newscrawl.extract.bylines.sign_offs import are_brands, is_code_line, source_of
from newscrawl.extract.dates.reading import DATES_BEGIN, ends_as_month, read_date
from newscrawl.extract.furniture.invitations import is_invitation
from newscrawl.extract.furniture.prompts import prompt_of
from newscrawl.extract.lexicon.brands import key
from newscrawl.extract.lexicon.furniture_lines import ALONE
from newscrawl.extract.lexicon.furniture_words import (
    COUNTED,
    COUNTERS,
    HEADLINED,
    HEADLINED_AT_LENGTH,
    HEADLINED_WITH_COLON,
    IMPERATIVES,
    MOMENT_WORDS,
    READING_TIME,
    SOURCE_LABELS,
    STATED,
)
from newscrawl.extract.text.folding import fold, squeeze
from newscrawl.extract.text.recall import remembered
from newscrawl.extract.text.wordlists import all_forms, alternatives, first_word, first_words, forms

_LONGEST = 600
_HEADLINE = 220
_HEAD = 60
"""Characters among which a line's first word stands."""
_MOST_WORDS = 60
_MORE_THAN_A_SUBHEAD = 6
_LONGEST_MOMENT = 120
_LONGEST_NAME = 60
_EDGES = " \t-–—•·|>»«›‹▶►→←↓↑*:…\"'“”„#!()[]{}=_~+"


def _by_form(table: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {form: kind for kind, languages in table.items() for form in all_forms(languages)}


def _flat(table: Mapping[str, str]) -> dict[str, str]:
    return {form: kind for kind, listed in table.items() for form in forms(listed)}


_ALONE = {form.strip(_EDGES): kind for form, kind in _by_form(ALONE).items()}
_HEADLINED, _WITH_COLON, _STATED = _by_form(HEADLINED), _flat(HEADLINED_WITH_COLON), _flat(STATED)
_AT_LENGTH = _flat(HEADLINED_AT_LENGTH)
_BEFORE_HEADLINE = re.compile(
    rf"(?P<form>{alternatives((*_HEADLINED, *_WITH_COLON, *_AT_LENGTH))})(?!\w)(?P<colon>\s?[:|])?\s*"
)
_BEFORE_STATEMENT = re.compile(rf"(?P<form>{alternatives(_STATED)})(?!\w)|©")
_OPENINGS = first_words((*_HEADLINED, *_WITH_COLON, *_AT_LENGTH))
_LABELS = _OPENINGS | first_words(form for form, kind in _ALONE.items() if kind == "read-also")
_STATEMENTS = first_words((*_STATED, "©"))
_STAMP = re.compile(r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s?(?:wib|wita|wit|am|pm|uhr|gmt|bst|cet|est|edt)")  # of an entry
_COUNT = re.compile(
    r"(?:telah )?(?:dibaca|lesezeit)\s?:?\s?[.,]*\d[\d.,]*\s?k?\s?(?:kali|min\.?)"
    rf"|(?:{alternatives(forms(COUNTERS))})\s?:\s?[\d.,]{{1,12}}\s?(?:k|rb|jt)?(?:\s?(?:kali|x))?"
    r"|(?:telah )?(?:dilihat|dibaca)\s?:?\s?[\d.,]{1,12}\s?(?:kali|x)(?:, [\d.,]{1,9} kunjungan hari ini)?"
    r"|[\d.,]{1,12}\s?(?:kali|x) (?:dilihat|dibaca)"
    rf"|(?:{alternatives(forms(READING_TIME))})\s?:?\s?\d{{1,3}}\s?\w{{1,8}}\.?"
    rf"|\d[\d.,]*\s?[km]?\s(?:{alternatives(forms(COUNTED))})|[.,]*\d[\d.,]*x dibaca"
)
_OF = "(?:/|dari|of|von|sur|de|di|van|z)"
_PAGER = re.compile(
    rf"(?:halaman|hal\.?|page|seite|pagina|strona)\s?:?\s?\d{{1,3}}(?:\s?{_OF}\s?\d{{1,3}})?"
    rf"|\d{{1,3}}\s?{_OF}\s?\d{{1,3}}\s?(?:halaman|pages?|seiten|pagine|paginas)"
    r"|(?:halaman|pages?)\s?:?(?:\s?\|?\s?\d{1,3}){2,20}(?:\s\w{3,12})?"
    r"|1(?:\s\d{1,3}){1,20}(?:\s?(?:next|selanjutnya|berikutnya|semua|all|last|\.\.\.)){0,3}"
    r"|(?:prev(?:ious)?|sebelumnya|kembali)(?:\s\d{1,3}){1,20}(?:\s(?:next|selanjutnya|berikutnya))?"
)
_ARROWS = "\u2189"
"""The last character before the arrows, the signs and all emoji."""
_MOST_PICTURES = 4
_DIGIT = re.compile(r"\d")
_NEXT_PAGE = re.compile(
    r"(?:\w+\s){0,8}halaman (?:berikutnya|selanjutnya)(?:\W{1,3}\w+){0,8}"
    r"|halaman (?:berikutnya|selanjutnya)\s?(?:-{0,3}>|[»→:|]).{1,200}"
)
_READ_ON = re.compile(
    r"(?:bersambung|baca|simak|lihat|berita|artikel|selengkapnya)\b(?:\W{1,2}\w+){0,8}?\W{1,2}halaman"
    r" (?:berikut(?:nya)?|selanjutnya)\W{0,4}|(?:bersambung|berlanjut|lanjut|lanjutkan)\W{1,2}(?:\w+ ){0,3}"
    r"hal(?:aman|\.)? (?:berikut(?:nya)?|selanjutnya|\d{1,2})\W{0,4}"
)
"""As a sentence, which in a guide may send to another page than the story's: only a reader's verbs begin it."""
_HASHTAGS = re.compile(r"#\w{2,40}(?:[\s,]{1,3}#\w{2,40}){1,30}")
_MAIL = re.compile(r"(?:e-?mail\s?:\s?)?[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,3}[a-z]{2,12}", re.IGNORECASE)
_GAMBAS = re.compile(r"\[\s*gambas\s*:[^\[\]]{1,80}\]", re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|embed|video|audio|gallery|youtube|playlist|irp|baca|bacajuga|button)\b[^\[\]]{0,200}\]",
    re.IGNORECASE,
)
_INLINE_ADVERT = re.compile(
    r"\bADVERTISEMENT\b|\bSCROLL TO (?:CONTINUE|RESUME)(?: WITH)? CONTENT\b"
    r"|\b[Ss]croll (?:ke bawah|down) untuk melanjutkan(?: membaca)?\.?|\b(?:Lanjutkan|LANJUTKAN) [Mm]embaca ?↓"
)
_OF_ADVERTS = ("ADVERTISEMENT", "SCROLL", "croll", "↓")
_QUOTED_VIDEO = re.compile(
    r"(?:^|(?<=[.!?…\"”)]))\s*(?:Simak|Lihat|Tonton|Saksikan)(?: juga)? [Vv]ideo:? ?"
    r"(?:[\"“'‘][^\"”]{1,160}[\"”'’]|[^.\"“”]{5,160}$)\s*"
)
_TRAILING_LINK = re.compile(r"(?<=[.!?…\"”)])\s*(?:Baca|BACA|Lihat|Simak) (?:[Jj]uga|JUGA)\s?:\s?[^.]{5,160}$")
_CRIERS = ("simak", "baca", "lihat", "tonton", "saksikan", "ikuti", "watch", "read", "listen")
_CRIED = re.compile(rf"^({'|'.join(_CRIERS)})!(?=\s)", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"\w{2}[.]\s+[\"“A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"[.。…;,][\"”’»)]?$")
_COUNTS_BEGIN = (
    "telah",
    "dibaca",
    "dilihat",
    "bersambung",
    "berlanjut",
    "prev",
    "previous",
    "sebelumnya",
    "kembali",
    "lesezeit",
    "halaman",
    "hal",
    "page",
    "pages",
    "seite",
    "pagina",
    "strona",
)
_BEGINNINGS = (
    _LABELS | _STATEMENTS | DATES_BEGIN
    | first_words((*_ALONE, *IMPERATIVES, *MOMENT_WORDS, *_CRIERS, *_COUNTS_BEGIN))
    | first_words(form for listed in (SOURCE_LABELS, READING_TIME, COUNTERS) for form in forms(listed))
)  # fmt: skip
"""The words that furniture begins with, apart from those that a month is glued to. What is told by other words than its
first (page turners, prompts, bylines) is looked for in every line."""


def is_furniture(line: str, brands: Sequence[str] = ()) -> str | None:
    """What a line is when it is not the story's text, else None.

    The kinds: ``read-also``, ``video``, ``advert``, ``share``, ``pager``, ``tags``, ``comments``, ``promo``, ``embed``,
    ``copyright``, ``source-credit``, ``photo-credit``, ``byline``, ``date``, ``sign-off`` and ``separator``. A line
    that could be a sentence of the story is left to it. ``brands`` are names of the site, which bylines print.
    """
    if len(line) > _LONGEST:
        return None
    clean = squeeze(line)
    kind = _by_words(clean) or ("byline" if is_byline(clean, brands) else None)
    return kind or (_by_name(clean, brands) if len(clean) <= _LONGEST_NAME else None)


def _by_name(clean: str, brands: Sequence[str]) -> str | None:
    """What a line is that is an address to write to, or the site's own name, alone or as the source."""
    if "@" in clean and _MAIL.fullmatch(clean):
        return "byline"
    source = source_of(fold(clean)) if ":" in clean else None
    name = key(clean[source.start("rest") :] if source else clean)
    return "source-credit" if len(name) > 1 and any(key(brand) == name for brand in brands) else None


def names_others(line: str) -> bool:
    """Whether the line is a label of other stories, or such a label and their headlines: ``Baca juga: ...``."""
    if len(line) > _LONGEST:
        return False
    return _may_be_label(line) and _by_words(squeeze(line)) == "read-also"


def _may_be_label(line: str) -> bool:
    """Whether a line begins as labels of other stories do, quick to find: most lines do not."""
    return "!" in (line if line.isascii() else squeeze(line)) or _first_word_of(line) in _LABELS


def _first_word_of(line: str) -> str:
    """The first word behind any marks, folded; what stands before a blank shows it of nearly all lines."""
    head = line[:_HEAD].rpartition(" ")[0]
    return first_word(fold(squeeze(head)).lstrip(_EDGES)) or first_word(fold(squeeze(line)).lstrip(_EDGES))


def headline_behind_label(line: str) -> str:
    """The headline of another story without the label before it; the line as it is where there is no label."""
    clean = squeeze(line)
    match = _BEFORE_HEADLINE.match(fold(clean))
    return clean[match.end() :] if match and _headlined(clean, match) else line


@remembered(512)  # several readers ask about the same line
def _by_words(clean: str) -> str | None:
    """What it is apart from bylines."""
    if not clean:
        return None
    if clean[0] in "([#" and (kind := _bracketed(clean)):
        return kind
    if clean[0] > _ARROWS and len(clean) <= _LONGEST_MOMENT:
        clean = clean[_pictures_before(clean) :].lstrip() or clean
    folded = fold(clean)
    bare = folded.strip(_EDGES)
    if _begins_plainly(clean, bare):
        return "pager" if _is_next_page(bare) else prompt_of(bare)
    if not any(map(str.isalnum, clean)):
        return "separator"
    if "!" in clean:
        clean = _CRIED.sub(r"\1", clean)
        folded = fold(clean)
        bare = folded.strip(_EDGES)
    alone = _ALONE.get(bare.strip(f"{_EDGES}.") if ".." in bare else bare)
    return alone or _by_pattern(clean, folded, bare) or _by_opening(clean, folded) or prompt_of(bare)


def _begins_plainly(clean: str, bare: str) -> bool:
    """Whether it begins with a word that no furniture begins with: quick to see, and true of most lines."""
    first = first_word(bare)
    return first.isalpha() and first not in _BEGINNINGS and not (len(clean) <= _LONGEST_MOMENT and ends_as_month(first))


def strip_inline(paragraph: str) -> str:
    """The paragraph without furniture printed inside it: embed codes, advert calls, a read-also link at its end."""
    if len(paragraph) > 50_000:
        return paragraph
    # Each pattern is tried where the letters are that all its forms share: most paragraphs have none of them.
    stripped = _GAMBAS.sub(" ", _SHORTCODE.sub(" ", paragraph)) if "[" in paragraph else paragraph
    if any(map(stripped.__contains__, _OF_ADVERTS)):
        stripped = _INLINE_ADVERT.sub(" ", stripped)
    if "ideo" in stripped:
        stripped = _QUOTED_VIDEO.sub(" ", stripped.rstrip())
    if ":" in stripped and ("uga" in stripped or "UGA" in stripped):
        stripped = _TRAILING_LINK.sub("", stripped.rstrip())
    if stripped is paragraph or stripped.rstrip() == paragraph.rstrip():
        return paragraph
    return re.sub(r"[^\S\n]{2,}", " ", stripped).strip()


def _by_pattern(clean: str, folded: str, bare: str) -> str | None:
    """Counts, page numbers, source credits and lines that are nothing but a moment; ``bare`` has no marks round it."""
    if _COUNT.fullmatch(bare):
        return "share"
    if _PAGER.fullmatch(bare) or _is_next_page(bare):
        return "pager"
    source = source_of(folded) if ":" in clean else None
    if source and are_brands(clean[source.start("rest") :]):
        return "source-credit"
    return "date" if len(clean) <= _LONGEST_MOMENT and (_STAMP.fullmatch(bare) or _is_moment(clean)) else None


def _is_next_page(bare: str) -> bool:
    return "hal" in bare and (_NEXT_PAGE.fullmatch(bare) or _READ_ON.fullmatch(bare)) is not None


def _by_opening(clean: str, folded: str) -> str | None:
    """What the first words of a line make of it."""
    opening = clean.lstrip(_EDGES)
    folded = folded[len(clean) - len(opening) :]
    words = folded.split()
    if not words or len(words) > _MOST_WORDS:
        return None
    first = first_word(folded)
    match = _BEFORE_HEADLINE.match(folded) if first in _OPENINGS else None
    if match and (kind := _headlined(opening, match)):
        return kind
    stated = _BEFORE_STATEMENT.match(folded) if first in _STATEMENTS else None
    if stated:
        return _STATED[stated["form"]] if stated["form"] else "copyright"
    return "promo" if is_invitation(folded, words) else None


def _headlined(clean: str, match: re.Match[str]) -> str | None:
    """A link's label with a headline behind it: short, and no sentence of the story."""
    form, rest = match["form"], clean[match.end() :]
    if len(rest) > _HEADLINE or _SENTENCE_INSIDE.search(rest):
        return None
    ends_as_sentence = _SENTENCE_END.search(rest) is not None
    if match["colon"]:
        certain = form in _HEADLINED or not ends_as_sentence
        return _HEADLINED.get(form) or _WITH_COLON.get(form) or _AT_LENGTH.get(form) if certain else None
    words = len(rest.split())
    if not 0 < words <= 25 or ends_as_sentence:
        return None
    if words >= _MORE_THAN_A_SUBHEAD and rest[0].isupper() and form in _AT_LENGTH:
        return _AT_LENGTH[form]
    return _HEADLINED.get(form) if words <= 5 or not rest[0].islower() else None


def _is_moment(clean: str) -> bool:
    """A date with its time of day and at most its label beside it; a bare date may head a chronicle."""
    if not _DIGIT.search(clean):
        return False
    read = read_date(clean)
    if read is None or not read.has_time:
        return False
    beside = re.findall(r"[^\W\d_]+", fold(clean.replace(read.raw, " ", 1)))
    return all(word in MOMENT_WORDS for word in beside)


def _bracketed(clean: str) -> str | None:
    """What brackets round the whole line, or hashes, make of it: a desk's code, an embed code, tags."""
    if clean[0] == "#":
        return "tags" if _HASHTAGS.fullmatch(clean) else None
    return "sign-off" if is_code_line(clean) else "video" if _GAMBAS.fullmatch(clean) else None


def _pictures_before(clean: str) -> int:
    """How many emoji and symbols stand before the words: a bell before a label, say."""
    return next((i for i, char in enumerate(clean) if i == _MOST_PICTURES or not _is_picture(char)), 0)


def _is_picture(char: str) -> bool:
    return char == "\ufe0f" or unicodedata.category(char)[0] == "S"
