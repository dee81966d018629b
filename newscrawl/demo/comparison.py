"""What was stored of a story, compared with what was printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from newscrawl.demo.stories import Story


def differences(story: Story, stored: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Field to ``(printed, stored)`` for every field that differs; empty when the article came out exactly.

    ``stored`` is an article as INTERFACE's JSON object. White space counts once, the order of tags does not count, and
    of times both the moment and the zone's offset do.
    """
    printed = _truth(story)
    found = _stored(stored)
    return {name: (printed[name], found[name]) for name in printed if printed[name] != found[name]}


def _truth(story: Story) -> dict[str, Any]:
    dateline = story.dateline
    return {
        "title": _plain(story.title),
        "subtitle": _plain(story.subtitle),
        "paragraphs": [_plain(text) for text in story.paragraphs],
        "authors": list(story.authors),
        "editors": list(story.editors),
        "published_at": story.published_at.isoformat(),
        "dateline": (dateline.source, dateline.place) if dateline else None,
        "section": story.section,
        "language": story.language,
        "tags": sorted(story.tags),
        "images": [(picture.url, _plain(picture.caption), picture.credit, picture.alt) for picture in story.images],
    }


def _stored(article: Mapping[str, Any]) -> dict[str, Any]:
    dateline, published = article["dateline"], article["published_at"]
    return {
        "title": _plain(article["title"]),
        "subtitle": _plain(article["subtitle"]),
        "paragraphs": [_plain(text) for text in article["paragraphs"]],
        "authors": list(article["authors"]),
        "editors": list(article["editors"]),
        "published_at": datetime.fromisoformat(published).isoformat() if published else None,
        "dateline": (dateline["source"], dateline["place"]) if dateline else None,
        "section": article["section"],
        "language": article["language"],
        "tags": sorted(article["tags"]),
        "images": [
            (image["url"], _plain(image["caption"]), image["credit"], image["alt"]) for image in article["images"]
        ],
    }


def _plain(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
