"""Rows of what the user decided of near-duplicates: which photos go, which one is kept, which belong together.

They say nothing of groups, which every search makes anew, but of photos; so they outlive searches and restarts.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tagger.store.database import Database

TABLES = """
CREATE TABLE duplicate_marks (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    goes INTEGER NOT NULL,
    keeper_id INTEGER NOT NULL
);
CREATE TABLE chosen_keepers (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE
);
CREATE TABLE own_stacks (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    leader_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE
);
CREATE INDEX own_stacks_leader ON own_stacks(leader_id);
ALTER TABLE not_duplicates ADD COLUMN said_at TEXT
"""

TRIGGERS = (
    (
        "CREATE TRIGGER own_stacks_delete AFTER DELETE ON own_stacks BEGIN"
        " UPDATE photos SET stack_id = NULL WHERE id = old.photo_id AND stack_id = old.leader_id;"
        " INSERT OR IGNORE INTO stacks_due SELECT directory FROM photos WHERE id IN (old.photo_id, old.leader_id); END"
    ),
)
"""No photo is hidden behind one that is gone: what stood behind it stands for itself until stacks are looked for."""

_SOME = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said of a photo: that it is to go for the sake of the one that was the keeper then, or that it stays."""

    goes: bool
    keeper_id: int


def marks(db: Database) -> dict[int, bool]:
    """Which photos of groups are to go, and which are to stay, as far as the user said so.

    That a photo is to go was said of it beside one keeper, and does not hold beside another.
    """
    rows = db.conn.execute(
        "SELECT m.photo_id, m.goes FROM duplicate_marks m JOIN duplicate_members d ON d.photo_id = m.photo_id"
        " JOIN duplicate_members k ON k.group_id = d.group_id AND k.keeper = 1"
        " WHERE d.keeper = 0 AND (m.goes = 0 OR k.photo_id = m.keeper_id)"
    )
    return {photo_id: bool(goes) for photo_id, goes in rows}


def marks_of(db: Database, photo_ids: Collection[int]) -> dict[int, Mark]:
    """What was said of these photos, beside whatever keeper."""
    sql = f"SELECT photo_id, goes, keeper_id FROM duplicate_marks WHERE photo_id {_SOME}"
    rows = db.conn.execute(sql, (json.dumps(list(photo_ids)),))
    return {photo_id: Mark(bool(goes), keeper_id) for photo_id, goes, keeper_id in rows}


def set_marks(db: Database, wanted: Mapping[int, Mark | None]) -> None:
    """Say of photos whether they go; None for what the rules decide. Photos that are gone are left out."""
    db.conn.executemany("DELETE FROM duplicate_marks WHERE photo_id = ?", [(i,) for i in wanted])
    db.conn.executemany(
        "INSERT INTO duplicate_marks SELECT id, ?, ? FROM photos WHERE id = ?",
        [(mark.goes, mark.keeper_id, i) for i, mark in wanted.items() if mark is not None],
    )


def follow_keeper(db: Database, photo_ids: Collection[int], keeper_id: int) -> None:
    """Photos of one group have another keeper, which shows the same: what was said of them holds."""
    sql = f"UPDATE duplicate_marks SET keeper_id = ?1 WHERE photo_id {_SOME.replace('?', '?2')} AND photo_id <> ?1"
    db.conn.execute(sql, (keeper_id, json.dumps(list(photo_ids))))


def chosen(db: Database, photo_ids: Collection[int]) -> tuple[int, ...]:
    """Those of these photos that the user chose to keep."""
    sql = f"SELECT photo_id FROM chosen_keepers WHERE photo_id {_SOME}"
    return tuple(i for (i,) in db.conn.execute(sql, (json.dumps(list(photo_ids)),)))


def set_chosen(db: Database, photo_ids: Iterable[int], wanted: Collection[int]) -> None:
    """Of some photos, let the user have chosen just these to be kept. Photos that are gone are left out."""
    ids = list(photo_ids)
    db.conn.executemany("DELETE FROM chosen_keepers WHERE photo_id = ?", [(i,) for i in ids])
    db.conn.executemany(
        "INSERT INTO chosen_keepers SELECT id FROM photos WHERE id = ?", [(i,) for i in ids if i in wanted]
    )


def own_stacks(db: Database) -> dict[int, int]:
    """The photo that the user let stand for each photo that is stacked; where its file is there."""
    sql = "SELECT photo_id, leader_id FROM own_stacks JOIN photos ON photos.id = leader_id WHERE state <> 'missing'"
    return dict(db.conn.execute(sql).fetchall())


def set_stacks(db: Database, leaders: Mapping[int, int | None]) -> None:
    """Let photos stand behind others, or for themselves again (None). Photos that are gone are left out."""
    before = db.conn.execute(
        f"SELECT leader_id FROM own_stacks WHERE photo_id {_SOME}", (json.dumps(list(leaders)),)
    ).fetchall()
    db.conn.executemany("DELETE FROM own_stacks WHERE photo_id = ?", [(i,) for i in leaders])
    wanted = [(leader, photo) for photo, leader in leaders.items() if leader is not None]
    db.conn.executemany(
        "INSERT INTO own_stacks SELECT p.id, l.id FROM photos p JOIN photos l ON l.id = ? WHERE p.id = ?", wanted
    )
    db.conn.execute(
        "UPDATE photos SET stack_id = own_stacks.leader_id FROM own_stacks"
        f" WHERE photos.id IN (own_stacks.photo_id, own_stacks.leader_id) AND own_stacks.photo_id {_SOME}",
        (json.dumps([photo for _leader, photo in wanted]),),
    )
    db.conn.executemany(
        "UPDATE photos SET stack_id = NULL WHERE id = ?1 AND stack_id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM photos o WHERE o.stack_id = ?1 AND o.id <> ?1)",
        before,
    )
