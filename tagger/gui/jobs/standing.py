"""The table of the backends at work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from tagger.gui import theme
from tagger.gui.backends.known import state_text
from tagger.gui.icons import icon
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.recognising.sentences import money
from tagger.gui.words import grouped
from tagger.recognition.overview import Overview, Standing
from tagger.recognition.registry import BackendInfo

_NAME = Qt.ItemDataRole.UserRole
_STATE_PX = 160
_COUNTS = ("queued", "claimed", "done", "failed", "unknown")


class StandingTable(QTreeWidget):
    """One row for each backend.

    Signals:
        chosen(): another row is the current one, or it says something else.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels(
            [
                QCoreApplication.translate("Standing", "Backend"),
                QCoreApplication.translate("Standing", "State"),
                QCoreApplication.translate("Standing", "Queued"),
                QCoreApplication.translate("Standing", "Running"),
                QCoreApplication.translate("Standing", "Done"),
                QCoreApplication.translate("Standing", "Failed"),
                QCoreApplication.translate("Standing", "Unknown"),
                QCoreApplication.translate("Standing", "Speed"),
                QCoreApplication.translate("Standing", "Quota"),
                QCoreApplication.translate("Standing", "Cost"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(QCoreApplication.translate("Standing", "Backends at work"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().geometriesChanged.connect(self._stretch)
        self.header().sectionResized.connect(lambda section, *_: self._stretch() if section != 1 else None)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    @property
    def current(self) -> str:
        """Name of the current backend; empty for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(0, _NAME))

    @property
    def summary(self) -> str:
        """What there is to say of the current backend, however long."""
        item = self.currentItem()
        if item is None:
            return ""
        return " · ".join(filter(None, (item.text(1), item.toolTip(self.columnCount() - 1))))

    def fill(
        self,
        infos: Sequence[BackendInfo],
        overview: Overview,
        works: Mapping[str, Work],
        paused: Mapping[str, str],
    ) -> None:
        """Show how these stand; a backend that was removed is listed while it has something to tell."""
        rows = {info.name: info for info in infos if info.enabled or info.name in overview.backends}
        names = [*rows, *sorted(name for name in overview.backends if name not in rows)]
        self._take_names(names)
        for row, name in enumerate(names):
            item = self.topLevelItem(row)
            standing = overview.backends.get(name, Standing())
            if item is not None:
                texts = [name, _state(rows.get(name), standing, works.get(name), paused.get(name))]
                texts += [grouped(standing.counts.get(state, 0)) for state in _COUNTS]
                texts += [_speed(works.get(name)), _quota(standing), money(standing.total) if standing.total else ""]
                self._say(item, texts)
                item.setToolTip(self.columnCount() - 1, _cost(standing))
                info = rows.get(name)
                item.setIcon(0, icon("local" if info is None or info.here else "cloud", "text_dim"))
        self.chosen.emit()

    def texts(self, name: str) -> dict[str, str]:
        """What the row of a backend says, by column."""
        header = self.headerItem()
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None and item.data(0, _NAME) == name:
                return {header.text(column): item.text(column) for column in range(self.columnCount())}
        return {}

    def _take_names(self, names: Sequence[str]) -> None:
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        if [item.data(0, _NAME) for item in items if item is not None] == list(names):
            return
        current = self.current
        self.clear()
        for name in names:
            item = QTreeWidgetItem()
            item.setData(0, _NAME, name)
            for column in range(2, self.columnCount()):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
            if name == current:
                self.setCurrentItem(item)
        if self.currentItem() is None and (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)

    def _stretch(self) -> None:
        """The state takes what room there is, and never less than can be read; then the table scrolls."""
        header = self.header()
        others = sum(header.sectionSize(section) for section in range(header.count()) if section != 1)
        header.resizeSection(1, max(self.viewport().width() - others, theme.scaled(_STATE_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _say(self, item: QTreeWidgetItem, texts: Sequence[str]) -> None:
        for column, text in enumerate(texts):
            if item.text(column) != text:
                item.setText(column, text)
                item.setToolTip(column, text)


def _state(info: BackendInfo | None, standing: Standing, work: Work | None, paused: str | None) -> str:
    if info is None:
        return QCoreApplication.translate("Standing", "Removed")
    if work is not None and work.control.paused:
        return QCoreApplication.translate("Standing", "Held; nothing more is sent until it goes on")
    if work is not None and standing.waits_for and not standing.counts.get("claimed"):
        return QCoreApplication.translate("Standing", "Waiting: {reason}").format(reason=said(standing.waits_for))
    if work is not None:
        return QCoreApplication.translate("Standing", "Working")
    return state_text(info, paused)


def _speed(work: Work | None) -> str:
    """Photos a second, and the time left."""
    if work is None or work.rate is None or work.control.paused:
        return ""
    rate = QCoreApplication.translate("Standing", "{rate}/s").format(
        rate=grouped(round(work.rate)) if work.rate >= 10 else f"{work.rate:.1f}"
    )
    left = work.seconds_left
    if left is None:
        return rate
    if left < 60:
        time = QCoreApplication.translate("Standing", "under 1 min")
    elif left < 5400:
        time = QCoreApplication.translate("Standing", "{n} min").format(n=round(left / 60))
    else:
        time = QCoreApplication.translate("Standing", "{n} h").format(n=round(left / 3600))
    return f"{rate} · {time}"


def _quota(standing: Standing) -> str:
    return "" if standing.quota is None else grouped(standing.quota)


def _cost(standing: Standing) -> str:
    if not standing.total:
        return ""
    return QCoreApplication.translate("Standing", "{today} today, {total} in all").format(
        today=money(standing.today), total=money(standing.total)
    )
