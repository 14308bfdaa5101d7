"""Bounded, upright decoding of any photo.

Every file is hostile: its content decides what it is, its header whether it is too large before a pixel is made, and
only the one decoder that fits is let at it. This module is the border to Pillow: whatever that raises over a file
becomes a `PhotoError`.

Pillow's own process-wide limit, which warns first and refuses at twice as much, is raised to `MAX_PIXELS`.
"""

from __future__ import annotations

import contextlib
import logging
import os
import stat
import warnings
from dataclasses import dataclass
from typing import BinaryIO

from PIL import ExifTags, Image, JpegImagePlugin, TiffImagePlugin, UnidentifiedImageError

from tagger.errors import PhotoError
from tagger.imaging import faults, profiles
from tagger.imaging.colour import flattened, to_srgb
from tagger.imaging.faults import MAX_PIXELS, check_size
from tagger.imaging.formats import HEAD_BYTES, sniff
from tagger.imaging.heif import check_heif
from tagger.imaging.jxl import read_header
from tagger.imaging.plugins import decoders
from tagger.imaging.psd import open_psd
from tagger.imaging.raw import is_dng, open_raw

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
TiffImagePlugin.READ_LIBTIFF = True  # Pillow itself makes noise of 16-bit channels that are stored one after the other
logging.getLogger("PIL").setLevel(logging.CRITICAL)  # its complaints about a file reach the user as the photo's error

