"""Names of persons: lists taken apart, names freed of what is printed around them, and what is nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from newscrawl.extract.dates.reading import read_date
from newscrawl.extract.lexicon.brands import is_brand, is_domain, is_house, looks_coined
from newscrawl.extract.lexicon.byline_words import (
    AUTHOR_LABELS,
    BARE_NEVER,
    CJK_TEAMS,
    COUNTRIES,
    DEGREES,
    EDITOR_LABELS,
    JOB_MODIFIERS,
    JOBS,
    KINDS_OF_WRITERS,
    NAMESAKES,
    NO_NAMES,
    NOBODY_LABELS,
    OFFICES,
    PARTICLES,
    PREPOSITIONS,
    TEAM_TOPICS,
    TEAMS,
)
from newscrawl.extract.lexicon.date_words import WEEKDAYS
from newscrawl.extract.lexicon.places import is_place
from newscrawl.extract.text.folding import fold, squeeze
from newscrawl.extract.text.wordlists import all_forms, alternatives

LONGEST = 400
"""Characters of a byline; more is text."""
MOST_NAMES = 20
_MOST_OF_A_TEAM = 5
_MOST_OF_AN_OFFICE = 8
_ACCOUNTS = ("admin", "redaksi")
"""What the names begin with under which whole desks write: ``adminweb``, ``redaksi2``."""
ROLES = {
    **dict.fromkeys(all_forms(NOBODY_LABELS), "nobody"),
    **dict.fromkeys(all_forms(EDITOR_LABELS), "editor"),
    **dict.fromkeys((*all_forms(AUTHOR_LABELS), *PREPOSITIONS), "author"),
}
"""Label to the role of who is named behind it."""
ANY_LABEL = alternatives(ROLES)
EDGES = " \t,;:|/*·•–—-"
"""What stands around names."""
ASIDE = re.compile(r"[,|/\s](?:(?<=[,|/])|[-–—|]\s|[-–—]$)")
"""What stands between a name and a paper or a job in a squeezed text, apart from blanks."""
GLUED_WORDS = (
    "Editor", "Reporter", "Penulis", "Wartawan", "Jurnalis", "Kontributor", "Pewarta", "Redaktur", "Korrespondent",
    "Korrespondentin", "Redakteur", "Redakteurin",
)  # fmt: skip
GLUED = re.compile(rf"(?<=[a-z])({'|'.join(GLUED_WORDS)})$")
"""A label or job behind a name without a blank, as adjoining elements leave it: ``YusliansonEditor``."""

_GLUED_PREPOSITION = re.compile(r"^(?:By|Oleh|Von|Par|Por)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_LABEL_FIRST = re.compile(rf"(?P<label>{ANY_LABEL})(?:(?P<colon>\s?:\s?)|\s)")
_OF_THEIRS = re.compile(
    r"(?P<label>kontributor|koresponden|wartawan|jurnalis|reporter|pewarta|penulis) (?P<of>[\w.]+(?: [\w.]+){0,2})"
    r"(?P<colon>\s?:\s?)"
)
"""A label with what stands between it and its colon: ``Kontributor Jawa Timur:``."""
_ANYBODYS = frozenset(("kontributor", "koresponden"))
"""Between these and the colon stands a town or a paper, never the name."""
_THE_PAPER = re.compile(r"The(?: [A-Z][\w'’&-]*){1,4}")
_FIRST_WORD = re.compile(r"[^\s:]+")
_LABELS_BEGIN = frozenset(_FIRST_WORD.findall(label)[0] for label in ROLES)
_BEFORE_LABEL = f"{EDGES}(["
_BYLINES_BEGIN = frozenset(_FIRST_WORD.findall(label)[0] for label, role in ROLES.items() if role != "nobody")
_STOP = NO_NAMES - PARTICLES
_DIGIT = re.compile(r"\d")
_AGO = re.compile(r"\b(?:lalu|ago)\b")
_NOISE = re.compile(
    r"<[^<>]{0,80}>|https?://\S+|www\.\S+|[^\s()\[\]]+@[^\s()\[\]]+\.\w+|(?<!\w)@\w+"
    r"|\((?!\))[^()]{0,80}\)|\[[^\[\]]{0,80}\]|\*+\)|(?:copyright|©|\(c\)).*$",
    re.IGNORECASE,
)
_NOISY = "<@([©*"
_LEFT_OPEN = re.compile(r"\s(?:pada|on|am|le|el|il|at|published|updated)\s*$", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:[Ff]or|FOR|für|para|pour|in|aus|dari|from)\s+\S.*$")
_SUFFIX = re.compile(r",\s*(Jr|Sr|II|III|IV)\b", re.IGNORECASE)
_LIST_MARKS = ",;|&•·/\n、，"
_CONJUNCTIONS = "and|And|dan|und|et|y|e|en|og|och|ve|i|и|oraz|serta|with|avec|mit"
_BETWEEN = re.compile(
    rf"\s*[{_LIST_MARKS}]+\s*(?:(?:and|dan|und|et|y|e|en|serta)\s+)?|\s+(?:{_CONJUNCTIONS})\s+",
)
_BETWEEN_WORDS = frozenset(_CONJUNCTIONS.split("|"))
_BETWEEN_CAPITALS = re.compile(r"\s+(?:AND|DAN|UND|ET)\s+")
_LETTERS = re.compile(r"[^\W\d_]+(?:[.'’·-]+[^\W\d_]+)*\.?|[-–]")
_INITIALS = re.compile(r"(?:[A-Za-z]{1,4}\.)+[A-Za-z]{0,4}\.?")


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list, each as it stands: ``X, Y dan Z``, ``X and Y``, ``X; Y``, ``X / Y``."""
    if len(text) > 2 * LONGEST:
        return ()
    text = _SUFFIX.sub(r" \1", text) if "," in text else text
    parts = _BETWEEN.split(text) if _may_be_list(text) else [text]
    if text == text.upper():
        parts = [name for part in parts for name in _BETWEEN_CAPITALS.split(part)]
    names = [name for name in (part.strip(EDGES) for part in parts) if name.strip()]
    return tuple(name for i, name in enumerate(names) if not i or not _is_office(name))[:MOST_NAMES]


