"""A newcomer's first crawl: as polite as production, and it tells what it does."""

from settings.base import *

LOG_LEVEL = "INFO"  # Scrapy's default is DEBUG: a line for every request
