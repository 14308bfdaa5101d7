"""The search for near-duplicates in a library: by file, image data, hash, turned hash, and for crops by a closer look.

Each step computes what it lacks, tells how far it is, and can be cancelled; what was computed so far is kept.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tagger.duplicates import hamming, kinds
from tagger.duplicates.closer import Closer, Embedder
from tagger.duplicates.keeper import Policy
from tagger.duplicates.stars import Neighbours, Star, stars
from tagger.entities import Group
from tagger.imaging.phash import FLAT
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, duplicates, prints
from tagger.store.database import Database

TURNS = (2, 3, 4, 5, 6, 7)
"""The EXIF orientations to compare; 8 is 6 seen from the other photo."""

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Options:
    """What to look for.

    Attributes:
        distance: In how many of the 64 bits hashes may differ, 0..16.
        turned: Whether copies that are turned or mirrored count.
        crops: Whether to look for crops, which takes longest.
    """

    distance: int = 8
    turned: bool = True
    crops: bool = True


def find(
    store: Store,
    thumbnails: ThumbnailCache,
    options: Options,
    policy: Policy,
    *,
    embedder: Embedder | None = None,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> list[Group]:
    """Find all groups of the library and keep them instead of those that were.

    Args:
        store: The library.
        thumbnails: Its thumbnails, from which is computed what is lacking.
        options: What to look for.
        policy: Which photo of a group to keep.
        embedder: Gives the embedding of a photo that no backend has looked at; without it such photos are not looked
            at for crops.
        progress: Told what is done and how far it is.
        control: Pauses and cancels.

    Raises:
        Cancelled: by ``control``; what was found by hashes is kept, if the search had come so far.
    """
    control = control or Control()
    closer = Closer(store, thumbnails, embedder, progress, control)
    closer.print_missing()
    neighbours = _hashed(store, options, progress, control)
    for sizes in store.read(_same_image):
        neighbours.same_image(sizes)
    apart = store.read(duplicates.apart)
    ranked = functools.partial(_ranked, store, policy)
    group = functools.partial(stars, neighbours, ranked, lambda photo: apart.get(photo, frozenset()))
    if policy.needs_sharpness:
        closer.measure(list(neighbours.photos()))
    found = group()
    _keep(store, found, options, closer)
    if options.crops:
        closer.link_parts(neighbours, found, apart, ranked)
        _keep(store, group(), options, closer)
    return store.read(lambda db: list(duplicates.groups(db)))


def _keep(store: Store, found: Sequence[Star], options: Options, closer: Closer) -> None:
    groups = store.read(lambda db: kinds.sorted_out(db, found))
    unsure = [photo for group in groups if kinds.may_be_focus_stack(group) for photo in group.photo_ids]
    if closer.measure(unsure):
        groups = store.read(lambda db: kinds.sorted_out(db, found))

    def keep(db: Database) -> None:
        duplicates.replace_groups(db, groups)
        duplicates.set_state(db, "distance", str(options.distance))
        duplicates.set_state(db, "last_photo", str(_last_photo(db)))

    store.write(keep).result()


def _ranked(store: Store, policy: Policy, photo_ids: Iterable[int]) -> Sequence[int]:
    ids = list(photo_ids)
    return store.read(lambda db: policy.ranked(db, ids))


def _last_photo(db: Database) -> int:
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM photos").fetchone()[0])


def _hashed(store: Store, options: Options, progress: ProgressCallback, control: Control) -> Neighbours:
    """What is near by its hash, in any orientation."""
    ids, turned = store.read(_prints)
    nodes, node_of = np.unique(turned[:, 0], return_inverse=True)
    neighbours = Neighbours()
    neighbours.put(ids.tolist(), node_of.tolist())
    searches = 1 + (len(TURNS) if options.turned else 0)
    tell = functools.partial(_told, progress, searches)
    same = hamming.pairs_within(nodes, options.distance, progress=tell(0), control=control)
    neighbours.join_nodes(same.first, same.second, same.distance)
    if options.turned:
        _, first_of = np.unique(node_of, return_index=True)
        for step, turn in enumerate(TURNS, 1):
            probes = np.ascontiguousarray(turned[first_of, turn - 1])
            near = hamming.pairs_within(nodes, options.distance, probes=probes, progress=tell(step), control=control)
            others = near.first != near.second  # a photo that is its own mirror image is no duplicate of itself
            neighbours.join_nodes(near.first[others], near.second[others], near.distance[others], turn)
    return neighbours


def _told(progress: ProgressCallback, searches: int, step: int) -> ProgressCallback:
    return lambda told: progress(Progress(1000 * step + told.done, 1000 * searches, "hashes"))


def _prints(db: Database) -> tuple[Ids, npt.NDArray[np.uint64]]:
    ids: list[int] = []
    joined: list[bytes] = []
    for some, content in prints.telling(db, FLAT):
        ids += some
        joined.append(content)
    hashes = np.frombuffer(b"".join(joined), dtype=">u8").astype(np.uint64)
    return np.array(ids, np.int64), hashes.reshape(-1, 8)


def _same_image(db: Database) -> list[dict[int, int]]:
    """Photos with the same image data, with the bytes of each file."""
    rows = db.conn.execute(
        "SELECT image_hash, id, bytes FROM photos WHERE image_hash IN (SELECT image_hash FROM photos"
        " WHERE image_hash IS NOT NULL AND state <> 'missing' GROUP BY image_hash HAVING count(*) > 1)"
        " AND state <> 'missing' ORDER BY id"
    )
    found: dict[bytes, dict[int, int]] = {}
    for image_hash, photo_id, size in rows:
        found.setdefault(image_hash, {})[photo_id] = size
    return list(found.values())
