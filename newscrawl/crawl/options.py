"""What a person asks of one crawl: the ``-a`` arguments, checked before anything is fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from newscrawl.discover.archive import MAX_DAYS
from newscrawl.model.errors import UsageError
from newscrawl.model.urls import canonical
from newscrawl.sites.base import Site

_LONGEST_URL = 2083  # Scrapy's URLLENGTH_LIMIT

SITE_ARGUMENTS = ("section", "since", "until", "max_articles", "full", "dry_run")
ANY_ARGUMENTS = ("url", "max_articles", "max_depth", "full", "dry_run")


@dataclass(frozen=True, slots=True)
class Options:
    """The checked arguments. ``since`` and ``until`` are days in the site's own zone, both included."""

    sections: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    max_articles: int | None = None
    full: bool = False
    dry_run: bool = False
    url: str | None = None
    max_depth: int | None = None


def read_site_options(arguments: Mapping[str, str], sites: tuple[Site, ...]) -> Options:
    """The options of a crawl over ``sites``.

    Raises UsageError for an unknown or unreadable argument and for a dated walk where a site has no dated archive,
    UnknownSection for a section that none of the sites has.
    """
    _refuse_unknown(arguments, SITE_ARGUMENTS)
    options = Options(
        sections=_names(arguments.get("section")),
        since=_day("since", arguments.get("since")),
        until=_day("until", arguments.get("until")),
        max_articles=_number("max_articles", arguments.get("max_articles")),
        full=_flag("full", arguments.get("full")),
        dry_run=_flag("dry_run", arguments.get("dry_run")),
    )
    if "section" in arguments and not options.sections:
        message = "-a section= names no section; without it all are crawled"
        raise UsageError(message)
    _check_sections(options, sites)
    _check_days(options, sites)
    return options


def read_any_options(arguments: Mapping[str, str]) -> Options:
    """The options of ``scrapy crawl any``; raises UsageError as above, also when ``url`` is no web address."""
    _refuse_unknown(arguments, ANY_ARGUMENTS)
    url = arguments.get("url", "").strip()
    if not url:
        message = "the spider any needs a URL: scrapy crawl any -a url=https://www.example.com/"
        raise UsageError(message)
    return Options(
        url=_web_address(url),
        max_articles=_number("max_articles", arguments.get("max_articles")),
        max_depth=_number("max_depth", arguments.get("max_depth")),
        full=_flag("full", arguments.get("full")),
        dry_run=_flag("dry_run", arguments.get("dry_run")),
    )


def _refuse_unknown(arguments: Mapping[str, str], allowed: tuple[str, ...]) -> None:
    for name in arguments:
        if name not in allowed:
            message = f"unknown argument -a {name}=…; there are: {', '.join(allowed)}"
            raise UsageError(message)


def _check_sections(options: Options, sites: tuple[Site, ...]) -> None:
    for name in options.sections:
        if not any(section.name == name for site in sites for section in site.sections):
            sites[0].section(name)  # raises, with the names there are


def _check_days(options: Options, sites: tuple[Site, ...]) -> None:
    if options.since is None and options.until is None:
        return
    if options.since is None:
        message = "until needs since: the day to begin with"
        raise UsageError(message)
    if options.until and options.until < options.since:
        message = f"until ({options.until}) is before since ({options.since})"
        raise UsageError(message)
    latest = datetime.now(UTC).date() + timedelta(days=1)  # somewhere it is tomorrow already
    if options.since > latest:
        message = f"since is {options.since}, which is yet to come"
        raise UsageError(message)
    if ((options.until or latest) - options.since).days >= MAX_DAYS:
        message = f"since is {options.since}: at most {MAX_DAYS} days are walked at once"
        raise UsageError(message)
    for site in sites:
        if not options.sections and site.archive is None:
            message = f"site {site.name} has no dated archive, so since and until cannot be walked"
            raise UsageError(message)
        for section in site.sections:
            if section.name in options.sections and section.archive is None:
                message = (
                    f"section {section.name} of site {site.name} has no dated archive of its own, "
                    "so since and until cannot be walked"
                )
                raise UsageError(message)


def _web_address(url: str) -> str:
    """The URL without a user name or password; they would stand in reports and logs."""
    try:
        parts = urlsplit(canonical(url))
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        host, port = "", None
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|[0-9a-f:.]+", host) or len(url) > _LONGEST_URL or port == 0:
        message = f"url is {url[:200]!r}, not an http or https URL of at most {_LONGEST_URL} characters"
        raise UsageError(message)
    _, _, after = url.partition("://")
    authority, slash, path = after.partition("/")
    return f"{parts.scheme}://{authority.rpartition('@')[2]}{slash}{path}"


def _names(value: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in (value or "").split(",") if (name := part.strip())))


def _day(name: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        message = f"{name} is {value!r}, not a day like 2024-10-23"
        raise UsageError(message) from None


def _number(name: str, value: str | None) -> int | None:
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) < 1:
        message = f"{name} is {value!r}, not a number of at least 1"
        raise UsageError(message)
    return int(value)


def _flag(name: str, value: str | None) -> bool:
    if value is None or value.lower() in {"0", "no", "false"}:
        return False
    if value.lower() in {"1", "yes", "true"}:
        return True
    message = f"{name} is {value!r}; it can be 1 or 0"
    raise UsageError(message)
