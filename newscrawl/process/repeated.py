"""Lines that a site prints on many of its pages, learned from its articles: they are furniture, whatever they say."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Self

from newscrawl.extract.text.folding import fold, squeeze, without_marks
from newscrawl.model.article import Article

WINDOW = 200
"""How many of a site's latest stories are remembered; what stood only in older ones is forgotten."""
FEWEST = 10
"""Stories that a line stands in before it may be furniture."""
SHARE = 0.2
"""The share of the remembered stories that a line must reach to be learned; it stays until half of it is left."""
_SHORTEST = 16
"""Letters and digits: shorter lines are as often a subhead, ``Kronologi``, or the sign of the zodiac."""
_LONGEST = 300
"""Characters of a line that may be furniture: longer ones are paragraphs."""
_EDGE = 30
"""Lines that are looked at from each end of a story."""
_TELLING = 100
"""Characters from which on a paragraph tells one story from another."""
_SKETCH = 12
"""Paragraphs by which a story is known again."""
_SAME = 0.5
"""Two stories that share more of those than this are one story, printed twice."""
_TOPICAL = 0.5
"""A line whose stories share a word of the headline more often than this belongs to a topic, not to the site."""
_NOTABLY = 1.5
_WORDS = 12
_VERSION = 1
_TITLE_WORD = re.compile(r"[^\W_]{4,40}")


