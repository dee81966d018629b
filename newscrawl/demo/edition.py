"""A paper with its stories, as it stands at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from random import Random

from newscrawl.demo.dressing import Dressing, Frame
from newscrawl.demo.papers import Paper
from newscrawl.demo.stories import Story


@dataclass(frozen=True)
class Edition:
    """Everything that a paper has to show. Stories are newest first."""

    paper: Paper
    stories: tuple[Story, ...]
    today: date
    now: datetime
    """Aware; the moment that "5 hours ago" is reckoned from."""
    dressed: bool = False
    """Whether its pages have a frame as real papers' pages have, and weigh what these weigh."""

    @cached_property
    def by_desk(self) -> dict[str, list[Story]]:
        return {desk.name: [story for story in self.stories if story.section == desk.name] for desk in self.paper.desks}

    @cached_property
    def by_day(self) -> dict[date, list[Story]]:
        days: dict[date, list[Story]] = {}
        for story in self.stories:
            days.setdefault(story.published_at.date(), []).append(story)
        return days

    @cached_property
    def by_tag(self) -> dict[str, list[Story]]:
        tags: dict[str, list[Story]] = {}
        for story in self.stories:
            for tag in story.tags:
                tags.setdefault(tag, []).append(story)
        return tags

    @cached_property
    def by_author(self) -> dict[str, list[Story]]:
        authors: dict[str, list[Story]] = {}
        for story in self.stories:
            for author in story.authors:
                authors.setdefault(author, []).append(story)
        return authors

    def others(self, story: Story, count: int, salt: str) -> list[Story]:
        """Stories that the page of this one recommends; the same at every call with the same salt."""
        rng = Random(f"{story.number} {salt}")
        drawn = rng.sample(self.stories, min(count + 1, len(self.stories)))
        return [other for other in drawn if other is not story][:count]

    def frame(self, title: str, kind: str) -> Frame:
        """What stands round the content of the page of that title and class."""
        return self._dressing.frame(title, kind) if self.dressed else Frame()

    def display(self, element_id: str) -> str:
        """What fills the advert of that id."""
        return self._dressing.display(element_id) if self.dressed else ""

    @cached_property
    def _dressing(self) -> Dressing:
        return Dressing(self)

    def corrected(self, at: datetime) -> Edition:
        """The paper after its corrections, which all appear at ``at``."""
        return replace(self, stories=tuple(story.corrected(at) for story in self.stories))
