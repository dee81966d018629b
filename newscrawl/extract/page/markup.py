"""A page's markup before it is parsed: within bounds, and without the scripts that a parser would only copy.

Half of a news page's bytes are scripts, styles and drawings, and no reader of a field looks at most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

MAX_TAGS = 100_000
"""Tags that are read of a page, from its beginning; the richest of 600 news pages had 10,000."""
_SHORTEST_TAG = len("<p>")
_MAX_ATTRIBUTES = 250
"""Of one tag, or twice as many where half are written plainly; 73 is the most that was seen.

libxml2 walks over all of them to add one."""
_SHORT = 16_000
"""Bytes: a page of so few holds no tag with as many attributes as take libxml2 a noticeable time."""
_SHORT_TEXT = 64
"""Bytes of a script that stay where they are."""

# Every quantifier is possessive and no part of the bytes is looked at twice: the search takes linear time.
_BLANKS = rb" \t\n\r\f\v"  # a set of characters is looked up in a table, one with ``\s`` in it is not
_ATTRIBUTE = rb"""(?>[%b/]*+[^%b>/][^%b=>/]*+(?:[%b]*+=[%b]*+(?>"[^"]*+"|'[^']*+'|[^%b>]*+))?+)""" % ((_BLANKS,) * 6)
_PLAIN_ATTRIBUTE = rb""" [a-zA-Z:_.-]++="[^"]*+\""""
_SOME = rb"(?:%b){0,%d}+" % (_ATTRIBUTE, _MAX_ATTRIBUTES)
_MOST_ARE_PLAIN = rb"(?:%b){0,%d}+(?:>|(?:%b){0,%d}+(?!%b))" % (
    _PLAIN_ATTRIBUTE, _MAX_ATTRIBUTES, _ATTRIBUTE, _MAX_ATTRIBUTES, _ATTRIBUTE,
)  # fmt: skip
_TAG_NAME = rb"[a-zA-Z][^%b/>]*+" % _BLANKS
_RAW = rb"(?:[sS](?i:cript|tyle|vg))"
_ORDINARY = re.compile(
    rb"[^<]*+(?:<(?:/|(?!%b[%b/>])%b%b|(?![a-zA-Z]|!--)|%b)[^<]*+)*+"
    % (_RAW, _BLANKS, _TAG_NAME, _MOST_ARE_PLAIN, rb"!--(?=[^<]*?-->)")
)
"""Markup up to the next tag that is not ordinary: one with too many attributes, or that begins raw text.

Comments without a tag in them are passed over as well.
"""
_OPENING = re.compile(rb"<(%b)%b[%b/]*+>" % (_RAW, _SOME, _BLANKS))
_CROWDED = re.compile(rb"(<%b(?:%b){%d})(?:%b)++" % (_TAG_NAME, _ATTRIBUTE, _MAX_ATTRIBUTES, _ATTRIBUTE))
_ENDS = {
    name: re.compile(rb"(?:<(?!%b(?i:%b)|!--)[^<]{0,64}+)*+" % (slash, name))
    for name, slash in ((b"script", b"/"), (b"style", b"/"), (b"svg", b"/?"))
}
"""Raw text from a ``<`` that does not end it, over those that follow closely.

What makes the end doubtful counts as the end: a comment, a drawing in the drawing.
"""
_KEPT_APART = b"script"
_REFERENCE = re.compile(r"#(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Markup:
    """What is parsed of a page, and the texts of its scripts, which a reference stands for there."""

    encoded: bytes = b""
    scripts: Sequence[bytes] = ()
    is_cut: bool = False
    """Whether the page has more than MAX_TAGS tags, and this is its beginning."""

    def text_of(self, script: HtmlElement) -> str:
        """What a ``<script>`` of the parsed page holds."""
        text: str = script.text or ""
        reference = _REFERENCE.fullmatch(text)
        if reference is None or int(reference[1]) >= len(self.scripts):
            return text
        return self.scripts[int(reference[1])].decode("utf-8", "replace")

    def restore(self, root: HtmlElement) -> None:
        """Put the texts back into the scripts of the parsed page: a site's own functions may read them."""
        for script in root.iter("script"):
            script.text = self.text_of(script)


def read_markup(encoded: bytes) -> Markup:
    """The page without what no news page has, and without the text of scripts, styles and drawings.

    More tags, and more attributes of one tag, than are worth their time are left out.
    """
    if len(encoded) <= _SHORT:
        return Markup(encoded)
    lean, scripts = _without_raw_text(encoded)
    tags = lean.count(b"<") if len(lean) > _SHORTEST_TAG * MAX_TAGS else 0
    if tags > MAX_TAGS:
        lean = lean[: -len(lean.split(b"<", MAX_TAGS)[-1]) - 1]
    return Markup(lean, scripts, is_cut=tags > MAX_TAGS)


def _without_raw_text(encoded: bytes) -> tuple[bytes, list[bytes]]:
    """The page with a reference in the place of every script's text, and these texts."""
    kept: list[bytes] = []
    scripts: list[bytes] = []
    copied = 0
    for start, end, is_script in _left_out(encoded):
        kept.append(encoded[copied:start])
        if is_script:
            kept.append(b"#%d" % len(scripts))
            scripts.append(encoded[start:end])
        copied = end
    return b"".join([*kept, encoded[copied:]]), scripts


def _left_out(encoded: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where each part that is left out begins and ends, and whether it is a script's text."""
    position = comment_end = 0
    looked_at = dict.fromkeys(_ENDS, 0)
    while (position := _end_of(_ORDINARY, encoded, position)) < len(encoded):
        if opening := _OPENING.match(encoded, position):
            name, position = opening[1].lower(), opening.end()
            if position < max(comment_end, looked_at[name]):
                continue
            end = looked_at[name] = _end_of_raw_text(_ENDS[name], encoded, position)
            if end - position >= _SHORT_TEXT and encoded.startswith(b"</", end):
                yield position, end, name == _KEPT_APART
                position = end
        elif crowded := _CROWDED.match(encoded, position):
            yield crowded.end(1), crowded.end(), False
            position = crowded.end()
        else:
            if position >= comment_end and encoded.startswith(b"<!--", position):
                found = encoded.find(b"-->", position)
                comment_end = found if found >= 0 else len(encoded)
            position += 1


def _end_of(pattern: re.Pattern[bytes], encoded: bytes, position: int) -> int:
    found = pattern.match(encoded, position)
    return found.end() if found else position


def _end_of_raw_text(going_on: re.Pattern[bytes], encoded: bytes, position: int) -> int:
    """Where the raw text ends; what lies between two ``<`` is skipped, which a pattern would look at byte by byte."""
    while (position := encoded.find(b"<", position)) >= 0:
        reached = _end_of(going_on, encoded, position)
        if reached == position:
            return position
        position = reached
    return len(encoded)
