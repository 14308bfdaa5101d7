"""Which backends' boxes are drawn, chosen in a menu and remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from tagger.entities import USER
from tagger.gui.session import Session
from tagger.gui.viewer.file_regions import FROM_FILE
from tagger.gui.viewer.photo_view import PhotoView

_SETTING = "viewer.hidden_backends"


class BackendsShown(QObject):
    """Shows and hides the boxes of backends.

    Attributes:
        menu: The menu while it is open.
    """

    def __init__(self, session: Session, view: PhotoView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.menu: QMenu | None = None
        self._hidden = set(str(session.tagger.settings.get(_SETTING)).split())
        view.hide_backends(self._hidden)

    def ask(self) -> None:
        """Open the menu over the photo."""
        menu = QMenu(self.tr("Boxes shown"), self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        own = {USER: self.tr("Drawn by hand"), FROM_FILE: self.tr("Named in the file")}
        for name in sorted({*self._view.backends, *self._hidden, USER}, key=lambda name: (name in own, name)):
            action = menu.addAction(own.get(name, name))
            action.setObjectName(f"backend {name}")
            action.setCheckable(True)
            action.setChecked(name not in self._hidden)
            action.toggled.connect(lambda on, name=name: self.show(name, on))
        menu.addSeparator()
        every = menu.addAction(self.tr("Show all"))
        every.setEnabled(bool(self._hidden))
        every.triggered.connect(self._show_all)
        self.menu = menu
        menu.popup(self._view.mapToGlobal(QPoint(12, 12)))

    def show(self, name: str, on: bool) -> None:
        """Show or hide the boxes of one backend."""
        self._take(self._hidden - {name} if on else self._hidden | {name})

    def _show_all(self) -> None:
        self._take(set())

    def _take(self, hidden: set[str]) -> None:
        self._hidden = hidden
        self._view.hide_backends(hidden)
        self._session.set_setting(_SETTING, " ".join(sorted(hidden)))

    def _forget(self) -> None:
        self.menu = None
