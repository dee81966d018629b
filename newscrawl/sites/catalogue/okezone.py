"""Okezone, a national portal; every sub-domain is a channel. Read from others' notes and saved pages; nothing was
fetched live.

Feeds are numbered (``sindikasi.okezone.com``: 0 all, 1 news, 2 and 11 to 16 the rest, as public code lists them).
The dated indexes count articles, not pages: a channel's in steps of 10, the common one in steps of 15. JSON-LD's
dateModified has no zone and means WIB. Articles are split over pages; ``?page=all`` gives them whole. Several hosts
are image servers.
"""

from newscrawl.sites.base import Archive, Section, Site


def _channel(name: str, feed: int | None = None) -> Section:
    host = f"https://{name}.okezone.com"
    return Section(
        name,
        feeds=() if feed is None else (_feed(feed),),
        listings=(f"{host}/indeks",),
        archive=Archive(f"{host}/indeks/{{date:%Y/%m/%d}}/{{page}}", first=0, step=10),
    )


def _feed(number: int) -> str:
    return f"https://sindikasi.okezone.com/index.php/rss/{number}/RSS2.0"


SITE = Site(
    name="okezone",
    title="Okezone",
    domains=("okezone.com",),
    language="id",
    brands=("Okezone.com", "OKEZONE"),
    sections=(
        Section("terbaru", feeds=(_feed(0),), listings=("https://www.okezone.com/",)),
        _channel("news", 1),
        _channel("economy", 11),
        _channel("sports", 2),
        _channel("celebrity", 13),
        *map(_channel, ("bola", "women", "ototekno", "muslim", "edukasi")),
    ),
    archive=Archive("https://index.okezone.com/bydate/index/{date:%Y/%m/%d}/{page}/", first=0, step=15),
    article_url=r"^https?://[^/?#]+/read/\d{4}/\d\d/\d\d/\d+/\d+/[^/?#]+",
    deny_url=r"^https?://[^/?#]+/(?:search|amp)(?:/|\?|$)",
    deny_hosts=("static.okezone.com", "img.okezone.com", "e.okezone.com", "pict.okezone.com", "mpi.okezone.com"),
    container=(".c-detail.read", "#contentx"),
    prune=("#baca-juga", ".vicon", ".box-ads-konten", ".detads"),
    author=(".journalist a[title]",),
    whole_article="page=all",
)
