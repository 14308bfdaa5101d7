"""All that indexing wants to know of one photo. Runs in worker processes: plain values in and out, and no library."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from tagger.entities import PhotoReading, Stamp
from tagger.errors import PhotoError
from tagger.imaging.decode import open_upright
from tagger.imaging.image_hash import image_hash
from tagger.imaging.phash import prints
from tagger.imaging.thumbnails import SIDE_PX, encode_thumbnail
from tagger.library.sidecars import united_stamp
from tagger.library.walk import stamp_of
from tagger.metadata.facts import read_facts
from tagger.metadata.states import read_states

RETRY_MTIME_NS = -1
"""Modification time in the stamp of a photo that the disk, not its content, made unreadable: no file has it, so the
next indexing tries again."""

IN_MEMORY_BYTES = 256 * 1024 * 1024
"""Files up to this size are read as a whole, so that the disk gives each byte once; larger ones by pieces."""


def read_photo(path: str, sidecars: Sequence[str] = ()) -> PhotoReading:
    """Read size, hash, thumbnail and facts of one photo with a single decode.

    Args:
        path: The photo.
        sidecars: Its sidecars, the more specific first.

    Returns:
        A reading whose ``error`` is set where the photo cannot be decoded; what its metadata told is kept even then.
        The stamps are taken first, so that a file that changes while it is read counts as changed the next time.
    """
    try:
        status = os.stat(path)
    except OSError as error:
        return PhotoReading(path, Stamp(0, RETRY_MTIME_NS), error=f"The file cannot be looked at: {error.strerror}.")
    reading = PhotoReading(path, stamp_of(status), united_stamp(_stamps(sidecars)))
    content: BinaryIO | None = None
    if stat.S_ISREG(status.st_mode):
        content = _content(path, status.st_size)
        hashed = _image_hash(content or path) if status.st_size else None  # empty files have no picture in common
        reading = replace(reading, facts=read_facts(path, sidecars), image_hash=hashed)
        reading = replace(reading, sidecars=read_states(path, sidecars))
    try:
        return _with_picture(reading, content)
    except PhotoError as error:
        return unreadable(reading, error)


def unreadable(reading: PhotoReading, error: PhotoError) -> PhotoReading:
    """The reading of a photo that cannot be decoded; it is to be tried again if the disk or the memory was at fault."""
    cause = error.__cause__
    passing = isinstance(cause, MemoryError) or (isinstance(cause, OSError) and cause.errno is not None)
    stamp = Stamp(reading.stamp.bytes, RETRY_MTIME_NS) if passing else reading.stamp
    return replace(reading, stamp=stamp, error=str(error))


def _with_picture(reading: PhotoReading, content: BinaryIO | None) -> PhotoReading:
    decoded = open_upright(reading.path, SIDE_PX, exact=False, file=content)
    found = prints(decoded.image)
    return replace(
        reading,
        format=decoded.format,
        width=decoded.width,
        height=decoded.height,
        orientation=decoded.orientation,
        phash=found.phash,
        turned=found.turned,
        detail=found.detail,
        thumbnail=encode_thumbnail(decoded.image),
    )


def _content(path: str, size: int) -> BinaryIO | None:
    """The whole file; None where it is too large, or where the disk refuses it, which the decoder then says."""
    if size > IN_MEMORY_BYTES:
        return None
    try:
        with open(path, "rb", buffering=0) as file:
            return io.BytesIO(file.read(IN_MEMORY_BYTES))
    except OSError:
        return None


def _image_hash(source: BinaryIO | str) -> bytes | None:
    """The hash of the image data, also of what no decoder takes; None where the disk does not give it."""
    try:
        return image_hash(source)
    except OSError:
        return None


def _stamps(paths: Sequence[str]) -> Iterator[Stamp]:
    """Stamps of the files that are still there."""
    for path in paths:
        try:
            yield stamp_of(os.stat(path))
        except OSError:
            continue
