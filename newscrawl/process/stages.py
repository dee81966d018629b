"""The stages: each takes an article and its site and returns a better article or raises why it is not worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newscrawl.extract.body.opening import find_opening
from newscrawl.extract.bylines.biographies import is_about_writer
from newscrawl.extract.bylines.sign_offs import signs_alone, split_sign_off, strip_sign_off
from newscrawl.extract.furniture.invitations import invites_below, is_ours, names_channel
from newscrawl.extract.furniture.lines import is_furniture, strip_inline
from newscrawl.extract.furniture.spared import spared
from newscrawl.extract.headline.title import without_brand
from newscrawl.extract.lexicon.brands import key
from newscrawl.extract.text.folding import letters_of
from newscrawl.model.article import Article
from newscrawl.sites.base import Site

_LONG = 60
_TOP = 4
"""Paragraphs among which a summary stands, and what it sums up."""
_TITLED = 60
_LAST_LINES = 3
"""Paragraphs at the end among which a paper asks its readers to follow it."""
_LEAST_BEFORE_BIOGRAPHY = 3
"""Paragraphs: a story of fewer may be about its writer."""
_ENDS = (".", "!", "?", "…", '"', "”", ")")
_LONGEST_LINE = 400
"""No call to follow, share or read on is longer; the stories' own long paragraphs need no look."""


def strip_title_suffix(article: Article, site: Site) -> Article:
    """Drop the publisher's name from the ends of the title: ``Judul | Republika``."""
    title = without_brand(article.title, _names_of(site))
    return article if title == article.title else replace(article, title=title)


def drop_furniture(article: Article, site: Site) -> Article:
    """Drop read-also lines, adverts, share prompts and the like, whole lines and inside paragraphs.

    A story of channels tells to follow them: there only the paper's own are furniture.
    """
    kept: list[str] = []
    names, paragraphs = _names_of(site), article.paragraphs
    kinds = [is_furniture(p, names) if len(p) <= _LONGEST_LINE else None for p in paragraphs]
    own = spared(paragraphs, kinds, article.title)
    for i in reversed(range(len(paragraphs))):
        paragraph, kind = paragraphs[i], kinds[i] if i not in own else None
        if kind and not (kind == "promo" and names_channel(article.title) and not is_ours(paragraph, names)):
            continue
        stripped = strip_inline(paragraph).strip()
        if stripped != paragraph and (not stripped or is_furniture(stripped, names)):
            continue
        if len(kept) >= _LAST_LINES or not invites_below(stripped, names) or names_channel(article.title):
            kept.append(stripped)
    return _with_paragraphs(article, reversed(kept))


def split_off_dateline(article: Article, site: Site) -> Article:
    """Move ``REPUBLIKA.CO.ID, TEHERAN --`` from the first paragraphs to its own field, if the page's marks did not."""
    if article.dateline:
        return article
    opening = find_opening(article.paragraphs, _names_of(site))
    if opening is None:
        return article
    at = opening.at
    kept = (*article.paragraphs[:at], *filter(str.strip, (opening.rest,)), *article.paragraphs[at + 1 :])
    provenance = {**article.provenance, "dateline": f"paragraph {at + 1}"}
    return replace(article, dateline=opening.dateline, paragraphs=kept, provenance=provenance)


def drop_source_from_authors(article: Article, _: Site) -> Article:
    """Drop an author that is the dateline's source: ``Jakarta (Reuters) -`` under the byline ``Reuters``."""
    source = key(article.dateline.source) if article.dateline and article.dateline.source else ""
    authors = tuple(name for name in article.authors if key(name) != source)
    if authors == article.authors:
        return article
    provenance = {name: found for name, found in article.provenance.items() if name != "authors" or authors}
    return replace(article, authors=authors, provenance=provenance)


