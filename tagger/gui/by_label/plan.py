"""What the keys and the mouse change of a label's plan: the line and what is taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from tagger.gui.by_label.page import LabelPage
from tagger.gui.by_label.threshold import STEPS
from tagger.gui.grid.cell_view import STEP_PX

_MUCH = 10


class Planning(QObject):
    """Connects the page's view and slider with the model's plan."""

    def __init__(self, page: LabelPage) -> None:
        super().__init__(page)
        self._page, self._model, self._view = page, page.model, page.view
        self._view.toggled.connect(self.take_out)
        self._view.line_dragged.connect(lambda row: self._model.set_threshold(self._model.threshold_before(row)))
        page.header.slider.valueChanged.connect(self._slide)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """The commands that change the plan or how it is shown."""
        return {
            "label_take_out": self.take_out,
            "label_line_here": self.line_here,
            "label_line_lower": lambda: self.move_line(-1),
            "label_line_higher": lambda: self.move_line(1),
            "label_line_much_lower": lambda: self.move_line(-_MUCH),
            "label_line_much_higher": lambda: self.move_line(_MUCH),
            "label_larger": lambda: self._view.set_side(self._view.side_px + STEP_PX),
            "label_smaller": lambda: self._view.set_side(self._view.side_px - STEP_PX),
        }

    def take_out(self) -> None:
        """Take the selected ones out; put them back if all of them are out."""
        if runs := self._view.selected_runs():
            out = self._model.turn_out(runs)
            self._say(self.tr("taken out, will be rejected") if out else self.tr("put back"))

    def move_line(self, hundredths: int) -> None:
        """Move the line to the next whole hundredth, or by several."""
        at = round(self._model.threshold * STEPS, 6)
        self._slide(int(min(max((at // 1 if hundredths > 0 else -(-at // 1)) + hundredths, 0), STEPS)))

    def line_here(self) -> None:
        """Draw the line after the current one, so that it and what comes before it are on one side."""
        row = self._view.currentIndex().row()
        if row >= 0:
            self._model.set_threshold(self._model.threshold_before(row + 1))

    def _slide(self, value: int) -> None:
        self._model.set_threshold(value / STEPS)
        self._view.show_line()
        self._say(self._page.header.counts_text())

    def _say(self, text: str) -> None:
        """Let screen readers say what changed, since the focus stays where it is."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))
