"""Moving discarded files out of the way, so that they can come back.

A file is renamed into a hidden folder on its own volume (or a folder that the user chose there), never copied and never
deleted. Each rename stands between two notes in the library: that it is about to be, and that it was. The first is on
the disk before anything is renamed (``durable``), and the new names are on the disk before the second is written, so a
crash or a power cut at any moment leaves every file at one of two known places, and the next start finishes what was
begun. One program at a time does so, see `locking`.

What is held goes to the system's trash when the user says so, or after some days, see `emptying`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Sequence

from tagger.duplicates.locking import locked, locked_now
from tagger.duplicates.plan import Discard
from tagger.duplicates.renaming import Moved, Settled, carry_out, remove_empty
from tagger.duplicates.targets import FOLDER, Targets, is_held, same_volume
from tagger.entities import FoundBy, Group, GroupKind, Link
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, duplicates, folders, held, removed
from tagger.store.database import Database
from tagger.store.held import HeldFile, HeldState

__all__ = ["FOLDER", "Moved", "held_files", "hold", "recover", "turn"]

_AT_ONCE = 100
_EXACT = (FoundBy.FILE, FoundBy.IMAGE)


def hold(
    store: Store,
    cleanup_id: int,
    discards: Sequence[Discard],
    *,
    place: str | None = None,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Moved:
    """Move the files of discarded photos out of the way and take the photos out of the library; under the lock.

    Args:
        store: The library.
        cleanup_id: See `held.begin`.
        discards: What goes.
        place: A folder to move them to, see `targets.checked_place`; photos of other volumes stay, and are named. None
            to hold them.
        progress: Told how far it is.
        control: Cancels between some photos.

    Raises:
        Cancelled: between some photos; those are held or where they were.
        LibraryError: nothing can be noted any more; files are at one of their two places, and `recover` finishes.
    """
    control, done = control or Control(), Moved()
    targets = Targets(store.read(folders.folders), cleanup_id, place)
    wanted = [discard for discard in discards if _reaches(discard, place, done)]
    for start in range(0, len(wanted), _AT_ONCE):
        control.checkpoint()
        some = wanted[start : start + _AT_ONCE]
        progress(Progress(start, len(wanted), some[0].photo.path))
        note = functools.partial(_note, cleanup_id=cleanup_id, discards=some, targets=targets)
        _carry_out(store, store.write(note, durable=True).result(), done)
    progress(Progress(len(wanted), len(wanted)))
    return done


def turn(store: Store, cleanup_id: int, *, forward: bool) -> Moved:
    """Bring back what a cleanup moved, or move it again; what is somewhere else by now is named and left there."""
    before = [HeldState.BACK] if forward else [HeldState.HELD, HeldState.LOST]
    after = HeldState.MOVING if forward else HeldState.RETURNING
    done = Moved()
    with locked(store):
        photos = store.read(lambda db: held.photos(db, cleanup_id, before))
        for start in range(0, len(photos), _AT_ONCE):
            begin = functools.partial(_begin, cleanup_id, photos[start : start + _AT_ONCE], before, after)
            _carry_out(store, store.write(begin, durable=True).result(), done)
        gone = store.read(lambda db: held.photos(db, cleanup_id, [HeldState.TRASHED]))
    if not forward and gone:
        done.problems.append(f"{len(gone):,} photos are in the system's trash by now; take them out of it by hand")
    return done


def recover(store: Store) -> Moved:
    """Finish what a crash interrupted: each file that was about to move is moved, or found to be there already.

    Where another program is at it right now, nothing is done.
    """
    done = Moved()
    if store.read(held.unfinished):
        with locked_now(store) as mine:
            files = store.read(held.unfinished) if mine else []
            for start in range(0, len(files), _AT_ONCE):
                _carry_out(store, files[start : start + _AT_ONCE], done)
    return done


def held_files(store: Store) -> Iterator[HeldFile]:
    """What is held now; what was moved to a folder of the user's choice is not."""
    files = store.read(lambda db: held.files(db, states=[HeldState.HELD]))
    yield from (file for file in files if is_held(file.held_path))


