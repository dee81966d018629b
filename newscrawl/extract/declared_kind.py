"""What a page says that it is: by its data, by its metas, by its address."""

from __future__ import annotations

import re
from enum import IntEnum
from urllib.parse import unquote, urlsplit

from newscrawl.extract.structured import ARTICLE_TYPES
from newscrawl.extract.tree import Document

_ARTICLE_KINDS = frozenset({"article", "newsarticle", "news", "story"})
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?")
_LONGEST_SEGMENT = 300


class Claim(IntEnum):
    """How surely a page says of itself that it is one article."""

    NONE = 0
    KIND = 1
    """By ``og:type``, which some papers write on every page."""
    DATA = 2
    """By a node or a time of publication of its own."""


def claim_of(document: Document) -> Claim:
    structured = document.structured
    if structured.types & ARTICLE_TYPES or "article:published_time" in structured.meta:
        return Claim.DATA
    kind = structured.meta_first("og:type")
    is_article = kind is not None and kind[0].lower().rsplit(":", 1)[-1] in _ARTICLE_KINDS
    return Claim.KIND if is_article else Claim.NONE


def names_a_story(url: str) -> bool:
    """Whether the address ends in a slug of four words, or in a number that is no date."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2][:_LONGEST_SEGMENT]
    if len(_SLUG_WORD.findall(unquote(last))) >= 4:
        return True
    return any(not _YEAR.fullmatch(number) for number in _NUMBER.findall(last))
