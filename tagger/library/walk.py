"""Every photo below a folder, one listing per directory."""

from __future__ import annotations

import functools
import os
import stat
from collections import deque
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tagger.entities import Stamp
from tagger.imaging.formats import is_photo_name, is_video_name
from tagger.library.patterns import Patterns
from tagger.progress import Control

SIDECAR_EXTENSION = ".xmp"
_LATEST_NS = 2**63 - 1
_PLAIN = frozenset({".jpg", ".JPG"})

IGNORED_DIRECTORIES = frozenset(
    {
        "@eadir",  # Synology's thumbnails
        "@recycle",
        "#recycle",
        "#snapshot",
        "$recycle.bin",
        "lost+found",
        "system volume information",
        "thumbs",
    }
)
"""Directories of systems rather than of people, casefolded; those with a leading dot are skipped as well."""


Found = tuple[str, int, int]
"""A photo before it is worth more: its path, its size in bytes and its modification time in nanoseconds."""


class FoundFile(NamedTuple):
    """A photo as the disk lists it."""

    path: str
    stamp: Stamp


@dataclass(frozen=True)
class DirectoryListing:
    """What one directory holds.

    Attributes:
        directory: Its path.
        found: The photos directly in it, as the disk lists them; all that is looked at of a directory that is known.
        sidecars: Stamp of every ``.xmp`` file, by the name as it is spelled.
        problem: Why the directory could not be listed; nothing is found then.
        videos: How many videos are directly in it; they are not handled.
    """

    directory: str
    found: list[Found] = field(default_factory=list)
    sidecars: dict[str, Stamp] = field(default_factory=dict)
    problem: str | None = None
    videos: int = 0

    @cached_property
    def files(self) -> list[FoundFile]:
        """The photos directly in it, by name."""
        return self.files_but(frozenset())

    def files_but(self, left_out: Set[object]) -> list[FoundFile]:
        """The photos directly in it, by name, without those of some paths."""
        rest = sorted(file for file in self.found if file[0] not in left_out)
        return [FoundFile(path, Stamp(size, _held(mtime_ns))) for path, size, mtime_ns in rest]


@dataclass(slots=True)
class _Entries:
    found: list[Found] = field(default_factory=list)
    sidecars: dict[str, Stamp] = field(default_factory=dict)
    directories: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)

    def listing(self, directory: str) -> DirectoryListing:
        """What is directly in it, without the directories."""
        return DirectoryListing(directory, self.found, self.sidecars, videos=len(self.videos))


def walk(folder: str, control: Control, patterns: Patterns | None = None) -> Iterator[DirectoryListing]:
    """List a folder and everything below it, in the order of names; hidden files and directories are left out.

    So is what ``patterns`` leave out, if they are given.

    Links to directories are followed after everything that is really there, and no directory is listed twice, so that
    loops end and a directory keeps the path it really has. A directory that cannot be listed is reported by its
    ``problem``; one that vanishes before its turn is left out, unless it is the folder itself.

    Raises:
        Cancelled: by ``control``, between two directories.
    """
    folder = os.path.abspath(folder)
    real, linked = [folder], deque[str]()
    seen: set[tuple[int, int] | str] = set()
    while real or linked:
        control.checkpoint()
        directory = real.pop() if real else linked.popleft()
        try:
            key = _identity(directory)
            entries = _entries(directory, patterns) if key not in seen else _Entries()
        except OSError as error:
            if directory == folder or not isinstance(error, FileNotFoundError):
                yield DirectoryListing(directory, problem=problem_of(directory, error))
            continue
        if key not in seen:
            seen.add(key)
            real.extend(sorted(entries.directories, reverse=True))
            linked.extend(sorted(entries.links))
            yield entries.listing(directory)


def list_directory(directory: str, patterns: Patterns | None = None) -> tuple[DirectoryListing, list[str]]:
    """One directory, and those directly in it; nothing deeper.

    Raises:
        OSError: it cannot be listed.
    """
    entries = _entries(directory, patterns)
    return entries.listing(directory), entries.directories + entries.links


def _entries(directory: str, patterns: Patterns | None = None) -> _Entries:
    entries = _Entries()
    plain, is_photo, add = _PLAIN, _is_photo, entries.found.append
    with os.scandir(directory) as found:
        for entry in found:
            name = entry.name
            if name[0] == ".":
                continue
            try:  # nearly every entry is a photo, and a library has many
                if (name[-4:] in plain or is_photo(name[name.rfind(".") :])) and entry.is_file():
                    status = entry.stat()
                    add((entry.path, status.st_size, status.st_mtime_ns))
                elif name[-4:] == SIDECAR_EXTENSION and entry.is_file():
                    entries.sidecars[name] = stamp_of(entry.stat())
                else:
                    _sort_in(entry, entries)
            except OSError:
                continue  # it vanished, or cannot be looked at
    if patterns:
        entries.found = [each for each in entries.found if patterns.takes(each[0])]
        entries.videos = [each for each in entries.videos if patterns.takes(each)]
        entries.directories = [each for each in entries.directories if patterns.enters(each)]
        entries.links = [each for each in entries.links if patterns.enters(each)]
    return entries


@functools.lru_cache(maxsize=256)
def _is_photo(extension: str) -> bool:
    return is_photo_name(f"name{extension}")


def _sort_in(entry: os.DirEntry[str], entries: _Entries) -> None:
    """Put one entry that is no photo where it belongs.

    Raises:
        OSError: it cannot be looked at.
    """
    if entry.is_dir():
        if entry.name.casefold() not in IGNORED_DIRECTORIES:
            (entries.links if entry.is_symlink() else entries.directories).append(entry.path)
    elif entry.name.lower().endswith(SIDECAR_EXTENSION) and entry.is_file():
        entries.sidecars[entry.name] = stamp_of(entry.stat())
    elif is_video_name(entry.name):
        entries.videos.append(entry.path)


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file by its status; times beyond 2262, which the library cannot hold, count as that."""
    return Stamp(status.st_size, _held(status.st_mtime_ns))


def _held(mtime_ns: int) -> int:
    return max(-_LATEST_NS, min(mtime_ns, _LATEST_NS))


def _identity(directory: str) -> tuple[int, int] | str:
    """What a directory is, by whatever path; file systems without inode numbers are known by their resolved path."""
    status = os.stat(directory)
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(directory)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(directory)


def shown(path: str) -> str:
    """A path as text that any screen can take: what is not valid UTF-8 becomes U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def absent(folder: str) -> str:
    """The problem of a folder that is not there, in words."""
    if os.path.isfile(folder):
        return f"{shown(folder)} is a file; name the folder that it is in."
    return f"The folder {shown(folder)} is not there; is its drive plugged in?"


def problem_of(directory: str, error: OSError) -> str:
    """Why a directory cannot be listed, in words."""
    name = shown(directory)
    if isinstance(error, FileNotFoundError):
        return absent(directory)
    if isinstance(error, NotADirectoryError):
        return f"{name} is not a folder."
    if isinstance(error, PermissionError):
        return f"The folder {name} may not be opened; change its permissions to include its photos."
    return f"The folder {name} could not be read: {error.strerror}."
