from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QLineEdit

from tagger.gui.libraries import recent
from tagger.gui.main_window import MainWindow
from tagger.store import Store
from tests.gui.window.driver import Walk


async def changed(walk: Walk, library: Path) -> None:
    """Wait until the window shows another library."""

    def found() -> MainWindow | None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        return next((w for w in windows if w.isVisible() and w.library.libraries.path == library), None)

    await walk.until(found, f"the window of {library.name}")
    walk.window = found()
    walk.tagger = walk.window._session.tagger
    walk.window.activateWindow()
    await walk.until(walk.window.isActiveWindow, "the window to be active")
    await walk.idle()


def choose(walk: Walk, path: Path) -> None:
    """Type a path into the dialog that is open, and press its button."""
    dialog = next(each for each in walk.window.findChildren(QFileDialog) if each.isVisible())
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    accept = next(each for each in buttons if each.isEnabled() and "ancel" not in each.text())
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)


async def test_a_new_library_takes_the_place_of_the_old_one_and_back(window: Walk, tmp_path: Path) -> None:
    count, other = len(window.ids), tmp_path / "second one.tagger"
    threads = threading.active_count()
    first = window.window
    window.action("new_library").trigger()
    choose(window, other)
    await changed(window, other)
    assert window.window is not first
    assert window.window.start_page.isVisible()
    assert "second one" in window.window.windowTitle()
    assert recent.recent()[:2] == [other, window.library]
    menu = window.window.library.libraries.menu
    menu.aboutToShow.emit()
    assert [each.isChecked() for each in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    await changed(window, window.library)
    assert len(window.ids) == count
    assert threading.active_count() <= threads + 2
    assert other.is_file()


async def test_a_library_that_cannot_be_opened_leaves_this_one_open(window: Walk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.tagger"
    broken.write_bytes(b"this is no database, and it is longer than a header of one " * 20)
    here = window.window
    for wrong in (broken, tmp_path / "gone.tagger"):
        here.library.libraries.change_to(wrong)
        await window.until(lambda wrong=wrong: window.message and wrong.name in window.message.text, "the message")
        await window.idle()
        assert here.isVisible()
    here.library.libraries.change_to(window.library, new=False)
    await window.until(lambda: "open already" in window.message.text, "the message")
    here.library.libraries.change_to(broken, new=True)
    await window.until(lambda: "is there already" in window.message.text, "the message")
    await window.pressed("Return")
    assert window.window.browser.in_viewer


async def test_libraries_that_are_gone_are_grey(window: Walk, tmp_path: Path) -> None:
    recent.note(tmp_path / "gone.tagger")
    recent.note(window.library)
    menu = window.window.library.libraries.menu
    menu.aboutToShow.emit()
    assert [each.isEnabled() for each in menu.actions()] == [True, False]
    assert "not there" in menu.actions()[1].text()


async def test_a_backup_is_a_library(window: Walk, tmp_path: Path) -> None:
    target = tmp_path / "copy.tagger"
    window.action("back_up_library").trigger()
    choose(window, target)
    await window.until(lambda: window.message and "backed up" in window.message.text, "the message")
    connection = sqlite3.connect(target)
    assert connection.execute("SELECT count(*) FROM photos").fetchone()[0] == len(window.ids)
    connection.close()
    await asyncio.to_thread(lambda: Store.open(target).close())


async def test_the_last_library_is_gone_on_with_unless_that_is_switched_off(window: Walk) -> None:
    assert recent.to_reopen(window.config) == window.library
    window.tagger.settings.set("window.reopen_library", False)
    assert recent.to_reopen(window.config) is None


async def test_a_folder_is_removed_by_keyboard_and_undo_brings_it_back(window: Walk) -> None:
    ids, bar = window.ids, window.window.library.removing.bar
    window.action("remove_folder").trigger()
    await window.until(bar.isVisible, "the question")
    assert f"its {len(ids)} photos" in bar.accessibleDescription()
    assert window.focus is bar.button
    assert bar.keep.isChecked()
    assert not bar.findChild(QComboBox).isVisible()
    await window.pressed("Esc")
    assert not bar.isVisible()
    assert window.focus is window.window.browser.grid
    window.action("remove_folder").trigger()
    await window.until(bar.isVisible, "the question")
    window.press("Return")
    await window.until(lambda: not window.ids, "the photos to go")
    await window.idle()
    assert "Undo brings them back" in window.message.text
    await window.pressed("Ctrl+Z")
    await window.until(lambda: window.ids == ids, "the photos to come back")


async def test_a_folder_among_the_sources_has_a_menu_to_remove_it(window: Walk) -> None:
    tree, model = window.window.sources.tree, window.window.sources.tree.model()
    window.window.sources.set_expanded("folders")
    root = model.index(0, 0, window.window.sources._model.find("folders"))
    tree.menu_wanted.emit(root, tree.mapToGlobal(tree.visualRect(root).center()))
    menu = QApplication.activePopupWidget()
    titles = [action.text() for action in menu.actions()]
    assert titles[:2] == ["Show in the file manager", "Remove from the library…"]
    window.press("Down", "Down", "Return")
    await window.until(window.window.library.removing.bar.isVisible, "the question")
    await window.click(window.window.library.removing.bar.cancel)
    assert not window.window.library.removing.bar.isVisible()
