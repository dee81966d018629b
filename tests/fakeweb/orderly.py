"""``tertib.test`` (Indonesian for orderly): a paper that says what may be done with each of its pages.

====================== ==============================================================================================
``/kanal/terbuka``     a section whose articles say: nothing (1), ``noarchive`` (2), and to another crawler (3)
``/kanal/tertutup``    a section whose articles say: ``noindex`` by header (11), by meta (12), by our name (13), a
                       passed ``unavailable_after`` (14), a TDM reservation by header (15), by tdmrep.json (16)
``/kanal/sepi``        a section whose page says ``nofollow``, with the articles 21 and 22
``/rahasia/``          closed by robots.txt, announced in ``/kanal/campur`` (31) beside an open article (32)
====================== ==============================================================================================

``ramai.test`` (busy) has one section, ``/kanal/ramai``, and answers the first article it is asked for with 429, or
another status.
"""

from newscrawl.demo.responses import JSON, Request, Response
from tests.fakeweb.plain_pages import article, html, listing

HOST = "tertib.test"
BUSY = "ramai.test"
_SECTIONS = {
    "terbuka": ["/berita/1", "/berita/2", "/berita/3"],
    "tertutup": [f"/berita/{number}" for number in range(11, 16)] + ["/arsip/16"],
    "sepi": ["/berita/21", "/berita/22"],
    "campur": ["/rahasia/31", "/berita/32"],
}
_HEADERS = {
    2: (("X-Robots-Tag", "noarchive"),),
    3: (("X-Robots-Tag", "otherbot: noindex"),),
    11: (("X-Robots-Tag", "noindex"),),
    13: (("X-Robots-Tag", "otherbot: follow, newscrawl: noindex"),),
    14: (("X-Robots-Tag", "unavailable_after: Sun, 01 Mar 2020 12:00:00 GMT"),),
    15: (("TDM-Reservation", "1"),),
}
_TERMS = b'[{"location": "/arsip/", "tdm-reservation": 1, "tdm-policy": "http://tertib.test/syarat.json"}]'
_METAS = {12: '<meta name="robots" content="noindex">'}


class Busy:
    """The handler of ``ramai.test``."""

    def __init__(self, retry_after: str | None = None, status: int = 429) -> None:
        self._headers = (("Retry-After", retry_after),) if retry_after is not None else ()
        self._status = status
        self._refused = False

    def __call__(self, request: Request) -> Response:
        kind, _, name = request.path.strip("/").partition("/")
        if kind == "kanal":
            return html(listing("Ramai", [f"/berita/{number}" for number in range(1, 4)]))
        if kind != "berita" or not name.isdigit():
            return Response(b"<h1>404</h1>", 404)
        if not self._refused:
            self._refused = True
            return Response(b"<h1>Sibuk</h1>", self._status, headers=self._headers)
        return html(article(BUSY, int(name)))


def answer(request: Request) -> Response:
    """The host's handler."""
    kind, _, name = request.path.strip("/").partition("/")
    match kind:
        case "robots.txt":
            return Response(b"User-agent: *\nDisallow: /rahasia/\n", content_type="text/plain")
        case ".well-known":
            return Response(_TERMS, content_type=JSON)
        case "kanal" if name in _SECTIONS:
            page = listing(name, _SECTIONS[name])
            return html(
                page.replace("<head>", '<head><meta name="robots" content="nofollow">') if name == "sepi" else page
            )
        case "berita" | "arsip" | "rahasia" if name.isdigit():
            page = article(HOST, int(name)).replace("<head>", f"<head>{_METAS.get(int(name), '')}")
            return Response(page.encode(), headers=_HEADERS.get(int(name), ()))
    return Response(b"<h1>404</h1>", 404)
