"""What pointer and keys do to boxes: gestures on a draft, told when they are meant."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, QObject, QPoint, QPointF, Qt, QTimer, Signal

from tagger.entities import USER, Box, Decision, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.gui.viewer.gestures import Drag, Handle, Target, middle, moved, resized, target
from tagger.gui.viewer.overlay import NEW, Overlay
from tagger.gui.viewer.zooming import ZoomView

_FAR_PX = 3
"""How far the pointer moves before a click is a drag; less than for panning, since boxes are set with care."""

_RUN_MS = 700
"""Nudges that follow each other within this are one step to undo."""

_REPEATED_S = 0.06
"""Nudges that come faster than this are of a key that is held."""

_HELD_STEPS = ((8, 1), (24, 4))
"""While a key is held: up to how many nudges are how many pixels each; more than that are the last."""
_FASTEST_PX = 12

_CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
}


class _Phase(Enum):
    """Where a gesture stands."""

    NONE = auto()
    PRESSED = auto()
    """The button is down; it may still become a click."""
    DRAGGING = auto()
    NUDGING = auto()
    PLACED = auto()
    """A new box was put there by key and waits for Enter."""
    GIVEN = auto()
    """What was wanted is told; the draft stays in view until the library has it."""


class BoxTool(QObject):
    """Draws, moves and resizes on a draft. It changes nothing itself.

    Signals:
        drawn(Box): a new box is wanted.
        changed(SuggestionId, Box): a suggestion's box is wanted elsewhere.
        drawing_changed(bool): the pointer draws from now on, or selects and drags again.
        dropped(): the draft of a new box was given up.
    """

    drawn = Signal(object)
    changed = Signal(object, object)
    drawing_changed = Signal(bool)
    dropped = Signal()

    def __init__(self, view: ZoomView, overlay: Overlay) -> None:
        super().__init__(view)
        self._view, self._overlay = view, overlay
        self._phase = _Phase.NONE
        self._drawing = False
        self._drag: Drag | None = None
        self._pressed = QPoint()
        self._waiting_for = 0
        self._nudges, self._last_nudge = 0, 0.0
        self.label = ""
        """What a new box is going to be called; empty while that is not known."""
        self.is_nudge: Callable[[QKeyCombination], bool] = lambda _keys: False
        """Whether a key belongs to a run of nudges, rather than ending it."""
        self._run = QTimer(self, singleShot=True, interval=_RUN_MS)
        self._run.timeout.connect(self.flush)

    # What is going on

    @property
    def drawing(self) -> bool:
        """Whether the pointer draws."""
        return self._drawing

    def set_drawing(self, on: bool) -> None:
        """Let the pointer draw, or select and drag."""
        if on != self._drawing:
            self.flush()
            self._drawing = on
            self._view.viewport().update()
            self.drawing_changed.emit(on)

    @property
    def busy(self) -> bool:
        """Whether Escape has something to end here."""
        return self._drawing or self._phase in (_Phase.PRESSED, _Phase.DRAGGING, _Phase.NUDGING, _Phase.PLACED)

    @property
    def dragging(self) -> bool:
        """Whether the button is down for a gesture."""
        return self._phase in (_Phase.PRESSED, _Phase.DRAGGING)

    @property
    def placed(self) -> bool:
        """Whether a box that was put there by key waits for Enter."""
        return self._phase is _Phase.PLACED

    @property
    def draft(self) -> Box | None:
        """The box as it would become."""
        return self._overlay.draft.box if self._overlay.draft is not None else None

    # The pointer

    def target_at(self, place: QPointF) -> Target | None:
        """What dragging from here takes hold of.

        The inside of a box that is not all in view is not to be dragged: there the photo is moved.
        """
        scale = self._view.scale_on_screen
        if self._drawing or scale is None:
            return None
        found = target(self._overlay.boxes, *self._view.mapped_to_photo(place), scale, self._overlay.current)
        if found is not None and found.handle is None and not self._all_in_view(found.identity):
            return None
        return found

    def cursor_at(self, place: QPointF) -> Qt.CursorShape | None:
        """What the pointer looks like there; None for the usual one."""
        if self._drawing:
            return Qt.CursorShape.CrossCursor
        found = self.target_at(place)
        if found is None:
            return None
        if found.handle is None:
            return Qt.CursorShape.SizeAllCursor
        return _CURSORS[found.handle.across, found.handle.down]

    def press(self, place: QPoint) -> bool:
        """Begin a gesture; False where there is nothing to take hold of."""
        self.flush()
        spot = QPointF(place)
        found = self.target_at(spot)
        if self._view.scale_on_screen is None or not (self._drawing or found):
            return False
        start = self._view.mapped_to_photo(spot)
        box = self._overlay.box_of(found.identity) if found is not None else None
        self._drag = Drag(start, found.identity, box, found.handle) if found is not None else Drag(start)
        self._phase, self._pressed = _Phase.PRESSED, place
        return True

    def drag(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""
        scale = self._view.scale_on_screen
        if self._drag is None or scale is None:
            return
        if self._phase is _Phase.PRESSED and (place - self._pressed).manhattanLength() < _FAR_PX:
            return
        self._phase = _Phase.DRAGGING
        x, y = self._view.mapped_to_photo(QPointF(place))
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self._show(self._drag.identity, self._drag.at(x, y, scale, keep_aspect=shift, centred=alt))

    def release(self) -> bool:
        """End a gesture and tell what came of it; False where it was no more than a click."""
        drag, self._drag = self._drag, None
        meant = self._phase is _Phase.DRAGGING and self.draft is not None
        if not meant or drag is None:
            self._end()
            return False
        self._give()
        return True

    # Keys

    def nudge(self, dx: int, dy: int, *, resize: bool = False) -> None:
        """Move the current box, or its right and lower side, by pixels on screen; more while the key is held."""
        scale, draft = self._view.scale_on_screen, self._overlay.draft
        identity = draft.id if draft is not None and self._phase is _Phase.PLACED else self._overlay.current
        box = draft.box if draft is not None and draft.id == identity else self._overlay.box_of(identity)
        if scale is None or box is None or self.dragging:
            return
        now = time.monotonic()
        self._nudges = self._nudges + 1 if now - self._last_nudge < _REPEATED_S else 0
        self._last_nudge = now
        px = next((px for most, px in _HELD_STEPS if self._nudges < most), _FASTEST_PX)
        across, down = scale.across(dx * px), scale.down(dy * px)
        if resize:
            handle = Handle.EAST if dx else Handle.SOUTH
            box = resized(box, handle, across, down, scale)
        else:
            box = moved(box, across, down)
        self._show(None if identity == NEW else identity, box)
        if self._phase is not _Phase.PLACED:
            self._phase = _Phase.NUDGING
            self._run.start()

    def place(self) -> None:
        """Put a new box in the middle of what is seen, to be moved and resized by keys and made with Enter."""
        if self._view.scale_on_screen is None or self.dragging:
            return
        self.flush()
        self._show(None, middle(self._view.visible_part))
        self._phase = _Phase.PLACED

    def confirm(self) -> None:
        """Make the box that was placed."""
        if self.placed:
            self._give()

    def cancel(self) -> bool:
        """Give up the draft, or leave drawing where there is none; whether there was either."""
        if self._phase in (_Phase.NONE, _Phase.GIVEN):
            was = self._drawing
            self.set_drawing(False)
            return was
        new = self._overlay.draft is not None and self._overlay.draft.id == NEW
        self._drag = None
        self._end()
        if new:
            self.dropped.emit()
        return True

    def flush(self) -> None:
        """Tell of nudges that wait for more."""
        if self._phase is _Phase.NUDGING:
            self._give()

    def settle(self) -> None:
        """What was told is in the library, or was refused: show what is there."""
        self._waiting_for = max(self._waiting_for - 1, 0)
        if self._phase is _Phase.GIVEN and not self._waiting_for:
            self._end()

    def leave_photo(self) -> None:
        """Another photo is coming: nudges are kept, everything else is given up."""
        self.flush()
        self._drag, self._waiting_for = None, 0
        self._end()

    def _give(self) -> None:
        draft = self._overlay.draft
        self._run.stop()
        self._phase = _Phase.GIVEN
        self._waiting_for += 1
        assert draft is not None
        if draft.id == NEW:
            self.drawn.emit(draft.box)
        else:
            self.changed.emit(draft.id, draft.box)

    def _end(self) -> None:
        self._run.stop()
        self._phase = _Phase.NONE
        if self._overlay.draft is not None:
            self._overlay.draft = None
            self._view.viewport().update()

    def _show(self, identity: SuggestionId | None, box: Box | None) -> None:
        known = self._overlay.suggestion(identity)
        if box is None:
            self._overlay.draft = None
        elif known is not None:
            self._overlay.draft = replace(known, box=box, decision=Decision.ACCEPTED)
        else:
            self._overlay.draft = _new(box, self.label)
        self._view.viewport().update()

    def _all_in_view(self, identity: SuggestionId) -> bool:
        box, seen, slack = self._overlay.box_of(identity), self._view.visible_part, 1e-6
        return box is not None and (
            box.x >= seen.x - slack
            and box.y >= seen.y - slack
            and box.x + box.w <= seen.x + seen.w + slack
            and box.y + box.h <= seen.y + seen.h + slack
        )


def _new(box: Box, label: str) -> Suggestion:
    """What a new box is going to be."""
    return Suggestion(
        id=NEW,
        photo_id=PhotoId(0),
        backend=USER,
        model="",
        label=label,
        tag=TagPath(label),
        confidence=1.0,
        kind=LabelKind.OBJECT,
        decision=Decision.ACCEPTED,
        box=box,
    )
