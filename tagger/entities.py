"""The words of the program as frozen values.

Coordinates are fractions 0..1 of the upright photo, origin top-left, everywhere in the program; a backend's answer,
the viewer and XMP
convert at their own border.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import NamedTuple, NewType

PhotoId = NewType("PhotoId", int)
FolderId = NewType("FolderId", int)
SuggestionId = NewType("SuggestionId", int)
TagPath = NewType("TagPath", str)
"""A tag by its full path: the names from the root joined by ``|``, such as ``Animal|Dog``."""

TAG_SEPARATOR = "|"

USER = "user"
"""The backend of boxes that the user drew; no other backend may have this name."""


class PhotoState(enum.StrEnum):
    """Whether the file behind a photo can be used."""

    OK = "ok"
    UNREADABLE = "unreadable"
    MISSING = "missing"


class Decision(enum.StrEnum):
    """State of a suggestion; ``SUGGESTED`` is the absence of a decision."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class ColourLabel(enum.StrEnum):
    """The colour labels of Lightroom, Bridge and darktable, by the English text they have in XMP."""

    RED = "Red"
    YELLOW = "Yellow"
    GREEN = "Green"
    BLUE = "Blue"
    PURPLE = "Purple"

    @classmethod
    def of(cls, text: str | None) -> ColourLabel | None:
        """The colour that a label's text names; None for other texts, which programs in other languages write."""
        return next((label for label in cls if label.casefold() == (text or "").strip().casefold()), None)


class LabelKind(enum.StrEnum):
    """What sort of thing a label names."""

    OBJECT = "object"
    SCENE = "scene"
    FACE = "face"
    TEXT = "text"
    MODERATION = "moderation"
    CELEBRITY = "celebrity"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the upright photo: top-left corner and size as fractions 0..1."""

    x: float
    y: float
    w: float
    h: float

    @property
    def area(self) -> float:
        """Share of the photo that the box covers, 0..1."""
        return self.w * self.h

    def clipped(self) -> Box:
        """The part of the box that lies on the photo."""
        left, top = min(max(self.x, 0.0), 1.0), min(max(self.y, 0.0), 1.0)
        right, bottom = min(max(self.x + self.w, left), 1.0), min(max(self.y + self.h, top), 1.0)
        return Box(left, top, right - left, bottom - top)

    def iou(self, other: Box) -> float:
        """Intersection over union with another box, 0..1."""
        width = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        height = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        if width <= 0 or height <= 0:
            return 0.0
        shared = width * height
        return shared / (self.area + other.area - shared)


@dataclass(frozen=True, slots=True)
class Detection:
    """One thing a backend says it saw: a label, how sure it is (0..1), and where, if it said so."""

    label: str
    confidence: float
    kind: LabelKind = LabelKind.OBJECT
    box: Box | None = None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the photo that the metadata of its file names.

    Attributes:
        kind: ``face``, ``pet``, ``object``, ``focus``, ``barcode`` or ``other``.
        name: who or what it is; may be empty.
        box: on the upright photo.
        source: the schema it was read from: ``mwg-rs``, ``MP`` or ``iptc``.
    """

    kind: str
    name: str
    box: Box
    source: str


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What reading one file told, apart from its pixels.

    ``keywords`` are tag paths in the order found, with flat keywords that belong to a path already absorbed.
    ``taken_at`` is ISO 8601
    without zone unless the file states one. ``rating`` is -1 (rejected) or 0..5, None where the file does not say.
    ``colour_label`` is the text of xmp:Label as it stands there, in whatever language.
    ``taken_offset`` is the zone of ``taken_at`` as ``+02:00``, ``altitude_m`` above sea level,
    ``exposure_s`` the shutter time in seconds, ``focal_mm`` the real focal length.
    """

    taken_at: str | None = None
    camera: str | None = None
    lens: str | None = None
    rating: int | None = None
    caption: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    keywords: tuple[TagPath, ...] = ()
    colour_label: str | None = None
    taken_offset: str | None = None
    title: str | None = None
    altitude_m: float | None = None
    exposure_s: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_mm: float | None = None
    regions: tuple[Region, ...] = ()


class Stamp(NamedTuple):
    """How a file is known to be unchanged without reading it: size in bytes and modification time in nanoseconds.

    A tuple, since a rescan makes and compares one for each file there is.
    """

    bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class SidecarState:
    """What one sidecar of a photo says by itself.

    Attributes:
        name: of the file.
        digest: of its bytes, see `tagger.metadata.states.digest`.
        tags: its keywords as tag paths.
        rating: -1 or 0..5; None, as for the next two, where it does not say.
        colour_label: as it stands there.
        caption: of the default language.
        latitude, longitude: in degrees, both or neither.
        apart: of the tags, those that one of its hierarchical properties has and another has not.
    """

    name: str
    digest: bytes
    tags: tuple[TagPath, ...] = ()
    rating: int | None = None
    colour_label: str | None = None
    caption: str | None = None
    apart: tuple[TagPath, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class PhotoReading:
    """All that indexing learns of one file.

    ``error`` set means the photo is unreadable and the pixel fields may be missing.

    ``width`` and ``height`` are of the upright photo; ``orientation`` is the EXIF value 1..8; ``phash`` has 64 bits,
    unsigned;
    ``thumbnail`` is an upright JPEG; ``image_hash`` has 16 bytes and is of the image data alone;
    ``sidecars`` are those that could be read; ``turned`` and ``detail`` are as in `tagger.imaging.phash.Prints`.
    """

    path: str
    stamp: Stamp
    sidecar_stamp: Stamp | None = None
    format: str | None = None
    width: int | None = None
    height: int | None = None
    orientation: int = 1
    phash: int | None = None
    facts: PhotoFacts = field(default_factory=PhotoFacts)
    thumbnail: bytes | None = None
    error: str | None = None
    image_hash: bytes | None = None
    sidecars: tuple[SidecarState, ...] = ()
    turned: bytes | None = None
    detail: float = 0.0


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the library, as it is listed."""

    id: PhotoId
    path: str
    name: str
    state: PhotoState
    width: int | None = None
    height: int | None = None
    format: str | None = None
    bytes: int = 0
    orientation: int = 1
    phash: int | None = None
    facts: PhotoFacts = field(default_factory=PhotoFacts)
    error: str | None = None
    tags: tuple[TagPath, ...] = ()
    copies: int = 0
    """Other photos with exactly the same picture whose files are there; counted up to 100."""
    stack_id: PhotoId | None = None
    """The photo that stands for the shot, where it has several files."""


