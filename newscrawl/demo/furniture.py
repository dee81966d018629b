"""What stands on an article's page and is not the article: adverts, prompts, recommendations, comments."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from newscrawl.demo.markup import attribute, items, link, text, tracked
from newscrawl.demo.stories import Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition


@dataclass(frozen=True)
class Furniture:
    """The furniture of one article's page, the same at every rendering."""

    edition: Edition
    story: Story

    @property
    def _phrases(self) -> dict[str, list[str]]:
        return {name: list(values) for name, values in self.edition.paper.words.furniture.items()}

    def phrase(self, kind: str) -> str:
        """One of the language's phrases of that kind, with the paper's name in it."""
        brand = self.edition.paper.title
        pattern = self._rng(kind).choice(self._phrases[kind])
        return pattern.replace("{brand}", brand).replace("{Brand}", brand)

    def others(self, count: int, salt: str) -> list[Story]:
        return self.edition.others(self.story, count, salt)

    def read_also(self, salt: str) -> tuple[str, Story]:
        """A label and the story that it recommends."""
        label = self._rng(salt).choice(self._phrases["read_also"])
        return label, self.others(1, salt)[0]

    def read_also_paragraph(self, salt: str) -> str:
        """``<p><strong>Baca juga: <a>…</a></strong></p>``."""
        label, other = self.read_also(salt)
        return f"<p><strong>{text(label.rstrip(':'))}: {link(other.url, other.title)}</strong></p>"

    def read_also_box(self, classes: str, salt: str, count: int = 2) -> str:
        """A box with a heading and a list of links."""
        label, _ = self.read_also(salt)
        entries = (link(tracked(other.url, "bacajuga"), other.title) for other in self.others(count, salt))
        return f'<div class="{attribute(classes)}"><h4>{text(label.rstrip(":"))}</h4>{items(entries)}</div>'

    def advert(self, element_id: str) -> str:
        label = f"<span>{text(self.phrase('adverts'))}</span>"
        return f'<div class="iklan" id="{attribute(element_id)}">{label}{self.edition.display(element_id)}</div>'

    def scroll(self, classes: str) -> str:
        return f'<div class="{attribute(classes)}">{text(self.phrase("scroll"))}</div>'

    def share(self) -> str:
        places = ("Facebook", "X", "WhatsApp", "Telegram", "Copy Link")
        links = (f'<a class="share-{place[0].lower()}" href="#bagikan">{place}</a>' for place in places)
        return f'<div class="share" id="bagikan"><span>{text(self.phrase("share"))}</span> {" ".join(links)}</div>'

    def tags(self) -> str:
        paper, layout = self.edition.paper, self.edition.paper.layout
        entries = (link(layout.tag_url(paper, tag), tag, 'rel="tag"') for tag in self.story.tags)
        return items(entries, 'class="tags"')

    def related(self, heading_tag: str = "h3") -> str:
        entries = (link(tracked(other.url, "terkait"), other.title) for other in self.others(4, "related"))
        heading = f"<{heading_tag}>{text(self.phrase('related'))}</{heading_tag}>"
        return f'<section class="berita-terkait">{heading}{items(entries)}</section>'

    def comments(self) -> str:
        """Two or three readers' opinions, or an invitation to give the first."""
        rng = self._rng("comments")
        paper = self.edition.paper
        heading = "Komentar" if paper.language == "id" else "Comments"
        said = rng.sample(self._phrases["comments"], rng.randint(0, 3))
        people = paper.words.people["first"]
        entries = (f"<b>{text(rng.choice(people))}</b> <p>{text(comment)}</p>" for comment in said)
        return f'<section class="komentar" id="komentar"><h3>{heading} ({len(said)})</h3>{items(entries)}</section>'

    def video(self) -> str:
        """The mark that a video player leaves in the text."""
        return f"[Gambas:Video {self.edition.paper.title}]"

    def _rng(self, salt: str) -> Random:
        return Random(f"{self.edition.paper.name} {self.story.number} {salt}")
