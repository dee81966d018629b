"""Log lines that strangers cannot forge: URLs, titles and errors stand in them, and go to terminals and files."""

from __future__ import annotations

import logging
from typing import Any

from newscrawl.model.plain_text import printable

_CONTINUED = "\n    "
"""What a line within a message begins with: no line but the first can be taken for a record of its own."""


class SafeRecord(logging.LogRecord):
    """A record whose message holds no terminal escapes, control or bidirectional characters."""

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        """The message, its further lines indented."""
        message = super().getMessage()
        if message.isascii() and message.isprintable():
            return message
        return _CONTINUED.join(printable(message, lines=True).split("\n"))


def make_log_records_safe() -> None:
    """Make every record of this process a `SafeRecord`; doing it twice does no harm."""
    logging.setLogRecordFactory(_make)


def _make(*args: Any, **more: Any) -> logging.LogRecord:
    return SafeRecord(*args, **more)
