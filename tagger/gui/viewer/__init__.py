"""One photo, with what was recognised in it on top."""
