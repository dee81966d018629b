"""RSS, Atom, sitemaps and robots.txt of a paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from html import escape

from newscrawl.demo.edition import Edition
from newscrawl.demo.layouts.base import summary
from newscrawl.demo.moments import rfc822
from newscrawl.demo.papers import Desk
from newscrawl.demo.stories import Story

FEED_LENGTH = 12
_NEWS_DAYS = 2
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rss(edition: Edition, desk: Desk) -> str:
    """The desk's newest stories as RSS 2.0, with Dublin Core's creator and Media RSS pictures."""
    paper = edition.paper
    entries = "".join(_rss_item(edition, story) for story in _newest(edition, desk))
    return (
        f'{_XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{escape(paper.title)} - {escape(desk.heading)}</title>\n<link>http://{paper.www}/</link>\n"
        f"<description>{escape(paper.motto)}</description>\n<language>{paper.language}</language>\n"
        f'<atom:link href="{escape(paper.layout.feed_url(paper, desk.name))}" rel="self" type="application/rss+xml"/>\n'
        f"{entries}</channel>\n</rss>\n"
    )


def _rss_item(edition: Edition, story: Story) -> str:
    link = f"{story.url}?utm_source=rss&utm_medium=feed"
    creator = story.authors[0] if story.authors else story.editors[0]
    return (
        f"<item><title>{escape(story.title)}</title><link>{escape(link)}</link>"
        f'<guid isPermaLink="false">{edition.paper.name}-{story.number}</guid>'
        f"<description><![CDATA[<p>{escape(summary(story))}</p>]]></description>"
        f"<dc:creator>{escape(creator)}</dc:creator><category>{escape(story.tags[0])}</category>"
        f'<media:content url="{escape(story.images[0].url)}" medium="image"/>'
        f"<pubDate>{rfc822(story.published_at)}</pubDate></item>\n"
    )


def atom(edition: Edition, desk: Desk) -> str:
    """The desk's newest stories as Atom 1.0."""
    paper = edition.paper
    stories = _newest(edition, desk)
    url = escape(paper.layout.feed_url(paper, desk.name))
    updated = max((_changed(story) for story in stories), default=edition.now)
    entries = "".join(
        f'<entry><title>{escape(story.title)}</title><link rel="alternate" href="{escape(story.url)}"/>'
        f"<id>tag:{paper.domain},2020:{story.number}</id><published>{story.published_at.isoformat()}</published>"
        f"<updated>{_changed(story).isoformat()}</updated>"
        f"<author><name>{escape(', '.join(story.authors) or 'Nusawarta')}</name></author>"
        f"<summary>{escape(summary(story))}</summary></entry>\n"
        for story in stories
    )
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{paper.language}">\n'
        f"<title>{escape(paper.title)} - {escape(desk.heading)}</title><id>{url}</id>"
        f'<link rel="self" href="{url}"/><updated>{updated.isoformat()}</updated>\n{entries}</feed>\n'
    )


def sitemap_index(edition: Edition) -> str:
    """The index: the news sitemap, and one sitemap for every month."""
    places = [(news_sitemap_url(edition), edition.stories[0].published_at)]
    places += [(month_sitemap_url(edition, month), latest) for month, latest in months(edition).items()]
    entries = "".join(
        f"<sitemap><loc>{escape(url)}</loc><lastmod>{latest.isoformat()}</lastmod></sitemap>\n"
        for url, latest in places
    )
    return f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n'


def news_sitemap(edition: Edition) -> str:
    """The stories of the last two days with Google's news tags."""
    since = edition.now - timedelta(days=_NEWS_DAYS)
    entries = "".join(
        f"<url><loc>{escape(story.url)}</loc><lastmod>{_changed(story).isoformat()}</lastmod>"
        f"<news:news><news:publication><news:name>{escape(edition.paper.title)}</news:name>"
        f"<news:language>{edition.paper.language}</news:language></news:publication>"
        f"<news:publication_date>{story.published_at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>\n"
        for story in edition.stories
        if story.published_at >= since
    )
    return _urlset(entries, ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')


def month_sitemap(edition: Edition, month: str) -> str:
    """All stories of a month (``2026-10``), those in the closed folder as well: robots.txt decides."""
    return _sitemap(story for story in edition.stories if f"{story.published_at:%Y-%m}" == month)


def desk_sitemap(edition: Edition, desk: Desk) -> str:
    """All stories of a desk."""
    return _sitemap(edition.by_desk[desk.name])


def months(edition: Edition) -> dict[str, datetime]:
    """The months that have stories, newest first, each with its latest change."""
    latest: dict[str, datetime] = {}
    for story in edition.stories:
        month = f"{story.published_at:%Y-%m}"
        latest[month] = max(latest.get(month, story.published_at), _changed(story))
    return latest


def news_sitemap_url(edition: Edition) -> str:
    return f"http://{edition.paper.www}/sitemap-news.xml"


def month_sitemap_url(edition: Edition, month: str) -> str:
    return f"http://{edition.paper.www}/sitemap-{month}.xml"


def robots(edition: Edition) -> str:
    """What robots.txt says on every host of the paper."""
    paper = edition.paper
    return (
        f"User-agent: *\nDisallow: /{paper.closed_folder}/\nDisallow: /search\nAllow: /\n\n"
        f"User-agent: BadBot\nDisallow: /\n\nSitemap: {paper.layout.sitemap_url(paper)}\n"
    )


def _newest(edition: Edition, desk: Desk) -> list[Story]:
    return edition.by_desk[desk.name][:FEED_LENGTH]


def _changed(story: Story) -> datetime:
    return story.modified_at or story.published_at


def _sitemap(stories: Iterable[Story]) -> str:
    entries = (
        f"<url><loc>{escape(story.url)}</loc><lastmod>{_changed(story).isoformat()}</lastmod></url>\n"
        for story in stories
    )
    return _urlset(entries, "")


def _urlset(entries: Iterable[str], namespaces: str) -> str:
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{namespaces}>\n{"".join(entries)}</urlset>\n'
    )
