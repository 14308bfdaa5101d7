"""The user's words: from what a backend calls a thing to the tag it becomes."""
