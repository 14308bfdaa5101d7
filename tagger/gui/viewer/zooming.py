"""Zooming and panning over one photo, and where places of it are on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from tagger.entities import Box
from tagger.gui.viewer.gestures import Scale
from tagger.gui.viewer.picture import Picture

_PANS = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_PAN_SHARE = 8

_MARGIN_PX = 12
_LARGEST_ZOOM = 32.0
_FIT_LARGEST = 2.0
_WHEEL_NOTCH = 1.25
_BOX_SHARE = 0.6
"""How much of the view a box takes that was zoomed to."""


class ZoomView(QGraphicsView):
    """One photo in a scene that is measured in pixels of the full photo.

    Signals:
        zoom_changed: Device pixels per photo pixel; 1.0 shows the photo pixel for pixel.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = True
        self.setScene(QGraphicsScene(self))
        self._picture = Picture(self.scene())
        self.scene().addItem(self._picture)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(160, 120)

    @property
    def zoom(self) -> float:
        """Device pixels per photo pixel."""
        return self.transform().m11() * self.devicePixelRatioF()

    @property
    def fitted(self) -> bool:
        """Whether the whole photo is kept in view as the window changes."""
        return self._fitted

    def zoom_to_fit(self) -> None:
        """Show the whole photo, and go on doing so when the size of the view changes."""
        self._fitted = True
        if not self._picture.size.isEmpty():
            self._set_scale(self._fit_scale())

    def zoom_actual(self, at: QPoint | None = None) -> None:
        """One photo pixel on one device pixel, with what is under ``at`` (the centre for None) staying."""
        self._fitted = False
        self._zoom_at(1.0 / self.devicePixelRatioF(), at)

    def toggle_zoom(self, at: QPoint | None = None) -> None:
        """Between the whole photo and one to one."""
        if self._fitted:
            self.zoom_actual(at)
        else:
            self.zoom_to_fit()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom in (above 1) or out (below 1) with the photo under ``at`` staying; never below the fitted size."""
        if self._picture.size.isEmpty():
            return
        fit = self._fit_scale()
        scale = min(max(self.transform().m11() * factor, min(fit, 1 / self.devicePixelRatioF())), self._largest_scale())
        self._fitted = scale == fit
        self._zoom_at(scale, at)

    def zoom_to(self, box: Box) -> None:
        """Show a box (fractions of the photo) large in the middle."""
        place = self._on_scene(box)
        if place.isEmpty():
            return
        room = self.viewport().size()
        scale = _BOX_SHARE * min(room.width() / place.width(), room.height() / place.height())
        self._fitted = False
        self._set_scale(min(max(scale, self._fit_scale()), self._largest_scale()))
        self.centerOn(place.center())

    def bring_into_view(self, box: Box) -> None:
        """Move the photo if nothing of a box can be seen."""
        place = self._on_scene(box)
        if not self._fitted and not self._visible_scene().intersects(place):
            self.centerOn(place.center())

    def pan(self, shift: QPoint) -> None:
        """Move the photo with the pointer."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - shift.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - shift.y())

    def pan_by_key(self, event: QKeyEvent) -> bool:
        """Move over a zoomed photo with Shift and the arrows; whether there is more of it that way."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ShiftModifier:
            return False
        shift = _PANS.get(Qt.Key(event.key()))
        if shift is None:
            return False
        before = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        page = self.viewport().size() / _PAN_SHARE
        self.pan(QPoint(shift[0] * page.width(), shift[1] * page.height()))
        return before != (self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # Places

    @property
    def scale_on_screen(self) -> Scale | None:
        """How large the photo is on screen; None while there is none."""
        size, scale = self._picture.size, self.transform().m11()
        return None if size.isEmpty() else Scale(size.width() * scale, size.height() * scale)

    def mapped_to_view(self, x: float, y: float) -> QPointF:
        """Where a place of the photo (fractions 0..1) is in the view."""
        size = self._picture.size
        return self.viewportTransform().map(QPointF(x * size.width(), y * size.height()))

    def mapped_to_photo(self, place: QPointF) -> tuple[float, float]:
        """Which place of the photo (fractions, beyond 0..1 outside it) is at a place of the view."""
        size, inverse = self._picture.size, self.viewportTransform().inverted()[0]
        point = inverse.map(place)
        return point.x() / max(size.width(), 1), point.y() / max(size.height(), 1)

    @property
    def visible_part(self) -> Box:
        """The part of the photo in view, as fractions."""
        size, seen = self._picture.size, self._visible_scene().intersected(self._picture.boundingRect())
        width, height = max(size.width(), 1), max(size.height(), 1)
        return Box(seen.x() / width, seen.y() / height, seen.width() / width, seen.height() / height)

    def _on_scene(self, box: Box) -> QRectF:
        width, height = self._picture.size.width(), self._picture.size.height()
        return QRectF(box.x * width, box.y * height, box.w * width, box.h * height)

    def _visible_scene(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _zoom_at(self, scale: float, at: QPoint | None) -> None:
        at = at if at is not None else self.viewport().rect().center()
        under = self.mapToScene(at)
        self._set_scale(scale)
        shift = self.mapFromScene(under) - at
        self.pan(QPoint(0, 0) - shift)

    def _set_scale(self, scale: float) -> None:
        changed = scale != self.transform().m11()
        if changed:
            self.setTransform(QTransform.fromScale(scale, scale))
        self._picture.set_scale(self.zoom)
        if changed:
            self.zoom_changed.emit(self.zoom)

    def _fit_scale(self) -> float:
        room, size = self.viewport().size(), self._picture.size
        width, height = max(room.width() - 2 * _MARGIN_PX, 1), max(room.height() - 2 * _MARGIN_PX, 1)
        return min(width / size.width(), height / size.height(), _FIT_LARGEST)

    def _largest_scale(self) -> float:
        return max(_LARGEST_ZOOM / self.devicePixelRatioF(), self._fit_scale())

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._picture.set_scale(self.zoom)
            self.zoom_changed.emit(self.zoom)
        return bool(super().event(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.zoom_to_fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(_WHEEL_NOTCH**notches, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position().toPoint())
            return True
        return bool(super().viewportEvent(event))
