"""Pages without any design: an article, a listing."""

from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from random import Random

from newscrawl.demo.composition import Draft, compose
from newscrawl.demo.prose import Scene, load
from newscrawl.demo.responses import Response


@cache
def draft(host: str, number: int) -> Draft:
    """What the article ``/berita/{number}`` of a host says."""
    rng = Random(f"{host} {number}")
    words = load("id")
    topic = rng.choice(words.topics)
    moment = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=number % 20, hours=5)
    return compose(Scene(words, "pesisir", topic, moment, rng), topic, 200, extras=False)


def article(host: str, number: int) -> str:
    """A plain article page."""
    story = draft(host, number)
    moment = story.scene.moment
    body = "".join(f"<p>{escape(block.text, quote=False)}</p>\n" for block in story.blocks)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(story.title)}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{escape(story.title)}">'
        f'<meta property="article:published_time" content="{moment.isoformat()}"></head><body><article>'
        f"<h1>{escape(story.title)}</h1><time>{moment.isoformat()}</time>\n{body}</article></body></html>"
    )


def listing(title: str, urls: list[str]) -> str:
    """A section page with links."""
    links = "".join(f'<li><h3><a href="{escape(url)}">Berita dari {escape(url)} hari ini</a></h3></li>' for url in urls)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><ul>{links}</ul></body></html>"
    )


def html(page: str) -> Response:
    return Response(page.encode())
