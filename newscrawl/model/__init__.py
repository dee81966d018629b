"""What everything is about: pages, articles, URLs and errors. Knows nothing of where they come from or go to."""

from newscrawl.model.article import Article, Dateline, Image, RelatedLink, to_json
from newscrawl.model.errors import NewscrawlError, PageFailed, Rejected
from newscrawl.model.page import Discovered, Page
from newscrawl.model.rights import Rights
from newscrawl.model.urls import canonical, url_key

__all__ = [
    "Article",
    "Dateline",
    "Discovered",
    "Image",
    "NewscrawlError",
    "Page",
    "PageFailed",
    "Rejected",
    "RelatedLink",
    "Rights",
    "canonical",
    "to_json",
    "url_key",
]
