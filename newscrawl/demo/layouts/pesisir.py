"""A daily in Republika's manner: an Indonesian day with an English month, "Rep/Red" bylines, the editor in JSON-LD."""

from __future__ import annotations

import hashlib
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, ClassVar

from newscrawl.demo.furniture import Furniture
from newscrawl.demo.layouts.base import Layout, summary
from newscrawl.demo.markup import attribute, json_ld, link, meta, slug, text
from newscrawl.demo.moments import MONTHS_EN, ago, english_month
from newscrawl.demo.stories import Dateline, Picture, Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Paper


class PesisirLayout(Layout):
    """``http://{host}/berita/{nine characters}/{slug}``, long articles over pages."""

    stylesheet: ClassVar[str] = "pesisir.css"
    splits_articles: ClassVar[bool] = True

    def article_url(
        self, paper: Paper, desk: str, number: int, published_at: datetime, title: str, *, closed: bool
    ) -> str:
        code = "s" + hashlib.sha256(f"{paper.name} {number}".encode()).hexdigest()[:8]
        if closed:
            return f"http://{paper.www}/{paper.closed_folder}/{code}/{slug(title)}"
        return f"http://{paper.desk(desk).subdomain}.{paper.domain}/berita/{code}/{slug(title)}"

    def dateline(self, paper: Paper, place: str, agency: str | None, rng: Random) -> Dateline | None:
        source, city = paper.domain.upper(), place.upper()
        form = rng.choice(
            ("{source}, {city} -- ", "{source}, {city} -- ", "{source},{city} -- ", "{source}, {city} - ")
        )
        return Dateline(source, city, form.format(source=source, city=city))

    def article(self, edition: Edition, story: Story, page: int) -> str:
        furniture = Furniture(edition, story)
        title = f"{story.title} | {edition.paper.title}"
        main = (
            f'<div class="max-card"><div class="date date-item__headline">{english_month(story.published_at)}</div>\n'
            f'<div class="max-card__title"><h1>{text(story.title)}</h1></div>\n{_teaser(story)}{_byline(story)}'
            f"{_picture(story.images[0]) if page == 1 else ''}{furniture.share()}</div>\n"
            f'<div class="article-content"><article>\n{self._body(edition, story, page)}\n'
            f"{self.pages_of(edition, story, page)}</article></div>\n{_footnote(story)}{furniture.tags()}\n"
            f"{furniture.related()}\n{furniture.comments()}"
        )
        return self.document(edition, title, main, head=self._head(edition, story, page), classes="artikel")

    def _head(self, edition: Edition, story: Story, page: int) -> str:
        # The author of the metadata is the editor: the writer stands in the byline only, as on the model.
        data = {
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": story.published_at.isoformat(),
            "dateModified": (story.modified_at or story.published_at).isoformat(),
            "author": {"@type": "Person", "name": story.editors[0]},
            "publisher": {"@type": "Organization", "name": edition.paper.title},
            "image": [picture.url for picture in story.images],
            "mainEntityOfPage": story.url,
            "articleSection": edition.paper.desk(story.section).heading,
        }
        return (
            f"{meta('description', summary(story))}{meta('author', story.editors[0])}"
            f"{meta('keywords', ', '.join(story.tags))}{self.open_graph(story)}"
            f'<link rel="canonical" href="{attribute(story.url)}">\n{self.page_links(story, page)}{json_ld(data)}'
        )

    def _body(self, edition: Edition, story: Story, page: int) -> str:
        furniture = Furniture(edition, story)
        printed = self.blocks(edition, story, page)
        if page == 1 and story.dateline:
            printed[0] = printed[0].replace("<p>", f"<p>{text(story.dateline.printed)}", 1)
        printed.insert(min(2, len(printed)), furniture.read_also_box("picked-article", f"picked {page}"))
        printed.insert(min(4, len(printed)), furniture.advert("div-gpt-ad-inner"))
        if len(story.images) > 1 and page == 1:
            printed.insert(min(6, len(printed)), _picture(story.images[1]))
        if story.number % 4 == 0:
            printed.insert(len(printed) - 1, '<p class="b2"></p>' + furniture.read_also_paragraph("late"))
        if story.number % 7 == 0:
            printed.insert(min(5, len(printed)), f"<p>{text(furniture.phrase('promos'))}</p>")
        if page == len(story.pages):
            printed += [f"<p>{story.desk_code}</p>"] if story.desk_code and story.number % 5 == 0 else []
            printed.append(f'<p class="promosi">{text(furniture.phrase("newsletter"))}</p>')
        return "\n".join(printed)

    def teaser(self, edition: Edition, story: Story) -> str:
        moment = story.published_at
        near = (edition.now - moment).days < 1
        printed = (
            ago(moment, edition.now) if near else f"{moment.day:02d} {MONTHS_EN[moment.month - 1]} {moment:%Y, %H:%M}"
        )
        desk = edition.paper.desk(story.section).heading
        return (
            f'<div class="list-berita"><img src="{attribute(story.images[0].url)}" alt="">'
            f'<div><span class="kanal">{text(desk)}</span><h3>{link(story.url, story.title)}</h3>'
            f'<div class="date">{printed}</div><p>{text(summary(story))}</p></div></div>\n'
        )


def _teaser(story: Story) -> str:
    return f'<p class="max-card__teaser">{text(story.subtitle)}</p>\n' if story.subtitle else ""


def _byline(story: Story) -> str:
    editor = f"Red: {story.editors[0]}"
    byline = f"Rep: {', '.join(story.authors)}/ {editor}" if story.authors else editor
    return f'<div class="max-card__title byline"><a href="#redaksi">{text(byline)}</a></div>\n'


def _picture(picture: Picture) -> str:
    """The caption is printed twice, with the credit between, as the model does."""
    return (
        f'<figure class="detail__media"><img src="{attribute(picture.url)}" alt="{attribute(picture.alt)}">'
        f'<div class="detail__media-caption">Foto: {text(picture.credit)}</div>'
        f"<figcaption>{text(picture.caption)}</figcaption></figure>\n"
        f'<div class="detail__media-caption">{text(picture.caption)}</div>\n'
    )


def _footnote(story: Story) -> str:
    return '<div class="footnote-wrap">sumber : Nusawarta</div>\n' if story.wire else ""
