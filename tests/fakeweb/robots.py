"""Hosts whose robots.txt is odd, each with a listing at ``/`` and the articles ``/berita/1`` to ``/berita/3``."""

from functools import partial
from random import Random

from newscrawl.demo.responses import Handler, Request, Response, redirect
from tests.fakeweb.plain_pages import article, html, listing

ROBOTS_KINDS = ("404", "500", "closed", "delay", "empty", "binary", "named", "loop", "away")


def hosts() -> dict[str, Handler]:
    """``robots-404.test`` and so on."""
    return {f"robots-{kind}.test": partial(_robots_host, kind) for kind in ROBOTS_KINDS}


def _robots_host(kind: str, request: Request) -> Response:
    if request.path == "/robots.txt":
        return _robots(kind)
    if request.path == "/":
        return html(listing("Daftar", [f"/berita/{number}" for number in (1, 2, 3)]))
    number = request.path.removeprefix("/berita/")
    return html(article(request.host, int(number))) if number.isdigit() else Response(b"<h1>404</h1>", 404)


def _robots(kind: str) -> Response:
    match kind:
        case "404":
            return Response(b"<h1>404</h1>", 404)
        case "500":
            return Response(b"<h1>500</h1>", 500)
        case "binary":
            return Response(Random(6).randbytes(3000), content_type="text/plain")
        case "loop":
            return redirect("http://robots-loop.test/robots.txt", 302)
        case "away":
            return redirect("http://robots-closed.test/robots.txt", 302)
    text = {
        "closed": "User-agent: *\nDisallow: /\n",
        "delay": "User-agent: *\nCrawl-delay: 1\nDisallow:\n",
        "named": "User-agent: Scrapy\nUser-agent: newscrawl\nDisallow: /\n\nUser-agent: *\nDisallow:\n",
        "empty": "",
    }[kind]
    return Response(text.encode(), content_type="text/plain")
