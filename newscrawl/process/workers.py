"""Worker processes for `process`: a page that hangs or crashes costs its own task and nothing else."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from pebble import ProcessExpired, ProcessPool

from newscrawl.model.article import Article
from newscrawl.model.errors import NewscrawlError, PageCrashed, PageTimedOut
from newscrawl.model.page import Page
from newscrawl.process.forking import warm_up, worker_context
from newscrawl.sites import Catalogue, Site, load

if TYPE_CHECKING:
    from newscrawl.extract.explain import Explanation

_RECYCLED_AFTER = 1000
"""Tasks a worker does before it is replaced, against what parsers and caches never give back."""
_WINDOW = 4
"""Tasks a worker has waiting in a batch: enough to be never idle, few enough to keep memory flat."""
_ORPHANED_AFTER = 1.0
"""Seconds between a worker's looks whether its parent still lives."""
_GRACE = 20.0
"""Seconds after the limit when a worker ends itself, should nobody be left to end it."""

Outcome = Article | NewscrawlError
"""The error is a `Rejected`, a `PageFailed`, or what reading an `UnreadPage` raised."""


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page that its worker reads: only how to read it goes there, and the parent never holds it."""

    url: str
    read: Callable[[], Page]
    """Goes to another process, and so does the NewscrawlError that it may raise."""


class Workers:
    """A pool of processes that turn pages into articles, each page within a time limit.

    ``seconds`` is that limit; ``sites_folder`` the folder of a user's own site definitions (None: what NEWSCRAWL_SITES
    names). Sites travel by name and are looked up in the worker. The pool goes on after any page. ``close``, or leaving
    the ``with`` block, ends the workers and loses what is under way.
    """

    def __init__(self, count: int, seconds: float, sites_folder: str | None = None) -> None:
        self._count = count
        self._seconds = seconds
        self._sites_folder = sites_folder
        self._pool = ProcessPool(
            max_workers=count,
            max_tasks=_RECYCLED_AFTER,
            initializer=_start,
            context=worker_context(),
        )
        self._starting: asyncio.Future[Any] | None = None
        self._ending: asyncio.Future[None] | None = None

    def begin(self) -> asyncio.Future[Any]:
        """Start the workers beside the running loop, which would stand still for a second or two; done when they are.

        Doing it twice does no harm.
        """
        if self._starting is None:
            warm_up()
            self._starting = asyncio.get_running_loop().run_in_executor(None, self._pool.schedule, _nothing)
            self._starting.add_done_callback(_heard)  # a crawl may be over before they stand
        return self._starting

    def dismiss(self) -> asyncio.Future[None]:
        """Do as `close` does, beside the running loop; done when the workers have ended.

        Doing it twice does no harm.
        """
        if self._ending is None:
            self._ending = asyncio.get_running_loop().run_in_executor(None, self.close)
        return self._ending

    async def process(self, page: Page | UnreadPage, site_name: str | None) -> Article:
        """The page's article; None as name means the catalogue's site for the URL, or one made from it.

        Raises the `Rejected` of `newscrawl.process.process`; what reading an UnreadPage raises; PageTimedOut when the
        limit was reached and the worker ended; PageCrashed when the page raised anything else or took its worker down.
        """
        starting = self.begin()
        if not starting.done():
            await asyncio.shield(starting)
        future = self._schedule(page, site_name)
        await _ended(future)
        outcome = self._outcome(page, future)
        if isinstance(outcome, Article):
            return outcome
        raise outcome

    async def explain(self, page: Page, site_name: str | None) -> Explanation:
        """Why the page gives what it gives; raises Unreadable, PageTimedOut and PageCrashed as `process` does."""
        arguments = (page, site_name, self._sites_folder, self._seconds)
        future: Future[Explanation] = self._pool.schedule(_explain, args=arguments, timeout=self._seconds)
        await _ended(future)
        error = future.exception()
        if error is None:
            return future.result()
        raise self._failure(page, error)

    def process_all(self, jobs: Iterable[tuple[Page, str | None]]) -> Iterator[Outcome]:
        """The outcome of every job, in order; only a few jobs are taken ahead of the outcomes given back."""
        waiting: deque[tuple[Page, Future[Article]]] = deque()
        for page, site_name in jobs:
            waiting.append((page, self._schedule(page, site_name)))
            if len(waiting) >= self._count * _WINDOW:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

    def close(self) -> None:
        """End the workers; tasks under way are lost."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _schedule(self, page: Page | UnreadPage, site_name: str | None) -> Future[Article]:
        future: Future[Article] = self._pool.schedule(
            _work, args=(page, site_name, self._sites_folder, self._seconds), timeout=self._seconds
        )
        return future

    def _outcome(self, page: Page | UnreadPage, future: Future[Article]) -> Outcome:
        if future.cancelled():
            return PageCrashed(f"{page.url}: the workers were closed before it was done")
        error = future.exception()
        return future.result() if error is None else self._failure(page, error)

    def _failure(self, page: Page | UnreadPage, error: BaseException) -> NewscrawlError:
        if isinstance(error, NewscrawlError):
            return error
        if isinstance(error, TimeoutError):
            return PageTimedOut(f"{page.url}: extraction took longer than {self._seconds:g} s and was ended")
        if isinstance(error, ProcessExpired):
            return PageCrashed(f"{page.url}: the worker process ended with exit code {error.exitcode}")
        return PageCrashed(f"{page.url}: {type(error).__name__}: {error}")