_JPEG_BLOCK_BYTES = 16 * 1024 * 1024
"""How much of a JPEG its decoder is given at once: fed in Pillow's pieces of 64 kB it takes 2 % longer."""

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded photo.

    Attributes:
        image: RGB in sRGB, upright.
        width: Of the full upright photo, whatever size was asked for.
        height: Of the full upright photo.
        format: What the file is by content: ``JPEG``, ``PNG``, ...
        orientation: EXIF value 1..8 of the file.
        info_xmp: The XMP packet as Pillow found it, None where there is none.
    """

    image: Image.Image
    width: int
    height: int
    format: str
    orientation: int
    info_xmp: bytes | None


def decode(path: str, longest_side_px: int | None = None) -> Image.Image:
    """The upright photo as RGB; see `open_upright`."""
    return open_upright(path, longest_side_px).image


def open_upright(
    path: str, longest_side_px: int | None = None, *, exact: bool = True, file: BinaryIO | None = None
) -> Decoded:
    """Decode a photo upright, as 8-bit sRGB; of an animation the first frame (of a JPEG XL the last, see `plugins`).

    Args:
        path: The file.
        longest_side_px: Wanted longest side. A larger photo is scaled down to it, a smaller one stays as it is.
        exact: False leaves out the last, careful scaling: the image is then up to twice as large, never smaller.
        file: Its content, where somebody else has it open or in memory; it stays open.

    Raises:
        PhotoError: it cannot be read, with the reason as a photographer would put it. Where the disk rather than the
            content is at fault, the cause is an `OSError` with ``errno`` set.
    """
    try:
        with _open_file(path) if file is None else contextlib.nullcontext(file) as opened:
            return _decode_file(opened, path, longest_side_px, exact)
    except OSError as error:
        if error.errno is None:
            raise
        raise faults.disk_error(error) from error


def _open_file(path: str) -> BinaryIO:
    if not stat.S_ISREG(os.stat(path).st_mode):  # opening a pipe would wait for ever
        raise PhotoError("This is not a file.", "Pipes and devices are left alone.")
    return open(path, "rb")


def _decode_file(file: BinaryIO, path: str, side_px: int | None, exact: bool) -> Decoded:
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    format_name = sniff(head, path)
    if not head:
        raise PhotoError("The file is empty.", "Copy it again from the card or from a backup.")
    if format_name is None:
        raise PhotoError("The content is not a picture.", "It may be damaged or another kind of file; try a backup.")
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"PIL\.|tagger\.imaging|pi_heif|pillow_jxl")
            return _let_decode(file, path, format_name, side_px, exact)
    except PhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise faults.too_large() from error
    except UnidentifiedImageError as error:
        raise (faults.rare_kind() if format_name in ("TIFF", "PSD") else faults.damaged()) from error
    except MemoryError as error:
        raise faults.out_of_memory() from error
    except Exception as error:  # the border: a decoder may raise anything over damaged data
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise faults.damaged(error) from error


def _let_decode(file: BinaryIO, path: str, format_name: str, side_px: int | None, exact: bool) -> Decoded:
    """Let the one decoder that fits at the file."""
    if format_name == "RAW":
        return _decode_raw(file, path, side_px, exact)
    names = decoders(format_name)
    composite = open_psd(file) if format_name == "PSD" else None
    if composite is not None:
        return _decode_image(composite, format_name, side_px, exact)
    turned = _check_jxl(file) if format_name == "JPEG XL" else None
    if format_name == "HEIC":
        check_heif(file)
    named = profiles.of_container(file) if format_name in ("HEIC", "AVIF") else None
    if format_name == "TIFF" and is_dng(file):
        return _decode_raw(file, path, side_px, exact)  # under another name; Pillow would show the tiny preview
    with Image.open(file, formats=names) as image:
        if named is not None:
            image.info.setdefault("icc_profile", named)
        return _decode_image(image, format_name, side_px, exact, turned)


def _decode_raw(file: BinaryIO, path: str, side_px: int | None, exact: bool) -> Decoded:
    raw = open_raw(file, path, side_px)
    picture = _finished(raw.image, raw.size, raw.turn, side_px, exact)
    return Decoded(picture, *raw.size, "RAW", raw.orientation, None)


def _check_jxl(file: BinaryIO) -> int | None:
    """Refuse a JPEG XL that is too large, as its decoder decodes before it tells a size; the orientation of others."""
    header = read_header(file)
    file.seek(0)
    if header is None:
        raise faults.damaged()
    check_size(header.width, header.height)
    return header.orientation


def _decode_image(
    image: Image.Image, format_name: str, side_px: int | None, exact: bool, turned: int | None = None
) -> Decoded:
    """Decode what Pillow opened.

    Args:
        turned: Orientation that the decoder applies by itself, unless it brings an EXIF one along; None if not known.
    """
    check_size(*image.size)
    full_size = image.size
    stored = _stored_orientation(image)
    if side_px is not None:
        image.draft(None, _bounded(full_size, side_px))
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        image.decodermaxblock = _JPEG_BLOCK_BYTES
    drafted = image.size != full_size
    image.load()
    if not drafted:
        full_size = image.size  # a TIFF is turned by loading it
    turn = _exif_orientation(image)
    if turned is not None and not getattr(image, "jpeg", False):
        stored, turn = turned, 1  # JPEG XL: EXIF counts only in a JPEG that is packed in it
    width, height = full_size[::-1] if turn >= 5 else full_size
    picture = _finished(image, (width, height), turn, side_px, exact)
    xmp = image.info.get("xmp")
    return Decoded(picture, width, height, format_name, stored or turn, xmp if isinstance(xmp, bytes) else None)


def _finished(image: Image.Image, size: tuple[int, int], turn: int, side_px: int | None, exact: bool) -> Image.Image:
    """A loaded image, at most as large as wanted, as sRGB and turned; ``size`` is the photo's, upright."""
    picture = flattened(image)
    if side_px is not None and max(picture.size) >= 2 * side_px:
        picture = picture.reduce(max(picture.size) // side_px)
    picture = to_srgb(picture, image.info.get("icc_profile") or profiles.of_exif(image.info.get("exif")))
    if turn in _UPRIGHT:
        picture = picture.transpose(_UPRIGHT[turn])
    if side_px is not None and exact and max(picture.size) > side_px:
        # Of the full size: a draft is rounded up, which at small sizes would change the shape.
        picture = picture.resize(_bounded(size, side_px), Image.Resampling.LANCZOS)
    picture.info = {}  # nothing of the file may travel into a re-encoded copy
    return picture


def _bounded(size: tuple[int, int], side_px: int) -> tuple[int, int]:
    """Size with the longest side at most ``side_px``, never less than one pixel."""
    scale = min(1.0, side_px / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _stored_orientation(image: Image.Image) -> int | None:
    """Orientation that is forgotten when the image is loaded, which TIFF and HEIC are turned by; None for others."""
    if "original_orientation" in image.info:
        return _orientation(image.info["original_orientation"])
    tags = getattr(image, "tag_v2", None)
    return None if tags is None else _orientation(tags.get(ExifTags.Base.Orientation))


def _exif_orientation(image: Image.Image) -> int:
    """Orientation still to be applied after loading; broken EXIF counts as none."""
    try:
        return _orientation(image.getexif().get(ExifTags.Base.Orientation))
    except Exception:  # noqa: BLE001 - the border again: EXIF that cannot be parsed is no EXIF
        return 1


def _orientation(value: object) -> int:
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
