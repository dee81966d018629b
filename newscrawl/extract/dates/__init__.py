"""A date in a text: its day, its time of day and its zone, or its distance from now."""

from newscrawl.extract.dates.reading import parse_date

__all__ = ["parse_date"]
