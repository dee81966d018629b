"""The shipped sites, one a file: what a publisher does differently, and its oddities in the file's docstring."""
