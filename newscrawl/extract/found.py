"""A value read from a page, together with where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """``source`` is what ``provenance`` tells a reader: ``json-ld headline``, ``meta og:title``."""

    value: T
    source: str
