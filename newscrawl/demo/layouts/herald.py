"""An English daily on WordPress: dated addresses, an ``@graph`` of JSON-LD, share prompts, newsletters, comments."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING, ClassVar

from newscrawl.demo.furniture import Furniture
from newscrawl.demo.layouts.base import Layout, summary
from newscrawl.demo.markup import attribute, json_ld, link, meta, slug, text
from newscrawl.demo.moments import american
from newscrawl.demo.stories import Dateline, Picture, Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Paper


class HeraldLayout(Layout):
    """``http://{host}/{year}/{month}/{day}/{slug}/`` and pages as ``…/page/2/``."""

    stylesheet: ClassVar[str] = "herald.css"

    def article_url(
        self, paper: Paper, desk: str, number: int, published_at: datetime, title: str, *, closed: bool
    ) -> str:
        folder = f"{paper.closed_folder}/" if closed else ""
        return f"http://{paper.www}/{folder}{published_at:%Y/%m/%d}/{slug(title)}-{number % 10000}/"

    def listing_url(self, paper: Paper, desk: str, page: int) -> str:
        url = f"http://{paper.www}/category/{desk}/"
        return url if page == 1 else f"{url}page/{page}/"

    def feed_url(self, paper: Paper, desk: str) -> str:
        return f"http://{paper.www}/category/{desk}/feed/"

    def archive_url(self, paper: Paper, day: date, page: int) -> str:
        url = f"http://{paper.www}/{day:%Y/%m/%d}/"
        return url if page == 1 else f"{url}page/{page}/"

    def archive_front(self, paper: Paper) -> str:
        return f"http://{paper.www}/archive/"

    def sitemap_url(self, paper: Paper) -> str:
        return f"http://{paper.www}/wp-sitemap.xml"

    def desk_sitemap_url(self, paper: Paper, desk: str) -> str:
        return f"http://{paper.www}/category/{desk}/sitemap.xml"

    def tag_url(self, paper: Paper, tag: str) -> str:
        return f"http://{paper.www}/tag/{slug(tag)}/"

    def author_url(self, paper: Paper, author: str) -> str:
        return f"http://{paper.www}/author/{slug(author)}/"

    def gallery_url(self, paper: Paper, number: int, title: str) -> str:
        return f"http://{paper.www}/gallery/{slug(title)}/"

    def video_url(self, paper: Paper, number: int, title: str) -> str:
        return f"http://{paper.www}/video/{slug(title)}/"

    def dateline(self, paper: Paper, place: str, agency: str | None, rng: Random) -> Dateline | None:
        if agency:
            return Dateline(agency, place, f"{place} ({agency}) - ")
        brand = paper.title
        form = rng.choice((f"{place.upper()}, {brand} – ", f"{place} ({brand}) — ", f"{place.upper()} — "))
        return Dateline(brand if brand in form else None, form[: len(place)], form)

    def article(self, edition: Edition, story: Story, page: int) -> str:
        furniture = Furniture(edition, story)
        moment = story.published_at
        byline = " and ".join(
            link(self.author_url(edition.paper, name), name, 'rel="author" class="url fn"') for name in story.authors
        )
        editor = f'<p class="edited-by">Edited by {text(story.editors[0])}</p>'
        subtitle = f'<p class="entry-subtitle">{text(story.subtitle)}</p>' if story.subtitle else ""
        main = (
            f'<article class="post hentry"><header class="entry-header">'
            f'<h1 class="entry-title">{text(story.title)}</h1>\n'
            f"{subtitle}"
            f'<div class="entry-meta"><span class="author vcard">{f"By {byline}" if byline else "Nusawarta"}</span> '
            f'<time class="entry-date published" datetime="{moment.isoformat()}">{american(moment)}</time>'
            f"{_updated(story)}</div></header>\n{furniture.share()}\n{_picture(story.images[0], story.number)}"
            f'<div class="entry-content">\n{self._body(edition, story)}\n</div>\n{editor}{furniture.tags()}'
            f"{furniture.related()}</article>\n{furniture.comments()}"
        )
        title = f"{story.title} - {edition.paper.title}"
        return self.document(edition, title, main, head=self._head(edition, story), classes="single single-post")

    def _head(self, edition: Edition, story: Story) -> str:
        modified = story.modified_at.isoformat() if story.modified_at else None
        return (
            f"{meta('description', summary(story))}{self.open_graph(story)}"
            f"{meta('article:published_time', story.published_at.isoformat(), 'property')}"
            f"{meta('article:modified_time', modified, 'property')}"
            f'<link rel="canonical" href="{attribute(story.url)}">\n{_graph(edition, story)}'
            f'<link rel="alternate" type="application/rss+xml" '
            f'href="{attribute(self.feed_url(edition.paper, story.section))}">\n'
        )

    def _body(self, edition: Edition, story: Story) -> str:
        furniture = Furniture(edition, story)
        printed = self.blocks(edition, story, 1)
        if story.dateline:
            printed[0] = printed[0].replace("<p>", f"<p>{text(story.dateline.printed)}", 1)
        printed.insert(min(2, len(printed)), furniture.advert("ad-in-article"))
        printed.insert(min(4, len(printed)), furniture.read_also_paragraph("first"))
        if len(story.images) > 1:
            printed.insert(min(5, len(printed)), _picture(story.images[1], story.number + 1))
        if story.number % 3 == 0:
            prompt = f'<div class="newsletter-signup"><p>{text(furniture.phrase("newsletter"))}</p></div>'
            printed.insert(min(6, len(printed)), prompt)
        if story.number % 4 == 0:
            printed.append(furniture.scroll("story-continues") if len(printed) > 9 else "")
            printed.append(f'<p class="sponsor"><em>{text(furniture.phrase("promos"))}</em></p>')
        return "\n".join(printed)

    def teaser(self, edition: Edition, story: Story) -> str:
        moment = story.published_at
        return (
            f'<article class="entry"><h2 class="entry-title">{link(story.url, story.title, "rel=bookmark")}</h2>'
            f'<time datetime="{moment.isoformat()}">{american(moment)}</time>'
            f"<p>{text(summary(story))} {link(story.url, 'Read more')}</p></article>\n"
        )


def _updated(story: Story) -> str:
    if story.modified_at is None:
        return ""
    moment = story.modified_at
    return f' <time class="updated" datetime="{moment.isoformat()}">Updated {american(moment)}</time>'


def _picture(picture: Picture, number: int) -> str:
    return (
        f'<figure id="attachment_{number}" class="wp-caption"><img src="{attribute(picture.url)}" '
        f'alt="{attribute(picture.alt)}"><figcaption class="wp-caption-text">{text(picture.caption)} '
        f'<span class="credit">(Photo: {text(picture.credit)})</span></figcaption></figure>\n'
    )


def _graph(edition: Edition, story: Story) -> str:
    site = f"http://{edition.paper.www}/"
    people = [{"@type": "Person", "@id": f"{site}#/person/{slug(name)}", "name": name} for name in story.authors]
    organization = {"@type": "NewsMediaOrganization", "@id": f"{site}#organization", "name": edition.paper.title}
    article = {
        "@type": ["Article", "NewsArticle"],
        "@id": f"{story.url}#article",
        "headline": story.title,
        "datePublished": story.published_at.isoformat(),
        "dateModified": (story.modified_at or story.published_at).isoformat(),
        "author": [{"@id": person["@id"]} for person in people] or {"@id": organization["@id"]},
        "publisher": {"@id": organization["@id"]},
        "wordCount": story.word_count,
        "keywords": list(story.tags),
        "inLanguage": story.language,
    }
    return json_ld({"@graph": [article, *people, organization]})
