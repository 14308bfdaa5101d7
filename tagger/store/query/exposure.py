"""How a photo was taken, asked for as photographers write it: ``iso>800``, ``f<=2.8``, ``exposure:1/250``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tagger.store.query import text
from tagger.store.query.condition import Condition
from tagger.store.query.given import Given


@dataclass(frozen=True, slots=True)
class Quantity:
    """A column with a number above zero.

    Attributes:
        column: Of ``photos``.
        pattern: What a value looks like; a second group is what the first is divided by.
        advice: What to write instead of nonsense.
        example: One in a range.
        nearness: How far a value may be from the one asked for, as a share of it, to count as equal: cameras round.
    """

    column: str
    pattern: re.Pattern[str]
    advice: str
    example: str
    nearness: float

    def read(self, given: Given) -> Condition:
        """The condition that a value of the search text means.

        Raises:
            QueryError: it is not such a value.
        """
        first, last = (self._one(given, value) if value else None for value in given.range(self.example))
        if given.operator in (">", ">=", "<", "<="):
            assert first is not None
            return Condition(f"({self.column} IS NOT NULL AND {self.column} {given.operator} ?)", (first,))
        low = 0.0 if first is None else first * (1 - self.nearness)
        high = 1e12 if last is None else last * (1 + self.nearness)
        return Condition(f"({self.column} IS NOT NULL AND {self.column} BETWEEN ? AND ?)", (low, high))

    def _one(self, given: Given, value: str) -> float:
        match = self.pattern.fullmatch(value)
        divisor = float(match[2] or 1) if match and match.re.groups > 1 else 1.0
        if match is None or not divisor:
            raise given.error(f"“{text.storable(value)[:40]}” is not a value of “{given.field}”.", self.advice)
        return float(match[1]) / divisor


_DECIMAL = r"([0-9]{1,7}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})"

# Shutter times lie a third of a stop, 26 %, apart; f-numbers 12 %.
_TIME = Quantity(
    "photos.exposure_s",
    re.compile(_DECIMAL + r"(?:/([0-9]{1,6}(?:\.[0-9]{1,3})?))?\s*s?", re.IGNORECASE),
    "Write seconds, such as 1/250, 0.5 or 30.",
    "exposure:1/60..2",
    0.06,
)
_F = Quantity(
    "photos.f_number", re.compile(r"(?:f/?)?" + _DECIMAL, re.IGNORECASE), "Write a number such as 2.8.", "f:2..4", 0.03
)
_ISO = Quantity("photos.iso", re.compile(_DECIMAL), "Write a number such as 800.", "iso:100..800", 0.001)
_FOCAL = Quantity(
    "photos.focal_mm",
    re.compile(_DECIMAL + r"\s*(?:mm)?", re.IGNORECASE),
    "Write millimetres, such as 50.",
    "focal:24..70",
    0.01,
)

READERS: dict[str, Callable[[Given], Condition]] = {
    "iso": _ISO.read,
    "f": _F.read,
    "exposure": _TIME.read,
    "focal": _FOCAL.read,
}
"""What each of these fields means."""
