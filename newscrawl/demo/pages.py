"""Every address that a paper answers, and what it answers there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from newscrawl.demo import dressing, feeds, pictures
from newscrawl.demo.edition import Edition
from newscrawl.demo.layouts.base import ABOUT, Listing
from newscrawl.demo.layouts.jalur import JalurLayout
from newscrawl.demo.layouts.lembah import LembahLayout
from newscrawl.demo.markup import link, slug, text
from newscrawl.demo.moments import DAYS_ID, MONTHS_EN, MONTHS_ID
from newscrawl.demo.papers import Desk
from newscrawl.demo.responses import JSON, XML, Response, redirect
from newscrawl.demo.stories import Story
from newscrawl.demo.writer import DAYS

Route = tuple[str, Callable[[], Response]]

_ASSETS = Path(__file__).parent / "assets"
_PER_PAGE = 6
_ARCHIVE_DAYS = 90


def routes(edition: Edition) -> dict[str, Callable[[], Response]]:
    """Absolute URL to what renders its response; all that the paper has."""
    found: dict[str, Callable[[], Response]] = {}
    for part in (_about, _assets, _feeds, _listings, _archive, _tags_and_authors, _stories):
        found.update(part(edition))
    return found


def missing(edition: Edition) -> Response:
    """The paper's page for an address that it does not have."""
    heading = "Halaman tidak ditemukan" if edition.paper.language == "id" else "Page not found"
    page = edition.paper.layout.notice(edition, heading, "<p>404</p>", "galat")
    return Response(page.encode(), 404)


def _html(render: Callable[[], str], last_modified: datetime | None = None) -> Response:
    return Response(render().encode(), last_modified=last_modified)


def _page(url: str, render: Callable[[], str], last_modified: datetime | None = None) -> Route:
    return url, partial(_html, render, last_modified)


def _document(url: str, render: Callable[[], str], content_type: str) -> Route:
    return url, lambda: Response(render().encode(), content_type=content_type)


def _about(edition: Edition) -> Iterator[Route]:
    paper, layout = edition.paper, edition.paper.layout
    www = f"http://{paper.www}"
    yield _page(f"{www}/", partial(layout.front, edition))
    for name in ABOUT[paper.language]:
        content = f"<p>{text(paper.title)}: {text(paper.motto)}.</p><p>redaksi@{paper.domain}</p>"
        yield _page(f"{www}/{slug(name)}", partial(layout.notice, edition, name, content))
    yield _page(f"{www}/search", partial(layout.notice, edition, "Search", "<p>0</p>", "cari"))
    for url, title in layout.galleries(edition):
        yield _page(url, partial(layout.notice, edition, title, _gallery(edition, title), "galeri"))


def _gallery(edition: Edition, title: str) -> str:
    """Pictures, or one in place of a player, with a line each."""
    if "ideo" in title:
        image = edition.stories[-1].images[0]
        return f'<div class="player"><img src="{image.url}" alt=""></div><p>{text(title)}.</p>'
    images = [story.images[0] for story in edition.stories[:30:5]]
    figures = (f'<figure><img src="{i.url}" alt=""><figcaption>{text(i.caption)}</figcaption></figure>' for i in images)
    return "".join(figures)


def _assets(edition: Edition) -> Iterator[Route]:
    layout = edition.paper.layout
    css = (_ASSETS / "frame.css").read_bytes() + (_ASSETS / layout.stylesheet).read_bytes()
    css += dressing.stylesheet() if edition.dressed else b""
    for host in edition.paper.hosts:
        yield f"http://{host}/assets/style.css", partial(Response, css, content_type="text/css")
        yield f"http://{host}/favicon.ico", partial(_picture, edition.paper.name)
        yield _document(f"http://{host}/robots.txt", partial(feeds.robots, edition), "text/plain; charset=utf-8")
    if isinstance(layout, LembahLayout):
        script = (_ASSETS / "lembah.js").read_bytes()
        url = f"http://{edition.paper.www}/assets/app.js"
        yield url, partial(Response, script, content_type="text/javascript; charset=utf-8")
    for story in edition.stories:
        for picture in story.images:
            yield picture.url, partial(_picture, picture.url)


def _picture(url: str) -> Response:
    return Response(pictures.png(url), content_type="image/png")


