"""The filters as typed, turned into the query they mean; a site or section that nobody knows is told, not searched."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newscrawl.cli.opening import catalogue
from newscrawl.model.errors import UnknownSection, UnknownSite
from newscrawl.query import read_filters
from newscrawl.store.base import Query

if TYPE_CHECKING:
    from newscrawl.sites import Catalogue, Site
    from newscrawl.store.base import ArticleReader

_LISTED = 60  # names in a message


def narrowed(store: ArticleReader, filters: Mapping[str, str], text: str | None = None) -> Query:
    """The query of the filters. A day is one of the named site's own zone, without a site of Asia/Jakarta.

    Raises UnknownSite and UnknownSection, with the names there are, for what neither a site definition nor the store
    holds; UsageError as `read_filters` does.
    """
    every = catalogue()
    name = filters.get("site", "").strip()
    site = every.get(name) if name in every else None
    query = read_filters(filters, site.timezone, text) if site else read_filters(filters, text=text)
    if query.site and site is None and not store.count(Query(site=query.site)):
        raise _unknown_site(store, query.site, every)
    if query.section:
        defined = [site] if site else [] if query.site else list(every)
        _require_section(store, query.section, query.site, defined)
    return query


def _unknown_site(store: ArticleReader, name: str, every: Catalogue) -> UnknownSite:
    names = sorted({*every.names, *(value for value, _ in store.counts("site", Query()))})
    return UnknownSite(f"no site named {name!r}; {_guess(name, names)}there are: {_listed(names)}")


def _require_section(store: ArticleReader, name: str, site: str | None, defined: list[Site]) -> None:
    declared = {section.name for one in defined for section in one.sections}
    if name in declared or store.count(Query(site=site, section=name)):
        return
    stored = {value for value, _ in store.counts("section", Query(site=site))}
    names = sorted(stored | declared if site else stored or declared)
    where = f"site {site} has no section" if site else "no site has a section"
    message = f"{where} named {name!r}; {_guess(name, names)}there are: {_listed(names)}"
    raise UnknownSection(message)


def _guess(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name.lower(), names, n=1)
    return f"did you mean {near[0]!r}? " if near else ""


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "") or "none"
