"""Taking what is known to other programs, and keyword lists of theirs in."""
