"""What somebody said is no duplicate: remembered for good, and taken back again."""

from __future__ import annotations

import json
from dataclasses import replace

from tagger.duplicates import rechoosing
from tagger.entities import Group
from tagger.store import duplicates
from tagger.store.database import Database


def separate(db: Database, group: Group, photo_id: int | None = None) -> None:
    """Remember that the photos of a group, or one of them and the others, are no duplicates of each other."""
    if photo_id is None:
        duplicates.keep_apart(db, group.photo_ids)
        duplicates.drop_groups(db, [group.id])
        return
    for other in group.photo_ids:
        if other != photo_id:
            duplicates.keep_apart(db, [photo_id, other])
    if photo_id == group.keeper:
        any(rechoosing.set_keeper(db, group, link.photo_id) for link in group.links)
    duplicates.drop_members(db, [photo_id])


def rejoin(db: Database, group: Group, photo_id: int | None = None) -> None:
    """Take `separate` back: the group stands again as it was, without photos that are gone meanwhile."""
    if photo_id is None:
        duplicates.let_together(db, group.photo_ids)
    else:
        for other in group.photo_ids:
            duplicates.let_together(db, [photo_id, other])
    there = _there(db, group)
    links = tuple(link for link in group.links if link.photo_id in there)
    if group.keeper in there and links:
        duplicates.drop_groups(db, set(duplicates.groups_of(db, group.photo_ids).values()))
        duplicates.add_group(db, replace(group, links=links))


def _there(db: Database, group: Group) -> set[int]:
    sql = "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))"
    return {photo_id for (photo_id,) in db.conn.execute(sql, (json.dumps(group.photo_ids),))}
