"""Rows of near-duplicates: the groups found, what was compared, and what was said not to be one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tagger.entities import FoundBy, Group, GroupKind, Link
from tagger.store.database import Database

_CHUNK = 500
_OF_PHOTOS = "FROM duplicate_members WHERE photo_id IN (SELECT value FROM json_each(?))"


def replace_groups(db: Database, groups: Iterable[Group]) -> None:
    """Keep these groups instead of all that were; their ids are given anew."""
    db.conn.execute("DELETE FROM duplicate_members")
    db.conn.execute("DELETE FROM duplicate_groups")
    for group in groups:
        add_group(db, group)


def add_group(db: Database, group: Group) -> int:
    """Keep a group of photos that are in none; its new id."""
    sql = "INSERT INTO duplicate_groups (kind, reason) VALUES (?, ?)"
    new = int(db.conn.execute(sql, (group.kind, group.reason)).lastrowid or 0)
    db.conn.execute(
        "INSERT INTO duplicate_members (photo_id, group_id, keeper, found_by, certainty) VALUES (?, ?, 1, ?, 1)",
        (group.keeper, new, FoundBy.FILE),
    )
    add_members(db, new, group.links)
    return new


def add_members(db: Database, group_id: int, links: Iterable[Link]) -> None:
    """Add photos that are in no group to one."""
    db.conn.executemany(
        "INSERT INTO duplicate_members VALUES (?, ?, 0, ?, ?, ?, ?)",
        [(link.photo_id, group_id, link.found_by, link.bits, link.certainty, link.turn) for link in links],
    )


def group_ids(db: Database) -> list[int]:
    """All groups, in the order in which they were found."""
    return [i for (i,) in db.conn.execute("SELECT id FROM duplicate_groups ORDER BY id")]


def numbers(db: Database) -> dict[int, int]:
    """What each group is called, counted from 1 in the order in which they were found."""
    rows = db.conn.execute(
        "SELECT group_id FROM duplicate_members GROUP BY group_id HAVING count(*) > 1 AND max(keeper) = 1"
        " ORDER BY group_id"
    )
    return {group_id: number for number, (group_id,) in enumerate(rows, 1)}


def groups(db: Database, ids: Sequence[int] | None = None) -> Iterator[Group]:
    """Groups with their photos, in the order of their ids; all if no ids are given."""
    wanted = sorted(group_ids(db) if ids is None else ids)
    for start in range(0, len(wanted), _CHUNK):
        yield from _some(db, wanted[start : start + _CHUNK])


def groups_of(db: Database, photo_ids: Collection[int]) -> dict[int, int]:
    """Group of each of these photos that is in one."""
    sql = "SELECT photo_id, group_id FROM duplicate_members WHERE photo_id IN (SELECT value FROM json_each(?))"
    return dict(db.conn.execute(sql, (json.dumps(list(photo_ids)),)))


def set_keeper(db: Database, group_id: int, photo_id: int, links: Iterable[Link]) -> None:
    """Make another photo of a group the one to keep; ``links`` say what links the others to it."""
    db.conn.execute("DELETE FROM duplicate_members WHERE group_id = ?", (group_id,))
    db.conn.execute(
        "INSERT INTO duplicate_members (photo_id, group_id, keeper, found_by, certainty) VALUES (?, ?, 1, ?, 1)",
        (photo_id, group_id, FoundBy.FILE),
    )
    add_members(db, group_id, links)


def drop_groups(db: Database, ids: Iterable[int]) -> None:
    """Forget groups; the photos stay."""
    db.conn.executemany("DELETE FROM duplicate_groups WHERE id = ?", [(i,) for i in ids])


def drop_members(db: Database, photo_ids: Iterable[int]) -> None:
    """Take photos out of their groups; a group of fewer than two photos, or without its keeper, is none."""
    wanted = json.dumps(list(photo_ids))
    touched = {group for (group,) in db.conn.execute(f"SELECT DISTINCT group_id {_OF_PHOTOS}", (wanted,))}
    db.conn.execute(f"DELETE {_OF_PHOTOS}", (wanted,))
    whole = (
        "SELECT 1 FROM duplicate_members WHERE group_id = ? GROUP BY group_id HAVING count(*) > 1 AND max(keeper) = 1"
    )
    drop_groups(db, [group for group in touched if db.conn.execute(whole, (group,)).fetchone() is None])


def set_kind(db: Database, group_id: int, kind: GroupKind) -> None:
    """Say what the photos of a group are to each other."""
    db.conn.execute("UPDATE duplicate_groups SET kind = ? WHERE id = ?", (kind, group_id))


def drop_broken(db: Database) -> None:
    """Forget groups that have lost their keeper or all others, as when photos leave the library."""
    db.conn.execute(
        "DELETE FROM duplicate_groups WHERE id NOT IN (SELECT group_id FROM duplicate_members GROUP BY group_id"
        " HAVING count(*) > 1 AND max(keeper) = 1)"
    )


def keep_apart(db: Database, pairs: Iterable[tuple[int, int]], said_at: str) -> None:
    """Remember for good that pairs of photos, the smaller id first, are no duplicates of each other."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO not_duplicates (first, second, said_at) VALUES (?, ?, ?)",
        [(first, second, said_at) for first, second in pairs],
    )


