"""The lists of links that a paper's frame shows, each entry as the values that its template needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawl.demo.layouts.base import ABOUT, summary
from newscrawl.demo.markup import attribute, slug
from newscrawl.demo.moments import american, short_month
from newscrawl.demo.stories import Story

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Desk

Values = dict[str, str]


class Teasers:
    """What there is to link to: pages that the paper has, and other hosts. Nothing in it is closed to robots."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.stories = tuple(story for story in edition.stories if not story.closed)

    def lists(self, counts: Mapping[str, int]) -> Iterator[tuple[str, Iterable[Values]]]:
        """Every list, by the name of the template of its entries."""
        paper, layout, words = self.edition.paper, self.edition.paper.layout, self.edition.paper.words
        yield "trend", self.tags(self.stories, counts["trend"])
        yield "latest", self.told(self.stories[: counts["latest"]])
        yield "popular", self.told(self.stories[2 : 2 + 3 * counts["popular"] : 3])
        yield "clip", (_named(url, title) for url, title in layout.galleries(self.edition))
        yield "day", self._days(counts["day"])
        yield "person", (_named(layout.author_url(paper, name), name) for name in self.edition.by_author)
        yield (
            "feed",
            (_named(layout.feed_url(paper, desk.name), desk.heading) for desk in paper.desks if not desk.empty),
        )
        yield "about", (_named(f"http://{paper.www}/{slug(name)}", name) for name in ABOUT[paper.language])
        for kind in ("sister", "edition", "social", "store", "offer", "legal"):
            yield kind, map(_elsewhere, words.elsewhere[kind][: counts.get(kind)])

    def desks(self) -> Iterator[tuple[Desk, Values]]:
        paper = self.edition.paper
        for desk in paper.desks:
            yield desk, _named(paper.layout.listing_url(paper, desk.name, 1), desk.heading)

    def of_desk(self, desk: Desk) -> tuple[Story, ...]:
        return tuple(story for story in self.stories if story.section == desk.name)

    def tags(self, stories: Iterable[Story], count: int) -> list[Values]:
        """The newest tags of these stories."""
        paper = self.edition.paper
        names = list(dict.fromkeys(tag for story in stories for tag in story.tags))[:count]
        return [_named(paper.layout.tag_url(paper, name), name) for name in names]

    def told(self, stories: Iterable[Story]) -> list[Values]:
        """All that a teaser may show."""
        return [self._told(story, place) for place, story in enumerate(stories, 1)]

    def _told(self, story: Story, place: int) -> Values:
        paper = self.edition.paper
        write = american if paper.language == "en" else short_month
        return {
            **_named(story.url, story.title),
            "place": str(place),
            "number": str(story.number),
            "desk": attribute(paper.desk(story.section).heading),
            "desk_url": attribute(paper.layout.listing_url(paper, story.section, 1)),
            "image": attribute(story.images[0].url),
            "alt": attribute(story.images[0].alt),
            "summary": attribute(summary(story)),
            "date": write(story.published_at),
            "stamp": str(int(story.published_at.timestamp())),
        }

    def _days(self, count: int) -> list[Values]:
        paper = self.edition.paper
        days = [self.edition.today - timedelta(days=back) for back in range(1, count + 1)]
        return [_named(paper.layout.archive_url(paper, day, 1), f"{day:%d/%m/%Y}") for day in days]


def _named(url: str, label: str) -> Values:
    return {"url": attribute(url), "label": attribute(label), "key": slug(label)}


def _elsewhere(name: str) -> Values:
    """Another host, which is nobody's paper here."""
    return _named(f"http://www.{slug(name).replace('-', '')}.test/", name)
