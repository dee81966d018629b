"""What every design has: addresses, the frame round a page, listings, and the pages that are not articles."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING, ClassVar

from newscrawl.demo.markup import attribute, items, link, meta, slug, text, tracked, with_links
from newscrawl.demo.stories import Block, Dateline, Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Paper


@dataclass(frozen=True)
class Listing:
    """One page of a list of stories: a section, a day, a tag, a reporter."""

    heading: str
    stories: tuple[Story, ...]
    urls: tuple[str, ...]
    """The addresses of all its pages."""
    page: int = 1


class Layout(ABC):
    """A design. The subclasses hold what makes theirs different."""

    stylesheet: ClassVar[str]
    splits_articles: ClassVar[bool] = False
    """Whether long articles are printed over several pages."""
    prints_subtitles: ClassVar[bool] = True
    feed_kind: ClassVar[str] = "rss"

    # Addresses: all absolute, http only, since the proxy does not tunnel.

    @abstractmethod
    def article_url(
        self, paper: Paper, desk: str, number: int, published_at: datetime, title: str, *, closed: bool
    ) -> str: ...

    def page_url(self, story: Story, page: int) -> str:
        """The address of the ``page``-th page (from 1) of a story."""
        return story.url if page == 1 else f"{story.url}?page={page}"

    def listing_url(self, paper: Paper, desk: str, page: int) -> str:
        url = f"http://{paper.www}/kanal/{desk}"
        return url if page == 1 else f"{url}?page={page}"

    def feed_url(self, paper: Paper, desk: str) -> str:
        return f"http://{paper.www}/rss/{desk}"

    def archive_url(self, paper: Paper, day: date, page: int) -> str:
        url = f"http://{paper.www}/indeks/{day:%Y/%m/%d}"
        return url if page == 1 else f"{url}?page={page}"

    def archive_front(self, paper: Paper) -> str:
        return f"http://{paper.www}/indeks"

    def sitemap_url(self, paper: Paper) -> str:
        return f"http://{paper.www}/sitemap.xml"

    def desk_sitemap_url(self, paper: Paper, desk: str) -> str:
        return f"http://{paper.www}/{desk}/sitemap.xml"

    def tag_url(self, paper: Paper, tag: str) -> str:
        return f"http://{paper.www}/tag/{slug(tag)}"

    def author_url(self, paper: Paper, author: str) -> str:
        return f"http://{paper.www}/penulis/{slug(author)}"

    def gallery_url(self, paper: Paper, number: int, title: str) -> str:
        return f"http://{paper.www}/foto/{number}/{slug(title)}"

    def video_url(self, paper: Paper, number: int, title: str) -> str:
        return f"http://{paper.www}/video/{number}/{slug(title)}"

    def closed_url(self, paper: Paper) -> str:
        return f"http://{paper.www}/{paper.closed_folder}/"

    # Pages

    @abstractmethod
    def dateline(self, paper: Paper, place: str, agency: str | None, rng: Random) -> Dateline | None: ...

    @abstractmethod
    def article(self, edition: Edition, story: Story, page: int) -> str:
        """The HTML of the ``page``-th page (from 1) of the story."""

    @abstractmethod
    def teaser(self, edition: Edition, story: Story) -> str:
        """The story as an entry of a listing."""

    def listing(self, edition: Edition, listing: Listing) -> str:
        teasers = "".join(self.teaser(edition, story) for story in listing.stories)
        empty = "" if listing.stories else '<p class="kosong">-</p>'
        main = f'<h1 class="judul-kanal">{text(listing.heading)}</h1>{teasers}{empty}{self.pager(listing)}'
        return self.document(edition, f"{listing.heading} - {edition.paper.title}", main, classes="daftar")

    def pager(self, listing: Listing) -> str:
        if len(listing.urls) < 2:
            return ""
        english = listing.urls[0].count("/category/")
        labels = ("Older posts", "Newer posts") if english else ("Selanjutnya", "Sebelumnya")
        numbers = [
            f"<b>{number}</b>" if number == listing.page else link(url, str(number))
            for number, url in enumerate(listing.urls, 1)
        ]
        newer = [link(listing.urls[listing.page - 2], labels[1], 'rel="prev"')] if listing.page > 1 else []
        older = [link(listing.urls[listing.page], labels[0], 'rel="next"')] if listing.page < len(listing.urls) else []
        return f'<nav class="pager">{" ".join([*newer, *numbers, *older])}</nav>'

    def front(self, edition: Edition) -> str:
        """The home page: the newest of every desk, with links as a home page makes them."""
        paper = edition.paper
        lead, *rest = edition.stories[:7]
        columns = []
        for desk in paper.desks:
            entries = (link(tracked(story.url, "home"), story.title) for story in edition.by_desk[desk.name][:4])
            heading = link(self.listing_url(paper, desk.name, 1), desk.heading)
            columns.append(f'<section class="kolom"><h2>{heading}</h2>{items(entries)}</section>')
        top = f'<section class="utama">{self.teaser(edition, lead)}</section>'
        latest = "".join(self.teaser(edition, story) for story in rest)
        main = f'{top}<section class="terbaru">{latest}</section><div class="kolom-kolom">{"".join(columns)}</div>'
        return self.document(edition, f"{paper.title} - {paper.motto}", main, classes="beranda")

    def notice(self, edition: Edition, heading: str, content: str, classes: str = "halaman") -> str:
        """A page about the paper itself, a gallery, a video, a search, or that there is no such page."""
        main = f"<h1>{text(heading)}</h1>{content}"
        return self.document(edition, f"{heading} - {edition.paper.title}", main, classes=classes)

    # The frame

    def document(
        self, edition: Edition, title: str, main: str, *, head: str = "", classes: str = "", aside: bool = True
    ) -> str:
        paper, frame = edition.paper, edition.frame(title, classes)
        side = self.sidebar(edition, frame.side) if aside else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{paper.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{text(title)}</title>\n'
            f'{meta("og:site_name", paper.title, "property")}{head}<link rel="stylesheet" href="/assets/style.css">\n'
            f'{frame.head}</head>\n<body class="{attribute(classes)}">\n{frame.top}{self.header(paper)}\n'
            f'<div class="isi">\n<main>\n{main}\n{frame.main}</main>\n{side}\n</div>\n'
            f"{frame.below}{self.footer(paper)}\n{frame.end}</body>\n</html>\n"
        )

    def header(self, paper: Paper) -> str:
        desks = " ".join(link(self.listing_url(paper, desk.name, 1), desk.heading) for desk in paper.desks)
        archive = link(self.archive_front(paper), "Indeks" if paper.language == "id" else "Archive")
        brand = link(f"http://{paper.www}/", paper.title, 'class="merek"')
        search = f'<form action="http://{paper.www}/search"><input name="q" aria-label="Cari"></form>'
        motto = f'<span class="motto">{text(paper.motto)}</span>'
        return f"<header>{brand}{motto}{search}<nav>{desks} {archive}</nav></header>"

    def sidebar(self, edition: Edition, more: str = "") -> str:
        paper = edition.paper
        advert, popular, gallery = _SIDE[paper.language]
        entries = (link(tracked(story.url, "populer"), story.title) for story in edition.stories[3:40:7])
        galleries = (link(url, title) for url, title in self.galleries(edition))
        return (
            f'<aside><div class="iklan" id="div-gpt-ad-side"><span>{advert}</span></div>'
            f'<section class="populer"><h3>{popular}</h3>{items(entries)}</section>'
            f'<section class="galeri"><h3>{gallery}</h3>{items(galleries)}</section>{more}</aside>'
        )

    def galleries(self, edition: Edition) -> list[tuple[str, str]]:
        """Address and title of every gallery and video page."""
        paper = edition.paper
        titles = GALLERIES[paper.language]
        photos = [(self.gallery_url(paper, 40 + number, title), title) for number, title in enumerate(titles[:3])]
        return [
            *photos,
            *((self.video_url(paper, 70 + number, title), title) for number, title in enumerate(titles[3:])),
        ]

    def footer(self, paper: Paper) -> str:
        names = ABOUT[paper.language]
        links = " ".join(link(f"http://{paper.www}/{slug(name)}", name) for name in names)
        rights = "Hak cipta dilindungi" if paper.language == "id" else "All rights reserved"
        return f"<footer><p>{links}</p><p>Copyright © {text(paper.title)}. {rights}.</p></footer>"

    # Pieces of an article

    def blocks(self, edition: Edition, story: Story, page: int) -> list[str]:
        """The page's blocks as elements, neighbouring items gathered into one list."""
        printed: list[str] = []
        for block in story.pages[page - 1]:
            words = self.inline(edition, story, block)
            if block.kind == "item" and printed and printed[-1].endswith("</li></ul>"):
                printed[-1] = f"{printed[-1].removesuffix('</ul>')}<li>{words}</li></ul>"
            else:
                printed.append(_ELEMENTS[block.kind].format(words))
        return printed

    def inline(self, edition: Edition, story: Story, block: Block) -> str:
        """The words of a block, with a link to a tag's page here and there."""
        if block.kind != "paragraph" or len(block.text) % 3:
            return text(block.text)
        targets = {tag: self.tag_url(edition.paper, tag) for tag in story.tags}
        return with_links(block.text, targets)

    def pages_of(self, edition: Edition, story: Story, page: int) -> str:
        """The pager of an article over several pages."""
        count = len(story.page_starts)
        if count == 1:
            return ""
        numbers = [
            f"<b>{number}</b>" if number == page else link(self.page_url(story, number), str(number))
            for number in range(1, count + 1)
        ]
        following = [link(self.page_url(story, page + 1), "Selanjutnya", 'rel="next"')] if page < count else []
        return f'<div class="paging-artikel">Halaman: {" ".join([*numbers, *following])}</div>'

    def page_links(self, story: Story, page: int) -> str:
        """``rel=next`` and ``rel=prev`` for the head."""
        count = len(story.page_starts)
        following = f'<link rel="next" href="{attribute(self.page_url(story, page + 1))}">\n' if page < count else ""
        preceding = f'<link rel="prev" href="{attribute(self.page_url(story, page - 1))}">\n' if page > 1 else ""
        return preceding + following

    def open_graph(self, story: Story) -> str:
        image = story.images[0].url if story.images else None
        pairs = (("type", "article"), ("title", story.title), ("description", summary(story)), ("url", story.url))
        return "".join(meta(f"og:{name}", value, "property") for name, value in (*pairs, ("image", image)))


