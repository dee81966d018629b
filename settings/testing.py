"""The tests' crawls: hosts on this machine only, so nobody needs to be spared."""

from settings.base import *

LOG_LEVEL = "INFO"
DOWNLOAD_DELAY = 0
CONCURRENT_REQUESTS_PER_DOMAIN = 8
AUTOTHROTTLE_ENABLED = False
RETRY_TIMES = 1
DOWNLOAD_TIMEOUT = 10
NEWSCRAWL_PROGRESS = "off"
NEWSCRAWL_RETRY_SECONDS = [0.2]  # what fails in a test fails for good
NEWSCRAWL_WAIT = 2.0
