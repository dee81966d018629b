"""The page as it was sent: decoded, within bounds, parsed once, with its structured data and its blocks of text."""
