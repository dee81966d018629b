"""The dates that a page prints: near the headline, in the dateline, and, where it has no other, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice, zip_longest

from lxml.html import HtmlElement

from newscrawl.extract.dates.clocks import is_clock
from newscrawl.extract.dates.reading import DateRead
from newscrawl.extract.lexicon.date_words import UNSPACED_UPDATES, UPDATES
from newscrawl.extract.moments.candidates import Candidate, candidates_in
from newscrawl.extract.page.blocks import BEHIND, Block, text_of
from newscrawl.extract.page.marks import furniture_by_name
from newscrawl.extract.page.tree import Document
from newscrawl.extract.region.region import Region
from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import all_forms, alternatives

NEAR = "text near the headline"
_UPDATED = re.compile(
    rf"(?<![^\W\d_])(?:{alternatives(all_forms(UPDATES))})(?![^\W\d_])|{alternatives(UNSPACED_UPDATES)}"
)
_UPDATED_BEHIND = re.compile(rf"[\W_]{{0,4}}(?:{_UPDATED.pattern})")
_SAYS_PUBLISHED = re.compile(
    r"\b(?:published|posted|publish date|diterbitkan|terbit|tayang|dipublikasikan|dibuat|veröffentlicht|erstellt|stand"
    r"|publié|publicado|pubblicato|copyright)\b|©",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}|\d\d?[/.-]\d\d?[/.-]\d\d")
_DASH = re.compile(r"[\s.,)]{0,3}(?:\([^()]{2,40}\)\s?)?(?:/[^/]{2,40}/)?\s?(?:--|[–—]|-\s)")
_LISTED = re.compile(r"[^\W\d_][^:\d\n|·•]{2,30}:\s?(?:[^\W\d_]{3,10}\.?,?\s)?\d")
_LONGEST_LINE = 160
_LONGEST_LABEL = 30
_A_MINUTE = timedelta(minutes=1)
_LONGEST_BLOCK = 240
_PARAGRAPH = 80
_BESIDE, _SMALL_WORDS = 60, 5
"""Characters, or words in small letters, beside a date in a line that is a date: labels, names, sections, places."""
_SENTENCE = 2
"""Words in small letters that make a sentence of a line with a full stop, and of a picture's caption without one."""
_STOP = re.compile(r"[^\W_]{3}[)\]\"”’»]{0,2}\.(?:\s|$)")
_LONGEST_WORD = 15
"""Characters a word; more on average is a script without blanks."""
_ABOVE, _BELOW, _TAIL = 25, 12, 8
_DATELINE = 120
_MOST_TEXTS = 20_000
_MOST_TIMES = 50
_SURE = 2
_COMMENT = re.compile(r"\bcomments?\b|komentar|disqus", re.IGNORECASE)


@dataclass(slots=True)
class _Line:
    """A line near the headline with the dates that are the page's own."""

    dates: list[Candidate]
    """One or two."""
    marked: list[Candidate]
    """What ``<time>`` elements declare in it."""
    says_update: bool
    is_alone: bool
    """Whether it holds dates and labels, and nothing else."""
    follows: bool
    """Whether such a line stands right before it."""

    @property
    def candidates(self) -> list[Candidate]:
        # ``<time datetime=…>16 bulan lalu</time>`` prints the coarser of the two.
        exact = any(_YEAR.search(c.read.raw) for c in self.dates)
        return [*self.dates, *self.marked] if exact else [*self.marked, *self.dates]

    @property
    def moments(self) -> list[Candidate]:
        """Its dates as exactly as it tells them."""
        is_exact = self.dates and all(c.read.has_time for c in self.dates)
        return self.dates if is_exact or not self.marked else self.marked


