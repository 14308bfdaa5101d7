"""The page of the activity: backends at work, what failed, what was sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QToolButton, QVBoxLayout, QWidget

from tagger.gui.icons import icon
from tagger.gui.jobs.sent import SentLog
from tagger.gui.jobs.standing import StandingTable
from tagger.gui.jobs.troubles import Troubles
from tagger.gui.pages import ControlPage
from tagger.gui.review.flow import FlowLayout
from tagger.gui.words import grouped


class ActivityPage(ControlPage):
    """Shows and asks; whoever owns it does what is asked.

    Attributes:
        table: The backends.
        hold, go_on, cancel: What can be done with the current one.
        troubles, sent: What failed, and what was sent.

    Signals:
        held(str), started(str), cancelled(str): of the backend of this name.
        opened(): it came into view.
        left(): the user wants to go back.
    """

    held = Signal(str)
    started = Signal(str)
    cancelled = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.troubles, self.sent = StandingTable(), Troubles(), SentLog()
        self.hold = self._button("pause", self.tr("Pause"), self.held)
        self.go_on = self._button("play", self.tr("Go on"), self.started)
        self.cancel = self._button("cancel", self.tr("Cancel what waits"), self.cancelled)
        self.cancel.setToolTip(self.tr("What is finished is kept; what waits is taken from the queue"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar of the tabs has the focus, and a role
        self.tabs.tabBar().setAccessibleName(self.tr("Activity"))
        self.tabs.addTab(self.troubles, "")
        self.tabs.addTab(self.sent, "")
        self.sent.model.modelReset.connect(lambda: self.say_counts(None))
        self._failed = 0
        self.state = QLabel(wordWrap=True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setProperty("role", "dim")
        self.table.chosen.connect(lambda: self.state.setText(self.table.summary))
        self._lay_out()
        self.say_counts(0)
        self.setFocusProxy(self.table)

    def say_counts(self, failed: int | None) -> None:
        """Say on the tabs how much there is in each."""
        self._failed = self._failed if failed is None else failed
        self.tabs.setTabText(0, self.tr("Failures ({n})").format(n=grouped(self._failed)))
        self.tabs.setTabText(1, self.tr("What was sent ({n})").format(n=grouped(len(self.sent.model.rows))))

    def enable(self, *, works: bool, held: bool, waits: bool) -> None:
        """Say what can be done with the current backend."""
        self.hold.setEnabled(works and not held)
        self.go_on.setEnabled(held or (waits and not works))
        self.cancel.setEnabled(works or waits)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Activity"))
        title.setProperty("role", "title")
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close the activity (Esc)"))
        close.setAccessibleName(self.tr("Close the activity"))
        close.clicked.connect(self.left)
        head, buttons = QHBoxLayout(), FlowLayout(spacing_px=8)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(close)
        for button in (self.hold, self.go_on, self.cancel):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        layout.addWidget(self.tabs, 3)

    def _button(self, name: str, text: str, signal: object) -> QPushButton:
        button = QPushButton(icon(name), f" {text}")
        button.setAccessibleName(text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: signal.emit(self.table.current))  # type: ignore[attr-defined]
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()
