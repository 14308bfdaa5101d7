"""Pictures that make visible what is hard to see: where two photos differ, and what is sharp."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform

_DIFFERENCE_PX = 1600
_GAIN = 4.0
_LEAST = 10
"""Differences below this are noise of compression."""
_GROUND = 0.4
_SHARP, _SHARPEST = 24, 180
"""How much a pixel differs from its four neighbours, together, to count as sharp at all, and as sharp as it gets."""
_SEEN_PX = 1400
"""At about this size the whole photo is seen: what is marked has to be wide enough for that."""

Grey = npt.NDArray[np.float32]
Colours = npt.NDArray[np.uint8]


def turned(image: QImage, orientation: int) -> QImage:
    """A picture as a viewer shows it that is told this EXIF orientation, 1 to 8."""
    turns = {3: 180, 5: 90, 6: 90, 7: 270, 8: 270}
    if orientation in turns:
        image = image.transformed(QTransform().rotate(turns[orientation]))
    if orientation in (2, 5, 7):
        image = image.transformed(QTransform().scale(-1, 1))
    if orientation == 4:
        image = image.transformed(QTransform().scale(1, -1))
    return image


def difference(one: QImage, other: QImage, colour: QColor) -> QImage:
    """The second picture in dark grey, coloured the more the more the first one differs there.

    Both are brought to one size first, at most `_DIFFERENCE_PX` on the longest side, so that copies of other sizes can
    be compared.
    """
    size = min((one.size(), other.size()), key=lambda each: each.width() * each.height())
    size = size.boundedTo(size.scaled(_DIFFERENCE_PX, _DIFFERENCE_PX, Qt.AspectRatioMode.KeepAspectRatio))
    first, second = _colours(_scaled(one, size)), _colours(_scaled(other, size))
    differing = np.abs(first.astype(np.int16) - second).max(axis=2).astype(np.float32)
    share = np.clip((differing - _LEAST) * _GAIN / 255, 0, 1)
    return _painted(_grey(second), share, colour)


def peaking(image: QImage, colour: QColor) -> QImage:
    """The picture in dark grey, coloured where it is sharp: where the Laplacian of its grey is large."""
    grey = _grey(_colours(image))
    if min(grey.shape) < 3:
        return image
    sharp = np.zeros_like(grey)
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    detail = np.abs(around - 4 * grey[1:-1, 1:-1])
    sharp[1:-1, 1:-1] = np.clip((detail - _SHARP) / (_SHARPEST - _SHARP), 0, 1)
    for _ in range(max(grey.shape) // _SEEN_PX):
        sharp[1:] = np.maximum(sharp[1:], sharp[:-1])
        sharp[:, 1:] = np.maximum(sharp[:, 1:], sharp[:, :-1])
    return _painted(grey, sharp, colour)


def _scaled(image: QImage, size: QSize) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _colours(image: QImage) -> Colours:
    """Blue, green and red of each pixel."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., :3].copy()


def _grey(colours: Colours) -> Grey:
    weights = np.array((0.114, 0.587, 0.299), np.float32)
    return (colours @ weights).astype(np.float32)


def _painted(grey: Grey, share: Grey, colour: QColor) -> QImage:
    ground = (grey * _GROUND)[..., None]
    paint = np.array((colour.blue(), colour.green(), colour.red()), np.float32)
    pixels = np.full((*grey.shape, 4), 255, np.uint8)
    pixels[..., :3] = ground + (paint - ground) * share[..., None]
    height, width = grey.shape
    return QImage(pixels.tobytes(), width, height, width * 4, QImage.Format.Format_RGB32).copy()
