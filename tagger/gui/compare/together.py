"""Two photos zoomed and moved together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from tagger.gui.viewer.zooming import ZoomView

_CLOSE = 1e-4
"""Zooms that differ by less look the same."""


class Together(QObject):
    """Keeps two views on the same part of their photos, whatever their sizes in pixels.

    While ``apart()`` each moves alone; how they lie to each other then is kept from there on, so that photos that are
    not framed alike can be laid in line. Fitting either into its view lays both as they were.

    Attributes:
        aligned: Whether they lie as they did at first.
    """

    def __init__(
        self, one: ZoomView, other: ZoomView, parent: QObject, apart: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._views = (one, other)
        self._apart = apart or _shift_held
        self._following = False
        self._ratio, self._shift = 1.0, QPointF()
        for place, view in enumerate(self._views):
            view.zoom_changed.connect(lambda _zoom, place=place: self._moved(place))
            for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
                bar.valueChanged.connect(lambda _value, place=place: self._moved(place))

    @property
    def aligned(self) -> bool:
        return self._ratio == 1.0 and self._shift.isNull()

    def align(self) -> None:
        """Forget how they were moved alone, and show the whole of both."""
        self._ratio, self._shift = 1.0, QPointF()
        with self.held():
            for view in self._views:
                view.zoom_to_fit()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile neither follows the other: a photo that comes in is no movement of the user's."""
        self._following = True
        try:
            yield
        finally:
            self._following = False

    def follow(self, leader: ZoomView) -> None:
        """Bring the other view to where this one is."""
        self._follow(self._views.index(leader))

    def _moved(self, place: int) -> None:
        if self._following or any(view.scale_on_screen is None for view in self._views):
            return
        if self._apart():
            self._note()
        elif self._views[place].fitted:
            self.align()
        else:
            self._follow(place)

    def _note(self) -> None:
        one, other = self._views
        self._ratio = _side(other) / _side(one)
        self._shift = _middle(other) - _middle(one)

    def _follow(self, place: int) -> None:
        leader, follower = self._views[place], self._views[1 - place]
        if leader.scale_on_screen is None or follower.scale_on_screen is None:
            return
        forward = place == 0
        wanted = _side(leader) * (self._ratio if forward else 1 / self._ratio)
        middle = _middle(leader) + (self._shift if forward else -self._shift)
        with self.held():
            if abs(wanted / _side(follower) - 1) > _CLOSE:
                follower.zoom_by(wanted / _side(follower))
            at = follower.mapped_to_view(middle.x(), middle.y()).toPoint()
            follower.pan(follower.viewport().rect().center() - at)


def _side(view: ZoomView) -> float:
    """The longest side of the photo as it is on screen, in view pixels."""
    scale = view.scale_on_screen
    assert scale is not None
    return max(scale.width, scale.height)


def _middle(view: ZoomView) -> QPointF:
    """The place of the photo in the middle of the view, as fractions."""
    return QPointF(*view.mapped_to_photo(QPointF(view.viewport().rect().center())))


def _shift_held() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
