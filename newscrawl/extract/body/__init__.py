"""The words of the story: which blocks are its own, and which lines of them."""
