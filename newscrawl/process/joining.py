"""One article from its several pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from newscrawl.extract.fields.pages import without_page
from newscrawl.extract.text.folding import letters_of
from newscrawl.model.article import Article, Image, RelatedLink
from newscrawl.model.urls import canonical, url_key

_LONG = 40
_MOST_SAID_AGAIN = 0.8
"""Share of the first page's long paragraphs that a page must hold to be the whole article."""


def join(first: Article, further: Sequence[Article]) -> Article:
    """The article of the first page with the text of the others in their order.

    What a further page repeats (title, standfirst, a lead printed on every page) is left out; pictures, tags and links
    are united. ``pages_total`` is what the pages say, and at least how many they are; ``next_page_url`` is None.
    """
    pages = (first, *further)
    return replace(
        first,
        paragraphs=_joined(pages),
        authors=first.authors or next((page.authors for page in further if page.authors), ()),
        editors=first.editors or next((page.editors for page in further if page.editors), ()),
        tags=tuple(dict.fromkeys(tag for page in pages for tag in page.tags)),
        images=_images(pages),
        related=_related(pages),
        pages_total=max(len(pages), *(page.pages_total or 1 for page in pages)),
        next_page_url=None,
    )


def address_of_whole(article: Article, query: str) -> str:
    """Where all pages of an article stand in one, by what the site's `whole_article` asks for: ``page=all``."""
    url = without_page(canonical(article.url))  # a link with marks of tracking may have led to it
    return f"{url}{'&' if urlsplit(url).query else '?'}{query}"


def take_whole(first: Article, whole: Article) -> Article | None:
    """The article of the first page with the text of the page that holds all of them.

    None for a page that is not what it was asked to be: one that has a next page itself, lacks what the first one says,
    or says no more.
    """
    said = [key for key in map(letters_of, first.paragraphs) if len(key) >= _LONG]
    again = set(map(letters_of, whole.paragraphs))
    repeated = sum(key in again for key in said)
    is_longer = sum(map(len, whole.paragraphs)) > sum(map(len, first.paragraphs))
    if whole.next_page_url or repeated < _MOST_SAID_AGAIN * len(said) or not is_longer:
        return None
    pages_total = max(first.pages_total or 2, whole.pages_total or 2)  # the first one has a next
    return replace(join(first, [whole]), paragraphs=whole.paragraphs, pages_total=pages_total)


def _joined(pages: Iterable[Article]) -> tuple[str, ...]:
    seen: set[str] = set()
    kept: list[str] = []
    for page in pages:
        heads = {letters_of(page.title), letters_of(page.subtitle or "")}
        new = []
        for i, paragraph in enumerate(page.paragraphs):
            key = letters_of(paragraph)
            # Within a page a story may say a thing twice; a long paragraph of an earlier page is that page's again.
            if (kept and i < 2 and key in heads) or (len(key) >= _LONG and key in seen):
                continue
            new.append(paragraph)
        kept += new
        seen.update(letters_of(paragraph) for paragraph in new)
    return tuple(kept)


def _images(pages: Iterable[Article]) -> tuple[Image, ...]:
    found: dict[str, Image] = {}
    for page in pages:
        for image in page.images:
            found.setdefault(image.url, image)
    return tuple(found.values())


def _related(pages: Sequence[Article]) -> tuple[RelatedLink, ...]:
    own = {url_key(page.url) for page in pages}
    found: dict[str, RelatedLink] = {}
    for page in pages:
        for link in page.related:
            if url_key(link.url) not in own:
                found.setdefault(url_key(link.url), link)
    return tuple(found.values())
