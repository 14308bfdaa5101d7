"""The inspector: suggestions to decide on, tags, and facts of the selected photo."""
