"""A crawler for regional news sites: articles as clean data, in a store that answers questions."""

__version__ = "0.1.0"
