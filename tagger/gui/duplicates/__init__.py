"""The page of near-duplicates: groups, compared and cleaned up."""
