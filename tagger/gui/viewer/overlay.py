"""The boxes over a photo, painted in one pass in view pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from tagger.entities import Box, Decision, Suggestion, SuggestionId
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer import plates
from tagger.gui.viewer.geometry import Rect, place_plates
from tagger.gui.viewer.strokes import EMPHASIS_PX, STROKES, paint_rects

_HALO = QColor(0, 0, 0, 170)

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


class Overlay:
    """Suggestions with a box, and which of them is hovered and current.

    Layout is computed once for a frame and kept until anything it depends on changes.
    """

    def __init__(self) -> None:
        self.hovered: SuggestionId | None = None
        self.current: SuggestionId | None = None
        self._suggestions: tuple[Suggestion, ...] = ()
        self._plates = plates.Plates()
        self._known: tuple[object, ...] = ()
        self._layout: tuple[list[tuple[Suggestion, QRectF]], list[tuple[QRectF, QPixmap]]] = ([], [])

    @property
    def boxes(self) -> list[tuple[SuggestionId, Box]]:
        """What can be hit."""
        return [(each.id, each.box) for each in self._suggestions if each.box is not None]

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> bool:
        """Take over the suggestions that have a box; whether anything is different now."""
        drawn = tuple(each for each in suggestions if each.box is not None)
        if drawn == self._suggestions:
            return False
        self._suggestions, self._known = drawn, ()
        self._plates.forget()
        return True

    def forget_rendered(self) -> None:
        """Render all plates anew at the next painting, as after a change of theme or font."""
        self._plates.forget()
        self._known = ()

    def box_of(self, identity: SuggestionId | None) -> Box | None:
        """The box of a suggestion; None where it has none."""
        return next((each.box for each in self._suggestions if each.id == identity), None)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint boxes and plates; the painter must be in view pixels."""
        known = (frame, self.hovered, self.current)
        if known != self._known:
            self._layout, self._known = self._laid_out(frame), known
        boxes, labels = self._layout
        resting = [(each, rect) for each, rect in boxes if not self._emphasised(each)]
        for decision in _PAINT_ORDER:
            rects = [rect for each, rect in resting if each.decision == decision]
            _paint_boxes(painter, rects, decision, STROKES[decision].width_px, frame.ratio)
        for each, rect in sorted((pair for pair in boxes if self._emphasised(pair[0])), key=self._last_on_top):
            _paint_boxes(painter, [rect], each.decision, EMPHASIS_PX, frame.ratio, emphasised=True)
        for rect, plate in reversed(labels):
            painter.drawPixmap(rect.topLeft(), plate)

    def _laid_out(self, frame: Frame) -> tuple[list[tuple[Suggestion, QRectF]], list[tuple[QRectF, QPixmap]]]:
        placed = [(each, frame.place(each.box)) for each in self._suggestions if each.box is not None]
        seen = [(each, rect) for each, rect in placed if rect.meets(frame.visible)]
        boxes = [(each, QRectF(rect.left, rect.top, rect.width, rect.height)) for each, rect in seen]
        return boxes, self._labels(seen, frame)

    def _labels(self, seen: Sequence[tuple[Suggestion, Rect]], frame: Frame) -> list[tuple[QRectF, QPixmap]]:
        named = sorted((pair for pair in seen if self._has_plate(pair[0])), key=self._importance)
        images = [self._plates.plate(each, filled=each.id == self.current, ratio=frame.ratio) for each, _ in named]
        sizes = [(image.deviceIndependentSize().width(), float(plates.HEIGHT_PX)) for image in images]
        forced = sum(self._emphasised(each) for each, _ in named)
        places = place_plates([rect for _, rect in named], sizes, frame.visible, forced)
        return [
            (QRectF(*place, *size), image)
            for place, size, image in zip(places, sizes, images, strict=True)
            if place is not None
        ]

    def _emphasised(self, suggestion: Suggestion) -> bool:
        return suggestion.id in (self.hovered, self.current)

    def _has_plate(self, suggestion: Suggestion) -> bool:
        return suggestion.decision != Decision.REJECTED or self._emphasised(suggestion)

    def _importance(self, pair: tuple[Suggestion, Rect]) -> tuple[bool, bool, int, float]:
        each = pair[0]
        waiting = -_PAINT_ORDER.index(each.decision)
        return each.id != self.hovered, each.id != self.current, waiting, -each.confidence

    def _last_on_top(self, pair: tuple[Suggestion, QRectF]) -> bool:
        return pair[0].id == self.hovered


def _paint_boxes(
    painter: QPainter, rects: list[QRectF], decision: Decision, width_px: int, ratio: float, *, emphasised: bool = False
) -> None:
    """All boxes of one state: the halo of each below the line of each."""
    if not rects:
        return
    stroke = STROKES[decision]
    painter.setOpacity(1.0 if emphasised else stroke.opacity)
    paint_rects(painter, rects, STROKES[Decision.ACCEPTED], _HALO, width_px + 2, ratio)
    paint_rects(painter, rects, stroke, QColor(ON_PHOTO.decision(decision)), width_px, ratio)
    painter.setOpacity(1.0)
