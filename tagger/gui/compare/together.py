"""Photos zoomed and moved together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from tagger.gui.viewer.zooming import ZoomView

_CLOSE = 1e-4
"""Zooms that differ by less look the same."""


class Together(QObject):
    """Keeps views on the same part of their photos, whatever their sizes in pixels. A view without a photo is left out.

    While ``apart()`` each moves alone; how they lie to each other then is kept from there on, so that photos that are
    not framed alike can be laid in line. Fitting any into its view lays all as they were.

    Attributes:
        aligned: Whether they lie as they did at first.
    """

    def __init__(self, views: Sequence[ZoomView], parent: QObject, apart: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._views: list[ZoomView] = []
        self._apart = apart or _shift_held
        self._following = False
        self._ratios: list[float] = []
        self._shifts: list[QPointF] = []
        for view in views:
            self.add(view)

    def add(self, view: ZoomView) -> None:
        """Let one more view move with the others."""
        place = len(self._views)
        self._views.append(view)
        self._ratios.append(1.0)
        self._shifts.append(QPointF())
        view.zoom_changed.connect(lambda _zoom: self._moved(place))
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._moved(place))

    @property
    def aligned(self) -> bool:
        return all(ratio == 1.0 for ratio in self._ratios) and all(shift.isNull() for shift in self._shifts)

    def align(self) -> None:
        """Forget how they were moved alone, and show the whole of all."""
        self._ratios, self._shifts = [1.0] * len(self._views), [QPointF()] * len(self._views)
        with self.held():
            for view in self._views:
                view.zoom_to_fit()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile none follows another: a photo that comes in is no movement of the user's."""
        self._following = True
        try:
            yield
        finally:
            self._following = False

    def follow(self, leader: ZoomView) -> None:
        """Bring the other views to where this one is."""
        self._follow(self._views.index(leader))

    def _moved(self, place: int) -> None:
        if self._following or self._views[place].scale_on_screen is None:
            return
        if self._apart():
            self._note(place)
        elif self._views[place].fitted:
            self.align()
        else:
            self._follow(place)

    def _note(self, moved: int) -> None:
        """Keep how a view lies to the first of the others, from which it is known how it lies to all."""
        others = (at for at, view in enumerate(self._views) if at != moved and view.scale_on_screen is not None)
        other = next(others, None)
        if other is not None:
            one, fixed = self._views[moved], self._views[other]
            self._ratios[moved] = self._ratios[other] * _side(one) / _side(fixed)
            self._shifts[moved] = self._shifts[other] + _middle(one) - _middle(fixed)

    def _follow(self, place: int) -> None:
        leader = self._views[place]
        if leader.scale_on_screen is None:
            return
        side, middle = _side(leader) / self._ratios[place], _middle(leader) - self._shifts[place]
        with self.held():
            for at, view in enumerate(self._views):
                if at != place and view.scale_on_screen is not None:
                    _bring(view, side * self._ratios[at], middle + self._shifts[at])


def _bring(view: ZoomView, wanted: float, middle: QPointF) -> None:
    """Give a view's photo a size on screen, and bring a place of it into the middle."""
    if abs(wanted / _side(view) - 1) > _CLOSE:
        view.zoom_by(wanted / _side(view))
    at = view.mapped_to_view(middle.x(), middle.y()).toPoint()
    view.pan(view.viewport().rect().center() - at)


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
