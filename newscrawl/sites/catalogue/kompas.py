"""Kompas.com, a national portal; every sub-domain is a channel. Read from others' notes and saved pages; nothing
was fetched live.

``article:published_time`` and JSON-LD are in UTC, ``content_PublishedDate`` and the page in WIB: after midnight the
UTC day is the day before. JSON-LD's author is the editor and ``meta author`` the brand; the writer is in ``meta
content_author``. Articles are split over pages; ``?page=all`` gives them whole.

The index ``indeks.kompas.com`` has every day, 20 articles a page, up to some 53 pages. Feeds want an API key and
are left out. robots.txt forbids ``/search/?q=``.
"""

from newscrawl.sites.base import Archive, Section, Site

_CHANNELS = (
    *("nasional", "regional", "megapolitan", "money", "bola", "tekno", "otomotif", "health", "edukasi", "travel"),
    *("lifestyle", "properti"),
)


def _channel(name: str, host: str | None = None) -> Section:
    return Section(name, listings=(f"https://{host or name}.kompas.com/",))


SITE = Site(
    name="kompas",
    title="Kompas.com",
    domains=("kompas.com",),
    language="id",
    brands=("KOMPAS.com", "Kompas", "Kompas Cyber Media"),
    sections=(
        Section("terbaru", listings=("https://indeks.kompas.com/?site=all",)),
        *(_channel(name) for name in _CHANNELS),
        _channel("internasional", "internasional"),
    ),
    archive=Archive("https://indeks.kompas.com/?site=all&date={date:%Y-%m-%d}&page={page}"),
    article_url=r"^https?://[^/?#]+/(?:(?!foto|photo|video)[\w-]+/)?read/\d{4}/\d\d/\d\d/\d{6,}\w*/[^/?#]",
    deny_url=r"^https?://[^/?#]+/search/",
    deny_hosts=("account.kompas.com", "asset.kompas.com", "video.kompas.com", "search.kompas.com", "apis.kompas.com"),
    container=(".read__content",),
    prune=("[class*=inject-baca-juga]", "[class*=kompasidRec]", "#box-zone_osm", ".ads-on-body"),
    author=("meta[name=content_author]", ".credit-title-name"),
    editor=("meta[name=content_editor]",),
    date=("meta[name=content_PublishedDate]", ".read__time"),
    author_in_metadata_is_editor=True,
    whole_article="page=all",
)
