"""ANTARA, the national news agency, with a host for every province. Read from others' notes and saved pages;
nothing was fetched live. The agency's terms reserve copying ("Dilarang keras mengambil konten"): ask before
crawling at length.

Feeds are ``/rss/{name}.xml``; those of the provinces are from public lists. Public scrapers disagree on a dated
index, so none is given; ``/terkini?page=N`` is the way back. The byline stands at the end: "Pewarta: … Editor: …
Copyright © ANTARA". Provinces print their own zone. ``en.antaranews.com`` is the English service and no part of
this site.
"""

from newscrawl.sites.base import Section, Site

_TOPICS = ("politik", "hukum", "ekonomi", "metro", "olahraga", "humaniora", "dunia", "tekno")
_WIB = (
    *("aceh", "sumut", "sumbar", "riau", "kepri", "jambi", "sumsel", "bengkulu", "lampung", "babel", "banten"),
    *("jabar", "jateng", "jogja", "jatim", "kalbar", "kalteng"),
)
_WITA = (
    *("bali", "mataram", "kupang", "kalsel", "kaltim", "kaltara", "makassar", "sultra", "sulteng", "manado"),
    "gorontalo",
)
_WIT = ("ambon", "papua", "papuabarat", "malut")


def _topic(name: str) -> Section:
    return Section(
        name,
        feeds=(f"https://www.antaranews.com/rss/{name}.xml",),
        listings=(f"https://www.antaranews.com/{name}",),
    )


def _province(name: str) -> Section:
    host = f"https://{name}.antaranews.com"
    return Section(name, feeds=(f"{host}/rss/{name}.xml",), listings=(f"{host}/terkini",))


SITE = Site(
    name="antaranews",
    title="ANTARA News",
    domains=("antaranews.com",),
    language="id",
    brands=("ANTARA", "Antara", "LKBN ANTARA"),
    timezones={f"{name}.antaranews.com": "Asia/Makassar" for name in _WITA}
    | {f"{name}.antaranews.com": "Asia/Jayapura" for name in _WIT},
    sections=(
        Section(
            "terkini",
            feeds=("https://www.antaranews.com/rss/terkini.xml", "https://www.antaranews.com/rss/top-news.xml"),
            listings=("https://www.antaranews.com/terkini",),
        ),
        *map(_topic, _TOPICS),
        *map(_province, (*_WIB, *_WITA, *_WIT)),
    ),
    article_url=r"^https?://[^/?#]+/berita/\d+/[^/?#]+",
    deny_url=r"^https?://[^/?#]+/(?:search|video|foto|infografik)(?:/|\?|$)",
    deny_hosts=("en.antaranews.com", "img.antaranews.com", "cdn.antaranews.com", "static.antaranews.com"),
    container=(".wrap__article-detail-content.post-content", ".wrap__article-detail-content", "#content_news"),
    prune=("span.baca-juga", "p.text-muted"),
    author=(".text-muted.mt-2.small",),
    date=(".list-inline-item.mr-2",),
)
