"""Where a Chromium is on this machine. Imports nothing of Scrapy, so that it is quick to ask."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLAYWRIGHT = "ms-playwright/chromium-*/chrome-*/chrome"


def find_chromium(path: str | None = None) -> str | None:
    """The browser at ``path`` or named by NEWSCRAWL_CHROMIUM, else one on PATH, else Playwright's; None without."""
    named = path or os.environ.get("NEWSCRAWL_CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (found for name in _NAMES if (found := shutil.which(name)))
    return next(on_path, None) or _of_playwright()


def _of_playwright() -> str | None:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    found = sorted(cache.glob(_PLAYWRIGHT))
    return str(found[-1]) if found else None
