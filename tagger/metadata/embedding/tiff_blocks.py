"""XMP (tag 700) and IPTC (tags 33723, 34377) in the first directory of a TIFF, a BigTIFF or a DNG.

Nothing moves: what fits stays in its place, what does not is put at the end of the file, and one entry points there.
"""

from __future__ import annotations

from dataclasses import dataclass

from tagger.metadata.embedding import iim
from tagger.metadata.embedding.iim import Keywords
from tagger.metadata.embedding.splices import Splice, refusal

_XMP, _IPTC, _PHOTOSHOP = 700, 33723, 34377
_SIZES = {1: 1, 2: 1, 4: 4, 7: 1, 13: 4}
_MOST_ENTRIES = 4096


@dataclass(frozen=True, slots=True)
class _Form:
    """How numbers are written: byte order, and the widths of counts and offsets."""

    order: str
    big: bool

    @property
    def wide(self) -> int:
        return 8 if self.big else 4

    @property
    def entry_bytes(self) -> int:
        return 20 if self.big else 12

    @property
    def count_bytes(self) -> int:
        return 8 if self.big else 2

    def read(self, data: bytes, at: int, width: int) -> int:
        if at < 0 or at + width > len(data):
            raise refusal("This TIFF is damaged.")
        return int.from_bytes(data[at : at + width], self.order)  # type: ignore[arg-type]

    def write(self, value: int, width: int) -> bytes:
        if value >= 1 << 8 * width:
            raise refusal("This TIFF would be larger than its form allows.")
        return value.to_bytes(width, self.order)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Entry:
    at: int
    type: int
    count: int
    offset: int
    value: bytes


def edits(data: bytes, packet: bytes, keywords: Keywords) -> list[Splice]:
    """The edits that put a packet and keywords into a TIFF.

    Raises:
        SidecarError: it is damaged, or would be too large.
    """
    return _Writer(data).run(packet, keywords)


def is_dng(data: bytes) -> bool:
    """Whether a file that is built as a TIFF says that it is a DNG."""
    try:
        return 50706 in _Writer(data).entries
    except (KeyError, ValueError):
        return False


class _Writer:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._form = form = _Form("little" if data[:2] == b"II" else "big", data[2:4] in (b"+\0", b"\0+"))
        self._pointer_at = 8 if form.big else 4
        self._directory = form.read(data, self._pointer_at, form.wide)
        self._number = form.read(data, self._directory, form.count_bytes)
        if self._number > _MOST_ENTRIES:
            raise refusal("This TIFF is damaged.")
        first = self._directory + form.count_bytes
        self._starts = {
            form.read(data, first + i * form.entry_bytes, 2): first + i * form.entry_bytes for i in range(self._number)
        }
        self._end = first + self._number * form.entry_bytes
        form.read(data, self._end, form.wide)
        self._tail: list[bytes] = []
        self._tail_bytes = 0
        self._new: dict[int, bytes] = {}
        self._splices: list[Splice] = []

    @property
    def entries(self) -> frozenset[int]:
        """The tags of the first directory."""
        return frozenset(self._starts)

    def run(self, packet: bytes, keywords: Keywords) -> list[Splice]:
        """All edits."""
        self._set(_XMP, packet, b" ")
        iptc, photoshop = self._entry(_IPTC), self._entry(_PHOTOSHOP)
        stored = b"" if iptc is None else self._set(_IPTC, iim.with_keywords(iptc.value, keywords), b"\0")
        if photoshop is not None and iim.has_iptc(photoshop.value):
            self._set(_PHOTOSHOP, iim.with_resource(photoshop.value, keywords), b"\0")
        elif photoshop is not None and iptc is not None:
            self._set(_PHOTOSHOP, iim.with_digest(photoshop.value, iptc.value, stored), b"\0")
        if self._new.keys() - self._starts.keys():
            self._move_directory()
        else:
            for tag, entry in self._new.items():
                at = self._starts[tag]
                self._splices.append(Splice(at, self._data[at : at + len(entry)], entry))
        return [*self._splices, Splice(len(self._data), b"", b"".join(self._tail))] if self._tail else self._splices

    def _entry(self, tag: int) -> _Entry | None:
        at = self._starts.get(tag)
        if at is None:
            return None
        form, data = self._form, self._data
        kind, count = form.read(data, at + 2, 2), form.read(data, at + 4, form.wide)
        length = _SIZES.get(kind, 0) * count
        offset = at + 4 + form.wide if length <= form.wide else form.read(data, at + 4 + form.wide, form.wide)
        if not length or offset + length > len(data):
            raise refusal("This TIFF is damaged.")
        return _Entry(at, kind, count, offset, data[offset : offset + length])

    def _set(self, tag: int, value: bytes, filler: bytes) -> bytes:
        """Give a tag a value; returns it as it is stored, which may be longer."""
        entry = self._entry(tag)
        if entry is not None and entry.value == value:
            return value
        if entry is not None and len(value) <= len(entry.value) and tag == _XMP:
            padded = value + filler * (len(entry.value) - len(value))
            self._splices.append(Splice(entry.offset, entry.value, padded))
            return padded
        size = 1 if entry is None else _SIZES[entry.type]
        value += filler * (-len(value) % size) + filler * (max(self._form.wide + 1 - len(value), 0) // size * size)
        form, place = self._form, self._append(value)
        kind = 1 if entry is None else entry.type
        head = form.write(tag, 2) + form.write(kind, 2) + form.write(len(value) // size, form.wide)
        self._new[tag] = head + form.write(place, form.wide)
        return value

    def _append(self, value: bytes) -> int:
        padding = -(len(self._data) + self._tail_bytes) % 8
        place = len(self._data) + self._tail_bytes + padding
        self._tail.append(b"\0" * padding + value)
        self._tail_bytes += padding + len(value)
        return place

    def _move_directory(self) -> None:
        """Write the directory anew at the end, with entries that were not there."""
        form, data = self._form, self._data
        entries = {tag: data[at : at + form.entry_bytes] for tag, at in self._starts.items()} | self._new
        if len(self._starts) != self._number:
            raise refusal("This TIFF has a tag twice.")
        body = form.write(len(entries), form.count_bytes) + b"".join(entries[tag] for tag in sorted(entries))
        place = self._append(body + data[self._end : self._end + form.wide])
        old = data[self._pointer_at : self._pointer_at + form.wide]
        self._splices.append(Splice(self._pointer_at, old, form.write(place, form.wide)))
