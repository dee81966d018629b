"""Letters and words: what makes two texts comparable, lists of words, and answers that are remembered."""
