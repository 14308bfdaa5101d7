"""What exiftool says of each test photo, in the terms of this program, to be compared with what the program reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tagger.entities import PhotoFacts
from tagger.errors import SidecarError
from tagger.metadata.embedded import Embedded, read_embedded
from tagger.metadata.facts import facts_of, orientation_of
from tagger.metadata.xmp import XmpDocument

Facts = dict[str, Any]
CORNERS = 3
"""Decimals of the corners of regions that are compared."""


def files(shared: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every file of the set with what exiftool reports of it."""
    manifest = json.loads((shared / "photos" / "MANIFEST.json").read_text(encoding="utf-8"))
    yield from ((entry["file"], entry["expected"]) for entry in manifest["files"])


def ours(path: Path) -> Facts:
    """What this program reads of a photo or a sidecar."""
    if path.suffix.casefold() == ".xmp":
        try:
            document = XmpDocument.parse(path.read_bytes())
        except SidecarError:
            return _ours(PhotoFacts(), 1)
        return _ours(facts_of(Embedded(), [document]), 1)
    embedded = read_embedded(str(path))
    return _ours(facts_of(embedded), orientation_of(embedded, embedded.document()))


def _ours(facts: PhotoFacts, orientation: int) -> Facts:
    return {
        "taken": (facts.taken_at or "")[:19],
        "camera": facts.camera or "",
        "orientation": orientation,
        "rating": facts.rating,
        "label": facts.colour_label or "",
        "title": facts.title or "",
        "caption": facts.caption or "",
        "keywords": sorted({word for tag in facts.keywords for name in tag.split("|") for word in name.split("/")}),
        "regions": [
            (each.name, *(round(value, CORNERS) for value in (each.box.x, each.box.y, each.box.w, each.box.h)))
            for each in facts.regions
        ],
    }


def theirs(file: str, expected: dict[str, Any]) -> Facts:
    """What exiftool reports of it, taken in the order in which this program believes the sources."""
    sidecar = file.casefold().endswith(".xmp")
    date = str(expected.get("datetime_original", "")).strip()
    orientation = 1 if sidecar else expected.get("orientation") or expected.get("orientation_xmp") or 1
    return {
        "taken": "" if date.startswith("0000") else date[:10].replace(":", "-") + date[10:19].replace(" ", "T"),
        "camera": " ".join(str(expected.get("model", "")).split()),
        "orientation": orientation,
        "rating": _number(expected, "rating", "rating_exif", "rating_acdsee"),
        "label": expected.get("label", ""),
        "title": " ".join(str(expected.get("title", "")).split()),
        "caption": _text(expected, "description", "iptc_caption", "exif_description"),
        "keywords": sorted({word.strip() for word in _words(expected.get("keywords", {}))}),
        "regions": list(_regions(expected, orientation)),
    }


def agree(field: str, our: Any, their: Any) -> bool:
    """Whether they say the same; the maker's name may stand before the camera's."""
    return our == their or (field == "camera" and bool(their) and our.endswith(their))


def _number(expected: dict[str, Any], *names: str) -> int | None:
    return next((int(expected[name]) for name in names if name in expected), None)


def _text(expected: dict[str, Any], *names: str) -> str:
    texts = (str(expected.get(name, "")).replace("\r\n", "\n").strip("\0 \n") for name in names)
    return next(filter(None, texts), "")


def _words(properties: dict[str, Any]) -> list[str]:
    lists = [
        value if isinstance(value, list) else [value] for key, value in properties.items() if key != "acdsee:categories"
    ]
    return [word for values in lists for value in values for word in str(value).replace("|", "/").split("/")]


def _regions(expected: dict[str, Any], orientation: int) -> Iterator[tuple[Any, ...]]:
    """Name, left, top, width, height on the upright photo: of mwg-rs, else of Microsoft, and those of IPTC."""
    named = expected.get("regions_mwg", {}).get("RegionList", ())
    for each in named:
        if "Area" in each:
            area = each["Area"]
            yield each.get("Name", ""), *_turned(area["X"], area["Y"], area["W"], area["H"], orientation)
    for each in () if named else expected.get("regions_mp", {}).get("Regions", ()):
        x, y, w, h = (float(part) for part in each["Rectangle"].split(","))
        yield each["PersonDisplayName"], *_turned(x + w / 2, y + h / 2, w, h, orientation)
    for each in expected.get("regions_iptc", ()):
        edge = each["RegionBoundary"]
        if edge["RbShape"] == "rectangle":
            x, y, w, h = (edge[f"Rb{side}"] for side in "XYWH")
        elif edge["RbShape"] == "circle":
            radius, tall = edge["RbRx"], edge["RbRx"] * expected["width"] / expected["height"]
            x, y, w, h = edge["RbX"] - radius, edge["RbY"] - tall, 2 * radius, 2 * tall
        else:
            across, down = ([point[f"Rb{axis}"] for point in edge["RbVertices"]] for axis in "XY")
            x, y, w, h = min(across), min(down), max(across) - min(across), max(down) - min(down)
        yield each["Name"], *_turned(x + w / 2, y + h / 2, w, h, orientation)


def _turned(x: float, y: float, w: float, h: float, orientation: int) -> tuple[float, ...]:
    """The table of MWG 2.0 for centres; of the set's photos with regions, 3 and 6 occur."""
    x, y, w, h = {1: (x, y, w, h), 3: (1 - x, 1 - y, w, h), 6: (1 - y, x, h, w)}[orientation]
    return tuple(round(value, CORNERS) for value in (x - w / 2, y - h / 2, w, h))
