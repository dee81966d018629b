"""Where articles are announced: feeds, sitemaps, listings, dated archives. Bytes in, links out, no network."""

from newscrawl.discover.archive import ArchivePage, archive_pages
from newscrawl.discover.base import Found, Link
from newscrawl.discover.feed import read_feed
from newscrawl.discover.listing import read_listing
from newscrawl.discover.select import article_links, likely_article
from newscrawl.discover.sitemap import read_sitemap

__all__ = [
    "ArchivePage",
    "Found",
    "Link",
    "archive_pages",
    "article_links",
    "likely_article",
    "read_feed",
    "read_listing",
    "read_sitemap",
]
