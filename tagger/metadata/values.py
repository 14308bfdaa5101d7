"""Values of EXIF, IPTC and XMP as the program keeps them. Pure functions; nonsense gives None."""

from __future__ import annotations

import datetime
import math
import re

_DATE = re.compile(
    r"\s*(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
)
_OFFSET = re.compile(r"\s*(?:(Z)|([+-]\d{2}):?(\d{2}))\s*\Z")
_COMPANY = re.compile(
    r"[\s,]*\b(imaging corp\w*|corporation|corp|company|techwin|co|ltd|inc|ag|gmbh)\b\.?", re.IGNORECASE
)
_PERCENT_STARS = ((99, 5), (75, 4), (50, 3), (25, 2), (1, 1))
_NUMBER = re.compile(r"\s*([+-]?\d{1,12}(?:\.\d{1,20})?)(?:/(\d{1,12}))?")
MAX_CHARS = 10_000


def timestamp(text: str | None, *, subsecond: str | None = None, offset: str | None = None) -> str | None:
    """A date of EXIF (``2008:05:30 15:56:01``), IPTC or XMP as ISO 8601.

    Args:
        text: the date, with or without time, fraction and zone.
        subsecond: digits of EXIF's SubSecTimeOriginal, used if ``text`` has no fraction.
        offset: EXIF's OffsetTimeOriginal such as ``+02:00``, used if ``text`` has no zone.

    Returns:
        ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SS[.fff][+HH:MM]``; None for dates that do not exist, such as all zeros.
    """
    match = _DATE.match(text or "")
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        day_taken = datetime.date(int(year), int(month), int(day))
        time_taken = datetime.time(int(hour or 0), int(minute or 0), min(int(second or 0), 59))
    except ValueError:
        return None
    if hour is None:
        return day_taken.isoformat()
    digits = (fraction or _digits(subsecond)).rstrip("0")
    return f"{day_taken}T{time_taken}" + (f".{digits}" if digits else "") + _zone(zone or offset)


def offset_of(moment: str | None) -> str | None:
    """The zone at the end of a moment as `timestamp` writes it, such as ``+02:00``; None where it states none."""
    return moment[-6:] if moment and len(moment) > 19 and moment[-6] in "+-" else None


def _digits(text: str | None) -> str:
    found = (text or "").strip("\0 ")
    return found[:9] if found.isascii() and found.isdigit() else ""


def _zone(text: str | None) -> str:
    match = _OFFSET.match(text or "")
    if match is None:
        return ""
    return "+00:00" if match[1] else f"{match[2]}:{match[3]}"


def camera(make: str | None, model: str | None) -> str | None:
    """Make and model without saying the make twice: ``Canon EOS 40D``, ``FUJIFILM X100V``."""
    brand, name = _COMPANY.sub("", line(make) or "").strip(), line(model) or ""
    if not name:
        return line(make)
    first = brand.split(" ")[0].casefold()
    return name if not first or name.casefold().startswith(first) else f"{brand} {name}"


def stars(text: str | None) -> int | None:
    """A rating of XMP or EXIF: -1 for rejected, 0..5; None outside."""
    value = number(text)
    return int(value) if value is not None and -1 <= value <= 5 else None


def percent_stars(text: str | None) -> int | None:
    """Microsoft's rating 0, 1, 25, 50, 75, 99 as 0..5 stars."""
    value = number(text)
    if value is None or not 0 <= value <= 100:
        return None
    return next((count for least, count in _PERCENT_STARS if value >= least), 0)


def number(text: str | None) -> float | None:
    """A number or EXIF rational at the start of the text."""
    match = _NUMBER.match(text or "")
    if match is None:
        return None
    divisor = float(match[2] or 1)
    return float(match[1]) / divisor if divisor else None


def degrees(text: str | None, reference: str | None, *, limit: float) -> float | None:
    """A coordinate in degrees, south and west negative.

    Args:
        text: EXIF's ``52/1 27/1 3787/100``, XMP's ``53,7.95354N`` or ``53,7,57N``, or plain degrees.
        reference: ``N``, ``S``, ``E`` or ``W`` where the text has none.
        limit: the largest magnitude that exists, 90 or 180.
    """
    stripped = (text or "").strip("\0 ")
    if not stripped or len(stripped) > 200:
        return None
    if stripped[-1].upper() in "NSEW":
        stripped, reference = stripped[:-1], stripped[-1]
    parts = [number(part) for part in re.split(r"[ ,]+", stripped)]
    if not 1 <= len(parts) <= 3:
        return None
    size = 0.0
    for power, part in enumerate(parts):
        if part is None:
            return None
        size += abs(part) / 60**power
    south_west = (reference or "").strip("\0 ").upper()[:1] in {"S", "W"} or (parts[0] or 0) < 0
    return None if not math.isfinite(size) or size > limit else -size if south_west else size


def written_degrees(value: float, positive: str, negative: str) -> str:
    """A coordinate as XMP has it, such as ``52,30.600000N``; to a few millimetres."""
    minutes = round(abs(value) * 60, 6)
    return f"{int(minutes // 60)},{minutes % 60:.6f}{negative if value < 0 else positive}"


def altitude(text: str | None, reference: str | None) -> float | None:
    """Metres above sea level of EXIF or XMP, with one decimal; a reference of 1 means below. None beyond the earth."""
    metres = number((text or "").strip("\0 "))
    if metres is None or abs(metres) > 100_000:
        return None
    below = (reference or "").strip() in {"1", "\x01"}
    return round(-abs(metres) if below else metres, 1)


def line(text: str | None) -> str | None:
    """Text on one line, without control characters; None if nothing is left."""
    return (
        " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", (text or "")[:MAX_CHARS].split("\0")[0]).split())
        or None
    )


def prose(text: str | None) -> str | None:
    """Text of several lines, without other control characters; None if nothing is left."""
    unified = (text or "")[:MAX_CHARS].replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]", "", unified).strip() or None
