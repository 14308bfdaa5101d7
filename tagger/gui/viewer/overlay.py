"""The boxes over a photo, painted in one pass in view pixels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from tagger.entities import Box, Decision, Region, Suggestion, SuggestionId
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer import file_regions
from tagger.gui.viewer.file_regions import FROM_FILE
from tagger.gui.viewer.geometry import Rect, place_plates
from tagger.gui.viewer.gestures import handle_places
from tagger.gui.viewer.plates import HEIGHT_PX, Plates
from tagger.gui.viewer.strokes import EMPHASIS_PX, STROKES, Borders, Stroke, borders, fill

_HALO = QColor(0, 0, 0, 170)
_HALO_PX = 1
_UNBROKEN = Stroke()
_HANDLE_PX = 8

NEW = SuggestionId(-1)
"""Stands for a box that is being drawn."""

_PAINT_ORDER = (Decision.REJECTED, Decision.DEFERRED, Decision.ACCEPTED, Decision.SUGGESTED)
"""From the bottom to the top: what still waits for a decision lies above what is decided."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the photo is on screen at the moment of painting.

    Attributes:
        photo: The whole photo in view pixels, also where it reaches out of view.
        visible: The part of it that can be seen.
        ratio: Device pixels per view pixel.
    """

    photo: Rect
    visible: Rect
    ratio: float

    def place(self, box: Box) -> Rect:
        """A box of the photo in whole view pixels, so that lines are crisp; at least three wide and high."""
        left = round(self.photo.left + box.x * self.photo.width)
        top = round(self.photo.top + box.y * self.photo.height)
        right = round(self.photo.left + (box.x + box.w) * self.photo.width)
        bottom = round(self.photo.top + (box.y + box.h) * self.photo.height)
        return Rect(left, top, max(right, left + 3), max(bottom, top + 3))


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is on screen in one frame, whatever is hovered or current."""

    seen: dict[SuggestionId, tuple[Suggestion, Rect]]
    lines: tuple[tuple[Decision, Borders, Borders], ...]
    plates: dict[SuggestionId, QPointF]


