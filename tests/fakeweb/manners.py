"""Hosts with rules: every kind of robots.txt, of Retry-After and of opt-out, under an address of its own.

Each answers every path but its special files with a small page. ``KINDS`` names the hosts of robots.txt, ``robots
kind.test``; what they answer for ``/robots.txt`` stands in `_robots`.
"""

from functools import partial
from itertools import repeat

from newscrawl.demo.responses import JSON, Handler, Request, Response, redirect

PRIVATE_ROBOTS = "http://127.0.0.1:9/robots.txt"
_CLOSED = "User-agent: *\nDisallow: /\n"
_LINE = b"Disallow: /umpan-yang-panjang-sekali/dan-tidak-ada\n"
TEN_MEGABYTES = 10 * 1024 * 1024

TEXTS = {
    "named": "User-agent: *\nDisallow: /\n\nUser-agent: newscrawl\nDisallow: /private/\nAllow: /private/pers$\n",
    "closed": _CLOSED,
    "empty": "",
    "utf8bom": "\ufeffUser-agent: *\nDisallow: /private/\n",
    "nuls": "User-agent: *\n\0\0Dis\0allow: /private/\0\n",
    "delay": "User-agent: *\nCrawl-delay: 0.6\n",
    "delay-huge": "User-agent: *\nCrawl-delay: 1e9\n",
    "delay-negative": "User-agent: *\nCrawl-delay: -1\n",
    "delay-nan": "User-agent: *\nCrawl-delay: NaN\n",
    "bomb": f"User-agent: *\nDisallow: /{'a*' * 20_000}\nDisallow: /private/\n",
    "maps": "Sitemap: http://maps.test/peta.xml\nSitemap: http://127.0.0.1/peta.xml\nSitemap: /relatif.xml\n",
}
_RESERVED = Response(
    b'[{"location": "/gratis/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]', content_type=JSON
)
CODINGS = ("gzip", "deflate", "br", "zstd")
STATUSES = (401, 403, 404, 410, 429, 500, 503)


def hosts() -> dict[str, Handler]:
    """Every host with its handler."""
    texts = {f"{kind}.test": partial(_answer, partial(_text, text)) for kind, text in TEXTS.items()}
    statuses = {f"status-{status}.test": partial(_answer, partial(_status, status)) for status in STATUSES}
    others: dict[str, Handler] = {
        "utf16.test": partial(_answer, lambda _: Response(_CLOSED.encode("utf-16"), content_type="text/plain")),
        "binary.test": partial(_answer, lambda _: Response(bytes(range(256)) * 40, content_type="text/plain")),
        "large.test": partial(_answer, _large),
        "dropped.test": partial(_answer, lambda _: Response(_CLOSED.encode(), missing=500)),
        "hops-5.test": partial(_hops, 5),
        "hops-6.test": partial(_hops, 6),
        "abroad.test": partial(_answer, lambda _: redirect("http://closed.test/robots.txt", 302)),
        "poisoned.test": partial(_answer, lambda _: redirect(PRIVATE_ROBOTS, 302)),
        "offweb.test": partial(_answer, lambda _: redirect("file:///etc/passwd", 302)),
        "nowhere.test": partial(_answer, lambda _: Response(status=302)),
        "busy.test": partial(_failing, 429),
        "missing.test": partial(_failing, 404),
        "tdm.test": partial(_tdm, _RESERVED),
        "tdm-moved.test": partial(_tdm, redirect("http://tdm.test/.well-known/tdmrep.json", 302)),
        "tdm-broken.test": partial(_tdm, Response(b"[{", content_type=JSON)),
        "tdm-failing.test": partial(_tdm, Response(b"", 500)),
        "tdm-long.test": partial(_tdm, Response(stream=lambda: repeat(b"[" * 65_536, 400), content_type=JSON)),
        "tdm-closed.test": partial(_tdm, _RESERVED, robots="User-agent: *\nDisallow: /.well-known/\n"),
    }
    packed = {f"garbled-{coding}.test": partial(_answer, partial(_garbled, coding)) for coding in CODINGS}
    return {**texts, **statuses, **others, **packed}


def _answer(robots: Handler, request: Request) -> Response:
    if request.path == "/robots.txt":
        return robots(request)
    return Response(f"<html><head><title>{request.path}</title></head><body>Halaman</body></html>".encode())


def _failing(status: int, request: Request) -> Response:
    """That status for everything but robots.txt."""
    return _text("", request) if request.path == "/robots.txt" else Response(b"", status)


def _tdm(answer: Response, request: Request, robots: str = "") -> Response:
    return answer if request.path == "/.well-known/tdmrep.json" else _answer(partial(_text, robots), request)


def _text(text: str, request: Request) -> Response:
    return Response(text.encode(), content_type="text/plain; charset=utf-8")


def _status(status: int, request: Request) -> Response:
    return Response(f"<h1>{status}</h1>".encode(), status, headers=(("Retry-After", "120"),) if status == 503 else ())


def _garbled(coding: str, request: Request) -> Response:
    """A body that is not what its header says."""
    return Response(_CLOSED.encode(), content_type="text/plain", headers=(("Content-Encoding", coding),))


def _large(request: Request) -> Response:
    """10 MB: a rule at the beginning, one long after the first 500 KiB."""
    head, tail = b"User-agent: *\nDisallow: /awal/\n", b"Disallow: /akhir/\n"
    chunk = _LINE * 1000
    return Response(stream=lambda: (head, *repeat(chunk, TEN_MEGABYTES // len(chunk)), tail), content_type="text/plain")


def _hops(count: int, request: Request) -> Response:
    """A closed robots.txt behind so many redirects."""
    if not request.path.endswith("robots.txt"):
        return _answer(partial(_text, ""), request)
    done = int(request.query("n", "0"))
    if done == count:
        return _text(_CLOSED, request)
    return redirect(f"http://{request.host}/robots.txt?n={done + 1}", 302)
