"""What words mean, in the languages that the crawler reads: tables, and the questions that are asked of them."""
