"""Which kind of source some bytes are, for a URL of which nobody has said it."""

from __future__ import annotations

import re
from typing import Literal

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]")
_GZIP = b"\x1f\x8b"


def source_kind(body: bytes, url: str) -> Literal["feed", "sitemap", "listing"]:
    """The kind of source, from its first bytes; compressed bodies are sitemaps, everything else is read as HTML."""
    head = body[:2000].replace(b"\x00", b"")  # UTF-16 looks like ASCII without its zeros
    if _SITEMAP.search(head) or (body.startswith(_GZIP) and ".gz" in url):
        return "sitemap"
    return "feed" if _FEED.search(head) else "listing"
