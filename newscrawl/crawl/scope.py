"""How far ``scrapy crawl any`` goes from the URL it was given."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Scope:
    """A host, and the part of it whose links are followed: from a home page all, from a section page the section."""

    host: str
    """In lower case, without ``www.``."""
    folder: str
    """Ends with a slash."""

    @classmethod
    def around(cls, url: str) -> Scope:
        """The scope of a crawl that begins at ``url``.

        ``http://a.test/`` and ``http://a.test/index.html`` give the whole host, ``http://a.test/sport``,
        ``http://a.test/sport.html`` and ``http://a.test/sport/index.php`` what lies under ``/sport/``.
        """
        folder, name = posixpath.split(urlsplit(url).path)
        stem = name.partition(".")[0]
        if stem and stem.lower() not in {"index", "home", "default"}:
            folder = posixpath.join(folder, stem)
        return cls(_host(url), folder.rstrip("/") + "/")

    def same_host(self, url: str) -> bool:
        """Whether the URL is on the host, ``www.`` or not."""
        return _host(url) == self.host

    def covers(self, url: str) -> bool:
        """Whether the links of the page at ``url`` are followed."""
        return self.same_host(url) and (urlsplit(url).path or "/").startswith(self.folder)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower().removeprefix("www.")
