"""Photos that are missing, found again by the user: the one that was asked about, and all others that are there too."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from tagger.entities import PhotoId, PhotoState
from tagger.errors import UsageError
from tagger.library.moves import matched, within
from tagger.store import identity, journal, photos, relinked
from tagger.store.database import Database
from tagger.store.identity import Holder
from tagger.store.store import Store


def same(db: Database, pairs: Sequence[tuple[PhotoId, PhotoId]]) -> frozenset[int]:
    """Let missing photos have the files of others, as one step of the journal; the photos that changed.

    Args:
        db: The library.
        pairs: The missing photo, and the one that was made for its file, each.

    Raises:
        UsageError: one is not in the library, or its file is not missing.
    """
    names = [os.path.basename(path) for path in photos.paths_of(db, [old for old, _new in pairs]).values()]
    for old, _new in pairs:
        photo = identity.holder(db, old)
        if photo is not None and photo.state is not PhotoState.MISSING and os.path.lexists(photo.path):
            raise UsageError(f"{os.path.basename(photo.path)} is not missing.", "Only a missing photo can be located.")
    moves = [relinked.relink(db, old, new) for old, new in pairs]
    if moves:
        name = os.fsencode(names[0]).decode("utf-8", "replace") if names else ""
        journal.record(db, f"locate {name}" if len(moves) == 1 else f"locate {len(moves):,} photos", moves=moves)
    return frozenset(each for pair in pairs for each in pair)


def not_the_same(db: Database, photo_ids: Sequence[PhotoId]) -> None:
    """These files are photos of their own: it is not asked about them again."""
    identity.settled(db, photo_ids)


def locate(store: Store, photo_id: PhotoId, path: str, index: Callable[[str], object]) -> frozenset[int]:
    """Find a missing photo at a path, and every other one that is missing and lies there.

    Args:
        store: The library.
        photo_id: The photo that was asked about.
        path: Its file, whatever that shows; or a folder, where the photos are known by what they show and their names.
        index: Reads a folder into the library, without finding out what moved.

    Returns:
        The photos that changed; none where nothing was found.

    Raises:
        UsageError: the file is no photo, or the photo is not missing.
    """
    path = os.path.abspath(path)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    index(folder)
    pairs: list[tuple[PhotoId, PhotoId]] = []
    if folder != path:
        chosen = store.read(lambda db: photos.id_of(db, path))
        if chosen is None:
            raise UsageError(
                f"{os.path.basename(path)} is not a photo.", "Choose the file of the photo, or its folder."
            )
        pairs.append((photo_id, chosen))
    taken = {each for pair in pairs for each in pair}
    pairs += [pair for pair in store.read(lambda db: _found(db, folder)) if taken.isdisjoint(pair)]
    return store.write(lambda db: same(db, pairs)).result() if pairs else frozenset()


def _found(db: Database, folder: str) -> list[tuple[PhotoId, PhotoId]]:
    """The missing photos whose picture came to a folder, each with the photo that was made for it."""
    came: dict[bytes, list[Holder]] = {}
    for arrival in identity.arrivals(db):
        file = arrival.holder
        if arrival.former is None and file.image_hash is not None and within(file.path, folder):
            came.setdefault(file.image_hash, []).append(file)
    return [
        (photo.id, file.id)
        for image_hash, files in came.items()
        for photo, file in matched(
            [each for each in identity.holders(db, image_hash) if each.state is PhotoState.MISSING], files
        )
    ]
