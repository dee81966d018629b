"""A portal in Sindonews' manner: a host a desk, ``Jum'at``, and a body without paragraphs, only line breaks."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, ClassVar

from newscrawl.demo.furniture import Furniture
from newscrawl.demo.layouts.base import Layout, summary
from newscrawl.demo.markup import attribute, json_ld, link, meta, slug, text
from newscrawl.demo.moments import apostrophe_friday, labelled
from newscrawl.demo.stories import Block, Dateline, Picture, Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Paper

_BREAK = "<br><br>\n"


class JalurLayout(Layout):
    """``http://{desk}.{domain}/read/{id}/{desk number}/{slug}``, all pages at once with ``?showpage=all``."""

    stylesheet: ClassVar[str] = "jalur.css"
    splits_articles: ClassVar[bool] = True
    prints_subtitles: ClassVar[bool] = False
    feed_kind: ClassVar[str] = "atom"

    def article_url(
        self, paper: Paper, desk: str, number: int, published_at: datetime, title: str, *, closed: bool
    ) -> str:
        place = [known.name for known in paper.desks].index(desk) + 150
        folder = paper.closed_folder if closed else "read"
        return f"http://{paper.desk(desk).subdomain}.{paper.domain}/{folder}/{number}/{place}/{slug(title)}"

    def listing_url(self, paper: Paper, desk: str, page: int) -> str:
        url = f"http://{paper.desk(desk).subdomain}.{paper.domain}/"
        return url if page == 1 else f"{url}terkini?page={page}"

    def feed_url(self, paper: Paper, desk: str) -> str:
        return f"http://{paper.desk(desk).subdomain}.{paper.domain}/feed"

    def dateline(self, paper: Paper, place: str, agency: str | None, rng: Random) -> Dateline | None:
        source, city = f"{paper.title.replace(' ', '')}.test", place.upper()
        if rng.random() < 0.4:
            return Dateline(None, city, f"{city} - ")
        return Dateline(source, city, f"{city}, {source} - ")

    def article(self, edition: Edition, story: Story, page: int) -> str:
        """The page; ``page`` 0 is all of them at once."""
        furniture = Furniture(edition, story)
        author = self._author(edition, story)
        body = self._body(edition, story, page)
        main = (
            f'<div class="breadcrumb">{link("/", "Home")} / {text(edition.paper.desk(story.section).heading)}</div>\n'
            f'<h1 class="detail-title">{text(story.title)}</h1>\n'
            f'<div class="detail-nama-redaksi">{author}</div>\n'
            f'<div class="detail-date-artikel">{apostrophe_friday(story.published_at)}</div>\n{furniture.share()}\n'
            f"{_picture(story.images[0]) if page < 2 else ''}"
            f'<div id="detail-desc" class="detail-desc" itemprop="articleBody">{body}</div>\n'
            f"{self.pages_of(edition, story, page) if page else ''}"
            f"{self._code(story)}{furniture.tags()}\n{furniture.related('h4')}\n{furniture.comments()}"
        )
        title = f"{story.title} - {edition.paper.title}" if page < 2 else f"{story.title} - Halaman {page}"
        return self.document(edition, title, main, head=self._head(edition, story, page), classes="artikel")

    def _author(self, edition: Edition, story: Story) -> str:
        if not story.authors:
            return "Nusawarta"
        links = (link(self.author_url(edition.paper, name), name, 'rel="author"') for name in story.authors)
        return ", ".join(links)

    def _head(self, edition: Edition, story: Story, page: int) -> str:
        canonical = f'<link rel="canonical" href="{attribute(story.url)}">\n'
        head = (
            f"{meta('description', summary(story))}{meta('news_keywords', ', '.join(story.tags))}"
            f"{self.open_graph(story)}{canonical}{self.page_links(story, page)}"
        )
        return head + _data(edition, story) if page < 2 else head

    def _body(self, edition: Edition, story: Story, page: int) -> str:
        furniture = Furniture(edition, story)
        blocks = story.pages[page - 1] if page else story.blocks
        printed = [self._line(edition, story, block) for block in blocks]
        if page < 2 and story.dateline:
            printed[0] = f"<strong>{text(story.dateline.printed.rstrip(' -'))}</strong> - {printed[0]}"
        label, other = furniture.read_also(f"inline {page}")
        printed.insert(min(3, len(printed)), f"{text(label.rstrip(':'))}: {link(other.url, other.title)}")
        advert = text(furniture.phrase("adverts")) + edition.display("box-ads")
        printed.insert(min(5, len(printed)), f'<div class="box-ads">{advert}</div>')
        if len(story.images) > 1 and page < 2:
            printed.insert(min(6, len(printed)), _picture(story.images[1]))
        if story.number % 6 == 0:
            printed[-1:-1] = [text(furniture.video()), f'Simak Video "{text(furniture.others(1, "video")[0].title)}"']
        if story.number % 8 == 1 and story.authors and page < 2:
            printed.insert(0, text(f"Laporan Wartawan {edition.paper.title}, {story.authors[0]}"))
        if story.number % 3 == 0:
            printed.append(f"<b>{text(furniture.phrase('newsletter'))}</b>")
        return _BREAK.join(printed)

    def _line(self, edition: Edition, story: Story, block: Block) -> str:
        words = self.inline(edition, story, block)
        match block.kind:
            case "subhead":
                return f"<b>{words}</b>"
            case "quote":
                return f"<i>{words}</i>"
            case _:
                return words

    def _code(self, story: Story) -> str:
        code = story.desk_code or f"({story.editors[0][:3].lower()})"
        return f'<div class="editor">{code}</div><div class="redaktur">Editor: {text(story.editors[0])}</div>\n'

    def teaser(self, edition: Edition, story: Story) -> str:
        return (
            f'<div class="desc-kanal"><div class="title">{link(story.url, story.title)}</div>'
            f'<div class="waktu">{labelled(story.published_at).removeprefix("Tayang: ")}</div>'
            f"<p>{text(summary(story))}</p></div>\n"
        )


def _picture(picture: Picture) -> str:
    return (
        f'<div class="detail-img"><img src="{attribute(picture.url)}" alt="{attribute(picture.alt)}">'
        f'<div class="caption">{text(picture.caption)} <em>Foto/{text(picture.credit)}</em></div></div>\n'
    )


def _data(edition: Edition, story: Story) -> str:
    people = [{"@type": "Person", "name": name} for name in story.authors]
    return json_ld(
        {
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": story.published_at.isoformat(),
            "dateModified": (story.modified_at or story.published_at).isoformat(),
            "author": people or [{"@type": "Organization", "name": "Nusawarta"}],
            "publisher": {"@type": "Organization", "name": edition.paper.title},
            "image": story.images[0].url,
        }
    )
