"""EXIF as Pillow reads it, under exiv2's names, for files that exiv2 cannot open (BigTIFF, broken containers)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_IFD0 = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0112: "Orientation",
    0x4746: "Rating",
    0x4749: "RatingPercent",
    0x9C9E: "XPKeywords",
}
_PHOTO = {
    0x829A: "ExposureTime",
    0x829D: "FNumber",
    0x8827: "ISOSpeedRatings",
    0x8832: "RecommendedExposureIndex",
    0x9003: "DateTimeOriginal",
    0x9004: "DateTimeDigitized",
    0x9011: "OffsetTimeOriginal",
    0x9012: "OffsetTimeDigitized",
    0x9291: "SubSecTimeOriginal",
    0x9292: "SubSecTimeDigitized",
    0x9286: "UserComment",
    0x9201: "ShutterSpeedValue",
    0x9202: "ApertureValue",
    0x920A: "FocalLength",
    0xA434: "LensModel",
}
_GPS = {
    1: "GPSLatitudeRef",
    2: "GPSLatitude",
    3: "GPSLongitudeRef",
    4: "GPSLongitude",
    5: "GPSAltitudeRef",
    6: "GPSAltitude",
}
_EXIF_IFD = 0x8769
_GPS_IFD = 0x8825


def pillow_exif(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    """Key and value of the fields that matter here, spelled as exiv2 spells them."""
    sources = (
        ("Image", dict(exif), _IFD0),
        ("Photo", exif.get_ifd(_EXIF_IFD), _PHOTO),
        ("GPSInfo", exif.get_ifd(_GPS_IFD), _GPS),
    )
    for group, values, fields in sources:
        for tag, name in fields.items():
            if tag in values:
                yield f"Exif.{group}.{name}", _spelled(values[tag], utf16=name.startswith("XP"))


def _spelled(value: object, *, utf16: bool) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16-le" if utf16 else "utf-8", "replace")
    if isinstance(value, tuple):
        return " ".join(_spelled(part, utf16=False) for part in value)
    numerator, denominator = getattr(value, "numerator", None), getattr(value, "denominator", None)
    if numerator is not None and denominator is not None and not isinstance(value, int):
        return f"{numerator}/{denominator}"
    return str(value)
