"""A real Chromium for pages that need one: started at the first such page, never before, and closed with the crawl."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as BrowserPage
from playwright.async_api import Request as BrowserRequest
from playwright.async_api import Route
from playwright.async_api import TimeoutError as PlaywrightTimeoutError
from scrapy import Request, signals
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    NotSupported,
)
from scrapy.http import Response
from scrapy.utils.defer import ensure_awaitable
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from newscrawl.crawl.addresses import is_refused
from newscrawl.crawl.chromium import find_chromium
from newscrawl.crawl.egress import EgressProxy, Limits, Routes
from newscrawl.crawl.guard import AddressGuard, GuardedResolver, NotPublic
from newscrawl.crawl.rendering import Rendering
from newscrawl.crawl.response_heads import BoundedHeads
from newscrawl.crawl.robots import RobotsTxt
from newscrawl.crawl.third_parties import is_left_out
from newscrawl.model.plain_text import printable

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings
    from scrapy_playwright.handler import BrowserContextWrapper

# A page that keeps its connection open for adverts never comes to rest; its article is there long before.
_SETTLE_SECONDS = 8.0
_CLOSE_SECONDS = 10.0
_LOOK_MILLISECONDS = 100
_DEAD_WEIGHT = frozenset({"image", "media", "font"})
_NO_MAXSIZE = 1024**3
_MOST_CODINGS = 3
"""Each coding of a body is unpacked whole: a body packed a thousand times would keep the crawl busy."""
_LIFETIMES = 10
"""A connection of the browser serves one page after the other: it lasts for as many of them."""
# Whom every request of the crawl has to pass, in this order; those that are switched off are passed over.
_GATES: tuple[type, ...] = (AddressGuard, OffsiteMiddleware, RobotsTxt)
# Without these Chromium looks its maker's servers up at every start.
_QUIET = (
    "--no-first-run",
    "--no-pings",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-sync",
)
# Ways round an HTTP proxy: UDP of QUIC and WebRTC, and looking names up oneself.
_SHUT = (
    "--disable-quic",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
)
_BOUNDED = ("--js-flags=--max-old-space-size=512",)  # MiB of a page's own scripts


def _without_traceback(record: logging.LogRecord) -> bool:
    """A page that the browser cannot load is everyday: its line says why."""
    record.exc_info = None
    return True


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc] # it has no types
    """Scrapy's own download handler, and scrapy-playwright's for requests that ask for a browser.

    The browser reaches the web through a filtering proxy of its own (`EgressProxy`), and each of its pages is watched
    (`Rendering`): where the crawl does not go, the browser does not either.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedHeads  # noqa: SLF001 - there is no other way to it
        # Scrapy keeps as many open as one host may have; a proxy is one host, and all connections lead to it.
        self._pool.maxPersistentPerHost = crawler.settings.getint("CONCURRENT_REQUESTS")
        # It would start Playwright's driver with the engine; most crawls never need it.
        crawler.signals.disconnect(self._maybe_launch_in_thread, signals.engine_started)
        logging.getLogger("scrapy-playwright").addFilter(_without_traceback)
        self._launching = asyncio.Lock()
        self._launched = False
        self._given_up: set[asyncio.Future[Any]] = set()
        self._renderings: dict[Request, Rendering] = {}
        allowed = frozenset(crawler.settings.getlist("NEWSCRAWL_ALLOW_HOSTS"))
        self.abort_request = partial(may_not_load, allowed=allowed)
        self._seconds = crawler.settings.getfloat("NEWSCRAWL_BROWSER_SECONDS")
        self._max_length = crawler.settings.getint("DOWNLOAD_MAXSIZE") or _NO_MAXSIZE
        self._egress = EgressProxy(Routes(allowed, _limits(crawler.settings)))

    async def download_request(self, request: Request) -> Response:
        """Fetch with Chromium when ``playwright`` stands in the request's meta, else without."""
        if not request.meta.get("playwright"):
            return await self._fetch(request)
        async with self._launching:
            if not self._launched:
                await self._start()
        rendering = self._renderings[request] = Rendering(request.url, self._permit, self._max_length)
        try:
            return self._judged(await self._render(request, rendering))
        finally:
            del self._renderings[request]

    async def _fetch(self, request: Request) -> Response:
        """What the server answers; raises NotPublic, which nobody tries again, for a name that the resolver refused."""
        try:
            response: Response = await super().download_request(request)
        except CannotResolveHostError as error:
            if urlsplit(request.url).hostname in GuardedResolver.refused:
                message = f"{printable(request.url)} leads to an address that is not public"
                raise NotPublic(message) from error
            raise
        if sum(line.count(b",") + 1 for line in response.headers.getlist("Content-Encoding")) > _MOST_CODINGS:
            message = f"{printable(request.url)} is packed too many times"
            raise DownloadCancelledError(message)
        return response

    async def _start(self) -> None:
        """Start the proxy, and the browser behind it; raises NotSupported for a browser that is not ours to start."""
        if self.config.cdp_url or self.config.connect_url:
            message = "a remote browser would not go through the address guard"
            raise NotSupported(message)
        await self._egress.start()
        self.config.launch_options["proxy"] = shut_in(self._egress)
        await self._maybe_launch_in_thread()
        self._launched = True

    async def _render(self, request: Request, rendering: Rendering) -> Response:
        """What the browser makes of the page; raises DownloadTimeoutError for one that never comes to an end."""
        answering: asyncio.Future[Response] = asyncio.ensure_future(super().download_request(request))
        ends: set[asyncio.Future[Any]] = {answering, rendering.stopped}
        await asyncio.wait(ends, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
        if rendering.stopped.done():
            self._give_up(answering, rendering)
            raise rendering.stopped.result()
        if answering.done():
            try:
                return answering.result()
            except PlaywrightTimeoutError as error:
                raise DownloadTimeoutError(str(error)) from error
            except RuntimeError as error:  # the page was a file to download
                raise DownloadFailedError(str(error)) from error
        # A page that reloads itself without end answers nothing, its own end included: it is not waited for.
        self._give_up(answering, rendering)
        message = f"{request.url} kept the browser busy for {self._seconds:g} s"
        raise DownloadTimeoutError(message)

    def _judged(self, response: Response) -> Response:
        """The response, unless it is our own proxy's refusal: then raises NotPublic."""
        host = urlsplit(response.url).hostname
        if host in self._egress.refused:
            message = f"{printable(response.url)} leads to an address that is not public"
            raise NotPublic(message)
        return response

    def _give_up(self, answering: asyncio.Future[Response], rendering: Rendering) -> None:
        answering.cancel()
        for task in (answering, asyncio.ensure_future(rendering.close())):
            self._given_up.add(task)
            task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Future[Any]) -> None:
        self._given_up.discard(task)
        if not task.cancelled():
            task.exception()  # looked at, so that nobody complains of it

    async def _permit(self, url: str) -> None:
        """Ask what every request of the crawl has to pass; raises IgnoreRequest where the browser must not go."""
        for gate in _GATES:
            middleware = self._crawler.get_downloader_middleware(gate)
            if middleware is not None:
                await ensure_awaitable(middleware.process_request(Request(url)))

    async def _create_browser_context(self, *args: Any, **more: Any) -> BrowserContextWrapper:
        wrapper = await super()._create_browser_context(*args, **more)
        # The crawl's own pages have routes of their own, before this one: it holds for pop-ups, which are nobody's.
        await wrapper.context.route("**", _abort)
        return wrapper

    async def _create_page(self, request: Request, spider: Spider) -> BrowserPage:
        page: BrowserPage = await super()._create_page(request, spider)
        await self._renderings[request].watch(page)
        return page

    async def _apply_page_methods(self, page: BrowserPage, request: Request, spider: Spider) -> None:
        await _settle(page)
        await super()._apply_page_methods(page, request, spider)
        await self._renderings[request].measure()

    async def close(self) -> None:
        """Close the browser, if it was started, and its proxy."""
        for task in tuple(self._given_up):
            task.cancel()
        if self._launched:
            with suppress(TimeoutError):
                async with asyncio.timeout(_CLOSE_SECONDS):
                    await super().close()
        else:
            # What the base class closes besides the browser is its plain HTTP part.
            await super(ScrapyPlaywrightDownloadHandler, self).close()
        await self._egress.close()


