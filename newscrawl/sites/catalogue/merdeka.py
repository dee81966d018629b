"""merdeka.com, a national portal with pages for jabar, jatim and jateng. Read from others' notes and saved pages;
nothing was fetched live.

robots.txt forbids every URL with a query, so neither paging nor a dated index is to be had: sections are read from
their sitemaps and first pages. All pages of an article stand in its first one (``div.page-break``). JSON-LD's
author is null; the writer is in ``meta author`` or ``[data-tracking=author_name]``. Bodies end in desk codes like
``[rhm]``.

Articles are ``/{section}/read/{id}/{slug}``; until about 2021 they were ``/{section}/{slug}.html``.
"""

from newscrawl.sites.base import Section, Site


def _section(name: str) -> Section:
    return Section(
        name,
        sitemaps=(f"https://www.merdeka.com/{name}/sitemap.xml",),
        listings=(f"https://www.merdeka.com/{name}/",),
    )


SITE = Site(
    name="merdeka",
    title="merdeka.com",
    domains=("merdeka.com",),
    language="id",
    brands=("Merdeka", "Merdeka.com"),
    sections=(
        Section("terbaru", feeds=("https://www.merdeka.com/feed/",), sitemaps=("https://www.merdeka.com/sitemap.xml",)),
        *map(_section, ("peristiwa", "politik", "uang", "dunia", "jakarta", "jabar", "jateng", "jatim", "sumut")),
        *map(_section, ("artis", "olahraga", "teknologi", "sehat", "trending")),
    ),
    article_url=(
        r"^https?://[^/?#]+/(?!foto|video|tag|company|reporter|indeks|index|berita-hari-ini)[\w-]+/"
        r"(?:read/\d+/[^/?#]+|[a-z0-9]+-[a-z0-9]+-[a-z0-9-]+\.html)"
    ),
    deny_hosts=("video.merdeka.com", "planet.merdeka.com", "profil.merdeka.com"),
    container=(".articles-content__body", ".mdk-body-paragraph", ".mdk-body-detail"),
    prune=(".advertisement-placeholder", ".bg-primary-50"),
    author=("meta[name=author]", "[data-tracking=author_name]"),
)
