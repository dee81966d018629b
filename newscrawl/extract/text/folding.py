"""Text made comparable: white space, invisible characters, case and accents aside."""

from __future__ import annotations

import re
import unicodedata

from newscrawl.extract.text.recall import remembered

# Letters that Unicode does not take apart into a base and a mark.
_UNDECOMPOSED = {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d"}
# Soft hyphens, joiners, direction and byte order marks.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_APOSTROPHES = "‘’‛´ʼʻ′"
# Letters beyond ASCII; the marks that every paper prints have no accents to lose.
_PRINTED = "–—‘’“”„•…«»"
_ACCENTED = re.compile(f"[^\x00-\x7f{_PRINTED}]+")
_ASCII = bytes(range(128))
_TYPOGRAPHIC = "“”„‘’«»–—…\u00a0"

_NOT_WORD = re.compile(r"[\W_]+")
_NOT_WORD_BYTES = bytes(code for code in range(128) if not chr(code).isalnum())


def without_marks(text: str) -> str:
    """The letters and digits of the text. Most that is to go is ASCII, which bytes lose in a fiftieth of the time."""
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _NOT_WORD_BYTES)
    bare = encoded.decode("utf-8", "surrogatepass")
    return bare if bare.isascii() or bare.isalnum() else _NOT_WORD.sub("", bare)


def letters_of(text: str) -> str:
    """For comparing what pages print twice: letters and digits in lower case, nothing else."""
    return _letters_of(text)


@remembered(1_024)  # what stands in the body is compared with what is declared, and with what is around it
def _letters_of(text: str) -> str:
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    if text.isascii():
        return without_marks(text.lower())
    return without_marks(unicodedata.normalize("NFKC", text).casefold())


def squeeze(text: str) -> str:
    """The text as one line in compatibility form: single blanks, straight apostrophes, nothing invisible."""
    text = text.replace("`", "'") if text.isascii() else _straight(text)
    # The only white space that is printable is the blank; most lines have single ones, which is quicker to see.
    return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())


def fold(text: str) -> str:
    """The text in lower case without accents, every character in its old position."""
    return text.lower() if text.isascii() else _folded(text)


@remembered(512)
def _straight(text: str) -> str:
    text = text.replace("`", "'")
    for mark in _APOSTROPHES:  # seven searches in C; a table would be asked for every character
        text = text.replace(mark, "'")
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


@remembered(512)
def _folded(text: str) -> str:
    encoded = text.encode("utf-8", "surrogatepass")
    beyond = encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if beyond.strip(_PRINTED):
        return _ACCENTED.sub(_bases, text).lower()
    return encoded.lower().decode("utf-8", "surrogatepass")  # of bytes, only ASCII has capitals


def _bases(run: re.Match[str]) -> str:
    return _bases_of(run[0])


@remembered(4_096)  # one letter, or a word of another script
def _bases_of(run: str) -> str:
    return "".join(map(_base, run))


@remembered(4_096)
def _base(char: str) -> str:
    known = _UNDECOMPOSED.get(char)
    if known:
        return known
    decomposed = unicodedata.normalize("NFKD", char)
    # Hangul syllables come apart into letters, not into a letter and its marks: they stay whole.
    lower = (decomposed[0] if all(map(unicodedata.combining, decomposed[1:])) else char).lower()
    return lower if len(lower) == 1 else char
