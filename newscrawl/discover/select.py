"""Which links are worth fetching first, and which not at all."""

from __future__ import annotations

from functools import lru_cache

from newscrawl.discover import urlshape
from newscrawl.discover.base import Found, Link
from newscrawl.sites import Site

_HEADLINE_WORDS = 5


@lru_cache(maxsize=4_096)  # the menus of a site stand on each of its pages
def likely_article(url: str, site: Site, title: str | None = None) -> bool | None:
    """Whether the page at ``url`` is an article of ``site``, as far as its URL and the text of a link to it tell.

    True: probably, fetch it first. None: unknown; a section page, a tag, a gallery: worth reading for its links. False:
    not worth fetching: another site's, denied, a file, login, search, share, print, imprint.
    """
    if not site.allows(url) or urlshape.is_file(url):
        return False
    known = site.is_article(url)
    if known:
        return True
    if urlshape.is_service(url):
        return False
    if known is False or urlshape.is_listing(url):
        return None
    return True if _reads_like_one(url, title) else None


def article_links(found: Found, site: Site) -> tuple[Link, ...]:
    """The links of ``found`` that probably are articles of ``site``, in its order."""
    return tuple(link for link in found.links if likely_article(link.url, site, link.title))


def _reads_like_one(url: str, title: str | None) -> bool:
    if urlshape.is_document(url):
        return True
    return urlshape.slug_words(url) >= 3 and len((title or "").split()) >= _HEADLINE_WORDS
