"""Which sidecars of a directory belong to which of its photos, in time proportional to the directory."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from tagger.entities import Stamp
from tagger.library.walk import DirectoryListing
from tagger.metadata.sidecar_names import sidecars_to_read

_LARGEST = 2**63 - 1


class SidecarIndex:
    """The sidecars of one directory, found by the stems they may belong to."""

    def __init__(self, listing: DirectoryListing) -> None:
        self._stamps = listing.sidecars
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        if listing.sidecars:
            for path, _bytes, _mtime_ns in listing.found:
                name = _name(path)
                self._by_stem[_fold(_stem(name))].append(name)
            for name in listing.sidecars:
                short = _stem(name)
                self._by_stem[_fold(short)].append(name)
                if "." in short:
                    self._by_stem[_fold(_stem(short))].append(name)

    def of(self, photo_path: str) -> tuple[list[str], Stamp | None]:
        """Paths of the sidecars that count for a photo, and the stamp of them all."""
        found = self._names(_name(photo_path))
        directory = photo_path[: photo_path.rfind(os.sep) + 1]
        return [directory + name for name in found], united_stamp(self._stamps[name] for name in found)

    def stamp_of(self, photo_path: str) -> Stamp | None:
        """The stamp of all sidecars that count for a photo."""
        found = self._names(_name(photo_path))
        return united_stamp(self._stamps[name] for name in found) if found else None

    def _names(self, name: str) -> list[str]:
        if not self._stamps:
            return []
        stem = _stem(name)
        near = self._by_stem[_fold(stem)]
        if near in ([name], [name, f"{stem}.xmp"], [name, f"{name}.xmp"]):  # nearly always: a photo with one sidecar
            return near[1:]
        return [os.path.basename(path) for path in sidecars_to_read(name, near)]


def united_stamp(stamps: Iterable[Stamp]) -> Stamp | None:
    """One stamp for several files, which changes when any of them does, or their order; None for no file."""
    every = list(stamps)
    if len(every) <= 1:
        return Stamp(every[0].bytes, every[0].mtime_ns & _LARGEST) if every else None
    moments = sum(place * stamp.mtime_ns for place, stamp in enumerate(every, 1))
    return Stamp(sum(stamp.bytes for stamp in every), moments & _LARGEST)


def _name(path: str) -> str:
    return path[path.rfind(os.sep) + 1 :]


def _stem(name: str) -> str:
    """The name without its extension, which it has."""
    return name[: name.rfind(".")]


def _fold(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
