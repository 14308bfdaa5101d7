"""Rows of photos: what indexing knows and keeps, and photos as they are shown."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tagger.entities import (
    FolderId,
    Photo,
    PhotoId,
    PhotoReading,
    PhotoState,
    PhotoSummary,
    Region,
    Stamp,
    TagPath,
)
from tagger.store import file_facts, identity, incoming, never_upload, removed, stacks, tags, values
from tagger.store.database import Database
from tagger.store.paths import display_name, from_db, to_db
from tagger.store.values import PhotoField

CHUNK = 500
_DIRECTORIES = (  # from one to the next: SELECT DISTINCT would look at every photo
    "WITH RECURSIVE each(directory) AS (SELECT min(directory) FROM photos UNION ALL"
    " SELECT (SELECT min(directory) FROM photos WHERE directory > each.directory) FROM each"
    " WHERE directory IS NOT NULL) SELECT directory FROM each WHERE directory IS NOT NULL"
)
_SIGN_BIT = 1 << 63


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a file without reading it."""

    id: PhotoId
    stamp: Stamp
    sidecar_stamp: Stamp | None
    state: PhotoState


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving readings did; ``ids`` has every photo of the readings by its path."""

    added: list[PhotoId]
    changed: list[PhotoId]
    ids: dict[str, PhotoId]


def known_in(db: Database, directory: str, but: Container[object] = ()) -> dict[str, Known]:
    """The photos known in a directory (not below it), by path; without those of the paths ``but``."""
    rows = db.conn.execute(
        "SELECT id, path, bytes, mtime_ns, sidecar_bytes, sidecar_mtime_ns, state FROM photos WHERE directory = ?",
        (to_db(directory),),
    )
    return {
        from_db(path): Known(
            PhotoId(photo_id),
            Stamp(size, mtime_ns),
            None if sidecar_bytes is None else Stamp(sidecar_bytes, sidecar_mtime_ns),
            PhotoState(state),
        )
        for photo_id, path, size, mtime_ns, sidecar_bytes, sidecar_mtime_ns, state in rows
        if path not in but
    }


def known_directories(db: Database, folder: str) -> list[str]:
    """Every directory at or below a folder that has photos, sorted."""
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    rows = db.conn.execute(_DIRECTORIES)
    directories = (from_db(directory) for (directory,) in rows)
    return sorted(d for d in directories if d == folder or d.startswith(prefix))


def is_away(db: Database, photo_id: PhotoId) -> bool:
    """Whether a photo is on a drive that is not connected."""
    sql = "SELECT EXISTS (SELECT 1 FROM photos JOIN folders ON folders.id = folder_id WHERE photos.id = ?"
    return bool(db.conn.execute(sql + " AND away_since IS NOT NULL)", (photo_id,)).fetchone()[0])


def newest(db: Database) -> int:
    """The highest number that a photo has, 0 where there is none."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM photos").fetchone()[0])


def readable_after(db: Database, photo_id: int) -> list[PhotoId]:
    """The photos with higher numbers that can be read."""
    rows = db.conn.execute("SELECT id FROM photos WHERE id > ? AND state = 'ok' ORDER BY id", (photo_id,))
    return [PhotoId(each) for (each,) in rows]


def paths_in_folder(db: Database, folder_id: FolderId) -> list[tuple[PhotoId, str]]:
    """Every photo of a root with its path."""
    rows = db.conn.execute("SELECT id, path FROM photos WHERE folder_id = ? ORDER BY id", (folder_id,))
    return [(PhotoId(photo_id), from_db(path)) for photo_id, path in rows]


def some_paths(db: Database, folder_id: FolderId, limit: int) -> list[str]:
    """Paths of some photos of a root whose files are there, as far as is known."""
    sql = "SELECT path FROM photos WHERE folder_id = ? AND state <> 'missing' LIMIT ?"
    return [from_db(path) for (path,) in db.conn.execute(sql, (folder_id, limit))]


