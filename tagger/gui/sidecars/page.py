"""The page of the sidecars: what would be written, conflicts, failures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QToolButton, QVBoxLayout, QWidget

from tagger.gui.icons import icon
from tagger.gui.pages import ControlPage
from tagger.gui.sidecars.conflict_list import ConflictList
from tagger.gui.sidecars.failure_list import FailureList
from tagger.gui.sidecars.preview import Preview
from tagger.gui.words import grouped


class SidecarPage(ControlPage):
    """Shows and asks; whoever owns it does what is asked.

    Attributes:
        preview, conflicts, failures: Its three sides.

    Signals:
        left(): the user wants to go back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview, self.conflicts, self.failures = Preview(), ConflictList(), FailureList()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar of the tabs has the focus, and a role
        self.tabs.tabBar().setAccessibleName(self.tr("Sidecars"))
        for side in (self.preview, self.conflicts, self.failures):
            self.tabs.addTab(side, "")
        title = QLabel(self.tr("Sidecars"))
        title.setProperty("role", "title")
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close the sidecars (Esc)"))
        close.setAccessibleName(self.tr("Close the sidecars"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        self.say_counts()

    def show_side(self, side: QWidget) -> None:
        """Bring one side into view."""
        self.tabs.setCurrentWidget(side)
        side.setFocus()

    def take_focus(self) -> None:
        """Give the focus to the side in view."""
        self.tabs.currentWidget().setFocus()

    def say_counts(self) -> None:
        """Say on the tabs how much there is in each."""
        texts = (
            (self.tr("Would be written ({n})"), len(self.preview.file_rows.rows)),
            (self.tr("Conflicts ({n})"), len(self.conflicts.model.found)),
            (self.tr("Failures ({n})"), len(self.failures.rows.rows)),
        )
        for place, (text, count) in enumerate(texts):
            self.tabs.setTabText(place, text.format(n=grouped(count)))
        if not self.preview.known:
            self.tabs.setTabText(0, self.tr("Would be written"))
