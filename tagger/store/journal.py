"""The journal.

What each operation of the user changed, so that it can be taken back, also after a restart and from the other
program.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tagger.entities import Decision, TagPath
from tagger.store import group_changes, relinked, suggestion_rows
from tagger.store.database import Database
from tagger.store.group_changes import GroupChange
from tagger.store.paths import from_db, to_db
from tagger.store.relinked import Relink
from tagger.store.suggestion_rows import SuggestionRow
from tagger.store.tag_rows import TagRow
from tagger.store.tag_rows import pack as pack_row
from tagger.store.tag_rows import unpack as unpack_row
from tagger.store.tags import Origin, Tagging
from tagger.store.values import PhotoField, Value

KEPT_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A suggestion's decision before and after."""

    suggestion_id: int
    before: Decision
    after: Decision


@dataclass(frozen=True, slots=True)
class TagChange:
    """One photo's tag before and after."""

    photo_id: int
    tag_id: int
    before: Tagging | None
    after: Tagging | None


@dataclass(frozen=True, slots=True)
class SuggestionChange:
    """A whole suggestion before (None: there was none) and after (None: there is none any more)."""

    suggestion_id: int
    before: SuggestionRow | None
    after: SuggestionRow | None


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A photo's rating, colour label or caption before and after; ``due``: it was in no sidecar yet even before."""

    photo_id: int
    field: PhotoField
    before: Value
    after: Value
    due: bool = False


@dataclass(frozen=True, slots=True)
class TagRowChange:
    """What is kept of a tag itself before and after."""

    tag_id: int
    before: TagRow
    after: TagRow


@dataclass(frozen=True, slots=True)
class LabelChange:
    """The tag that a label leads to before and after."""

    label_id: int
    before: TagPath
    after: TagPath


