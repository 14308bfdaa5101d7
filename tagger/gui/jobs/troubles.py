"""What came to no good end, by reason, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tagger.gui.icons import icon
from tagger.gui.language.core import said
from tagger.gui.review.flow import FlowLayout
from tagger.gui.words import grouped
from tagger.store.trouble import Trouble

_TROUBLE = Qt.ItemDataRole.UserRole


class Troubles(QWidget):
    """Failures, and outcomes that nobody knows.

    Attributes:
        list: One row for each backend and reason.
        show_, retry, forget: Show the photos, try again, and let it be.

    Signals:
        opened(Trouble): its photos are to be shown.
        retried(Trouble): it is to be tried again.
        forgotten(Trouble): it is to be taken from the list.
    """

    opened = Signal(object)
    retried = Signal(object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Trouble] = []
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Backend"), self.tr("What"), self.tr("Photos"), self.tr("Reason")])
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Failures by reason"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.note = QLabel(wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.show_ = QPushButton(icon("photo"), f" {self.tr('Show the photos')}")
        self.retry, self.forget = QPushButton(), QPushButton(self.tr("Take from the list"))
        self.list.itemActivated.connect(lambda *_: self._emit(self.opened))
        self.show_.clicked.connect(lambda: self._emit(self.opened))
        for button in (self.show_, self.retry, self.forget):
            button.setAutoDefault(True)
        self.retry.clicked.connect(lambda: self._emit(self.retried))
        self.forget.clicked.connect(lambda: self._emit(self.forgotten))
        row = FlowLayout(spacing_px=8)
        for button in (self.show_, self.retry, self.forget):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)
        self._enable()

    @property
    def current(self) -> Trouble | None:
        """The current row."""
        item = self.list.currentItem()
        return None if item is None else self._shown[self.list.indexOfTopLevelItem(item)]

    def fill(self, troubles: Sequence[Trouble]) -> None:
        """Show these."""
        if list(troubles) == self._shown:
            return
        before = self.list.currentItem()
        row = max(self.list.indexOfTopLevelItem(before), 0) if before is not None else 0
        self.list.clear()
        self._shown = list(troubles)
        for each in troubles:
            what = self.tr("Outcome unknown") if each.unknown else self.tr("Failed")
            item = QTreeWidgetItem([each.backend, what, grouped(each.photos), said(each.reason)])
            item.setIcon(1, icon("warning" if each.unknown else "error", "text_dim"))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(3, item.text(3))
            self.list.addTopLevelItem(item)
        if (current := self.list.topLevelItem(min(row, len(troubles) - 1))) is not None:
            self.list.setCurrentItem(current)
        self._enable()

    def _enable(self) -> None:
        trouble = self.current
        for button in (self.show_, self.retry, self.forget):
            button.setEnabled(trouble is not None)
        self.retry.setText(self.tr("Try again"))
        if trouble is None:
            self.note.setText(self.tr("Nothing has failed."))
        elif not trouble.unknown:
            self.note.setText(said(trouble.reason))
        elif trouble.asked_by_handle >= trouble.photos:
            self.note.setText(self.tr("The service is only asked for the result again; nothing is sent or paid twice."))
            self.retry.setText(self.tr("Ask for the result"))
        else:
            self.note.setText(
                self.tr(
                    "These photos were sent, and nobody knows whether the service answered. Sending them again may be"
                    " charged again."
                )
            )
            self.retry.setText(self.tr("Send again, even if it is charged again"))
        self.note.setProperty("role", "error" if trouble is not None and trouble.unknown else "dim")
        self.note.style().polish(self.note)

    def _emit(self, signal: object) -> None:
        if self.current is not None:
            signal.emit(self.current)  # type: ignore[attr-defined]
