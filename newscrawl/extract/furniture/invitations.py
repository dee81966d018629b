"""Lines that invite to the paper's own channels: ``Ikuti ... WhatsApp Channel``, ``Yuk follow kami di Google News``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.extract.lexicon.brands import key
from newscrawl.extract.lexicon.furniture_words import ASKING, CHANNELS, IMPERATIVES, NEWS, OURS, OWN_CHANNELS
from newscrawl.extract.text.folding import fold, without_marks
from newscrawl.extract.text.wordlists import alternatives, forms

_LONGEST = 320
_OWN_CHANNEL = re.compile(rf"(?<!\w)(?:{alternatives(forms(OWN_CHANNELS))})(?!\w)")
_ACCOUNT = r"(?:twitter|facebook|instagram|tiktok|threads|linkedin|youtube|google|x|bluesky)"
_FOLLOW = re.compile(rf"follow\s(?:.{{2,60}}\son\s(?:\S+\s)?{_ACCOUNT}\b|(?:\w+\s)?{_ACCOUNT}\s@\w)")
_BY_CLICK = re.compile(r"\b(?:whatsapp|telegram)\b.{0,60}\bklik\b|\bklik\b.{0,60}\b(?:whatsapp|telegram)\b")
_WORD = re.compile(r"\w[\w'-]*")
_SAID = re.compile(r"[\"“”„«»]")
_BEGINS = re.compile(rf"(?:^|[.!?,:…]\s{{1,2}})(?:jangan lupa\s)?(?:{alternatives(ASKING)})(?!\w)")
_LONG_NAME = 8


def is_invitation(folded: str, words: Sequence[str]) -> bool:
    """Whether a line that begins with an imperative asks to follow; steps of a guide name no channel of ours."""
    if words[0].rstrip(",!") not in IMPERATIVES:
        return False
    if _OWN_CHANNEL.search(folded) or _FOLLOW.match(folded):
        return True
    bare = {word.strip(".,:;!?()\"'") for word in words}
    return bool(bare & OURS) and bool(bare & CHANNELS)


def names_channel(text: str) -> bool:
    """Whether a headline names such a channel: its story tells how it is used."""
    return _OWN_CHANNEL.search(fold(text)) is not None


def is_ours(line: str, names: Sequence[str]) -> bool:
    """Whether the line speaks of the paper itself, by its name or as *our*."""
    return _holds_name(line, names) or not OURS.isdisjoint(_WORD.findall(fold(line)))


def invites_below(line: str, names: Sequence[str]) -> bool:
    """Whether one of the last lines asks the reader for something: to read elsewhere, or by the paper's name."""
    if len(line) > _LONGEST or _SAID.search(line):
        return False
    folded = fold(line)
    words = frozenset(_WORD.findall(folded))
    if words.isdisjoint(ASKING):
        return False
    if _OWN_CHANNEL.search(folded) or _BY_CLICK.search(folded):
        return not words.isdisjoint(NEWS) or is_ours(line, names)
    return _BEGINS.search(folded) is not None and _holds_name(line, names)


def _holds_name(line: str, names: Sequence[str]) -> bool:
    """Whether it has one of the names, a long one however it is written: *Suara* and *Bisnis* are words as well."""
    bare = without_marks(fold(line))
    printed = frozenset(word.rstrip(".") for word in line.split())
    return any(name in printed or (len(key(name)) >= _LONG_NAME and key(name) in bare) for name in names)
