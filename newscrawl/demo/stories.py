"""The truth of the demo web: what every article says, apart from how a page prints it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

BlockKind = Literal["paragraph", "subhead", "item", "quote"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article's body: a paragraph, a heading in the text, an item of a list or a quotation set apart."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article. ``caption`` and ``credit`` are printed beside it, ``alt`` stands in the markup."""

    url: str
    caption: str
    credit: str
    alt: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first words: ``KABARPESISIR.TEST, BANDAR SERAYA -- ``."""

    source: str | None
    """The paper or agency as printed."""
    place: str
    """The place as printed."""
    printed: str
    """The whole of it, with its dash and the blank after it."""


@dataclass(frozen=True, slots=True)
class Story:
    """One article of one paper: everything that an extractor should find on its page, and nothing else."""

    url: str
    """As the paper itself links to it: without tracking parameters, the first of its pages."""
    paper: str
    """The paper's name: ``kabarpesisir``."""
    section: str
    number: int
    """Grows with the publication time; unique in its paper."""
    title: str
    subtitle: str | None
    blocks: tuple[Block, ...]
    """The body in order, without the dateline."""
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    published_at: datetime
    """Aware, in the paper's own zone, whole minutes."""
    dateline: Dateline | None
    tags: tuple[str, ...]
    images: tuple[Picture, ...]
    language: str
    """ISO 639-1."""
    modified_at: datetime | None = None
    """Aware; None until it is corrected."""
    page_starts: tuple[int, ...] = (0,)
    """Where in ``blocks`` each of the article's pages begins."""
    desk_code: str | None = None
    """A sign-off that is printed after the last paragraph: ``(rin/sal)``."""
    wire: str | None = None
    """The agency's name of the story; every paper that prints it has the same."""
    closed: bool = False
    """It lies in a folder that robots.txt closes."""
    corrected_blocks: tuple[Block, ...] = ()
    """The body after the correction, for the few articles that get one."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of all blocks in order."""
        return tuple(block.text for block in self.blocks)

    @property
    def word_count(self) -> int:
        return sum(len(text.split()) for text in self.paragraphs)

    @property
    def pages(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks of each page."""
        ends = (*self.page_starts[1:], len(self.blocks))
        return tuple(self.blocks[start:end] for start, end in zip(self.page_starts, ends, strict=True))

    def corrected(self, at: datetime) -> Story:
        """The article as it reads after its correction at ``at`` (aware); itself when it gets none."""
        if not self.corrected_blocks:
            return self
        moment = at.astimezone(self.published_at.tzinfo)
        return replace(self, blocks=self.corrected_blocks, corrected_blocks=(), modified_at=moment)
