"""Renaming files between where they were and where a cleanup holds them, and having the new names on the disk."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tagger.metadata.files import sync_folder
from tagger.store.held import HeldFile, HeldState

Settled = tuple[HeldFile, HeldState]
"""A file, as it was noted before, and where it is now."""


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


def carry_out(files: Iterable[HeldFile], done: Moved) -> list[Settled]:
    """Rename files that are about to move, photo by photo; where each is then, for certain also after a power cut."""
    settled: list[Settled] = []
    for _photo_id, group in groupby(files, key=lambda file: (file.cleanup_id, file.photo_id)):
        settled += _move_photo(list(group), done)
    _sync(settled)
    for file, state in settled:
        if (file.state, state) in ((HeldState.MOVING, HeldState.HELD), (HeldState.RETURNING, HeldState.BACK)):
            done.bytes += file.bytes
            done.photo_ids.add(file.photo_id)
    return settled


def _move_photo(files: Sequence[HeldFile], done: Moved) -> list[Settled]:
    """Rename the files of one photo; its sidecars stay with it where it cannot be moved."""
    moved: list[Settled] = []
    for file in files:
        stuck = any(other.photo and state is not _aim(other) for other, state in moved)
        moved.append((file, _start(file) if stuck else _renamed(file, done)))
    return moved


def _aim(file: HeldFile) -> HeldState:
    return HeldState.HELD if file.state is HeldState.MOVING else HeldState.BACK


def _start(file: HeldFile) -> HeldState:
    return HeldState.BACK if file.state is HeldState.MOVING else HeldState.HELD


def _renamed(file: HeldFile, done: Moved) -> HeldState:
    """Rename one file, unless it is there already; where it is then, or as it was where its drive is not there."""
    forward = file.state is HeldState.MOVING
    source, target = (file.path, file.held_path) if forward else (file.held_path, file.path)
    problem = ""
    if os.path.lexists(source) and not os.path.lexists(target):
        try:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.rename(source, target)
        except OSError as error:
            problem = error.strerror or str(error)
        else:
            return _aim(file)
    at_source, at_target = os.path.lexists(source), os.path.lexists(target)
    if at_target and not at_source:  # a crash came between the rename and its note
        return _aim(file)
    if at_source:
        problem = f"there is another file at {target}" if at_target else problem
        done.problems.append(f"{source} stays where it is: {problem}")
        return _start(file)
    if not os.path.isdir(os.path.dirname(file.path)):
        done.problems.append(f"{source} cannot be reached; it is moved at the next start with its drive")
        return file.state
    done.problems.append(f"{source} is not there any more")
    return HeldState.LOST


def _sync(settled: Sequence[Settled]) -> None:
    """Have the new names on the disk before they are noted, and those of folders that were made for them."""
    touched: set[str] = set()
    for file, state in settled:
        if state is _aim(file):
            held = os.path.dirname(file.held_path)
            touched |= {os.path.dirname(file.path), held, os.path.dirname(held), os.path.dirname(os.path.dirname(held))}
    for folder in sorted(touched):
        with contextlib.suppress(OSError):  # a disk that cannot do so has taken the names nevertheless
            sync_folder(folder)


def remove_empty(folder: str) -> None:
    """Remove the folder that held a cleanup, and the one of all cleanups, once nothing is in them."""
    for place in (folder, os.path.dirname(folder)):
        try:
            os.rmdir(place)
        except OSError:
            return
