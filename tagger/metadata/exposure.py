"""How a photo was exposed, from EXIF or, where that is silent, from XMP. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tagger.metadata import values
from tagger.metadata.namespaces import EXIF, EXIF_EX, name
from tagger.metadata.xmp import XmpDocument

LONGEST_S = 7 * 86_400.0
MOST_ISO = 10_000_000


@dataclass(frozen=True, slots=True)
class Exposure:
    """Shutter time in seconds, f-number, ISO speed, focal length in mm of the lens as it is; None: not known."""

    exposure_s: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_mm: float | None = None


def exposure(exif: Mapping[str, str], documents: Sequence[XmpDocument]) -> Exposure:
    """The exposure of a photo; zeros and values beyond any camera count as not known."""
    speed = _first(exif, documents, _ISO, _ISO_XMP, lambda value: 0 < value <= MOST_ISO and value != 65535)
    return Exposure(
        _first(exif, documents, _TIME, _TIME_XMP, lambda value: 0 < value <= LONGEST_S)
        or _apex(exif, "ShutterSpeedValue", -1.0),
        _first(exif, documents, _F, _F_XMP, lambda value: 0 < value < 1000) or _apex(exif, "ApertureValue", 0.5),
        None if speed is None else round(speed),
        _first(exif, documents, _FOCAL, _FOCAL_XMP, lambda value: 0 < value < 100_000),
    )


def _keys(*names: str) -> tuple[str, ...]:
    """Where EXIF has them; TIFF/EP and DNG may keep them beside the picture's own fields."""
    return tuple(f"Exif.{group}.{each}" for each in names for group in ("Photo", "Image"))


# ISOSpeedRatings has 16 bits; beyond, the others say it (EXIF 2.3, PhotographicSensitivity).
_ISO = _keys("ISOSpeedRatings", "RecommendedExposureIndex", "StandardOutputSensitivity", "ISOSpeed")
_TIME, _F, _FOCAL = _keys("ExposureTime"), _keys("FNumber"), _keys("FocalLength")
_ISO_XMP = (name(EXIF, "ISOSpeedRatings"), name(EXIF_EX, "PhotographicSensitivity"))
_TIME_XMP, _F_XMP = (name(EXIF, "ExposureTime"),), (name(EXIF, "FNumber"),)
_FOCAL_XMP = (name(EXIF, "FocalLength"),)


def _first(
    exif: Mapping[str, str],
    documents: Sequence[XmpDocument],
    keys: Sequence[str],
    properties: Sequence[str],
    possible: Callable[[float], bool],
) -> float | None:
    stated = [exif.get(key) for key in keys]
    stated += [document.text(prop) for document in documents for prop in properties]
    return next((value for each in stated if (value := values.number(each)) is not None and possible(value)), None)


def _apex(exif: Mapping[str, str], field: str, factor: float) -> float | None:
    """Shutter time or f-number by its logarithm (EXIF 2.32, annex C), with the three digits that has."""
    value = values.number(exif.get(f"Exif.Photo.{field}"))
    if value is None or not 0 < abs(value) < 20:
        return None
    return float(f"{math.pow(2.0, value * factor):.3g}")