def printed_moments(document: Document, region: Region) -> tuple[list[Candidate], list[Candidate]]:
    """The dates near the headline and at the foot of the text, the nearest first; and those labelled as an update.

    A date inside a sentence is that of what the sentence tells, and none of them.
    """
    published: list[Candidate] = []
    updated: list[Candidate] = []
    times = document.outline.of("time")
    lines = [line for blocks in _near(region) for line in _dated_lines(document, blocks, are_marked=bool(times))]
    change = _publication_and_change(lines)
    for line in lines:
        if not change or not {*change} & {*line.dates}:
            del line.dates[1:]
        for candidate in line.candidates:
            (updated if _is_update(candidate, line, change) else published).append(candidate)
    for element in times:
        if element.get("pubdate") is not None or "publish" in (element.get("class") or "").lower():
            published += candidates_in(document, element.get("datetime"), "time element")
    return published, updated


def moment_of_dateline(document: Document, region: Region) -> Iterator[Candidate]:
    """The day that the story begins with: ``Karlsruhe (12.11.2021).``, ``Jakarta, Rabu (23/10/2024) --``."""
    for block in region.body[:_BELOW]:
        if not block.furniture and len(block.text) > _LONGEST_BLOCK / 2:
            opening = block.text[:_DATELINE]
            found = candidates_in(document, opening, "text of the story")
            yield from (c for c in found if _is_of_dateline(opening, c.read.raw))
            return


def _is_of_dateline(opening: str, date: str) -> bool:
    """Whether the date stands in brackets or before a dash; any other is that of what the story tells."""
    before, _, behind = opening.partition(date)
    return before.endswith("(") or _DASH.match(behind) is not None


def moment_elsewhere(document: Document, region: Region) -> Iterator[Candidate]:
    """The page's first ``<time>``, else the first line that says when it was published, wherever it stands."""
    times = document.outline.of("time")[:_MOST_TIMES]
    for element in islice((e for e in times if not any(map(region.running.is_furniture, e.iterancestors()))), 3):
        yield from candidates_in(document, element.get("datetime") or text_of(element, 100), "time element")
    for text in islice(document.root.itertext(), _MOST_TEXTS):
        line = str(text).strip()
        if 8 <= len(line) <= _LONGEST_LINE and _SAYS_PUBLISHED.search(line) and any(map(str.isdigit, line)):
            yield from candidates_in(document, line, "text of the page")


def _near(region: Region) -> Iterator[Sequence[Block]]:
    """The short blocks round the headline, those under it first, those at the foot of the text, and what is beside.

    Names may call furniture what holds the page's own date; the comments under a story are none of it.
    """
    blocks = [*region.before, *region.body]
    at = _position(blocks, region.heading)
    if at is None:
        at = max(0, len(region.before) - 1)
    under = blocks[at + 1 : max(at + 1, len(region.before)) + _BELOW]
    above = blocks[max(0, at + 1 - _ABOVE) : at + 1]
    short = [
        [block for block in run if len(block.text) <= _LONGEST_BLOCK]
        for run in (under, above[::-1], region.body[-_TAIL:], region.after[:BEHIND])
    ]
    listed = {id(block) for run in short for block in run if _is_listed(block.text)}
    if listed:
        listed &= set(map(id, _between_paragraphs(region.body)))
        short = [[block for block in run if id(block) not in listed] for run in short]
    aside = [b for run in short for b in run if b.furniture and _DIGIT.search(b.text) and _is_aside(b, region)]
    beside = set(map(id, aside))
    for run in short:
        yield [block for block in run if id(block) not in beside]
    comments = {id(block) for run in short[2:] for block in run if id(block) in beside and _is_comment(block.element)}
    yield [block for block in aside if id(block) not in comments]


def _between_paragraphs(body: Sequence[Block]) -> Sequence[Block]:
    """The blocks inside the story: a list in it tells of other days than that of its publication."""
    told = [i for i, block in enumerate(body) if len(block.text) >= _PARAGRAPH and not block.furniture]
    return body[told[0] + 1 : told[-1]] if told else []


