"""A file as the parts of a picture are taken from it: at any place, in bounded pieces."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

PIECE_BYTES = 1 << 20
Piece = bytes | memoryview


class Unstructured(Exception):
    """The file is not built as its format says; its picture cannot be told from what describes it."""


class Source:
    """A file that can be read anywhere.

    Attributes:
        size: Its length in bytes.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._window = b""
        self._window_at = 0
        self.size = file.seek(0, os.SEEK_END)

    def at(self, offset: int, length: int) -> bytes:
        """Some bytes; fewer where the file ends, none beyond it."""
        if offset < 0 or length <= 0 or offset >= self.size:
            return b""
        self._file.seek(offset)
        return self._file.read(min(length, self.size - offset))

    def exactly(self, offset: int, length: int) -> bytes:
        """Some bytes, all of them.

        Raises:
            Unstructured: the file ends before.
        """
        data = self.at(offset, length)
        if len(data) != length:
            raise Unstructured
        return data

    def number(self, offset: int, length: int, order: str = "big") -> int:
        """An unsigned integer.

        Raises:
            Unstructured: the file ends before.
        """
        return int.from_bytes(self.exactly(offset, length), "little" if order == "little" else "big")

    def window(self, offset: int, wanted: int = 2) -> tuple[bytes, int]:
        """A piece of the file that holds a place, and where in it that is, for reading on without copies.

        At least ``wanted`` bytes follow, unless the file ends before.
        """
        inside = offset - self._window_at
        if inside < 0 or (inside + wanted > len(self._window) and self._window_at + len(self._window) < self.size):
            self._window, self._window_at, inside = self.at(offset, PIECE_BYTES), offset, 0
        return self._window, min(inside, len(self._window))

    def pieces(self, offset: int, length: int) -> Iterator[bytes]:
        """A stretch of the file in pieces of at most a megabyte; it ends early where the file does."""
        end = min(offset + length, self.size)
        while 0 <= offset < end:
            piece = self.at(offset, min(PIECE_BYTES, end - offset))
            if not piece:
                return
            yield piece
            offset += len(piece)

    def ranges(self, ranges: list[tuple[int, int]]) -> Iterator[bytes]:
        """Stretches of the file by offset and length, one after the other.

        Raises:
            Unstructured: nothing of them is in the file, or they are more than the file: they overlap.
        """
        inside = [(at, min(length, self.size - at)) for at, length in ranges if 0 <= at < self.size and length > 0]
        total = sum(length for _at, length in inside)
        if not 0 < total <= self.size:
            raise Unstructured
        for at, length in inside:
            yield from self.pieces(at, length)
