"""What was written into photos themselves, step by step of the journal, to take it back."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.store.database import Database
from tagger.store.paths import from_db, to_db


@dataclass(frozen=True, slots=True)
class EmbeddedChange:
    """One photo that was written into: the edits, packed, and hashes of the file before and after."""

    photo_id: int
    path: str
    splices: bytes
    before: bytes
    after: bytes


def add(db: Database, entry_id: int, change: EmbeddedChange) -> int:
    """Add a photo to an operation that is under way; returns the id of the note."""
    cursor = db.conn.execute(
        "INSERT INTO journal_embedded (journal_id, photo_id, path, splices, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        (entry_id, change.photo_id, to_db(change.path), change.splices, change.before, change.after),
    )
    return cursor.lastrowid or 0


def drop(db: Database, note_id: int) -> None:
    """Forget a photo that was not written after all."""
    db.conn.execute("DELETE FROM journal_embedded WHERE id = ?", (note_id,))


def of(db: Database, entry_id: int) -> list[EmbeddedChange]:
    """The photos that an operation wrote into."""
    rows = db.conn.execute(
        "SELECT photo_id, path, splices, before, after FROM journal_embedded WHERE journal_id = ? ORDER BY id",
        (entry_id,),
    )
    return [
        EmbeddedChange(photo, from_db(path), splices, before, after) for photo, path, splices, before, after in rows
    ]
