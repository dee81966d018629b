"""Tribunnews and its some forty regional papers, each a host of its own. Read from others' notes and saved pages;
nothing was fetched live.

The servers answer 403 to every user agent that is not shaped like a browser's or that holds "bot" (a live reading
of 2026-07). The links in ``www.tribunnews.com/rss`` all lead to the front page, so the national paper is read from
its news sitemap and its index; the regional papers' feeds were right in 2021. ``/{section}?page=N`` always gives
page 1.

The dated index ``/index-news?date=…&page=N`` has 20 articles a page, and repeats page 10 from page 11 on. Articles
are split over pages ("Halaman 1/2"); ``?page=all`` gives them whole. Every regional paper prints its own zone:
Bali, Makassar or Kaltim WITA, Papua or Ambon WIT. AMP copies are under ``/amp/``.
"""

from newscrawl.sites.base import Archive, Section, Site

_SECTIONS = ("nasional", "regional", "internasional", "metropolitan", "bisnis")
_WIB = (
    *("aceh", "medan", "pekanbaru", "batam", "padang", "jambi", "palembang", "sumsel", "bengkulu", "lampung", "bangka"),
    *("belitung", "banten", "jakarta", "bogor", "jabar", "cirebon", "jateng", "solo", "jogja", "surabaya", "jatim"),
    *("mataraman", "madura", "pontianak", "kalteng"),
)
_WITA = (
    *("bali", "lombok", "kupang", "flores", "banjarmasin", "kaltim", "kaltara", "makassar", "sulbar", "toraja"),
    *("palu", "manado", "gorontalo"),
)
_WIT = ("ambon", "ternate", "sorong", "papua", "papuabarat")


def _section(name: str) -> Section:
    return Section(
        name,
        sitemaps=(f"https://www.tribunnews.com/{name}/sitemap-news.xml",),
        listings=(f"https://www.tribunnews.com/index-news/{name}",),
    )


def _paper(name: str) -> Section:
    host = f"https://{name}.tribunnews.com"
    return Section(name, feeds=(f"{host}/rss",), listings=(f"{host}/index-news",), archive=_archive(name))


def _archive(host: str) -> Archive:
    return Archive(
        f"https://{host}.tribunnews.com/index-news?date={{date:%Y-%m-%d}}&page={{page}}",
        max_pages=10,  # from here on page 10 is repeated
    )


SITE = Site(
    name="tribunnews",
    title="Tribunnews.com",
    domains=("tribunnews.com",),
    language="id",
    brands=("Tribunnews", "TRIBUNNEWS.COM", "Serambinews.com", "SERAMBINEWS.COM"),
    timezones={f"{name}.tribunnews.com": "Asia/Makassar" for name in _WITA}
    | {f"{name}.tribunnews.com": "Asia/Jayapura" for name in _WIT},
    sections=(
        Section(
            "terbaru",
            sitemaps=("https://www.tribunnews.com/sitemap.xml",),
            listings=("https://www.tribunnews.com/index-news",),
        ),
        *map(_section, _SECTIONS),
        *map(_paper, (*_WIB, *_WITA, *_WIT)),
    ),
    archive=_archive("www"),
    article_url=(
        r"^https?://[^/?#]+/(?!tag|topic|index|video|images|foto|photo|penulis|editor|amp)(?:[\w-]+/)?"
        r"(?:\d{4}/\d\d/\d\d|\d{5,})/[^/?#]*-[^/?#]+"
    ),
    deny_url=r"^https?://[^/?#]+/(?:amp|search|images|video)(?:/|\?|$)",
    deny_hosts=("video.tribunnews.com", "m.tribunnews.com", "account.tribunnews.com", "cdn-2.tribunnews.com"),
    container=("div.side-article.txt-article", ".txt-article"),
    prune=("p.baca", "blockquote.summary-article", "div.ads-placeholder", "[id^=bannerku]", "#anchorads"),
    author=("#penulis a",),
    editor=("#editor",),
    date=("time[datetime]",),
    whole_article="page=all",
)
