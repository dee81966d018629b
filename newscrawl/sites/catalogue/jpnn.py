"""JPNN, the portal of the Jawa Pos network, with regional hosts. Read from others' notes and a saved page; nothing
was fetched live.

Articles are ``/news/{slug}``; those of the regional hosts are taken to be ``/{section}/{id}/{slug}``, which no note
says. ``meta jpnncom_news_pubdate`` has English months; ``meta jpnncom_news_author`` names the writer. Articles are
split over pages ``?page=N`` that have to be walked; there is no way to ask for the whole.
"""

from newscrawl.sites.base import Archive, Section, Site


def _region(name: str) -> Section:
    return Section(name, listings=(f"https://{name}.jpnn.com/",))


SITE = Site(
    name="jpnn",
    title="JPNN.com",
    domains=("jpnn.com",),
    language="id",
    brands=("JPNN", "jpnn.com"),
    timezones={f"{name}.jpnn.com": "Asia/Makassar" for name in ("bali", "ntb", "kaltim", "sultra")}
    | {"papua.jpnn.com": "Asia/Jayapura"},
    sections=(
        Section(
            "terbaru",
            feeds=("https://www.jpnn.com/index.php?mib=rss",),
            listings=("https://www.jpnn.com/", "https://www.jpnn.com/indeks"),
        ),
        *map(
            _region,
            ("jatim", "jabar", "jateng", "jogja", "bali", "banten", "lampung", "ntb", "kaltim", "sultra", "papua"),
        ),
    ),
    archive=Archive("https://www.jpnn.com/indeks?id=&d={date:%d}&m={date:%m}&y={date:%Y}&tab=all&page={page}"),
    article_url=(
        r"^https?://(?:www\.|m\.)?jpnn\.com/news/[^/?#]+-[^/?#]+"
        r"|^https?://[a-z]+\.jpnn\.com/(?!tag|foto|video|indeks)[\w-]+/\d+/[^/?#]+"
    ),
    deny_url=r"^https?://[^/?#]+/(?:search|cari)(?:/|\?|$)",
    deny_hosts=("photo.jpnn.com", "video.jpnn.com", "cloud.jpnn.com"),
    container=("div[itemprop=articleBody]",),
    author=("meta[name=jpnncom_news_author]",),
    date=("meta[name=jpnncom_news_pubdate]",),
)