def _is_listed(text: str) -> bool:
    """Whether a day stands behind what it is the day of: ``Pendaftaran: 1 Maret 2026``."""
    return ":" in text and _LISTED.match(text) is not None and not _says_whose(text)


def _is_aside(block: Block, region: Region) -> bool:
    """Whether it lies in what a name surely calls furniture: other stories, comments, the way to the page."""
    return any(
        element in region.furniture and furniture_by_name(element) == _SURE
        for element in (block.element, *block.element.iterancestors())
    )


def _is_comment(element: HtmlElement) -> bool:
    return any(_COMMENT.search(e.get("class") or e.get("id") or "") for e in (element, *element.iterancestors()))


def _position(blocks: Sequence[Block], heading: HtmlElement | None) -> int | None:
    """Where the headline's last block stands."""
    if heading is None:
        return None
    inside = {heading, *heading.iterdescendants()}
    return max((i for i, block in enumerate(blocks) if block.element in inside), default=None)


def _dated_lines(document: Document, blocks: Sequence[Block], *, are_marked: bool) -> list[_Line]:
    lines: list[_Line] = []
    passed: list[str] = []
    joins, day = False, None
    for block in blocks:
        marked = list(_time_elements(document, block)) if are_marked else []
        for text in block.text.split("\n"):
            has_digit = len(text) <= _LONGEST_LINE and _DIGIT.search(text)
            line = _read_line(document, block, text, passed) if has_digit else None
            if line is None:
                if day and is_clock(text) and day[0].element.getparent() is block.element.getparent():
                    _add_clock(document, lines[-1], f"{day[1]} {text}")
                    continue
                passed.append(text)
                day = None
                continue
            line.marked, marked = marked, []
            line.follows = joins and (not passed or (len(passed) == 1 and _is_label(passed[0])))
            joins, passed, day = line.is_alone, [], (block, text)
            lines.append(line)
        if marked:
            alone = len(block.text) <= _LONGEST_LABEL
            lines.append(_Line([], marked, says_update=False, is_alone=alone, follows=joins and not passed[:-1]))
            joins, passed, day = False, [], None
    return lines


def _add_clock(document: Document, line: _Line, text: str) -> None:
    """Read a day with the time of day that stands by itself behind it."""
    if len(line.dates) == 1 and not line.dates[0].read.has_time:
        line.dates = list(candidates_in(document, text, NEAR)) or line.dates


def _read_line(document: Document, block: Block, text: str, passed: Sequence[str]) -> _Line | None:
    """The dates of a line, where they do not belong to what it tells."""
    dates, beside = _dates_in(document, text)
    if not dates or _tells_more(block, text, beside, dates[0].read):
        return None
    label = passed[-1] if passed and _is_label(passed[-1]) else ""
    told = "".join(beside)
    is_alone = len(told) <= _LONGEST_LABEL * len(dates) and block.kind != "head" and not block.linked
    return _Line(dates, [], _says_update(beside, label), is_alone, follows=False)


def _dates_in(document: Document, line: str) -> tuple[list[Candidate], list[str]]:
    """The first two dates of a line, and what stands before, between and behind them."""
    dates = list(candidates_in(document, line, NEAR))
    if not dates:
        return [], [line]
    before, _, rest = line.partition(dates[0].read.raw)
    if not _YEAR.search(rest):
        return dates, [before, rest]
    second = list(candidates_in(document, rest, NEAR))
    if not second:
        return dates, [before, rest]
    between, _, behind = rest.partition(second[0].read.raw)
    return _in_one_zone(dates[0], second[0]), [before, between, behind]


def _in_one_zone(first: Candidate, second: Candidate) -> list[Candidate]:
    """Two dates of one line: a zone behind the second is that of the first as well."""
    if second.read.has_zone and first.read.has_time and not first.read.has_zone:
        first = first.at(first.moment.replace(tzinfo=second.moment.tzinfo))
    return [first, second]


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and (text.endswith(":") or _says_whose(text))


