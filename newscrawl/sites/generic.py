"""A site made from a URL alone, for hosts that no definition describes."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from tldextract import TLDExtract

from newscrawl.model import canonical
from newscrawl.model.errors import UsageError
from newscrawl.sites.base import Site


def generic_site(url: str) -> Site:
    """The site that the URL's host belongs to, knowing nothing but its registered domain, which is also its name.

    ``http://haji.dream.co.id/`` gives the site ``dream.co.id``. A host that is an address or a single label stands for
    itself. Times without a zone are read as Asia/Jakarta under ``.id`` and as UTC elsewhere; the language is told from
    the text. Raises UsageError when the URL is not an absolute http or https URL.
    """
    domain = registered_domain(url)
    return Site(
        name=_name(domain),
        title=domain,
        domains=(domain,),
        timezone="Asia/Jakarta" if domain.endswith(".id") else "UTC",
    )


def registered_domain(url: str) -> str:
    """The domain that the URL's owner registered: ``dream.co.id``; the host itself when it is an address or one label.

    Read from the public suffix list that comes with tldextract, private suffixes included, so that two blogs on
    ``blogspot.com`` are two sites; no network. Raises UsageError when the URL is not an absolute http or https URL.
    """
    try:
        host = urlsplit(canonical(url)).hostname or ""
    except ValueError as error:
        raise UsageError(str(error)) from error
    parts = _suffixes()(host)
    if not parts.domain or not parts.suffix:
        return _without_suffix(host)
    return f"{parts.domain}.{parts.suffix}"


def _without_suffix(host: str) -> str:
    """The last two labels under a top-level domain that the list does not hold, as in ``www.kabar.test``."""
    labels = host.split(".")
    if ":" in host or labels[-1].isdigit():  # an address
        return host
    return ".".join(labels[-2:])


def _name(domain: str) -> str:
    return re.sub(r"[^a-z0-9._-]", "-", domain).lstrip("._-") or "unnamed"


@cache
def _suffixes() -> TLDExtract:
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
