"""Scrapy's off-site filter, counting what it filters: a redirect to another site would else vanish without a word."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.exceptions import IgnoreRequest

from newscrawl.crawl.failures import count_reason
from newscrawl.crawl.session import CrawlSession
from newscrawl.crawl.visit import Visit


class CountingOffsiteMiddleware(OffsiteMiddleware):
    """Counts a filtered page under ``off-site`` in its section."""

    def process_request(self, request: Request, spider: Any = None) -> None:  # noqa: ARG002 - Scrapy's signature
        """Let the request pass; raises IgnoreRequest when it leads to another site."""
        try:
            super().process_request(request)
        except IgnoreRequest:
            visit = request.meta.get("visit")
            if isinstance(visit, Visit):
                count_reason(visit, "off-site", CrawlSession.of(self.crawler).report)
            raise