class FoundBy(enum.StrEnum):
    """What tells that two photos are duplicates, the surest first."""

    FILE = "file"
    IMAGE = "image"
    HASH = "hash"
    TURNED = "turned"
    CROP = "crop"


class GroupKind(enum.StrEnum):
    """What the photos of a group are to each other; all but the first two are kept out of cleanup."""

    COPIES = "copies"
    NEAR = "near"
    BURST = "burst"
    BRACKET = "bracket"
    FOCUS_STACK = "focus-stack"
    PANORAMA = "panorama"
    PAIR = "raw+jpeg"


@dataclass(frozen=True, slots=True)
class Link:
    """What links a photo to the keeper of its group.

    Attributes:
        photo_id: The photo.
        found_by: How it was found.
        bits: In how many bits its perceptual hash differs; None where that says nothing.
        certainty: How sure it is that both show the same, 0..1.
        turn: The EXIF orientation in which it looks like the keeper; 1 as it is.
    """

    photo_id: int
    found_by: FoundBy
    bits: int | None
    certainty: float
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Photos that are near-duplicates, with the one to keep; ``reason`` says in words why it is of its kind."""

    id: int
    kind: GroupKind
    keeper: int
    links: tuple[Link, ...]
    reason: str = ""

    @property
    def photo_ids(self) -> tuple[int, ...]:
        """All its photos, the keeper first."""
        return (self.keeper, *(link.photo_id for link in self.links))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label of a backend mapped to a tag, with its decision."""

    id: SuggestionId
    photo_id: PhotoId
    backend: str
    model: str
    label: str
    tag: TagPath
    confidence: float
    kind: LabelKind
    decision: Decision
    box: Box | None = None
    parents: tuple[str, ...] = ()
    seen: Box | None = None
    """Where the backend saw it, if the box was moved by hand since."""


@dataclass(frozen=True, slots=True)
class PhotoSummary:
    """What a cell of the grid shows of a photo.

    The counts are of suggestions waiting, suggestions accepted, and tags.
    """

    id: PhotoId
    name: str
    state: PhotoState
    rating: int | None = None
    suggested: int = 0
    accepted: int = 0
    tags: int = 0
    colour_label: str | None = None
    private: bool = False
    """Marked never to be sent to a service, itself or by its folder or a tag."""
    away: bool = False
    """On a drive that is not connected now."""
    files: int = 1
    """Of its shot, where it stands for several."""
    alike: bool = False
    """In a group of near-duplicates."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place of the library to look at: its name, the query that shows it, its number of photos, what is inside it.

    ``key`` names it across refreshes, such as ``folder:/photos/2024`` or ``labels``.
    """

    key: str
    title: str
    query: str
    count: int
    children: tuple[Source, ...] = ()
    away: bool = False
    """Whether it is on a drive that is not connected now."""
