"""One page in the browser, watched: where its main frame goes, and how much it loads and becomes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from playwright.async_api import CDPSession
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as BrowserPage
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest

from newscrawl.model.plain_text import printable

logger = logging.getLogger(__name__)

Permit = Callable[[str], Awaitable[None]]
"""A URL in; raises IgnoreRequest when the crawl must not go there."""

_MOST_NAVIGATIONS = 10
"""Redirects and reloads of one page; what goes on for longer has no end."""
_LOADS = 4
"""What a page loads, scripts and all, may be as many times as long as a page may be."""
_CLOSE_SECONDS = 10.0
# In a world of its own the page's scripts cannot change what is measured.
_MEASURE = "document.documentElement ? document.documentElement.outerHTML.length : 0"


class Rendering:
    """Stops a page of the browser that goes, or grows, where the crawl does not."""

    def __init__(self, url: str, permit: Permit, max_length: int) -> None:
        self.stopped: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()
        """Why the page was stopped, once it was."""
        self.page: BrowserPage | None = None
        self._url = url
        self._permit = permit
        self._max_length = max_length
        self._left = _LOADS * max_length
        self._navigations = 0
        self._session: CDPSession | None = None
        self._main_frame = ""

    async def watch(self, page: BrowserPage) -> None:
        """Begin, before the page goes anywhere."""
        self.page = page
        session = self._session = await page.context.new_cdp_session(page)
        tree = await session.send("Page.getFrameTree")
        self._main_frame = tree["frameTree"]["frame"]["id"]
        session.on("Fetch.requestPaused", self._judge)
        session.on("Network.dataReceived", self._count)
        await session.send("Network.enable")
        pattern = {"urlPattern": "*", "resourceType": "Document", "requestStage": "Request"}
        await session.send("Fetch.enable", {"patterns": [pattern]})

    async def measure(self) -> None:
        """Raise DownloadCancelledError for a page that its scripts have made longer than a page may be."""
        if self._session is None:
            return
        world = await self._session.send("Page.createIsolatedWorld", {"frameId": self._main_frame})
        context = {"expression": _MEASURE, "contextId": world["executionContextId"]}
        length = (await self._session.send("Runtime.evaluate", context))["result"].get("value", 0)
        if length > self._max_length:
            message = f"{self._shown} has become {length} characters long"
            raise DownloadCancelledError(message)

    async def close(self) -> None:
        """Close the page, which also frees its place; harmless when it is closed already."""
        if self.page is not None:
            with suppress(PlaywrightError, TimeoutError):
                async with asyncio.timeout(_CLOSE_SECONDS):
                    await self.page.close()

    async def _judge(self, event: dict[str, Any]) -> None:
        """Let a document be asked for, or not: each redirect of it comes by here as well."""
        url = event["request"]["url"]
        error = await self._objection(url) if event["frameId"] == self._main_frame else None
        if error is None:
            await self._reply("Fetch.continueRequest", event)
            return
        logger.info("%s leads to %s in the browser: %s", self._shown, printable(url), printable(str(error)))
        assert self.page is not None
        if self.page.url == "about:blank":
            self._stop(error)
            await self._reply("Fetch.failRequest", event, errorReason="BlockedByClient")
        else:  # 204: the document that is there stays as it is; an article does not go when its adverts want to
            await self._reply("Fetch.fulfillRequest", event, responseCode=204)

    async def _reply(self, method: str, event: dict[str, Any], **more: str | int) -> None:
        assert self._session is not None
        with suppress(PlaywrightError):  # the page was closed meanwhile
            await self._session.send(method, {"requestId": event["requestId"], **more})

    async def _objection(self, url: str) -> Exception | None:
        self._navigations += 1
        if self._navigations > _MOST_NAVIGATIONS:
            return IgnoreRequest("max redirections reached")
        if url == self._url:
            return None  # the crawl has asked for it, so it was judged
        try:
            await self._permit(url)
        except IgnoreRequest as error:
            return error
        return None

    def _count(self, event: dict[str, Any]) -> None:
        """Count what has been unpacked, of the page itself and of all that it loads."""
        self._left -= int(event.get("dataLength", 0))
        if self._left < 0:
            self._stop(DownloadCancelledError(f"{self._shown} loads more than {_LOADS * self._max_length} bytes"))

    def _stop(self, why: Exception) -> None:
        if not self.stopped.done():
            self.stopped.set_result(why)

    @property
    def _shown(self) -> str:
        return printable(self._url)
