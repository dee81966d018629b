"""Sign-offs: desks' codes, writers and agencies in a few words behind a story's last sentence or on the line below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.bylines.names import ROLES, is_team, match_label
from newscrawl.extract.lexicon.brands import is_agency, is_brand
from newscrawl.extract.lexicon.furniture_words import NO_CODE_WORDS, NO_CODES, NO_CREDITS, QUOTED_BOOKS, SOURCE_LABELS
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import alternatives, forms

_CODE = r"(?:\*{1,3}|[A-Za-z]{1,14}|[A-Za-z]{1,3}-\d{1,2}|\d{1,3})"
_BRACKETED = re.compile(
    rf"\s*(?:\((?P<round>{_CODE}(?:\s?/\s?{_CODE}){{0,3}})\)|\[(?P<square>{_CODE}(?:\s?/\s?{_CODE}){{0,3}})\])\.?\s*$"
)
_STARRED = re.compile(r"(?<=[.!?…\"”])\s+\*{1,3}\s?[a-z]{2,4}\d{0,3}\s*$")
"""NusaBali's sign-off, behind the last sentence: ``*ay``."""
_STOPS = ".!?…"
_FINAL = _STOPS + "\"”’')]*"
_QUOTES = " \"”’'»)]"
_MOST_CODES = 3

_WINDOW = 70
_CREDIT = re.compile(r"\s?\*{0,3}\s?(?:\((?P<round>[^()]{1,60})\)|\[(?P<square>[^\[\]]{1,60})\])[.*]{0,3}\s*$")
_DASHED = re.compile(r"(?:^|(?<=[.!?…\"”’'»)\]]))\s{0,2}[-–—―]{1,2}\s?(?P<words>[^\s–—―-][^!?…–—―]{0,48}[^\s.])\.?$")
_BEHIND = re.compile(r"(?<=[.!?…\"”’'»)\]])\s(?P<words>[A-Za-z]+(?: [A-Za-z]+)?)$")
_STARS = re.compile(r"(?<=[.!?…\"”’»)])\s+\*{1,3}$")
_TOKEN = re.compile(r"\*?[A-Za-z][\w'’*-]{0,24}(?:\.[\w-]{2,24}){0,3}")
_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]{0,24}\w|\.)?")
_MOST_WORDS = 3
_DESK = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,2}")
"""Writer and editor: ``ani/bw``, alone or before the agencies that they wrote with."""
_TURNED = re.compile(r"\d\s?:\s?\d|\bhal\b")
_SOURCE = re.compile(rf"(?:{alternatives(forms(SOURCE_LABELS))})\s?:\s*(?P<rest>.+)")
_WITH = re.compile(r"(?:avec|mit|with|con|com)\s(?:material von\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[,/;&|]|\s(?:dan|and|und|et)\s")


def strip_sign_off(paragraph: str) -> str:
    """The paragraph without the desk's codes at its end: ``(fyk/fay)``, ``(H-2)``, ``[rhm]``, ``(*)``.

    A single word in brackets goes only when the sentence ended before it, so that ``... Korupsi (KPK)`` stays.
    """
    paragraph = _STARRED.sub("", paragraph) if "*" in paragraph[-12:] else paragraph
    for _ in range(_MOST_CODES):
        tail = paragraph[-60:]
        match = _BRACKETED.search(tail) if any(map(tail.__contains__, ")]")) else None
        if not match:
            break
        before = paragraph[: max(0, len(paragraph) - 60) + match.start()]
        if not _is_sign_off(match["round"] or match["square"], before, square=match["square"] is not None):
            break
        paragraph = before.rstrip()
    return paragraph


def is_code_line(clean: str) -> bool:
    """Whether a squeezed line is a desk's code in brackets; ``(Reff)`` and ``[Hook]`` may be of a song's text."""
    match = _BRACKETED.fullmatch(clean)
    if match is None:
        return False
    code = match["round"] or match["square"]
    may_be_sung = code.isalpha() and code.istitle()
    return not may_be_sung and _is_sign_off(code, "", square=match["square"] is not None)


def split_sign_off(last: str, brands: Sequence[str] = ()) -> tuple[str, str]:
    """The last paragraph of a story before what signs it, and the words that do; no words where none are found.

    ``(Kabar Hulu/Ratna Laut)``, ``[red]``, ``— Reuters``: more signs the end of a story than its middle.
    """
    head, tail = last[:-_WINDOW], last[-_WINDOW:].rstrip()
    for marks, pattern, signs in _FORMS:
        match = pattern.search(tail) if any(map(tail.__contains__, marks)) else None
        if match is None:
            continue
        before, words = head + tail[: match.start()], (match[match.lastindex] if match.lastindex else match[0]).strip()
        if _is_at_an_end(before) and signs(words, brands):
            return before.rstrip(), words
    return last, ""