def let_together(db: Database, pairs: Iterable[tuple[int, int]]) -> None:
    """Forget that pairs of photos, the smaller id first, were said to be no duplicates of each other."""
    db.conn.executemany("DELETE FROM not_duplicates WHERE first = ? AND second = ?", list(pairs))


def parted(db: Database) -> list[tuple[str, int, int]]:
    """When it was said of which pairs that they are none, the last ones first; of photos that are in the library."""
    sql = (
        "SELECT coalesce(said_at, ''), first, second FROM not_duplicates"
        " WHERE first IN (SELECT id FROM photos) AND second IN (SELECT id FROM photos)"
        " ORDER BY said_at DESC, first, second"
    )
    return db.conn.execute(sql).fetchall()


def apart(db: Database) -> dict[int, set[int]]:
    """For each photo that was said not to be a duplicate of others: which others."""
    found: dict[int, set[int]] = defaultdict(set)
    for first, second in db.conn.execute("SELECT first, second FROM not_duplicates"):
        found[first].add(second)
        found[second].add(first)
    return found


def compared(db: Database) -> dict[tuple[int, int], tuple[float, int] | None]:
    """What looking closely at pairs gave: score and bits, or None where neither shows a part of the other."""
    rows = db.conn.execute("SELECT first, second, score, bits FROM compared")
    return {(first, second): None if score is None else (score, bits) for first, second, score, bits in rows}


def note_compared(db: Database, found: Mapping[tuple[int, int], tuple[float, int] | None]) -> None:
    """Remember what looking closely at pairs gave, as `compared` tells it; the smaller id of each pair first."""
    rows = [(first, second, *(fit or (None, None))) for (first, second), fit in found.items()]
    db.conn.executemany("INSERT OR REPLACE INTO compared VALUES (?, ?, ?, ?)", rows)


def forget_compared(db: Database, photo_ids: Iterable[int]) -> None:
    """Photos look different now: what was seen of them is void."""
    ids = [(i,) for i in photo_ids]
    db.conn.executemany("DELETE FROM compared WHERE first = ?", ids)
    db.conn.executemany("DELETE FROM compared WHERE second = ?", ids)


def state(db: Database, name: str) -> str | None:
    """What the last search left under a name; None where there was none."""
    row = db.conn.execute("SELECT value FROM duplicate_search WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_state(db: Database, name: str, value: str) -> None:
    """Leave something for the next search."""
    db.conn.execute("INSERT OR REPLACE INTO duplicate_search VALUES (?, ?)", (name, value))


def _some(db: Database, ids: Sequence[int]) -> Iterator[Group]:
    wanted = (json.dumps(list(ids)),)
    members: dict[int, list[Link]] = defaultdict(list)
    keepers: dict[int, int] = {}
    rows = db.conn.execute(
        "SELECT group_id, photo_id, keeper, found_by, bits, certainty, turn FROM duplicate_members"
        " WHERE group_id IN (SELECT value FROM json_each(?)) ORDER BY group_id, certainty DESC, photo_id",
        wanted,
    )
    for group_id, photo_id, keeper, found_by, bits, certainty, turn in rows:
        if keeper:
            keepers[group_id] = photo_id
        else:
            members[group_id].append(Link(photo_id, FoundBy(found_by), bits, certainty, turn))
    sql = "SELECT id, kind, reason FROM duplicate_groups WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    for group_id, kind, reason in db.conn.execute(sql, wanted).fetchall():
        if group_id in keepers and members[group_id]:
            yield Group(group_id, GroupKind(kind), keepers[group_id], tuple(members[group_id]), reason)
