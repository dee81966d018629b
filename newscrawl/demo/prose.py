"""Sentences out of patterns: the word lists of a language, and a scene that fills them in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from newscrawl.demo.moments import DAYS_EN, DAYS_ID, MONTHS_EN, MONTHS_ID

_FOLDER = Path(__file__).parent / "words"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_FRESH = {"kecil": (3, 9), "puluhan": (12, 98), "ratusan": (110, 990), "ribuan": (1100, 9900)}
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "dan", "dari", "di", "in", "ke", "of", "on", "the", "untuk", "yang"}
)


@dataclass(frozen=True)
class Topic:
    """A kind of story, as sentence patterns."""

    section: str
    tags: tuple[str, ...]
    numbers: Mapping[str, Sequence[int]]
    """Slot to the smallest and largest number it may hold; it holds still for one story, like the choices."""
    choices: Mapping[str, Sequence[str]]
    titles: Sequence[str]
    """As many as ``leads``: each belongs to the lead in its place."""
    subtitles: Sequence[str]
    leads: Sequence[str]
    facts: Sequence[str]
    roles: Mapping[str, str]
    """What the ``official``, the ``resident`` and the ``expert`` are."""
    official: Sequence[str]
    resident: Sequence[str]
    expert: Sequence[str]
    background: Sequence[str] = ()
    """In place of the common ones."""
    closings: Sequence[str] = ()
    plain: bool = False
    """Whether lists of measures and headings would be out of place."""


@dataclass(frozen=True)
class Words:
    """Everything a language has to say."""

    language: str
    people: Mapping[str, Sequence[str]]
    regions: Mapping[str, Mapping[str, Sequence[str]]]
    attributions: Mapping[str, Sequence[str]]
    common: Mapping[str, Sequence[str]]
    furniture: Mapping[str, Sequence[str]]
    elsewhere: Mapping[str, Sequence[str]]
    """Names of other hosts that a paper's pages link to, by kind."""
    topics: tuple[Topic, ...]
    wires: tuple[Topic, ...]

    def topics_of(self, section: str) -> list[Topic]:
        return [topic for topic in self.topics if topic.section == section]


@cache
def load(language: str) -> Words:
    """The words of ``id`` or ``en``."""
    table: dict[str, Any] = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    topics = tuple(Topic(**topic) for topic in table.pop("topic"))
    wires = tuple(Topic(**topic) for topic in table.pop("wire", ()))
    return Words(language=language, topics=topics, wires=wires, **table)


class Scene:
    """Where and when a story happens and who is in it; fills patterns in, always with the same places and people."""

    def __init__(self, words: Words, region: str, topic: Topic, moment: datetime, rng: Random) -> None:
        self.words = words
        self.moment = moment
        self.rng = rng
        self._known = {name: rng.choice(values) for name, values in words.regions[region].items()}
        self._known |= {name: rng.choice(values) for name, values in topic.choices.items()}
        self._known |= {name: self._number(rng.randint(*bounds)) for name, bounds in topic.numbers.items()}
        self._known |= {"hari": self._day_of_event(), "tahun": str(moment.year), "bulan_lalu": self._last_month()}
        self.speakers = {role: (self.person(), self.fill_words(pattern)) for role, pattern in topic.roles.items()}
        self._known["tokoh"] = self.speakers["resident"][0]

    def __getitem__(self, slot: str) -> str:
        return self._known[slot]

    def person(self) -> str:
        """A fresh full name."""
        people = self.words.people
        return f"{self.rng.choice(people['first'])} {self.rng.choice(people['last'])}"

    def fill(self, pattern: str, **more: str) -> str:
        """The pattern with its choices made and its slots filled, beginning with a capital."""
        filled = self.fill_words(pattern, **more)
        return filled[:1].upper() + filled[1:]

    def fill_words(self, pattern: str, **more: str) -> str:
        """The same for a part of a sentence."""
        chosen = _CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), pattern)
        return _SLOT.sub(lambda match: self._value(match[1], more), chosen)

    def _value(self, slot: str, more: Mapping[str, str]) -> str:
        name = slot.lower()
        value = more.get(name) or self._known.get(name) or self._fresh(name)
        return value if slot == name else _titled(value)

    def _fresh(self, name: str) -> str:
        if name in _FRESH:
            return self._number(self.rng.randint(*_FRESH[name]))
        match name:
            case "juta":
                return self._number(self.rng.randint(3, 190) * 5)
            case "persen" | "miliar":
                return self._decimal(self.rng.randint(11, 289))
            case "nama":
                return self.person()
            case "besok":
                return self._coming_day()
        message = f"no slot named {name!r} in the words of {self.words.language!r}"
        raise KeyError(message)

    def _number(self, number: int) -> str:
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.words.language == "id" else grouped

    def _decimal(self, tenths: int) -> str:
        return f"{tenths // 10}{',' if self.words.language == 'id' else '.'}{tenths % 10}"

    def _day_of_event(self) -> str:
        day = self.moment - timedelta(days=self.rng.choice((0, 0, 1)))
        if self.words.language == "id":
            return f"{DAYS_ID[day.weekday()]} ({day.day}/{day.month}/{day.year})"
        return f"{DAYS_EN[day.weekday()]}, {MONTHS_EN[day.month - 1]} {day.day}"

    def _coming_day(self) -> str:
        day = self.rng.randrange(7)
        if self.words.language == "id":
            return f"{DAYS_ID[day]} {self.rng.choice(('pekan depan', 'mendatang'))}"
        return f"next {DAYS_EN[day]}"

    def _last_month(self) -> str:
        months = MONTHS_ID if self.words.language == "id" else MONTHS_EN
        return months[self.moment.month - 2]


def _titled(value: str) -> str:
    words = value.split(" ")
    return " ".join(
        word if index and word in _SMALL_WORDS else word[:1].upper() + word[1:] for index, word in enumerate(words)
    )