def save_readings(db: Database, folder_id: FolderId, readings: Sequence[PhotoReading]) -> Saved:
    """Insert or update photos by path, with the tags their files carry."""
    saved = Saved([], [], {})
    for reading in readings:
        row = _row(reading, folder_id)
        identity.make_way(db, row)
        known = db.conn.execute("SELECT id, image_hash FROM photos WHERE path = ?", (row["path"],)).fetchone()
        returned = removed.bring_back(db, folder_id, row["path"]) if known is None else None
        if known is None and returned is None:
            row["added_at"] = datetime.now(UTC).isoformat()
            elsewhere = identity.is_known(db, reading.image_hash)
            photo_id = PhotoId(_insert(db, row))
            saved.added.append(photo_id)
            if elsewhere:
                identity.came(db, photo_id)
        else:
            photo_id = PhotoId(known[0]) if returned is None else returned
            if reading.image_hash is None:  # the disk did not give it
                del row["image_hash"]
            elif known is not None and known[1] not in (None, reading.image_hash):
                identity.came(db, photo_id, known[1])
            for edited in values.edited(db, photo_id):  # what was set here and no sidecar has yet
                del row[edited]
            row |= dict.fromkeys(values.still_cleared(db, photo_id, _without_sidecar(reading, row)))
            _update(db, photo_id, row)
            incoming.take_in(db, photo_id, reading.sidecars)
            (saved.changed if returned is None else saved.added).append(photo_id)
        saved.ids[reading.path] = photo_id
        tags.replace_file_tags(db, photo_id, reading.facts.keywords)
        file_facts.replace_regions(db, photo_id, reading.facts.regions)
    return saved


def _without_sidecar(reading: PhotoReading, row: Mapping[str, Any]) -> dict[PhotoField, Any]:
    """Of the values to be kept, those that the photo itself says and no sidecar."""
    return {
        field: row[field]
        for field in PhotoField
        if field in row and all(getattr(state, field) is None for state in reading.sidecars)
    }


def mark_missing(db: Database, ids: Sequence[PhotoId]) -> None:
    """The files are gone; the photos stay, with all that is known of them."""
    db.conn.executemany("UPDATE photos SET state = 'missing' WHERE id = ?", [(i,) for i in ids])
    stacks.due_with(db, ids)


def mark_present(db: Database, ids: Sequence[PhotoId]) -> None:
    """The files are back as they were."""
    db.conn.executemany(
        "UPDATE photos SET state = CASE WHEN error IS NULL THEN 'ok' ELSE 'unreadable' END WHERE id = ?",
        [(i,) for i in ids],
    )
    stacks.due_with(db, ids)


def set_sidecar_stamp(db: Database, photo_id: int, stamp: Stamp | None) -> None:
    """Remember a sidecar as this program left it (None: there is none), so that the next index need not read it."""
    known = (None, None) if stamp is None else (stamp.bytes, _storable(stamp.mtime_ns))
    db.conn.execute("UPDATE photos SET sidecar_bytes = ?, sidecar_mtime_ns = ? WHERE id = ?", (*known, photo_id))


def photo(db: Database, photo_id: PhotoId) -> Photo | None:
    """One photo with its tags."""
    return next(photos(db, [photo_id]), None)


def photos(db: Database, ids: Iterable[int]) -> Iterator[Photo]:
    """Photos with their tags, in the order of the ids; ids of no photo are left out."""
    for chunk in chunks(ids):
        by_id = {row["id"]: row for row in _select(db, "SELECT * FROM photos WHERE id IN {ids}", chunk)}
        tagged = tags.tags_of(db, chunk)
        copies = identity.copy_counts(db, chunk)
        regions = file_facts.regions_of(db, chunk)
        for photo_id in chunk:
            if row := by_id.get(photo_id):
                yield _photo(row, tagged.get(photo_id, ()), regions.get(photo_id, ()), copies[photo_id])


def summaries(db: Database, ids: Sequence[int]) -> list[PhotoSummary]:
    """What the grid shows of photos; suggestions of hidden labels are not counted."""
    result: list[PhotoSummary] = []
    for chunk in chunks(ids):
        counts = {
            row["photo_id"]: row
            for row in _select(
                db,
                "SELECT s.photo_id, sum(s.decision = 'suggested') AS suggested,"
                " sum(s.decision = 'accepted') AS accepted"
                " FROM suggestions s JOIN labels l ON l.id = s.label_id"
                " WHERE s.photo_id IN {ids} AND (l.hidden = 0 OR s.decision <> 'suggested') GROUP BY s.photo_id",
                chunk,
            )
        }
        private = never_upload.private(db, chunk)
        rows = _select(
            db,
            "SELECT id, name, state, rating, colour_label,"
            " folder_id IN (SELECT id FROM folders WHERE away_since IS NOT NULL) AS away,"
            " (SELECT count(*) FROM photo_tags t WHERE t.photo_id = photos.id AND t.removed = 0) AS tags,"
            " (SELECT count(*) FROM photos s WHERE s.stack_id = photos.id) AS files,"
            " EXISTS (SELECT 1 FROM duplicate_members d WHERE d.photo_id = photos.id) AS alike"
            " FROM photos WHERE id IN {ids}",
            chunk,
        )
        for row in rows:
            count = counts.get(row["id"], {})
            result.append(
                PhotoSummary(
                    PhotoId(row["id"]), row["name"], PhotoState(row["state"]), row["rating"],
                    count.get("suggested", 0), count.get("accepted", 0), row["tags"], row["colour_label"],
                    row["id"] in private, bool(row["away"]), max(row["files"], 1), bool(row["alike"]),
                )
            )  # fmt: skip
    return result