def _says_whose(text: str) -> bool:
    """Whether it says that the date beside it is that of the publication or of the change."""
    return _updates(text) or _SAYS_PUBLISHED.search(text) is not None


def _says_update(beside: Sequence[str], label: str) -> bool:
    """Whether the first date's label, before it or right behind it, is that of a change."""
    before, behind = beside[0], beside[1]
    if _updates(f"{label} {before}"):
        return True
    return not _DIGIT.search(behind) and _UPDATED_BEHIND.match(fold(behind)) is not None


def _updates(text: str) -> bool:
    return _UPDATED.search(fold(text)) is not None


def _publication_and_change(lines: Sequence[_Line]) -> tuple[Candidate, Candidate] | None:
    """The two moments of the page's own date line, or of it and the next, whatever words label them.

    Nothing is published after it was changed, so that the labels need not be known.
    """
    for line, following in zip_longest(lines, lines[1:]):
        own, labelled = line.moments, line.says_update
        if len(own) == 1 and following and following.follows and following.is_alone:
            own, labelled = [*own, *following.moments], labelled or following.says_update
        timed = [c for c in own if c.read.has_time]
        is_alone = line.is_alone or len(line.marked) == 2
        if len(own) == 2 and is_alone and (labelled or len(timed) == 2):
            first, second = sorted(own, key=lambda candidate: candidate.moment)
            is_later = second.moment - first.moment >= _A_MINUTE and not _same_clock(first, second)
            return (first, second) if is_later else None
        if timed:
            return None
    return None


def _same_clock(first: Candidate, second: Candidate) -> bool:
    return first.moment.replace(tzinfo=None) == second.moment.replace(tzinfo=None)


def _is_update(candidate: Candidate, line: _Line, change: tuple[Candidate, Candidate] | None) -> bool:
    for known, is_change in zip(change or (), (False, True), strict=False):
        moment = known.moment.astimezone(candidate.moment.tzinfo)
        if moment == candidate.moment or (not candidate.read.has_time and moment.date() == candidate.moment.date()):
            return is_change
    return line.says_update


def _tells_more(block: Block, line: str, around: Sequence[str], read: DateRead) -> bool:
    """Whether the date stands in a headline, a sentence or a caption: then it is that of what they tell."""
    beside = " ".join(around).strip()
    if block.kind == "head":
        return len(beside) > _BESIDE / 2
    words = beside.split()
    small = sum(map(str.islower, words))
    if block.kind == "caption" and any(map(str.isalpha, beside)):
        return not _says_whose(line)
    if block.after_image and not read.has_time and _tells_of_picture(line, read.raw, small) and not _says_whose(line):
        return True
    if len(beside) > _BESIDE:
        return small > _SMALL_WORDS or len(beside) > _LONGEST_WORD * len(words)
    ends = small >= _SENTENCE and _STOP.search(line, max(0, len(line) - 5)) is not None
    return ends and not _says_whose(line)


def _tells_of_picture(line: str, date: str, small: int) -> bool:
    """Whether the line under a picture tells of it: ``Wali Kota Ratna Laut di Balai Kota, Senin (2/2/2026)``.

    Beside the picture of who wrote it stand the name and the date alone.
    """
    before, _, behind = line.partition(date)
    in_brackets = before.endswith("(") and any(map(str.isalpha, before))
    stops = behind.startswith(".") or _STOP.search(f"{before.rstrip()} {behind}") is not None
    return in_brackets or small > _SENTENCE or (stops and len(before.split()) > 1)


def _time_elements(document: Document, block: Block) -> Iterator[Candidate]:
    """What the ``<time>`` elements declare that the block prints, and not another one inside its element."""
    for time in (block.element, *block.element.iter("time")):
        if time.tag == "time" and time.get("datetime") and text_of(time, _LONGEST_LABEL) in block.text:
            yield from candidates_in(document, time.get("datetime"), "time element")
