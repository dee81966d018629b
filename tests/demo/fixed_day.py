"""The day that these tests' web is built for, and a way to read it without a socket."""

from datetime import date
from urllib.parse import urlsplit

from newscrawl.demo.responses import Request

TODAY = date(2026, 10, 20)


def fetch(web, url):
    """What the web answers at that address."""
    parts = urlsplit(url)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    return web.respond(Request("GET", parts.netloc, target))
