"""Where the article's body is: the element that holds the page's running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, islice

from lxml.html import HtmlElement

from newscrawl.extract.page.marks import furniture_by_name, says_body
from newscrawl.extract.page.outline import LONG, Outline
from newscrawl.extract.page.selectors import select_css
from newscrawl.extract.region.neighbours import other_articles

_ASIDE = frozenset(
    {
        "a", "script", "style", "noscript", "button", "select", "option", "textarea", "figcaption", "template",
        "svg", "title", "label", "head", "iframe", "object", "video", "audio",
    }
)  # fmt: skip
# A whole page may lie in one <form> (ASP.NET does so) and a story in an <aside>: their share of the text decides.
_SELDOM = frozenset(
    {"p", "article", "main", "body", "html", "a", "span", "b", "i", "em", "strong", "font", "time", "mark"}
)
_BY_TAG = {"nav": 2, "footer": 2, "dialog": 2, "aside": 1, "form": 1, "address": 1}
_PARAGRAPHS = frozenset(
    {"p", "li", "blockquote", "h1", "h2", "h3", "h4", "span", "b", "strong", "em", "i", "font", "pre", "ul", "ol"}
)
_SUBHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_WRITTEN_IN = frozenset({"", "text", "email", "tel"})
_MOST_FIELDS = 200
_LIVE = "amp-live-list"
"""The posts that come in while a story goes on, which itself stands above them."""
SURE_SHARE = 0.85
_ENOUGH = 500
_HARDLY_ANYTHING = 200
_SURE = 2
_HALF_SURE_SHARE = 0.45
LIKELY_SHARE = 0.12
"""An element with this share of the page's running text or more is never taken for furniture by its name."""
_SENTENCE = re.compile(r"[.!?。！？؟।…:,;、，]")


class RunningText:
    """How much running text every element of a page holds; link text, controls and furniture do not count."""

    def __init__(self, root: HtmlElement, outline: Outline, heading: HtmlElement | None = None) -> None:
        self.scores: dict[HtmlElement, float] = {}
        self._outline = outline
        self._above_heading = {heading, *heading.iterancestors()} if heading is not None else set()
        self._others = other_articles(outline, heading) if heading is not None else frozenset()
        self._aside: dict[HtmlElement, bool] = {}
        self._verdicts: dict[HtmlElement, bool] = {}
        """Of the elements that hold running text."""
        self._trust = _SURE
        """Whether class and id may be believed on this page; not where hardly anything would be left of its text."""
        body = root.find("body")
        self.body: HtmlElement = body if body is not None else root
        for holder, text in outline.long_texts:
            words = text.strip()
            if _has_length(words) and not self._is_aside(holder):
                self._credit(holder, words)
        self._full = dict(self.scores)
        self._forget_furniture()

    @cached_property
    def around_fields(self) -> frozenset[HtmlElement]:
        """The forms and the fields to write in, with all elements that hold one."""
        inputs = (field for field in self._outline.of("input") if field.get("type", "") in _WRITTEN_IN)
        fields = islice(chain(self._outline.of("form"), inputs), _MOST_FIELDS)
        return frozenset(e for field in fields for e in (field, *field.iterancestors()))

    def of(self, element: HtmlElement) -> float:
        return self.scores.get(element, 0.0)

    @property
    def names_are_true(self) -> bool:
        """Whether what its name calls furniture leaves something of the page."""
        return self._trust == _SURE

    @property
    def home(self) -> HtmlElement | None:
        """The ``<article>`` round the headline, if the text that it holds may be a story."""
        articles = [e for e in self._above_heading if e.tag == "article" and self.of(e) >= _HARDLY_ANYTHING]
        return min(articles, key=self.of, default=None)

    @property
    def total(self) -> float:
        return self.of(self.body)

    def _credit(self, holder: HtmlElement, text: str) -> None:
        weight = len(text) * (1.0 if _SENTENCE.search(text) else 0.5)
        element: HtmlElement | None = holder
        while element is not None:
            self.scores[element] = self.scores.get(element, 0.0) + weight
            element = element.getparent()

    def is_furniture(self, element: HtmlElement) -> bool:
        """Whether its name calls the element furniture, and what it holds does not say otherwise.

        A name like ``tag-politics``, ``with-sidebar`` or ``comments-open`` stands on whole articles too.
        """
        verdict = self._verdicts.get(element)
        return self._judge(element) if verdict is None else verdict

    def _judge(self, element: HtmlElement) -> bool:
        if element in self._others:
            return True
        by_tag = _BY_TAG.get(element.tag, 0)
        named = 2 if element.tag == _LIVE else furniture_by_name(element)
        sureness = max(min(named, self._trust), by_tag) if named or by_tag else 0
        if not sureness or (sureness == 1 and element.tag in _SELDOM) or element in self._above_heading:
            return False
        if sureness == 1 and (self._heads_text(element) or any(says_body(child) for child in element)):
            return False  # a ``teaser-content`` that holds the part of an ``article-body`` above the fold
        if by_tag == 2:
            return True
        own, whole = self._full.get(element, 0.0), self._full.get(self.body, 0.0)
        if sureness == 2 and own >= 0.5 * whole and whole - own < _ENOUGH:
            return False  # nothing else on the page could be the story
        return bool(own < whole * self._most(named, sureness) or not own)

    def _heads_text(self, element: HtmlElement) -> bool:
        """Whether it is a subhead: no link, and a paragraph behind it. The editor's style may be called ``tag``."""
        below = element.getnext() if element.tag in _SUBHEADS else None
        if below is None or below.tag != "p" or element.find(".//a") is not None:
            return False
        return bool(self._full.get(below))

    def _most(self, named: int, sureness: int) -> float:
        """The share of the page's text up to which a name is believed; less of it where it does not always hold."""
        if sureness == _SURE:
            return SURE_SHARE
        return _HALF_SURE_SHARE if named == _SURE and self._trust else LIKELY_SHARE

    def _forget_furniture(self) -> None:
        """Take the text of related links, comments and the like out of the sums."""
        self._subtract()
        while self._trust and self.total < _HARDLY_ANYTHING < self._full.get(self.body, 0.0):
            # Hardly anything is left: a name on a large element means something else here, or all of them do.
            self._trust -= 1
            self.scores = dict(self._full)
            self._subtract()

    def _subtract(self) -> None:
        self._verdicts = {e: self._judge(e) for e in self._full}
        named = {e for e, verdict in self._verdicts.items() if verdict}
        for element in named:
            if any(ancestor in named for ancestor in element.iterancestors()):
                continue
            lost = self._full[element]
            for current in (element, *element.iterancestors()):
                self.scores[current] -= lost

    def _is_aside(self, element: HtmlElement) -> bool:
        chain = []
        current: HtmlElement | None = element
        verdict = False
        while current is not None:
            known = self._aside.get(current)
            if known is not None:
                verdict = known
                break
            chain.append(current)
            if current.tag in _ASIDE:
                verdict = True
                break
            current = current.getparent()
        for seen in chain:
            self._aside[seen] = verdict
        return verdict


