"""How the crawler behaves on other people's machines: politeness, limits, identity, as Scrapy settings.

The add-on sets these below the project's own settings, so any of them can be changed there or with ``-s``. Behind each
stands Scrapy's default and why ours differs; our own settings begin with NEWSCRAWL_.
"""

from __future__ import annotations

from typing import Any

MIB = 1024 * 1024

POLITENESS: dict[str, Any] = {
    "ROBOTSTXT_OBEY": True,  # default False
    "CONCURRENT_REQUESTS": 16,  # the default: over all sites
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,  # default 8: one reader at a time
    "DOWNLOAD_DELAY": 1.0,  # default 0; seconds between requests to one host
    "DOWNLOAD_DELAY_JITTER": 0.0,  # default 0.5: a delay is no less than it says, and nobody is to be taken in
    "AUTOTHROTTLE_ENABLED": True,  # default False: a slow host is asked less
    "AUTOTHROTTLE_START_DELAY": 1.0,  # default 5; the delay above
    "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,  # the default
    "AUTOTHROTTLE_MAX_DELAY": 60.0,  # the default
    "RETRY_TIMES": 2,  # the default
    "COOKIES_ENABLED": False,  # default True: nobody is logged in, nobody needs to be recognised
    "REFERRER_POLICY": "same-origin",  # default sends the origin to other sites
}

LIMITS: dict[str, Any] = {
    "DOWNLOAD_MAXSIZE": 16 * MIB,  # default 1 GiB; the largest real article seen has 3 MiB
    "DOWNLOAD_WARNSIZE": 4 * MIB,  # default 32 MiB
    "DOWNLOAD_TIMEOUT": 30,  # default 180; seconds
    "REDIRECT_MAX_TIMES": 5,  # default 20; RFC 9309 follows five for robots.txt, an article needs no more
    "DEPTH_LIMIT": 0,  # the default: depth is the spider's business (max_depth)
    "URLLENGTH_LIMIT": 2083,  # the default
    "MEMUSAGE_LIMIT_MB": 2048,  # default 0, without a limit
}

SAFETY: dict[str, Any] = {
    "REMOTE_CONTROL_ENABLED": False,  # default True since 2.19: an open port
    "TELNETCONSOLE_ENABLED": False,  # default True: an open port
    "DOWNLOAD_VERIFY_CERTIFICATES": True,  # default False
}

SPEED: dict[str, Any] = {
    "CONCURRENT_ITEMS": 1,  # default 100, and as many tasks for every response; a page gives one item
}

ORDER: dict[str, Any] = {
    # Links are handed over newest first and shall be fetched so: the default is last in, first out.
    "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
    "SCHEDULER_DISK_QUEUE": "scrapy.squeues.PickleFifoDiskQueue",
}

BROWSER: dict[str, Any] = {
    "PLAYWRIGHT_BROWSER_TYPE": "chromium",
    "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 4,
    "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 15_000,  # milliseconds
    # Chromium sends headers of its own; only the user agent is ours, set in its context.
    "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
}

OURS: dict[str, Any] = {
    "NEWSCRAWL_WORKERS": 0,  # extraction processes; 0: one a core
    "NEWSCRAWL_PAGE_SECONDS": 20.0,  # a page that takes longer to extract goes to quarantine
    "NEWSCRAWL_STORE_PATIENCE": 120.0,  # seconds that a write waits for a store that went away
    "NEWSCRAWL_REVISIT_HOURS": [1, 6, 24, 168],  # ages at which an article is looked at again; a site may have its own
    "NEWSCRAWL_POLL_MINUTES_LEAST": 5.0,  # a feed or listing that brings much is due again after so long
    "NEWSCRAWL_POLL_MINUTES_MOST": 1440.0,  # and one that brings nothing after so long
    "NEWSCRAWL_RETRY_SECONDS": [10, 120, 1800, 21600],  # pauses before each further try; then a page is given up
    "NEWSCRAWL_WAIT": 30.0,  # seconds that a crawl waits for what failed or a host at rest, with nothing else to do
    "NEWSCRAWL_ROWS_IN_HAND": 400,  # URLs of the frontier that a crawl holds in memory
    "NEWSCRAWL_MAX_LISTING_PAGES": 50,  # pages of one listing that are walked at most
    "NEWSCRAWL_MAX_SITEMAPS": 200,  # sitemaps of one sitemap index that are read at most
    "NEWSCRAWL_MAX_SITEMAP_DEPTH": 3,  # sitemap indexes within sitemap indexes
    "NEWSCRAWL_MAX_ARTICLE_PAGES": 20,  # further pages of one article that are joined at most
    "NEWSCRAWL_MAX_DEPTH": 20,  # links that `any` follows away from its URL
    "NEWSCRAWL_MAX_PAGES": 100_000,  # pages of one site that one crawl queues at most
    "NEWSCRAWL_MAX_CRAWL_DELAY": 60.0,  # seconds; a Crawl-delay in robots.txt that asks for more gets this
    "NEWSCRAWL_MAX_REST": 86_400.0,  # seconds that a host is left alone at most, whatever its Retry-After says
    "NEWSCRAWL_OPT_OUTS": {},  # opt-outs that are only noted, not obeyed: {"tdm": "mark"}
    "NEWSCRAWL_TDMREP": True,  # ask each host for its tdmrep.json, once a day
    "NEWSCRAWL_MIN_FREE_MB": 500,  # a crawl stops when the disk has less room
    "NEWSCRAWL_PROGRESS": "auto",  # a live display: auto (on a terminal), on, off
    "NEWSCRAWL_BROWSER_SECONDS": 40.0,  # a page that keeps the browser busy for longer is given up
    "NEWSCRAWL_CHROMIUM": "",  # path of the browser; empty: looked for
    "NEWSCRAWL_REQUIRE_CONTACT": False,  # refuse to crawl without NEWSCRAWL_CONTACT
    "NEWSCRAWL_LOG_FILE": False,  # also log to NEWSCRAWL_DATA/logs, rotated
}

LOGGING: dict[str, Any] = {
    "LOG_LEVEL": "INFO",  # default DEBUG: a line for every request
    "LOG_FORMATTER": "newscrawl.crawl.log_format.QuietLogFormatter",
    "STATS_DUMP": False,  # default True; the run report says it in the user's words
}

PRODUCTION: dict[str, Any] = {
    "LOG_LEVEL": "WARNING",  # a scheduled crawl speaks when something is wrong
    "NEWSCRAWL_REQUIRE_CONTACT": True,  # whoever crawls every day can be written to
    "NEWSCRAWL_LOG_FILE": True,
}
"""What differs where ``NEWSCRAWL_POLICY`` is ``production``."""

POLICY: dict[str, Any] = {**POLITENESS, **LIMITS, **SAFETY, **SPEED, **ORDER, **BROWSER, **OURS, **LOGGING}
