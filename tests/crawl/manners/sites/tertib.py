"""Tertib, which says what may be done with its pages."""

from newscrawl.sites.base import Section, Site

SITE = Site(
    name="tertib",
    title="Tertib",
    domains=("tertib.test",),
    language="id",
    article_url=r"tertib\.test/(berita|arsip|rahasia)/\d+",
    sections=tuple(
        Section(name, listings=(f"http://tertib.test/kanal/{name}",))
        for name in ("terbuka", "tertutup", "sepi", "campur")
    ),
)