def _may_be_list(text: str) -> bool:
    """Whether the text holds what stands between names: quicker to see than to try every character."""
    return any(map(text.__contains__, _LIST_MARKS)) or not _BETWEEN_WORDS.isdisjoint(text.split())


def _is_office(text: str) -> bool:
    """Whether it tells what a writer before it does: ``X, Ketua KPU Solok``, ``X, correspondante à Rome``."""
    if len(text.split()) > _MOST_OF_AN_OFFICE:
        return False
    return _is_job(text) or (fold(text).split()[0] in OFFICES and is_capitalised(text))


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is written first: ``RATNA LAUT`` is ``Ratna Laut``."""
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(fold(name), name)
    return tuple(unique.values())[:MOST_NAMES]


def clean_name(text: str, brands: Sequence[str] = (), *, declared: bool = False) -> str | None:
    """The person's name in ``text`` as printed, without label, paper, address, job and date; None when it names nobody.

    Of several names the first: ``split_names`` comes before. ``brands`` are names of the site. ``declared``: the page
    says that it is a person's, so that it may end in *You*.
    """
    return _clean_name(text, tuple(brands), declared) if len(text) <= LONGEST else None


@lru_cache(maxsize=1_024)  # metas, JSON-LD and the byline name the same people, and the next page as well
def _clean_name(text: str, brands: tuple[str, ...], declared: bool) -> str | None:
    bare = _GLUED_PREPOSITION.sub("", without_noise(squeeze(text)))
    label = match_label(bare)
    if label and ROLES[label["label"]] == "nobody":
        return None
    for position, part in enumerate(ASIDE.split(bare[label.end() :] if label else bare)):
        name = part.strip(EDGES)
        if not name or _is_job(name, alone=position == 0) or (label and not label["colon"] and _is_kind(name)):
            continue
        name = _without_job(name, brands)
        if _is_person(name, brands, declared=declared):
            return name
    return None


def may_be_labelled(text: str) -> bool:
    """Whether a label may stand before or behind the text, or behind a bracket: quick to see, and false of most."""
    first = _FIRST_WORD.match(fold(text).lstrip("("))
    return (first is not None and first[0] in _LABELS_BEGIN) or text.endswith(GLUED_WORDS)


def begins_as_byline(line: str) -> bool:
    """Whether the first word is one of a writer's or editor's labels: quick to see, and false of most."""
    first = line.lstrip(_BEFORE_LABEL).partition(" ")[0].partition(":")[0]
    return (first.lower() if first.isascii() else fold(first)) in _BYLINES_BEGIN


def match_label(text: str) -> re.Match[str] | None:
    """The label that ``text`` begins with; its groups are ``label``, folded, and ``colon``."""
    folded = fold(text)
    first = _FIRST_WORD.match(folded)
    if first is None or first[0] not in _LABELS_BEGIN:  # most lines: quicker than to try every label
        return None
    match = _LABEL_FIRST.match(folded + " ")
    if match and not match["colon"] and ":" in folded:
        match = _with_kind(folded) or match
    return match if match and (match["colon"] or match["label"] not in BARE_NEVER) else None


def _with_kind(folded: str) -> re.Match[str] | None:
    """The label whose colon stands behind a town or a kind of writers: ``Kontributor Daerah: X``."""
    match = _OF_THEIRS.match(folded)
    if match is None or any(word in ROLES for word in match["of"].split()):
        return None
    return match if match["label"] in _ANYBODYS or _is_kind(match["of"]) or is_place(match["of"]) else None


def _is_kind(text: str) -> bool:
    return all(word in KINDS_OF_WRITERS for word in fold(text).split())


def without_noise(text: str) -> str:
    """The text without addresses, handles and brackets; a date goes with all behind it."""
    text = _NOISE.sub(" ", text) if _may_be_noisy(text) else text
    read = read_date(text) if _may_be_dated(text) else None
    if read and (at := text.find(read.raw)) >= 0:
        text = _LEFT_OPEN.sub("", text[:at])
    return " ".join(text.split()).strip(EDGES)


def _may_be_dated(text: str) -> bool:
    """Whether it has a digit, or ends a distance from now: most names have neither."""
    if _DIGIT.search(text):
        return True
    return ("lalu" in text or "ago" in text) and _AGO.search(text) is not None


def _may_be_noisy(text: str) -> bool:
    """Whether the text holds what all noise has: most names have none of it."""
    lower = text.lower()
    return any(map(text.__contains__, _NOISY)) or "http" in lower or "www." in lower or "copyr" in lower


def is_beside_names(text: str, brands: Sequence[str] = ()) -> bool:
    """Whether it is a paper, desk, job or degree, which bylines print beside names."""
    if is_brand(text, brands) or is_team(text) or _is_job(text) or fold(text) in ROLES:
        return True
    return fold(text) in DEGREES or any(pattern.fullmatch(text) for pattern in (_INITIALS, _THE_PAPER))


def is_capitalised(name: str) -> bool:
    """Whether every word but the particles begins with a capital, in scripts that have them."""
    return all(word[0] == word[0].upper() or word in PARTICLES for word in name.split())


def is_team(name: str) -> bool:
    """``Redaksi``, ``Tim Riset``, ``Slate Staff``: people, but nobody by name."""
    parts = fold(name).split()
    if len(parts) > _MOST_OF_A_TEAM:
        return parts[0].startswith(_ACCOUNTS)
    if any(part in TEAMS for part in parts) or any(mark in name for mark in CJK_TEAMS):
        return True
    if len(parts) == 1 and parts[0].startswith(_ACCOUNTS):
        return True
    if not parts or parts[0] != "tim":
        return False
    # *Tim* is Indonesian for team and an English first name.
    rest = name.split()[1:]
    return not rest or parts[1] in TEAM_TOPICS or is_brand(" ".join(rest)) or rest[0].islower()


def _is_job(text: str, *, alone: bool = False) -> bool:
    """``Politics Reporter``, ``Redakteurin für Finanzen``; when it stands ``alone``, every word has to be a job's."""
    parts = fold(text).split()
    if alone:
        return all(part in JOBS or part in JOB_MODIFIERS for part in parts)
    return bool(parts) and (parts[0] in JOBS or parts[-1] in JOBS)


