"""From a PIL picture to the arrays the networks take, with the geometry to come back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from tagger.entities import Box

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Letterbox:
    """Where a photo lies on a network's canvas, in canvas pixels.

    Attributes:
        canvas: Width and height of the canvas.
        left: First column of the photo.
        top: First row of the photo.
        width: Columns the scaled photo takes, at least 1.
        height: Rows the scaled photo takes, at least 1.
    """

    canvas: tuple[int, int]
    left: int
    top: int
    width: int
    height: int

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The part of a rectangle in canvas pixels that lies on the photo, as fractions of the photo."""
        x, y = (left - self.left) / self.width, (top - self.top) / self.height
        return Box(x, y, (right - left) / self.width, (bottom - top) / self.height).clipped()


def centred(size: tuple[int, int], side_px: int) -> Letterbox:
    """A photo of ``size`` (width, height) in the middle of a square canvas, as large as fits."""
    width, height = _scaled(size, side_px)
    return Letterbox((side_px, side_px), (side_px - width) // 2, (side_px - height) // 2, width, height)


def cornered(size: tuple[int, int], side_px: int, multiple_px: int) -> Letterbox:
    """A photo of ``size`` in the top left corner, its longest side ``side_px``.

    The canvas is cut down to the next multiples of ``multiple_px`` that hold the photo: the rest of the square would be
    black and cost time.
    """
    width, height = _scaled(size, side_px)
    canvas = (-(-width // multiple_px) * multiple_px, -(-height // multiple_px) * multiple_px)
    return Letterbox(canvas, 0, 0, width, height)


def draw(image: Image.Image, letterbox: Letterbox) -> Image.Image:
    """The photo scaled onto a black canvas."""
    size = (letterbox.width, letterbox.height)
    scaled = image if image.size == size else image.resize(size, Image.Resampling.BILINEAR)
    if size == letterbox.canvas:
        return scaled
    canvas = Image.new("RGB", letterbox.canvas)
    canvas.paste(scaled, (letterbox.left, letterbox.top))
    return canvas


def planes(image: Image.Image, out: Floats | None = None) -> Floats:
    """The RGB pixels as a 3 x H x W array of 0..255, written into ``out`` if it is given."""
    width, height = image.size
    result = np.empty((3, height, width), np.float32) if out is None else out
    # Band by band: three contiguous casts are several times faster than one cast through a transposed view.
    for plane, band in zip(result, image.split(), strict=True):
        plane[...] = np.frombuffer(band.tobytes(), np.uint8).reshape(height, width)
    return result


def _scaled(size: tuple[int, int], side_px: int) -> tuple[int, int]:
    ratio = min(side_px / size[0], side_px / size[1])
    return max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio))
