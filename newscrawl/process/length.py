"""How long an article is; apart from the other stages, since a crawl's own process needs no more of them than this."""

from __future__ import annotations

from itertools import accumulate

from newscrawl.model.article import Article
from newscrawl.model.errors import TooShort
from newscrawl.model.words import count_words
from newscrawl.sites.base import Site


def require_length(article: Article, site: Site) -> Article:
    """Raise TooShort for fewer words than the site's minimum."""
    counts = accumulate(map(count_words, article.paragraphs))
    if any(count >= site.min_words for count in counts):  # the first paragraphs show it of most
        return article
    words = count_words(article.text)
    if words < site.min_words:
        message = f"{article.url}: {words} words, wanted {site.min_words}"
        refused = TooShort(message)
        refused.title, refused.published_at = article.title, article.published_at
        raise refused
    return article
