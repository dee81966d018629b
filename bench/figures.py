"""A measured pair: ours, theirs, and the ratio between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians of several measurements taken in turn, so that a machine that slows down slows both."""

    what: str
    ours: float
    beside: str
    theirs: float
    unit: str
    ratio: float = field(default=0.0)
    """The median of the pairs' own ratios, ours to theirs."""
    spread: tuple[float, float] | None = None
    """The lowest and the highest of these ratios; None where there was only one pair."""


def paired(what: str, beside: str, unit: str, pairs: list[tuple[float, float]]) -> Figure:
    """The figure of some ``(ours, theirs)`` measurements."""
    ratios = [ours / theirs for ours, theirs in pairs]
    return Figure(
        what=what,
        ours=median(ours for ours, _ in pairs),
        beside=beside,
        theirs=median(theirs for _, theirs in pairs),
        unit=unit,
        ratio=median(ratios),
        spread=(min(ratios), max(ratios)) if len(ratios) > 1 else None,
    )
