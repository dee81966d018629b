"""The one form of a URL, and the key under which it is stored."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import safe_url_string

# Parameters that say how a reader came, never what is read. Names from the ad and mail systems' own documentation
# (utm_*: Google Analytics; fbclid: Meta; gclid, dclid, gbraid, wbraid: Google Ads; mc_*: Mailchimp; at_*, xtor: Piano)
# and the ones that Indonesian sites add to links between their own pages (tag_from: detik).
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|li_fat_id"
    r"|mc_[ce]id|mkt_tok|_ga|_gl|_hs\w+|at_(?:medium|campaign)\w*|xtor|cmpid|ocid|ncid|sr_share|ref_?src|ref_?url"
    r"|tag_?from|spm|wt_\w+|ns_\w+|echobox|share_?from|shared"
    # Sessions: a server that cannot set a cookie gives every visit an address of its own (PHP, Java, ASP, ColdFusion).
    r"|phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|session_?id|zenid|oscsid)",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/;?#]*", re.IGNORECASE)
_PLAIN = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*/(?:[A-Za-z0-9._~-]+/)*[A-Za-z0-9._~-]*")
"""An address in which nothing is to be changed: most are such, and the long way takes twenty times as long."""
DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2083
"""Longer URLs are nobody's: browsers stop here. It bounds what is kept of a link, and what patterns are searched in."""


@lru_cache(maxsize=1_024)  # a page's own address is asked for by many
def canonical(url: str) -> str:
    """Return the one form of a URL: the same page always gives the same string, and a canonical URL gives itself.

    Scheme and host in lower case, no user name, default port, trailing host dot or fragment, no tracking parameters or
    session, the rest of the query sorted, percent-encoding as browsers write it, an empty path as ``/``.
    Raises ``ValueError`` for anything that is not an absolute http or https URL.
    """
    if _PLAIN.fullmatch(url):
        return url
    cleaned = safe_url_string(url.strip())
    parts = urlsplit(cleaned)
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname:
        message = f"not an absolute http or https URL: {url[:200]!r}"
        raise ValueError(message)
    host = parts.hostname.lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if parts.port and parts.port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{parts.port}"
    return urlunsplit((scheme, host, _clean_path(parts.path), _clean_query(parts.query), ""))


@lru_cache(maxsize=1_024)
def url_key(url: str) -> str:
    """A short hash of the canonical form, the same for http and https and with or without ``www.``: a store's key."""
    without_scheme = canonical(url).split("://", 1)[1]
    return hashlib.sha256(without_scheme.removeprefix("www.").encode()).hexdigest()[:20]


def _clean_path(path: str) -> str:
    # ``/berita//code`` is a broken variant that republika links to beside ``/berita/code``.
    return re.sub(r"/{2,}", "/", _SESSION_IN_PATH.sub("", path)) or "/"


def _clean_query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted((name, value) for name, value in pairs if not _TRACKING.fullmatch(name)))
