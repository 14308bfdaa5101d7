"""The folders of a library: walk, compare stamps, read what is new, keep it."""
