"""Which sidecars belong to a photo, judged by names alone.

Two habits exist: ``photo.jpg.xmp`` (darktable, digiKam, Immich) and ``photo.xmp`` (Adobe, Capture One, Photo Mechanic).
The second is ambiguous beside a RAW of the same stem; ``photoshop:SidecarForExtension`` inside the file may settle it,
which only its reader can tell.
"""

from __future__ import annotations

import bisect
import os
import unicodedata
from collections.abc import Collection, Iterator

from tagger.metadata.change import Naming

RAW_EXTENSIONS = frozenset(
    [
        "3fr",
        "ari",
        "arw",
        "bay",
        "cap",
        "cr2",
        "cr3",
        "crw",
        "dcr",
        "dcs",
        "dng",
        "drf",
        "eip",
        "erf",
        "fff",
        "gpr",
        "iiq",
        "k25",
        "kdc",
        "mdc",
        "mef",
        "mos",
        "mrw",
        "nef",
        "nrw",
        "orf",
        "pef",
        "ptx",
        "pxn",
        "r3d",
        "raf",
        "raw",
        "rw2",
        "rwl",
        "rwz",
        "sr2",
        "srf",
        "srw",
        "x3f",
    ]
)
PICTURE_EXTENSIONS = frozenset(
    [
        "avif",
        "avifs",
        "bmp",
        "dib",
        "gif",
        "heic",
        "heif",
        "hif",
        "j2k",
        "jfif",
        "jif",
        "jp2",
        "jpe",
        "jpeg",
        "jpg",
        "jxl",
        "png",
        "psb",
        "psd",
        "tga",
        "tif",
        "tiff",
        "webp",
    ]
)


def sidecars_to_read(photo_path: str, listing: Collection[str]) -> list[str]:
    """Paths of the sidecars that count for a photo, the more specific first.

    Args:
        photo_path: the photo.
        listing: names of all files in its folder, as they are spelled on the disk.

    Returns:
        ``NAME.EXT.xmp`` and ``STEM.xmp`` where they exist, in any case. ``STEM.xmp`` is left out for a picture beside a
        RAW of that stem. Whoever reads it must still drop it if it names another extension, see `is_for`.
    """
    folder, name = os.path.split(photo_path)
    around = _Neighbours(name, listing)
    return [os.path.join(folder, found) for found in (around.full, around.short) if found is not None]


def sidecars_to_write(
    photo_path: str, listing: Collection[str], *, foreign: Collection[str] = (), naming: Naming = "standard"
) -> list[str]:
    """Paths of the sidecars to update, or of the one to create.

    Args:
        photo_path: the photo.
        listing: names of all files in its folder, as they are spelled on the disk.
        foreign: names of sidecars that turned out to belong to another photo, or to several; they are left alone.
        naming: whose habit names one that does not exist yet.

    Returns:
        All that count for the photo and exist; else one that does not exist yet: ``STEM.xmp`` for a RAW that is alone
        with its stem, ``NAME.EXT.xmp`` for everything else, unless ``naming`` has another habit.
    """
    folder, name = os.path.split(photo_path)
    around = _Neighbours(name, listing)
    short = around.short if around.short not in foreign else None
    existing = [found for found in (around.full, short) if found is not None]
    stem, extension = os.path.splitext(name)
    free = not around.stem_taken and _may_be_short(is_raw(name), around.siblings, naming)
    created = f"{stem}.xmp" if free and extension else f"{name}.xmp"
    return [os.path.join(folder, found) for found in existing or [created]]


def _may_be_short(raw: bool, siblings: Collection[str], naming: Naming) -> bool:
    """Whether a new sidecar may be named by the stem alone.

    Lightroom looks for the sidecar of a RAW nowhere else, also beside a picture of that stem, which keeps its metadata
    inside. Capture One names all sidecars so. darktable and digiKam never do. Where two photos would share one, it is
    named in full whatever the habit.
    """
    match naming:
        case "darktable" | "digikam":
            return False
        case "lightroom":
            return raw and not any(is_raw(other) for other in siblings)
        case "capture-one":
            return not siblings
        case "standard":
            return raw and not siblings


