"""The commands about libraries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu

from tagger.app import Tagger
from tagger.errors import LibraryError
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.libraries import recent
from tagger.gui.outside import programs
from tagger.gui.part import Part
from tagger.gui.session import Session

SUFFIX = ".tagger"


class Libraries(Part):
    """Changes to another library, shows where this one is, and copies it.

    Attributes:
        following: The library that was opened to go on with; whoever runs the window takes it when the window has
            closed.
    """

    def __init__(self, session: Session, activity: Activity, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._activity, self._window = session, activity, window
        self._opening = False
        self.following: Tagger | None = None
        self.menu = QMenu(window)
        self.menu.aboutToShow.connect(self._fill)
        recent.note(self.path)

    @property
    def path(self) -> Path:
        """The library that is open."""
        return self._session.tagger.store.path

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Making, opening, showing, copying."""
        return {
            "new_library": self._ask_new,
            "open_library": self._ask_open,
            "recent_libraries": self._show_menu,
            "show_library": lambda: self._session.start(self._show()),
            "back_up_library": self._ask_backup,
        }

    def begin(self, actions: Actions) -> None:
        """Hang the menu of recent libraries on its command, and say which library this is."""
        actions["recent_libraries"].setMenu(self.menu)
        self._window.setWindowTitle(f"{title(self.path)} – Tagger")

    def change_to(self, library: Path, *, new: bool = False) -> None:
        """Go on with another library; this one stays if that cannot be opened.

        Args:
            library: Its file.
            new: Whether it is to be made; otherwise it has to be there.
        """
        if not self._opening:
            self._opening = True
            self._session.start(self._change_to(library.absolute(), new=new))

    async def _change_to(self, library: Path, *, new: bool) -> None:
        try:
            if library == self.path.absolute():
                self._session.messages.say(self.tr("This library is open already."), key="library")
                return
            self.following = await self._session.call(_opened, self._session.tagger, library, new)
        finally:
            self._opening = False
        self._window.close()

    async def _show(self) -> None:
        await self._session.call(programs.show_in_file_manager, [str(self.path.absolute())])

    def back_up(self, target: Path) -> None:
        """Copy the library to a file."""

        async def run(work: Work) -> None:
            await self._session.work(self._session.tagger.back_up, target, work.control)
            text = self.tr("The library is backed up to {file}.")
            self._session.messages.say(text.format(file=programs.shown(str(target))), key="backup")

        self._activity.do("backup", self.tr("Backing up the library"), run)

    # Choosing

    def _ask_new(self) -> None:
        dialog = self._dialog(self.tr("New library"), QFileDialog.AcceptMode.AcceptSave)
        # A library is never made over a file that is there; that is said when it is tried.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(lambda path: self.change_to(Path(path), new=True))
        dialog.open()

    def _ask_open(self) -> None:
        dialog = self._dialog(self.tr("Open a library"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.change_to(Path(path)))
        dialog.open()

    def _ask_backup(self) -> None:
        dialog = self._dialog(self.tr("Back up the library"), QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self.path.stem} backup{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.back_up(Path(path)))
        dialog.open()

    def _dialog(self, text: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, text, str(self.path.parent))
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setNameFilters([self.tr("Libraries of Tagger (*.tagger)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _fill(self) -> None:
        """The libraries as they are now; those that are not there are grey."""
        self.menu.clear()
        for library in recent.recent():
            there = library.is_file()
            text = title(library) if there else self.tr("{library} (not there)").format(library=title(library))
            action = QAction(text.replace("&", "&&"), self.menu)
            action.setToolTip(programs.shown(str(library)))
            action.setStatusTip(programs.shown(str(library)))
            action.setCheckable(library == self.path.absolute())
            action.setChecked(library == self.path.absolute())
            action.setEnabled(there)
            action.triggered.connect(lambda _checked=False, library=library: self.change_to(library))
            self.menu.addAction(action)

    def _show_menu(self) -> None:
        self.menu.popup(self._window.mapToGlobal(self._window.rect().center()))


def title(library: Path) -> str:
    """What a library is called: its file without the ending, and its folder if that says more."""
    return programs.shown(f"{library.stem} ({library.parent.name})")


def _opened(present: Tagger, library: Path, new: bool) -> Tagger:
    if new and library.exists():
        raise LibraryError(f"{library} is there already.", "Open it, or choose another name for the new library.")
    if not new and not library.is_file():
        raise LibraryError(f"{library} is not there.", "Connect the drive it is on, or choose another library.")
    return present.beside(library)
