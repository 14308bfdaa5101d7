"""Whether files are still what the plan was made for, right before they move."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tagger.duplicates.facts import Facts
from tagger.duplicates.plan import Discard
from tagger.imaging.image_hash import image_hash
from tagger.progress import Control, Progress, ProgressCallback
from tagger.store import Store
from tagger.store.database import Database

_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Checked:
    """What may move, and what changed since: ``problems`` name it."""

    discards: tuple[Discard, ...]
    problems: tuple[str, ...]


def check(store: Store, discards: Iterable[Discard], progress: ProgressCallback, control: Control) -> Checked:
    """Read the image data of each file and its keeper again, and leave out what is not as the library knows it.

    Raises:
        Cancelled: by ``control``; nothing has moved.
    """
    wanted = list(discards)
    photos = {photo.id: photo for discard in wanted for photo in (discard.keeper, discard.photo)}
    hashes = store.read(lambda db: _hashes(db, photos))
    problems: dict[int, str] = {}
    ids = list(photos)

    def check_one(photo_id: int) -> str | None:
        return _problem(photos[photo_id], hashes.get(photo_id))

    with ThreadPoolExecutor(os.cpu_count(), "checking") as pool:
        for start in range(0, len(ids), _AT_ONCE):
            control.checkpoint()
            some = ids[start : start + _AT_ONCE]
            progress(Progress(start, len(ids), photos[some[0]].path))
            for photo_id, problem in zip(some, pool.map(check_one, some), strict=True):
                if problem is not None:
                    problems[photo_id] = problem
    kept = tuple(d for d in wanted if d.photo.id not in problems and d.keeper.id not in problems)
    return Checked(kept, tuple(_told(wanted, problems)))


def _told(discards: Iterable[Discard], problems: dict[int, str]) -> Iterator[str]:
    for discard in discards:
        own, others = problems.get(discard.photo.id), problems.get(discard.keeper.id)
        if own is not None:
            yield f"{discard.photo.path} is left alone: {own}"
        elif others is not None:
            yield f"{discard.photo.path} is left alone; of the photo to keep, {discard.keeper.path}: {others}"


def _hashes(db: Database, photo_ids: Iterable[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for photo_id in photo_ids:
        row = db.conn.execute("SELECT image_hash FROM photos WHERE id = ? AND state = 'ok'", (photo_id,)).fetchone()
        if row is not None and row[0] is not None:
            found[photo_id] = row[0]
    return found


def _problem(photo: Facts, known: bytes | None) -> str | None:
    """What is wrong with a file; None where it is as the library knows it."""
    if known is None:
        return "its image data was never read; look through its folder again"
    try:
        if os.stat(photo.path).st_size == 0:
            return "it is empty"
        return None if image_hash(photo.path) == known else "it was changed since; look through its folder again"
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
