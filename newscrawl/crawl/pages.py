"""From Scrapy's response to our page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from newscrawl.crawl.frontier.leases import META, Lease
from newscrawl.crawl.frontier.outcomes import Outcome
from newscrawl.crawl.optouts import product_of
from newscrawl.crawl.visit import Visit, visit_behind
from newscrawl.model import Page


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the spider hands to the pipelines: a page, and the errand that brought it."""

    page: Page = field(repr=False)
    visit: Visit
    lease: Lease | None = field(default=None, repr=False)
    """The frontier's row behind it; None for one that was scheduled in memory."""

    def say(self, outcome: Outcome) -> None:
        """Note in the row's lease what became of the page."""
        if self.lease is not None:
            self.lease.say(outcome)


def fetched_of(response: Response, host_tdm: str | None) -> Fetched:
    """The item for a response that may be an article's page; ``host_tdm`` as in `page_of`."""
    assert response.request is not None
    visit = visit_behind(response)
    return Fetched(page_of(response, visit, host_tdm), visit, response.request.meta.get(META))


def page_of(response: Response, visit: Visit, host_tdm: str | None = None) -> Page:
    """The page that a response is, with what its headers and its discovery say of it.

    ``host_tdm`` is what the host's tdmrep.json says of it; the page's own header goes before.
    """
    content_type = _header(response, "Content-Type") or ""
    return Page(
        url=response.url,
        body=response.body,
        fetched_at=datetime.now(UTC),
        content_type=content_type.partition(";")[0].strip().lower() or None,
        encoding=charset_of(response),
        robots_tags=tuple(value.decode("latin-1") for value in response.headers.getlist("X-Robots-Tag")),
        tdm_reservation=_reservation(response) or host_tdm,
        discovered=visit.discovered,
        product=product_of(response),
    )


def charset_of(response: Response) -> str | None:
    """The character encoding that the response's header names."""
    return http_content_type_encoding(_header(response, "Content-Type") or "")


def is_readable(response: Response) -> bool:
    """Whether the response may hold an article at all: pictures, films and documents do not."""
    kind = (_header(response, "Content-Type") or "").lower()
    return not kind or bool(re.match(r"text/|application/(?:xhtml|xml|[\w.+-]*\+xml|octet-stream)", kind))


def _reservation(response: Response) -> str | None:
    value = (_header(response, "TDM-Reservation") or "").strip()
    return value if value in {"0", "1"} else None


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value is not None else None
