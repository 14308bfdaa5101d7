"""One photo with boxes on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from tagger.entities import Box, Region, Suggestion, SuggestionId
from tagger.gui import theme
from tagger.gui.viewer.box_tool import BoxTool
from tagger.gui.viewer.geometry import Rect, after, hits
from tagger.gui.viewer.gestures import EDGE_PX, HANDLE_PX, in_reading_order
from tagger.gui.viewer.overlay import Frame, Overlay
from tagger.gui.viewer.zooming import ZoomView

SURROUNDS = {"theme": "", "dark": "#161616", "mid": "#777777", "light": "#d0d0d0", "white": "#ffffff"}
"""What may stand around the photo; ``theme`` is the ground of the theme."""

_CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class PhotoView(ZoomView):
    """One photo on a plain surround, with boxes that can be picked, drawn, moved and resized.

    Keys are left to the window: arrows move between photos there. Only what is under way here takes Escape and Enter.

    Attributes:
        tool: What pointer and keys do to boxes; its signals say what is wanted of the library.

    Signals:
        hovered: The `SuggestionId` under the pointer, or None.
        picked: The `SuggestionId` that was clicked, or None for a click beside all boxes.
        label_wanted: The `SuggestionId` whose box was double-clicked.
        current_shown: The `Suggestion` of the current box, or None, as it is shown now.
        surround_changed: Name of the surround.
    """

    hovered = Signal(object)
    picked = Signal(object)
    label_wanted = Signal(object)
    current_shown = Signal(object)
    surround_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay = Overlay()
        self.tool = BoxTool(self, self._overlay)
        self._overlays_visible = True
        self._focus_by_key = False
        self._surround = "theme"
        self._pressed: QPoint | None = None
        self._last_pick: QPoint | None = None
        self._picked_before: SuggestionId | None = None
        self._panned_from: QPoint | None = None
        self.setAccessibleName(self.tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        theme.state().changed.connect(self._theme_changed)

    # What is shown

    def show_nothing(self) -> None:
        """Take the photo and its boxes away; the next photo is shown fitted."""
        self.tool.leave_photo()
        self._picture.clear()
        self._fitted = True
        self.set_suggestions(())
        self.set_regions(())

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
            self.current_shown.emit(self.current_suggestion)

    def set_regions(self, regions: Sequence[Region]) -> None:
        """Draw what the file of the photo names."""
        self._overlay.set_regions(regions)
        self.viewport().update()

    def hide_backends(self, names: Collection[str]) -> None:
        """Leave the boxes of these backends out."""
        self.viewport().update()
        if self._overlay.hide_backends(names):
            self._set_hovered_here(None)
            self.current_shown.emit(self.current_suggestion)

    @property
    def backends(self) -> list[str]:
        """The backends that have boxes on this photo, shown or not."""
        return self._overlay.backends

    @property
    def boxes(self) -> list[tuple[SuggestionId, Box]]:
        """The boxes shown."""
        return self._overlay.boxes

    @property
    def current(self) -> SuggestionId | None:
        """The current suggestion, whether it has a box or not."""
        return self._overlay.current

    @property
    def current_suggestion(self) -> Suggestion | None:
        """The suggestion of the current box; None where no box is current."""
        return self._overlay.suggestion(self._overlay.current)

    def suggestion(self, identity: SuggestionId) -> Suggestion | None:
        """The suggestion whose box is shown."""
        return self._overlay.suggestion(identity)

    def set_hovered(self, identity: SuggestionId | None) -> None:
        """Emphasise a box because its row is under the pointer; tells nobody."""
        if identity != self._overlay.hovered:
            self._overlay.hovered = identity
            self.viewport().update()

    def set_current(self, identity: SuggestionId | None) -> None:
        """Emphasise the box of the current suggestion and bring it into view if the photo is zoomed in."""
        if identity == self._overlay.current:
            return
        self.tool.flush()
        self._overlay.current = identity
        box = self._overlay.box_of(identity)
        if box is not None:
            self.bring_into_view(box)
        self.viewport().update()
        self.current_shown.emit(self.current_suggestion)

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

    # Hit-testing

    def suggestions_at(self, place: QPoint) -> list[SuggestionId]:
        """The boxes under a place of the view, the smallest first."""
        if not self._overlays_visible or self._picture.size.isEmpty():
            return []
        scale = self.scale_on_screen
        assert scale is not None
        return hits(
            self._overlay.boxes,
            *self.mapped_to_photo(QPointF(place)),
            least=(scale.across(HANDLE_PX), scale.down(HANDLE_PX)),
            edge=(scale.across(EDGE_PX / 2), scale.down(EDGE_PX / 2)),
            current=self._overlay.current,
        )

    def cycle(self) -> None:
        """Pick the next box under the pointer, or of the photo where the pointer is over none."""
        place = self.viewport().mapFromGlobal(QCursor.pos())
        here = self.suggestions_at(place) if self.viewport().rect().contains(place) else []
        self._choose(after(here or in_reading_order(self._overlay.boxes), self._overlay.current))

    def zoom_to_next_box(self) -> None:
        """Pick the next box of the photo in reading order, and show it large."""
        found = after(in_reading_order(self._overlay.boxes), self._overlay.current)
        box = self._overlay.box_of(found)
        if box is not None:
            self._choose(found)
            self.zoom_to(box)

    def plate_rect(self, box: Box, identity: SuggestionId | None) -> QRect:
        """Where the plate of a suggestion is, or where one of a new box would begin; for a field to write on it."""
        frame = self._frame()
        known = self._overlay.plate_of(identity, frame) if identity is not None else None
        place = known or frame.place(box)
        height = place.height if known else 0.0
        return QRectF(place.left, place.top, place.width, height).toRect()

    def _set_hovered_here(self, identity: SuggestionId | None) -> None:
        if identity != self._overlay.hovered:
            self.set_hovered(identity)
            self.hovered.emit(identity)

    def _pick(self, place: QPoint) -> None:
        """A first click takes the smallest box; more clicks at the same place go through those around it."""
        found = self.suggestions_at(place)
        again = self._last_pick is not None and (place - self._last_pick).manhattanLength() <= 4
        before = self._overlay.current
        self._picked_before = before if before in found else None
        self._last_pick = place
        self._choose(after(found, before) if again else after(found, None))

    def _choose(self, identity: SuggestionId | None) -> None:
        self.set_current(identity)
        self.picked.emit(identity)

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
        self.tool.flush()
        self._focus_by_key = False
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            # The scene, which is asked next, would say that nobody wants the key.
            if self._takes(event):
                event.accept()
                return True
        return bool(super().event(event))

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key ends a gesture, before it means something else; every other key ends a run of nudges."""
        if event.key() in _MODIFIERS or self.tool.is_nudge(event.keyCombination()):
            return False
        ends = event.key() == Qt.Key.Key_Escape and self.tool.busy
        if ends or (event.key() in _CONFIRM and self.tool.placed and not event.modifiers()):
            return True
        self.tool.flush()
        return False

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if not self._overlays_visible or self._picture.size.isEmpty():
            return
        painter.save()
        painter.resetTransform()
        self._overlay.paint(painter, self._frame(), handles=not self.tool.drawing or self.tool.placed)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton and self.tool.dragging:
            self.tool.cancel()
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pressed = self._panned_from = place
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._panned_from = place, None
            if self._overlays_visible:
                self.tool.press(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self.tool.dragging:
            self.tool.drag(place, event.modifiers())
        elif self._pressed is None:
            self._set_hovered_here(after(self.suggestions_at(place), None))
            self._show_cursor(event.position())
        else:
            self._pan_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton) or self._pressed is None:
            return
        pressed, moved = self._pressed, self._panned_from is not None
        self._pressed = self._panned_from = None
        moved = self.tool.release() if self.tool.dragging else moved
        self._show_cursor(event.position())
        if not moved:
            self._pick(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        here = self.suggestions_at(event.position().toPoint())
        # The first click may have gone on from the box that was meant to the one around it.
        meant = self._picked_before if self._picked_before in here else self._overlay.current
        if meant in here:
            self._choose(meant)
            self.label_wanted.emit(meant)
        elif not self.tool.drawing:
            self.toggle_zoom(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered_here(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taken = (event.key() == Qt.Key.Key_Escape and self.tool.cancel()) or (
            event.key() in _CONFIRM and self.tool.placed
        )
        if event.key() in _CONFIRM:
            self.tool.confirm()
        event.setAccepted(bool(taken) or self.pan_by_key(event))

    def _pan_to(self, place: QPoint) -> None:
        assert self._pressed is not None
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._panned_from is None and far:
            self._panned_from = self._pressed
        if self._panned_from is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(place - self._panned_from)
            self._panned_from = place

    def _show_cursor(self, place: QPointF) -> None:
        shape = self.tool.cursor_at(place) if self._overlays_visible else None
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)
