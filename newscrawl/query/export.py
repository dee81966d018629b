"""Articles written to a stream, one after the other, any number of them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from newscrawl.model import Article, to_json

COLUMNS = (
    "id", "url", "canonical_url", "site", "section", "title", "subtitle", "text", "authors", "editors", "published_at",
    "modified_at", "fetched_at", "date_raw", "dateline_source", "dateline_place", "language", "tags", "images",
    "pages_total", "is_accessible_for_free", "word_count", "content_hash", "story_id", "first_seen_at", "last_seen_at",
    "revisions",
)  # fmt: skip
"""Of the CSV, in order; the JSON has every field."""

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), in full width as well.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
# Valid in JSON, and yet commands to a terminal or a turn of the text.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write_jsonl(articles: Iterable[Article], stream: TextIO) -> int:
    """Write each article as INTERFACE's JSON object on a line of its own; return how many."""
    number = 0
    for article in articles:
        line = json.dumps(to_json(article), ensure_ascii=False)
        stream.write(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")
        number += 1
    return number


def write_csv(articles: Iterable[Article], stream: TextIO) -> int:
    """Write a heading and a row for each article (RFC 4180, opened with ``newline=""``); return how many articles.

    Lists are joined by ``; ``. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    number = 0
    for article in articles:
        values = _flat(article)
        writer.writerow([_cell(values[name]) for name in COLUMNS])
        number += 1
    return number


def _flat(article: Article) -> dict[str, Any]:
    values = to_json(article)
    dateline = values["dateline"] or {}
    values["dateline_source"], values["dateline_place"] = dateline.get("source"), dateline.get("place")
    values["images"] = [image["url"] for image in values["images"]]
    return values


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    value = value.encode("utf-8", "replace").decode().replace("\0", "")
    return f"'{value}" if _FORMULA.match(value) else value