def signs_alone(line: str, brands: Sequence[str] = ()) -> bool:
    """Whether a last line names nothing but papers, agencies or a desk: ``Reuters``, ``Tim Redaksi``, ``ani/bw``."""
    bare = line.strip(" .-–—*#")
    desk = _DESK.fullmatch(bare) is not None or (len(bare.split()) <= 2 and is_team(bare))
    return len(bare) <= _WINDOW and (desk or are_brands(bare, brands))


def source_of(folded: str) -> re.Match[str] | None:
    """The match of a folded line that begins as a source's credit; its group ``rest`` is who is credited."""
    return _SOURCE.fullmatch(folded)


def are_brands(names: str, brands: Sequence[str] = ()) -> bool:
    """Whether they are papers and agencies and nothing else: ``Sumber: Pemerintah Kota`` is content."""
    parts = [part.strip(" .") for part in _BETWEEN.split(names) if part.strip(" .")]
    known = [is_brand(part, brands) for part in parts]
    return any(known) and all(
        brand or (len(part) <= 4 and part.isalpha()) for brand, part in zip(known, parts, strict=True)
    )


def _is_credit(words: str, brands: Sequence[str]) -> bool:
    """Whether words in brackets behind the last sentence say who wrote or sent the story."""
    folded = fold(words)
    if folded in NO_CREDITS or folded.replace(" ", "") in NO_CODES or _is_quoted(folded):
        return False
    if are_brands(_WITH.sub("", words, count=1), brands) or _is_labelled(words, folded, brands):
        return True
    parts = [part.strip() for part in words.split("/")]
    return any(map(str.isalpha, words)) and all(map(_is_part, parts))


def _is_quoted(folded: str) -> bool:
    """``(HR Muslim)``, ``(QS 2:183)``: where the sentence before is from."""
    return _TURNED.search(folded) is not None or folded.replace(".", "").partition(" ")[0] in QUOTED_BOOKS


def _is_labelled(words: str, folded: str, brands: Sequence[str]) -> bool:
    """``(Reporter: Ratna Laut)``, ``(Sumber: Antara)``."""
    if ":" not in words:
        return False
    source, label = _SOURCE.fullmatch(folded), match_label(words)
    named = label is not None and bool(label["colon"]) and ROLES[label["label"]] in {"author", "editor"}
    return named or (source is not None and are_brands(words[source.start("rest") :], brands))


def _is_part(part: str) -> bool:
    """Whether it is a code, a host, a desk, or a few capitalised words."""
    if _TOKEN.fullmatch(part) or is_team(part):
        return True
    listed = part.split()
    capitalised = all(word[0].isupper() and _WORD.fullmatch(word) for word in listed)
    return (0 < len(listed) <= _MOST_WORDS and capitalised) or part.isdigit() or not part.strip("*=")


def _is_dashed_credit(words: str, brands: Sequence[str]) -> bool:
    names = [name.strip() for name in words.split("/")]
    desk = words.endswith("-") and _TOKEN.fullmatch(words[:-1])
    return bool(desk) or _DESK.fullmatch(words) is not None or are_brands(words, brands) or is_brand(names[0], brands)


def _is_any(_: str, __: Sequence[str]) -> bool:
    return True


_FORMS = (
    (")]", _CREDIT, _is_credit),
    ("-–—―", _DASHED, _is_dashed_credit),
    (".!?…\"”’'»)]", _BEHIND, is_agency),
    ("*", _STARS, _is_any),
)
"""How a sign-off stands behind a sentence, and what words it has there; first the marks one of which it needs."""


def _is_at_an_end(before: str) -> bool:
    """Whether nothing, a whole sentence or the writers' codes stand before."""
    bare = before.rstrip(_QUOTES)
    return not bare or bare[-1] in _STOPS or _DESK.fullmatch(bare) is not None


def _has_ended(before: str, *, strictly: bool) -> bool:
    """Whether the sentence before a code has ended; ``"Bangsa-Bangsa" (PBB)`` has not, so capitals need a full stop."""
    for _ in range(_MOST_CODES):
        before = _BRACKETED.sub("", before[-60:])
    last = before.rstrip(" \"”’'" if strictly else None)[-1:]
    return last in (_STOPS if strictly else _FINAL)


def _is_sign_off(code: str, before: str, *, square: bool) -> bool:
    folded = fold(code).replace(" ", "")
    if folded in NO_CODES or folded in NO_CODE_WORDS or folded in NO_CREDITS or folded.replace("/", "").isdigit():
        return False
    ended = _has_ended(before, strictly=code.isupper() and "/" not in code)
    parts = folded.split("/")
    if len(parts) > 1:
        # Two threes are a reporter's and an editor's initials wherever they stand; others need the sentence's end.
        return ended or (all(len(part) == 3 for part in parts) and len(before.split()) >= 8)
    if "*" in folded:
        return True
    if re.fullmatch(r"[a-z]{1,3}-\d{1,2}", folded):
        return ended
    short = 2 <= len(folded) <= 4 and folded.isalpha()
    return short and (ended or (square and len(before.split()) >= 8))
