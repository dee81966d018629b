"""``scrapy crawl`` with names checked first, a run report, and an exit status that says whether it was healthy."""

from __future__ import annotations

import argparse

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError as ScrapyUsageError

from newscrawl.crawl.ending import complain
from newscrawl.crawl.run import FAILED, INTERRUPTED, choose_spider, run_crawl
from newscrawl.model.errors import NewscrawlError, UsageError


class Command(ScrapyCrawl):
    """Takes the place of Scrapy's own in this project."""

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Crawl what is new on a site, or on any URL (scrapy list names the sites)"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl one site; exit statuses as INTERFACE.md has them."""
        if len(args) != 1:
            raise ScrapyUsageError("one site is needed; scrapy list prints them, newscrawl crawl takes several")
        assert self.settings is not None
        try:
            spider = choose_spider((args[0],), opts.spargs, self.settings)
        except NewscrawlError as error:
            self.exitcode = complain(str(error), 2 if isinstance(error, UsageError) else FAILED)
            return
        except KeyboardInterrupt:
            self.exitcode = INTERRUPTED
            return
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        self.exitcode = run_crawl(self.crawler_process, self._create_crawler(spider), opts.spargs, as_json=None)
