"""Hosts that do what servers should not: every misbehaviour has a name and a path.

``nakal.test`` (Indonesian for naughty) answers:

====================== ==============================================================================================
``/``                  a section with good articles (``/berita/1`` to ``/berita/6``) between bad ones
``/berita/N``          a good article, for N from 1 to 99; also with a slug behind it
``/slow?seconds=N``    a good article after N seconds (default 5)
``/trickle``           a body without end, one byte every 0.2 seconds
``/drop``              closes the connection in mid-body
``/broken-gzip``       says gzip and sends half of it
``/gzip-bomb``         100 KB of gzip that unpack to 100 MB
``/429`` ``/503``      that status with ``Retry-After: 1``; with ``?times=N`` only the first N times, then an article
``/500`` ``/404-section``  that status
``/loop``              redirects to itself; ``/loop?n=1`` to ever new addresses
``/redirect?to=URL``   302 (or ``status``) to any URL; ``/meta-refresh?to=URL`` the same by HTML
``/empty``             200 without a byte
``/binary``            bytes that are no text, called text/html
``/huge?mb=N``         N MB of text/html (default 50), in chunks
``/broken-utf8``       an article with bytes that are not UTF-8
``/latin1``            an article in windows-1252 whose header says so
``/no-body``           a head and no body element, no text
``/not-a-feed``        HTML where a feed is expected
``/broken-feed.xml``   RSS that breaks off in its fourth item
``/feed.xml``          a good feed of the articles
``/billion-laughs.xml`` a sitemap whose entities explode
``/endless-calendar/Y/M``  every month links to the next, without end, and to no article
``/soft-404/…``        200 and "not found", for any address below
``/enable-javascript`` 200 and a request to switch JavaScript on
``/sitemap-loop.xml``  a sitemap index that lists itself
``/sitemap-deep.xml?n=0``  an index that lists an index that lists an index …
``/private-links``     a listing that links to addresses that are not public
``/gone``              410
``/noarchive``         an article with ``X-Robots-Tag: noarchive``; ``/tdm`` with ``tdm-reservation: 1``
``/repeat?page=N``     a listing whose every page has the same articles and a next page
``/walk?page=N``       a listing of four pages with five articles each; with ``slow=1`` the second takes a minute once
``/walk-feed.xml``     a feed of the articles on its second page
``/escapes``           an article whose title holds terminal escapes, markup and a turned writing direction
``/surrogates``        an article whose JSON-LD holds a lone surrogate, a NUL and an endless number
``/deep``              an article inside 20,000 nested elements
====================== ==============================================================================================

``robots-404.test``, ``-500``, ``-closed`` (all disallowed), ``-delay`` (Crawl-delay: 1), ``-empty``, ``-binary``,
``-named`` (only ``Scrapy`` and ``newscrawl`` are refused), ``-loop`` (redirects to itself) and ``-away`` (redirects to
another host) each have a listing at ``/`` with the articles ``/berita/1`` to ``/berita/3``.
"""

import gzip
from collections import Counter
from collections.abc import Iterable
from functools import cache
from html import escape
from itertools import repeat
from random import Random

from newscrawl.demo.responses import XML, Handler, Request, Response, redirect
from tests.fakeweb import robots
from tests.fakeweb.plain_pages import article, draft, html, listing

HOST = "nakal.test"
PRIVATE_URLS = (
    "http://127.0.0.1/berita/1",
    "http://localhost/berita/2",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.7/berita/3",
    "http://192.168.1.1/berita/4",
    "http://[::1]/berita/5",
    "http://[::ffff:127.0.0.1]/berita/6",
    "http://0x7f.1/berita/7",
    "http://2130706433/berita/8",
)
_MEGABYTE = 1024 * 1024


def hosts() -> dict[str, Handler]:
    """Every misbehaving host with its handler; each call starts the counts of ``?times=N`` anew."""
    return {HOST: Naughty(), **robots.hosts()}


