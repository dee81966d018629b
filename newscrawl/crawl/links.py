"""Which links a crawl has met, which of them it fetches, and how far it walks for more of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newscrawl.crawl.visit import Visit
from newscrawl.crawl.walks import Walks, walk_of
from newscrawl.discover import Link
from newscrawl.model.urls import url_key
from newscrawl.store.base import Known


@dataclass(frozen=True, slots=True)
class Unread:
    """A link that is worth fetching."""

    link: Link
    again: bool
    """Whether it was fetched before."""


class Links:
    """The links of one crawl. Its methods raise StoreError where the store is asked."""

    def __init__(self, known: Callable[[Sequence[str]], Awaitable[Mapping[str, Known]]], *, full: bool) -> None:
        """``known`` tells what the store holds of URLs; ``full``: what is known is fetched all the same."""
        self._known = known
        self._full = full
        self._seen: set[str] = set()
        self._chosen: set[str] = set()
        self._choosing = asyncio.Lock()
        self._walks = Walks()
        self.queued_since_walk: Callable[[str, Sequence[str]], Awaitable[bool]] | None = None
        """See `newscrawl.store.queue.Frontier`; None while the crawl is scheduled in memory."""

    def first_time(self, url: str) -> bool:
        """Whether the URL, which must be one that has a canonical form, was not met before in this crawl."""
        key = url_key(url)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    async def unread(self, links: Sequence[Link]) -> list[Unread]:
        """Those of the links to fetch: not stored, or announced as newer than what is stored; each once in the crawl.

        A feed tells when a story was published, a sitemap when it was changed, so a link that one source left out as
        known may come back with another.
        """
        async with self._choosing:  # in the sources' order, so that whoever comes later sees what was chosen before
            waiting = {key: link for link in links if (key := url_key(link.url)) not in self._chosen}
            urls = [link.url for link in waiting.values()]
            known = await self._known(urls) if urls else {}
            unread = {
                key: Unread(link, again=self._full or link.url in known)
                for key, link in waiting.items()
                if self._full or _is_news(link, known.get(link.url))
            }
            self._chosen.update(unread)
        return list(unread.values())

    def drop(self, url: str) -> None:
        """Note that a link which was to be fetched is not: it was visited before, and found to be no article."""
        self._chosen.discard(url_key(url))

    async def walk_goes_on(self, visit: Visit, links: Iterable[Link], *, resumed: bool) -> bool:
        """Whether the page that follows this one of a listing is worth asking for.

        It is while a page brings something that was not stored before the crawl, whichever source announced it first,
        or that was queued by a walk which did not come to its end. ``resumed``: of a first page, that such a walk is
        under way from one of its further pages.
        """
        fresh = self._walks.fresh(visit, links)
        if not fresh:
            return self._walks.may_follow_barren(visit)
        if not fresh.keys().isdisjoint(self._chosen):
            return True
        if self.queued_since_walk is None or resumed:
            return False
        return await self.queued_since_walk(walk_of(visit), list(fresh.values()))


def has_canonical_form(url: str) -> bool:
    """Whether the URL is a web address at all."""
    try:
        url_key(url)
    except ValueError:
        return False
    return True


def newest_first(links: Iterable[Link]) -> list[Link]:
    """The links by what was announced of their time, newest first; those without a time keep their order behind."""
    dated = [(link.published_at or link.modified_at, link) for link in links]
    known = [(moment, link) for moment, link in dated if moment]
    known.sort(key=lambda pair: pair[0], reverse=True)
    return [link for _, link in known] + [link for moment, link in dated if not moment]


def _is_news(link: Link, known: Known | None) -> bool:
    announced = link.modified_at or link.published_at
    return known is None or (announced is not None and announced > known.fetched_at)
