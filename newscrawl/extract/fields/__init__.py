"""What a page says of its article beside words, people and moments: section, tags, language, rights, addresses."""
