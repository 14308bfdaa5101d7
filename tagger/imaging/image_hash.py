"""What a picture is, whatever was written about it: a hash of the image data, not of the metadata.

Two files with the same hash show the same picture, pixel for pixel: one is a copy of the other, or was moved, or got
keywords from another program. What counts as image data is said by each function of `tagger.imaging.image_parts`. A
file that is not built as its format says, or whose format mixes the two, is hashed as a whole; it is then known after
a move but not after an edit of its metadata. Orientation is metadata.

Every byte is read once at most, in pieces of a megabyte: what a hostile file announces costs nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from typing import BinaryIO

from blake3 import blake3

from tagger.imaging.formats import HEAD_BYTES, sniff
from tagger.imaging.image_parts.boxes import heif_parts, jxl_parts
from tagger.imaging.image_parts.chunks import gif_parts, png_parts, psd_parts, webp_parts
from tagger.imaging.image_parts.jpeg import jpeg_parts
from tagger.imaging.image_parts.raw import mrw_parts, raf_parts
from tagger.imaging.image_parts.source import Piece, Source, Unstructured
from tagger.imaging.image_parts.tiff import tiff_parts

HASH_BYTES = 16
_BUFFER_BYTES = 1 << 16

_PARTS: dict[str, Callable[[Source], Iterator[Piece]]] = {
    "JPEG": jpeg_parts,
    "PNG": png_parts,
    "WEBP": webp_parts,
    "GIF": gif_parts,
    "PSD": psd_parts,
    "TIFF": tiff_parts,
    "HEIC": heif_parts,
    "AVIF": heif_parts,
    "JPEG XL": jxl_parts,
}
_RAW_TIFF = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+", b"IIU\x00", b"IIRO", b"IIRS", b"MMOR")


def image_hash(source: str | BinaryIO, format: str | None = None) -> bytes:
    """Hash the image data of a file.

    Args:
        source: A path, or an open file that can be sought; where that stands afterwards is not defined.
        format: What the file is, as `sniff` says it; found out if not given.

    Returns:
        16 bytes (BLAKE3: 1.4 ms for 7 MB, where BLAKE2b takes 8.5). Equal means the same image data; the hash of a file
        without image data is of all its bytes.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    if not isinstance(source, str):
        given = Source(source)
        return _hash(given, format or sniff(given.at(0, HEAD_BYTES), ""))
    if not stat.S_ISREG(os.stat(source).st_mode):  # opening a pipe would wait for ever
        raise OSError(f"{source!r} is not a file")
    with open(source, "rb", buffering=_BUFFER_BYTES) as file:
        opened = Source(file)
        return _hash(opened, format or sniff(opened.at(0, HEAD_BYTES), source))


def _hash(source: Source, format_name: str | None) -> bytes:
    parts = _raw_parts(source.at(0, HEAD_BYTES)) if format_name == "RAW" else _PARTS.get(format_name or "", _whole)
    try:
        return _digest(parts(source))
    except Unstructured:
        return _digest(_whole(source))


def _raw_parts(head: bytes) -> Callable[[Source], Iterator[Piece]]:
    """How to find the picture in a RAW file, by its signature."""
    if head.startswith(_RAW_TIFF):
        return tiff_parts
    if head[4:8] == b"ftyp":
        return heif_parts
    if head.startswith(b"FUJIFILMCCD-RAW"):
        return raf_parts
    return mrw_parts if head.startswith(b"\x00MRM") else _whole


def _whole(source: Source) -> Iterator[Piece]:
    return source.pieces(0, source.size)


def _digest(pieces: Iterator[Piece]) -> bytes:
    digest = blake3()
    for piece in pieces:
        digest.update(piece)
    return digest.digest(HASH_BYTES)
