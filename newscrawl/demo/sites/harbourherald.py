"""Harbour Herald, an English daily on WordPress.

Its Bahasa column prints the agency's stories in Indonesian, so the language is told from each text.
"""

from newscrawl.sites.base import Archive, Section, Site

SITE = Site(
    name="harbourherald",
    title="Harbour Herald",
    domains=("harbourherald.test",),
    deny_hosts=("static.harbourherald.test",),
    timezone="Asia/Makassar",
    article_url=r"^http://(?:\w+\.)?harbourherald\.test/(?:\w+/)?\d{4}/\d\d/\d\d/[a-z0-9-]+-\d+/$",
    editor=(".edited-by",),
    prune=(".sponsor",),
    archive=Archive("http://www.harbourherald.test/{date:%Y/%m/%d}/page/{page}/"),
    sections=(
        Section(
            "local",
            feeds=("http://www.harbourherald.test/category/local/feed/",),
            sitemaps=("http://www.harbourherald.test/category/local/sitemap.xml",),
        ),
        Section(
            "business",
            feeds=("http://www.harbourherald.test/category/business/feed/",),
            sitemaps=("http://www.harbourherald.test/category/business/sitemap.xml",),
        ),
        Section(
            "environment",
            feeds=("http://www.harbourherald.test/category/environment/feed/",),
            sitemaps=("http://www.harbourherald.test/category/environment/sitemap.xml",),
        ),
        Section(
            "culture",
            feeds=("http://www.harbourherald.test/category/culture/feed/",),
            sitemaps=("http://www.harbourherald.test/category/culture/sitemap.xml",),
        ),
        Section(
            "sport",
            feeds=("http://www.harbourherald.test/category/sport/feed/",),
            sitemaps=("http://www.harbourherald.test/category/sport/sitemap.xml",),
        ),
        Section(
            "bahasa",
            feeds=("http://www.harbourherald.test/category/bahasa/feed/",),
            sitemaps=("http://www.harbourherald.test/category/bahasa/sitemap.xml",),
        ),
    ),
)
