"""Another Scrapy project that switches the add-on on for spiders of its own."""

import subprocess
import sys

from tests.crawl.conftest import crawl_environment

SPIDER = """
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess


class Own(Spider):
    name = "own"

    async def start(self):
        yield Request("http://nakal.test/berita/1", self.parse)

    async def parse(self, response):
        yield {"title": response.css("h1::text").get()}


process = AsyncCrawlerProcess(
    {"ADDONS": {"newscrawl.crawl.addon.NewscrawlAddon": 500}, "FEEDS": {"own.jsonl": {}}, "DOWNLOAD_DELAY": 0}
)
process.crawl(Own)
process.start()
"""


def test_a_spider_of_its_own_crawls_politely_and_keeps_its_items(own_fakeweb, fakeweb_sites, tmp_path):
    script = tmp_path / "own.py"
    script.write_text(SPIDER)
    environment = crawl_environment("embedded:unused", own_fakeweb.url, fakeweb_sites)
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert '"title"' in (tmp_path / "own.jsonl").read_text()
    assert any(request.url.endswith("/robots.txt") for request in own_fakeweb.requests)
    assert {request.user_agent.split("/")[0] for request in own_fakeweb.requests} == {"newscrawl"}
    assert not (tmp_path / "unused").exists()
