"""Republika, a national daily with regional desks (rejogja, rejabar). Read from others' notes; nothing was fetched
live.

robots.txt names ``Scrapy`` and forbids it everything: an own user agent is needed (a live reading of 2026-07). It
also forbids ``/search``, ``/komentar/``, ``/feed/`` and ``/ajax/``, but not ``/rss``.

Dates mix languages: ``Rabu 23 Oct 2024 17:11 WIB``. The ``<h1>`` is empty on some pages; og:title is the title. The
author in JSON-LD and RSS is "Red:", the editor; the writer is "Rep:", printed only in the page. ``#next-article``
is another article, not a next page. Article URLs occur with a doubled slash: ``/berita//code/slug``.

The dated index ``/index/{offset}/{year}/{month}/{day}`` counts in steps of 50; ``/indeks`` shows its first page
only. The feeds of single channels come from public lists of feeds and may be gone.
"""

from newscrawl.sites.base import Archive, Section, Site


def _channel(name: str, path: str | None = None) -> Section:
    return Section(
        name,
        feeds=(f"https://www.republika.co.id/rss/{path or name}",),
        listings=(f"https://www.republika.co.id/kanal/{path or name}",),
    )


SITE = Site(
    name="republika",
    title="Republika",
    domains=("republika.co.id",),
    language="id",
    brands=("Republika Online", "REPUBLIKA.CO.ID", "Republika.co.id"),
    sections=(
        Section(
            "terbaru",
            feeds=("https://www.republika.co.id/rss",),
            sitemaps=("https://www.republika.co.id/files/xml/sitemap.xml",),
            listings=("https://www.republika.co.id/indeks",),
        ),
        _channel("nasional", "news/nasional"),
        _channel("politik", "news/politik"),
        Section(
            "internasional",
            feeds=("https://www.republika.co.id/rss/internasional",),
            listings=("https://internasional.republika.co.id/", "https://www.republika.co.id/kanal/internasional"),
        ),
        _channel("ekonomi"),
        _channel("khazanah"),
        _channel("olahraga"),
        Section("rejabar", listings=("https://rejabar.republika.co.id/", "https://rejabar.republika.co.id/indeks")),
        Section("rejogja", listings=("https://rejogja.republika.co.id/", "https://rejogja.republika.co.id/indeks")),
    ),
    archive=Archive("https://www.republika.co.id/index/{page}/{date:%Y/%m/%d}", first=0, step=50),
    # The code is of nine characters; older pages put channel and date before it.
    article_url=r"^https?://[^/?#]+/berita/(?:[\w/-]*/)?[a-z0-9]{8,12}(?:/|-)[a-z0-9][^/?#]*-[^/?#]+",
    deny_url=r"^https?://[^/?#]+/(?:search|komentar|ajax|feed|copy|cron|curl|post)(?:/|\?|$)",
    deny_hosts=("static.republika.co.id", "visual.republika.co.id"),
    container=(".article-content article", ".article-content", "div.content-detail", ".wp-conten-detail"),
    prune=(
        ".picked-article",
        "[id^=div-gpt-ad]",
        "[id^=bn_]",
        ".detail__media-caption",
        ".footnote-wrap",
        "#next-article",
    ),
    author=(".max-card__title a",),
    date=(".date.date-item__headline",),
    author_in_metadata_is_editor=True,
)
