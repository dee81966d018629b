"""A paper whose articles are empty shells: a script fetches the article as JSON and builds the page in the browser."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from newscrawl.demo.furniture import Furniture
from newscrawl.demo.layouts.base import Layout, summary
from newscrawl.demo.markup import attribute, link, slug, text
from newscrawl.demo.moments import labelled, short_month
from newscrawl.demo.stories import Dateline, Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Paper


class LembahLayout(Layout):
    """``http://{host}/{desk}/{ten digits}/{slug}``, its words in ``/api/artikel/{ten digits}.json``."""

    stylesheet: ClassVar[str] = "lembah.css"

    def article_url(
        self, paper: Paper, desk: str, number: int, published_at: datetime, title: str, *, closed: bool
    ) -> str:
        code = f"{published_at:%y%m%d}{number % 10000:04d}"
        return f"http://{paper.www}/{paper.closed_folder if closed else desk}/{code}/{slug(title)}"

    def api_url(self, story: Story) -> str:
        """The address of the JSON document that the story's page is built from."""
        parts = urlsplit(story.url)
        return f"http://{parts.netloc}/api/artikel/{parts.path.split('/')[2]}.json"

    def dateline(self, paper: Paper, place: str, agency: str | None, rng: Random) -> Dateline | None:
        if agency:
            return Dateline(agency, place, f"{place} ({agency}) - ")
        brand = paper.domain.capitalize()
        if rng.random() < 0.5:
            return Dateline(None, place, f"{place} - ")
        return Dateline(brand, place, f"{brand}, {place} - ")

    def article(self, edition: Edition, story: Story, page: int) -> str:
        """The shell: nothing of the story is in it, not even its title."""
        paper = edition.paper
        document = attribute(urlsplit(self.api_url(story)).path)
        frame = edition.frame(document, "artikel")
        return (
            f'<!DOCTYPE html>\n<html lang="{paper.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{text(paper.title)}</title>\n"
            '<link rel="stylesheet" href="/assets/style.css">\n'
            f'{frame.head}</head>\n<body class="artikel">\n{frame.top}'
            "<noscript>Aktifkan JavaScript untuk membaca halaman ini.</noscript>\n"
            f'<div id="app" data-artikel="{document}"></div>\n{frame.below}'
            f'<script src="/assets/app.js"></script>\n{frame.end}</body>\n</html>\n'
        )

    def document_of(self, edition: Edition, story: Story) -> bytes:
        """The JSON document of a story."""
        return json.dumps(self._document(edition, story), ensure_ascii=False).encode()

    def _document(self, edition: Edition, story: Story) -> dict[str, Any]:
        paper, furniture = edition.paper, Furniture(edition, story)
        label, other = furniture.read_also("api")
        return {
            "url": story.url,
            "judul": story.title,
            "ringkasan": story.subtitle,
            "deskripsi": summary(story),
            "penulis": list(story.authors),
            "editor": story.editors[0],
            "tayang": story.published_at.isoformat(),
            "diperbarui": story.modified_at.isoformat() if story.modified_at else None,
            "tanggal": labelled(story.published_at),
            "kanal": paper.desk(story.section).heading,
            "pembuka": story.dateline.printed if story.dateline else "",
            "isi": [{"jenis": block.kind, "teks": block.text} for block in story.blocks],
            "kode": story.desk_code or ("(*)" if story.number % 2 else None),
            "ringkasan_berita": [story.title, summary(story)] if story.number % 6 == 0 else None,
            "hak_cipta": f"COPYRIGHT © NUSAWARTA {story.published_at.year}" if story.wire else None,
            "gambar": [
                {"url": image.url, "keterangan": image.caption, "kredit": image.credit, "alt": image.alt}
                for image in story.images
            ],
            "tag": [{"nama": tag, "url": self.tag_url(paper, tag)} for tag in story.tags],
            "baca_juga": {"label": label, "judul": other.title, "url": other.url},
            "terkait": [{"judul": item.title, "url": item.url} for item in furniture.others(4, "related")],
            "iklan": furniture.phrase("scroll"),
            "ajakan": furniture.phrase("newsletter"),
            "merek": paper.title,
            "menu": [{"nama": desk.heading, "url": self.listing_url(paper, desk.name, 1)} for desk in paper.desks],
        }

    def teaser(self, edition: Edition, story: Story) -> str:
        return (
            f'<div class="latest__item"><h2 class="latest__title">{link(story.url, story.title)}</h2>'
            f'<span class="latest__date">{short_month(story.published_at)}</span>'
            f"<p>{text(summary(story))}</p></div>\n"
        )
