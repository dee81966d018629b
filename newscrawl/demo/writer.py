"""The stories of a paper: a fixed number a day, the same every time, with the special ones at fixed places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from newscrawl.demo.composition import Draft, compose
from newscrawl.demo.papers import AGENCY, Desk, Paper
from newscrawl.demo.prose import Scene, Topic, load
from newscrawl.demo.stories import Block, Picture, Story

DAYS = 30
"""How far back a paper's stories reach."""

# Every 25th story of a paper is of each of these kinds; the places only keep them apart.
_CYCLE = 25
_WIRE, _THREE_PAGES, _CORRECTED, _CLOSED = 3, 8, 12, 17


@dataclass(frozen=True)
class _Slot:
    """Where a story stands: its day, its serial among all stories of the paper ever, and its place in the day."""

    day: date
    serial: int
    place: float
    """From 0, the first of the day, to below 1."""
    width: float
    """The part of the day that belongs to it alone."""

    def is_kind(self, kind: int) -> bool:
        return self.serial % _CYCLE == kind


def write_stories(paper: Paper, today: date, count: int, seed: int) -> tuple[Story, ...]:
    """Exactly ``count`` stories, newest first, published in the 30 days that end where ``today`` begins.

    A day's stories do not depend on ``today``: tomorrow's web is today's with a day more and a day less.
    """
    stories = [_write(paper, slot, seed) for slot in _slots(today, count)]
    return tuple(sorted(stories, key=lambda story: story.published_at, reverse=True))


def _slots(today: date, count: int) -> list[_Slot]:
    slots = []
    for day in (today - timedelta(days=back) for back in range(DAYS, 0, -1)):
        ordinal = day.toordinal()
        first, last = ordinal * count // DAYS, (ordinal + 1) * count // DAYS
        slots += [
            _Slot(day, serial, (serial - first) / (last - first), 1 / (last - first)) for serial in range(first, last)
        ]
    return slots


def _write(paper: Paper, slot: _Slot, seed: int) -> Story:
    rng = Random(f"{seed} {paper.name} {slot.serial}")
    published_at = _moment(paper, slot, rng)
    if slot.is_kind(_WIRE):
        return _print_wire(paper, slot, published_at, seed, rng)
    desks = paper.own_desks
    desk = desks[(slot.serial + slot.serial // len(desks)) % len(desks)]  # in turn, so that each gets its share
    topics = [topic for section in desk.topics for topic in paper.words.topics_of(section)]
    topic = rng.choice(topics)
    scene = Scene(paper.words, paper.region, topic, published_at, rng)
    draft = compose(scene, topic, 480 if slot.is_kind(_THREE_PAGES) else rng.randint(150, 420))
    story = _print(paper, desk, draft, slot, published_at)
    if slot.is_kind(_THREE_PAGES) and paper.layout.splits_articles:
        return replace(story, page_starts=_thirds(len(story.blocks)))
    if slot.is_kind(_CORRECTED):
        return replace(story, corrected_blocks=_correction(scene, story.blocks))
    return story


def _moment(paper: Paper, slot: _Slot, rng: Random) -> datetime:
    """Between 05:30 and 22:30 of the paper's own day, in the order of the serials."""
    minute = 330 + int((slot.place + slot.width * rng.random()) * 1020)
    return datetime.combine(slot.day, time(minute // 60, minute % 60), paper.zone)


def _print(paper: Paper, desk: Desk, draft: Draft, slot: _Slot, published_at: datetime) -> Story:
    """The draft as the paper prints it: with its address, byline, dateline and pictures."""
    rng = draft.scene.rng
    closed = slot.is_kind(_CLOSED)
    authors = tuple(rng.sample(paper.reporters, 2 if rng.random() < 0.12 else 1))
    editor = rng.choice(paper.editors)
    return Story(
        url=paper.layout.article_url(paper, desk.name, slot.serial, published_at, draft.title, closed=closed),
        paper=paper.name,
        section=desk.name,
        number=slot.serial,
        title=draft.title,
        subtitle=draft.subtitle if paper.layout.prints_subtitles else None,
        blocks=draft.blocks,
        authors=authors,
        editors=(editor,),
        published_at=published_at,
        dateline=paper.layout.dateline(paper, draft.scene["kota"], None, rng),
        tags=draft.tags,
        images=_pictures(paper, draft.scene, slot.serial),
        language=draft.scene.words.language,
        desk_code=_desk_code(authors[0], editor) if rng.random() < 0.5 else None,
        closed=closed,
    )


def _print_wire(paper: Paper, slot: _Slot, published_at: datetime, seed: int, rng: Random) -> Story:
    """The agency's story of that serial: the same in every paper, but for small edits at the desk."""
    wire_rng = Random(f"{seed} wire {slot.serial}")
    words = load("id")
    topic = wire_rng.choice(words.wires)
    noon = datetime.combine(slot.day, time(12), paper.zone)
    draft = compose(Scene(words, "nusantara", topic, noon, wire_rng), topic, 300, extras=False)
    own = Scene(words, "pesisir" if paper.language == "en" else paper.region, topic, published_at, rng)
    edited = replace(draft, blocks=_edited(draft.blocks, own, rng), title=_retitled(draft, topic, rng))
    story = _print(paper, paper.agency_desk, edited, slot, published_at)
    return replace(
        story,
        authors=(),
        editors=(rng.choice(paper.editors),),
        desk_code=None,
        dateline=paper.layout.dateline(paper, draft.scene["kota"], AGENCY.upper(), rng),
        wire=f"{AGENCY.lower()}-{slot.serial}",
    )


def _retitled(draft: Draft, topic: Topic, rng: Random) -> str:
    return draft.scene.fill(rng.choice(topic.titles))


def _edited(blocks: tuple[Block, ...], own: Scene, rng: Random) -> tuple[Block, ...]:
    """One of the small edits of a desk: none, without the end, with a line of its own, or a word here and there."""
    match rng.randrange(4):
        case 0:
            return blocks
        case 1:
            return blocks[:-1]
        case 2:
            return (*blocks, Block("paragraph", own.fill(own.words.common["local"][0])))
        case _:
            changed = [replace(block, text=block.text.replace("sebanyak", "sejumlah")) for block in blocks]
            return tuple(replace(block, text=block.text.replace(" akan ", " bakal ")) for block in changed)


def _thirds(blocks: int) -> tuple[int, ...]:
    return (0, max(1, blocks // 3), max(2, 2 * blocks // 3))


def _correction(scene: Scene, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    note = Block("paragraph", scene.fill(scene.rng.choice(scene.words.common["corrections"])))
    changed = Block("paragraph", scene.fill(scene.rng.choice(scene.words.common["background"])))
    return (*blocks[:-1], changed, note)


def _pictures(paper: Paper, scene: Scene, serial: int) -> tuple[Picture, ...]:
    rng, common = scene.rng, scene.words.common
    count = rng.choice((1, 1, 1, 1, 2))
    captions = rng.sample(common["captions"], count)
    return tuple(
        Picture(
            url=f"http://{paper.static}/images/{serial}-{place}.png",
            caption=scene.fill(caption),
            credit=f"{paper.title}/{scene.person()}",
            alt=scene.fill(rng.choice(common["alts"])),
        )
        for place, caption in enumerate(captions, 1)
    )


def _desk_code(author: str, editor: str) -> str:
    return f"({author[:3].lower()}/{editor[:3].lower()})"
