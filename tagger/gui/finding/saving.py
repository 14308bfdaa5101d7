"""Saving the search that is shown, and the searches that were saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from tagger.changes import PhotosChanged
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.finding.field import SearchField
from tagger.gui.session import Session
from tagger.gui.sources.model import SourceRole
from tagger.gui.sources.panel import SourcesPanel
from tagger.store import searches
from tagger.store.database import Database
from tagger.store.searches import SavedSearch

_KEY = "search:"


class Saving(QObject):
    """The commands of saved searches; they are about the one that is chosen in the sources."""

    def __init__(self, session: Session, browser: Browser, sources: SourcesPanel, field: SearchField) -> None:
        super().__init__(browser)
        self._session, self._browser, self._sources, self._field = session, browser, sources, field
        self._deleted: SavedSearch | None = None
        self._actions: Actions | None = None
        sources.tree.menu_wanted.connect(self._show_menu)
        sources.tree.rename_wanted.connect(lambda _index: self.rename())
        sources.tree.delete_wanted.connect(lambda _index: self.delete())
        sources.tree.selectionModel().currentChanged.connect(lambda *_: self._enable())
        sources.tree.search_dropped.connect(lambda search_id, key: session.start(self._drop(search_id, int(key[7:]))))

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Saving, and changing what was saved."""
        return {
            "save_search": self.save,
            "rename_search": self.rename,
            "search_up": lambda: self._move(-1),
            "search_down": lambda: self._move(1),
            "delete_search": self.delete,
            "restore_search": self.restore,
        }

    def enable(self, actions: Actions) -> None:
        """What there is to save, and which search is chosen."""
        self._actions = actions
        actions.enable(bool(self._browser.query), "save_search")
        chosen = self.chosen() is not None
        actions.enable(chosen, "rename_search", "search_up", "search_down", "delete_search")
        actions.enable(self._deleted is not None, "restore_search")

    def _enable(self) -> None:
        if self._actions is not None:
            self.enable(self._actions)

    def chosen(self) -> int | None:
        """The saved search whose row is the current one in the sources, by id."""
        key = str(self._sources.tree.currentIndex().data(SourceRole.KEY))
        return int(key.removeprefix(_KEY)) if key.startswith(_KEY) else None

    def save(self) -> None:
        """Ask for a name, with what is searched for proposed, and keep it."""
        text = self._browser.query
        if text:
            proposed = self._field.text().strip() or text
            self._ask(self.tr("Save this search"), proposed, lambda title: self._save(title, text))

    def rename(self) -> None:
        """Ask for another name."""
        chosen = self.chosen()
        if chosen is not None:
            self._session.start(self._rename(chosen))

    def delete(self) -> None:
        """Forget the chosen one; it can be brought back."""
        chosen = self.chosen()
        if chosen is not None:
            self._session.start(self._delete(chosen))

    def restore(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted is not None:
            deleted, self._deleted = self._deleted, None
            self._session.start(self._write(lambda db: searches.restore(db, deleted)))

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """What can be done with a saved search."""
        if self._actions is None or not str(index.data(SourceRole.KEY)).startswith(_KEY):
            return
        self._sources.point_at(index)
        self.enable(self._actions)
        menu = QMenu(self._sources)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in ("rename_search", "search_up", "search_down", "delete_search"):
            menu.addAction(self._actions[name])
        menu.popup(place)

    async def _drop(self, search_id: int, onto: int) -> None:
        """Put a search where another one is."""
        order = [each.id for each in await self._session.read(searches.saved)]
        if search_id in order and onto in order:
            by = order.index(onto) - order.index(search_id)
            await self._write(lambda db: searches.move(db, search_id, by))

    def _save(self, title: str, text: str) -> None:
        self._sources.set_expanded("searches")
        self._session.start(self._write(lambda db: searches.save(db, title, text)))
        self._session.messages.say(self.tr("Saved the search “{title}”.").format(title=title), key="saved_search")

    async def _rename(self, search_id: int) -> None:
        found = await self._session.read(searches.saved)
        title = next((each.title for each in found if each.id == search_id), "")
        self._ask(
            self.tr("Rename the search"),
            title,
            lambda new: self._session.start(self._write(lambda db: searches.rename(db, search_id, new))),
        )

    async def _delete(self, search_id: int) -> None:
        gone: list[SavedSearch | None] = []
        await self._write(lambda db: gone.append(searches.delete(db, search_id)))
        self._deleted = gone[0]
        if self._deleted is not None:
            text = self.tr("Deleted the search “{title}”. Edit ▸ Searches brings it back.")
            text = text.format(title=self._deleted.title)
            self._session.messages.say(text, key="saved_search", undo=self.restore)
            if self._sources.current_key() == f"{_KEY}{search_id}":
                self._browser.leave_source()
        if self._actions is not None:
            self.enable(self._actions)

    def _move(self, by: int) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._session.start(self._write(lambda db: searches.move(db, chosen, by)))

    async def _write(self, change: Callable[[Database], object]) -> None:
        tagger = self._session.tagger
        await self._session.call(lambda: tagger.store.write(change).result())
        tagger.changes.tell(PhotosChanged(frozenset()))

    def _ask(self, title: str, proposed: str, done: Callable[[str], object]) -> None:
        parent: QWidget = self._browser.window()
        dialog = QInputDialog(parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(proposed)
        dialog.textValueSelected.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
