"""Near-duplicates: found exactly, grouped without chains, cleaned up so that it can be taken back."""
