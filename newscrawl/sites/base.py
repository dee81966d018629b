"""What a site is: a frozen value that refuses nonsense when it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from newscrawl.model.errors import UnknownSection
from newscrawl.model.urls import LONGEST_URL
from newscrawl.sites.checks import (
    refuse,
    require_domains,
    require_name,
    require_pattern,
    require_selectors,
    require_types,
    require_urls,
    require_zone,
)
from newscrawl.sites.patterns import Pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SourceKind = Literal["feed", "sitemap", "listing"]

Override = Callable[["HtmlElement"], Any]
"""Reads one field of the article from the parsed page; None lets the generic way stand."""

_OVERRIDABLE = frozenset(
    {"title", "subtitle", "authors", "editors", "published_at", "modified_at", "section", "tags", "language"}
)


@dataclass(frozen=True)
class Archive:
    """A dated index: a page, or several, for every day.

    ``url`` is a format string with ``{date}`` (with a format: ``{date:%Y/%m/%d}``) and, when a day has several pages,
    ``{page}``, which starts at ``first`` and grows by ``step``.
    """

    url: str
    first: int = 1
    step: int = 1
    max_pages: int = 60
    """A day's pages are walked until one brings nothing new, and never further than this."""

    def __post_init__(self) -> None:
        require_types("archive", self.url, self)
        if "{date" not in self.url:
            refuse("archive", self.url, "url", "has no {date}")
        if self.step < 1 or self.max_pages < 1:
            refuse("archive", self.url, "step", "and max_pages must be at least 1")
        require_urls("archive", self.url, "url", (self._example(),))

    def page_url(self, day: date, number: int) -> str | None:
        """The ``number``-th page (from 0) of ``day``; None when there is none."""
        if number >= self.max_pages or (number and not self.has_pages):
            return None
        return self.url.format(date=day, page=self.first + number * self.step)

    @property
    def has_pages(self) -> bool:
        """Whether a day may have more than one page."""
        return "{page" in self.url

    def _example(self) -> str:
        try:
            return self.page_url(date(2024, 10, 23), 0) or ""
        except (LookupError, ValueError, AttributeError) as error:
            refuse("archive", self.url, "url", f"cannot be filled in: {error}; it may hold {{date}} and {{page}}")


@dataclass(frozen=True)
class Section:
    """A part of a site that can be crawled by itself, with the places where its articles are announced."""

    name: str
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    archive: Archive | None = None
    """The section's own dated index, for a dated walk of this section alone."""

    def __post_init__(self) -> None:
        require_types("section", self.name, self)
        require_name("section", self.name)
        for name in ("feeds", "sitemaps", "listings"):
            require_urls("section", self.name, name, getattr(self, name))
        if not self.seeds:
            refuse("section", self.name, "feeds", "has no feed, sitemap or listing to read")

    @property
    def seeds(self) -> tuple[tuple[SourceKind, str], ...]:
        """``(kind, URL)`` pairs, feeds first: they are fresh and cheap."""
        return (
            *(("feed", url) for url in self.feeds),
            *(("sitemap", url) for url in self.sitemaps),
            *(("listing", url) for url in self.listings),
        )


