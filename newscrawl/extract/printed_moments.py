"""The dates that a page prints: near the headline, in the dateline, and, where it has no other, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.blocks import BEHIND, Block, text_of
from newscrawl.extract.candidates import Candidate, candidates_in
from newscrawl.extract.dates import DateRead
from newscrawl.extract.region import Region
from newscrawl.extract.tree import Document

NEAR = "text near the headline"
UPDATED = re.compile(
    r"\b(?:diperbarui|diperbaharui|diupdate|updated?|modified|last|edited|aktualisiert|mis à jour|actualizad[oa]"
    r"|aggiornat[oa])\b",
    re.IGNORECASE,
)
_SAYS_PUBLISHED = re.compile(
    r"\b(?:published|posted|publish date|diterbitkan|terbit|tayang|dipublikasikan|dibuat|veröffentlicht|erstellt|stand"
    r"|publié|publicado|pubblicato|copyright)\b|©",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}|\d\d?[/.-]\d\d?[/.-]\d\d")
_LONGEST_LINE = 160
_LONGEST_BLOCK = 240
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


def printed_moments(document: Document, region: Region) -> tuple[list[Candidate], list[Candidate]]:
    """The dates near the headline and at the foot of the text, the nearest first; and those labelled as an update.

    A date inside a sentence is that of what the sentence tells, and none of them.
    """
    published: list[Candidate] = []
    updated: list[Candidate] = []
    times = document.outline.of("time")
    for block in _near(region):
        marked = list(_time_elements(document, block.element)) if times else []
        for line in _dated_lines(block):
            found = [c for c in candidates_in(document, line, NEAR) if not _tells_more(block, line, c.read)]
            # ``<time datetime=…>16 bulan lalu</time>`` prints the coarser of the two.
            exact = found if any(_YEAR.search(c.read.raw) for c in found) else [*marked, *found]
            (updated if UPDATED.search(line) else published).extend(exact)
        published += marked
    for element in times:
        if element.get("pubdate") is not None or "publish" in (element.get("class") or "").lower():
            published += candidates_in(document, element.get("datetime"), "time element")
    return published, updated


def moment_of_dateline(document: Document, region: Region) -> Iterator[Candidate]:
    """The day that the story begins with: ``Karlsruhe (12.11.2021).``, ``Jakarta, Rabu (23/10/2024) --``."""
    for block in region.body[:_BELOW]:
        if not block.furniture and len(block.text) > _LONGEST_BLOCK / 2:
            yield from candidates_in(document, block.text[:_DATELINE], "text of the story")
            return


def moment_elsewhere(document: Document) -> Iterator[Candidate]:
    """The page's first ``<time>``, else the first line that says when it was published, wherever it stands."""
    for element in islice(document.outline.of("time"), 3):
        yield from candidates_in(document, element.get("datetime") or text_of(element, 100), "time element")
    for text in islice(document.root.itertext(), _MOST_TEXTS):
        line = str(text).strip()
        if 8 <= len(line) <= _LONGEST_LINE and _SAYS_PUBLISHED.search(line) and any(map(str.isdigit, line)):
            yield from candidates_in(document, line, "text of the page")


def _near(region: Region) -> Sequence[Block]:
    """The short blocks round the headline, those under it first, and those at the foot of the text."""
    blocks = [*region.before, *region.body]
    at = _position(blocks, region.heading)
    if at is None:
        at = max(0, len(region.before) - 1)
    under = blocks[at + 1 : max(at + 1, len(region.before)) + _BELOW]
    above = blocks[max(0, at + 1 - _ABOVE) : at + 1]
    near = [*under, *reversed(above), *region.body[-_TAIL:], *region.after[:BEHIND]]
    return [block for block in near if len(block.text) <= _LONGEST_BLOCK]


def _position(blocks: Sequence[Block], heading: HtmlElement | None) -> int | None:
    """Where the headline's last block stands."""
    if heading is None:
        return None
    inside = {heading, *heading.iterdescendants()}
    return max((i for i, block in enumerate(blocks) if block.element in inside), default=None)


def _dated_lines(block: Block) -> Iterator[str]:
    for line in block.text.split("\n"):
        if len(line) <= _LONGEST_LINE and _DIGIT.search(line):
            yield line


def _tells_more(block: Block, line: str, read: DateRead) -> bool:
    """Whether the date stands in a headline, a sentence or a caption: then it is that of what they tell."""
    beside = line.replace(read.raw, " ", 1).strip()
    if block.kind == "head":
        return len(beside) > _BESIDE / 2
    words = beside.split()
    small = sum(map(str.islower, words))
    if len(beside) > _BESIDE:
        return small > _SMALL_WORDS or len(beside) > _LONGEST_WORD * len(words)
    if UPDATED.search(line) or _SAYS_PUBLISHED.search(line):
        return False
    if block.kind == "caption":
        return any(map(str.isalpha, beside))
    if block.after_image and not read.has_time and _tells_of_picture(line, read.raw, small):
        return True
    return small >= _SENTENCE and _STOP.search(line, max(0, len(line) - 5)) is not None


def _tells_of_picture(line: str, date: str, small: int) -> bool:
    """Whether the line under a picture tells of it: ``Wali Kota Ratna Laut di Balai Kota, Senin (2/2/2026)``.

    Beside the picture of who wrote it stand the name and the date alone.
    """
    before, _, behind = line.partition(date)
    in_brackets = before.endswith("(") and any(map(str.isalpha, before))
    stops = behind.startswith(".") or _STOP.search(f"{before.rstrip()} {behind}") is not None
    return in_brackets or small > _SENTENCE or (stops and len(before.split()) > 1)


def _time_elements(document: Document, element: HtmlElement) -> Iterator[Candidate]:
    for time in (element, *element.iter("time")):
        if time.tag == "time" and time.get("datetime"):
            yield from candidates_in(document, time.get("datetime"), "time element")
