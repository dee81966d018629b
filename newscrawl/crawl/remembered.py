"""What was used last, kept in memory up to a size."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Values by key; the ones that were not asked for longest go when there is no more room."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._taken = 0
        self._kept: OrderedDict[str, tuple[Value, int]] = OrderedDict()

    def get(self, key: str) -> Value | None:
        """The value, which counts as used by that; None when it is not, or no more, kept."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: str, value: Value, size: int) -> None:
        """Keep the value, in place of an earlier one; the newest is kept whatever its size."""
        self._forget(key)
        self._kept[key] = (value, size)
        self._taken += size
        while self._taken > self._room and len(self._kept) > 1:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: str) -> None:
        _, size = self._kept.pop(key, (None, 0))
        self._taken -= size
