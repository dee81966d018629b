"""What a person writes by hand: a Scrapy spider that reads the papers' sources, extracts in its callback and upserts.

``python -m bench.plain_spider PAPERS.json [MONGODB_URI]`` prints how many articles it took; without a store it only
fetches them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pymongo
import trafilatura
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response, XmlResponse

SETTINGS = {
    "LOG_LEVEL": "ERROR",
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
}


class FetchingSpider(Spider):
    """Follows the articles of feeds, sitemaps and listings, and does nothing with them."""

    name = "fetching"
    papers: ClassVar[list[dict[str, Any]]] = []
    """Each with ``sources``, the URLs it begins with, and ``article``, the pattern of what it follows from there."""

    async def start(self) -> AsyncIterator[Any]:
        """Every source."""
        for paper in self.papers:
            for source in paper["sources"]:
                yield Request(source, callback=self.parse, cb_kwargs={"article": paper["article"]})

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Any]:
        """The articles of a source, and a listing's next page."""
        if isinstance(response, XmlResponse):
            response.selector.remove_namespaces()
            links = response.xpath("//url/loc/text() | //item/link/text()").getall()
        else:
            links = response.css("a::attr(href)").getall()
        for link in links:
            url = response.urljoin(link.strip()).partition("?")[0]  # the same page comes with tracking parameters
            if re.search(kwargs["article"], url):
                yield Request(url, callback=self.parse_article)
        following = response.css("a[rel=next]::attr(href)").get()
        if following:
            yield response.follow(following, callback=self.parse, cb_kwargs=kwargs)

    def parse_article(self, response: Response, **_: Any) -> Iterator[Any]:
        """The page's URL, to be counted."""
        yield {"_id": response.url}


class PlainSpider(FetchingSpider):
    """Extracts as well."""

    name = "plain"

    def parse_article(self, response: Response, **_: Any) -> Iterator[Any]:
        """What trafilatura finds on the page."""
        found = trafilatura.bare_extraction(response.body, url=response.url, with_metadata=True)
        if found is not None:
            names = ("title", "author", "date", "sitename", "description", "categories", "tags", "image", "text")
            yield {"_id": response.url, **{name: getattr(found, name) for name in names}}


class MongoPipeline:
    """One upsert for each article."""

    def __init__(self, uri: str) -> None:
        self.client: pymongo.MongoClient[dict[str, Any]] = pymongo.MongoClient(uri)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> MongoPipeline:
        """Connect to the store that the command line named."""
        return cls(crawler.settings["BENCH_STORE"])

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """The item, once it is stored."""
        self.client.plain.articles.update_one({"_id": item["_id"]}, {"$set": item}, upsert=True)
        return item

    def close_spider(self) -> None:
        """Disconnect."""
        self.client.close()


def main(papers: str, store: str | None = None) -> None:
    """Crawl, and print how many articles there were."""
    more = {"BENCH_STORE": store, "ITEM_PIPELINES": {MongoPipeline: 300}} if store else {}
    FetchingSpider.papers = json.loads(Path(papers).read_text())
    process = AsyncCrawlerProcess({**SETTINGS, **more})
    crawler = process.create_crawler(PlainSpider if store else FetchingSpider)
    process.crawl(crawler)
    process.start()
    assert crawler.stats is not None
    print(crawler.stats.get_value("item_scraped_count", 0))


if __name__ == "__main__":
    main(*sys.argv[1:])
