"""The invented papers: their names, hosts, zones, desks and designs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from random import Random
from zoneinfo import ZoneInfo

from newscrawl.demo.layouts.base import Layout
from newscrawl.demo.layouts.herald import HeraldLayout
from newscrawl.demo.layouts.jalur import JalurLayout
from newscrawl.demo.layouts.lembah import LembahLayout
from newscrawl.demo.layouts.pesisir import PesisirLayout
from newscrawl.demo.prose import Words, load

AGENCY = "Nusawarta"
"""The agency whose stories every paper prints."""


@dataclass(frozen=True)
class Desk:
    """A section of a paper: its name in addresses, its heading, the topics its stories are about, and its host."""

    name: str
    heading: str
    topics: tuple[str, ...]
    """Sections of the word list; empty for the desk that prints the agency's stories."""
    subdomain: str = "www"
    empty: bool = False
    """Whether nothing ever appears in it: its feed is not there and its listing has no entries."""


@dataclass(frozen=True)
class Paper:
    """A paper, without its stories."""

    name: str
    title: str
    domain: str
    motto: str
    region: str
    """The region of the word list that it reports from."""
    timezone: str
    desks: tuple[Desk, ...]
    layout: Layout
    language: str = "id"
    closed_folder: str = "advertorial"
    """The folder that its robots.txt closes."""

    @property
    def www(self) -> str:
        return f"www.{self.domain}"

    @property
    def static(self) -> str:
        """The host of its pictures."""
        return f"static.{self.domain}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """All its hosts, the main one first, the picture server last."""
        desks = (f"{desk.subdomain}.{self.domain}" for desk in self.desks)
        return tuple(dict.fromkeys((self.www, *desks, self.domain, self.static)))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def words(self) -> Words:
        return load(self.language)

    @property
    def agency_desk(self) -> Desk:
        return next(desk for desk in self.desks if not desk.topics and not desk.empty)

    @property
    def own_desks(self) -> tuple[Desk, ...]:
        return tuple(desk for desk in self.desks if desk.topics)

    def desk(self, name: str) -> Desk:
        return next(desk for desk in self.desks if desk.name == name)

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        return self._staff("reporters", 9)

    @cached_property
    def editors(self) -> tuple[str, ...]:
        return self._staff("editors", 4)

    def _staff(self, kind: str, count: int) -> tuple[str, ...]:
        rng = Random(f"{self.name} {kind}")
        people = self.words.people
        firsts, lasts = rng.sample(people["first"], count), rng.sample(people["last"], count)
        return tuple(f"{first} {last}" for first, last in zip(firsts, lasts, strict=True))


KABAR_PESISIR = Paper(
    name="kabarpesisir",
    title="Kabar Pesisir",
    domain="kabarpesisir.test",
    motto="Suara dari garis pantai",
    region="pesisir",
    timezone="Asia/Jakarta",
    desks=(
        Desk("daerah", "Daerah", ("daerah", "pendidikan")),
        Desk("ekonomi", "Ekonomi", ("ekonomi",), "ekonomi"),
        Desk("lingkungan", "Lingkungan", ("lingkungan",)),
        Desk("budaya", "Budaya", ("budaya",)),
        Desk("olahraga", "Olahraga", ("olahraga",)),
        Desk("nasional", "Nasional", ()),
    ),
    layout=PesisirLayout(),
)

JALUR_TENGAH = Paper(
    name="jalurtengah",
    title="Jalur Tengah",
    domain="jalurtengah.test",
    motto="Dari pegunungan, untuk semua",
    region="tengah",
    timezone="Asia/Makassar",
    desks=(
        Desk("daerah", "Daerah", ("daerah", "lingkungan"), "daerah"),
        Desk("ekbis", "Ekbis", ("ekonomi",), "ekbis"),
        Desk("edukasi", "Edukasi", ("pendidikan", "budaya"), "edukasi"),
        Desk("sports", "Sports", ("olahraga",), "sports"),
        Desk("nasional", "Nasional", (), "nasional"),
    ),
    layout=JalurLayout(),
    closed_folder="premium",
)

HARBOUR_HERALD = Paper(
    name="harbourherald",
    title="Harbour Herald",
    domain="harbourherald.test",
    motto="News from the coast since 1998",
    region="harbour",
    timezone="Asia/Makassar",
    desks=(
        Desk("local", "Local", ("local",)),
        Desk("business", "Business", ("business",)),
        Desk("environment", "Environment", ("environment",)),
        Desk("culture", "Culture", ("culture",)),
        Desk("sport", "Sport", ("sport",)),
        Desk("bahasa", "Bahasa", ()),
    ),
    layout=HeraldLayout(),
    language="en",
    closed_folder="sponsored",
)

SUARA_LEMBAH = Paper(
    name="suaralembah",
    title="Suara Lembah",
    domain="suaralembah.test",
    motto="Sejuk, tajam, terpercaya",
    region="lembah",
    timezone="Asia/Jakarta",
    desks=(
        Desk("daerah", "Daerah", ("daerah",)),
        Desk("ekonomi", "Ekonomi", ("ekonomi",)),
        Desk("lingkungan", "Lingkungan", ("lingkungan",)),
        Desk("pendidikan", "Pendidikan", ("pendidikan", "budaya")),
        Desk("olahraga", "Olahraga", ("olahraga",)),
        Desk("nasional", "Nasional", ()),
    ),
    layout=LembahLayout(),
)

PAPERS = (KABAR_PESISIR, JALUR_TENGAH, HARBOUR_HERALD, SUARA_LEMBAH)
"""The four papers of the demo; the last needs JavaScript."""
