"""Moving discarded files out of the way, so that they can come back.

A file is renamed into a hidden folder on its own volume, never copied and never deleted. Each rename stands between two
notes in the library: that it is about to be, and that it was. So a crash at any moment leaves every file at one of two
known places, and the next start finishes what was begun.

What is held goes to the system's trash when the user says so, or after some days. Where a volume has no trash, it stays
held, and that is said.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlite_utils import Database

from tagger.duplicates.plan import Discard
from tagger.entities import Group, GroupKind
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, duplicates, folders, held, removed
from tagger.store.held import HeldFile, HeldState

FOLDER = ".tagger-held"
"""Name of the hidden folder, in the root that a photo belongs to; indexing passes hidden folders by."""

_AT_ONCE = 50

Move = Callable[[str, str], None]


@dataclass
class Moved:
    """What moving came to.

    Attributes:
        photo_ids: Photos that left the library, or came back.
        bytes: Of their files.
        problems: What could not be moved, each with its reason.
    """

    photo_ids: set[int] = field(default_factory=set)
    bytes: int = 0
    problems: list[str] = field(default_factory=list)


def hold(
    store: Store,
    cleanup_id: int,
    discards: Sequence[Discard],
    *,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Moved:
    """Move the files of discarded photos out of the way and take the photos out of the library.

    Raises:
        Cancelled: between some photos; those are held or where they were.
    """
    control = control or Control()
    done = Moved()
    for start in range(0, len(discards), _AT_ONCE):
        control.checkpoint()
        some = discards[start : start + _AT_ONCE]
        progress(Progress(start, len(discards), some[0].photo.path))
        store.write(functools.partial(_note, cleanup_id=cleanup_id, discards=some)).result()
        moving = store.read(lambda db: held.files(db, cleanup_id=cleanup_id, states=[HeldState.MOVING]))
        _carry_out(store, moving, done)
    progress(Progress(len(discards), len(discards)))
    return done


def turn(store: Store, cleanup_id: int, *, forward: bool) -> Moved:
    """Bring back what a cleanup moved, or move it again; what is somewhere else by now is named and left there."""
    before = HeldState.BACK if forward else HeldState.HELD
    after = HeldState.MOVING if forward else HeldState.RETURNING
    done = Moved()
    files = store.read(lambda db: held.files(db, cleanup_id=cleanup_id, states=[before]))
    for start in range(0, len(files), _AT_ONCE):
        some = [file.id for file in files[start : start + _AT_ONCE]]
        store.write(lambda db, some=some: held.set_state(db, some, after)).result()  # type: ignore[misc]
        wanted = set(some)
        moving = store.read(lambda db: held.files(db, cleanup_id=cleanup_id, states=[after]))
        _carry_out(store, [file for file in moving if file.id in wanted], done)
    gone = store.read(lambda db: held.files(db, cleanup_id=cleanup_id, states=[HeldState.TRASHED]))
    if not forward and gone:
        done.problems.append(f"{len(gone):,} files are in the system's trash by now; take them out of it by hand")
    return done


def recover(store: Store) -> Moved:
    """Finish what a crash interrupted: each file that was about to move is moved, or found to be there already."""
    done = Moved()
    states = [HeldState.MOVING, HeldState.RETURNING]
    _carry_out(store, store.read(lambda db: held.files(db, states=states)), done)
    return done


def empty(store: Store, *, older_than: str | None = None, trash: Move | None = None) -> Moved:
    """Put what is held into the system's trash.

    Args:
        store: The library.
        older_than: Only what was cleaned up before this time, ISO 8601 in UTC.
        trash: How to put a file into the trash; the system's own way if not given.
    """
    done = Moved()
    for file in store.read(lambda db: held.files(db, states=[HeldState.HELD])):
        if older_than is not None and file.at >= older_than:
            continue
        try:
            _trash(file.held_path) if trash is None else trash(file.held_path, file.path)
        except OSError as error:
            done.problems.append(f"{file.held_path} stays held: it cannot be put into the trash: {error}")
            continue
        store.write(lambda db, file=file: held.set_state(db, [file.id], HeldState.TRASHED)).result()  # type: ignore[misc]
        done.photo_ids.add(file.photo_id)
        done.bytes += file.bytes
        _remove_empty(os.path.dirname(file.held_path))
    return done


def _trash(path: str) -> None:
    from send2trash import TrashPermissionError, send2trash

    try:
        send2trash(path)
    except TrashPermissionError as error:
        raise OSError("this volume has no trash") from error


def _note(db: Database, cleanup_id: int, discards: Iterable[Discard]) -> None:
    """Write down which files are about to move, with all that is known of their photos."""
    roots = folders.folders(db)
    for discard in discards:
        paths = (discard.photo.path, *discard.sidecars)
        where = _held_folder(discard.photo.path, roots, cleanup_id)
        number = discard.photo.id
        files = [(path, os.path.join(where, f"{number}-{os.path.basename(path)}"), _size(path)) for path in paths]
        content = removed.packed(db, discard.photo.id)
        held.add(db, cleanup_id, (discard.photo.id, discard.keeper.id), files, content, discard.link)


def _held_folder(path: str, roots: Sequence[str], cleanup_id: int) -> str:
    """Where a photo is held: in its root, if that is on the same volume, else in its own folder."""
    own = os.path.dirname(path)
    root = next((root for root in roots if removed.lies_in(path, root)), own)
    try:
        base = root if os.stat(root).st_dev == os.stat(own).st_dev else own
    except OSError:
        base = own
    return os.path.join(base, FOLDER, str(cleanup_id))


def _carry_out(store: Store, files: Sequence[HeldFile], done: Moved) -> None:
    """Rename files that are about to move, photo by photo, and note what became of them."""
    for photo_id, group in groupby(files, key=lambda file: file.photo_id):
        moved = _move_photo(list(group), done)
        store.write(functools.partial(_settle, photo_id=photo_id, moved=moved)).result()
        for file, state in moved:
            if state in (HeldState.HELD, HeldState.BACK):
                done.bytes += file.bytes
                done.photo_ids.add(photo_id)
            if state is HeldState.BACK:
                _remove_empty(os.path.dirname(file.held_path))


def _move_photo(files: Sequence[HeldFile], done: Moved) -> list[tuple[HeldFile, HeldState]]:
    """Rename the files of one photo; its sidecars stay where they are if the photo does."""
    moved: list[tuple[HeldFile, HeldState]] = []
    for file in files:
        stuck = any(other.photo and state is HeldState.BACK for other, state in moved)
        moved.append((file, HeldState.BACK if stuck and file.state is HeldState.MOVING else _renamed(file, done)))
    return moved


def _renamed(file: HeldFile, done: Moved) -> HeldState:
    """Rename one file, unless it is there already; where it is afterwards."""
    forward = file.state is HeldState.MOVING
    source, target = (file.path, file.held_path) if forward else (file.held_path, file.path)
    there, back = (HeldState.HELD, HeldState.BACK) if forward else (HeldState.BACK, HeldState.HELD)
    at_source, at_target = os.path.lexists(source), os.path.lexists(target)
    if at_target and not at_source:
        return there  # a crash came between the rename and its note
    if not at_source:
        done.problems.append(f"{source} is not there any more")
        return HeldState.LOST
    if at_target:
        done.problems.append(f"{source} stays where it is: there is another file at {target}")
        return back
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.rename(source, target)
    except OSError as error:
        done.problems.append(f"{source} stays where it is: {error.strerror}")
        return back
    return there


def _settle(db: Database, photo_id: int, moved: Sequence[tuple[HeldFile, HeldState]]) -> None:
    """Note where the files of a photo are, and let the photo leave the library or come back."""
    for file, state in moved:
        held.set_state(db, [file.id], state)
        if not file.photo:
            continue
        if state is HeldState.HELD and file.state is HeldState.MOVING:
            _leave(db, file)
        elif state is HeldState.BACK and file.state is HeldState.RETURNING:
            _come_back(db, file)
        elif state is HeldState.BACK:  # it never left
            held.drop(db, [other.id for other, _state in moved if _state is HeldState.BACK])


def _leave(db: Database, file: HeldFile) -> None:
    if db.conn.execute("SELECT 1 FROM photos WHERE id = ?", (file.photo_id,)).fetchone() is not None:
        held.set_content(db, file.id, removed.packed(db, file.photo_id))
    duplicates.drop_members(db, [file.photo_id])
    db.conn.execute("DELETE FROM photos WHERE id = ?", (file.photo_id,))


def _come_back(db: Database, file: HeldFile) -> None:
    found = held.content_of(db, file.id)
    if found is None:
        return
    content, link = found
    removed.restore(db, content)
    groups = duplicates.groups_of(db, [file.keeper_id, file.photo_id])
    here = db.conn.execute("SELECT count(*) FROM photos WHERE id IN (?, ?)", (file.keeper_id, file.photo_id)).fetchone()
    if file.photo_id in groups or here[0] < 2:
        return
    if file.keeper_id in groups:
        duplicates.add_members(db, groups[file.keeper_id], [link])
    else:
        duplicates.add_group(db, Group(0, GroupKind.NEAR, file.keeper_id, (link,)))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _remove_empty(folder: str) -> None:
    """Remove the held folder of a cleanup once nothing is in it."""
    for place in (folder, os.path.dirname(folder)):
        try:
            os.rmdir(place)
        except OSError:
            return


def held_files(store: Store) -> Iterator[HeldFile]:
    """What is held now."""
    yield from store.read(lambda db: held.files(db, states=[HeldState.HELD]))
