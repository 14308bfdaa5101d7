"""What the metadata of files says, as columns of photos and rows of their regions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from tagger.entities import Box, PhotoFacts, PhotoId, Region
from tagger.store.database import Database

_COLUMNS = (
    "taken_at",
    "taken_offset",
    "camera",
    "lens",
    "exposure_s",
    "f_number",
    "iso",
    "focal_mm",
    "rating",
    "colour_label",
    "title",
    "caption",
    "latitude",
    "longitude",
    "altitude_m",
)


def columns(facts: PhotoFacts) -> dict[str, Any]:
    """The facts of a photo by the names of their columns; keywords and regions have tables of their own."""
    return {name: getattr(facts, name) for name in _COLUMNS}


def from_columns(row: Mapping[str, Any], regions: tuple[Region, ...]) -> PhotoFacts:
    """The facts in a row of ``photos``."""
    return PhotoFacts(**{name: row[name] for name in _COLUMNS}, regions=regions)


def replace_regions(db: Database, photo_id: PhotoId, regions: Sequence[Region]) -> None:
    """Keep the regions that the files of a photo name now, instead of those they named before."""
    db.conn.execute("DELETE FROM photo_regions WHERE photo_id = ?", (photo_id,))
    db.conn.executemany(
        "INSERT INTO photo_regions (photo_id, kind, name, x, y, w, h, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(photo_id, r.kind, r.name, r.box.x, r.box.y, r.box.w, r.box.h, r.source) for r in regions],
    )


def regions_of(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[Region, ...]]:
    """The regions of photos, in the order their files have them; photos without any are left out."""
    found: dict[int, list[Region]] = defaultdict(list)
    rows = db.conn.execute(
        "SELECT photo_id, kind, name, x, y, w, h, source FROM photo_regions"
        " WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id, rowid",
        (json.dumps(list(photo_ids)),),
    )
    for photo_id, kind, name, x, y, w, h, source in rows:
        found[photo_id].append(Region(kind, name, Box(x, y, w, h), source))
    return {photo_id: tuple(regions) for photo_id, regions in found.items()}


def people(db: Database) -> list[tuple[str, int]]:
    """The names of faces and persons with the number of their photos, in the order of the names."""
    return [
        (name, count)
        for name, count in db.conn.execute(
            "SELECT name, count(DISTINCT photo_id) FROM photo_regions"
            " WHERE name <> '' AND kind IN ('face', 'person') GROUP BY name ORDER BY name COLLATE NOCASE"
        )
    ]
