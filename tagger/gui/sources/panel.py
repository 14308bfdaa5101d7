"""The panel of the places of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tagger.entities import TAG_SEPARATOR, Source, TagPath
from tagger.gui import theme
from tagger.gui.sources.bar import ChangeBar
from tagger.gui.sources.delegate import SourceDelegate
from tagger.gui.sources.model import Index, SourceRole, SourcesModel, key_of
from tagger.gui.sources.tree import SourceTree

_LEAST_PX = 200
SETTLE_MS = 120
"""Holding an arrow key runs through the rows; only where it rests is chosen."""


class SourcesPanel(QWidget):
    """A tree of places with their counts; choosing one shows its photos.

    Attributes:
        bar: Asks about a change of the tags, below the tree.

    Signals:
        chosen: The `Source`, by a click, Enter, or the arrow keys once they rest.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SourcesModel(self)
        self._open: set[str] = set()
        self._key: str | None = None
        self._restoring = False
        self._before: tuple[str | None, bool] = None, False
        self._waiting: Sequence[Source] | None = None
        self._tree = SourceTree()
        self.bar = ChangeBar()
        self._tree.setModel(self._model)
        delegate = SourceDelegate(self._tree)
        delegate.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._take_waiting))
        self._tree.setItemDelegate(delegate)
        self._tree.setAccessibleName(self.tr("Sources"))
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._choose_current)
        self._tree.clicked.connect(self._choose)
        self._tree.entered_key.connect(self._choose)
        self._tree.expanded.connect(lambda index: self._open.add(index.data(SourceRole.KEY)))
        self._tree.collapsed.connect(lambda index: self._open.discard(index.data(SourceRole.KEY)))
        self._tree.selectionModel().currentChanged.connect(self._moved)
        self._model.modelAboutToBeReset.connect(self._begin_restoring)
        self._model.modelReset.connect(self._restore)
        theme.state().changed.connect(self._tree.doItemsLayout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self._tree)

    def minimumSizeHint(self) -> QSize:
        """Room for a title and its count."""
        return QSize(min(theme.scaled(_LEAST_PX), _LEAST_PX * 3 // 2), super().minimumSizeHint().height())

    @property
    def model(self) -> SourcesModel:
        """The places."""
        return self._model

    @property
    def tree(self) -> SourceTree:
        """The tree, for the window to give the focus to."""
        return self._tree

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Show these places; what was open and what was chosen stays, by key. Nothing is signalled.

        While a name is typed in the tree they wait, which would end that.
        """
        if self._tree.typing:
            self._waiting = sources
            return
        self._waiting = None
        self._model.set_sources(sources)

    def _take_waiting(self) -> None:
        if self._waiting is not None:
            self.set_sources(self._waiting)

    def select(self, key: str) -> bool:
        """Mark a place as the one that is shown, without choosing it; False if there is none with this key."""
        index = self._model.find(key)
        self._key = key if index.isValid() else None
        self._show_current(index)
        return index.isValid()

    def choose(self, key: str) -> bool:
        """Choose a place as a click on it does; False if there is none with this key."""
        if found := self.select(key):
            self.chosen.emit(self._model.source(self._tree.currentIndex()))
        return found

    def set_expanded(self, key: str, expanded: bool = True) -> None:
        """Open or close the place with this key, also if it comes only later."""
        (self._open.add if expanded else self._open.discard)(key)
        index = self._model.find(key)
        if index.isValid():
            self._tree.setExpanded(index, expanded)

    def current_key(self) -> str | None:
        """The place that is shown, by key."""
        return self._key

    def current_tag(self) -> TagPath | None:
        """The tag whose row is the current one."""
        return self._tree.currentIndex().data(SourceRole.TAG)

    def point_at(self, index: QModelIndex) -> None:
        """Make a row the current one without choosing its place."""
        self._show_current(index)

    def edit_current(self) -> None:
        """Type another name for the current tag."""
        self._tree.edit(self._tree.currentIndex())

    def follow(self, old: TagPath, new: TagPath) -> bool:
        """A tag has another path from now on: what was open below it stays open; whether it was the place chosen."""
        before, after = key_of(old), key_of(new)

        def moved(key: str) -> str:
            inside = key == before or key.startswith(before + TAG_SEPARATOR)
            return after + key[len(before) :] if inside else key

        self._open = {moved(key) for key in self._open}
        chosen = self._key is not None and moved(self._key) != self._key
        self._key = moved(self._key) if self._key is not None else None
        return chosen

    def _moved(self, current: QModelIndex) -> None:
        if not self._restoring and not self._tree.entering and current.isValid():
            self._settled.start()

    def _choose_current(self) -> None:
        self._choose(self._tree.currentIndex())

    def _choose(self, index: Index) -> None:
        source = self._model.source(index)
        # A click and the resting of the keys may both come for one choice.
        again = self._settled.isActive() or self.sender() is not self._settled
        self._settled.stop()
        if source is not None and (again or source.key != self._key):
            self._key = source.key
            self.chosen.emit(source)

    def _begin_restoring(self) -> None:
        self._restoring = True
        self._before = self._tree.currentIndex().data(SourceRole.KEY), self._settled.isActive()
        self._settled.stop()

    def _restore(self) -> None:
        for index in self._model.find_all(self._open):
            self._tree.setExpanded(index, True)
        # The keys may have gone on from the place that is shown.
        key, settling = self._before
        here = QModelIndex() if key is None else self._model.find(key)
        if here.isValid():
            self._show_current(here)
            if settling:
                self._settled.start()
        elif self._key is not None:
            self._show_current(self._model.find(self._key))
        self._restoring = False

    def _show_current(self, index: QModelIndex) -> None:
        before, self._restoring = self._restoring, True
        flag = QItemSelectionModel.SelectionFlag
        self._tree.selectionModel().setCurrentIndex(index, flag.ClearAndSelect if index.isValid() else flag.Clear)
        self._restoring = before
