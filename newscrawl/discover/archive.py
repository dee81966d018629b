"""The pages of a dated archive, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newscrawl.model.errors import UsageError
from newscrawl.sites import Archive

MAX_DAYS = 36_525
"""A hundred years: more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """One page of one day."""

    archive: Archive
    day: date
    number: int
    """From 0."""
    url: str

    def following(self) -> ArchivePage | None:
        """The day's next page; None when there can be none. Worth fetching only when this one brought something new."""
        url = self.archive.page_url(self.day, self.number + 1)
        return replace(self, number=self.number + 1, url=url) if url else None


def archive_pages(archive: Archive, since: date, until: date) -> Iterator[ArchivePage]:
    """The first page of every day from ``until`` back to ``since``, both included, newest first; made as asked for.

    Days that share a page (an archive by month) give it once. Raises UsageError at once when ``since`` is after
    ``until`` or the days are more than a hundred years.
    """
    days = (until - since).days + 1
    if days < 1:
        message = f"since={since} is after until={until}"
        raise UsageError(message)
    if days > MAX_DAYS:
        message = f"since={since} until={until} is {days} days; at most {MAX_DAYS} are walked"
        raise UsageError(message)
    return _first_pages(archive, until, days)


def _first_pages(archive: Archive, until: date, days: int) -> Iterator[ArchivePage]:
    last: str | None = None
    for back in range(days):
        day = until - timedelta(days=back)
        url = archive.page_url(day, 0)
        if url and url != last:
            yield ArchivePage(archive, day, 0, url)
        last = url