def path_of(db: Database, photo_id: PhotoId) -> str | None:
    """Where the photo's file is."""
    row = db.conn.execute("SELECT path FROM photos WHERE id = ?", (photo_id,)).fetchone()
    return None if row is None else from_db(row[0])


def paths_of(db: Database, ids: Iterable[int]) -> dict[PhotoId, str]:
    """Where the files of photos are; ids of no photo are left out."""
    return {
        PhotoId(row["id"]): from_db(row["path"])
        for chunk in chunks(ids)
        for row in _select(db, "SELECT id, path FROM photos WHERE id IN {ids}", chunk)
    }


def id_of(db: Database, path: str) -> PhotoId | None:
    """The photo behind an absolute path."""
    row = db.conn.execute("SELECT id FROM photos WHERE path = ?", (to_db(path),)).fetchone()
    return None if row is None else PhotoId(row[0])


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Ids in lists short enough for one statement."""
    chunk: list[int] = []
    for i in ids:
        chunk.append(i)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _select(db: Database, sql: str, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    return db.query(sql.format(ids="(SELECT value FROM json_each(?))"), [json.dumps(list(ids))])


def _row(reading: PhotoReading, folder_id: FolderId) -> dict[str, Any]:
    sidecar, phash = reading.sidecar_stamp, reading.phash
    return {
        "folder_id": folder_id,
        "path": to_db(reading.path),
        "directory": to_db(os.path.dirname(reading.path)),
        "name": display_name(reading.path),
        "state": PhotoState.OK if reading.error is None else PhotoState.UNREADABLE,
        "error": reading.error,
        "bytes": reading.stamp.bytes,
        "mtime_ns": _storable(reading.stamp.mtime_ns),
        "sidecar_bytes": None if sidecar is None else sidecar.bytes,
        "sidecar_mtime_ns": None if sidecar is None else _storable(sidecar.mtime_ns),
        "format": reading.format,
        "width": reading.width,
        "height": reading.height,
        "orientation": reading.orientation,
        # SQLite's integers are signed: the hash keeps its 64 bits as two's complement.
        "phash": None if phash is None else (phash ^ _SIGN_BIT) - _SIGN_BIT,
        "image_hash": reading.image_hash,
        **file_facts.columns(reading.facts),
    }


def _storable(mtime_ns: int) -> int:
    """A time within SQLite's integers; a file from after 2262 is merely read again by each index."""
    return min(max(mtime_ns, -_SIGN_BIT), _SIGN_BIT - 1)


def _insert(db: Database, row: Mapping[str, Any]) -> int:
    columns = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    return db.conn.execute(f"INSERT INTO photos ({columns}) VALUES ({values})", row).lastrowid or 0


def _update(db: Database, photo_id: PhotoId, row: Mapping[str, Any]) -> None:
    columns = ", ".join(f"{name} = :{name}" for name in row)
    db.conn.execute(f"UPDATE photos SET {columns} WHERE id = :id", {**row, "id": photo_id})


def _photo(row: Mapping[str, Any], tagged: tuple[TagPath, ...], regions: tuple[Region, ...], copies: int) -> Photo:
    phash = row["phash"]
    return Photo(
        id=PhotoId(row["id"]),
        path=from_db(row["path"]),
        name=row["name"],
        state=PhotoState(row["state"]),
        width=row["width"],
        height=row["height"],
        format=row["format"],
        bytes=row["bytes"],
        orientation=row["orientation"],
        phash=None if phash is None else phash % (1 << 64),
        facts=file_facts.from_columns(row, regions),
        error=row["error"],
        tags=tagged,
        copies=copies,
        stack_id=row["stack_id"],
    )