def held_total(db: Database) -> tuple[int, int]:
    """Number and bytes of the files that are held."""
    sizes = [size for path, size in held.sizes(db) if is_held(path)]
    return len(sizes), sum(sizes)


def _reaches(discard: Discard, place: str | None, done: Moved) -> bool:
    if place is None or same_volume(os.path.dirname(discard.photo.path), place):
        return True
    done.problems.append(f"{discard.photo.path} stays where it is: {place} is on another volume")
    return False


def _note(db: Database, cleanup_id: int, discards: Sequence[Discard], targets: Targets) -> list[HeldFile]:
    """Write down which files are about to move."""
    for discard in discards:
        held.add(db, cleanup_id, (discard.photo.id, discard.keeper.id), list(targets.of(discard)), discard.link)
    photos = [discard.photo.id for discard in discards]
    return held.files(db, cleanup_id=cleanup_id, photo_ids=photos, states=[HeldState.MOVING])


def _begin(
    cleanup_id: int, photos: Sequence[int], before: Sequence[HeldState], after: HeldState, db: Database
) -> list[HeldFile]:
    files = held.files(db, cleanup_id=cleanup_id, photo_ids=photos, states=before)
    held.set_state(db, [file.id for file in files], after)
    return held.files(db, cleanup_id=cleanup_id, photo_ids=photos, states=[after])


def _carry_out(store: Store, files: Sequence[HeldFile], done: Moved) -> None:
    """Rename files that are about to move, and note what became of them."""
    settled = carry_out(files, done)
    store.write(functools.partial(_settle, settled=settled)).result()
    for folder in {os.path.dirname(file.held_path) for file, state in settled if state is HeldState.BACK}:
        remove_empty(folder)


def _settle(db: Database, settled: Sequence[Settled]) -> None:
    """Note where files are, and let their photos leave the library or come back."""
    for file, state in settled:
        held.set_state(db, [file.id], state)
    photos = [(file, state) for file, state in settled if file.photo]
    _leave(db, [file for file, state in photos if (file.state, state) == (HeldState.MOVING, HeldState.HELD)])
    _come_back(db, [file for file, state in photos if (file.state, state) == (HeldState.RETURNING, HeldState.BACK)])
    stayed = {file.photo_id for file, state in photos if (file.state, state) == (HeldState.MOVING, HeldState.BACK)}
    held.drop(db, [file.id for file, state in settled if file.photo_id in stayed and state is HeldState.BACK])


def _leave(db: Database, files: Sequence[HeldFile]) -> None:
    content = removed.packed_all(db, [file.photo_id for file in files])
    held.set_content(db, {file.id: content[file.photo_id] for file in files if file.photo_id in content})
    duplicates.drop_members(db, list(content))
    removed.forget(db, list(content))


def _come_back(db: Database, files: Sequence[HeldFile]) -> None:
    found = {file: told for file in files if (told := held.content_of(db, file.id)) is not None}
    if not found:
        return
    there = removed.restore_all(db, {file.photo_id: content for file, (content, _link) in found.items()})
    by_keeper: dict[int, list[Link]] = {}
    for file, (_content, link) in found.items():
        if file.photo_id in there:
            by_keeper.setdefault(file.keeper_id, []).append(link)
    duplicates.drop_broken(db)  # of photos that left the library meanwhile
    for keeper_id, links in by_keeper.items():
        _regroup(db, keeper_id, links)


def _regroup(db: Database, keeper_id: int, links: Sequence[Link]) -> None:
    """Put photos that came back to the keeper they had, if that is one still."""
    taken = duplicates.groups_of(db, [keeper_id, *(link.photo_id for link in links)])
    links = [link for link in links if link.photo_id not in taken]
    group = next(duplicates.groups(db, [taken[keeper_id]]), None) if keeper_id in taken else None
    if group is not None and group.keeper != keeper_id:
        return
    everything = (*(() if group is None else group.links), *links)
    kind = GroupKind.COPIES if all(link.found_by in _EXACT for link in everything) else GroupKind.NEAR
    if group is not None:
        duplicates.add_members(db, group.id, links)
        duplicates.set_kind(db, group.id, kind)
    elif links and removed.there(db, [keeper_id]):
        duplicates.add_group(db, Group(0, kind, keeper_id, tuple(links)))