def _feeds(edition: Edition) -> Iterator[Route]:
    paper, layout = edition.paper, edition.paper.layout
    for desk in (desk for desk in paper.desks if not desk.empty):
        render, kind = (feeds.rss, "rss") if layout.feed_kind == "rss" else (feeds.atom, "atom")
        url = layout.feed_url(paper, desk.name)
        yield _document(url, partial(render, edition, desk), f"application/{kind}+xml; charset=utf-8")
        sitemap = partial(feeds.desk_sitemap, edition, desk)
        yield _document(layout.desk_sitemap_url(paper, desk.name), sitemap, XML)
    yield _document(layout.sitemap_url(paper), partial(feeds.sitemap_index, edition), XML)
    yield _document(feeds.news_sitemap_url(edition), partial(feeds.news_sitemap, edition), XML)
    for month in feeds.months(edition):
        url = feeds.month_sitemap_url(edition, month)
        yield _document(url, partial(feeds.month_sitemap, edition, month), XML)


def _listing_pages(
    edition: Edition, heading: str, stories: Sequence[Story], address: Callable[[int], str]
) -> Iterator[Route]:
    count = max(1, -(-len(stories) // _PER_PAGE))
    urls = tuple(address(number) for number in range(1, count + 1))
    for number, url in enumerate(urls, 1):
        shown = tuple(stories[(number - 1) * _PER_PAGE : number * _PER_PAGE])
        listing = Listing(heading, shown, urls, number)
        yield _page(url, partial(edition.paper.layout.listing, edition, listing))


def _listings(edition: Edition) -> Iterator[Route]:
    paper, layout = edition.paper, edition.paper.layout
    for desk in paper.desks:
        stories = edition.by_desk[desk.name]
        yield from _listing_pages(edition, desk.heading, stories, partial(layout.listing_url, paper, desk.name))
        yield from _desk_front(edition, desk)
    closed = [story for story in edition.stories if story.closed]
    yield from _listing_pages(edition, paper.closed_folder.title(), closed, lambda _: layout.closed_url(paper))


def _desk_front(edition: Edition, desk: Desk) -> Iterator[Route]:
    """A sub-domain of its own leads to the desk's listing."""
    front = f"http://{desk.subdomain}.{edition.paper.domain}/"
    listing = edition.paper.layout.listing_url(edition.paper, desk.name, 1)
    if desk.subdomain != "www" and front != listing:
        yield front, partial(redirect, listing)


def _archive(edition: Edition) -> Iterator[Route]:
    """A page or several for every day, also for days without stories, and an empty one behind the last."""
    paper, layout = edition.paper, edition.paper.layout
    for back in range(-1, _ARCHIVE_DAYS):
        day = edition.today - timedelta(days=back)
        stories = edition.by_day.get(day, [])
        address = partial(layout.archive_url, paper, day)
        yield from _listing_pages(edition, _day_heading(edition, day), stories, address)
        if stories:
            nothing = Listing(_day_heading(edition, day), (), ())
            yield _page(address(-(-len(stories) // _PER_PAGE) + 1), partial(layout.listing, edition, nothing))
    days = [edition.today - timedelta(days=back) for back in range(1, DAYS + 1)]
    entries = "".join(f"<p>{link(layout.archive_url(paper, day, 1), f'{day:%d/%m/%Y}')}</p>" for day in days)
    yield _page(layout.archive_front(paper), partial(layout.notice, edition, "Indeks", entries))


def _day_heading(edition: Edition, day: date) -> str:
    if edition.paper.language == "en":
        return f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}"
    return f"Indeks {DAYS_ID[day.weekday()]}, {day.day} {MONTHS_ID[day.month - 1]} {day.year}"


def _tags_and_authors(edition: Edition) -> Iterator[Route]:
    paper, layout = edition.paper, edition.paper.layout
    for tag, stories in edition.by_tag.items():
        url = layout.tag_url(paper, tag)
        yield from _listing_pages(edition, f"Tag: {tag}", stories[:_PER_PAGE], lambda _, url=url: url)  # type: ignore[misc]
    for author, stories in edition.by_author.items():
        url = layout.author_url(paper, author)
        yield from _listing_pages(edition, author, stories[:_PER_PAGE], lambda _, url=url: url)  # type: ignore[misc]


def _stories(edition: Edition) -> Iterator[Route]:
    layout = edition.paper.layout
    for story in edition.stories:
        changed = story.modified_at or story.published_at
        for number in range(1, len(story.page_starts) + 1):
            url = layout.page_url(story, number)
            yield _page(url, partial(layout.article, edition, story, number), changed)
        if isinstance(layout, JalurLayout):
            yield _page(f"{story.url}?showpage=all", partial(layout.article, edition, story, 0), changed)
        if isinstance(layout, LembahLayout):
            yield layout.api_url(story), partial(_api, layout, edition, story)


def _api(layout: LembahLayout, edition: Edition, story: Story) -> Response:
    return Response(layout.document_of(edition, story), content_type=JSON)
