"""The places of the library: folders, labels, tags and what is waiting."""
