"""What is known of the photos of a group, to choose the one to keep and to tell what they are to each other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tagger.store.database import Database
from tagger.store.paths import from_db

_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Facts:
    """One photo.

    Attributes:
        id, path, bytes, format, camera: As in the library.
        pixels: Width times height; 0 where they are not known.
        taken_at: As the camera wrote it, with the fraction of the second if it did.
        exposure: Shutter time in seconds, f-number and ISO, each None where it is not known.
        focal_mm: Focal length.
        mtime_ns: When the file was changed last.
        known: How much the user has said of it: tags, and one for a rating, a colour label and a caption each.
        stack: The photo that stands for its shot, where it is one of several files of that.
        sharpness: As measured from its thumbnail; None where it was not.
        chosen: Whether the user chose it to be kept.
    """

    id: int
    path: str
    bytes: int
    format: str | None
    camera: str | None
    pixels: int
    taken_at: str | None
    exposure: tuple[float | None, float | None, int | None]
    focal_mm: float | None
    mtime_ns: int
    known: int
    stack: int | None
    sharpness: float | None
    chosen: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return os.path.basename(self.path)

    @property
    def is_raw(self) -> bool:
        """Whether it is what a camera's sensor gave."""
        return self.format == "RAW"


def facts(db: Database, photo_ids: Sequence[int]) -> Iterator[Facts]:
    """What is known of photos; those that are not in the library are left out."""
    for start in range(0, len(photo_ids), _CHUNK):
        rows = db.conn.execute(
            "SELECT id, path, bytes, format, camera, coalesce(width * height, 0), taken_at, exposure_s, f_number, iso,"
            " focal_mm, mtime_ns, stack_id, sharpness, (rating IS NOT NULL) + (colour_label IS NOT NULL)"
            " + (caption IS NOT NULL)"
            " + (SELECT count(*) FROM photo_tags WHERE photo_tags.photo_id = photos.id AND removed = 0),"
            " EXISTS (SELECT 1 FROM chosen_keepers WHERE chosen_keepers.photo_id = photos.id)"
            " FROM photos LEFT JOIN photo_prints ON photo_prints.photo_id = photos.id"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(photo_ids[start : start + _CHUNK])),),
        )
        for row in rows:
            photo_id, path, size, kind, camera, pixels, taken_at, *exposure, focal_mm, mtime_ns = row[:12]
            stack, sharpness, known, chosen = row[12:]
            yield Facts(
                photo_id,
                from_db(path),
                size,
                kind,
                camera,
                pixels,
                taken_at,
                (exposure[0], exposure[1], exposure[2]),
                focal_mm,
                mtime_ns,
                known,
                stack,
                sharpness,
                bool(chosen),
            )
