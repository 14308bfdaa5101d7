"""File paths in SQLite.

Names that are not valid UTF-8 are kept as BLOBs, since TEXT could not hold them without loss.
"""

from __future__ import annotations

import os


def to_db(path: str) -> str | bytes:
    """The value to store for a path (str with surrogate escapes, as the os module gives it)."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def from_db(value: str | bytes) -> str:
    """The path behind a stored value."""
    return os.fsdecode(value) if isinstance(value, bytes) else value


def display_name(path: str) -> str:
    """The file's name as it can be shown and searched: what is not valid text becomes U+FFFD."""
    return os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
