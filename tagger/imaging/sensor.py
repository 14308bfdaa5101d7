"""What LibRaw knows of a camera RAW file: its size, its preview, and a picture made from what the sensor saw.

LibRaw is given a path and never a buffer: rawpy 0.28 frees the buffer while LibRaw still reads the preview from it, and
the process dies. Bitmap previews are left alone as well: a grey one is described as three times as long as it is.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from tagger.imaging import faults

if TYPE_CHECKING:
    import rawpy

_FLIPS = {0: 1, 1: 2, 2: 4, 3: 3, 4: 5, 5: 8, 6: 6, 7: 7}
"""EXIF orientation by LibRaw's bits: 1 mirrors, 2 turns upside down, 4 swaps the sides."""

_DARK = 0.5
_MOST_EMPTY_ROWS = 0.05
_FLAT_SPREAD = 0.5
_NOISE_SPREAD = 0.08
_NOISE_LIKENESS = 0.1
_ENOUGH_VALUES = 1_000_000


class Sensor:
    """A RAW file that LibRaw has opened.

    Attributes:
        size: Width and height of the photo as stored: what the camera was told to keep of the sensor's picture.
        orientation: EXIF value 1..8.
    """

    def __init__(self, raw: rawpy.RawPy) -> None:
        self._raw = raw
        self._left, self._top, *size = _kept(raw.sizes)
        self.size = (size[0], size[1])
        self.orientation = _FLIPS.get(raw.sizes.flip, 1)

    def preview(self) -> bytes | None:
        """The JPEG that LibRaw takes for the largest preview."""
        import rawpy

        try:
            preview = self._raw.extract_thumb()
        except (rawpy.LibRawError, rawpy.NotSupportedError):
            return None
        return bytes(preview.data) if preview.format == rawpy.ThumbFormat.JPEG else None

    def develop(self, half: bool) -> Image.Image | None:
        """The picture as stored, in sRGB; at half its size four sensor cells make one pixel, which is much faster.

        None where the data is damaged, even if LibRaw makes something of it without a word.
        """
        import rawpy

        try:
            if self._raw.raw_type == rawpy.RawType.Flat and not is_plausible(
                self._raw.raw_image_visible, int(self._raw.white_level) or 65535
            ):
                return None
            pixels = self._raw.postprocess(half_size=half, use_camera_wb=True, user_flip=0, output_bps=8)
        except rawpy.LibRawUnsufficientMemoryError as error:
            raise MemoryError from error
        except (rawpy.LibRawError, rawpy.NotSupportedError, ValueError):
            return None
        grey = pixels[:, :, 1]
        if float(grey.std()) < _FLAT_SPREAD or not is_plausible(grey, 255):
            return None
        image = Image.fromarray(pixels)
        sizes = self._raw.sizes
        if (sizes.iwidth, sizes.iheight) != (sizes.width, sizes.height):  # cells not square, or standing on a corner
            self.size = (image.width * (1 + half), image.height * (1 + half))
            return image
        kept = (self._left, self._top, self._left + self.size[0], self._top + self.size[1])
        left, top, right, bottom = (each // (1 + half) for each in kept)
        return image.crop((left, top, min(right, image.width), min(bottom, image.height)))


@contextlib.contextmanager
def open_sensor(path: str) -> Iterator[Sensor | None]:
    """A file opened by LibRaw; None where LibRaw refuses it.

    Raises:
        PhotoError: LibRaw is not installed.
        OSError: the file cannot be opened.
    """
    try:
        import rawpy
    except ImportError as error:
        raise faults.no_decoder("RAW", "rawpy") from error
    try:
        with _nameable(path) as name:
            raw = rawpy.imread(name)
    except rawpy.LibRawUnsufficientMemoryError as error:
        raise MemoryError from error
    except (rawpy.LibRawError, rawpy.NotSupportedError):
        yield None
        return
    with raw:
        yield Sensor(raw)


@contextlib.contextmanager
def _nameable(path: str) -> Iterator[str]:
    """A path of the file that rawpy takes: it wants names in UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        with open(path, "rb") as file:
            yield f"/proc/self/fd/{file.fileno()}"
    else:
        yield path


def is_plausible(values: npt.NDArray[Any], white: int) -> bool:
    """Whether sensor cells or grey pixels can be a photo, neither missing nor noise.

    Missing data comes out as rows of one value, mostly zero; what a sensor saw is even only where it is blown out. Data
    of another kind comes out as noise: far spread values, of which each tells nothing about its neighbour (of the same
    colour, two cells on). That of high sensitivity is not spread so far.

    Args:
        values: Height × width.
        white: The value of what is blown out.
    """
    lowest, highest = values.min(axis=1), values.max(axis=1)
    empty = (lowest == highest) & (highest < _DARK * white)
    if float(empty.mean()) > _MOST_EMPTY_ROWS or min(values.shape) < 4:
        return False
    some = np.minimum(values[:: max(1, values.size // _ENOUGH_VALUES)], white).astype(np.float32)
    if float(some.std()) < _NOISE_SPREAD * white:
        return True
    likeness = float(np.corrcoef(some[:, 2:].ravel(), some[:, :-2].ravel())[0, 1])
    return likeness > _NOISE_LIKENESS


def _kept(sizes: rawpy.ImageSizes) -> tuple[int, int, int, int]:
    """Left, top, width and height of what the camera was told to keep, in the picture that LibRaw makes."""
    width, height = sizes.crop_width, sizes.crop_height
    if not (0 < width <= sizes.width and 0 < height <= sizes.height):
        return 0, 0, sizes.width, sizes.height
    left = min(max(sizes.crop_left_margin - sizes.left_margin, 0), sizes.width - width)
    top = min(max(sizes.crop_top_margin - sizes.top_margin, 0), sizes.height - height)
    return left, top, width, height
