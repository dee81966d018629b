"""When the article was published and changed: every candidate with its source, and the choice."""
