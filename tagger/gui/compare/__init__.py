"""Two photos beside each other, or one over the other."""
