"""The refusals of a site definition: each is one sentence that names the value, the field and what is allowed."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import HTMLTranslator, SelectorError

from newscrawl.model.errors import SiteError
from newscrawl.sites.patterns import fault_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")


def refuse(kind: str, name: str, field: str, why: str) -> NoReturn:
    """Raise the SiteError that says why ``field`` of the site, section or archive ``name`` cannot be meant."""
    message = f"{kind} {name!r}: {field} {why}"
    raise SiteError(message)


def require_types(kind: str, name: object, value: DataclassInstance) -> None:
    """Refuse the first field that does not hold what its annotation says; dataclasses themselves do not look."""
    for field in fields(value):
        fits, wanted = _KINDS.get(str(field.type), (None, ""))
        if fits and not fits(getattr(value, field.name)):
            refuse(kind, str(name), field.name, f"is {_shown(getattr(value, field.name))}; it must be {wanted}")


def require_name(kind: str, name: str) -> None:
    if not _NAME.fullmatch(name):
        refuse(kind, name, "name", "must be lower-case letters, digits, '-', '_' and '.', a letter or digit first")


def require_urls(kind: str, name: str, field: str, urls: Iterable[str]) -> None:
    for url in urls:
        if not re.match(r"https?://[^/\s]+[^\s]*$", url):
            refuse(kind, name, field, f"holds {url!r}, not an http or https URL")


def require_domains(name: str, field: str, domains: Iterable[str]) -> None:
    for domain in domains:
        labels = domain.split(".")
        if not _is_address(domain) and not all(len(label) < 64 and _LABEL.fullmatch(label) for label in labels):
            refuse("site", name, field, f"holds {domain!r}; a domain is written like 'republika.co.id'")


def require_pattern(name: str, field: str, pattern: str | None) -> None:
    fault = fault_of(pattern) if pattern else None
    if fault:
        refuse("site", name, field, fault)


def require_selectors(name: str, field: str, selectors: Iterable[str]) -> None:
    for selector in selectors:
        try:
            HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            refuse("site", name, field, f"holds {selector!r}, not a CSS selector: {error}")


def require_zone(name: str, field: str, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        refuse("site", name, field, f"is {zone!r}, not an IANA zone like 'Asia/Jakarta'")


def _is_address(domain: str) -> bool:
    try:
        ipaddress.ip_address(domain)
    except ValueError:
        return False
    return True


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _tuple_of(kind: type | tuple[type, ...]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, tuple) and all(isinstance(part, kind) for part in value)


def _optional(kind: type | tuple[type, ...]) -> Callable[[Any], bool]:
    return lambda value: value is None or (isinstance(value, kind) and not isinstance(value, bool))


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


# Annotation, as base.py writes it, to what fits it and how that is said.
_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "str": (lambda value: isinstance(value, str), "a string"),
    "str | None": (_optional(str), "a string"),
    "bool": (lambda value: isinstance(value, bool), "True or False"),
    "int": (_is_count, "a whole number from 0"),
    "float | None": (_optional((int, float)), "a number"),
    "tuple[float, ...] | None": (
        lambda value: value is None or _tuple_of((int, float))(value),
        "a tuple of numbers, like (1, 24) with its comma",
    ),
    "tuple[str, ...]": (_tuple_of(str), "a tuple of strings, like ('one',) with its comma"),
    "tuple[Section, ...]": (
        lambda value: isinstance(value, tuple) and all(type(part).__name__ == "Section" for part in value),
        "a tuple of Section(...), like (Section(...),) with its comma",
    ),
    "Archive | None": (lambda value: value is None or type(value).__name__ == "Archive", "an Archive(...)"),
    "Mapping[str, str]": (
        lambda value: _is_mapping(value) and all(isinstance(part, str) for part in value.values()),
        "a dict of strings",
    ),
    "Mapping[str, Override]": (
        lambda value: _is_mapping(value) and all(callable(part) for part in value.values()),
        "a dict of field names to functions",
    ),
}
