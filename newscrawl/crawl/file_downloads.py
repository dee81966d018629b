"""Downloads of small files for the crawler's own use: through every middleware, cut off at a size, never retried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.crawl.failures import DOWNLOAD_ERRORS, reason_of
from newscrawl.crawl.origin_files import Answer, origin_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_BUDGET = "newscrawl_budget"
_PRIORITY = 1000
# Redirects and failures are judged by who asked; a cache would outlive the day; a file may lie on another host.
_META = {
    "dont_redirect": True,
    "dont_retry": True,
    "dont_cache": True,
    "allow_offsite": True,
    "handle_httpstatus_all": True,
}
_SLOT = ("download_slot", "autothrottle_dont_adjust_delay")


@dataclass(slots=True)
class _Budget:
    """How many bytes a download may still bring."""

    owner: FileDownloads
    left: int


class FileDownloads:
    """Asks for files on behalf of requests."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self._bytes_received, signals.bytes_received)

    async def download(self, url: str, limit: int, asker: Request, **meta: Any) -> Answer:
        """The answer, with at most ``limit`` bytes of the body; a failure is an answer too.

        On the asker's own host it waits in the asker's download slot.
        """
        assert self.crawler.engine is not None
        slot = {name: asker.meta[name] for name in _SLOT if name in asker.meta}
        same = origin_of(url) == origin_of(asker.url)
        try:
            request = Request(
                url,
                callback=NO_CALLBACK,
                priority=_PRIORITY,
                # What is cut off cannot be unpacked by every coding.
                headers={"Accept-Encoding": "identity"},
                meta={**_META, **meta, **(slot if same else {}), _BUDGET: _Budget(self, limit)},
            )
            response = await self.crawler.engine.download_async(request)
        except (IgnoreRequest, ValueError, *DOWNLOAD_ERRORS) as error:
            return Answer(None, reason=reason_of(error, url))
        return _answer(response, limit)

    def _bytes_received(self, data: bytes, request: Request) -> None:
        """End a download that has brought enough."""
        budget = request.meta.get(_BUDGET)
        if isinstance(budget, _Budget) and budget.owner is self:
            budget.left -= len(data)
            if budget.left <= 0:
                raise StopDownload(fail=False)


def _answer(response: Response, limit: int) -> Answer:
    headers = {name: response.headers.get(name) for name in ("Location", "Cache-Control", "Retry-After")}
    text = {name: value.decode("latin-1") if value else None for name, value in headers.items()}
    return Answer(
        response.status,
        response.body[:limit],
        location=text["Location"],
        cache_control=text["Cache-Control"] or "",
        retry_after=text["Retry-After"],
    )
