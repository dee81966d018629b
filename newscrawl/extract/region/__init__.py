"""Where on the page the article is: the container of its text, and what is about it around that."""
