"""Every command of the window once, as data: menus, toolbar, shortcuts and the sheet of keys come from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tagger.gui.icons import icon


class Place(StrEnum):
    """Where a command's keys work."""

    WINDOW = "window"
    CENTRE = "centre"
    """Only while the grid or the viewer has the focus: the keys mean something else in lists and fields."""
    VIEWER = "viewer"
    """Only in the viewer: the grid has its own meaning for these keys."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``title`` is translated when it is shown; ``keys`` are Qt key sequences, the first one is shown."""

    name: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    place: Place = Place.WINDOW
    checkable: bool = False
    separated: bool = False


def _c(name: str, menu: str, title: str, *keys: str, **more: object) -> Command:
    return Command(name, menu, title, keys, **more)  # type: ignore[arg-type]


COMMANDS: tuple[Command, ...] = (
    _c("add_folder", "File", "Add a folder…", "Ctrl+O", icon="folder_open"),
    _c("rescan", "File", "Look for changed photos", "Ctrl+R", icon="refresh"),
    _c("write_sidecars", "File", "Write sidecars", "Ctrl+S", icon="sidecar", separated=True),
    _c("close", "File", "Quit", "Ctrl+Q", separated=True),
    _c("undo", "Edit", "Undo", "Ctrl+Z", icon="undo"),
    _c("redo", "Edit", "Redo", "Ctrl+Shift+Z", "Ctrl+Y", icon="redo"),
    _c("select_all", "Edit", "Select all photos", "Ctrl+A", place=Place.CENTRE, separated=True),
    _c("search", "Edit", "Search", "Ctrl+F", icon="search", separated=True),
    _c("clear_search", "Edit", "Clear the search", "Ctrl+Shift+F"),
    _c("accept", "Review", "Accept", "P", icon="accept"),
    _c("reject", "Review", "Reject", "X", icon="reject"),
    _c("defer", "Review", "Defer", "D", icon="defer"),
    _c("take_back", "Review", "Back to undecided", "U", icon="undecided"),
    _c("accept_photo", "Review", "Accept all of this photo", "Shift+P", separated=True),
    _c("reject_photo", "Review", "Reject all of this photo", "Shift+X"),
    _c("next_undecided", "Review", "Next undecided", "Space", icon="next", place=Place.CENTRE, separated=True),
    _c("add_tag", "Review", "Add a tag", "N", icon="tag"),
    _c("review", "Review", "Show what is to review", "Ctrl+E", icon="review", separated=True),
    _c("advance", "Review", "Move on after a decision", checkable=True),
    _c("recognise_photo", "Recognise", "Recognise selected photos", "Ctrl+Return", icon="recognise"),
    _c("recognise_shown", "Recognise", "Recognise all photos shown", "Ctrl+Shift+Return"),
    _c("recognise_again", "Recognise", "Recognise selected photos again"),
    _c("retry_failed", "Recognise", "Try failed photos again", separated=True),
    _c("open_viewer", "View", "Show the photo", "Return", "Enter", icon="viewer", place=Place.CENTRE),
    _c("close_viewer", "View", "Back to the grid", "Esc", icon="grid", place=Place.CENTRE),
    _c("previous_photo", "View", "Previous photo", "Left", "PgUp", place=Place.VIEWER, separated=True),
    _c("next_photo", "View", "Next photo", "Right", "PgDown", place=Place.VIEWER),
    _c("zoom_in", "View", "Zoom in", "Ctrl++", "+", "=", icon="zoom_in", separated=True),
    _c("zoom_out", "View", "Zoom out", "Ctrl+-", "-", icon="zoom_out"),
    _c("zoom_actual", "View", "Actual size", "Z", icon="zoom_actual"),
    _c("overlays", "View", "Show boxes", "B", icon="overlays", checkable=True, separated=True),
    _c("surround", "View", "Next surround brightness", "Shift+B", icon="surround"),
    _c("show_hidden", "View", "Show noisy labels too", checkable=True),
    _c("sources", "View", "Sources", "F5", checkable=True, separated=True),
    _c("inspector", "View", "Inspector", "F6", checkable=True),
    _c("panels", "View", "Hide all panels", "F8", checkable=True),
    _c("light", "View", "Light theme", checkable=True, separated=True),
    _c("keys", "Help", "Keys", "?", "F1", icon="keyboard"),
    _c("log", "Help", "Show the log file"),
    _c("about", "Help", "About Tagger", icon="info", separated=True),
)
"""The table. While H is held the boxes are hidden; that is no command, since a key that is held has no menu entry."""


def translated(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("Commands", text)


class Actions:
    """The commands as actions of a window, each calling the function given for its name."""

    def __init__(self, owners: Mapping[Place, QWidget], calls: Mapping[str, Callable[..., object]]) -> None:
        missing = {command.name for command in COMMANDS} ^ calls.keys()
        assert not missing, f"commands without a function, or functions without a command: {missing}"
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            owner = owners[command.place]
            action = QAction(translated(command.title), owner)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            if command.icon:
                action.setIcon(icon(command.icon))
            action.triggered.connect(_caller(calls[command.name], command.checkable))
            if command.place is not Place.WINDOW:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            menu = menus.get(command.menu)
            if menu is None:
                menu = menus[command.menu] = bar.addMenu(translated(command.menu))
            if command.separated and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self[command.name])


def _caller(call: Callable[..., object], checkable: bool) -> Callable[[bool], None]:
    def run(checked: bool) -> None:
        call(checked) if checkable else call()

    return run
