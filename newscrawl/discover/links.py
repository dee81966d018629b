"""Links made absolute, compared, and told apart by whose they are."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from newscrawl.model import canonical
from newscrawl.model.errors import UsageError
from newscrawl.model.urls import LONGEST_URL
from newscrawl.sites import registered_domain

_JUNK = re.compile(r"[\t\r\n]")


def join(base: str, href: str) -> str | None:
    """The absolute http or https URL that ``href`` in the document at ``base`` leads to; None when there is none."""
    if len(base) > LONGEST_URL or len(href) > LONGEST_URL:
        return None
    href = _JUNK.sub("", href.strip())
    # To such an href only the host is a base: the same menu on another page leads to the same places.
    return _joined(_root(base) if href.startswith(("/", "http://", "https://")) else base, href)


@lru_cache(maxsize=64)
def _root(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else url


@lru_cache(maxsize=4096)
def _joined(base: str, href: str) -> str | None:
    try:
        url = urljoin(base, href)
        canonical(url)
    except ValueError:
        return None
    return url if len(url) <= LONGEST_URL else None


@lru_cache(maxsize=4096)
def key(url: str) -> str:
    """The same for two URLs of one page, as far as their spelling tells."""
    try:
        return unquote(canonical(url)).split("://", 1)[1]
    except ValueError:
        return url


def same_site(url: str, other: str) -> bool:
    """Whether both hosts are under one registered domain."""
    return _domain_of_host(_host(url)) == _domain_of_host(_host(other))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@lru_cache(maxsize=10_000)
def _domain_of_host(host: str) -> str:
    try:
        return registered_domain(f"http://[{host}]/" if ":" in host else f"http://{host}/")
    except UsageError:
        return host
