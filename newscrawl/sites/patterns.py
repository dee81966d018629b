"""Regular expressions of site definitions, searched with a limit of time: people write them, strangers the URLs."""

from __future__ import annotations

import logging
from typing import Any

import regex

logger = logging.getLogger(__name__)

SECONDS = 0.25
"""Of the processor's time, for one search; a pattern as it should be takes microseconds."""
_PATIENCE = 3
"""Searches that may take too long before the pattern is not tried any more."""
_PROBE_SECONDS = 1.0
# Long URLs that almost match what such patterns look for, each ending in what they do not.
_PROBES = tuple(
    f"https://www.example.com/{(piece * 2000)[:2000]}{end}"
    for piece in ("a", "1", "-", "a-", "a/", "1-", "a1", "/", "a.", "berita/")
    for end in ("!", "\n")
)


class Pattern:
    """One regular expression, and what is taken for its answer when it does not come to one."""

    def __init__(self, source: str, when_too_long: bool) -> None:
        self._expression = _compile(source)
        self._source = source
        self._when_too_long = when_too_long
        self._patience = _PATIENCE

    def found_in(self, url: str) -> bool:
        """Whether the pattern matches anywhere in the URL."""
        if not self._patience:
            return self._when_too_long
        try:
            return self._expression.search(url, timeout=SECONDS) is not None
        except TimeoutError:
            self._patience -= 1
            logger.warning("The pattern %r takes too long on a URL of %d characters", self._source, len(url))
            return self._when_too_long


def fault_of(source: str) -> str | None:
    """Why the pattern cannot be used, as the end of a sentence; None when it can."""
    try:
        expression = _compile(source)
    except (regex.error, RecursionError, OverflowError) as error:
        return f"is not a regular expression: {error}"
    for probe in _PROBES:
        try:
            expression.search(probe, timeout=_PROBE_SECONDS)
        except TimeoutError:
            return "takes too long on a long URL: it repeats what repeats already"
    return None


def _compile(source: str) -> Any:  # regex has no types
    return regex.compile(source)
