"""Asks for URLs one after the other by way of the crawler's parts, and prints as JSON lines what became of each.

``python -m tests.attacks.visitor '{"urls": [...], "settings": {...}}'``, so that its memory can be measured; with
``"rendered": true`` in the browser.
"""

import json
import resource
import sys
import time

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from newscrawl.crawl.browser import browser_meta
from newscrawl.crawl.failures import DOWNLOAD_ERRORS, reason_of
from newscrawl.crawl.project import crawl_settings
from newscrawl.crawl.run import new_process

# The scheduler has no part in this: nothing is queued.
SETTINGS = {"LOG_LEVEL": "ERROR", "DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0, "SCHEDULER": "scrapy.core.scheduler.Scheduler"}


class Visitor(Spider):
    name = "visitor"
    urls = ()
    rendered = False

    async def start(self):
        for url in self.urls:
            before, began = memory(), time.monotonic()
            found = await self.visit(url)
            seconds = time.monotonic() - began
            sys.stdout.write(json.dumps({**found, "seconds": seconds, "megabytes": memory() - before}) + "\n")
        for nothing in ():
            yield nothing

    async def visit(self, url):
        try:
            request = Request(url, callback=NO_CALLBACK, meta=browser_meta() if self.rendered else {})
            response = await self.crawler.engine.download_async(request)
        except (IgnoreRequest, *DOWNLOAD_ERRORS) as error:
            return {"asked": url, "error": reason_of(error, url), "length": 0}
        found = {
            "asked": url,
            "error": "",
            "url": response.url,
            "status": response.status,
            "length": len(response.body),
        }
        return {**found, "begins": response.body[:200].decode("latin-1")}


def memory():
    """The most that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(wanted):
    process = new_process(crawl_settings({**SETTINGS, **wanted.get("settings", {})}))
    crawler = process.create_crawler(Visitor)
    process.crawl(crawler, urls=wanted["urls"], rendered=wanted.get("rendered", False))
    process.start()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
