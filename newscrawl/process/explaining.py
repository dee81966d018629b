"""The explanation of a page, followed through the stages to the article that is kept or the reason for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from newscrawl.extract.explain import Choice, Explanation, Fate, explain_extraction
from newscrawl.extract.extraction import extract
from newscrawl.extract.furniture.lines import is_furniture
from newscrawl.extract.text.folding import letters_of
from newscrawl.model.article import Article, to_json
from newscrawl.model.errors import Rejected
from newscrawl.model.page import Page
from newscrawl.process.pipeline import STAGES
from newscrawl.sites import Site, generic_site

_CALLED = {
    "split_off_dateline": "a dateline",
    "strip_sign_offs": "a desk's code",
    "drop_biographies": "about the writer",
    "drop_repeats": "stands there already",
    "drop_subtitle_echo": "the standfirst",
}
"""What a stage takes off, for a person."""

Changes = dict[str, tuple[str, str]]
"""A paragraph as it is compared, to what it became (nothing, when it was dropped) and why."""


def explain(page: Page, site: Site | None = None) -> Explanation:
    """Why a page gives the article that `process` makes of it, or none. Raises Unreadable for what is no HTML."""
    site = site or generic_site(page.url)
    explanation = explain_extraction(page, site)
    changes: Changes = {}
    try:
        article = extract(page, site)
        changes |= _compared(_paragraphs_of(explanation), article.paragraphs, "a dateline or signature")
        for stage in STAGES:
            before, article = article, stage(article, site)
            changes |= _compared(before.paragraphs, article.paragraphs, _CALLED.get(stage.__name__, ""))
    except Rejected as rejected:
        return replace(explanation, outcome=f"{rejected.reason}: {rejected}")
    final = set(map(letters_of, article.paragraphs))
    elsewhere = f"the text is from {article.provenance.get('paragraphs')}"
    blocks = tuple(_followed(fate, final, changes, elsewhere) for fate in explanation.blocks)
    return replace(explanation, outcome="article", candidates=_decided(explanation, article), blocks=blocks)


def _paragraphs_of(explanation: Explanation) -> list[str]:
    return [text for fate in explanation.blocks for text in fate.paragraphs]


def _compared(before: Sequence[str], after: Sequence[str], why: str) -> Changes:
    """What became of the paragraphs that are no longer there."""
    left = {letters_of(text): text for text in after if letters_of(text)}
    changes: Changes = {}
    for text in before:
        key = letters_of(text)
        if key and key not in left:
            rest = max((other for words, other in left.items() if words in key), key=len, default="")
            kind = is_furniture(text)
            changes[key] = rest, why or (f"a line of the kind {kind}" if kind and not rest else "furniture in its text")
    return changes


def _followed(fate: Fate, final: set[str], changes: Changes, elsewhere: str) -> Fate:
    """The block with what the stages made of its paragraphs; ``elsewhere``: why none of them was needed."""
    if not fate.kept:
        return fate
    reasons, left = [], 0
    for text in fate.paragraphs:
        key = letters_of(text)
        if not key:
            reasons.append("a line of the kind separator")
        for _ in range(len(STAGES)):
            if key not in changes:
                break
            rest, why = changes[key]
            reasons.append(why)
            key = letters_of(rest)
        left += bool(key and key in final)
    if left:
        off = ", ".join(dict.fromkeys(reasons))
        return replace(fate, why=f"without {off}" if off else "")
    return replace(fate, kept=False, why=", ".join(dict.fromkeys(reasons)) or elsewhere)


def _decided(explanation: Explanation, article: Article) -> dict[str, tuple[Choice, ...]]:
    """The candidates of every field with the one that won; a field that was read without a choice has just that."""
    values = to_json(article)
    decided = {}
    for name in dict.fromkeys((*explanation.candidates, *article.provenance)):
        listed = list(explanation.candidates.get(name, ()))
        source = article.provenance.get(name)
        if source is not None:
            winner = _winner(listed, source, getattr(article, name))
            if winner is None:
                listed.insert(0, Choice(_shown(values[name]), source, won=True))
            else:
                listed[winner] = replace(listed[winner], won=True)
        decided[name] = tuple(listed)
    return decided


def _winner(listed: Sequence[Choice], source: str, value: object) -> int | None:
    """The place of the candidate that became the field's value: of its source, and of those the one that says so."""
    own = [i for i, choice in enumerate(listed) if choice.source == source]
    told = letters_of(
        ", ".join(value) if isinstance(value, tuple) and all(isinstance(v, str) for v in value) else str(value)
    )
    exact = (i for i in own if isinstance(value, str | tuple) and letters_of(listed[i].value) == told)
    moments = (i for i in own if isinstance(value, datetime) and _same_minute(listed[i].value, value))
    return next(exact, next(moments, own[0] if len(own) == 1 else None))


def _same_minute(told: str, moment: datetime) -> bool:
    try:
        read = datetime.fromisoformat(told.split(" from ", maxsplit=1)[0])
    except ValueError:
        return False
    return abs((read - moment).total_seconds()) < 60


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(entry) for entry in value[:5]) + (
            f" and {len(value) - 5} more" if len(value) > 5 else ""
        )
    if isinstance(value, dict):
        return _shown([entry for entry in value.values() if entry])
    return " ".join(str(value).split())[:200]
