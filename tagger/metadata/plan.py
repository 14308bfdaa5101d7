"""What an export would write, worked out before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tagger.entities import TagPath
from tagger.errors import SidecarError
from tagger.metadata import sidecar_names
from tagger.metadata.embedded import Embedded
from tagger.metadata.files import Version, read_version
from tagger.metadata.merge import check_merge, merge_keywords
from tagger.metadata.namespaces import SIDECAR_FOR_EXTENSION
from tagger.metadata.photo_values import Values, check_values, edited_properties, merge_values
from tagger.metadata.seed import seeded_document
from tagger.metadata.splice import Layout
from tagger.metadata.xmp import XmpDocument

ReadEmbedded = Callable[[str], Embedded]


@dataclass(frozen=True, slots=True)
class Edit:
    """New content for one sidecar in place of the version that was read."""

    path: str
    version: Version
    after: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """The sidecars of a photo that exist, and the edits that would change what is on the disk."""

    existing: tuple[str, ...]
    edits: tuple[Edit, ...]


def plan_export(
    photo_path: str,
    tags: Sequence[TagPath],
    removed: Sequence[TagPath],
    read_embedded: ReadEmbedded,
    values: Values = (),
) -> Plan:
    """Work out the edits that bring tags and values into every sidecar of a photo, or the sidecar to create.

    Args:
        photo_path: the photo.
        tags: all tags it shall have; without any, and without a value to set, no sidecar is created.
        removed: tags this program wrote earlier and that must go.
        values: rating, colour label or caption where they were set in this program.
        read_embedded: reads the photo's own metadata; only called if a sidecar is created.

    Raises:
        SidecarError: a sidecar cannot be understood.
        OSError: the folder or a sidecar cannot be read.
    """
    listing = os.listdir(os.path.dirname(photo_path) or ".")
    foreign, hidden = _ambiguous(photo_path, listing)
    paths = sidecar_names.sidecars_to_write(photo_path, listing, foreign=foreign)
    versions = [read_version(path) for path in paths]
    existing = tuple(path for path, version in zip(paths, versions, strict=True) if version.data is not None)
    edits = []
    for path, version in zip(paths, versions, strict=True):
        before = version.data
        if before is None and (tags or values):
            before = _seed(photo_path, path, hidden, read_embedded)
        if before is not None:
            after = _merged(path, before, tags, removed, values)
            edits += [Edit(path, version, after)] if after != version.data else []
    return Plan(existing, tuple(edits))


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


def _merged(path: str, before: bytes, tags: Sequence[TagPath], removed: Sequence[TagPath], values: Values) -> bytes:
    """The merged sidecar, proven to differ in what we set only; the same bytes if nothing is to be done."""
    document = _parse(path, before)
    layout = Layout(document)
    try:
        changed = merge_keywords(document, tags, removed)
        if not merge_values(document, values) and not changed:
            return before
        try:
            return _checked(before, layout.to_bytes(), tags, removed, values)
        except SidecarError:  # a form the splicing does not know; the serialiser writes any
            return _checked(before, document.to_bytes(), tags, removed, values)
    except SidecarError as error:
        raise _named(path, error) from error


def _checked(before: bytes, after: bytes, tags: Sequence[TagPath], removed: Sequence[TagPath], values: Values) -> bytes:
    was, becomes = XmpDocument.parse(before), XmpDocument.parse(after)
    check_merge(was, becomes, tags, removed, edited_properties(values))
    check_values(was, becomes, values)
    return after


def _parse(path: str, data: bytes) -> XmpDocument:
    try:
        return XmpDocument.parse(data)
    except SidecarError as error:
        raise _named(path, error) from error


def _named(path: str, error: SidecarError) -> SidecarError:
    return SidecarError(f"{os.path.basename(path)}: {error.message}", error.advice)
