"""What every deployment shares: the names that Scrapy reads before add-ons; all the rest is the add-on's.

The policy (politeness, limits, identity) stands in newscrawl/crawl/policy.py with a reason for each value. What is set
here or in the files beside this one wins over it.
"""

BOT_NAME = "newscrawl"
ADDONS = {"newscrawl.crawl.addon.NewscrawlAddon": 500}
# Scrapy looks for these two before it loads add-ons.
SPIDER_LOADER_CLASS = "newscrawl.crawl.loader.SiteSpiderLoader"
COMMANDS_MODULE = "newscrawl.crawl.commands"
