"""Scrapy's side of the frontier: rows become requests, and what becomes of a request is written back to its row."""
