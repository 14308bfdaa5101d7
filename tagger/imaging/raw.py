"""Camera RAW: the picture the camera made of it where there is one, else one made from what the sensor saw."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from PIL import ExifTags, Image, TiffImagePlugin

from tagger.errors import PhotoError
from tagger.imaging import faults
from tagger.imaging.previews import find_previews
from tagger.imaging.sensor import Sensor, open_sensor

SMALLEST_PREVIEW_PX = 300
"""A preview with a shorter longest side than this is for a camera's menu and not taken for the photo."""

_SMALL_SENSOR_PIXELS = 4_000_000
_SAME_SHAPE = 0.03
_DNG_VERSION = 50706


@dataclass(frozen=True, slots=True)
class RawPicture:
    """The picture of a RAW file.

    Attributes:
        image: As stored, not yet turned.
        turn: EXIF orientation that is to be applied to it.
        size: Width and height of the photo upright, whatever the picture's are.
        orientation: EXIF orientation of the file.
    """

    image: Image.Image
    turn: int
    size: tuple[int, int]
    orientation: int


def is_dng(file: BinaryIO) -> bool:
    """Whether a TIFF is a DNG, whatever its name; the file then stands at its beginning."""
    file.seek(0)
    try:
        directory = TiffImagePlugin.ImageFileDirectory_v2(file.read(8))
        file.seek(directory.next)
        directory.load(file)
        return _DNG_VERSION in directory
    except Exception:  # noqa: BLE001 - the border to the decoder: whoever opens it next will say what is wrong
        return False
    finally:
        file.seek(0)


def open_raw(file: BinaryIO, path: str, side_px: int | None = None) -> RawPicture:
    """The best picture for a longest side: the camera's own preview if it is large enough, else the sensor's.

    Args:
        file: Its content.
        path: Where it is.
        side_px: The wanted longest side, None for as large as it gets. The picture may be larger or smaller.

    Raises:
        PhotoError: it holds no picture that can be shown.
        OSError: the disk is at fault.
    """
    with open_sensor(path) as sensor:
        if sensor is not None:
            faults.check_size(*sensor.size)
        previews = _Previews(file, sensor, side_px)
        picture = previews.picture() if sensor is None or previews.suffice else _developed(sensor, side_px)
        picture = picture or previews.picture() or _plain(file, sensor)
    if picture is None:
        raise faults.damaged() if sensor is None else _unusable()
    return picture


class _Previews:
    """The previews in a file, decoded until one is large enough.

    Attributes:
        best: The largest that shows the whole photo, decoded for the wanted side.
    """

    def __init__(self, file: BinaryIO, sensor: Sensor | None, side_px: int | None) -> None:
        self._sensor = sensor
        self._side_px = side_px
        self.best: Image.Image | None = None
        self._odd: Image.Image | None = None
        for content in self._contents(file):
            self._consider(content)
            if self.suffice:
                break

    @property
    def suffice(self) -> bool:
        """Whether the best is as good as what the sensor gives at half its size, or as is wanted."""
        if self.best is None or self._sensor is None:
            return False
        half = max(self._sensor.size) // 2
        return max(self.best.size) >= (half if self._side_px is None else min(half, self._side_px))

    def picture(self) -> RawPicture | None:
        """The best as it is; one of another shape than the sensor's picture is the last resort."""
        if self.best is not None:
            return _of_preview(self.best, self._sensor)
        return None if self._odd is None else _of_preview(self._odd, None)

    def _contents(self, file: BinaryIO) -> Iterator[bytes]:
        """JPEGs worth decoding: LibRaw's choice, then larger ones."""
        content = None if self._sensor is None else self._sensor.preview()
        if content is not None:
            yield content
        least = self.best.width * self.best.height if self.best is not None else 0
        for preview in find_previews(file):
            if preview.width * preview.height > least:
                yield preview.read(file)

    def _consider(self, content: bytes) -> None:
        """Take a preview if it can be decoded and is larger than what is there."""
        try:
            image = Image.open(io.BytesIO(content), formats=["JPEG", "MPO"])
            faults.check_size(*image.size)
            fits = self._sensor is None or _same_shape(image.size, self._sensor.size)
            known = self.best if fits else self._odd
            if max(image.size) <= (max(known.size) if known is not None else self._smallest - 1):
                return
            if self._side_px is not None:
                scale = min(1.0, self._side_px / max(image.size))
                image.draft(None, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))
            image.load()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - the border to the decoder: a broken preview is none
            return
        if fits:
            self.best = image
        else:
            self._odd = image

    @property
    def _smallest(self) -> int:
        return SMALLEST_PREVIEW_PX if self._sensor is None else min(SMALLEST_PREVIEW_PX, max(self._sensor.size))


def _of_preview(image: Image.Image, sensor: Sensor | None) -> RawPicture:
    """A preview with the size and orientation of the photo; alone, it is the photo."""
    if sensor is None:
        orientation, (width, height), turned = _orientation(image), image.size, False
    else:
        orientation, (width, height) = sensor.orientation, sensor.size
        # Some cameras turn their previews; of a square photo nobody can tell.
        turned = orientation >= 5 and not _alike(image.size, sensor.size)
    size = (height, width) if orientation >= 5 else (width, height)
    return RawPicture(image, 1 if turned else orientation, size, orientation)


def _plain(file: BinaryIO, sensor: Sensor | None) -> RawPicture | None:
    """The picture at the beginning of a TIFF, where one stands that is no JPEG and not for a camera's menu."""
    file.seek(0)
    try:
        image = Image.open(file, formats=["TIFF"])
        orientation = _orientation(image) if sensor is None else sensor.orientation
        if image.mode != "RGB" or max(image.size) < SMALLEST_PREVIEW_PX:
            return None
        faults.check_size(*image.size)
        image.load()  # which turns it
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the border to the decoder: a broken preview is none
        return None
    size = image.size
    if sensor is not None and _same_shape(size, sensor.size):
        size = sensor.size[::-1] if orientation >= 5 else sensor.size
    return RawPicture(image, 1, size, orientation)


def _developed(sensor: Sensor, side_px: int | None) -> RawPicture | None:
    """The picture made from what the sensor saw; None where that is damaged."""
    width, height = sensor.size
    half = width * height > _SMALL_SENSOR_PIXELS or (side_px is not None and 2 * side_px <= max(width, height))
    image = sensor.develop(half)
    if image is None:
        return None
    width, height = sensor.size
    size = (height, width) if sensor.orientation >= 5 else (width, height)
    return RawPicture(image, sensor.orientation, size, sensor.orientation)


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sizes have the same shape, to a few rows of pixels that cameras cut off."""
    return abs(one[0] * other[1] - one[1] * other[0]) <= _SAME_SHAPE * one[0] * other[1]


def _same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sizes have the same shape, one of them turned perhaps: a place in one is the same in the other."""
    return _alike(one, other) or _alike(one[::-1], other)


def _orientation(image: Image.Image) -> int:
    with contextlib.suppress(Exception):
        value = image.getexif().get(ExifTags.Base.Orientation)
        if isinstance(value, int) and 1 <= value <= 8:
            return value
    return 1


def _unusable() -> PhotoError:
    return PhotoError(
        "What the camera's sensor saw is damaged, and there is no preview.",
        "Copy it again from the card or from a backup.",
    )
