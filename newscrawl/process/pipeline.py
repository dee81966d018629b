"""The stages in their order, and the one function that runs them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from newscrawl.extract.extraction import extract
from newscrawl.model.article import Article
from newscrawl.model.page import Page
from newscrawl.process.length import require_length
from newscrawl.process.repeated import RepeatedLines, without_repeated
from newscrawl.process.stages import (
    drop_biographies,
    drop_furniture,
    drop_repeats,
    drop_source_from_authors,
    drop_subtitle_echo,
    split_off_dateline,
    strip_sign_offs,
    strip_title_suffix,
)
from newscrawl.sites import Site, generic_site

Stage = Callable[[Article, Site], Article]
"""A better article, or a `Rejected`."""
_PLAIN_ADDRESS = re.compile(r"(https?://[a-z0-9.-]+/)[!-~]*")

STAGES: tuple[Stage, ...] = (
    strip_title_suffix,
    drop_furniture,
    split_off_dateline,
    drop_source_from_authors,
    strip_sign_offs,
    drop_biographies,
    drop_repeats,
    drop_subtitle_echo,
    require_length,
)


def process(page: Page, site: Site | None = None, *, repeated: RepeatedLines | None = None) -> Article:
    """One page to the article on it, without any I/O; without a site its host's domain is all that is known.

    ``repeated``: what was learned of the site's pages; those lines are left out. Raises a `Rejected` that says why the
    page holds no article worth keeping.
    """
    site = site or _site_of(page.url)
    article = extract(page, site)
    for stage in STAGES:
        article = stage(article, site)
    return require_length(without_repeated(article, repeated), site) if repeated else article


def _site_of(url: str) -> Site:
    """The site that is made of an address; once for all addresses of a host."""
    plain = _PLAIN_ADDRESS.fullmatch(url)
    return _site_of_host(plain[1]) if plain else generic_site(url)


@lru_cache(maxsize=1_024)
def _site_of_host(address: str) -> Site:
    return generic_site(address)
