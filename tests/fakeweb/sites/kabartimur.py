"""Kabar Timur Jauh, in WIT. Its section opini is announced and empty: no feed, nothing in the listing."""

from newscrawl.sites.base import Archive, Section, Site

SITE = Site(
    name="kabartimur",
    title="Kabar Timur Jauh",
    domains=("kabartimurjauh.test",),
    deny_hosts=("static.kabartimurjauh.test",),
    language="id",
    timezone="Asia/Jayapura",
    article_url=r"kabartimurjauh\.test/(berita|advertorial)/s\w{8}/",
    author_in_metadata_is_editor=True,
    archive=Archive("http://www.kabartimurjauh.test/indeks/{date:%Y/%m/%d}?page={page}"),
    sections=(
        Section("daerah", listings=("http://www.kabartimurjauh.test/kanal/daerah",)),
        Section("olahraga", feeds=("http://www.kabartimurjauh.test/rss/olahraga",)),
        Section("nasional", sitemaps=("http://www.kabartimurjauh.test/sitemap.xml",)),
        Section(
            "opini",
            feeds=("http://www.kabartimurjauh.test/rss/opini",),
            listings=("http://www.kabartimurjauh.test/kanal/opini",),
        ),
    ),
)
