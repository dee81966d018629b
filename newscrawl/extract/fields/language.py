"""The language an article is written in, as declared and as its words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newscrawl.extract.found import Found
from newscrawl.extract.page.tree import Document

_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]{2,20})?", re.IGNORECASE)
# Written alike, and mistaken for one another and for Javanese: there the page knows better.
_ALIKE = frozenset({"id", "ms"})
_SMALL_OF_ALIKE = frozenset(
    """
    yang dan di ke dari dengan untuk pada ini itu tidak tak akan dalam juga oleh adalah sebagai telah sudah bisa karena
    menjadi mereka kita kami saya
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Of both: a page that declares neither is wrong about a text that is full of them."""
_SYNONYMS = {"in": "id", "iw": "he", "nb": "no", "nn": "no", "ind": "id", "eng": "en"}
# Small words that hardly another language has. To ask the model costs a millisecond, most of it for memory that is far.
_SMALL_WORDS = {
    "de": "der die das den dem des ein eine einen einer und ist nicht mit auf für von zu im auch sich als wird werden",
    "en": "the of and is was were that for with by from has have had been are it his their which will this said",
    "es": "los las y una por su más sus pero fue este esta está han",
    "fr": "le les des une du et est dans pour sur qui il elle au aux avec ce cette sont pas",
    "it": "il gli della dei delle dal che è una nel nella non alla anche sono più",
    "pt": "não uma os das ao pelo pela são foi mais um seu sua também é já com em",
    "nl": "het een niet voor zijn bij werd wordt naar door nog heeft",
}
_SMALL = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_OFTEN = 0.12
"""The share of such words in a text; texts of other languages than theirs have less than 0.1."""
_MOSTLY = 0.16
"""The share that tells the language without the page's word for it: a text may quote others at length."""
_FEWEST = 60
_A_FEW_LINES = 300
_ENOUGH = 1500
"""Characters; more make the answer no surer and cost a millisecond for every thousand."""


def read_language(document: Document, paragraphs: Sequence[str]) -> Found[str] | None:
    """ISO 639-1: the site's, else what page and text agree on, else the text's when it is long enough to tell."""
    override = document.site.overrides.get("language")
    value = override(document.root) if override else None
    if isinstance(value, str) and value:
        return Found(value, "site override")
    if document.site.language:
        return Found(document.site.language, "site language")
    declared = _declared(document)
    text = " ".join(paragraphs)[:_ENOUGH]
    if len(text) < _FEWEST:
        return declared
    return declared if declared and _agrees(text, declared.value) else Found(_language_of(text), "text")


def _agrees(text: str, declared: str) -> bool:
    """Whether a text may be in the language that its page declares; most say so within a few lines."""
    if declared in _ALIKE:
        return _may_be_alike(text)
    if _reads_as(text[:_A_FEW_LINES], declared) or _reads_as(text, declared):
        return True
    if _classify(text[:_A_FEW_LINES])[0] == declared:
        return True
    told, certainty = _classify(text)
    if told in _ALIKE and _is_full_of(text, _SMALL_OF_ALIKE, _OFTEN):
        return False
    return told == declared or certainty < 1.0


def _may_be_alike(text: str) -> bool:
    """Whether a text may be in a language that pages know better than the model; not in another's script or words."""
    if _is_full_of(text, _SMALL_OF_ALIKE, _OFTEN):
        return True
    letters = list(filter(str.isalpha, text))
    latin = sum(letter < "\u0250" for letter in letters)
    return latin >= 0.5 * len(letters) and not any(_is_full_of(text, small, _MOSTLY) for small in _SMALL.values())


def _language_of(text: str) -> str:
    """The language that a text is written in."""
    plain = next((language for language in _SMALL if _reads_as(text, language, _MOSTLY)), None)
    return plain or _classify(text)[0]


def _reads_as(text: str, language: str, share: float = _OFTEN) -> bool:
    """Whether the text is full of that language's small words."""
    small = _SMALL.get(language)
    return small is not None and _is_full_of(text, small, share)


def _is_full_of(text: str, small: frozenset[str], share: float) -> bool:
    words = text.lower().split()
    return sum(map(small.__contains__, words)) >= share * len(words)


def _declared(document: Document) -> Found[str] | None:
    meta = document.structured.meta
    candidates = [
        (document.root.get("lang") or document.root.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang"),
        (str((document.structured.article or {}).get("inLanguage") or ""), "json-ld inLanguage"),
        (next(iter(meta.get("og:locale", ())), None), "meta og:locale"),
        (next(iter(meta.get("content-language", ())), None), "meta content-language"),
    ]
    for value, source in candidates:
        match = _CODE.fullmatch((value or "").strip())
        if match:
            code = _SYNONYMS.get(match[1].lower(), match[1].lower())
            if len(code) == 2:
                return Found(code, source)
    return None


def load_model() -> None:
    """Load the language model now rather than at the first page: it takes half a second and 40 MB."""
    _classify("")


@lru_cache(maxsize=4)  # a text that is not in its page's language is asked about twice
def _classify(text: str) -> tuple[str, float]:
    """The likeliest language and how much likelier it is than the next, per byte: 0 is a draw."""
    import py3langid

    ranked = py3langid.rank(text)
    (code, score), (_, runner_up) = ranked[:2]
    return str(code), (float(score) - float(runner_up)) / max(1, len(text)) ** 0.5
