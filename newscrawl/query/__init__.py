"""Questions about stored articles: find, search, count, export."""

from newscrawl.model.plain_text import printable
from newscrawl.query.export import write_csv, write_jsonl
from newscrawl.query.filters import read_filters
from newscrawl.query.questions import Hit, count, find, search, stats

__all__ = ["Hit", "count", "find", "printable", "read_filters", "search", "stats", "write_csv", "write_jsonl"]
