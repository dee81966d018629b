"""Liputan6.com, a national portal. Read from others' notes and saved pages; nothing was fetched live.

All pages of an article stand in its first one, as ``[data-page]`` blocks, so none has to be asked for. Pages have
no rel=canonical, but og:url. ``/{channel}/indeks`` is a date picker that needs JavaScript, so the channels' front
pages are read. Old channels have sub-domains of their own (hot.liputan6.com). Feeds come from public lists and may
be gone.
"""

from newscrawl.sites.base import Archive, Section, Site


def _channel(name: str) -> Section:
    return Section(
        name, feeds=(f"https://feed.liputan6.com/rss/{name}",), listings=(f"https://www.liputan6.com/{name}",)
    )


SITE = Site(
    name="liputan6",
    title="Liputan6.com",
    domains=("liputan6.com",),
    language="id",
    brands=("Liputan6", "Liputan6.com, Jakarta"),
    sections=(
        Section("terbaru", listings=("https://www.liputan6.com/indeks",)),
        *map(_channel, ("news", "bisnis", "bola", "showbiz", "tekno", "health", "global", "regional", "otomotif")),
        Section("hot", listings=("https://www.liputan6.com/hot",)),
    ),
    archive=Archive("https://www.liputan6.com/indeks/{date:%Y/%m/%d}?page={page}"),
    article_url=r"^https?://[^/?#]+/(?:(?!photo|foto|video|tag)[\w-]+/)?read/\d+/[^/?#]+",
    deny_url=r"^https?://[^/?#]+/(?:search|amp)(?:/|\?|$)",
    deny_hosts=("video.liputan6.com", "cdn.liputan6.com", "static.liputan6.com", "account.liputan6.com"),
    container=(".article-content-body",),
    prune=(
        *(".baca-juga", ".baca-juga-collections", ".article-snippet--related", ".tags--topics", "[id^=gpt-]"),
        ".article-credits",
    ),
    author=(".read-page-box__author__name", "meta[name=author]"),
    date=("time[datetime]",),
)
