"""detikcom, a national portal with regional desks under www.detik.com. Read from others' notes and saved pages;
nothing was fetched live.

``meta pubdate`` is malformed (``2022-12-10T13-19-56Z``) and means WIB although it says Z; ``meta publishdate`` and
the page (``Sabtu, 10 Des 2022 13:19 WIB``) are right. Articles are split over pages; ``?single=1`` gives them
whole. Feeds are not complete, and the sitemaps hold about one day.

In the dated index the slashes of the date must be ``%2F``, else every page answers with page 1. The paging of
news.detik.com is unstable, that of finance.detik.com is not. Bodies end in desk codes, ``(fyk/fay)``, and hold
``[Gambas:Video 20detik]`` and "SCROLL TO CONTINUE WITH CONTENT".
"""

from newscrawl.sites.base import Archive, Section, Site


def _channel(name: str, *sitemaps: str) -> Section:
    host = f"https://{name}.detik.com"
    return Section(
        name,
        feeds=(f"{host}/rss",),
        sitemaps=sitemaps,
        listings=(f"{host}/indeks",),
        archive=_archive(name),
    )


def _archive(host: str) -> Archive:
    return Archive(f"https://{host}.detik.com/indeks?date={{date:%m%%2F%d%%2F%Y}}&page={{page}}")


def _desk(name: str) -> Section:
    return Section(name, listings=(f"https://www.detik.com/{name}", f"https://www.detik.com/{name}/berita"))


SITE = Site(
    name="detik",
    title="detikcom",
    domains=("detik.com",),
    language="id",
    brands=("detik", "detikNews", "detikFinance", "detikHealth", "detikInet", "detikSport", "detikTravel", "detikHot"),
    sections=(
        _channel("news", "https://news.detik.com/berita/sitemap_news.xml"),
        _channel("finance", "https://finance.detik.com/sitemap_news.xml"),
        _channel("health"),
        _channel("inet"),
        _channel("sport"),
        _channel("travel"),
        _channel("hot"),
        *map(_desk, ("jabar", "jateng", "jatim", "bali", "sulsel", "sumut", "sumbagsel", "jogja")),
    ),
    archive=_archive("news"),
    article_url=r"^https?://[^/?#]+/(?!foto)(?:[\w-]+/){0,2}(?!foto)[\w-]+/d-\d+/[^/?#]+",
    deny_url=r"^https?://[^/?#]+/(?:search|komentar)(?:/|\?|$)",
    deny_hosts=("20.detik.com", "connect.detik.com", "apps.detik.com", "foto.detik.com"),
    container=(".detail__body-text.itp_bodycontent", ".detail__body-text", "#detikdetailtext"),
    prune=(
        *(".noncontent", ".linksisip", ".lihatjg", ".parallaxindetail", ".paradetail", "a.embed.video20detik"),
        *(".pic_artikel_sisip_table", ".detail__body-tag", ".cb-berita-terkait", ".breakingnews-float"),
    ),
    author=(".detail__author", "meta[name=author]"),
    date=(".detail__date", "meta[name=publishdate]"),
    metadata_is_local_time=True,
    whole_article="single=1",
)
