"""Regions in all eight orientations, as exiftool reads them, laid over the pixels as they are stored."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tagger.entities import Box
from tagger.metadata.change import OwnRegion, SidecarChange
from tagger.metadata.embedded import read_embedded
from tagger.metadata.frames import stored
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import export_sidecar

TURNED_BACK = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip
"""What makes the stored picture of the upright one: the inverse of what each orientation asks for."""

UPRIGHT, RED = (320, 200), (255, 0, 0)
BOX = Box(0.125, 0.2, 0.25, 0.3)


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_regions_lie_where_the_thing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddedReader, "read", lambda self, path: read_embedded(path))
    pictures: dict[str, Image.Image] = {}
    for orientation, back in TURNED_BACK.items():
        picture = Image.new("RGB", UPRIGHT, (0, 0, 255))
        ImageDraw.Draw(picture).rectangle((40, 40, 119, 99), fill=RED)
        kept = picture if back is None else picture.transpose(back)
        exif = Image.Exif()
        exif[0x0112] = orientation
        path = tmp_path / f"{orientation}.png"
        kept.save(path, exif=exif)
        pictures[f"{path}.xmp"] = kept
        place = stored(BOX, orientation)
        regions = (OwnRegion(1, "mwg-rs", "face", "Ann", place), OwnRegion(2, "iptc", "object", "Dog", place))
        result = export_sidecar(str(path), SidecarChange((), regions=regions, size=kept.size), reader=EmbeddedReader())
        assert result.error is None
    command = ["exiftool", "-j", "-struct", "-n", "-XMP-mwg-rs:RegionInfo", "-XMP-iptcExt:ImageRegion"]
    ran = subprocess.run([*command, *pictures], capture_output=True, check=True)
    found = {each["SourceFile"]: each for each in json.loads(ran.stdout)}
    assert len(found) == 8
    for name, kept in pictures.items():
        [face] = found[name]["RegionInfo"]["RegionList"]
        stated, area = found[name]["RegionInfo"]["AppliedToDimensions"], face["Area"]
        assert (stated["W"], stated["H"]) == kept.size
        corner = (area["X"] - area["W"] / 2, area["Y"] - area["H"] / 2)
        assert is_the_red_one(kept, *corner, area["W"], area["H"]), name
        boundary = found[name]["ImageRegion"][0]["RegionBoundary"]
        assert is_the_red_one(kept, *(boundary[key] for key in ("RbX", "RbY", "RbW", "RbH"))), name


def is_the_red_one(picture: Image.Image, x: float, y: float, w: float, h: float) -> bool:
    width, height = picture.size
    edges = (x * width, y * height, (x + w) * width, (y + h) * height)
    box = tuple(round(edge) for edge in edges)
    inside = picture.crop(box)  # type: ignore[arg-type]
    return inside.getcolors() == [(80 * 60, RED)]
