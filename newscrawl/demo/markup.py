"""Pieces of HTML that any paper's pages are made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any


def text(value: str) -> str:
    """The text as it stands between tags."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """The text as it stands between double quotes."""
    return escape(value, quote=True)


def slug(title: str) -> str:
    """``harga-tongkol-naik-12-persen``."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:90].rstrip("-")


def link(url: str, label: str, more: str = "") -> str:
    return f'<a href="{attribute(url)}"{more and " " + more}>{text(label)}</a>'


def items(entries: Iterable[str], more: str = "") -> str:
    """A list of ready-made entries."""
    return f"<ul{more and ' ' + more}>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def meta(name: str, content: str | None, key: str = "name") -> str:
    """A meta element; nothing when there is no content."""
    return f'<meta {key}="{name}" content="{attribute(content)}">\n' if content else ""


def json_ld(data: dict[str, Any]) -> str:
    """A script element with the data; ``<`` is escaped, so that no text can end it."""
    body = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{body}</script>\n'


def tracked(url: str, source: str) -> str:
    """The URL as links of the paper's own boxes carry it."""
    return f"{url}{'&' if '?' in url else '?'}utm_source={source}&utm_medium=internal&utm_campaign=box"


def with_links(words: str, targets: dict[str, str]) -> str:
    """The text with the first mention of each term linked to its target."""
    marked = text(words)
    for term, url in targets.items():
        pattern = re.compile(rf"(?<![\w>/-]){re.escape(text(term))}(?![\w<-])", re.IGNORECASE)
        if "<a " not in marked:
            marked = pattern.sub(lambda match, url=url: f'<a href="{attribute(url)}">{match[0]}</a>', marked, count=1)  # type: ignore[misc]
    return marked
