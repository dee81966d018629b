"""The settings of a crawl begun without ``scrapy``: the project's where there is one, else production's."""

from __future__ import annotations

from collections.abc import Mapping

from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings, inside_project

ADDON = "newscrawl.crawl.addon.NewscrawlAddon"


def crawl_settings(overrides: Mapping[str, str]) -> Settings:
    """The settings, with ``-s`` overrides on top."""
    settings = get_project_settings() if inside_project() else Settings()
    if not settings.getdict("ADDONS"):
        settings.set("BOT_NAME", "newscrawl")
        settings.set("ADDONS", {ADDON: 500})
        settings.set("SPIDER_LOADER_CLASS", "newscrawl.crawl.loader.SiteSpiderLoader")
        settings.set("NEWSCRAWL_POLICY", "production")
    settings.setdict(dict(overrides), priority="cmdline")
    return settings