@dataclass(frozen=True, slots=True)
class Story:
    """What is remembered of an article: enough to know it again, and the lines that may be furniture, as hashes."""

    key: str
    """The article's id: the same page is counted once."""
    words: tuple[str, ...]
    """Of its headline."""
    sketch: tuple[int, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A line that was learned."""

    text: str
    stories: int
    """In how many of the remembered stories it stands."""
    share: float


class RepeatedLines:
    """What one site prints again and again; see `observe`. Memory is bounded by `WINDOW` stories.

    A line is learned when at least `FEWEST` stories hold it, they are at least `SHARE` of those remembered, and their
    headlines are about different things. Articles count as one story when they have the same id or headline or share
    most of their longer paragraphs, so that a story printed twice, or a hundred times, teaches nothing.
    """

    def __init__(self) -> None:
        self._stories: deque[Story] = deque()
        self._counts: Counter[int] = Counter()
        self._keys: Counter[str] = Counter()
        self._headlines: Counter[tuple[str, ...]] = Counter()
        self._by_paragraph: dict[int, dict[str, Story]] = {}
        """The stories by key that have a paragraph of their sketch in common."""
        self._learned: dict[int, str] = {}

    def observe(self, article: Article) -> None:
        """Count the lines of an article that still holds its furniture, unless its story was counted before."""
        bare = [_bare(paragraph) for paragraph in article.paragraphs]
        candidates = _candidates(article.paragraphs, bare)
        story = _story(article, bare, candidates)
        if self._is_known(story):
            return
        self._remember(story)
        if len(self._stories) > WINDOW:
            self._forget(self._stories.popleft())
        self._learned = {line: text for line, text in self._learned.items() if self._stays(line)}
        self._learned |= {
            line: text for line, text in candidates.items() if line in self._learned or self._is_furniture(line)
        }

    @property
    def lines(self) -> list[Repeated]:
        """What was learned, the most frequent first."""
        told = (Repeated(text, self._counts[line], self._share(line)) for line, text in self._learned.items())
        return sorted(told, key=lambda line: (-line.stories, line.text))

    def holds(self, paragraph: str) -> bool:
        """Whether the paragraph is a line that was learned."""
        if not self._learned or len(paragraph) > _LONGEST:
            return False
        bare = _bare(paragraph)
        return _may_be_furniture(paragraph, bare) and _digest(bare) in self._learned

    def to_json(self) -> dict[str, Any]:
        """The state as plain JSON values, some ten kilobytes for a hundred stories."""
        return {
            "v": _VERSION,
            "stories": [[story.key, story.words, story.sketch, story.lines] for story in self._stories],
            "learned": [[line, text] for line, text in self._learned.items()],
        }

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Self:
        """The lines of a state; nothing is known of an empty one, and of one that another version wrote."""
        lines = cls()
        if state.get("v") != _VERSION:
            return lines
        for key, words, sketch, hashes in state["stories"][-WINDOW:]:
            lines._remember(Story(key, tuple(words), tuple(sketch), tuple(hashes)))
        lines._learned = {line: text for line, text in state["learned"] if lines._stays(line)}
        return lines

    def _is_known(self, story: Story) -> bool:
        """Whether the story is among those remembered: papers print one under several addresses."""
        if story.key in self._keys or (story.words and story.words in self._headlines):
            return True
        sharing = {key: other for line in story.sketch for key, other in self._by_paragraph.get(line, {}).items()}
        return any(_is_same(story, other) for other in sharing.values())

    def _remember(self, story: Story) -> None:
        self._stories.append(story)
        self._keys[story.key] += 1
        self._headlines[story.words] += 1
        self._counts.update(story.lines)
        for paragraph in story.sketch:
            self._by_paragraph.setdefault(paragraph, {})[story.key] = story

    def _forget(self, story: Story) -> None:
        _count_off(self._keys, [story.key])
        _count_off(self._headlines, [story.words])
        _count_off(self._counts, story.lines)
        for paragraph in story.sketch:
            sharing = self._by_paragraph.get(paragraph, {})
            sharing.pop(story.key, None)
            if not sharing:
                self._by_paragraph.pop(paragraph, None)

    def _share(self, line: int) -> float:
        return self._counts[line] / max(1, len(self._stories))

    def _is_furniture(self, line: int) -> bool:
        return self._counts[line] >= FEWEST and self._share(line) >= SHARE and not self._is_topical(line)

    def _stays(self, line: int) -> bool:
        """Learned lines stay for longer than they need to be learned: one near the limit would come and go."""
        return self._counts[line] >= FEWEST // 2 and self._share(line) >= SHARE / 2

    def _is_topical(self, line: int) -> bool:
        """Whether the stories that hold the line are about one thing: a background that each of them repeats.

        A word of every headline, ``Berita foto``, is no thing to be about, but where no others are there to compare.
        """
        holding = [story for story in self._stories if line in story.lines]
        words = Counter(word for story in holding for word in story.words)
        if not words:
            return False
        word, often = words.most_common(1)[0]
        others = len(self._stories) - len(holding)
        elsewhere = sum(word in story.words for story in self._stories) - often
        share = often / len(holding)
        return share > _TOPICAL and (not others or share > _NOTABLY * elsewhere / others)


def without_repeated(article: Article, repeated: RepeatedLines) -> Article:
    """The article without the lines that were learned of its site, its provenance telling how many they were.

    An article that would lose half of its words or more stays as it is: then the site prints something else again and
    again than furniture, or the page is no story.
    """
    kept = tuple(paragraph for paragraph in article.paragraphs if not repeated.holds(paragraph))
    lost = len(article.paragraphs) - len(kept)
    if not lost or 2 * sum(map(len, kept)) <= sum(map(len, article.paragraphs)):
        return article
    source = article.provenance.get("paragraphs", "page")
    lines = "a line that the site repeats" if lost == 1 else f"{lost} lines that the site repeats"
    provenance = {**article.provenance, "paragraphs": f"{source}, without {lines}"}
    return replace(article, paragraphs=kept, provenance=provenance)


def _story(article: Article, bare: Sequence[str], candidates: Iterable[int]) -> Story:
    words = dict.fromkeys(_TITLE_WORD.findall(fold(squeeze(article.title))))
    telling = [text for paragraph, text in zip(article.paragraphs, bare, strict=True) if len(paragraph) >= _TELLING]
    sketch = sorted({_digest(text) for text in telling or bare})[:_SKETCH]
    return Story(article.id, tuple(words)[:_WORDS], tuple(sketch), tuple(candidates))


def _candidates(paragraphs: Sequence[str], bare: Sequence[str]) -> dict[int, str]:
    """The lines at both ends of a story that may be furniture, by hash: each counts once in a story."""
    lines = list(zip(paragraphs, bare, strict=True))
    ends = lines if len(lines) <= 2 * _EDGE else (*lines[:_EDGE], *lines[-_EDGE:])
    return {_digest(text): paragraph for paragraph, text in ends if _may_be_furniture(paragraph, text)}


def _may_be_furniture(paragraph: str, bare: str) -> bool:
    return len(paragraph) <= _LONGEST and len(bare) >= _SHORTEST


def _bare(text: str) -> str:
    """The text without case, accents, blanks and punctuation. Digits stay: a price is news, its frame is not."""
    return without_marks(text.lower() if text.isascii() else fold(squeeze(text)))


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=6).digest())


def _count_off(counts: Counter[Any], gone: Iterable[object]) -> None:
    for each in gone:
        counts[each] -= 1
        if counts[each] <= 0:
            del counts[each]


def _is_same(one: Story, other: Story) -> bool:
    """Whether two stories share most of their paragraphs."""
    shared = len(set(one.sketch).intersection(other.sketch))
    return shared > _SAME * min(len(one.sketch), len(other.sketch))
