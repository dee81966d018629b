"""A small web of regional papers, to try the crawler on this machine. Knows nothing of the rest of newscrawl."""
