"""Under which statements of the publisher the page was taken: robots directives, TDM reservation, noarchive."""

from __future__ import annotations

from newscrawl.extract.page.tree import Document
from newscrawl.model.rights import Rights, rights_of


def read_rights(document: Document) -> Rights:
    """Meta robots and ``X-Robots-Tag`` together, and the TDM reservation of meta or header (meta first)."""
    page, meta = document.page, document.structured.meta
    robots = [*meta.get("robots", ()), *meta.get(page.product, ()), *page.robots_tags]
    return rights_of(robots, (*meta.get("tdm-reservation", ()), page.tdm_reservation), page.product)
