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
            for file in listing.files:
                name = os.path.basename(file.path)
                self._by_stem[_fold(os.path.splitext(name)[0])].append(name)
            for name in listing.sidecars:
                short = os.path.splitext(name)[0]
                for stem in {short, os.path.splitext(short)[0]}:
                    self._by_stem[_fold(stem)].append(name)

    def of(self, photo_path: str) -> tuple[list[str], Stamp | None]:
        """Paths of the sidecars that count for a photo, and the stamp of them all."""
        if not self._stamps:
            return [], None
        near = self._by_stem[_fold(os.path.splitext(os.path.basename(photo_path))[0])]
        found = sidecars_to_read(photo_path, near)
        return found, united_stamp(self._stamps[os.path.basename(path)] for path in found)


def united_stamp(stamps: Iterable[Stamp]) -> Stamp | None:
    """One stamp for several files, which changes when any of them does, or their order; None for no file."""
    every = list(stamps)
    if not every:
        return None
    moments = sum(place * stamp.mtime_ns for place, stamp in enumerate(every, 1))
    return Stamp(sum(stamp.bytes for stamp in every), moments & _LARGEST)


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
