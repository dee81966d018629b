"""Ramai, whose host has too many readers."""

from newscrawl.sites.base import Section, Site

SITE = Site(
    name="ramai",
    title="Ramai",
    domains=("ramai.test",),
    language="id",
    article_url=r"ramai\.test/berita/\d+",
    sections=(Section("ramai", listings=("http://ramai.test/kanal/ramai",)),),
)
