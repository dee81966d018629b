"""Scheduled crawls: quiet, logged to files, and unwilling to start without a contact that publishers can write to."""

from settings.base import *

NEWSCRAWL_POLICY = "production"  # newscrawl/crawl/policy.py, PRODUCTION
