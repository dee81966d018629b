"""When a URL is visited again: articles by a ladder of ages, sources by what they bring, failures after pauses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from newscrawl.sites import Site

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_FASTER, _SLOWER = 0.5, 1.5
"""What a source's interval is multiplied with: as StormCrawler's adaptive scheduler does, between bounds."""
_MUCH = 3
"""New links of one poll from which on a source is polled faster."""


@dataclass(frozen=True, slots=True)
class Revisits:
    """The times between visits; all in seconds."""

    ladder: tuple[float, ...] = (3_600.0, 21_600.0, 86_400.0, 604_800.0)
    """The ages of an article, since it was published or changed, at which it is looked at again."""
    poll_first: float = 3_600.0
    poll_least: float = 300.0
    poll_most: float = 86_400.0
    retries: tuple[float, ...] = (10.0, 120.0, 1_800.0, 21_600.0)
    """The pauses before each further try of a URL that failed; after the last it goes to quarantine."""
    busy: float = 3_600.0
    """The pause after the last of those where the server says that it is busy."""
    refused: float = 86_400.0
    """The pause before a URL that robots.txt forbids is asked about again: RFC 9309, 2.4, has it fetched once a day."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """As the NEWSCRAWL_REVISIT, NEWSCRAWL_POLL_ and NEWSCRAWL_RETRY settings say."""
        return cls(
            ladder=tuple(3_600 * float(hours) for hours in settings.getlist("NEWSCRAWL_REVISIT_HOURS")),
            poll_least=60 * settings.getfloat("NEWSCRAWL_POLL_MINUTES_LEAST"),
            poll_most=60 * settings.getfloat("NEWSCRAWL_POLL_MINUTES_MOST"),
            retries=tuple(float(seconds) for seconds in settings.getlist("NEWSCRAWL_RETRY_SECONDS")),
        )

    def of_article(self, site: Site, since: datetime, now: datetime) -> datetime | None:
        """The next look at an article published or changed at ``since``; None when it is no longer young."""
        hours = site.revisit_hours
        ladder = self.ladder if hours is None else tuple(3_600 * each for each in hours)
        due = (since + timedelta(seconds=age) for age in sorted(ladder))
        return next((moment for moment in due if moment > now), None)

    def poll_interval(self, before: float | None, brought: int) -> float:
        """Seconds until a source is polled again that had waited for ``before`` and brought so many new links."""
        interval = before or self.poll_first
        if brought >= _MUCH:
            interval *= _FASTER
        elif not brought:
            interval *= _SLOWER
        return min(max(interval, self.poll_least), self.poll_most)

    def retry(self, attempts: int) -> float | None:
        """Seconds until the next try of what failed ``attempts`` times before this one; None when it is given up."""
        return self.retries[attempts] if attempts < len(self.retries) else None
