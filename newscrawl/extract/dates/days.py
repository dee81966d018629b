"""A day as it stands in brackets or between commas: in a dateline, behind a caption."""

from __future__ import annotations

import re

from newscrawl.extract.lexicon.date_words import MONTHS, WEEKDAYS
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import alternatives, forms

_MONTH = alternatives(form for code in ("id", "ms", "en") for month in forms(MONTHS[code]) for form in month.split())
_WEEKDAY = alternatives(WEEKDAYS)
_DAY_AND_MONTH = rf"\d{{1,2}}\s(?:{_MONTH})\.?|(?:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}"
_DAY = re.compile(
    rf"(?:(?:{_WEEKDAY})\.?,?\s?)?\(?(?:(?:{_DAY_AND_MONTH})(?:[\s/.,]{{0,2}}\d{{2,4}})?|(?:19|20)\d\d)\)?"
    rf"|(?:{_WEEKDAY})"
)
_LONGEST = 60


def is_day(text: str) -> bool:
    """Whether the text is a day and nothing else: ``21/11/2026``, ``Sabtu (21/11)``, ``Nov. 23``, ``2024``."""
    return len(text) <= _LONGEST and _DAY.fullmatch(fold(text)) is not None
