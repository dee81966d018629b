"""SINDOnews, a national portal; every sub-domain is a channel. Read from others' notes; nothing was fetched live.

The body has no paragraphs: lines are parted by ``<br>``. Dates are ``Jum'at, 24 Juli 2026 - 13:39 WIB``; JSON-LD
stands on an article's first page only. Articles are split over pages (``/5``, ``/10`` after the slug: the offset);
``?showpage=all`` gives them whole, so those pages are not followed.

The dated index is ``/indeks/{channel number}/{offset}?t=…``: 0 is all, 7 is Daerah, in steps of 20.
"""

from newscrawl.sites.base import Archive, Section, Site


def _channel(name: str, number: int | None = None) -> Section:
    return Section(
        name,
        listings=(f"https://{name}.sindonews.com/",),
        archive=None if number is None else _archive(number),
    )


def _archive(number: int) -> Archive:
    return Archive(f"https://www.sindonews.com/indeks/{number}/{{page}}?t={{date:%Y-%m-%d}}", first=0, step=20)


SITE = Site(
    name="sindonews",
    title="SINDOnews",
    domains=("sindonews.com",),
    language="id",
    brands=("SINDOnews.com", "Sindonews", "SINDO"),
    sections=(
        Section(
            "terbaru",
            feeds=("https://www.sindonews.com/feed",),
            listings=("https://www.sindonews.com/indeks/0/0",),
        ),
        _channel("daerah", 7),
        *map(_channel, ("nasional", "ekbis", "international", "sports", "kalam", "edukasi", "lifestyle", "otomotif")),
        _channel("tekno"),
    ),
    archive=_archive(0),
    article_url=r"^https?://[^/?#]+/read/\d+/\d+/[^/?#]+/?(?:[?#]|$)",
    deny_url=r"^https?://[^/?#]+/(?:search|amp)(?:/|\?|$)",
    deny_hosts=("hi-lite.sindonews.com", "video.sindonews.com", "pict.sindonews.com", "sm.sindonews.com"),
    container=("#detail-desc", ".detail-desc"),
    prune=(".editor", "[class*=baca-juga]", "[class*=lihat-juga]", ".v-youtube", "[id^=me-div-gpt-ad]"),
    author=(".detail-nama-redaksi a[rel=author]",),
    date=(".detail-date-artikel",),
    whole_article="showpage=all",
)
