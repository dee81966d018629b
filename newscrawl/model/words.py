"""How many words a text has, also in languages that put no space between them."""

from __future__ import annotations

import re
import unicodedata

# Scripts without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. About two characters make a word.
_LEADING = bytes([0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0])
"""The bytes that such characters, and those that NFC makes such of, begin with in UTF-8, and few others."""
_OTHERS = bytes(set(range(256)) - set(_LEADING))
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def count_words(text: str) -> int:
    """Words, also of languages that put no space between them, where two characters are counted as one."""
    if text.isascii() or not _may_be_unspaced(text):
        return len(text.split())
    text = unicodedata.normalize("NFC", text)
    if not _UNSPACED.search(text):
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2


def _may_be_unspaced(text: str) -> bool:
    """Quick to tell: the search looks at every character."""
    return bool(text.encode("utf-8", "replace").translate(None, _OTHERS))
