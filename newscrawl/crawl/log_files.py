"""Log files that rotate, beside whatever is logged to the terminal."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from newscrawl.crawl.session import CrawlSession

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_BYTES = 10 * 1024 * 1024
_FILES = 5
_FORMAT = "%(asctime)s %(levelname)s [%(name)s] %(message)s"


class LogFiles:
    """Logs to ``NEWSCRAWL_DATA/logs/newscrawl.log`` when NEWSCRAWL_LOG_FILE is on: five files of 10 MiB."""

    def __init__(self, folder: Path, level: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.handler = RotatingFileHandler(
            folder / "newscrawl.log", maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8"
        )
        self.handler.setFormatter(logging.Formatter(_FORMAT))
        self.handler.setLevel(level)
        logging.getLogger().addHandler(self.handler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the settings; raises NotConfigured when the log file is off, or the spider none of ours."""
        CrawlSession.required(crawler)
        if not crawler.settings.getbool("NEWSCRAWL_LOG_FILE"):
            raise NotConfigured
        files = cls(Path(crawler.settings["NEWSCRAWL_DATA"]) / "logs", crawler.settings["LOG_LEVEL"])
        crawler.signals.connect(files.engine_stopped, signals.engine_stopped)
        return files

    def engine_stopped(self) -> None:
        """Let go of the file."""
        logging.getLogger().removeHandler(self.handler)
        self.handler.close()
