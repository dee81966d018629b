"""The pictures of the story, with their captions and credits."""