def short_sidecar(photo_path: str, listing: Collection[str]) -> str | None:
    """Path of the existing ``STEM.xmp`` that counts for the photo, if there is one."""
    folder, name = os.path.split(photo_path)
    found = _Neighbours(name, listing).short
    return None if found is None else os.path.join(folder, found)


def shares_short_sidecar(photo_path: str, listing: Collection[str]) -> bool:
    """Whether a ``STEM.xmp`` would count for another photo as well; of RAW and pictures it counts for the RAW alone."""
    siblings = _Neighbours(os.path.basename(photo_path), listing).siblings
    return any(is_raw(other) for other in siblings) if is_raw(photo_path) else bool(siblings)


def is_for(photo_path: str, sidecar_for_extension: str | None) -> bool:
    """Whether a ``STEM.xmp`` with this ``photoshop:SidecarForExtension`` (None: not stated) belongs to the photo."""
    stated = (sidecar_for_extension or "").strip().lstrip(".")
    return not stated or stated.casefold() == _kind(os.path.splitext(photo_path)[1])


def is_raw(photo_path: str) -> bool:
    """Whether the name is that of a camera's RAW file."""
    return _kind(os.path.splitext(photo_path)[1]) in RAW_EXTENSIONS


class Listings:
    """The files of folders, each listed once, by the stems of photos; for a moment, since folders change."""

    def __init__(self) -> None:
        self._folders: dict[str, _Sorted] = {}

    def near(self, photo_path: str) -> list[str]:
        """The files in a photo's folder that may be its sidecars or share one with it.

        Raises:
            OSError: the folder cannot be listed.
        """
        folder, name = os.path.split(photo_path)
        if folder not in self._folders:
            self._folders[folder] = _Sorted(os.listdir(folder or "."))
        return self._folders[folder].beginning(os.path.splitext(name)[0])


class _Sorted:
    """Names in the order of their folded forms, so that those of one stem stand together.

    Every few photos look at all names of a folder, which may be tens of thousands; hence nothing here is done name by
    name where all are ASCII.
    """

    def __init__(self, names: list[str]) -> None:
        joined = "/".join(names)
        folded = joined.lower().split("/") if joined.isascii() else [_fold(name) for name in names]
        order = sorted(range(len(names)), key=folded.__getitem__)
        self._folded = [folded[place] for place in order] if names else []
        self._names = [names[place] for place in order] if names else []

    def beginning(self, stem: str) -> list[str]:
        """The names that are the stem, a dot, and anything."""
        prefix = _fold(stem)
        start = bisect.bisect_left(self._folded, f"{prefix}.")
        return self._names[start : bisect.bisect_left(self._folded, f"{prefix}/", start)]  # "/" is next after "."


class _Neighbours:
    """What a listing holds around one photo: its two possible sidecars and the other photos of its stem."""

    def __init__(self, name: str, listing: Collection[str]) -> None:
        stem, extension = os.path.splitext(name)
        near = list(_with_prefix(_fold(stem), listing))
        self.siblings = [other for other in near if other != name and _is_photo_of(stem, other)]
        self.full = _match(f"{name}.xmp", near, but_of={other for other in near if other != name})
        short = _match(f"{stem}.xmp", near, but_of=set()) if extension else None
        self.stem_taken = short is not None
        raw_beside = any(_kind(os.path.splitext(other)[1]) in RAW_EXTENSIONS for other in self.siblings)
        self.short = None if raw_beside and _kind(extension) not in RAW_EXTENSIONS else short


def _with_prefix(prefix: str, listing: Collection[str]) -> Iterator[str]:
    return (name for name in listing if _fold(name).startswith(prefix))


def _is_photo_of(stem: str, name: str) -> bool:
    other_stem, extension = os.path.splitext(name)
    return _fold(other_stem) == _fold(stem) and _kind(extension) in RAW_EXTENSIONS | PICTURE_EXTENSIONS


def _match(wanted: str, near: list[str], *, but_of: set[str]) -> str | None:
    """The file with the wanted name, exactly spelled if possible, but no exact sidecar of a photo spelled otherwise."""
    if wanted in near:
        return wanted
    alike = sorted(name for name in near if _fold(name) == _fold(wanted) and os.path.splitext(name)[0] not in but_of)
    return alike[0] if alike else None


def _kind(extension: str) -> str:
    return extension.lstrip(".").casefold()


def _fold(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
