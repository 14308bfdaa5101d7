"""Rows of cleanups: which files were moved out of the way, where they are held, and what was known of the photos."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlite_utils import Database

from tagger.entities import FoundBy, Link
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


def add(
    db: Database,
    cleanup_id: int,
    ids: tuple[int, int],
    files: Sequence[tuple[str, str, int]],
    content: bytes,
    link: Link,
) -> None:
    """Write down that the files of a photo are about to move.

    Args:
        db: The library.
        cleanup_id: The cleanup.
        ids: The photo, and the one that is kept instead.
        files: Path, where it will be held, and bytes of each; the photo itself first.
        content: All that is known of the photo.
        link: What links it to the one that is kept.
    """
    told = json.dumps([link.found_by, link.bits, link.certainty, link.turn])
    for number, (path, held_path, size) in enumerate(files):
        own = (content, told) if number == 0 else (None, None)
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
    db: Database, *, cleanup_id: int | None = None, states: Collection[HeldState] = tuple(HeldState)
) -> list[HeldFile]:
    """Files in some states, of one cleanup or of all, the photo itself before its sidecars."""
    rows = db.conn.execute(
        "SELECT held_files.id, cleanup_id, photo_id, keeper_id, path, held_path, bytes, state, photo IS NOT NULL, at"
        " FROM held_files JOIN cleanups ON cleanups.id = cleanup_id"
        " WHERE state IN (SELECT value FROM json_each(?)) AND (? IS NULL OR cleanup_id = ?) ORDER BY held_files.id",
        (json.dumps(list(states)), cleanup_id, cleanup_id),
    )
    return [
        HeldFile(i, cleanup, photo_id, keeper, from_db(path), from_db(held), size, HeldState(state), bool(photo), at)
        for i, cleanup, photo_id, keeper, path, held, size, state, photo, at in rows
    ]


def content_of(db: Database, file_id: int) -> tuple[bytes, Link] | None:
    """What was known of the photo whose own file this is, and what linked it to the one that was kept."""
    row = db.conn.execute("SELECT photo, link, photo_id FROM held_files WHERE id = ?", (file_id,)).fetchone()
    if row is None or row[0] is None:
        return None
    found_by, bits, certainty, turn = json.loads(row[1])
    return row[0], Link(row[2], FoundBy(found_by), bits, certainty, turn)


def set_content(db: Database, file_id: int, content: bytes) -> None:
    """Keep what is known of a photo now, as it leaves the library again."""
    db.conn.execute("UPDATE held_files SET photo = ? WHERE id = ?", (content, file_id))
