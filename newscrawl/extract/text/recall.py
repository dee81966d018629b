"""Answers about short texts, remembered: readers and pages ask about the same ones again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_LONGEST = 1_000
"""Characters: longer texts are seldom asked about twice, and hostile ones would fill the memory."""


class _Answers(dict[str, T]):
    """The answers that are known, by text; when there are too many, all are forgotten.

    Pages ask hundreds of times, each time with other things in the processor's cache: what keeps order among answers,
    so that the one asked for least lately can go, costs more than the few that are worked out again.
    """

    def __init__(self, work: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, text: str) -> T:
        answer = self._work(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = answer
        return answer


def remembered(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorate a function of one text to remember what it gave for at most ``most`` texts that are short."""

    def decorate(work: Callable[[str], T]) -> Callable[[str], T]:
        return _Answers(work, most).__getitem__

    return decorate
