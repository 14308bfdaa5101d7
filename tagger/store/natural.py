"""Names in the order in which people count, for the library's own SQL: an index keeps a million of them sorted."""

from __future__ import annotations

import re

NATURAL = "natural_key"
"""The function of SQL that every connection of a library has: `natural`."""

_DIGITS = re.compile(r"[0-9]+")
_MOST_DIGITS = 20


def natural(name: str) -> str:
    """A key that sorts names as people count, whatever the case; ``a2`` before ``a10``, ``a02`` beside ``a2``.

    An index is made of it: what it gives for a name is never changed without making that index anew.
    """
    return _DIGITS.sub(_padded, name.casefold())


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(_MOST_DIGITS)
