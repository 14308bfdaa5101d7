"""The boxes over a photo, painted in one pass in view pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from tagger.entities import Box, Decision, Suggestion, SuggestionId
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.geometry import Rect, place_plates
from tagger.gui.viewer.plates import HEIGHT_PX, Plates
from tagger.gui.viewer.strokes import EMPHASIS_PX, STROKES, Borders, Stroke, borders, fill

_HALO = QColor(0, 0, 0, 170)
_HALO_PX = 1
_UNBROKEN = Stroke()

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
    """Suggestions with a box, and which of them is hovered and current.

    Layout is computed once for a frame and kept until the frame or the suggestions change. What is hovered or current
    is painted again on top of it, so that pointing at something moves nothing.
    """

    def __init__(self) -> None:
        self.hovered: SuggestionId | None = None
        self.current: SuggestionId | None = None
        self._suggestions: tuple[Suggestion, ...] = ()
        self._plates = Plates()
        self._known: Frame | None = None
        self._layout = _Layout({}, (), {})

    @property
    def boxes(self) -> list[tuple[SuggestionId, Box]]:
        """What can be hit."""
        return [(each.id, each.box) for each in self._suggestions if each.box is not None]

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> bool:
        """Take over the suggestions that have a box; whether anything is different now."""
        drawn = tuple(each for each in suggestions if each.box is not None)
        if drawn == self._suggestions:
            return False
        self._suggestions, self._known = drawn, None
        return True

    def forget_rendered(self) -> None:
        """Render all plates anew at the next painting, as after a change of theme or font."""
        self._plates.forget()
        self._known = None

    def box_of(self, identity: SuggestionId | None) -> Box | None:
        """The box of a suggestion; None where it has none."""
        return next((each.box for each in self._suggestions if each.id == identity), None)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint boxes and plates; the painter must be in view pixels."""
        if frame != self._known:
            self._layout, self._known = self._laid_out(frame), frame
        for decision, halo, line in self._layout.lines:
            painter.setOpacity(STROKES[decision].opacity)
            _paint_lines(painter, decision, halo, line, frame.ratio)
        painter.setOpacity(1.0)
        for identity, place in reversed(self._layout.plates.items()):
            suggestion = self._layout.seen[identity][0]
            painter.drawPixmap(place, self._plates.plate(suggestion, filled=False, ratio=frame.ratio))
        for emphasised in (self.current, self.hovered):
            if emphasised is not None and emphasised in self._layout.seen:
                self._paint_emphasised(painter, *self._layout.seen[emphasised], frame)

    def _paint_emphasised(self, painter: QPainter, suggestion: Suggestion, rect: Rect, frame: Frame) -> None:
        halo, line = borders([rect], EMPHASIS_PX, _HALO_PX), borders([rect], EMPHASIS_PX)
        _paint_lines(painter, suggestion.decision, halo, line, frame.ratio)
        plate = self._plates.plate(suggestion, filled=suggestion.id == self.current, ratio=frame.ratio)
        place = self._layout.plates.get(suggestion.id)
        if place is None:
            corner = place_plates([rect], [_size(plate)], frame.visible)[0]
            place = QPointF(*corner) if corner is not None else None
        if place is not None:
            painter.drawPixmap(place, plate)

    def _laid_out(self, frame: Frame) -> _Layout:
        placed = [(each, frame.place(each.box)) for each in self._suggestions if each.box is not None]
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
