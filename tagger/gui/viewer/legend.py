"""The labels that digits stand for, in a corner of the photo while they are of use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from tagger.entities import TAG_SEPARATOR, TagPath

_MARGIN_PX = 12
_LONGEST_PX = 200


class Legend(QFrame):
    """Keys and labels, one under the other; the one in hand is emphasised. It takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo = parent
        self.setProperty("role", "chip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Labels by key"))
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(8, 8, 12, 8)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        parent.installEventFilter(self)
        self.hide()

    def say(self, title: str, labels: Sequence[tuple[str, TagPath]], in_hand: TagPath | None) -> None:
        """Show a heading and labels with their keys.

        Args:
            title: What is going on, and how it ends.
            labels: Keys and tags.
            in_hand: The tag that new boxes get without being asked for.
        """
        for label in self.findChildren(QLabel):
            self._rows.removeWidget(label)
            label.setParent(None)
            label.deleteLater()
        self._rows.addWidget(_label(title, "dim"), 0, 0, 1, 2)
        for row, (key, tag) in enumerate(labels, 1):
            name = _label(tag.rsplit(TAG_SEPARATOR, 1)[-1], "strong" if tag == in_hand else "")
            name.setText(name.fontMetrics().elidedText(name.text(), Qt.TextElideMode.ElideMiddle, _LONGEST_PX))
            if tag == in_hand:
                name.setText(f"✓ {name.text()}")
            self._rows.addWidget(_label(key, "dim"), row, 0)
            self._rows.addWidget(name, row, 1)
        self.setAccessibleDescription(", ".join(f"{key} {tag}" for key, tag in labels))
        self.show()
        self._settle()

    def _settle(self) -> None:
        for label in self.findChildren(QLabel):
            label.show()  # the layout does so only in the next turn, too late to be measured
        self._rows.activate()
        self.adjustSize()
        self.move(_MARGIN_PX, self._photo.height() - self.height() - _MARGIN_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label