def browser_meta() -> dict[str, Any]:
    """The meta of a request that is to be rendered in the browser."""
    # Chromium tells of no "load", nor of a document parsed, when a script has tried to lead away meanwhile.
    return {"playwright": True, "playwright_page_goto_kwargs": {"wait_until": "commit"}}


def browser_settings(settings: BaseSettings, user_agent: str) -> dict[str, Any]:
    """How Chromium is launched: under the crawl's own name, with every way out shut but that through its proxy.

    Without a Chromium the settings are those of a browser that cannot start; `CrawlSession.browser` says so before.
    """
    options: dict[str, Any] = {"headless": True, "args": [*_QUIET, *_SHUT, *_BOUNDED, *_sandbox()]}
    chromium = find_chromium(settings.get("NEWSCRAWL_CHROMIUM"))
    if chromium:
        options["executable_path"] = chromium
    return {
        "PLAYWRIGHT_LAUNCH_OPTIONS": options,
        "PLAYWRIGHT_CONTEXTS": {
            "default": {"user_agent": user_agent, "service_workers": "block", "accept_downloads": False}
        },
    }


def shut_in(egress: EgressProxy) -> dict[str, str]:
    """The launch option by which Chromium goes nowhere but through that proxy, which has started."""
    return {
        "server": egress.url,
        "bypass": "<-loopback>",  # Chromium would ask this machine's own services directly
        "username": egress.username,
        "password": egress.password,
    }


