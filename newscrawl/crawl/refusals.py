"""What the crawler refuses itself for a publisher's sake: Scrapy hands these to a request's errback."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest

from newscrawl.crawl.robots_rules import Rule


class RobotsRefused(IgnoreRequest):
    """A rule of robots.txt forbids the URL, and no retry helps."""

    def __init__(self, rule: Rule, url: str) -> None:
        super().__init__(f"Forbidden by robots.txt: {rule}")
        self.rule = rule
        self.url = url


class RobotsUnavailable(IgnoreRequest):
    """The origin's robots.txt could not be had, so everything there is forbidden until it can (RFC 9309, 2.3.1.4)."""

    def __init__(self, origin: str, reason: str, retry_after: float) -> None:
        super().__init__(f"robots.txt of {origin} could not be had ({reason})")
        self.origin = origin
        self.reason = reason
        """In a few words: ``503``, ``timed out``."""
        self.retry_after = retry_after
        """Seconds until it is asked for again."""