class Naughty:
    """The handler of ``nakal.test``."""

    def __init__(self) -> None:
        self._asked: Counter[str] = Counter()

    def __call__(self, request: Request) -> Response:
        first = request.path.strip("/").split("/")[0]
        name = "page_" + first.removesuffix(".xml").replace("-", "_").replace(".", "_")
        page = getattr(self, name, None) if first else self.page_front
        return page(request) if page else Response(b"<h1>404</h1>", 404)

    def page_robots_txt(self, request: Request) -> Response:
        return Response(b"User-agent: *\nDisallow:\n", content_type="text/plain")

    def page_front(self, request: Request) -> Response:
        bad = ["/500", "/drop", "/empty", "/binary", "/broken-gzip", "/broken-utf8", "/no-body", "/enable-javascript"]
        urls = [f"/berita/{number}" for number in range(1, 7)]
        mixed = [url for pair in zip(urls, bad, strict=False) for url in pair] + bad[len(urls) :]
        return html(listing("Campur", mixed))

    def page_berita(self, request: Request) -> Response:
        number = request.path.split("/")[2]
        if not number.isdigit() or not 0 < int(number) < 100:
            return Response(b"<h1>404</h1>", 404)
        return html(article(request.host, int(number)))

    def page_slow(self, request: Request) -> Response:
        return Response(article(request.host, 11).encode(), delay=float(request.query("seconds", "5")))

    def page_trickle(self, request: Request) -> Response:
        return Response(stream=lambda: repeat(b"a"), pause=0.2)

    def page_drop(self, request: Request) -> Response:
        return Response(article(request.host, 12).encode()[:700], missing=5000)

    def page_broken_gzip(self, request: Request) -> Response:
        packed = gzip.compress(article(request.host, 13).encode())
        return Response(packed[: len(packed) // 2], headers=(("Content-Encoding", "gzip"),))

    def page_gzip_bomb(self, request: Request) -> Response:
        return Response(_bomb(), headers=(("Content-Encoding", "gzip"),))

    def page_429(self, request: Request) -> Response:
        return self._busy(request, 429)

    def page_503(self, request: Request) -> Response:
        return self._busy(request, 503)

    def page_500(self, request: Request) -> Response:
        return Response(b"<h1>500</h1>", 500)

    def page_404_section(self, request: Request) -> Response:
        return Response(b"<h1>404</h1>", 404)

    def page_loop(self, request: Request) -> Response:
        count = request.query("n")
        return redirect(f"http://{HOST}/loop?n={int(count) + 1}" if count else f"http://{HOST}/loop", 302)

    def page_redirect(self, request: Request) -> Response:
        return redirect(request.query("to", f"http://{HOST}/berita/14"), int(request.query("status", "302")))

    def page_meta_refresh(self, request: Request) -> Response:
        target = escape(request.query("to", f"http://{HOST}/berita/14"))
        return html(f'<html><head><meta http-equiv="refresh" content="0;url={target}"></head><body></body></html>')

    def page_empty(self, request: Request) -> Response:
        return Response(b"")

    def page_binary(self, request: Request) -> Response:
        return Response(Random(5).randbytes(20_000))

    def page_huge(self, request: Request) -> Response:
        count = int(request.query("mb", "50"))
        head = b"<html><body><h1>Besar</h1><p>" + article(request.host, 15).encode()
        return Response(stream=lambda: (head, *repeat(b"kata " * (_MEGABYTE // 5), count)))

    def page_broken_utf8(self, request: Request) -> Response:
        return Response(article(request.host, 16).encode().replace(b"a ", b"a\xff\xfe ", 7))

    def page_latin1(self, request: Request) -> Response:
        page = article(request.host, 17).replace('<meta charset="utf-8">', "").replace("e", "é", 400)
        return Response(page.encode("cp1252", "replace"), content_type="text/html; charset=windows-1252")

    def page_no_body(self, request: Request) -> Response:
        return html("<!DOCTYPE html><html><head><title>Tanpa isi</title></head></html>")

    def page_not_a_feed(self, request: Request) -> Response:
        return html("<!DOCTYPE html><html><body><h1>Bukan feed</h1></body></html>")

    def page_feed(self, request: Request) -> Response:
        return Response(_rss().encode(), content_type="application/rss+xml")

    def page_broken_feed(self, request: Request) -> Response:
        whole = _rss()
        return Response(whole[: whole.index("/berita/4") + 5].encode(), content_type="application/rss+xml")

    def page_billion_laughs(self, request: Request) -> Response:
        entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        text = f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{entities}]>'
        return Response(
            f'<?xml version="1.0"?>{text}<urlset><url><loc>&l9;</loc></url></urlset>'.encode(), content_type=XML
        )

    def page_endless_calendar(self, request: Request) -> Response:
        parts = [int(part) for part in request.path.split("/")[2:] if part.isdigit()]
        year, month = ([*parts, 2000, 1])[:2] if len(parts) == 2 else (2000, 1)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        url = f"http://{HOST}/endless-calendar/{year}/{month:02d}"
        return html(f'<html><body><h1>Kalender</h1><a rel="next" href="{url}">Bulan berikutnya</a></body></html>')

    def page_soft_404(self, request: Request) -> Response:
        words = "Maaf, halaman yang Anda cari tidak ditemukan. Silakan kembali ke beranda."
        return html(f"<html><head><title>Tidak ditemukan</title></head><body><h1>404</h1><p>{words}</p></body></html>")

    def page_enable_javascript(self, request: Request) -> Response:
        words = "Please enable JavaScript and cookies to continue. Aktifkan JavaScript untuk melanjutkan."
        script = "<script>document.cookie='ok=1';location.reload()</script>"
        return html(
            f"<html><head><title>Sebentar ...</title></head><body>{script}<noscript>{words}</noscript></body></html>"
        )

    def page_sitemap_loop(self, request: Request) -> Response:
        return _sitemap_index(f"http://{HOST}/sitemap-loop.xml")

    def page_sitemap_deep(self, request: Request) -> Response:
        return _sitemap_index(f"http://{HOST}/sitemap-deep.xml?n={int(request.query('n', '0')) + 1}")

    def page_private_links(self, request: Request) -> Response:
        return html(listing("Dalam", [*PRIVATE_URLS, "/berita/18"]))

    def page_deep(self, request: Request) -> Response:
        return html(f"<html><body>{'<div>' * 20_000}{article(request.host, 19)}</body></html>")

    def page_gone(self, request: Request) -> Response:
        return Response(b"<h1>410</h1>", 410)

    def page_noarchive(self, request: Request) -> Response:
        return Response(article(HOST, 31).encode(), headers=(("X-Robots-Tag", "noarchive"),))

    def page_tdm(self, request: Request) -> Response:
        return Response(article(HOST, 32).encode(), headers=(("tdm-reservation", "1"),))

    def page_repeat(self, request: Request) -> Response:
        page = int(request.query("page", "1"))
        urls = [f"/berita/{number}" for number in range(40, 46)]
        return html(listing("Berulang", urls) + f'<a rel="next" href="/repeat?page={page + 1}">Selanjutnya</a>')

    def page_walk(self, request: Request) -> Response:
        page = int(request.query("page", "1"))
        urls = [_with_slug(number) for number in range(5 * page + 35, 5 * page + 40)]
        slow = request.query("slow")
        address = f"/walk?page={page + 1}" + ("&amp;slow=1" if slow else "")
        following = f'<a rel="next" href="{address}">Selanjutnya</a>' if page < 4 else ""
        self._asked[request.target] += 1
        delay = 60.0 if slow and page == 2 and self._asked[request.target] == 1 else 0.0
        return Response((listing("Jalan", urls) + following).encode(), delay=delay)

    def page_walk_feed(self, request: Request) -> Response:
        return Response(_rss(map(_with_slug, range(45, 50))).encode(), content_type="application/rss+xml")

    def page_escapes(self, request: Request) -> Response:
        title = "\x1b]0;jahat\x07\x1b[31m<img src=x onerror=alert(1)>\u202e=cmd|' /C calc'!A1"
        return html(article(HOST, 33).replace(escape(draft(HOST, 33).title), escape(title)))

    def page_surrogates(self, request: Request) -> Response:
        data = '{"@type": "NewsArticle", "headline": "Rusak \\ud800\\u0000", "wordCount": 1' + "0" * 400 + "}"
        script = f'<script type="application/ld+json">{data}</script></head>'
        return html(article(HOST, 34).replace("</head>", script))

    def _busy(self, request: Request, status: int) -> Response:
        self._asked[request.target] += 1
        if self._asked[request.target] > int(request.query("times", "1000000")):
            return html(article(request.host, 20 + status % 7))
        return Response(b"<h1>Sibuk</h1>", status, headers=(("Retry-After", "1"),))


def _sitemap_index(url: str) -> Response:
    head = '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return Response(f"{head}<sitemap><loc>{escape(url)}</loc></sitemap></sitemapindex>".encode(), content_type=XML)


def _with_slug(number: int) -> str:
    return f"/berita/{number}/warga-menunggu-kabar-dari-pelabuhan-{number}"


def _rss(paths: Iterable[str] = tuple(f"/berita/{number}" for number in range(1, 7))) -> str:
    items = "".join(
        f"<item><title>{escape(draft(HOST, int(path.split('/')[2])).title)}</title><link>http://{HOST}{path}</link></item>\n"
        for path in paths
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Nakal</title>{items}</channel></rss>'


@cache
def _bomb() -> bytes:
    return gzip.compress(bytes(100 * _MEGABYTE), 9)
