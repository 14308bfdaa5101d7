"""What an export would write, worked out before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tagger.entities import SidecarState
from tagger.errors import SidecarError
from tagger.metadata import sidecar_names
from tagger.metadata.change import Disagreement, OwnRegion, SidecarChange
from tagger.metadata.embedded import Embedded
from tagger.metadata.files import Version, read_version
from tagger.metadata.namespaces import SIDECAR_FOR_EXTENSION
from tagger.metadata.reconcile import reconcile
from tagger.metadata.rewriting import Rewritten, rewritten
from tagger.metadata.seed import seeded_document
from tagger.metadata.states import digest, state_of
from tagger.metadata.xmp import XmpDocument

ReadEmbedded = Callable[[str], Embedded]


@dataclass(frozen=True, slots=True)
class Edit:
    """New content for one sidecar in place of the version that was read.

    ``start`` is what the edit began from: the content of the file, or of a new one what the photo says of itself.
    """

    path: str
    version: Version
    after: bytes
    start: bytes = b""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export of one photo comes to.

    Attributes:
        existing: the sidecars of the photo that exist.
        edits: those that would change what is on the disk.
        change: what is brought in, after a look at what others changed.
        states: what sidecars say that others changed, before the edits.
        files: all sidecars as they will be: name and digest.
        written: the regions of this program that they will hold.
        given_up: regions that belong to another program from now on.
        disagreements: what was changed here and by others, and is left alone.
    """

    existing: tuple[str, ...]
    edits: tuple[Edit, ...]
    change: SidecarChange
    states: tuple[SidecarState, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    written: tuple[OwnRegion, ...] = ()
    given_up: tuple[OwnRegion, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def plan_export(
    photo_path: str, change: SidecarChange, read_embedded: ReadEmbedded, listing: Sequence[str] | None = None
) -> Plan:
    """Work out the edits that bring a change into every sidecar of a photo, or the sidecar to create.

    Args:
        photo_path: the photo.
        change: what it shall have; without tags, values or regions no sidecar is created.
        read_embedded: reads the photo's own metadata; only called if a sidecar is created.
        listing: the files of its folder, or those of them that share its stem; listed anew if not given.

    Raises:
        SidecarError: a sidecar cannot be understood.
        OSError: the folder or a sidecar cannot be read.
    """
    listing = os.listdir(os.path.dirname(photo_path) or ".") if listing is None else listing
    foreign, hidden = _ambiguous(photo_path, listing)
    paths = sidecar_names.sidecars_to_write(photo_path, listing, foreign=foreign, naming=change.naming)
    versions = [(path, read_version(path)) for path in paths]
    existing = tuple(path for path, version in versions if version.data is not None)
    states = tuple(_states(change, versions))
    found = reconcile(change, states)
    edits: list[Edit] = []
    files: list[tuple[str, bytes]] = []
    merged: list[Rewritten] = []
    for path, version in versions:
        start = version.data
        if start is None and (found.change.tags or found.change.values or found.change.regions):
            start = _seed(photo_path, path, hidden, read_embedded)
        if start is None:
            continue
        became = _rewritten(path, start, found.change)
        merged.append(became)
        files.append((os.path.basename(path), digest(became.data)))
        edits += [Edit(path, version, became.data, start)] if became.data != version.data else []
    regions = _United(merged)
    disagreements = (*found.disagreements, *regions.disagreements)
    return Plan(
        existing,
        tuple(edits),
        found.change,
        states,
        tuple(files),
        tuple(regions.written.values()),
        tuple(regions.given_up.values()),
        disagreements,
    )


class _United:
    """What became of regions in all sidecars of a photo; one that was given up in one of them is given up."""

    def __init__(self, merged: Sequence[Rewritten]) -> None:
        results = [each.regions for each in merged]
        self.given_up = {(r.key, r.schema): r for result in results for r in result.given_up}
        self.written = {
            (r.key, r.schema): r for result in results for r in result.written if (r.key, r.schema) not in self.given_up
        }
        self.disagreements = tuple({d.property: d for result in results for d in result.disagreements}.values())


def _states(change: SidecarChange, versions: Sequence[tuple[str, Version]]) -> list[SidecarState]:
    """What those sidecars say that are not as this program left them.

    One that it has never written is of interest only where a value may be at odds with it.
    """
    left = dict(change.base.files)
    return [
        state_of(path, version.data, _parse(path, version.data))
        for path, version in versions
        if version.data is not None
        and (change.values or os.path.basename(path) in left)
        and left.get(os.path.basename(path)) != digest(version.data)
    ]


def _ambiguous(photo_path: str, listing: Sequence[str]) -> tuple[set[str], list[XmpDocument]]:
    """A ``STEM.xmp`` to leave alone, and its document if a new sidecar would hide it from darktable."""
    short = sidecar_names.short_sidecar(photo_path, listing)
    if short is None:
        return set(), []
    document = _parse(short, read_version(short).data or b"")
    stated = document.text(SIDECAR_FOR_EXTENSION)
    if not sidecar_names.is_for(photo_path, stated):
        return {os.path.basename(short)}, []
    if stated is None and sidecar_names.shares_short_sidecar(photo_path, listing):
        return {os.path.basename(short)}, [document]
    return set(), []


def _seed(photo_path: str, path: str, hidden: Sequence[XmpDocument], read_embedded: ReadEmbedded) -> bytes:
    stem, extension = os.path.splitext(os.path.basename(photo_path))
    stated = extension if os.path.basename(path) == f"{stem}.xmp" else None
    return seeded_document(read_embedded(photo_path), hidden, extension=stated).to_bytes()


def _rewritten(path: str, start: bytes, change: SidecarChange) -> Rewritten:
    ours = os.path.basename(path) in dict(change.base.files)
    own = change if ours else replace(change, base=replace(change.base, regions=(), given_up=()))
    try:
        return rewritten(start, own, ours=ours)
    except SidecarError as error:
        raise _named(path, error) from error


def _parse(path: str, data: bytes) -> XmpDocument:
    try:
        return XmpDocument.parse(data)
    except SidecarError as error:
        raise _named(path, error) from error


def _named(path: str, error: SidecarError) -> SidecarError:
    return SidecarError(f"{os.path.basename(path)}: {error.message}", error.advice)
