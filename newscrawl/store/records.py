"""Runs and quarantined pages as documents and back."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from newscrawl.model.errors import StoreError
from newscrawl.model.page import Discovered, Page
from newscrawl.model.urls import url_key
from newscrawl.store.base import RUNNING, Quarantined, Run
from newscrawl.store.documents import Document
from newscrawl.store.processes import has_ended

MAX_BODY = 10_000_000
"""Bytes of a quarantined page, before compression; what is longer is cut."""


def run_document(run: Run, worker: str) -> Document:
    """``worker`` is the process that crawls; raises StoreError when the report is not plain JSON."""
    try:
        # As text: a report's keys are host names, reasons and sections, with dots and all.
        report = json.dumps(run.report, ensure_ascii=True)
    except (TypeError, ValueError, RecursionError) as error:
        message = f"the report of run {run.id} is not plain JSON: {error}"
        raise StoreError(message) from error
    return {
        "_id": run.id,
        "v": 1,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "sites": list(run.sites),
        "outcome": run.outcome,
        "worker": worker,
        "healthy": run.healthy,
        "report": report,
    }


def run_of(document: Document) -> Run:
    """The run; one whose process has ended without a word of its end was killed."""
    outcome = document["outcome"]
    if outcome == RUNNING and has_ended(document.get("worker", "")):
        outcome = "killed"
    return Run(
        id=document["_id"],
        started_at=document["started_at"],
        ended_at=document["ended_at"],
        sites=tuple(document["sites"]),
        outcome=outcome,
        healthy=document["healthy"],
        report=json.loads(document["report"]),
    )


def quarantined_document(quarantined: Quarantined) -> Document:
    page = quarantined.page
    return {
        "_id": url_key(page.url),
        "v": 1,
        "url": _text(page.url),
        "site": _text(quarantined.site),
        "reason": _text(quarantined.reason),
        "message": _text(quarantined.message[:10_000]),
        "fetched_at": page.fetched_at.astimezone(UTC),
        "content_type": _text(page.content_type),
        "encoding": _text(page.encoding),
        "robots_tags": [_text(tag) for tag in page.robots_tags[:100]],
        "tdm_reservation": _text(page.tdm_reservation),
        "discovered": _discovered_document(page.discovered),
        "body": zlib.compress(page.body[:MAX_BODY]),
        "body_size": len(page.body),
    }


def quarantined_of(document: Document) -> Quarantined:
    page = Page(
        url=document["url"],
        body=zlib.decompressobj().decompress(document["body"], MAX_BODY),
        fetched_at=document["fetched_at"],
        content_type=document["content_type"],
        encoding=document["encoding"],
        robots_tags=tuple(document["robots_tags"]),
        tdm_reservation=document["tdm_reservation"],
        discovered=replace(Discovered(), **document["discovered"]),
    )
    return Quarantined(page, document["site"], document["reason"], document["message"])


def _discovered_document(discovered: Discovered) -> dict[str, Any]:
    return {
        "source": _text(discovered.source),
        "title": _text(discovered.title),
        "published_at": _moment(discovered.published_at),
        "modified_at": _moment(discovered.modified_at),
        "section": _text(discovered.section),
    }


def _moment(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _text(value: str | None) -> str | None:
    return value if value is None else value.encode("utf-8", "replace").decode().replace("\0", "")
