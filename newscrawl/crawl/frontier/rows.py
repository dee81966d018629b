"""Between Scrapy's requests and the frontier's rows, by way of the visit that both are about."""

from __future__ import annotations

from dataclasses import fields
from urllib.parse import urlsplit

from scrapy import Request

from newscrawl.crawl.visit import Visit, visit_of
from newscrawl.model.urls import DEFAULT_PORTS
from newscrawl.sites import Site
from newscrawl.store.queue import Claim, Entry

_ERRAND = tuple(field.name for field in fields(Visit))
"""What a visit holds, a row holds under the same names."""


def entry_of(request: Request, site: Site, purpose: str) -> Entry:
    """The row for a request that carries a visit."""
    visit = visit_of(request)
    errand = {name: getattr(visit, name) for name in _ERRAND}
    return Entry(**errand, host=host_of(visit.url, site), purpose=purpose, priority=request.priority)


def visit_for(claim: Claim) -> Visit:
    """The errand that a claimed row is about."""
    return Visit(**{name: getattr(claim.entry, name) for name in _ERRAND})


def host_of(url: str, site: Site) -> str:
    """What is leased as one: a site whose hosts share a delay of its own, else the host with an unusual port."""
    if site.delay is not None:
        return site.name
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    return host if parts.port in {None, DEFAULT_PORTS.get(parts.scheme)} else f"{host}:{parts.port}"


def conditions(claim: Claim) -> dict[str, str]:
    """The headers that let a server answer 304 when the page is still what we have (RFC 9110, 13.1)."""
    validators = claim.validators
    headers = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in headers.items() if value}
