"""Puts the crawl together: which part stands where, and why there. Another Scrapy project can switch it on by name."""

from __future__ import annotations

import logging
import os
from typing import Any

from scrapy.settings import BaseSettings, Settings
from scrapy.utils.misc import load_object

from newscrawl.crawl.browser import browser_settings
from newscrawl.crawl.checks import check_log_level
from newscrawl.crawl.ending import complain
from newscrawl.crawl.log_records import make_log_records_safe
from newscrawl.crawl.policy import POLICY, PRODUCTION
from newscrawl.crawl.session import load_catalogue
from newscrawl.model.environment import Environment
from newscrawl.model.errors import UsageError

# What Scrapy says of its own parts before each crawl, 70 lines of it; LOG_LEVEL=DEBUG brings it back.
_TALKATIVE = ("scrapy.addons", "scrapy.crawler", "scrapy.middleware", "scrapy.utils.log")


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


_ADDON = 15  # Scrapy's priority of add-ons: above its defaults, below the project's settings and the command line


class NewscrawlAddon:
    """The parts and the policy of a crawl, set below whatever the project's own settings say."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """Set what Scrapy reads before there is a crawler."""
        make_log_records_safe()
        settings.set("TWISTED_DNS_RESOLVER", "newscrawl.crawl.guard.GuardedResolver", priority=_ADDON)
        _set_all(settings, POLICY)
        if settings.get("NEWSCRAWL_POLICY") == "production":
            _set_all(settings, PRODUCTION)
        try:
            _set_all(settings, _from_environment())
            check_log_level(settings)
        except UsageError as error:  # Scrapy asks before any command could catch it
            raise SystemExit(complain(str(error), 2)) from error
        if settings["LOG_LEVEL"] != "DEBUG":
            for name in _TALKATIVE:
                logging.getLogger(name).addFilter(_is_warning)  # a level would be reset when Scrapy sets logging up

    def update_settings(self, settings: Settings) -> None:
        """Set the components and what depends on the sites."""
        _set_all(settings, browser_settings(settings, settings["USER_AGENT"]))
        _set_all(settings, {"DOWNLOAD_SLOTS": _site_slots(settings)})
        self._add_components(settings)
        settings.set("SCHEDULER", "newscrawl.crawl.frontier.scheduler.FrontierScheduler", priority=_ADDON)
        # The session remembers every URL of the crawl under its canonical form; a second memory would only differ.
        settings.set("DUPEFILTER_CLASS", "scrapy.dupefilters.BaseDupeFilter", priority=_ADDON)

    def _add_components(self, settings: Settings) -> None:
        handlers: dict[str, str | None] = dict.fromkeys(("file", "data", "ftp", "s3"))  # nothing but the web is crawled
        handlers |= dict.fromkeys(("http", "https"), "newscrawl.crawl.browser.BrowserHandler")
        _set_all(settings, {"DOWNLOAD_HANDLERS": {**handlers, **settings.getdict("DOWNLOAD_HANDLERS")}})
        pipelines: dict[Any, int | None] = {
            "newscrawl.crawl.pipelines.ProcessPipeline": 300,
            "newscrawl.crawl.pipelines.StorePipeline": 700,  # room between for a project's own
        }
        extensions: dict[Any, int | None] = {
            "newscrawl.crawl.log_files.LogFiles": 0,  # before anything has something to say
            "newscrawl.crawl.disk.DiskWatch": 100,
            "newscrawl.crawl.progress.Progress": 200,
            "newscrawl.crawl.recorder.RunRecorder": 900,  # last: it closes what the others use
            "scrapy.extensions.throttle.AutoThrottle": None,
            "newscrawl.crawl.throttle.SiteThrottle": 0,  # in its place
        }
        middlewares: dict[Any, int | None] = {
            "newscrawl.crawl.guard.AddressGuard": 10,  # before robots.txt is asked for
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "newscrawl.crawl.offsite.CountingOffsiteMiddleware": 50,  # in its place
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "newscrawl.crawl.robots.RobotsTxt": 100,  # in its place: after the guard and the off-site filter
            "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
            "newscrawl.crawl.unpacking.Unpacking": 590,  # in its place: what cannot be unpacked is a broken download
        }
        spider_middlewares: dict[Any, int | None] = {
            "newscrawl.crawl.frontier.acknowledger.Acknowledger": 5,  # nearest the engine: it sees what all let pass
        }
        for name, components in (
            ("ITEM_PIPELINES", pipelines),
            ("EXTENSIONS", extensions),
            ("DOWNLOADER_MIDDLEWARES", middlewares),
            ("SPIDER_MIDDLEWARES", spider_middlewares),
        ):
            for component, priority in components.items():
                # As classes: what a project named with None, to switch it off, is compared with these.
                settings.setdefault_in_component_priority_dict(name, load_object(component), priority)


def _set_all(settings: BaseSettings, values: dict[str, Any]) -> None:
    for name, value in values.items():
        settings.set(name, value, priority=_ADDON)


def _from_environment() -> dict[str, Any]:
    """The machine's own values; raises UsageError for one that cannot be meant."""
    environment = Environment.from_mapping(os.environ)
    return {
        "USER_AGENT": environment.user_agent,
        "ROBOTSTXT_USER_AGENT": environment.robots_token,
        "NEWSCRAWL_STORE": environment.store,
        "NEWSCRAWL_DATA": str(environment.data),
        "NEWSCRAWL_SITES": str(environment.sites) if environment.sites else None,
        "NEWSCRAWL_CONTACT": environment.contact,
        "NEWSCRAWL_ALLOW_HOSTS": list(environment.allow_hosts),
    }


def _site_slots(settings: BaseSettings) -> dict[str, dict[str, float]]:
    """A download slot for each site with a delay of its own, whichever of its hosts is asked."""
    return {
        site.name: {"delay": site.delay, "concurrency": 1}
        for site in load_catalogue(settings)
        if site.delay is not None
    }