async def _ended(future: Future[Any]) -> None:
    """Wait for a task; one that is given up is cancelled."""
    waiter = asyncio.wrap_future(future)
    try:
        await asyncio.wait({waiter})
    finally:
        if not waiter.done():
            waiter.cancel()
        elif not waiter.cancelled():
            waiter.exception()  # told elsewhere in our words; unasked, asyncio would log it as lost


class _Telling(AbstractContextManager[None]):
    """Turns what a page raised that nobody foresaw into words: the exception itself may not survive the way back."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, NewscrawlError):
            words = " ".join(str(error).split())[:300]
            message = f"{self._url}: {type(error).__name__}: {words}"
            raise PageCrashed(message) from error


def _heard(starting: asyncio.Future[Any]) -> None:
    """Take note of an error that nobody waits for; who does is told as well."""
    if not starting.cancelled():
        starting.exception()


def _nothing() -> None:
    """The task of a worker that is only to be there."""


def _work(page: Page | UnreadPage, site_name: str | None, sites_folder: str | None, seconds: float) -> Article:
    from newscrawl.process.pipeline import process  # here and in _start: the parent never needs it

    with _watched(page.url, seconds):
        page = page.read() if isinstance(page, UnreadPage) else page
        return process(page, _site(page.url, site_name, sites_folder))


def _explain(page: Page, site_name: str | None, sites_folder: str | None, seconds: float) -> Explanation:
    from newscrawl.process.explaining import explain

    with _watched(page.url, seconds):
        return explain(page, _site(page.url, site_name, sites_folder))


@contextmanager
def _watched(url: str, seconds: float) -> Iterator[None]:
    # The system's own alarm, so that even a page that never lets go of the interpreter ends when the parent is gone.
    signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
    try:
        with _Telling(url):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _site(url: str, name: str | None, sites_folder: str | None) -> Site | None:
    catalogue = _catalogue(sites_folder)
    return catalogue.get(name) if name is not None else catalogue.for_url(url)


@cache
def _catalogue(sites_folder: str | None) -> Catalogue:
    return load(sites_folder)


def _start() -> None:
    """Prepare a worker: interrupts are the parent's; code and language model are loaded before the first limit runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process: see `_watched`
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()

    import newscrawl.process.pipeline  # noqa: F401 - the fork server has it; should that have failed, it is slow
    from newscrawl.extract.fields.language import load_model

    load_model()
    gc.freeze()  # what was loaded stays: to look through it for garbage again and again takes a fiftieth of a page


def _end_with(parent: int) -> None:
    """End this process when its parent, or the fork server that made it, is gone."""
    while os.getppid() == parent:
        time.sleep(_ORPHANED_AFTER)
    os._exit(1)
