"""Gives every site of the catalogue its name as a spider, and adds ``any``."""

from __future__ import annotations

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from newscrawl.crawl.any_spider import AnySpider
from newscrawl.crawl.ending import complain
from newscrawl.crawl.session import load_catalogue
from newscrawl.crawl.site_spider import spider_for
from newscrawl.model.errors import SiteError
from newscrawl.sites import Catalogue


class SiteSpiderLoader:
    """Scrapy's view of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> SiteSpiderLoader:
        """Read the catalogue; a definition that cannot be used ends the program with one sentence and status 1."""
        try:
            return cls(load_catalogue(settings))
        except SiteError as error:
            raise SystemExit(
                complain(str(error), 1)
            ) from error  # Scrapy makes the loader before any command could catch this

    def load(self, spider_name: str) -> type[Spider]:
        """The spider of that name; raises KeyError when there is none."""
        if spider_name == AnySpider.name:
            return AnySpider
        if spider_name not in self.catalogue:
            raise KeyError(spider_name)
        return spider_for((spider_name,))

    def find_by_request(self, request: Request) -> list[str]:
        """The sites whose hosts the request's URL is on."""
        site = self.catalogue.for_url(request.url)
        return [site.name] if site else []

    def list(self) -> list[str]:
        """Every site, and ``any``."""
        return [*self.catalogue.names, AnySpider.name]
