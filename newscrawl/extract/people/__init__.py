"""Who wrote the article and who edited it, as the page declares and prints it."""
