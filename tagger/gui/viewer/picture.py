"""The photo itself as a scene item that stays sharp at every zoom, with the heavy scaling outside the GUI thread."""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

_SETTLE_MS = 60
"""A zoom gesture is over after this; only then is the photo scaled for the new size."""

_CRISP_SCALE = 4.0
"""Above this many device pixels per photo pixel, photo pixels are shown as squares."""


class Picture(QGraphicsItem):
    """A photo in a scene whose unit is one pixel of the full photo, whatever size of image stands in for it.

    Shrinking by more than a half with the painter's filter skips pixels and looks rough; an image of exactly the size
    on screen is made in a worker and painted pixel by pixel as soon as it is there.

    Args:
        owner: Lives as long as the item, such as its scene; late results die with it.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._image = QImage()
        self._waiting = QImage()
        self._sharp = QImage()
        self._size = QSize()
        self._scale = 0.0
        self._settled = QTimer(owner, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._request)
        self._scaler = _Scaler(owner)
        self._scaler.done.connect(self._take)

    @property
    def size(self) -> QSize:
        """Size of the full photo in pixels; empty while nothing is shown."""
        return self._size

    @property
    def image(self) -> QImage:
        """What stands for the photo at the moment."""
        return self._image

    def show_image(self, image: QImage, size: QSize) -> None:
        """Show an image of a photo of this full size; the image shown before stays until this one is ready."""
        if size != self._size:
            self.clear()
            self.prepareGeometryChange()
            self._size = size
        self._waiting = image
        if self._image.isNull():
            self._image = image
        self._request()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.prepareGeometryChange()
        self._image, self._waiting, self._sharp, self._size = QImage(), QImage(), QImage(), QSize()
        self._settled.stop()
        self._scaler.forget()

    def set_scale(self, scale: float) -> None:
        """Tell how many device pixels a photo pixel takes, for the sharp image to be made in time."""
        if scale != self._scale:
            self._scale = scale
            self._settled.start()

    def is_sharp(self) -> bool:
        """Whether what is painted is as good as it gets at this zoom."""
        return not self._waiting.isNull() and (self._image_scale() >= 1.0 or self._sharp.size() == self._wanted())

    def _image_scale(self) -> float:
        """Device pixels per pixel of the image shown."""
        return self._scale * self._size.width() / self._waiting.width() if not self._waiting.isNull() else 0.0

    def _wanted(self) -> QSize:
        width, height = self._size.width() * self._scale, self._size.height() * self._scale
        return QSize(max(1, round(width)), max(1, round(height)))

    def _request(self) -> None:
        if not self._waiting.isNull() and self._scale > 0:
            self._scaler.scale(self._waiting, self._wanted() if self._image_scale() < 1.0 else None)

    def _take(self, image: QImage, sharp: QImage) -> None:
        self._image = self._waiting = image
        self._sharp = sharp
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._size.toSizeF())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._image.isNull():
            return
        ratio = painter.device().devicePixelRatioF()
        target = _on_device_pixels(painter.worldTransform().mapRect(self.boundingRect()), ratio)
        painter.save()
        painter.resetTransform()
        if not self._sharp.isNull() and self._sharp.size() == (target.size() * ratio).toSize():
            painter.drawImage(target, self._sharp)
        else:
            shown_scale = target.width() * ratio / self._image.width()
            smooth = shown_scale <= _CRISP_SCALE or self._image.width() < self._size.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth and shown_scale != 1.0)
            painter.drawImage(target, self._image)
        painter.restore()


class _Results(QObject):
    """Carries results to the GUI thread."""

    done = Signal(int, QImage, QImage)


@cache
def _results() -> _Results:
    """The one for all photos, made in the GUI thread and never deleted: a worker may hold it last."""
    return _Results()


_numbers = itertools.count(1)
_turn = threading.Lock()
"""Scaling takes all the memory bandwidth there is: one at a time."""


@dataclass(slots=True)
class _Latest:
    """Number of the last request of a scaler; a worker whose number is another one has been overtaken."""

    number: int = 0


class _Scaler(QObject):
    """Converts and scales one image at a time in a worker; only the answer to the last request is passed on.

    The workers are plain threads: a thread pool of Qt waits for them when it is deleted, while holding the lock that a
    worker needs to begin (a deadlock, seen on closing a view).

    Signals:
        done: The image in the format that paints fastest, and the same scaled (null where nothing was to be scaled).
    """

    done = Signal(QImage, QImage)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._latest = _Latest()
        _results().done.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def scale(self, image: QImage, size: QSize | None) -> None:
        """Ask for the image at this size; what was asked before is dropped."""
        self._latest.number = number = next(_numbers)
        work = (image, size, number, self._latest, _results())
        threading.Thread(target=_scale, args=work, name="scale photo", daemon=True).start()

    def forget(self) -> None:
        """Drop what was asked for."""
        self._latest.number = 0

    def _pass_on(self, number: int, image: QImage, sharp: QImage) -> None:
        if number == self._latest.number:
            self.done.emit(image, sharp)


def _scale(image: QImage, size: QSize | None, number: int, latest: _Latest, results: _Results) -> None:
    with _turn:
        if number != latest.number:
            return
        fast, sharp = image.convertToFormat(_fast_format(image)), QImage()
        if size is not None:
            aspect, filtered = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            sharp = fast.scaled(size, aspect, filtered)
        results.done.emit(number, fast, sharp)


def _fast_format(image: QImage) -> QImage.Format:
    has_alpha = image.hasAlphaChannel()
    return QImage.Format.Format_ARGB32_Premultiplied if has_alpha else QImage.Format.Format_RGB32


def _on_device_pixels(rect: QRectF, ratio: float) -> QRectF:
    """The rectangle in view pixels, moved and sized by less than a device pixel onto whole device pixels."""
    left, top = round(rect.left() * ratio), round(rect.top() * ratio)
    width, height = max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio))
    return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)
