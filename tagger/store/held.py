"""Rows of cleanups: which files were moved out of the way, where they are held, and what was known of the photos."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from tagger.entities import FoundBy, Link
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db


class HeldState(StrEnum):
    """Where a file is; the two in between are written before it is renamed."""

    MOVING = "moving"
    HELD = "held"
    RETURNING = "returning"
    BACK = "back"
    TRASHED = "trashed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file that a cleanup moved, or is moving.

    Attributes:
        photo_id: Its photo, which left the library meanwhile.
        keeper_id: The photo that is kept instead.
        path, held_path: Where it was, and where it is held.
        photo: Whether it is the photo itself, rather than a sidecar.
        at: When the cleanup was, ISO 8601 in UTC.
    """

    id: int
    cleanup_id: int
    photo_id: int
    keeper_id: int
    path: str
    held_path: str
    bytes: int
    state: HeldState
    photo: bool
    at: str


def begin(db: Database, title: str) -> int:
    """Begin a cleanup; its number."""
    now = datetime.now(UTC).isoformat()
    return int(db.conn.execute("INSERT INTO cleanups (at, title) VALUES (?, ?)", (now, title)).lastrowid or 0)


def add(db: Database, cleanup_id: int, ids: tuple[int, int], files: Sequence[tuple[str, str, int]], link: Link) -> None:
    """Write down that the files of a photo are about to move; what is known of it is kept when it leaves.

    Args:
        db: The library.
        cleanup_id: The cleanup.
        ids: The photo, and the one that is kept instead.
        files: Path, where it will be held, and bytes of each; the photo itself first.
        link: What links it to the one that is kept.
    """
    told = json.dumps([link.found_by, link.bits, link.certainty, link.turn])
    for number, (path, held_path, size) in enumerate(files):
        own = (b"", told) if number == 0 else (None, None)
        db.conn.execute(
            "INSERT INTO held_files (cleanup_id, photo_id, keeper_id, path, held_path, bytes, state, photo, link)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (cleanup_id, *ids, to_db(path), to_db(held_path), size, HeldState.MOVING, *own),
        )


def set_state(db: Database, ids: Iterable[int], state: HeldState) -> None:
    """Say where files are now."""
    db.conn.executemany("UPDATE held_files SET state = ? WHERE id = ?", [(state, i) for i in ids])


def drop(db: Database, ids: Iterable[int]) -> None:
    """Forget files that never moved."""
    db.conn.executemany("DELETE FROM held_files WHERE id = ?", [(i,) for i in ids])


def files(
    db: Database,
    *,
    cleanup_id: int | None = None,
    photo_ids: Sequence[int] | None = None,
    states: Collection[HeldState] = tuple(HeldState),
) -> list[HeldFile]:
    """Files in some states, of one cleanup or of all, each photo's own before its sidecars."""
    where, values = "state IN (SELECT value FROM json_each(?))", [json.dumps(list(states))]
    if cleanup_id is not None:
        where += " AND cleanup_id = ?"
        values.append(str(int(cleanup_id)))
    if photo_ids is not None:
        where += " AND photo_id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(photo_ids)))
    return _files(db, where, values)


def photos(db: Database, cleanup_id: int, states: Collection[HeldState]) -> list[int]:
    """The photos of a cleanup that have files in some states."""
    rows = db.conn.execute(
        "SELECT DISTINCT photo_id FROM held_files WHERE cleanup_id = ?"
        " AND state IN (SELECT value FROM json_each(?)) ORDER BY photo_id",
        (cleanup_id, json.dumps(list(states))),
    )
    return [photo_id for (photo_id,) in rows]


def sizes(db: Database) -> list[tuple[str, int]]:
    """Where files are that were moved and are still there, with their bytes."""
    rows = db.conn.execute("SELECT held_path, bytes FROM held_files WHERE state = ?", (HeldState.HELD,))
    return [(from_db(path), size) for path, size in rows]


def unfinished(db: Database) -> list[HeldFile]:
    """Files that were about to move when the program ended."""
    # The index holds these three states; it is used only for exactly this condition.
    found = _files(db, "state IN ('moving', 'returning', 'lost')", [])
    return [file for file in found if file.state is not HeldState.LOST]


def _files(db: Database, where: str, values: Sequence[str]) -> list[HeldFile]:
    rows = db.conn.execute(
        "SELECT held_files.id, cleanup_id, photo_id, keeper_id, path, held_path, bytes, state, photo IS NOT NULL, at"
        f" FROM held_files JOIN cleanups ON cleanups.id = cleanup_id WHERE {where}"
        " ORDER BY cleanup_id, photo_id, held_files.id",
        values,
    )
    return [
        HeldFile(i, cleanup, photo_id, keeper, from_db(path), from_db(held), size, HeldState(state), bool(photo), at)
        for i, cleanup, photo_id, keeper, path, held, size, state, photo, at in rows
    ]


def content_of(db: Database, file_id: int) -> tuple[bytes, Link] | None:
    """What was known of the photo whose own file this is, and what linked it to the one that was kept."""
    row = db.conn.execute("SELECT photo, link, photo_id FROM held_files WHERE id = ?", (file_id,)).fetchone()
    if row is None or not row[0]:
        return None
    found_by, bits, certainty, turn = json.loads(row[1])
    return row[0], Link(row[2], FoundBy(found_by), bits, certainty, turn)


def set_content(db: Database, contents: Mapping[int, bytes]) -> None:
    """Keep what is known of photos as they leave the library, by the rows of their own files."""
    rows = [(content, file_id) for file_id, content in contents.items()]
    db.conn.executemany("UPDATE held_files SET photo = ? WHERE id = ?", rows)
