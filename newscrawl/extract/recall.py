"""Answers about short texts, remembered: readers and pages ask about the same ones again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
_LONGEST = 1_000
"""Characters: longer texts are seldom asked about twice, and hostile ones would fill the memory."""


def remembered(maxsize: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a function of one text to remember what it gave for the ``maxsize`` latest texts that are short."""

    def decorate(work: Callable[[str], T]) -> Callable[[str], T]:
        known = lru_cache(maxsize=maxsize)(work)

        @wraps(work)
        def ask(text: str) -> T:
            return known(text) if len(text) <= _LONGEST else work(text)

        return ask

    return decorate
