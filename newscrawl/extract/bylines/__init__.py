"""A line of text that says who wrote, edited or signed."""
