"""Putting what was exported in place: a file wholly or not at all, a folder only where it is this program's to fill."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from tagger.errors import TaggerError, UsageError
from tagger.imaging.formats import is_photo_name

MARK = ".tagger-export"
"""Lies in each folder that an export filled: only such a folder, or an empty one, is written into."""

_OTHER_PLACE = "Choose another place."


@contextlib.contextmanager
def binary(path: str) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` once the block ends well, on the disk; else all is as it was.

    Raises:
        TaggerError: it cannot be written.
    """
    temporary = os.path.join(os.path.dirname(path), f".tagger-export-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with open(temporary, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise TaggerError(f"{path} cannot be written: {error.strerror or error}.", _OTHER_PLACE) from error
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


@contextlib.contextmanager
def text(path: str) -> Iterator[TextIO]:
    """The same for text: UTF-8, where what is no text (odd bytes in names) is escaped.

    Raises:
        TaggerError: it cannot be written.
    """
    import io

    with binary(path) as raw:
        file = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        yield file
        file.flush()
        file.detach()


def write_lines(path: str, lines: Iterable[str]) -> None:
    """Write a file of these lines, each with its end.

    Raises:
        TaggerError: it cannot be written; what was there is as it was.
        Cancelled: by what makes the lines; likewise.
    """
    with text(path) as file:
        file.writelines(lines)


def check_file(path: str, forbidden: Iterable[str] = ()) -> None:
    """Refuse a place where something else would be lost.

    Raises:
        UsageError: it is a folder, has the name of a photo or a sidecar, or is one of the ``forbidden`` files.
    """
    name = os.path.basename(path)
    if os.path.isdir(path):
        raise UsageError(f"{path} is a folder.", "Give the name of a file.")
    if is_photo_name(name) or name.casefold().endswith(".xmp"):
        raise UsageError(f"{path} has the name of a photo.", "Choose another name; photos are never written.")
    if os.path.realpath(path) in {os.path.realpath(each) for each in forbidden}:
        raise UsageError(f"{path} is the library itself.", "Choose another name.")


def begin_folder(path: str) -> None:
    """Make a folder for an export, or take the one of an earlier export.

    Raises:
        UsageError: it holds something else.
        TaggerError: it cannot be made.
    """
    try:
        if os.path.isdir(path):
            inside = os.listdir(path)
            if inside and MARK not in inside:
                raise UsageError(f"{path} holds other files.", "Choose an empty folder, or one of an earlier export.")
        elif os.path.lexists(path):
            raise UsageError(f"{path} is not a folder.", _OTHER_PLACE)
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, MARK), "a", encoding="utf-8"):
            pass
    except OSError as error:
        raise TaggerError(f"{path} cannot be written: {error.strerror or error}.", _OTHER_PLACE) from error


def make_inside(path: str, name: str) -> str:
    """Make a folder in the folder of an export; its path.

    Raises:
        TaggerError: it cannot be made.
    """
    inside = os.path.join(path, name)
    try:
        os.makedirs(inside, exist_ok=True)
    except OSError as error:
        raise TaggerError(f"{inside} cannot be written: {error.strerror or error}.", _OTHER_PLACE) from error
    return inside
