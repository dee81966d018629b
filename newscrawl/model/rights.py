"""What a publisher says of the use of a page: robots directives of meta tags and headers, TDM reservation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PRODUCT = "newscrawl"
"""The name that publishers address this crawler by, unless it was given another."""

_STATEMENTS = 40
_LENGTH = 2000
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}")
_VALUE = re.compile(r"[\w+:./-]{1,80}")
# Directives that have a value; any other name before a colon is a crawler's.
_VALUED = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_NO_ARCHIVE = frozenset({"noarchive", "nocache", "none"})


@dataclass(frozen=True, slots=True)
class Rights:
    """The statements under which a page was taken, as the page, its headers and its host made them."""

    robots: str | None = None
    """The robots directives of meta and ``X-Robots-Tag`` that concern this crawler, comma-separated."""
    tdm: str | None = None
    """The TDM reservation: ``"1"`` when reserved, ``"0"`` when expressly not."""
    noarchive: bool = False

    @property
    def directives(self) -> Mapping[str, str]:
        """The robots directives by name, each with its value or an empty string."""
        pairs = (part.partition(": ") for part in (self.robots or "").split(", ") if part)
        return {name: value for name, _, value in pairs}


def rights_of(robots: Iterable[str], tdm: Iterable[str | None] = (), product: str = PRODUCT) -> Rights:
    """The rights that such values of meta robots and ``X-Robots-Tag`` state, and the first TDM reservation there is.

    A value may address crawlers by name (``newscrawl: noindex``); what is said to others is left out.
    """
    statements = list(robots)[:_STATEMENTS]
    directives = dict.fromkeys(directive for value in statements for directive in _directives(value, product.lower()))
    kept = list(directives)[:_STATEMENTS]
    reservation = next((value.strip() for value in tdm if value and value.strip() in {"0", "1"}), None)
    return Rights(", ".join(kept) or None, reservation, not _NO_ARCHIVE.isdisjoint(kept))


def moment_of(value: str) -> datetime | None:
    """The moment of an ``unavailable_after`` (RFC 822, RFC 850 or ISO 8601), aware; None for what is none."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value.strip()[:80])
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _directives(value: str, product: str) -> Iterator[str]:
    """The directives that concern us, in one spelling: ``noindex``, ``max-snippet: 20``."""
    ours = True
    for part in _parts(value[:_LENGTH]):
        name, colon, rest = (piece.strip() for piece in part.partition(":"))
        if colon and name.lower() not in _VALUED:  # whom this and the following are said to
            ours = name.lower() in {"*", product}
            name, colon, rest = (piece.strip() for piece in rest.partition(":"))
        name = name.lower()
        if ours and _NAME.fullmatch(name):
            said = _value(name, rest) if colon else ""
            yield f"{name}: {said}" if said else name


def _parts(value: str) -> Iterator[str]:
    """The value at its commas, but not at one within a date."""
    held = ""
    for part in value.split(","):
        if held and part.strip()[:1].isdigit():  # "unavailable_after: Sunday, 06-Nov-94 …"
            held = f"{held},{part}"
            continue
        if held:
            yield held
        held = part
    yield held


def _value(name: str, value: str) -> str:
    """The value without a comma in it; an unreadable one is left out."""
    moment = moment_of(value) if name == "unavailable_after" else None
    if moment is not None:
        return moment.isoformat()
    return value if _VALUE.fullmatch(value) else ""
