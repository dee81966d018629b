"""Nakal, which misbehaves in every section but one."""

from newscrawl.sites.base import Section, Site

SITE = Site(
    name="nakal",
    title="Nakal",
    domains=("nakal.test",),
    language="id",
    sections=(
        Section("baik", feeds=("http://nakal.test/feed.xml",)),
        Section("campur", listings=("http://nakal.test/",)),
        Section("hilang", listings=("http://nakal.test/404-section",)),
        Section("galat", listings=("http://nakal.test/500",)),
        Section("patah", feeds=("http://nakal.test/broken-feed.xml",)),
        Section("bukanfeed", feeds=("http://nakal.test/not-a-feed",)),
        Section("putar", sitemaps=("http://nakal.test/sitemap-loop.xml",)),
        Section("kalender", listings=("http://nakal.test/endless-calendar/2000/01",)),
        Section("jalan", feeds=("http://nakal.test/walk-feed.xml",), listings=("http://nakal.test/walk",)),
        Section("lambat", feeds=("http://nakal.test/walk-feed.xml",), listings=("http://nakal.test/walk?slow=1",)),
        Section("dalam", listings=("http://nakal.test/private-links",)),
    ),
)
