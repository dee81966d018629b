"""Scrapy's part: spiders, pipelines, extensions, and the add-on that joins them. The only package that knows Scrapy."""
