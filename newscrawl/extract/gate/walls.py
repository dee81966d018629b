"""Pages in a story's place, told by what title and heading say: errors, refusals, requests for consent."""

from __future__ import annotations

import re

from newscrawl.extract.lexicon.wall_words import CONSENT, FILLERS, GONE, WALLS
from newscrawl.extract.page.blocks import text_of
from newscrawl.extract.page.tree import Document
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import all_forms, alternatives, forms


def _phrases(listed: list[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words."""
    return re.compile(rf"(?<!\w)(?:{alternatives(listed)})(?!\w)")


_SAID = [*all_forms(GONE), *all_forms(CONSENT), *all_forms(WALLS)]
_ANY = _phrases(_SAID)
_ANY_OR_FILLER = _phrases([*_SAID, *forms(FILLERS)])
_GONE = _phrases(all_forms(GONE))
_CONSENT = _phrases(all_forms(CONSENT))
_BESIDE_BRAND = re.compile(r"\s[|–—·•»-]{1,3}\s|\s?\|\s?")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_OF_BRAND = 4
"""Words of a paper's name."""
_LONGEST = 200


def says_of_a_wall(document: Document, is_short: bool) -> str | None:
    """What the page says when that is all that title or heading say; of a short one, also when it is a part of it."""
    title, heading = (_first(document, tag) for tag in ("title", "h1"))
    said = _said_alone(title, _MOST_OF_BRAND) or _said_alone(heading, 0)
    if said or not is_short:
        return said
    return _found(_GONE, title) or _found(_GONE, heading) or _found(_CONSENT, title)


def _first(document: Document, tag: str) -> str:
    return next((text_of(element, _LONGEST) for element in document.outline.of(tag)), "")


def _said_alone(text: str, most_beside: int) -> str | None:
    """``Page not found | Kabar``, and no headline that has such words in it: ``404 houses flooded``."""
    said = _found(_ANY, text)
    if said is None:
        return None
    rest = [len(_LETTERS.findall(_ANY_OR_FILLER.sub(" ", part))) for part in _BESIDE_BRAND.split(fold(text))]
    return said if 0 in rest and sum(rest) <= most_beside else None


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    """The phrase as the page writes it."""
    match = pattern.search(fold(text))
    return text[slice(*match.span())] if match else None
