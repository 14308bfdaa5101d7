"""What of a folder indexing looks at: all of it, or only the directories where something happened."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tagger.library.patterns import Patterns
from tagger.library.walk import DirectoryListing, list_directory, problem_of, walk
from tagger.progress import Control
from tagger.store import folders, photos
from tagger.store.database import Database

_PHOTOS_AT_ONCE = 1000
_DIRECTORIES_AT_ONCE = 200
_LONGEST_S = 0.1


class Look(Protocol):
    """A way to look at a folder."""

    def listings(self, control: Control, patterns: Patterns | None) -> Iterator[DirectoryListing]:
        """Every directory that is looked at."""
        ...

    def known(self, db: Database) -> list[str]:
        """The directories with photos that would have been listed, were they still there."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A folder and everything below it."""

    folder: str

    def listings(self, control: Control, patterns: Patterns | None) -> Iterator[DirectoryListing]:
        """Walk through it."""
        return walk(self.folder, control, patterns)

    def known(self, db: Database) -> list[str]:
        """All that has photos below it."""
        return photos.known_directories(db, self.folder)


@dataclass(frozen=True, slots=True)
class Touched:
    """Where something happened.

    Attributes:
        directories: Directories in which files came, went or changed.
        trees: Paths that came or went themselves, so that everything below them did.
    """

    directories: Collection[str] = ()
    trees: Collection[str] = ()

    def __bool__(self) -> bool:
        return bool(self.directories or self.trees)

    def united(self, other: Touched) -> Touched:
        """Both."""
        return Touched({*self.directories, *other.directories}, {*self.trees, *other.trees})

    def within(self, root: str) -> Touched:
        """The part in a folder, by the paths that a walk through it would give."""
        return Touched(
            {own for path in self.directories if (own := _own_path(path, root)) is not None},
            {own for path in self.trees if (own := _own_path(path, root)) is not None},
        )

    def listings(self, control: Control, patterns: Patterns | None) -> Iterator[DirectoryListing]:
        """List the directories, and walk through the trees that are there."""
        listed: set[str] = set()
        for tree in sorted(self.trees):
            if tree not in listed and os.path.isdir(tree) and not _left_out(tree, patterns):
                for listing in walk(tree, control, patterns):
                    listed.add(listing.directory)
                    yield listing
        for directory in sorted(set(self.directories) - listed):
            control.checkpoint()
            if _left_out(directory, patterns):
                continue
            try:
                yield list_directory(directory, patterns)[0]
            except FileNotFoundError:
                continue
            except OSError as error:
                yield DirectoryListing(directory, problem=problem_of(directory, error))

    def known(self, db: Database) -> list[str]:
        """The directories, and those with photos below the trees."""
        below = {each for tree in self.trees for each in folders.directories_below(db, tree)}
        return sorted(below.union(self.directories))


def batches(listings: Iterable[DirectoryListing], control: Control) -> Iterator[list[DirectoryListing]]:
    """Directories gathered until they are worth asking the library for, or have waited, or somebody wants a pause."""
    some: list[DirectoryListing] = []
    photos_in, since = 0, time.monotonic()
    for listing in listings:
        some.append(listing)
        photos_in += len(listing.found)
        late = time.monotonic() - since > _LONGEST_S
        if photos_in >= _PHOTOS_AT_ONCE or len(some) >= _DIRECTORIES_AT_ONCE or late or control.paused:
            yield some
            some, photos_in, since = [], 0, time.monotonic()
    if some:
        yield some


@dataclass(frozen=True, slots=True)
class Ground:
    """What a folder was when looking began: an unplugged drive must not look like one whose photos were deleted."""

    path: str
    identity: tuple[int, int] | None

    @classmethod
    def of(cls, path: str) -> Ground:
        """The folder as it is now."""
        return cls(path, _identity(path))

    def holds(self) -> bool:
        """Whether it is there, and still the same."""
        return self.identity is not None and _identity(self.path) == self.identity


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _own_path(path: str, root: str) -> str | None:
    """The path under which a walk through the folder lists a directory; None where it never would."""
    if path != root and not path.startswith(root.rstrip(os.sep) + os.sep):
        return None
    real, real_root = os.path.realpath(path), os.path.realpath(root)
    if real == real_root:
        return root
    if real.startswith(real_root.rstrip(os.sep) + os.sep):
        path = root.rstrip(os.sep) + real[len(real_root.rstrip(os.sep)) :]
    hidden = any(part.startswith(".") for part in path[len(root) :].split(os.sep))
    return None if hidden else path


def _left_out(directory: str, patterns: Patterns | None) -> bool:
    return bool(patterns) and directory != patterns.root and not patterns.enters(directory)  # type: ignore[union-attr]
