"""Asks for URLs by way of the crawler's parts and prints as JSON what became of each: run as a process of its own.

``python visitor.py '{"urls": [...], "settings": {...}}'``; the result has ``outcomes`` (by URL), ``times`` (of the
responses of each host, in seconds) and ``stats``.
"""

import json
import sys
import time

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

from newscrawl.crawl.robots import RobotsTxt
from newscrawl.crawl.tdmrep import TdmRep

USER_AGENT = "newscrawl/1.0 (+https://kabar.example/bot)"
SETTINGS = {
    "ADDONS": {},
    "LOG_LEVEL": "ERROR",
    "USER_AGENT": USER_AGENT,
    "ROBOTSTXT_USER_AGENT": "newscrawl",
    "ROBOTSTXT_OBEY": True,
    "RETRY_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 10,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "TWISTED_DNS_RESOLVER": "newscrawl.crawl.guard.GuardedResolver",
    "DOWNLOADER_MIDDLEWARES": {
        "newscrawl.crawl.guard.AddressGuard": 10,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "newscrawl.crawl.robots.RobotsTxt": 100,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
        "newscrawl.crawl.unpacking.Unpacking": 590,
    },
    "EXTENSIONS": {
        "scrapy.extensions.throttle.AutoThrottle": None,
        "newscrawl.crawl.throttle.SiteThrottle": 0,
    },
}


class LedAway:
    """Stands where a browser would: the page of ``/?led=URL`` is the one at the URL."""

    def process_response(self, request, response):
        _, _, target = request.url.partition("?led=")
        return response.replace(url=target) if target else response


class Visitor(scrapy.Spider):
    name = "visitor"

    def __init__(self, urls):
        super().__init__()
        self.urls = urls
        self.outcomes = {}
        self.times = {}
        self.delays = {}

    async def start(self):
        self.tdmrep = TdmRep.from_crawler(self.crawler)
        for url in self.urls:
            yield scrapy.Request(
                url,
                callback=self.came,
                errback=self.failed,
                dont_filter=True,
                meta={"handle_httpstatus_all": True, "wanted": url},
            )

    async def came(self, response):
        self.outcomes[response.meta["wanted"]] = {"status": response.status}
        if reserved := await self.tdmrep.reservation(response.request):
            self.outcomes[response.meta["wanted"]]["tdm"] = reserved
        if sitemaps := await self.crawler.get_downloader_middleware(RobotsTxt).sitemaps_of(response.url):
            self.outcomes[response.meta["wanted"]]["sitemaps"] = sitemaps
        self.note(response.meta["download_slot"])

    def failed(self, failure):
        error = failure.value
        self.outcomes[failure.request.meta["wanted"]] = {
            "error": type(error).__name__,
            "message": str(error),
            "retry_after": getattr(error, "retry_after", None),
        }

    def note(self, key):
        self.times.setdefault(key, []).append(time.monotonic())
        self.delays.setdefault(key, []).append(self.crawler.engine.downloader.slots[key].delay)


def main(wanted):
    SETTINGS["DOWNLOADER_MIDDLEWARES"][LedAway] = 990
    process = AsyncCrawlerProcess({**SETTINGS, **wanted.get("settings", {})})
    crawler = process.create_crawler(Visitor)
    process.crawl(crawler, urls=wanted["urls"])
    process.start()
    visitor = crawler.spider
    found = {
        "outcomes": visitor.outcomes,
        "times": visitor.times,
        "delays": visitor.delays,
        "stats": {name: value for name, value in crawler.stats.get_stats().items() if isinstance(value, int | float)},
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