def _without_job(name: str, brands: Sequence[str]) -> str:
    """The job and the paper off: ``Jane Doe Staff Writer``, ``Jane Doe For Dailymail.Com``."""
    parts = GLUED.sub("", _FOR.sub("", name)).strip(EDGES).split()
    papers = _papers_behind(parts, brands)
    parts = parts[: len(parts) - papers]
    # Of ``Lembah Staff Writers`` and ``Lembah staff reporter`` no name is left; a name of one word is one in Chinese.
    if (
        len(parts) > (2 if parts and parts[-1].isascii() else 1)
        and fold(parts[-1]) in JOBS
        and fold(parts[-1]) not in TEAMS
    ):
        parts.pop()
        while parts and fold(parts[-1]) in JOB_MODIFIERS:
            parts.pop()
        parts = parts if len(parts) > 1 or not "".join(parts).isascii() else []
    bare = GLUED.sub("", " ".join(parts))
    # A full stop at the end stays with an initial or ``Jr.``.
    return bare.rstrip(".") if parts and len(parts[-1]) > 4 else bare


def _papers_behind(parts: Sequence[str], brands: Sequence[str]) -> int:
    """How many words at the end name a paper; where only their form says so, rather too few than too many."""
    tails = {tail: " ".join(parts[-tail:]) for tail in (3, 2, 1) if len(parts) > tail}
    papers = [tail for tail, text in tails.items() if _is_paper(text, brands)]
    surely = (tail for tail in papers if is_house(tails[tail], brands))
    leaving_two = (tail for tail in papers if len(parts) > tail + 1)
    return next(chain(surely, leaving_two), 0)


