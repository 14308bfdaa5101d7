"""Another keeper for groups that stand, without a new search: by other rules, or because the user says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from tagger.duplicates.keeper import Policy
from tagger.duplicates.stars import INVERSE, certainty
from tagger.entities import FoundBy, Group, Link
from tagger.store import duplicates, group_decisions
from tagger.store.database import Database

_ORIENTATIONS = 8


def choose_keepers(db: Database, policy: Policy, group_ids: Sequence[int] | None = None) -> int:
    """Make the best photo of each group its keeper, by a policy; how many groups have another one now.

    A photo that some other of the group is not near stays what it is, so that no group becomes a chain.
    """
    changed = 0
    for group in list(duplicates.groups(db, group_ids)):
        for photo_id in policy.ranked(db, group.photo_ids):
            if photo_id == group.keeper:
                break
            if set_keeper(db, group, photo_id):
                changed += 1
                break
    return changed


def set_keeper(db: Database, group: Group, photo_id: int) -> bool:
    """Make a photo the keeper of its group; False, with nothing changed, where some other photo is not near it."""
    prints = _prints(db, group.photo_ids)
    same = _same_image(db, photo_id, group.photo_ids)
    most = int(duplicates.state(db, "distance") or 0)
    old = {link.photo_id: link for link in group.links}
    links: list[Link] = []
    for other in group.photo_ids:
        if other == photo_id:
            continue
        link = (
            same.get(other) or _by_hash(prints, photo_id, other, most) or _through(old, group.keeper, photo_id, other)
        )
        if link is None:
            return False
        links.append(link)
    duplicates.set_keeper(db, group.id, photo_id, links)
    group_decisions.follow_keeper(db, group.photo_ids, photo_id)
    return True


def _by_hash(prints: Mapping[int, np.ndarray], keeper: int, other: int, most: int) -> Link | None:
    if keeper not in prints or other not in prints:
        return None
    bits = np.bitwise_count(prints[other] ^ prints[keeper][0])
    turn = int(np.argmin(bits)) + 1
    differing = int(bits[turn - 1])
    if differing > most:
        return None
    return Link(other, FoundBy.HASH if turn == 1 else FoundBy.TURNED, differing, certainty(differing), turn)


def _through(old: Mapping[int, Link], old_keeper: int, keeper: int, other: int) -> Link | None:
    """A crop of the old keeper is one of a photo that shows what that shows."""
    mine = old[keeper]
    if mine.found_by is FoundBy.CROP:
        return None
    if other == old_keeper:
        return Link(other, mine.found_by, mine.bits, mine.certainty, INVERSE[mine.turn])
    theirs = old[other]
    if theirs.found_by is not FoundBy.CROP or mine.turn != 1:
        return None
    return Link(other, FoundBy.CROP, theirs.bits, round(theirs.certainty * mine.certainty, 3))


def _prints(db: Database, photo_ids: Iterable[int]) -> dict[int, np.ndarray]:
    sql = "SELECT photo_id, turned FROM photo_prints WHERE photo_id IN (SELECT value FROM json_each(?))"
    rows = db.conn.execute(sql, (json.dumps(list(photo_ids)),))
    found = {photo_id: np.frombuffer(turned, ">u8").astype(np.uint64) for photo_id, turned in rows}
    return {photo_id: hashes for photo_id, hashes in found.items() if len(hashes) == _ORIENTATIONS}


def _same_image(db: Database, photo_id: int, photo_ids: Iterable[int]) -> dict[int, Link]:
    rows = db.conn.execute(
        "SELECT o.id, o.bytes = p.bytes FROM photos p JOIN photos o ON o.image_hash = p.image_hash"
        " WHERE p.id = ? AND o.id <> p.id AND o.id IN (SELECT value FROM json_each(?))",
        (photo_id, json.dumps(list(photo_ids))),
    )
    return {other: Link(other, FoundBy.FILE if same else FoundBy.IMAGE, 0, 1.0) for other, same in rows}
