"""What Scrapy's log says of pages: a line of its own length, safe to read, for what was not stored."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter

from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.logformatter import LogFormatterResult
    from twisted.python.failure import Failure


class QuietLogFormatter(LogFormatter):
    """Pages that hold no article are everyday: a line at DEBUG, without the page."""

    def dropped(
        self,
        item: Any,  # noqa: ARG002
        exception: BaseException,
        response: Response | Failure | None,
        spider: Any = None,  # noqa: ARG002
    ) -> LogFormatterResult:
        """The reason and the URL."""
        url = getattr(response, "url", "?")
        return {
            "level": logging.DEBUG,
            "msg": "not stored: %(why)s",
            "args": {"why": printable(f"{exception} ({url})")},
        }