def _is_paper(tail: str, brands: Sequence[str]) -> bool:
    """A paper behind a name without a mark between; a single word must look like one, as *Merdeka* is a name too."""
    if " " in tail:
        return tail[0].isupper() and is_brand(tail, brands)
    return is_domain(tail) or (looks_coined(tail) and is_brand(tail, brands))


def _is_person(name: str, brands: Sequence[str], *, declared: bool) -> bool:
    parts = name.split()
    if not 1 <= len(parts) <= 7 or not 2 <= len(name) <= 60 or not all(map(_LETTERS.fullmatch, parts)):
        return False
    folded = [fold(part) for part in parts]
    if _is_of_the_paper(name, brands) or is_team(name) or _INITIALS.fullmatch(name) or DEGREES.issuperset(folded):
        return False
    if any(word in _STOP and part.islower() for word, part in zip(folded, parts, strict=True)):
        return False
    if fold(name) in COUNTRIES or _is_desk_in_town(parts) or _goes_on(parts):
        return False
    if folded[0] in _STOP or folded[-1] in (JOBS if declared else JOBS | _STOP):
        return False
    return len(parts) > 1 or _stands_alone(name, folded[0])


def _stands_alone(name: str, folded: str) -> bool:
    """Whether a single word may be a person's only name, as many Indonesians have one."""
    return not (folded in ROLES or folded in WEEKDAYS or _is_code(name) or (is_place(name) and folded not in NAMESAKES))


def _is_of_the_paper(name: str, brands: Sequence[str]) -> bool:
    """The paper, a desk or an edition of it: ``Kabar Hulu Padang``; a paper of one word may be called as people are."""
    folded = fold(name)
    return is_brand(name, brands) or any(" " in brand and folded.startswith(f"{fold(brand)} ") for brand in brands)


def _goes_on(parts: list[str]) -> bool:
    """``Atli Steinn skrifar frá Porsgrunn``: small words together, behind capitalised ones, are a sentence."""
    small = [part.islower() and part not in PARTICLES for part in parts]
    return not small[0] and any(map(all, pairwise(small)))


def _is_desk_in_town(parts: list[str]) -> bool:
    """``ku Frankfurt``: initials in small letters and the town that they write from."""
    code = parts[0]
    small = len(code) <= 4 and code.islower() and code not in PARTICLES
    return len(parts) > 1 and small and is_place(" ".join(parts[1:]))


def _is_code(word: str) -> bool:
    """A desk's code or an agency's letters: ``asa``, ``rhm``, ``dpa``, ``SID``."""
    if not word.isascii():
        return False
    return (len(word) <= 4 and (word.islower() or word.isupper())) or looks_coined(word)
