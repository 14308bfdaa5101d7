"""What an export brings into the sidecars of one photo. Plain values: they travel to worker processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tagger.entities import Box, TagPath

Schema = Literal["mwg-rs", "iptc"]
Naming = Literal["standard", "lightroom", "capture-one", "darktable", "digikam"]

Values = tuple[tuple[str, int | float | str | None], ...]
"""What was set in this program: ``rating``, ``colour_label``, ``caption``, ``latitude`` or ``longitude``, each with its
value, None to remove it."""

GIVEN_ONLY = frozenset({"latitude", "longitude"})
"""Values that are given to a document that lacks them, and never put over what it says."""

LEFT = "left"
"""The kind of a region that the user left to another program, whatever becomes of the box here."""


@dataclass(frozen=True, slots=True)
class OwnRegion:
    """A box of this program as a region of a file.

    Attributes:
        key: of the suggestion it stands for.
        schema: where it is written.
        kind: ``face`` or ``object``; of what was written before also `LEFT`.
        name: who or what it is; empty for a face without a name.
        box: in fractions of the stored image.
        confidence: 0..1, written beside it where provenance is wanted.
    """

    key: int
    schema: Schema
    kind: str
    name: str
    box: Box
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an accepted tag came from: who suggested it, how sure that was (0..1), and when it was accepted."""

    tag: TagPath
    backend: str
    model: str
    confidence: float
    decision: str
    when: str


@dataclass(frozen=True, slots=True)
class Base:
    """What this program left in the sidecars the last time.

    Attributes:
        tags: as they were spelled.
        files: names of the sidecars, each with the digest of its content.
        regions: as they were written; of those that another program changed since, none.
        given_up: keys of the regions that another program changed since, and that are its own now.
        values: what rating, label and caption were before they were set here, as far as that is known.
    """

    tags: tuple[TagPath, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    regions: tuple[OwnRegion, ...] = ()
    given_up: tuple[OwnRegion, ...] = ()
    values: Values = ()


@dataclass(frozen=True, slots=True)
class SidecarChange:
    """What a photo's sidecars shall say.

    Attributes:
        tags: all tags the photo shall have.
        removed: tags this program wrote earlier and that must go; keywords of others are never removed.
        values: rating, colour label or caption where they were set in this program; others are never written.
        flat: of the tags, words of a file that a path of the photo holds as well; they stay flat.
        respelled: tags whose case changed since they were written: old and new.
        regions: all boxes to be told as regions; None to leave regions as they are.
        size: of the stored image in pixels, stated beside regions.
        provenance: of the tags; None for none, which takes out what was written of it.
        base: what was left there the last time.
        naming: whose habit names a new sidecar.
    """

    tags: tuple[TagPath, ...]
    removed: tuple[TagPath, ...] = ()
    values: Values = ()
    flat: tuple[TagPath, ...] = ()
    respelled: tuple[tuple[TagPath, TagPath], ...] = ()
    regions: tuple[OwnRegion, ...] | None = None
    size: tuple[int, int] | None = None
    provenance: tuple[Provenance, ...] | None = None
    base: Base = Base()
    naming: Naming = "standard"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A property that was set here and by another program, each to something else; texts to be shown.

    ``property`` is ``rating``, ``colour_label``, ``caption``, ``tag:`` with its path, or ``region:`` with the key of a
    suggestion. None stands for a value that is not there.
    """

    property: str
    base: int | str | None
    mine: int | str | None
    theirs: int | str | None
