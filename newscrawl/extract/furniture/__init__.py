"""Lines of text that stand in a story and are none of it, told by their words."""