@dataclass(frozen=True, slots=True)
class FileChange:
    """A sidecar before (None: there was none) and after; ``fields`` are values set here that it took over."""

    photo_id: int
    path: str
    before: bytes | None
    after: bytes
    fields: tuple[PhotoField, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation of the user. ``title`` says it in words, such as "accept 312 × heron"."""

    id: int
    at: str
    title: str
    decisions: tuple[DecisionChange, ...] = ()
    tags: tuple[TagChange, ...] = ()
    files: tuple[FileChange, ...] = field(default=(), repr=False)
    suggestions: tuple[SuggestionChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    tag_rows: tuple[TagRowChange, ...] = ()
    labels: tuple[LabelChange, ...] = ()
    folders: tuple[int, ...] = ()
    """Where folders that were removed are put away, see `tagger.store.removed`."""
    moves: tuple[Relink, ...] = field(default=(), repr=False)
    cleanups: tuple[int, ...] = ()
    """Which files were moved out of the way, see `tagger.store.held`."""
    groups: tuple[GroupChange, ...] = field(default=(), repr=False)
    """What was decided of near-duplicates."""


def record(
    db: Database,
    title: str,
    *,
    decisions: Sequence[DecisionChange] = (),
    tags: Sequence[TagChange] = (),
    files: Sequence[FileChange] = (),
    suggestions: Sequence[SuggestionChange] = (),
    values: Sequence[ValueChange] = (),
    tag_rows: Sequence[TagRowChange] = (),
    labels: Sequence[LabelChange] = (),
    folders: Sequence[int] = (),
    moves: Sequence[Relink] = (),
    cleanups: Sequence[int] = (),
    groups: Sequence[GroupChange] = (),
) -> int:
    """Write an operation down; what was undone before can no longer be redone."""
    db.conn.execute("DELETE FROM journal WHERE undone = 1")
    changes = {
        "decisions": [[c.suggestion_id, c.before, c.after] for c in decisions],
        "tags": [[c.photo_id, c.tag_id, _pack(c.before), _pack(c.after)] for c in tags],
        "suggestions": [
            [c.suggestion_id, suggestion_rows.pack(c.before), suggestion_rows.pack(c.after)] for c in suggestions
        ],
        "values": [[c.photo_id, c.field, c.before, c.after, c.due] for c in values],
        "tag_rows": [[c.tag_id, pack_row(c.before), pack_row(c.after)] for c in tag_rows],
        "labels": [[c.label_id, c.before, c.after] for c in labels],
        "folders": list(folders),
        "moves": [relinked.pack(c) for c in moves],
        "cleanups": list(cleanups),
        "groups": [group_changes.pack(c) for c in groups],
    }
    cursor = db.conn.execute(
        "INSERT INTO journal (at, title, changes) VALUES (?, ?, ?)",
        (datetime.now(UTC).isoformat(), title, json.dumps(changes)),
    )
    entry_id = cursor.lastrowid or 0
    add_files(db, entry_id, files)
    db.conn.execute(
        "DELETE FROM journal WHERE id <= (SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?)", (KEPT_ENTRIES,)
    )
    return entry_id


def add_files(db: Database, entry_id: int, files: Sequence[FileChange]) -> None:
    """Add sidecars to an operation that is under way."""
    db.conn.executemany(
        "INSERT INTO journal_files (journal_id, photo_id, path, before, after, fields) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                entry_id,
                f.photo_id,
                to_db(f.path),
                None if f.before is None else zlib.compress(f.before),
                zlib.compress(f.after),
                " ".join(f.fields) or None,
            )
            for f in files
        ],
    )


def set_title(db: Database, entry_id: int, title: str) -> None:
    """Say in words what an operation came to."""
    db.conn.execute("UPDATE journal SET title = ? WHERE id = ?", (title, entry_id))


def forget(db: Database, entry_id: int) -> None:
    """Strike an operation that changed nothing."""
    db.conn.execute("DELETE FROM journal WHERE id = ?", (entry_id,))


def next_undo(db: Database) -> Entry | None:
    """What undo would take back."""
    return _entry(db, "undone = 0 ORDER BY id DESC")


def last_id(db: Database) -> int | None:
    """The operation that undo would take back, without reading what it changed."""
    row = db.conn.execute("SELECT id FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1").fetchone()
    return row[0] if row is not None else None


def can_undo(db: Database, entry_id: int) -> bool:
    """Whether an operation is still there and was not taken back."""
    row = db.conn.execute("SELECT 1 FROM journal WHERE id = ? AND undone = 0", (entry_id,)).fetchone()
    return row is not None


def next_redo(db: Database) -> Entry | None:
    """What redo would do again."""
    return _entry(db, "undone = 1 ORDER BY id")


def next_title(db: Database, *, undone: bool) -> str | None:
    """What undo (or, with ``undone``, redo) would be about, without reading what it changed."""
    order = "ORDER BY id" if undone else "ORDER BY id DESC"
    row = db.conn.execute(f"SELECT title FROM journal WHERE undone = ? {order} LIMIT 1", (undone,)).fetchone()
    return None if row is None else str(row[0])


def set_undone(db: Database, entry_id: int, *, undone: bool) -> None:
    """Mark an operation as taken back, or as done again."""
    db.conn.execute("UPDATE journal SET undone = ? WHERE id = ?", (undone, entry_id))


def titles(db: Database, limit: int = 100) -> list[tuple[int, str, str]]:
    """Id, time and title of the operations that can be undone, newest first."""
    return list(
        db.conn.execute("SELECT id, at, title FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT ?", (limit,))
    )


def _entry(db: Database, condition: str) -> Entry | None:
    row = db.conn.execute(f"SELECT id, at, title, changes FROM journal WHERE {condition} LIMIT 1").fetchone()
    if row is None:
        return None
    entry_id, at, title, changes = row[0], row[1], row[2], json.loads(row[3])
    files = db.conn.execute(
        "SELECT photo_id, path, before, after, fields FROM journal_files WHERE journal_id = ? ORDER BY id", (entry_id,)
    )
    return Entry(
        entry_id,
        at,
        title,
        tuple(DecisionChange(i, Decision(before), Decision(after)) for i, before, after in changes["decisions"]),
        tuple(TagChange(p, t, _unpack(before), _unpack(after)) for p, t, before, after in changes["tags"]),
        tuple(
            FileChange(
                photo,
                from_db(path),
                None if before is None else zlib.decompress(before),
                zlib.decompress(after),
                tuple(map(PhotoField, (fields or "").split())),
            )
            for photo, path, before, after, fields in files
        ),
        tuple(
            SuggestionChange(i, suggestion_rows.unpack(before), suggestion_rows.unpack(after))
            for i, before, after in changes.get("suggestions", ())  # entries of version 0.1 have none
        ),
        tuple(
            ValueChange(p, PhotoField(f), before, after, due) for p, f, before, after, due in changes.get("values", ())
        ),
        tuple(
            TagRowChange(t, unpack_row(before), unpack_row(after)) for t, before, after in changes.get("tag_rows", ())
        ),
        tuple(LabelChange(i, TagPath(before), TagPath(after)) for i, before, after in changes.get("labels", ())),
        tuple(changes.get("folders", ())),
        tuple(map(relinked.unpack, changes.get("moves", ()))),
        tuple(changes.get("cleanups", ())),
        tuple(map(group_changes.unpack, changes.get("groups", ()))),
    )


def _pack(value: Tagging | None) -> list[object] | None:
    return None if value is None else [value.origin, value.removed]


def _unpack(value: list[str] | None) -> Tagging | None:
    return None if value is None else Tagging(Origin(value[0]), bool(value[1]))