def _has_length(words: str) -> bool:
    """Whether they are LONG without what their line breaks and indents take."""
    return len(words) >= LONG and ((words.isprintable() and "  " not in words) or len(" ".join(words.split())) >= LONG)


def choose_container(running: RunningText, selectors: Iterable[str]) -> tuple[HtmlElement, str]:
    """The element that holds the body, and how it was found: by a selector, a mark of the page, or its text."""
    root = running.body
    for selector in selectors:
        found = [element for element in select_css(root, selector) if element.text_content().strip()]
        if found:
            whole = _holding_all(found, running, 0.0) if len(found) > 1 else None
            return whole if whole is not None else max(found, key=running.of), f"site container {selector}"
    marked = _marked(running)
    if marked is not None:
        return marked, "marked container"
    return _at_home(_descend(running, root), running), "densest container"


def _at_home(densest: HtmlElement, running: RunningText) -> HtmlElement:
    """The densest element, or one in the headline's ``<article>`` where the densest is a list of other stories."""
    home = running.home
    if home is None or densest in {home, *home.iterancestors()} or home in densest.iterancestors():
        return densest
    return _descend(running, home)


def _marked(running: RunningText) -> HtmlElement | None:
    """The innermost element that calls itself the article's body and holds most of the running text.

    A body that is split over several elements of the same name is the element that holds them all.
    """
    marked = [e for e, score in running.scores.items() if score > 0 and e.tag not in {"body", "html"} and says_body(e)]
    strong = [e for e in marked if running.of(e) >= 0.4 * running.total]
    best = max((running.of(e) for e in strong), default=0.0)
    near = [e for e in strong if running.of(e) >= 0.8 * best]
    chosen = max(near, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)
    pieces = marked if chosen is None else [e for e in marked if _alike(e, chosen)]
    whole = _holding_all(pieces, running) if len(pieces) > 1 else None
    if whole is not None and (chosen is None or running.of(whole) > 1.05 * running.of(chosen)):
        return whole
    return chosen


def _alike(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether they are of one tag and share the first word of their class."""
    return bool(one.tag == other.tag and (one.get("class") or "").split()[:1] == (other.get("class") or "").split()[:1])


def _holding_all(pieces: list[HtmlElement], running: RunningText, least: float = 0.5) -> HtmlElement | None:
    """The innermost element round all the pieces, when it holds hardly more text than they do."""
    first, *others = pieces
    chain = [first, *first.iterancestors()]
    for other in others[:50]:
        above = {other, *other.iterancestors()}
        chain = [e for e in chain if e in above]
    known = set(pieces)
    outermost = [e for e in pieces if known.isdisjoint(e.iterancestors())]
    held = sum(running.of(e) for e in outermost)
    if (
        not chain
        or chain[0].tag in {"body", "html"}
        or held < least * running.total
        or running.of(chain[0]) > 1.15 * held
    ):
        return None
    return chain[0] if sum(1 for _ in chain[0].iter("h1")) <= 1 else None


def _descend(running: RunningText, top: HtmlElement) -> HtmlElement:
    """Go down while one child holds nearly all of the running text."""
    current = top
    while True:
        children = [child for child in current if running.of(child)]
        if not children:
            return current
        best = max(children, key=running.of)
        if best.tag in _PARAGRAPHS or not _outweighs(best, children, current, running):
            return current
        current = best


def _outweighs(best: HtmlElement, children: list[HtmlElement], parent: HtmlElement, running: RunningText) -> bool:
    """Whether what ``best`` holds is the body alone: its siblings hold little, or something of another kind."""
    total, own = running.of(parent), running.of(best)
    if own >= 0.9 * total:
        return True
    if own < 0.5 * total:
        return False
    others = [c for c in children if c is not best and c.tag == best.tag and c.get("class") == best.get("class")]
    alike = sum(running.of(c) for c in others) if best.get("class") else 0.0
    return alike < 0.05 * total and own >= 0.75 * total
