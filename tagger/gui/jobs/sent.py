"""The log of what was sent, as a table that can be searched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QLineEdit, QPushButton, QTreeView, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.palette.entries import folded
from tagger.gui.recognising.sentences import money
from tagger.gui.review.facts import size_text
from tagger.gui.words import counted
from tagger.recognition.ledger import HERE
from tagger.store.sends import Send

Index = QModelIndex | QPersistentModelIndex


class SentModel(QAbstractTableModel):
    """The sends that fit a text, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Send] = ()
        self._words: list[str] = []
        self.rows: Sequence[Send] = ()
        self._titles = [
            QCoreApplication.translate("SentLog", "Time"),
            QCoreApplication.translate("SentLog", "Backend"),
            QCoreApplication.translate("SentLog", "Photo"),
            QCoreApplication.translate("SentLog", "For"),
            QCoreApplication.translate("SentLog", "Size"),
            QCoreApplication.translate("SentLog", "Cost"),
            QCoreApplication.translate("SentLog", "Answer"),
        ]

    def fill(self, log: Sequence[Send]) -> None:
        """Show this log, which has its oldest entry first."""
        if len(log) == len(self._all) and tuple(log[-50:]) == tuple(self._all[-50:]):
            return
        self._all = log
        self._take()

    def narrow(self, text: str) -> None:
        """Show what fits."""
        self._words = folded(text).split()
        self._take()

    def _take(self) -> None:
        self.beginResetModel()
        self.rows = [send for send in reversed(self._all) if self._fits(send)]
        self.endResetModel()

    def _fits(self, send: Send) -> bool:
        if not self._words:
            return True
        text = folded(f"{send.backend} {send.operation} {send.path} {send.name} {send.status} {send.at}")
        return all(word in text for word in self._words)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        send = self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (4, 5):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 2:
            return QCoreApplication.translate("SentLog", "{path}\nsent as {name}").format(
                path=_printable(send.path), name=send.name
            )
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return (
            _when(send.at),
            send.backend,
            _printable(os.path.basename(send.path)),
            send.operation,
            size_text(send.bytes),
            money(send.cost) if send.cost else "",
            _status(send.status),
        )[index.column()]


class SentLog(QWidget):
    """The log with its search.

    Attributes:
        field: Searches.
        table, model: The entries.

    Signals:
        exported(): the log is to be written to a file.
    """

    exported = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SentModel(self)
        self.field, self.export, self._count = QLineEdit(), QPushButton(self.tr("Export as CSV…")), QLabel()
        self.field.setPlaceholderText(self.tr("Search by backend, photo or answer"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.model.narrow)
        self._count.setProperty("role", "dim")
        self.export.setAutoDefault(True)
        self.export.clicked.connect(self.exported)
        self.table = QTreeView()
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("What was sent"))
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((170, 120, 220, 110, 80, 80)):
            header.resizeSection(column, theme.scaled(width))
        self.model.modelReset.connect(self._say_count)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.field, 1)
        head.addWidget(self._count)
        head.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self._say_count()

    def _say_count(self) -> None:
        count = len(self.model.rows)
        self._count.setText(counted(count, self.tr("1 entry"), self.tr("{n} entries")))
        self.export.setEnabled(bool(count))


def _when(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), "yyyy-MM-dd HH:mm:ss")


def _status(status: str) -> str:
    """What became of it; a service on this machine is named as such."""
    told = status.removesuffix(HERE)
    if told == status:
        return _outcome(status)
    return QCoreApplication.translate("SentLog", "{status}, on this machine").format(status=_outcome(told))


def _outcome(told: str) -> str:
    """One of the words of the log, with the number that the service answered, if it did."""
    translate = QCoreApplication.translate
    word, bracket, code = told.partition(" (")
    words = {
        "sending": translate("SentLog", "sending"),
        "answered": translate("SentLog", "answered"),
        "not sent": translate("SentLog", "not sent"),
        "failed": translate("SentLog", "failed"),
        "turned away": translate("SentLog", "turned away"),
        "refused": translate("SentLog", "refused"),
        "unknown": translate("SentLog", "unknown"),
        "stopped": translate("SentLog", "stopped"),
        "uploaded before": translate("SentLog", "uploaded before"),
    }
    return words.get(word, word) + bracket + code


def _printable(path: str) -> str:
    """A path whose bytes are no text, made of text."""
    return os.fsencode(path).decode("utf-8", "replace")
