"""Zooming and panning over one photo with boxes on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from tagger.entities import Suggestion, SuggestionId
from tagger.gui import theme
from tagger.gui.viewer.geometry import Rect, after, hits
from tagger.gui.viewer.overlay import Frame, Overlay
from tagger.gui.viewer.picture import Picture

SURROUNDS = {"theme": "", "dark": "#161616", "mid": "#777777", "light": "#d0d0d0", "white": "#ffffff"}
"""What may stand around the photo; ``theme`` is the ground of the theme."""

_MARGIN_PX = 12
_HIT_PX = 12
_LARGEST_ZOOM = 32.0
_FIT_LARGEST = 2.0
_WHEEL_NOTCH = 1.25


class PhotoView(QGraphicsView):
    """One photo on a plain surround, with boxes. Its scene is measured in pixels of the full photo.

    Keys are left to the window: arrows move between photos there.

    Signals:
        hovered: The `SuggestionId` under the pointer, or None.
        picked: The `SuggestionId` that was clicked, or None for a click beside all boxes.
        zoom_changed: Device pixels per photo pixel; 1.0 shows the photo pixel for pixel.
        surround_changed: Name of the surround.
    """

    hovered = Signal(object)
    picked = Signal(object)
    zoom_changed = Signal(float)
    surround_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay = Overlay()
        self._overlays_visible = True
        self._fitted = True
        self._focus_by_key = False
        self._surround = "theme"
        self._pressed: QPoint | None = None
        self._last_pick: QPoint | None = None
        self._panned_from: QPoint | None = None
        self.setScene(QGraphicsScene(self))
        self._picture = Picture(self.scene())
        self.scene().addItem(self._picture)
        self._set_up()
        theme.state().changed.connect(self._theme_changed)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Photo"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(160, 120)

    # What is shown

    def show_nothing(self) -> None:
        """Take the photo and its boxes away; the next photo is shown fitted."""
        self._picture.clear()
        self._fitted = True
        self.set_suggestions(())
        self.viewport().update()

    def show_photo(self, image: QImage, full_size: tuple[int, int]) -> None:
        """Show a photo, or a better image of the same one, for which zoom, place and boxes stay.

        Args:
            image: The upright photo at any size, such as its thumbnail.
            full_size: Width and height of the full photo in pixels.
        """
        size = QSize(*full_size)
        other = size != self._picture.size
        self._picture.show_image(image, size)
        if other:
            self.scene().setSceneRect(self._picture.boundingRect())
            self.zoom_to_fit()
        self.viewport().update()

    @property
    def photo_image(self) -> QImage:
        """The image shown at the moment; null for none."""
        return self._picture.image

    def is_sharp(self) -> bool:
        """Whether the photo is painted as well as this image allows at this zoom, and no scaling is under way."""
        return self._picture.is_sharp()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Draw these; what has no box is not drawn."""
        if self._overlay.set_suggestions(suggestions):
            self._set_hovered_here(None)
            self.viewport().update()

    def set_hovered(self, identity: SuggestionId | None) -> None:
        """Emphasise a box because its row is under the pointer; tells nobody."""
        if identity != self._overlay.hovered:
            self._overlay.hovered = identity
            self.viewport().update()

    def set_current(self, identity: SuggestionId | None) -> None:
        """Emphasise the box of the current suggestion and bring it into view if the photo is zoomed in."""
        if identity == self._overlay.current:
            return
        self._overlay.current = identity
        box = self._overlay.box_of(identity)
        if box is not None and not self._fitted:
            width, height = self._picture.size.width(), self._picture.size.height()
            place = QRectF(box.x * width, box.y * height, box.w * width, box.h * height)
            if not self._visible_scene().intersects(place):
                self.centerOn(place.center())
        self.viewport().update()

    def set_overlays_visible(self, visible: bool) -> None:
        """Show or hide all boxes, for a look at the bare photo."""
        if visible != self._overlays_visible:
            self._overlays_visible = visible
            self.viewport().update()

    @property
    def overlays_visible(self) -> bool:
        """Whether boxes are drawn."""
        return self._overlays_visible

    @property
    def surround(self) -> str:
        """Name of what stands around the photo, one of `SURROUNDS`."""
        return self._surround

    def set_surround(self, name: str) -> None:
        """Choose what stands around the photo.

        Raises:
            KeyError: there is no such surround.
        """
        SURROUNDS[name]
        if name != self._surround:
            self._surround = name
            self.viewport().update()
            self.surround_changed.emit(name)

    def cycle_surround(self) -> str:
        """Go on to the next surround that looks different, and return its name."""
        names = list(SURROUNDS)[1:]
        shown = next((name for name in names if SURROUNDS[name] == self._surround_colour().name()), "light")
        self.set_surround(names[(names.index(shown) + 1) % len(names)])
        return self._surround

    # Zoom

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

    def _zoom_at(self, scale: float, at: QPoint | None) -> None:
        at = at if at is not None else self.viewport().rect().center()
        under = self.mapToScene(at)
        self._set_scale(scale)
        shift = self.mapFromScene(under) - at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + shift.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + shift.y())

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

    # Hit-testing

    def suggestions_at(self, place: QPoint) -> list[SuggestionId]:
        """The boxes under a place of the view, the smallest first."""
        if not self._overlays_visible or self._picture.size.isEmpty():
            return []
        width, height = self._picture.size.width(), self._picture.size.height()
        point, scale = self.mapToScene(place), self.transform().m11()
        least = _HIT_PX / scale / width, _HIT_PX / scale / height
        return hits(
            self._overlay.boxes, point.x() / width, point.y() / height, least=least, current=self._overlay.current
        )

    def _set_hovered_here(self, identity: SuggestionId | None) -> None:
        if identity != self._overlay.hovered:
            self.set_hovered(identity)
            self.hovered.emit(identity)

    def _pick(self, place: QPoint) -> None:
        """A first click takes the smallest box; more clicks at the same place go through those around it."""
        found = self.suggestions_at(place)
        again = self._last_pick is not None and (place - self._last_pick).manhattanLength() <= 4
        chosen = after(found, self._overlay.current) if again else after(found, None)
        self._last_pick = place
        self.set_current(chosen)
        self.picked.emit(chosen)

    def _visible_scene(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _frame(self) -> Frame:
        photo = self.viewportTransform().mapRect(self._picture.boundingRect())
        rect = Rect(photo.left(), photo.top(), photo.right(), photo.bottom())
        room = self.viewport().rect()
        return Frame(rect, rect.clipped(Rect(0, 0, room.width(), room.height())), self.devicePixelRatioF())

    def _surround_colour(self) -> QColor:
        return QColor(SURROUNDS[self._surround]) if SURROUNDS[self._surround] else theme.colour("surface.0")

    def _theme_changed(self) -> None:
        self._overlay.forget_rendered()
        self.viewport().update()

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, self._surround_colour())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._focus_by_key:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_by_key = False
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._picture.set_scale(self.zoom)
            self.zoom_changed.emit(self.zoom)
        return bool(super().event(event))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if not self._overlays_visible or self._picture.size.isEmpty():
            return
        painter.save()
        painter.resetTransform()
        self._overlay.paint(painter, self._frame())
        painter.restore()

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._panned_from = event.position().toPoint(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._set_hovered_here(after(self.suggestions_at(place), None))
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._panned_from is None and far:
            self._panned_from = self._pressed
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._panned_from is not None:
            shift = place - self._panned_from
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - shift.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - shift.y())
            self._panned_from = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, panned = self._pressed, self._panned_from is not None
        self._pressed = self._panned_from = None
        self.viewport().unsetCursor()
        if not panned:
            self._pick(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_zoom(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered_here(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mapped_to_view(self, x: float, y: float) -> QPointF:
        """Where a place of the photo (fractions 0..1) is in the view."""
        size = self._picture.size
        return self.viewportTransform().map(QPointF(x * size.width(), y * size.height()))
