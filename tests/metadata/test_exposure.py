"""How photos were exposed, and where."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tagger.metadata import values
from tagger.metadata.embedded import Embedded
from tagger.metadata.exposure import Exposure, exposure
from tagger.metadata.facts import facts_of, read_facts
from tagger.metadata.xmp import XmpDocument
from tests.metadata.manifest import files
from tests.metadata.samples import items, xmp

FIELDS = {
    "exposure_s": "ExposureTime",
    "f_number": "FNumber",
    "iso": "ISO",
    "focal_mm": "FocalLength",
    "latitude": "GPSLatitude",
    "longitude": "GPSLongitude",
    "altitude_m": "GPSAltitude",
}
APEX = "exiftool reports a value of the maker's notes, or none; ours is by the logarithm in EXIF"
MAKERS = "it is in the maker's notes alone"
DIFFERENCES = {
    ("photos/ExifTool.jpg", "exposure_s"): APEX,
    ("photos/this-is-a-jpeg.png", "f_number"): APEX,
    ("photos/Issue 247-1.nef", "iso"): MAKERS,
    ("photos/Nikon D5000.jpg", "latitude"): "the fields of EXIF are blank; ours is of XMP",
    ("photos/Nikon D5000.jpg", "longitude"): "the fields of EXIF are blank; ours is of XMP",
}


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_all_photos_are_exposed_as_exiftool_says(shared: Path) -> None:
    root = shared / "photos"
    names = [file for file, _expected in files(shared) if not file.casefold().endswith(".xmp")]
    tags = [f"-{tag}" for tag in FIELDS.values() if "GPSLat" not in tag and "GPSLong" not in tag]
    command = ["exiftool", "-j", "-n", *tags, "-Composite:GPSLatitude", "-Composite:GPSLongitude", *names]
    answer = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=60)
    reported = {each["SourceFile"]: each for each in json.loads(answer.stdout)}
    known, agreed = set(DIFFERENCES), 0
    for name in names:
        facts = read_facts(str(root / name))
        for field, tag in FIELDS.items():
            our, their = getattr(facts, field), reported.get(name, {}).get(tag) or None
            their = None if isinstance(their, str) and values.number(their) is None else their
            if (name, field) in known:
                known.discard((name, field))
                assert our != their, f"{name}: {field} is no difference any more"
            elif our is None or their is None:
                assert our is None and their is None, (name, field, our, their)  # noqa: PT018
            else:
                assert our == pytest.approx(float(their), rel=1e-6, abs=0.051 if field == "altitude_m" else 1e-9), (
                    name,
                    field,
                )
                agreed += 1
    assert not known
    assert agreed >= 200


def told(**exif: str) -> Exposure:
    return exposure({f"Exif.Photo.{key}": value for key, value in exif.items()}, [])


def test_values_beyond_any_camera_are_none() -> None:
    assert told(ExposureTime="1/250", FNumber="28/10", ISOSpeedRatings="800", FocalLength="50/1") == Exposure(
        0.004, 2.8, 800, 50.0
    )
    assert told(ExposureTime="0/1", FNumber="0/0", ISOSpeedRatings="0", FocalLength="-5/1") == Exposure()
    assert told(ExposureTime="4294967295/1", FNumber="inf", ISOSpeedRatings="nan", FocalLength="") == Exposure()
    assert told(ISOSpeedRatings="65535", RecommendedExposureIndex="102400").iso == 102_400
    assert told(ShutterSpeedValue="8/1", ApertureValue="3/1") == Exposure(exposure_s=0.00391, f_number=2.83)
    assert told(ShutterSpeedValue="9999999/1", ApertureValue="-9999999/1") == Exposure()


def test_sidecars_tell_what_exif_does_not() -> None:
    document = XmpDocument.parse(
        xmp(items("exif:ISOSpeedRatings", ["400"], "Seq"), 'exif:ExposureTime="1/60" exif:FNumber="4/1"')
    )
    assert exposure({}, [document]) == Exposure(1 / 60, 4.0, 400)
    assert exposure({"Exif.Photo.ExposureTime": "1/30"}, [document]).exposure_s == 1 / 30


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("34/1", "0", 34.0),
        ("28/10", "1", -2.8),
        ("28/10", "\x01", -2.8),
        ("12345/1000", None, 12.3),
        ("999999/1", "0", None),
        ("0/0", "0", None),
        (None, None, None),
    ],
)
def test_altitudes(text: str | None, reference: str | None, expected: float | None) -> None:
    assert values.altitude(text, reference) == expected


def test_the_zone_is_known_apart() -> None:
    for moment, offset in (
        ("2021-04-11T15:47:53.054-05:00", "-05:00"),
        ("2021-04-11T15:47:53+00:00", "+00:00"),
        ("2021-04-11T15:47:53", None),
        ("2021-04-11", None),
        (None, None),
    ):
        assert values.offset_of(moment) == offset
    exif = {"Exif.Photo.DateTimeOriginal": "2021:04:11 15:47:53", "Exif.Photo.OffsetTimeOriginal": "+05:30"}
    facts = facts_of(Embedded(exif | {"Exif.Photo.SubSecTimeOriginal": "05"}))
    assert (facts.taken_at, facts.taken_offset) == ("2021-04-11T15:47:53.05+05:30", "+05:30")
