"""What the inspector says of other files: those of the same shot, and those with exactly the same picture."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.entities import PhotoId
from tagger.gui.outside.programs import shown
from tagger.gui.viewer.caption import ElidedLabel
from tagger.store import identity, photos, stacks
from tagger.store.database import Database

MOST_SHOWN = 5
_INDENT_PX = 12


@dataclass(frozen=True, slots=True)
class SameFiles:
    """Other files of a photo: of its shot, and copies; each by its number and path. ``copies`` are at most a few."""

    shot: tuple[tuple[PhotoId, str], ...] = ()
    copies: tuple[tuple[PhotoId, str], ...] = ()


def same_files(db: Database, photo_id: PhotoId) -> SameFiles:
    """The other files of a photo."""
    shot = [each for each, _name in stacks.files(db, photo_id)]
    copies = identity.copies(db, photo_id)[:MOST_SHOWN]
    paths = photos.paths_of(db, [*shot, *copies])
    return SameFiles(tuple((i, paths[i]) for i in shot), tuple((i, paths[i]) for i in copies))


class SameFilesView(QWidget):
    """A line for each file; choosing one goes there.

    Signals:
        chosen(PhotoId): the file was chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.setAccessibleName(self.tr("Files of this photo"))
        self.hide()

    def show_files(self, found: SameFiles, current: PhotoId | None) -> None:
        """Show the files, the current one among those of its shot."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if found.shot:
            self._head(self.tr("Files of this shot"))
            self._lines(found.shot, current)
        if found.copies:
            self._head(self.tr("Same picture as"))
            self._lines(found.copies, current)
        self.setVisible(bool(found.shot or found.copies))

    def set_several(self, several: bool) -> None:
        """Nothing is said of several photos."""
        self.setVisible(not several and self._layout.count() > 0)

    def buttons(self) -> list[QPushButton]:
        """The lines that lead somewhere, from the top."""
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _head(self, text: str) -> None:
        self._layout.addSpacing(8)
        label = QLabel(text)
        label.setProperty("role", "dim")
        self._layout.addWidget(label)

    def _lines(self, files: Sequence[tuple[PhotoId, str]], current: PhotoId | None) -> None:
        for photo_id, path in files:
            name = shown(os.path.basename(path))
            if photo_id == current:
                here = ElidedLabel(Qt.TextElideMode.ElideMiddle)
                here.setContentsMargins(_INDENT_PX, 0, 0, 0)  # as the words of a button
                here.setText(self.tr("{name} (shown)").format(name=name))
                self._layout.addWidget(here)
                continue
            button = QPushButton(name)
            button.setProperty("role", "flat")
            button.setToolTip(shown(path))
            button.setAccessibleName(self.tr("Go to {name}").format(name=name))
            button.setAccessibleDescription(shown(path))
            button.clicked.connect(lambda _on=False, each=photo_id: self.chosen.emit(each))
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
