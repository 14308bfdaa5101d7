"""New photos find their groups at once, without a new search: each is compared with the hashes of all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tagger.duplicates import hamming, kinds, rechoosing
from tagger.duplicates.keeper import Policy
from tagger.duplicates.stars import INVERSE, Star, certainty
from tagger.entities import FoundBy, Group, Link
from tagger.imaging.phash import FLAT
from tagger.store import duplicates, prints
from tagger.store.database import Database

MOST = 5000
"""Above so many new photos a new search is quicker."""

_ORIENTATIONS = 8


def place_new(db: Database, policy: Policy) -> int | None:
    """Put photos that came since the last search into the groups of their keepers, or into new ones.

    A photo that is near the keeper of a group joins that one, and one that is near photos in no group makes a group
    with these; it is kept instead where the rules say so. One that is only near other members joins nothing, or groups
    would grow into chains. Crops are found by the next search only. To be called in a write.

    Returns:
        How many photos were placed; None where there has been no search yet, or where there are too many new ones.
    """
    last, distance = duplicates.state(db, "last_photo"), duplicates.state(db, "distance")
    if last is None or distance is None:
        return None
    duplicates.drop_broken(db)  # whose keepers left the library meanwhile
    new = prints.since(db, int(last))
    if not new or len(new) > MOST:
        return None if new else 0
    known = _Known(db)
    placed = 0
    for photo_id, turned in new:
        links = known.near(photo_id, turned, int(distance))
        placed += _place(db, policy, photo_id, links)
    duplicates.set_state(db, "last_photo", str(new[-1][0]))
    return placed


def place_again(db: Database, policy: Policy, photo_ids: Sequence[int]) -> None:
    """Put photos that are in no group to those they are near, as `place_new` does with new ones."""
    distance = duplicates.state(db, "distance")
    if distance is None:
        return
    known = _Known(db)
    for photo_id, turned in prints.of(db, photo_ids):
        if not duplicates.groups_of(db, [photo_id]):
            _place(db, policy, photo_id, known.near(photo_id, turned, int(distance)))


class _Known:
    """The hashes of all photos, and which were said to be no duplicates."""

    def __init__(self, db: Database) -> None:
        ids: list[int] = []
        joined: list[bytes] = []
        for some, content in prints.telling(db, FLAT):
            ids += some
            joined.append(content)
        self._ids = np.array(ids, np.int64)
        hashes = np.frombuffer(b"".join(joined), dtype=">u8").astype(np.uint64)
        self._hashes: npt.NDArray[np.uint64] = np.ascontiguousarray(hashes.reshape(-1, _ORIENTATIONS)[:, 0])
        self._place = {photo_id: at for at, photo_id in enumerate(ids)}
        self._apart = duplicates.apart(db)
        self._db = db

    def near(self, photo_id: int, turned: bytes, distance: int) -> list[Link]:
        """What is near a photo, the surest first."""
        found = {link.photo_id: link for link in self._by_hash(photo_id, turned, distance)}
        for other, found_by in _same_image(self._db, photo_id):
            found[other] = Link(other, found_by, 0, 1.0)
        apart = self._apart.get(photo_id, set())
        links = (link for link in found.values() if link.photo_id != photo_id and link.photo_id not in apart)
        return sorted(links, key=lambda link: (-link.certainty, link.photo_id))

    def _by_hash(self, photo_id: int, turned: bytes, distance: int) -> Iterator[Link]:
        if photo_id not in self._place:  # flat: its hash says nothing
            return
        for turn in range(_ORIENTATIONS, 0, -1):  # as it is comes last, and counts
            bits = hamming.distances(self._hashes, int.from_bytes(turned[8 * turn - 8 : 8 * turn], "big"))
            found_by = FoundBy.HASH if turn == 1 else FoundBy.TURNED
            for at in np.flatnonzero(bits <= distance).tolist():
                differing = int(bits[at])
                yield Link(int(self._ids[at]), found_by, differing, certainty(differing), INVERSE[turn])


def _same_image(db: Database, photo_id: int) -> Iterator[tuple[int, FoundBy]]:
    rows = db.conn.execute(
        "SELECT o.id, o.bytes = p.bytes FROM photos p JOIN photos o ON o.image_hash = p.image_hash"
        " WHERE p.id = ? AND o.id <> p.id AND o.state <> 'missing'",
        (photo_id,),
    )
    for other, same_size in rows:
        yield other, FoundBy.FILE if same_size else FoundBy.IMAGE


def _place(db: Database, policy: Policy, photo_id: int, links: Sequence[Link]) -> bool:
    """Put one photo to those it is near."""
    group_of = duplicates.groups_of(db, [link.photo_id for link in links])
    groups = {group.keeper: group for group in duplicates.groups(db, sorted(set(group_of.values())))}
    for link in links:
        group = groups.get(link.photo_id)
        if group is not None:
            back = Link(photo_id, link.found_by, link.bits, link.certainty, INVERSE[link.turn])
            _replace(db, group, Star(group.keeper, (*group.links, back)))
            _keep_if_best(db, policy, photo_id)
            return True
    alone = {link.photo_id: link for link in links if link.photo_id not in group_of}
    if not alone:
        return False
    keeper = policy.ranked(db, [photo_id, *alone])[0]
    if keeper == photo_id:
        star = Star(photo_id, tuple(alone.values()))
    else:
        link = alone[keeper]
        star = Star(keeper, (Link(photo_id, link.found_by, link.bits, link.certainty, INVERSE[link.turn]),))
    _replace(db, None, star)
    return True


def _keep_if_best(db: Database, policy: Policy, photo_id: int) -> None:
    """Let a new photo be the keeper of the group that it came to, where the rules say so and all others are near it."""
    for group in duplicates.groups(db, list(duplicates.groups_of(db, [photo_id]).values())):
        if group.keeper != photo_id and policy.ranked(db, group.photo_ids)[0] == photo_id:
            rechoosing.set_keeper(db, group, photo_id)


def _replace(db: Database, before: Group | None, star: Star) -> None:
    if before is not None:
        duplicates.drop_groups(db, [before.id])
    for group in kinds.sorted_out(db, [star]):
        duplicates.add_group(db, group)
