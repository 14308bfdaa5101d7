"""Where a cleanup moves files: into a hidden folder on their own volume, or into a folder that the user chose."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from tagger.duplicates.plan import Discard
from tagger.errors import UsageError
from tagger.store.removed import lies_in

FOLDER = ".tagger-held"
"""Name of the hidden folder, in the root that a photo belongs to; indexing passes hidden folders by."""


class Targets:
    """Tells where each file of one cleanup goes.

    Attributes:
        place: The folder that the user chose; None to hold files until they are put into the trash.
    """

    def __init__(self, roots: Sequence[str], cleanup_id: int, place: str | None = None) -> None:
        self._roots, self._id, self.place = roots, cleanup_id, place
        self._folders: dict[str, str] = {}

    def of(self, discard: Discard) -> Iterator[tuple[str, str, int]]:
        """Path, path to go to, and bytes of each file of a photo, the photo itself first."""
        directory = os.path.dirname(discard.photo.path)
        folder = self._folders.get(directory)
        if folder is None:
            folder = self._folders[directory] = self._folder(directory)
        for path in (discard.photo.path, *discard.sidecars):
            name = os.path.basename(path)
            yield path, os.path.join(folder, name if self.place else f"{discard.photo.id}-{name}"), _size(path)

    def _folder(self, directory: str) -> str:
        root = next((root for root in self._roots if lies_in(directory, root)), directory)
        if self.place is not None:
            inside = os.path.relpath(directory, root)
            return os.path.normpath(os.path.join(self.place, os.path.basename(root), inside))
        base = root if _device(root) == _device(directory) is not None else directory
        return os.path.join(base, FOLDER, str(self._id))


def is_held(path: str) -> bool:
    """Whether a file lies where cleanups hold files, rather than in a folder that the user chose."""
    return os.path.basename(os.path.dirname(os.path.dirname(path))) == FOLDER


def checked_place(place: str, roots: Sequence[str]) -> str:
    """A folder to move files to, as an absolute path.

    Raises:
        UsageError: its photos would come into the library again.
    """
    path = os.path.abspath(os.path.expanduser(place))
    real = os.path.realpath(path)
    for root in roots:
        if lies_in(real, os.path.realpath(root)) or lies_in(path, root):
            raise UsageError(
                f"{path} is in {root}, a folder of the library.", "Choose one outside, or the photos would come again."
            )
    return path


def same_volume(directory: str, place: str) -> bool:
    """Whether files of a directory can be renamed to a folder, which need not be there yet."""
    while not os.path.isdir(place) and os.path.dirname(place) != place:
        place = os.path.dirname(place)
    return _device(directory) == _device(place) is not None


def _device(path: str) -> int | None:
    try:
        return os.stat(path).st_dev
    except OSError:
        return None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