def strip_sign_offs(article: Article, site: Site) -> Article:
    """Drop desk codes such as ``(fyk/fay)`` from the ends of the last paragraphs, and all that signs the very last."""
    paragraphs = list(article.paragraphs)
    for i in range(max(0, len(paragraphs) - 3), len(paragraphs)):
        paragraphs[i] = strip_sign_off(paragraphs[i]).strip()
    paragraphs, names = [*filter(None, paragraphs)], _names_of(site)
    while paragraphs:
        last, words = split_sign_off(paragraphs[-1], names)
        if not words and not _signs_below(paragraphs, names):
            break
        paragraphs[-1:] = [last] if words and last else []
    return _with_paragraphs(article, paragraphs)


def _signs_below(paragraphs: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the last paragraph signs the sentence above it; the last of a list of papers does not."""
    return len(paragraphs) > 1 and paragraphs[-2].endswith(_ENDS) and signs_alone(paragraphs[-1], names)


def drop_biographies(article: Article, site: Site) -> Article:
    """Drop what stands under the story about its writer: a last paragraph that begins with the writer's name, say.

    The very last may begin with a title, ``Our correspondent Ani Laut``, where the story names no such person.
    """
    paragraphs = article.paragraphs
    names = tuple(name for name in article.authors if " " in name)
    first = max(_LEAST_BEFORE_BIOGRAPHY, len(paragraphs) - 2)
    above = paragraphs[:first]
    kept = [p for p in paragraphs[first:] if not is_about_writer(p, names, above)]
    if kept and names and len(kept[-1]) <= _LONGEST_LINE:
        titled = [name for name in names if f"{name} " in kept[-1][:_TITLED]]
        if titled and not any(name in p for name in titled for p in (*above, *kept[:-1])):
            kept.pop()
    if len(above) + len(kept) == len(paragraphs):
        return article
    return strip_sign_offs(_with_paragraphs(article, (*above, *kept)), site)


def drop_repeats(article: Article, _: Site) -> Article:
    """Drop the headline printed again above the text, and long paragraphs that are printed twice.

    Twice is a stretch of several that comes again, and what stands above the text as a summary and then in it. A
    question or a meal that comes again by itself, further down, is the story's own.
    """
    keys = [letters_of(paragraph) for paragraph in article.paragraphs]
    places: dict[str, int] = {}
    dropped: set[int] = set()
    for i, words in enumerate(keys):
        before = places.get(words) if len(words) >= _LONG else None
        places[words] = i
        if before is not None and i - len(dropped) < _TOP:
            dropped.add(before)
        elif (before is not None and _is_printed_twice(keys, before, i)) or (
            i < 3 and words == letters_of(article.title)
        ):
            dropped.add(i)
    return _with_paragraphs(article, [p for i, p in enumerate(article.paragraphs) if i not in dropped])


def _is_printed_twice(keys: Sequence[str], before: int, at: int) -> bool:
    """Whether the paragraph stands behind itself, or as near to another long one as it did before."""
    nearby = (step for step in (-2, -1, 1, 2) if before + step >= 0 and at + step < len(keys))
    same = (keys[at + step] for step in nearby if keys[before + step] == keys[at + step])
    return before == at - 1 or any(len(words) >= _LONG for words in same)


def drop_subtitle_echo(article: Article, _: Site) -> Article:
    """Keep the standfirst in one place: off the top of the body, or no standfirst where the body merely begins so."""
    if not article.subtitle or not article.paragraphs:
        return article
    subtitle = letters_of(article.subtitle)
    if letters_of(article.paragraphs[0]) == subtitle and len(article.paragraphs) > 1:
        return replace(article, paragraphs=article.paragraphs[1:])
    if subtitle == letters_of(article.title) or letters_of(article.paragraphs[0]).startswith(subtitle):
        provenance = {name: source for name, source in article.provenance.items() if name != "subtitle"}
        return replace(article, subtitle=None, provenance=provenance)
    return article


def _with_paragraphs(article: Article, kept: Iterable[str]) -> Article:
    """The same article where nothing was taken from it: most stages change few."""
    paragraphs = tuple(kept)
    return article if paragraphs == article.paragraphs else replace(article, paragraphs=paragraphs)


def _names_of(site: Site) -> tuple[str, ...]:
    """What the publisher is called in titles and datelines; an address of its own is one of its names."""
    return (site.title, *site.brands, *site.domains)
