"""``JAKARTA, KOMPAS.com --``: the place and the source in front of a story."""

from newscrawl.extract.datelines.forms import split_dateline

__all__ = ["split_dateline"]
