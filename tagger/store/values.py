"""What a user sets on a photo itself: rating, colour label, caption; and where it was taken, which a copy may tell.

A value set here is marked until a sidecar has it; until then a re-read of the file does not overwrite it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from tagger.store import tags
from tagger.store.database import Database

Value = int | float | str | None
_GIVEN = "IN (SELECT value FROM json_each(?))"


class PhotoField(StrEnum):
    """A value of a photo that can be set, by its column."""

    RATING = "rating"
    COLOUR_LABEL = "colour_label"
    CAPTION = "caption"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"


def values_of(db: Database, field: PhotoField, photo_ids: Iterable[int]) -> dict[int, Value]:
    """One value of each of these photos; ids of no photo are left out."""
    rows = db.conn.execute(
        f"SELECT id, {field} FROM photos WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(photo_ids)),)
    )
    return dict(rows)


def distinct(db: Database, field: PhotoField, photo_ids: Sequence[int], limit: int = 2) -> list[Value]:
    """The different values that photos have, at most ``limit`` of them; more than one means that they are mixed."""
    rows = db.conn.execute(
        f"SELECT DISTINCT {field} FROM photos WHERE id IN (SELECT value FROM json_each(?)) LIMIT ?",
        (json.dumps(list(photo_ids)), limit),
    )
    return [value for (value,) in rows]


def set_values(db: Database, field: PhotoField, new: Mapping[int, Value]) -> None:
    """Give photos these values; they are marked, and their sidecars are due. Photos that are gone are passed over.

    What they were before is kept until a sidecar has the new value: the base that tells whether others changed it too.
    """
    ids = json.dumps(list(new))
    db.conn.execute(
        f"INSERT OR IGNORE INTO photo_edits (photo_id, field, base, based) SELECT id, ?, {field}, 1 FROM photos"
        f" WHERE id {_GIVEN}",
        (field, ids),
    )
    db.conn.execute(f"DELETE FROM cleared_values WHERE field = ? AND photo_id {_GIVEN}", (field, ids))
    db.conn.execute(f"DELETE FROM conflicts WHERE property = ? AND photo_id {_GIVEN}", (field, ids))
    by_value = _by_value(new)
    db.conn.executemany(
        f"UPDATE photos SET {field} = ? WHERE id {_GIVEN}",
        [(value, json.dumps(photo_ids)) for value, photo_ids in by_value.items()],
    )
    mark(db, field, new)
    tags.sidecars_due(db, new)


def _by_value(new: Mapping[int, Value]) -> dict[Value, list[int]]:
    """The photos of each value: many photos have few."""
    found: dict[Value, list[int]] = defaultdict(list)
    for photo_id, value in new.items():
        found[value].append(photo_id)
    return found


def mark(db: Database, field: PhotoField, photo_ids: Iterable[int]) -> None:
    """No sidecar has this value of these photos yet."""
    db.conn.execute(
        f"INSERT OR IGNORE INTO photo_edits (photo_id, field) SELECT id, ? FROM photos WHERE id {_GIVEN}",
        (field, json.dumps(list(photo_ids))),
    )


def unmark(db: Database, field: PhotoField, photo_ids: Iterable[int]) -> None:
    """The sidecars have this value of these photos, or it is the file's own again."""
    db.conn.execute(
        f"DELETE FROM photo_edits WHERE field = ? AND photo_id {_GIVEN}", (field, json.dumps(list(photo_ids)))
    )


def bases_of(db: Database, photo_ids: Iterable[int]) -> dict[int, tuple[tuple[PhotoField, Value], ...]]:
    """What the values were that are in no sidecar yet, before they were set here; those that are not known left out."""
    found: dict[int, list[tuple[PhotoField, Value]]] = defaultdict(list)
    rows = db.conn.execute(
        "SELECT photo_id, field, base FROM photo_edits WHERE based = 1"
        " AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id, field",
        (json.dumps(list(photo_ids)),),
    )
    for photo_id, name, base in rows:
        found[photo_id].append((PhotoField(name), base))
    return {photo_id: tuple(bases) for photo_id, bases in found.items()}


def rebase(db: Database, field: PhotoField, photo_id: int, base: Value) -> None:
    """What was set here goes over this value of another program, which is known now."""
    db.conn.execute(
        "UPDATE photo_edits SET base = ?, based = 1 WHERE photo_id = ? AND field = ?", (base, photo_id, field)
    )


def taken_over(db: Database, photo_id: int, edits: Iterable[tuple[PhotoField, Value]]) -> None:
    """The sidecars of a photo have these values; one that was taken away stays away though the photo itself has it."""
    for field, value in edits:
        unmark(db, field, [photo_id])
        if value is None:
            db.conn.execute("INSERT OR REPLACE INTO cleared_values (photo_id, field) VALUES (?, ?)", (photo_id, field))


def still_cleared(db: Database, photo_id: int, read: Mapping[PhotoField, Value]) -> list[PhotoField]:
    """Values that were taken away here and that only the photo itself still has, as it had them then.

    Args:
        db: The library.
        photo_id: The photo.
        read: What was read of it, as far as no sidecar says it.
    """
    rows = db.conn.execute("SELECT field, hidden FROM cleared_values WHERE photo_id = ?", (photo_id,)).fetchall()
    kept = [PhotoField(field) for field, hidden in rows if field in read and hidden in (None, read[PhotoField(field)])]
    for field, _hidden in rows:
        if field not in kept:
            db.conn.execute("DELETE FROM cleared_values WHERE photo_id = ? AND field = ?", (photo_id, field))
    for field in kept:
        db.conn.execute(
            "UPDATE cleared_values SET hidden = ? WHERE photo_id = ? AND field = ?", (read[field], photo_id, field)
        )
    return kept


def edited(db: Database, photo_id: int) -> list[PhotoField]:
    """The values of a photo that no sidecar has yet."""
    return [PhotoField(f) for (f,) in db.conn.execute("SELECT field FROM photo_edits WHERE photo_id = ?", (photo_id,))]


def marked(db: Database, field: PhotoField, photo_ids: Iterable[int]) -> set[int]:
    """Those of the photos whose value is in no sidecar yet."""
    rows = db.conn.execute(
        "SELECT photo_id FROM photo_edits WHERE field = ? AND photo_id IN (SELECT value FROM json_each(?))",
        (field, json.dumps(list(photo_ids))),
    )
    return {i for (i,) in rows}


def edits_of(db: Database, photo_ids: Iterable[int]) -> dict[int, tuple[tuple[PhotoField, Value], ...]]:
    """What was set on photos and is in no sidecar yet, with its value; photos without such are left out."""
    found: dict[int, list[tuple[PhotoField, Value]]] = defaultdict(list)
    rows = db.conn.execute(
        f"SELECT e.photo_id, e.field, {', '.join(f'p.{field}' for field in PhotoField)} FROM photo_edits e"
        " JOIN photos p ON p.id = e.photo_id WHERE e.photo_id IN (SELECT value FROM json_each(?))"
        " ORDER BY e.photo_id, e.field",
        (json.dumps(list(photo_ids)),),
    )
    for photo_id, name, *columns in rows:
        field = PhotoField(name)
        found[photo_id].append((field, dict(zip(PhotoField, columns, strict=True))[field]))
    return {photo_id: tuple(edits) for photo_id, edits in found.items()}
