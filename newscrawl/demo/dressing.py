"""What a real page mostly consists of, round its article: menus, teasers, adverts, scripts, network and legal links."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random
from string import Template
from typing import TYPE_CHECKING, Any

from newscrawl.demo import adverts
from newscrawl.demo.markup import attribute
from newscrawl.demo.teasers import Teasers, Values

if TYPE_CHECKING:
    from newscrawl.demo.edition import Edition
    from newscrawl.demo.papers import Desk

_FOLDER = Path(__file__).parent / "dressings"
_PAGE, _CARDS = "%page%", "%cards%"
"""Stand in a prepared frame where each page differs."""
_ARTICLES = frozenset({"artikel", "single single-post"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round the content of one page; nothing where a paper is plain."""

    head: str = ""
    top: str = ""
    """Before the paper's header."""
    main: str = ""
    """Under an article, in its own column."""
    side: str = ""
    """At the end of the sidebar."""
    below: str = ""
    """Between the columns and the footer."""
    end: str = ""
    """Before the body ends."""


@dataclass(frozen=True)
class Manner:
    """How one design dresses its pages: how much of everything, and templates."""

    counts: Mapping[str, int]
    vendors: Sequence[str]
    """Addresses of the scripts that other hosts serve."""
    slots: tuple[adverts.Slot, ...]
    pieces: Mapping[str, str]
    """Templates of what comes many times."""
    frame: Mapping[str, str]
    """Templates of the parts of a `Frame`."""


@cache
def manner(name: str) -> Manner:
    """The manner of the design of that name."""
    table: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    slots = tuple(adverts.Slot(slot, sizes) for slot, sizes in table.pop("slots").items())
    return Manner(slots=slots, **table)


def stylesheet() -> bytes:
    """What a dressed paper adds to its stylesheet."""
    return (_FOLDER / "dressed.css").read_bytes()


@cache
def _scripts() -> dict[str, str]:
    return {f"js_{path.stem}": path.read_text(encoding="utf-8").strip() for path in _FOLDER.glob("*.js")}


class Dressing:
    """The frames of one edition's pages. What is the same on all of them is made once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._manner = manner(edition.paper.layout.stylesheet.removesuffix(".css"))
        self._teasers = Teasers(edition)

    def frame(self, title: str, kind: str) -> Frame:
        """The frame of the page of that title and class; the same arguments give the same frame."""
        rng = Random(f"{self.edition.paper.name} {title}")
        page = adverts.page_data(self.edition.paper.name, title, kind, rng)
        cards = "".join(rng.sample(self._cards, min(self._manner.counts["card"], len(self._cards))))
        parts = {
            name: part.replace(_PAGE, page).replace(_CARDS, cards)
            for name, part in self._prepared.items()
            if name != "main" or kind in _ARTICLES
        }
        return Frame(**parts)

    def display(self, element_id: str) -> str:
        """The script that fills an advert in the middle of an article."""
        return self._piece("display", {"id": element_id})

    @cached_property
    def _prepared(self) -> dict[str, str]:
        parts = self._values | self._adverts | self._links
        margin = "\n" + " " * self._manner.counts["indent"]
        frame = self._manner.frame.items()
        return {name: Template(part).substitute(parts).replace("\n", margin) for name, part in frame}

    @cached_property
    def _cards(self) -> list[str]:
        """One for each of the newest stories, of which every page shows some."""
        return [self._piece("card", values) for values in self._teasers.told(self._teasers.stories[:40])]

    @property
    def _values(self) -> Values:
        paper = self.edition.paper
        return {
            **_scripts(),
            "page": _PAGE,
            "cards": _CARDS,
            "brand": attribute(paper.title),
            "motto": attribute(paper.motto),
            "name": paper.name,
            "home": f"http://{paper.www}/",
            "static": f"http://{paper.static}",
            "archive": paper.layout.archive_front(paper),
        }

    @property
    def _adverts(self) -> Values:
        """The adverts' machinery, and their places as ``ad_{name}``."""
        name, slots, counts = self.edition.paper.name, self._manner.slots, self._manner.counts
        rng = Random(f"{name} adverts")
        places = {f"ad_{slot.name}": self._piece("slot", {"id": slot.element_id(name)}) for slot in slots}
        pixels = ({"url": f"{url.rpartition('/')[0]}/p.gif"} for url in self._manner.vendors[: counts["pixel"]])
        return {
            **places,
            "slots": adverts.definitions(name, slots),
            "bids": adverts.auction(name, slots, counts["bidder"], rng),
            "settings": adverts.settings(name, counts["switch"], rng),
            "vendor": self._list("vendor", ({"url": url} for url in self._manner.vendors)),
            "pixel": self._list("pixel", pixels),
        }

    @property
    def _links(self) -> Values:
        """Every list of links, by the name of the template of its entries."""
        counts = self._manner.counts
        lists = {name: self._list(name, entries) for name, entries in self._teasers.lists(counts)}
        lists["menu"] = "".join(self._menu(desk, values) for desk, values in self._teasers.desks())
        lists["state"] = adverts.compact(self._teasers.told(self._teasers.stories[: counts["state"]]))
        return lists

    def _menu(self, desk: Desk, values: Values) -> str:
        """A desk's entry in the menu, with what it has been about and its newest stories."""
        counts, stories = self._manner.counts, self._teasers.of_desk(desk)
        topics = self._list("topic", self._teasers.tags(stories, counts["topic"]))
        headlines = self._list("headline", self._teasers.told(stories[: counts["headline"]]))
        return self._piece("menu", {**values, "topics": topics, "headlines": headlines})

    def _list(self, name: str, entries: Iterable[Values]) -> str:
        return "".join(self._piece(name, values) for values in entries)

    def _piece(self, name: str, values: Values) -> str:
        """An entry; nothing in a design that has no such list."""
        return Template(self._manner.pieces.get(name, "")).substitute(values)