@dataclass(frozen=True)
class Site:
    """What we know of a publisher. Only ``name``, ``title`` and ``domains`` have no default: write only what differs.

    Raises SiteError, in one sentence with site and field, for a definition that cannot be meant.
    """

    name: str
    """The spider's name."""
    title: str
    """The brand as the site writes it: ``Republika``."""
    domains: tuple[str, ...]
    """Registered domains; their sub-domains belong to the site as well."""
    sections: tuple[Section, ...] = ()
    archive: Archive | None = None
    language: str | None = None
    """ISO 639-1; None when it is to be told from the text."""
    timezone: str = "Asia/Jakarta"
    """IANA zone of times that the page prints without one."""
    timezones: Mapping[str, str] = field(default_factory=dict)
    """Host to IANA zone, for hosts (and what is under them) with a zone of their own."""
    article_url: str | None = None
    """Regular expression, searched in the URL, that article pages match and others do not; None: told from the page."""
    deny_url: str | None = None
    """Regular expression of URLs never to be fetched."""
    deny_hosts: tuple[str, ...] = ()
    """Hosts under the domains that are no part of the site: image servers, other brands."""
    brands: tuple[str, ...] = ()
    """Further names of the publisher, as they stand in titles, datelines and bylines."""
    container: tuple[str, ...] = ()
    """CSS selectors of the element that holds the body, the first that matches."""
    prune: tuple[str, ...] = ()
    """CSS selectors of furniture inside the body."""
    author: tuple[str, ...] = ()
    """CSS selectors of the writer's name, the first that matches; ``meta[name=…]`` is read by its content."""
    editor: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    """CSS selectors of the publication moment."""
    author_in_metadata_is_editor: bool = False
    """JSON-LD and ``meta author`` name the editor, not the writer (kompas, republika)."""
    metadata_is_local_time: bool = False
    """Times in metadata that claim UTC are really the site's own zone (detik's ``Z``)."""
    whole_article: str | None = None
    """Query that asks for all pages of an article at once: ``page=all``."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """Field name to a function of the parsed page."""
    needs_javascript: bool = False
    """Article pages are empty without a browser."""
    delay: float | None = None
    """Seconds between requests to a host, when the policy's are too short."""
    revisit_hours: tuple[float, ...] | None = None
    """The ages in hours at which an article is looked at again, when the setting's are not the site's."""
    min_words: int = 40
    """An article with fewer words is rejected as TooShort."""

    def __post_init__(self) -> None:
        require_types("site", self.name, self)
        require_name("site", self.name)
        if self.name == "any":
            refuse("site", self.name, "name", "is taken: scrapy crawl any is for sites without a definition")
        if not self.title.strip():
            refuse("site", self.name, "title", "is empty")
        if not self.domains:
            refuse("site", self.name, "domains", "must be a tuple of at least one domain")
        require_domains(self.name, "domains", self.domains)
        require_domains(self.name, "deny_hosts", self.deny_hosts)
        for pattern in ("article_url", "deny_url"):
            require_pattern(self.name, pattern, getattr(self, pattern))
        for selectors in ("container", "prune", "author", "editor", "date"):
            require_selectors(self.name, selectors, getattr(self, selectors))
        self._check_zones()
        self._check_sections()
        self._check_details()

    def __hash__(self) -> int:
        return hash(self.name)

    def section(self, name: str) -> Section:
        """The section of that name; raises UnknownSection with the names there are."""
        for section in self.sections:
            if section.name == name:
                return section
        names = ", ".join(section.name for section in self.sections) or "none"
        message = f"site {self.name} has no section named {name!r}; it has: {names}"
        raise UnknownSection(message)

    def domain_of(self, url: str) -> str | None:
        """Which of the site's domains the URL's host is under, the longest; None when it is under none."""
        host = _host(url)
        return max((domain for domain in self.domains if _within(host, domain)), key=len, default=None)

    def owns(self, url: str) -> bool:
        """Whether the URL's host is the site's."""
        host = _host(url)
        return self.domain_of(url) is not None and not any(_within(host, denied) for denied in self.deny_hosts)

    def allows(self, url: str) -> bool:
        """Whether the URL is the site's, not denied, and no longer than a URL can be."""
        return len(url) <= LONGEST_URL and self.owns(url) and not (self._deny and self._deny.found_in(url))

    def is_article(self, url: str) -> bool | None:
        """Whether the URL is an article's; None when the site does not say how those look."""
        if not self.allows(url):
            return False
        return self._article.found_in(url) if self._article else None

    def zone(self, url: str) -> str:
        """The IANA zone of times that the page at ``url`` prints without one."""
        host = _host(url)
        nearest = max((known for known in self.timezones if _within(host, known)), key=len, default=None)
        return self.timezones[nearest] if nearest else self.timezone

    @cached_property
    def _article(self) -> Pattern | None:
        return Pattern(self.article_url, when_too_long=False) if self.article_url else None

    @cached_property
    def _deny(self) -> Pattern | None:
        return Pattern(self.deny_url, when_too_long=True) if self.deny_url else None

    def _check_zones(self) -> None:
        require_zone(self.name, "timezone", self.timezone)
        for host, zone in self.timezones.items():
            require_domains(self.name, "timezones", (host,))
            require_zone(self.name, "timezones", zone)

    def _check_sections(self) -> None:
        names = [section.name for section in self.sections]
        for name in names:
            if names.count(name) > 1:
                refuse("site", self.name, "sections", f"holds {name!r} twice")
        for section in self.sections:
            for _, url in section.seeds:
                self._require_own(f"sections: {section.name}:", url)
            self._require_own_archive(f"sections: {section.name}: archive", section.archive)
        self._require_own_archive("archive", self.archive)

    def _require_own_archive(self, where: str, archive: Archive | None) -> None:
        if archive:
            self._require_own(where, archive.page_url(date(2024, 10, 23), 0) or "")

    def _require_own(self, where: str, url: str) -> None:
        if not self.owns(url):
            refuse("site", self.name, where, f"{url} is not on {', '.join(self.domains)}")

    def _check_details(self) -> None:
        for name in self.overrides:
            if name not in _OVERRIDABLE:
                refuse(
                    "site", self.name, "overrides", f"names {name!r}; it can name: {', '.join(sorted(_OVERRIDABLE))}"
                )
        if self.delay is not None and not 0 <= self.delay <= 3600:
            refuse("site", self.name, "delay", f"is {self.delay}; seconds between 0 and 3600 are allowed")
        if self.language is not None and not re.fullmatch(r"[a-z]{2}", self.language):
            refuse("site", self.name, "language", f"is {self.language!r}, not an ISO 639-1 code like 'id'")
        if self.whole_article is not None and not re.fullmatch(r"[\w-]+=[\w-]+", self.whole_article):
            refuse("site", self.name, "whole_article", f"is {self.whole_article!r}, not a query like 'page=all'")


def _host(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # no host that could be anybody's: "http://[::1"
        return ""


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)