_ELEMENTS = {
    "paragraph": "<p>{}</p>",
    "subhead": "<h2>{}</h2>",
    "item": "<ul><li>{}</li></ul>",
    "quote": "<blockquote><p>{}</p></blockquote>",
}


def summary(story: Story) -> str:
    """What a listing, a feed and the meta description say of a story: the subtitle, or how it begins."""
    return story.subtitle or " ".join(story.paragraphs[0].split()[:22]) + " ..."


_SIDE = {
    "id": ("Iklan", "Terpopuler", "Foto &amp; Video"),
    "en": ("Advertisement", "Most read", "Photos &amp; Video"),
}
GALLERIES = {
    "id": (
        "Potret pagi di dermaga",
        "Wajah-wajah pasar subuh",
        "Senja dari puncak bukit",
        "Video: Detik-detik air surut",
        "Video: Parade bunyi bambu",
    ),
    "en": (
        "In pictures: morning at the harbour",
        "In pictures: faces of the market",
        "In pictures: sunset from the hill",
        "Video: the tide goes out",
        "Video: a thousand gongs",
    ),
}
ABOUT = {
    "id": ("Tentang Kami", "Redaksi", "Pedoman Media Siber", "Kontak"),
    "en": ("About Us", "Contact", "Corrections Policy"),
}