class Overlay:
    """Suggestions with a box, which of them is hovered and current, and the one that is just being changed.

    Layout is computed once for a frame and kept until the frame or the suggestions change. What is hovered or current
    is painted again on top of it, so that pointing at something moves nothing. All lines lie below all plates.

    Attributes:
        draft: What is drawn, moved or resized at the moment, painted in place of the suggestion with its id.
    """

    def __init__(self) -> None:
        self.hovered: SuggestionId | None = None
        self.current: SuggestionId | None = None
        self.draft: Suggestion | None = None
        self._all: tuple[Suggestion, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._regions: tuple[Region, ...] = ()
        self._suggestions: tuple[Suggestion, ...] = ()
        self._plates = Plates()
        self._known: tuple[Frame, SuggestionId | None] | None = None
        self._layout = _Layout({}, (), {})

    @property
    def boxes(self) -> list[tuple[SuggestionId, Box]]:
        """What can be hit."""
        return [(each.id, each.box) for each in self._suggestions if each.box is not None]

    @property
    def backends(self) -> list[str]:
        """The backends that have boxes here, shown or not."""
        return sorted({each.backend for each in self._all} | ({FROM_FILE} if self._regions else set()))

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Take over what the file of the photo names."""
        self._regions = tuple(regions)

    @property
    def regions(self) -> tuple[Region, ...]:
        """Those regions of the file that are drawn."""
        return () if FROM_FILE in self._hidden else file_regions.shown(self._regions, self._all)

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> bool:
        """Take over the suggestions that have a box; whether anything is different now."""
        self._all = tuple(each for each in suggestions if each.box is not None)
        return self._sift()

    def hide_backends(self, names: Collection[str]) -> bool:
        """Leave out the boxes of these backends; whether anything is different now."""
        self._hidden = frozenset(names)
        return self._sift()

    def forget_rendered(self) -> None:
        """Render all plates anew at the next painting, as after a change of theme or font."""
        self._plates.forget()
        self._known = None

    def suggestion(self, identity: SuggestionId | None) -> Suggestion | None:
        """The suggestion whose box is shown; None where there is none."""
        return next((each for each in self._suggestions if each.id == identity), None)

    def box_of(self, identity: SuggestionId | None) -> Box | None:
        """The box of a suggestion; None where it has none."""
        found = self.suggestion(identity)
        return found.box if found is not None else None

    def plate_of(self, identity: SuggestionId, frame: Frame) -> Rect | None:
        """Where the plate of a suggestion is; None where it has none in view."""
        self._lay_out(frame)
        if identity not in self._layout.plates:
            return None
        width, height = _size(self._plates.plate(self._layout.seen[identity][0], filled=False, ratio=frame.ratio))
        place = self._layout.plates[identity]
        return Rect(place.x(), place.y(), place.x() + width, place.y() + height)

    def paint(self, painter: QPainter, frame: Frame, *, handles: bool = False) -> None:
        """Paint boxes and plates; the painter must be in view pixels.

        Args:
            painter: On the viewport.
            frame: Where the photo is.
            handles: Whether the current box has its handles.
        """
        self._lay_out(frame)
        placed = [(region.name, frame.place(region.box)) for region in self.regions]
        named = [(name, rect) for name, rect in placed if rect.meets(frame.visible)]
        file_regions.paint_lines(painter, [rect for _name, rect in named], frame.ratio)
        for decision, halo, line in self._layout.lines:
            painter.setOpacity(STROKES[decision].opacity)
            _paint_lines(painter, decision, halo, line, frame.ratio)
        painter.setOpacity(1.0)
        emphasised = self._emphasised(frame)
        for suggestion, rect in emphasised:
            halo, line = borders([rect], EMPHASIS_PX, _HALO_PX), borders([rect], EMPHASIS_PX)
            _paint_lines(painter, suggestion.decision, halo, line, frame.ratio)
        for name, rect in named:
            if name:
                file_regions.paint_name(painter, name, rect, frame.visible)
        for identity, place in reversed(self._layout.plates.items()):
            suggestion = self._layout.seen[identity][0]
            painter.drawPixmap(place, self._plates.plate(suggestion, filled=False, ratio=frame.ratio))
        for suggestion, rect in emphasised:
            self._paint_plate(painter, suggestion, rect, frame)
        if handles:
            for suggestion, rect in emphasised:
                if suggestion.id == (self.draft.id if self.draft is not None else self.current):
                    _paint_handles(painter, rect)

    def _emphasised(self, frame: Frame) -> list[tuple[Suggestion, Rect]]:
        """The current box, the hovered one and the draft, from the bottom to the top."""
        wanted = dict.fromkeys(each for each in (self.current, self.hovered) if each in self._layout.seen)
        found = [self._layout.seen[each] for each in wanted if each is not None]
        if self.draft is not None and self.draft.box is not None:
            found.append((self.draft, frame.place(self.draft.box)))
        return found

    def _paint_plate(self, painter: QPainter, suggestion: Suggestion, rect: Rect, frame: Frame) -> None:
        if not suggestion.label:
            return
        filled = suggestion.id == self.current or suggestion is self.draft
        plate = self._plates.plate(suggestion, filled=filled, ratio=frame.ratio)
        place = self._layout.plates.get(suggestion.id)
        if place is None:
            corner = place_plates([rect], [_size(plate)], frame.visible)[0]
            place = QPointF(*corner) if corner is not None else None
        if place is not None:
            painter.drawPixmap(place, plate)

    def _sift(self) -> bool:
        shown = tuple(each for each in self._all if each.backend not in self._hidden)
        if shown == self._suggestions:
            return False
        self._suggestions, self._known = shown, None
        return True

    def _lay_out(self, frame: Frame) -> None:
        key = frame, self.draft.id if self.draft is not None else None
        if key != self._known:
            self._layout, self._known = self._laid_out(frame), key

    def _laid_out(self, frame: Frame) -> _Layout:
        changing = self.draft.id if self.draft is not None else None
        drawn = [each for each in self._suggestions if each.id != changing]
        placed = [(each, frame.place(each.box)) for each in drawn if each.box is not None]
        seen = [(each, rect) for each, rect in placed if rect.meets(frame.visible)]
        lines = []
        for decision in _PAINT_ORDER:
            rects = [rect for each, rect in seen if each.decision == decision]
            width = STROKES[decision].width_px
            lines.append((decision, borders(rects, width, _HALO_PX), borders(rects, width)))
        return _Layout({each.id: (each, rect) for each, rect in seen}, tuple(lines), self._placed_plates(seen, frame))

    def _placed_plates(self, seen: Sequence[tuple[Suggestion, Rect]], frame: Frame) -> dict[SuggestionId, QPointF]:
        named = sorted((pair for pair in seen if pair[0].decision != Decision.REJECTED), key=_importance)
        sizes = [_size(self._plates.plate(each, filled=False, ratio=frame.ratio)) for each, _ in named]
        places = place_plates([rect for _, rect in named], sizes, frame.visible)
        return {pair[0].id: QPointF(*place) for pair, place in zip(named, places, strict=True) if place is not None}


def _importance(pair: tuple[Suggestion, Rect]) -> tuple[int, float]:
    return -_PAINT_ORDER.index(pair[0].decision), -pair[0].confidence


def _size(plate: QPixmap) -> tuple[float, float]:
    return plate.deviceIndependentSize().width(), float(HEIGHT_PX)


def _paint_lines(painter: QPainter, decision: Decision, halo: Borders, line: Borders, ratio: float) -> None:
    """Boxes of one state: the halo of each below the line of each."""
    fill(painter, halo, _UNBROKEN, _HALO, ratio)
    fill(painter, line, STROKES[decision], QColor(ON_PHOTO.decision(decision)), ratio)


def _paint_handles(painter: QPainter, rect: Rect) -> None:
    """Light squares with a dark rim, of one size at any zoom."""
    painter.setPen(Qt.PenStyle.NoPen)
    for _handle, x, y in handle_places(rect):
        left, top = round(x) - _HANDLE_PX / 2, round(y) - _HANDLE_PX / 2
        painter.fillRect(QRectF(left - 1, top - 1, _HANDLE_PX + 2, _HANDLE_PX + 2), QColor(ON_PHOTO.surface_0))
        painter.fillRect(QRectF(left, top, _HANDLE_PX, _HANDLE_PX), QColor(ON_PHOTO.text_strong))
