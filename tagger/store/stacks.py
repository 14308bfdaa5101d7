"""Rows of stacks: the files of one shot, of which one stands for all; and the directories to look for them again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId, SuggestionId
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db


@dataclass(frozen=True, slots=True)
class Member:
    """A photo that may be of a stack."""

    id: PhotoId
    path: str
    taken_at: str | None
    stack_id: PhotoId | None


def due(db: Database, directories: Iterable[str]) -> None:
    """Look for stacks in these directories again."""
    db.conn.executemany("INSERT OR IGNORE INTO stacks_due VALUES (?)", [(to_db(d),) for d in set(directories)])


def all_due(db: Database) -> None:
    """Look for stacks everywhere again."""
    db.conn.execute("INSERT OR IGNORE INTO stacks_due SELECT DISTINCT directory FROM photos")


def due_with(db: Database, photo_ids: Sequence[int]) -> None:
    """Look again where these photos are."""
    db.conn.execute(
        "INSERT OR IGNORE INTO stacks_due SELECT directory FROM photos WHERE id IN (SELECT value FROM json_each(?1))"
        " OR id IN (SELECT photo_id FROM own_stacks WHERE leader_id IN (SELECT value FROM json_each(?1)))",
        (json.dumps(list(photo_ids)),),
    )


def take_due(db: Database) -> list[str]:
    """The directories to look at."""
    return [from_db(d) for (d,) in db.conn.execute("SELECT directory FROM stacks_due ORDER BY directory")]


def done(db: Database, directories: Iterable[str]) -> None:
    """These directories were looked at."""
    db.conn.executemany("DELETE FROM stacks_due WHERE directory = ?", [(to_db(d),) for d in directories])


def members(db: Database, directory: str) -> tuple[list[Member], list[PhotoId]]:
    """The photos of a directory whose files are there, and the missing ones that still count to a stack."""
    rows = db.conn.execute(
        "SELECT id, path, taken_at, stack_id, state FROM photos WHERE directory = ? ORDER BY id", (to_db(directory),)
    ).fetchall()
    there = [Member(PhotoId(row[0]), from_db(row[1]), row[2], row[3]) for row in rows if row[4] != "missing"]
    return there, [PhotoId(row[0]) for row in rows if row[4] == "missing" and row[3] is not None]


def set_stacks(db: Database, leaders: Mapping[PhotoId, PhotoId | None]) -> None:
    """Say which photo stands for each of these; None for one that stands alone."""
    db.conn.executemany("UPDATE photos SET stack_id = ? WHERE id = ?", [(lead, i) for i, lead in leaders.items()])


def any_stacks(db: Database) -> bool:
    """Whether there is a stack at all."""
    sql = "SELECT EXISTS (SELECT 1 FROM photos WHERE stack_id IS NOT NULL)"
    return bool(db.conn.execute(sql).fetchone()[0])


def leader(db: Database, photo_id: int) -> PhotoId | None:
    """The photo that stands for the shot of this one; None where that is a single file."""
    row = db.conn.execute("SELECT stack_id FROM photos WHERE id = ?", (photo_id,)).fetchone()
    return None if row is None or row[0] is None else PhotoId(row[0])


def files(db: Database, photo_id: int) -> list[tuple[PhotoId, str]]:
    """All files of the shot that a photo is of, the one that stands for them first; none where it is a single file."""
    rows = db.conn.execute(
        "SELECT o.id, o.name FROM photos p JOIN photos o ON o.stack_id = p.stack_id"
        " WHERE p.id = ? ORDER BY o.id <> o.stack_id, o.name",
        (photo_id,),
    )
    return [(PhotoId(i), name) for i, name in rows]


def widened(db: Database, photo_ids: Sequence[PhotoId], expanded: Collection[int] = ()) -> list[PhotoId]:
    """Photos with the other files of their shots, which are not in view by themselves.

    Args:
        db: The library.
        photo_ids: Photos as they are selected.
        expanded: Photos that stand for stacks which show all their files: of these only what is selected counts.
    """
    rows = db.conn.execute(
        "SELECT p.id, o.id FROM json_each(?1) wanted JOIN photos p ON p.id = wanted.value"
        " JOIN photos o ON o.stack_id = p.stack_id WHERE p.stack_id IS NOT NULL AND o.id <> p.id"
        " AND p.stack_id NOT IN (SELECT value FROM json_each(?2)) ORDER BY o.id",
        (json.dumps(list(photo_ids)), json.dumps(list(expanded))),
    )
    more = [PhotoId(other) for _photo, other in rows]
    return list(dict.fromkeys([*photo_ids, *more]))


def alike(db: Database, ids: Sequence[SuggestionId], expanded: Collection[int] = ()) -> list[SuggestionId]:
    """Suggestions with those of the same label, as far as they are in the same state, on other files of the shot."""
    rows = db.conn.execute(
        "SELECT t.id FROM json_each(?1) wanted JOIN suggestions s ON s.id = wanted.value"
        " JOIN photos p ON p.id = s.photo_id JOIN photos o ON o.stack_id = p.stack_id AND o.id <> p.id"
        " JOIN suggestions t ON t.photo_id = o.id AND t.label_id = s.label_id AND t.decision = s.decision"
        " WHERE p.stack_id IS NOT NULL AND p.stack_id NOT IN (SELECT value FROM json_each(?2)) ORDER BY t.id",
        (json.dumps(list(ids)), json.dumps(list(expanded))),
    )
    return list(dict.fromkeys([*ids, *(SuggestionId(i) for (i,) in rows)]))
