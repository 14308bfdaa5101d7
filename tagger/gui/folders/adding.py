"""Adding folders to the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from tagger.gui.jobs.activity import Activity
from tagger.gui.part import Part


class Adding(Part):
    """Takes folders from a dialog or from elsewhere, and has them read."""

    def __init__(self, activity: Activity, window: QWidget) -> None:
        super().__init__(window)
        self._activity, self._window = activity, window

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Adding, and looking again."""
        return {"add_folder": self.ask, "rescan": self._activity.rescan}

    def add(self, paths: Sequence[str]) -> None:
        """Add folders to the library and index them."""
        if paths:
            self._activity.index(paths)

    def ask(self) -> None:
        """Let the user choose a folder."""
        dialog = QFileDialog(self._window, self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.add)
        dialog.open()
