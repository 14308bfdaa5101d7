"""What a service sent, taken only as what it must be: anything else counts as not said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from tagger.entities import Box

MAX_TEXT = 200
MAX_FACTS = 60
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def mapping(value: Any) -> dict[str, Any]:
    """A JSON object; empty for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """A JSON array; empty for anything else."""
    return value if isinstance(value, list) else []


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON array; everything else in it is passed over."""
    return (item for item in items(value) if isinstance(item, dict))


def text(value: Any) -> str:
    """A JSON string on one line, without characters that show nothing or turn the writing round; else empty."""
    if not isinstance(value, str):
        return ""
    whole_letters = value[: MAX_TEXT * 4].encode("utf-8", "replace").decode()  # half a surrogate pair cannot be kept
    return _UNSEEN.sub(" ", whole_letters).strip()[:MAX_TEXT].rstrip()


def number(value: Any) -> float | None:
    """A finite number, also one written as a string; None for anything else."""
    if isinstance(value, str):
        try:
            value = float(value[:32])
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        result = float(value)
    except OverflowError:
        return None
    return result if math.isfinite(result) else None


def whole(value: Any) -> int | None:
    """A whole number, also one written as a string; None for anything else."""
    found = number(value)
    return int(found) if found is not None and found.is_integer() and abs(found) < 1 << 53 else None


def share(value: Any, full: float = 1.0) -> float | None:
    """A part of ``full`` as 0..1, held within it; None for anything that is no number."""
    found = number(value)
    return None if found is None else min(max(found / full, 0.0), 1.0)


def box(left: Any, top: Any, width: Any, height: Any) -> Box | None:
    """A box from fractions of the upright photo, cut at its edges; None where nothing of it is on the photo."""
    numbers = [number(value) for value in (left, top, width, height)]
    found = [value for value in numbers if value is not None]
    if len(found) < 4 or max(map(abs, found)) > 1e6:
        return None
    given = Box(*found)
    inside = min(found) >= 0 and given.x + given.w <= 1 and given.y + given.h <= 1
    clipped = given if inside else given.clipped()  # which rounds
    return clipped if clipped.w > 0 and clipped.h > 0 else None


def facts(prefix: str, value: Any) -> dict[str, str]:
    """A nested object as ``prefix.key.key`` -> text; what is null is left out, and so is all beyond `MAX_FACTS`."""
    found: dict[str, str] = {}
    _collect(prefix, value, found, 0)
    return found


def _collect(name: str, value: Any, found: dict[str, str], depth: int) -> None:
    if isinstance(value, dict) and depth < 6:
        for key, inner in value.items():
            _collect(f"{name}.{text(key)}", inner, found, depth + 1)
    elif isinstance(value, list):
        if told := ", ".join(filter(None, map(_told, value[:8]))):
            found[name] = told
    elif len(found) < MAX_FACTS and (told := _told(value)):
        found[name] = told


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)[:32]
    return text(value)
