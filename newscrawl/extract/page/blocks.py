"""A subtree as the blocks of text that a browser would print one under another."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extract.text.recall import remembered

SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
        "video", "head", "map", "button", "select", "option", "textarea", "input", "datalist", "dialog",
    }
)  # fmt: skip
_KINDS = {
    "h1": "head", "h2": "head", "h3": "head", "h4": "head", "h5": "head", "h6": "head",
    "li": "item", "dt": "item", "dd": "item", "blockquote": "quote", "q": "", "td": "cell", "th": "cell",
    "figcaption": "caption",
}  # fmt: skip
_INHERITED = {kind: kind for kind in ("item", "quote", "cell", "caption", "head")}
"""What a ``<p>`` or ``<div>`` is in one of them."""
_INLINE = frozenset(
    {
        "rt", "rp", "rtc", "a", "abbr", "acronym", "amp-ad", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
        "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "rb", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "nobr", "st1:city", "st1:place",
        "o:p", "picture", "source",
    }
)  # fmt: skip
_FRAMES = frozenset({"figure", "figcaption"})
"""What is furniture with all that it holds, but for the picture that it frames."""
_CELLS = frozenset({"td", "th"})
_CELL = 120
MOST_BLOCKS = 10_000
"""A long book has as many; no news page that was seen had a quarter of it. Each is judged by its words."""
BEHIND = 25
"""Blocks behind a story in which something is told of it: its date, who wrote it."""
_MOST_LINES = 10_000
_UNSEEN_TAGS = frozenset({"span", "small", "i", "em", "b", "div", "p"})  # a headline may be for screen readers alone
_UNSEEN = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|u-hidden-visually|a11y-hidden|assistive)\b", re.IGNORECASE
)
_CLIPPED = re.compile(
    r"clip(?:-path)?\s*:\s*(?:rect\(\s*([01])(?:px)?(?:[\s,]+\1(?:px)?){3}\s*\)|inset\(\s*(?:50|100)%)", re.IGNORECASE
)
_BOLD = frozenset({"b", "strong"})
_CARD = 3
"""A picture and two links."""
_WHOLE_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_END = re.compile(r"[.!?…。！？।][\"')\]’”»]*$")
_INDENT = "\u3000"
_BLANKS = " \t\r\n"
_LINKED_CELL, _MENU = 0.9, 2
_INITIAL = 3
"""Characters of a word's beginning that is printed as a picture."""


@dataclass(slots=True)
class Block:
    """A run of text between two block boundaries. ``text`` keeps single ``<br>`` as line breaks."""

    text: str
    kind: str
    """``p``, ``head``, ``item``, ``quote``, ``cell`` or ``caption``."""
    element: HtmlElement
    """The block element that holds it."""
    linked: int = 0
    """How many of its characters are link text."""
    strong: int = 0
    """How many of its characters are bold."""
    bold_head: str = ""
    """The bold words that it begins with."""
    furniture: bool = False
    """Whether it lies in an element that was marked as furniture."""
    after_image: bool = False
    """Whether a picture, and nothing else, stands between it and the block before."""

    @property
    def link_share(self) -> float:
        return min(1.0, self.linked / max(1, len(self.text))) if self.linked else 0.0


