"""The body of a story: facts, voices and background in a believable order, of a wanted length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from newscrawl.demo.prose import Scene, Topic
from newscrawl.demo.stories import Block

_ORDER = ("fact", "official", "fact", "resident", "background", "expert")


@dataclass(frozen=True)
class Draft:
    """What a reporter hands in, before a paper prints it."""

    title: str
    subtitle: str | None
    blocks: tuple[Block, ...]
    tags: tuple[str, ...]
    scene: Scene


def compose(scene: Scene, topic: Topic, words: int, *, extras: bool = True) -> Draft:
    """A story of about that many words; with ``extras`` some have a heading, a list or a quotation set apart."""
    rng = scene.rng
    title, lead = rng.choice(list(zip(topic.titles, topic.leads, strict=True)))
    blocks = [Block("paragraph", scene.fill(lead))]
    for block in _body(scene, topic):
        if sum(len(written.text.split()) for written in blocks) > words - 20:
            break
        blocks.append(block)
    if extras and not topic.plain:
        blocks = _with_extras(scene, topic, blocks)
    blocks.append(Block("paragraph", scene.fill(rng.choice(topic.closings or scene.words.common["closings"]))))
    subtitle = scene.fill(rng.choice(topic.subtitles)) if rng.random() < 0.7 else None
    return Draft(scene.fill(title), subtitle, tuple(blocks), _tags(scene, topic), scene)


def _body(scene: Scene, topic: Topic) -> Iterator[Block]:
    rng = scene.rng
    pools = {
        "fact": _paragraphs(rng, _shuffled(rng, topic.facts)),
        "background": (
            [pattern] for pattern in _shuffled(rng, topic.background or scene.words.common["background"])[:4]
        ),
    }
    voices = {
        "official": iter(_shuffled(rng, topic.official)),
        "resident": iter(_shuffled(rng, topic.resident)),
        "expert": iter(_shuffled(rng, topic.expert[:-1])),  # the last is kept for a quotation set apart
    }
    heard: set[str] = set()
    for kind in _ORDER * 6:
        if kind in pools:
            patterns = next(pools[kind], None)
            if patterns:
                yield Block("paragraph", " ".join(scene.fill(pattern) for pattern in patterns))
        elif (pattern := next(voices[kind], None)) is not None:
            yield Block("paragraph", _quoted(scene, kind, pattern, first=kind not in heard))
            heard.add(kind)


def _quoted(scene: Scene, role: str, pattern: str, *, first: bool) -> str:
    person, title = scene.speakers[role]
    attribution = scene.rng.choice(scene.words.attributions["first" if first else "again"])
    surname = person.split(" ")[-1] if scene.words.language == "en" else person.split(" ")[0]
    return scene.fill(attribution, q=scene.fill(pattern), orang=person, peran=title, panggilan=surname)


def _with_extras(scene: Scene, topic: Topic, blocks: list[Block]) -> list[Block]:
    rng, common = scene.rng, scene.words.common
    middle = len(blocks) // 2
    inserted: list[Block] = []
    if rng.random() < 0.35:
        inserted.append(Block("subhead", scene.fill(rng.choice(common["subheads"]))))
    if rng.random() < 0.2:
        inserted.append(Block("paragraph", scene.fill(rng.choice(common["list_intro"]))))
        items = rng.sample(common["list_items"], rng.randint(3, 4))
        inserted += [Block("item", scene.fill(item)) for item in items]
    elif rng.random() < 0.25:
        inserted.append(Block("quote", f"“{scene.fill(topic.expert[-1])}” – {scene.speakers['expert'][0]}"))
    return [*blocks[:middle], *inserted, *blocks[middle:]]


def _paragraphs(rng: Random, patterns: list[str]) -> Iterator[list[str]]:
    while patterns:
        size = rng.choice((1, 1, 2, 2, 3))
        yield patterns[:size]
        patterns = patterns[size:]


def _shuffled(rng: Random, patterns: Sequence[str]) -> list[str]:
    return rng.sample(patterns, len(patterns))


def _tags(scene: Scene, topic: Topic) -> tuple[str, ...]:
    tags = [*topic.tags, scene["kota"].lower(), scene["kabupaten"].lower()]
    return tuple(dict.fromkeys(tags))[: scene.rng.randint(2, 5)]
