"""How fast a host is asked: as Scrapy's AutoThrottle finds, but never faster than the site and its robots.txt want.

The floor of a download slot stands where Scrapy itself keeps the settings of slots (``DOWNLOAD_SLOTS``), so a slot that
was given up while idle comes back with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request, Spider
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

if TYPE_CHECKING:
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler

_BUSY = frozenset({429, 503})


def slow_down(crawler: Crawler, request: Request, seconds: float) -> None:
    """Keep at least so many seconds between requests of the request's download slot, until the crawl ends."""
    assert crawler.engine is not None
    downloader = crawler.engine.downloader
    key = downloader.get_slot_key(request)
    floor = downloader.per_slot_settings.setdefault(key, {})
    usual = crawler.settings.getfloat("DOWNLOAD_DELAY")
    if seconds <= floor.get("delay", usual):
        return
    # Who asks for a delay asks for no less; Scrapy's jitter would halve it now and then.
    floor |= {"delay": seconds, "jitter": 0.0}
    slot = downloader.slots.get(key)
    if slot is not None:
        slot.delay, slot.jitter = max(slot.delay, seconds), 0.0


class SiteThrottle(AutoThrottle):
    """Scrapy's AutoThrottle with a floor for each download slot; an answer that says "too fast" doubles the delay."""

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        key, slot = self._get_slot(request, spider)
        if key is None or slot is None or request.meta.get("autothrottle_dont_adjust_delay"):
            return
        if response.status in _BUSY:
            slot.delay = min(max(2 * slot.delay, 1.0), self.maxdelay)
        slot.delay = max(slot.delay, self._floor(key))

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        if response.status not in _BUSY:
            super()._adjust_delay(slot, latency, response)

    def _floor(self, key: str) -> float:
        assert self.crawler.engine is not None
        floor = self.crawler.engine.downloader.per_slot_settings.get(key, {})
        return float(floor.get("delay", self.mindelay))