class _Writer:
    """Collects text pieces while a subtree is walked, and closes a block at every boundary."""

    def __init__(
        self, root: HtmlElement, is_marked: Callable[[HtmlElement], bool], room: int, main: HtmlElement | None
    ) -> None:
        self.blocks: list[Block] = []
        self._room = room
        """Characters that the blocks may still hold."""
        self.is_full = False
        self._most = MOST_BLOCKS
        self._main = main
        self._root, self._is_marked = root, is_marked
        marked = is_marked(root)
        self._frames = [(root, _KINDS.get(root.tag, "") or "p", marked, marked)]
        self._pieces: list[str] = []
        self._links = self._bold = 0
        self._linked = self._strong = 0
        self._head: list[str] = []
        self._in_head = self._line_is_blank = self._is_blank = True
        self._image = self._ends_in_image = False
        self._lines = 0

    def write(self, element: HtmlElement, tag: str) -> None:
        """Write an element with all that it holds, as long as there is room.

        It goes down by calling itself: documents are flat enough for that, and lxml's own walk takes longer.
        """
        self._begin(element, tag)
        for child in element:
            name = child.tag
            if name == "br" or (name == "span" and _stands_for_break(child)):
                self._break_line()
            elif not _is_passed_over(child, name):
                self.write(child, name)
            if self.is_full:
                return
            if tail := child.tail:
                self.add(tail)
        self._end(element, tag)

    def _begin(self, element: HtmlElement, tag: str) -> None:
        if element is not self._root:
            self._enter(element, tag)
        if tag == "a":
            self._links += 1
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "img":
            self._image |= self._is_blank
            self._ends_in_image = not self._is_blank
        if text := element.text:
            if text[0].isupper() and self._pieces and _meets_label(element, text, self._pieces[-1]):
                self._pieces.append(" ")
            self.add(text)

    def _enter(self, element: HtmlElement, tag: str) -> None:
        """Begin a block where the element does."""
        _, kind, furniture, is_settled = self._frames[-1]
        is_box = tag not in _INLINE
        marked = not (is_box and is_settled) and self._is_marked(element)
        if is_box or marked:
            self._close()
            is_settled |= marked and tag not in _FRAMES
            self._frames.append(
                (element, _KINDS.get(tag, "") or _INHERITED.get(kind, "p"), furniture or marked, is_settled)
            )

    def _end(self, element: HtmlElement, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag in _BOLD:
            self._bold -= 1
        if self._frames[-1][0] is element:
            self._close()
            self._frames.pop()
            if element is self._main:
                self._most = min(MOST_BLOCKS, len(self.blocks) + BEHIND)

    def add(self, text: str) -> None:
        if text.isspace():  # most of what stands between tags
            self._pieces.append(" ")
            if self._bold and self._in_head:
                self._head.append(" ")
            return
        if _INDENT in text:
            text = self._begin_indented(text)
        self._pieces.append(text.replace("\n", " ").replace("\r", " "))
        self._line_is_blank = self._is_blank = self._ends_in_image = False
        if self._links:
            self._linked += len(text.strip())
        if not self._bold:
            self._in_head = False
            return
        self._strong += len(text.strip())
        if self._in_head:
            self._head.append(text)

    def _begin_indented(self, text: str) -> str:
        """Write what stands before the last line that is indented as a paragraph, each line a block; give the rest."""
        if self._line_is_blank and not self._is_blank and _is_indented(text):
            self._close()
        *before, last = text.split(f"\n{_INDENT}")
        for part in before:
            if self.is_full:
                break
            self.add(part)
            self._close()
        return last

    def _break_line(self) -> None:
        """Note a ``<br>``; the second in a row ends the block."""
        self._lines += 1
        if self._lines > _MOST_LINES:
            self.add(" ")
            return
        blank, self._line_is_blank = self._line_is_blank, True
        self._pieces.append("\n")
        if blank and len(self._pieces) > 1:
            self._close()

    def _close(self) -> None:
        if self._is_blank:  # nothing but blanks was written, and all else is as at the beginning of a text
            self._pieces.clear()
            self._head.clear()
            return
        element, kind, furniture, _ = self._frames[-1]
        text = normal("".join(self._pieces))
        self._room -= len(text)
        if text and kind == "cell" and self._joins_row(text, element):
            last = self.blocks[-1]
            last.text = f"{last.text} {text}"
            last.linked += self._linked
            last.strong += self._strong
        elif text:
            head = normal("".join(self._head)) if self._head else ""
            self.blocks.append(Block(text, kind, element, self._linked, self._strong, head, furniture, self._image))
            self._image, self._ends_in_image = self._ends_in_image, False
        self.is_full = self._room <= 0 or len(self.blocks) >= self._most
        self._begin_text()

    def _begin_text(self) -> None:
        self._pieces.clear()
        self._head.clear()
        self._in_head = self._line_is_blank = self._is_blank = True
        self._linked = self._strong = 0

    def _joins_row(self, text: str, element: HtmlElement) -> bool:
        """Whether it goes on with the row of a small table: ``Penulis`` in one cell, ``: Nama`` in the next."""
        last = self.blocks[-1] if self.blocks else None
        if (
            last is None
            or last.kind != "cell"
            or element.tag not in _CELLS
            or len(text) > _CELL
            or len(last.text) > _CELL
        ):
            return False
        if last.element is element or last.element.getparent() is not element.getparent():
            return False
        return not (_is_menu(last.element, last.link_share) or _is_menu(element, self._linked / len(text)))


def _is_menu(cell: HtmlElement, link_share: float) -> bool:
    """Whether a cell is links alone, and several."""
    return link_share >= _LINKED_CELL and sum(1 for _ in islice(cell.iter("a"), _MENU)) >= _MENU


def _is_indented(text: str) -> bool:
    return text.lstrip(_BLANKS).startswith(_INDENT)


def _stands_for_break(span: HtmlElement) -> bool:
    """Whether an empty span is called a line break: ``<span class="text br"></span>``."""
    name = span.get("class")
    return name is not None and "br" in name and not len(span) and not span.text and "br" in name.split()


def _meets_label(element: HtmlElement, text: str, before: str) -> bool:
    """Whether it follows a label of several words without a blank: ``<b>Baca juga</b><a>Jembatan ...``.

    Within a word of one or two elements styles change too, as in a name of small capitals.
    """
    if not before[-1:].islower() or not before[:1].isupper() or " " not in text.strip() or " " not in before:
        return False
    previous = element.getprevious()
    return previous is not None and not previous.tail


def _is_unmarked(_: HtmlElement) -> bool:
    return False


def read_blocks(
    root: HtmlElement,
    is_marked: Callable[[HtmlElement], bool] = _is_unmarked,
    limit: int | None = None,
    main: HtmlElement | None = None,
) -> list[Block]:
    """The blocks of a subtree in order, without scripts and controls; those in marked elements say so.

    With a ``main`` element in it, no more than BEHIND of them are read that stand behind that one.

    With a ``limit`` no more of them are read than hold so many characters; and never more than any story has.
    """
    writer = _Writer(root, is_marked, sys.maxsize if limit is None else limit, main)
    if not _is_passed_over(root, root.tag):
        writer.write(root, root.tag)
    return writer.blocks


def _is_passed_over(element: HtmlElement, tag: object) -> bool:
    """Whether nothing of it is printed: a script, a control, a comment, a text for screen readers alone."""
    if tag == "span":
        return is_unseen(element) or _opens_over_text(element)
    if tag in _UNSEEN_TAGS:
        name = element.get("class")
        return name is not None and _names_unseen(name) and is_unseen(element)
    return tag in SKIPPED or not isinstance(tag, str)


def is_unseen(element: HtmlElement) -> bool:
    """Whether it is for screen readers alone, by its name or its style: ``, opens new tab`` behind a link.

    An unclosed one may hold the whole page: with an article in it, it is none.
    """
    tag = element.tag
    if tag not in _UNSEEN_TAGS:
        return False
    name = element.get("class")
    unseen = name is not None and _names_unseen(name)
    if not unseen and tag == "span":
        style = element.get("style")
        unseen = style is not None and _CLIPPED.search(style) is not None
    if not unseen or _begins_word(element):
        return False
    return next(element.iter("article", "main"), None) is None


def _begins_word(element: HtmlElement) -> bool:
    """Whether the rest of a word stands behind it: its first letter is printed as a picture."""
    tail, text = element.tail, element.text
    if not (tail and text and tail[0].islower() and len(text.strip()) <= _INITIAL and text[-1].isalpha()):
        return False
    drawn = element.getprevious()
    return drawn is None or drawn.text_content().strip() != text.strip()


def _opens_over_text(element: HtmlElement) -> bool:
    """Whether a span is a card that opens over a name in a sentence: a picture and links, and nothing else."""
    if len(element) < _CARD or next(element.iterchildren("img"), None) is None:
        return False
    said = element.text, *(child.tail for child in element)
    return sum(child.tag == "a" for child in element) >= _CARD - 1 and not any(map(str.strip, filter(None, said)))


@remembered(20_000)
def _names_unseen(name: str) -> bool:
    return _UNSEEN.search(name) is not None


def normal(text: str) -> str:
    """White space single, line breaks kept but never two in a row, invisible characters off."""
    if not text.isascii():
        text = text.replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "").replace("\u2060", "")
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def text_of(element: HtmlElement, limit: int = 5000) -> str:
    """What the element prints, on one line; at most ``limit`` characters of it."""
    tag = element.tag
    if len(element) or not isinstance(tag, str) or tag == "br":
        return " ".join(block.text.replace("\n", " ") for block in read_blocks(element, limit=limit))[:limit].strip()
    # Most of those that are asked for hold a text alone.
    text = "" if tag in SKIPPED or is_unseen(element) else normal((element.text or "").replace("\n", " "))
    return text[:limit].strip()


def lines_of(block: Block) -> Iterator[str]:
    """The block's printed lines."""
    return iter(block.text.split("\n"))


def ends_as_sentence(text: str) -> bool:
    """Whether it ends in a full stop of any script, within quotes or brackets or not."""
    return _SENTENCE_END.search(text) is not None


def length_of(text: str) -> int:
    """How much a text says, in letters: a Chinese or Korean character counts as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WHOLE_SYLLABLES.findall(text))