def may_not_load(request: BrowserRequest, allowed: frozenset[str]) -> bool:
    """Whether the browser is to leave out what a page asks for.

    Pictures, films and fonts hold no words, nor do adverts and counters; an address of this machine or a private
    network is nobody's to ask for. Names and redirects are not seen through here: the proxy sees them. Scripts of other
    domains are loaded: many papers keep their own on one.
    """
    kind = request.resource_type
    is_useless = kind in _DEAD_WEIGHT or (kind != "document" and is_left_out(request.url))
    return is_useless or is_refused(request.url, allowed)


def _limits(settings: BaseSettings) -> Limits:
    """DOWNLOAD_TIMEOUT and DOWNLOAD_MAXSIZE, as they hold for the browser's connections."""
    seconds = settings.getfloat("DOWNLOAD_TIMEOUT")
    return Limits(
        connect_seconds=seconds,
        idle_seconds=seconds,
        total_seconds=_LIFETIMES * settings.getfloat("NEWSCRAWL_BROWSER_SECONDS"),
        max_bytes=_LIFETIMES * (settings.getint("DOWNLOAD_MAXSIZE") or _NO_MAXSIZE),
    )


async def _abort(route: Route) -> None:
    with suppress(PlaywrightError):
        await route.abort()


async def _settle(page: BrowserPage) -> None:
    """Wait until the document is whole, and then until its scripts have fetched what they want, but not for ever.

    Raises PlaywrightTimeoutError when the document itself does not come to an end.
    """
    await page.wait_for_function("document.readyState !== 'loading'", polling=_LOOK_MILLISECONDS)
    with suppress(PlaywrightError):
        await page.wait_for_load_state("networkidle", timeout=_SETTLE_SECONDS * 1000)


def _sandbox() -> tuple[str, ...]:
    # Chromium's sandbox refuses to run as root, which is what containers run as.
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
