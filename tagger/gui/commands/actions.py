"""The commands as actions of a window: its menus, keys and buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tagger.gui.commands.command import Command, Place
from tagger.gui.commands.table import COMMANDS
from tagger.gui.icons import icon


def translated(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("Commands", text)


class Actions:
    """The commands as actions of a window, each calling the function given for its name."""

    def __init__(
        self,
        owners: Mapping[Place, QWidget],
        calls: Mapping[str, Callable[..., object]],
        rest: Callable[[], object] | None = None,
    ) -> None:
        """Make them.

        Args:
            owners: The widgets in which they can be used; those that are missing follow by `complete`.
            calls: What they call, by their names.
            rest: Has what is missing given to `complete`, at once; for a command that is used before.
        """
        self._calls: dict[str, Callable[..., object]] = dict(calls)
        self._rest = rest
        if rest is None:
            self._check()
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            owner = owners.get(command.place)
            parent = owner or owners[Place.WINDOW]
            action = QAction(translated(command.title), parent)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            if command.icon:
                action.setIcon(icon(command.icon))
            if command.group:
                group = self._groups.setdefault(command.group, QActionGroup(parent))
                group.addAction(action)
            action.triggered.connect(self._caller(command.name, command.checkable))
            if command.place is not Place.WINDOW:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if owner is not None:
                owner.addAction(action)
            self._actions[command.name] = action

    def complete(self, owners: Mapping[Place, QWidget], calls: Mapping[str, Callable[..., object]]) -> None:
        """Give what was missing."""
        self._calls |= calls
        self._rest = None
        self._check()
        for command in COMMANDS:
            if command.place in owners:
                owners[command.place].addAction(self[command.name])

    def _check(self) -> None:
        missing = {command.name for command in COMMANDS} ^ self._calls.keys()
        assert not missing, f"commands without a function, or functions without a command: {missing}"

    def _caller(self, name: str, checkable: bool) -> Callable[[bool], None]:
        def run(checked: bool) -> None:
            if name not in self._calls and self._rest is not None:
                self._rest()
            call = self._calls[name]
            call(checked) if checkable else call()

        return run

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return ((command, self._actions[command.name]) for command in COMMANDS)

    def enable(self, on: bool, *names: str) -> None:
        """Let commands be used, or grey them."""
        for name in names:
            self._actions[name].setEnabled(on)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            menu = _menu(bar, menus, command.menu)
            if command.separated and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self[command.name])


def _menu(bar: QMenuBar, menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        parent, _, title = path.rpartition("|")
        place = _menu(bar, menus, parent) if parent else bar
        menus[path] = place.addMenu(translated(title))
        menus[path].setObjectName(f"menu {path}")
    return menus[path]
