"""What saving an article again comes to: pure functions of the stored document and the new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newscrawl.store.documents import Document, derived

_FILLED = (
    "site", "section", "authors", "editors", "published_at", "modified_at", "date_raw", "dateline", "language", "tags",
    "images", "related", "pages_total", "is_accessible_for_free", "story_id",
)  # fmt: skip
"""What an unchanged text may still learn."""
_KEPT = ("site", "section", "published_at", "date_raw", "language", "story_id")
"""What a changed text keeps when its page no longer says it."""
_MAX_URLS = 50
_ZONED = ("published_at", "modified_at")


def is_unchanged(stored: Document, new: Document) -> bool:
    return bool(stored["content_hash"] == new["content_hash"])


def refreshed(stored: Document, new: Document) -> Document:
    """The update when the text is the same: when it was seen, and what was missing so far.

    In operators of which two workers' lose nothing of each other.
    """
    first_seen = {"first_seen_at": min(stored["first_seen_at"], new["first_seen_at"])}
    learned = _missing(stored, new, _FILLED)
    update: Document = {"$min": first_seen, "$max": {"last_seen_at": new["last_seen_at"]}}
    if learned or first_seen["first_seen_at"] != stored["first_seen_at"]:
        found_by = derived({**stored, **learned, **first_seen})
        update["$set"] = learned | {name: found_by[name] for name in ("at", "day", "keys")}
    room = max(0, _MAX_URLS - len(stored["urls"]))
    if urls := [url for url in new["urls"] if url not in stored["urls"]][:room]:
        update["$addToSet"] = {"urls": {"$each": urls}}
    return update


def revised(stored: Document, new: Document) -> Document:
    """The fields to set when the text has changed: the new document, with what only the stored one knows."""
    document = {
        **new,
        **_missing(new, stored, _KEPT),
        "first_seen_at": min(stored["first_seen_at"], new["first_seen_at"]),
        "last_seen_at": max(stored["last_seen_at"], new["last_seen_at"]),
        "urls": _together(stored["urls"], new["urls"]),
    }
    return {**document, **derived(document)}


def revision(stored: Document, replaced_at: datetime) -> Document:
    """The stored text as a revision; its key makes storing it twice harmless."""
    kept = {name: value for name, value in stored.items() if name not in {"search", "keys", "urls", "at"}}
    return {
        **kept,
        "_id": f"{stored['_id']}-{stored['content_hash']}",
        "article": stored["_id"],
        "replaced_at": replaced_at,
    }


def _missing(document: Document, other: Document, names: Iterable[str]) -> Document:
    found: Document = {}
    for name in names:
        if document.get(name) in (None, []) and other.get(name) not in (None, []):
            found[name] = other[name]
            if name in _ZONED:
                found |= {part: other.get(part) for part in (f"{name}_offset", f"{name}_zone")}
    return found


def _together(stored: list[str], new: list[str]) -> list[str]:
    # Bounded: a page that gives itself a new URL at every visit must not grow its document for ever.
    return list(dict.fromkeys([*stored, *new]))[:_MAX_URLS]
