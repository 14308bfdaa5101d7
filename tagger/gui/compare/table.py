"""The differences of two photos as a small table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tagger.gui.compare.differences import Difference
from tagger.gui.viewer.caption import ElidedLabel


class DifferenceTable(QWidget):
    """A line for each fact that differs: what it is in the middle, how it is on either side. More of it is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Difference] = ()
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._none = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("role", "dim")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column, stretch in ((0, 1), (2, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.addWidget(self._none, 0, 0, 1, 3)
        self.setAccessibleName(self.tr("Differences"))

    @property
    def shown(self) -> Sequence[Difference]:
        """What is shown."""
        return self._shown

    def show_differences(self, found: Sequence[Difference], nothing: str) -> None:
        """Show these, or say that there is nothing."""
        self._shown = found
        self._none.setText(nothing)
        self._none.setVisible(not found)
        while len(self._lines) < len(found):
            self._add_line()
        for place, labels in enumerate(self._lines):
            for label in labels:
                label.setVisible(place < len(found))
        for each, (left, name, right) in zip(found, self._lines, strict=False):
            name.setText(each.name)
            for label, text, strong in ((left, each.left, each.more < 0), (right, each.right, each.more > 0)):
                label.setText(text)
                label.setAccessibleName(f"{each.name}: {text}")
                _set_role(label, "strong" if strong else "")
        self.setAccessibleDescription(
            "; ".join(f"{each.name}: {each.left} / {each.right}" for each in found) or nothing
        )

    def _add_line(self) -> None:
        left, name, right = ElidedLabel(), QLabel(), ElidedLabel()
        left.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name.setProperty("role", "dim")
        self._lines.append((left, name, right))
        for column, label in enumerate((left, name, right)):
            self._grid.addWidget(label, len(self._lines), column)


def _set_role(label: QLabel, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
