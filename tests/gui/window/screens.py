"""Every screen and state of the window by name: what is tested for one is tested for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLineEdit, QMenu, QWidget

from tagger.entities import PhotoId, TagPath
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.jobs.work import Work
from tagger.gui.messages import Level
from tagger.gui.sources.model import key_of
from tagger.gui.viewer.editing import Editing
from tagger.gui.words import grouped
from tagger.progress import Progress
from tests.gui.window.driver import Walk

Screen = Callable[[Walk], Awaitable[None]]
LONG = "A tag whose name somebody made much longer than any panel of any window will ever be wide enough for"
PX = {9: 12, 13: 17, 20: 27}
"""Sizes of the system's font: points, and pixels at 96 dots per inch."""
TAGS = ("Animal|Bird|Heron", "Holiday|Sea", f"Very long|{LONG}")


async def furnish(walk: Walk) -> None:
    """Tags, stars and a saved search, so that the screens have something to show."""
    for number, photo in enumerate(walk.ids[:6]):
        walk.tagger.tag([PhotoId(photo)], add=[TagPath(tag) for tag in TAGS[: number % 3 + 1]])
    walk.window.sources.set_expanded("tags")
    walk.window.sources.set_expanded("tag:Animal")
    await walk.idle()


async def home(walk: Walk) -> None:
    """Close whatever a screen opened, and go back to the grid with the first photo."""
    main = walk.window
    for popup in _popups():
        popup.close()
    for each in QApplication.topLevelWidgets():
        if each is not main and each.isVisible() and isinstance(each, QDialog):
            each.close()
    main.activateWindow()
    await walk.until(main.isActiveWindow, "the window to be active")
    for bar in main.statusBar().findChildren(WorkBar):
        bar.work.end()
    main.library.removing.bar.close_bar()
    main.library.exporting.bar.close_bar()
    main.sources.bar.close_question()
    while walk.message is not None:
        walk.bar.dismiss()
    main.program.full_screen.set_on(False)
    if main.pages.currentWidget() is not main.browser:
        main.pages.show_page(main.browser)
    main.browser.show_grid()
    main.browser.take_focus()
    if main.bar.field.text():
        await walk.pressed("Ctrl+Shift+F")
    main.sources.choose("library")
    await walk.idle()
    await walk.until(main.isActiveWindow, "the window to be active")
    main.browser.take_focus()
    await walk.pressed("Home")


async def each_screen(walk: Walk, only: str | None = None) -> AsyncIterator[str]:
    """Show one screen after the other, or those alone whose name says ``only``."""
    await furnish(walk)
    for name, show in SCREENS.items():
        if only is not None and only not in name:
            continue
        await home(walk)
        await show(walk)
        yield name
    await home(walk)


def roots(walk: Walk) -> list[QWidget]:
    """The windows in view, the topmost last; what a popup or a dialog covers is left out."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not walk.window]
    others = [each for each in shown if isinstance(each, QDialog | QMenu) or each.windowType() is Qt.WindowType.Popup]
    return [walk.window, *others]


def _popups() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and isinstance(each, QMenu)]


async def _grid(walk: Walk) -> None:
    assert not walk.window.browser.in_viewer


async def _empty(walk: Walk) -> None:
    await walk.search("name:nothinghascalled")


async def _filtered(walk: Walk) -> None:
    await walk.search("label:person -name:nothing")
    walk.window.browser.grid.setFocus()
    await walk.idle()


async def _several(walk: Walk) -> None:
    await walk.pressed("Ctrl+A")
    several = walk.window.photos.several
    await walk.until(lambda: not several._calm.isActive() and not several._busy.isActive(), "the count")
    await walk.idle()


async def _mixed_completion(walk: Walk) -> None:
    await _several(walk)
    await walk.pressed("N")
    walk.type("her")
    await walk.idle()


async def _headings(walk: Walk) -> None:
    for name in ("sort_taken", "headings", "timeline"):
        if not walk.action(name).isChecked():
            walk.action(name).trigger()
    await walk.idle()


async def _error(walk: Walk) -> None:
    await walk.pressed("Ctrl+F")
    walk.type("tag:(")
    await walk.idle()


async def _offers(walk: Walk) -> None:
    await walk.pressed("Ctrl+F")
    walk.type("tag:A")
    await walk.idle()


async def _viewer(walk: Walk) -> None:
    await walk.pressed("Ctrl+E", "Return")
    await walk.until(walk.window.browser.viewer.view.is_sharp, "the photo")


async def _unreadable(walk: Walk) -> None:
    walk.window.sources.choose("unreadable")
    await walk.idle()
    walk.window.browser.take_focus()
    await walk.pressed("Return")


async def _drawing(walk: Walk) -> None:
    await _viewer(walk)
    await walk.pressed("R")


async def _box(walk: Walk) -> None:
    await _viewer(walk)
    await walk.pressed("C")


async def _label_field(walk: Walk) -> None:
    await _viewer(walk)
    walk.press("Shift+R", "Return")
    part = next(part for part in walk.window._parts if isinstance(part, Editing))
    await walk.until(part.field.isVisible, "the field for the label")


async def _compare(walk: Walk) -> None:
    await walk.pressed("Home", "Shift+Right", "Shift+C")
    await walk.until(walk.window.photos.comparing.page.isVisible, "the comparison")
    await walk.idle()


async def _by_label(walk: Walk) -> None:
    await walk.pressed("Shift+L")
    part = walk.window.photos.by_label
    await walk.until(lambda: part.model.rowCount() and not walk._busy(), "the crops")


async def _settings(walk: Walk) -> None:
    await walk.pressed("Ctrl+,")


async def _shortcuts(walk: Walk) -> None:
    walk.action("shortcuts").trigger()
    await walk.idle()


def _by_action(name: str) -> Screen:
    async def show(walk: Walk) -> None:
        walk.action(name).trigger()
        await walk.idle()

    return show


async def _palette(walk: Walk) -> None:
    await walk.pressed("Ctrl+Shift+P")


async def _rename(walk: Walk) -> None:
    assert walk.window.sources.choose(key_of(TagPath("Animal|Bird")))
    walk.window.sources.tree.setFocus()
    await walk.idle()
    walk.press("F2")
    assert walk.window.sources.tree.findChild(QLineEdit) is not None


async def _change_bar(walk: Walk) -> None:
    assert walk.window.sources.choose(key_of(TagPath("Animal")))
    walk.window.sources.tree.setFocus()
    await walk.idle()
    await walk.pressed("Ctrl+M")


async def _source_menu(walk: Walk) -> None:
    assert walk.window.sources.choose(key_of(TagPath("Animal")))
    tree = walk.window.sources.tree
    tree.setFocus()
    await walk.idle()
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, tree.mapToGlobal(place))
    QApplication.sendEvent(tree, event)
    await walk.idle()


async def _menu(walk: Walk) -> None:
    walk.window.menuBar().setActiveAction(walk.window.menuBar().actions()[0])
    await walk.idle()


async def _sort_menu(walk: Walk) -> None:
    button = walk.window.browser.header.sort_button
    button.setFocus()
    QTest.qWait(0)
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    await walk.idle()


async def _message(walk: Walk) -> None:
    walk.window._session.messages.say(f"Something went wrong with {LONG}.", Level.ERROR, details="What", key="x")
    await walk.until(walk.bar.isVisible, "the message")


async def _work(walk: Walk) -> None:
    work = Work("Indexing", walk.window)
    walk.window.activity.started.emit(work)
    work.tell(Progress(4120, 12408, LONG))
    await walk.until(lambda: grouped(4120) in walk.texts(walk.window.statusBar()), "the line of the work")


async def _remove_bar(walk: Walk) -> None:
    walk.action("remove_folder").trigger()
    await walk.until(walk.window.library.removing.bar.isVisible, "the question")


async def _save_search(walk: Walk) -> None:
    await walk.search("label:person")
    await walk.pressed("Ctrl+Shift+S")
    assert walk.window.findChild(QInputDialog) is not None


SCREENS: dict[str, Screen] = {
    "grid": _grid,
    "grid, empty": _empty,
    "grid, filtered": _filtered,
    "grid, several selected": _several,
    "grid, several selected, completion open": _mixed_completion,
    "grid, headings and timeline": _headings,
    "search, error": _error,
    "search, completion open": _offers,
    "viewer": _viewer,
    "viewer, unreadable": _unreadable,
    "viewer, drawing": _drawing,
    "viewer, box selected": _box,
    "viewer, label field": _label_field,
    "compare": _compare,
    "by label": _by_label,
    "settings": _settings,
    "shortcuts": _shortcuts,
    "backends": _by_action("backends"),
    "activity": _by_action("activity"),
    "palette": _palette,
    "keys": _by_action("keys"),
    "about": _by_action("about"),
    "log": _by_action("log"),
    "report": _by_action("report"),
    "sources, rename in place": _rename,
    "sources, confirmation bar": _change_bar,
    "sources, menu": _source_menu,
    "menu": _menu,
    "sort menu": _sort_menu,
    "message": _message,
    "work": _work,
    "remove a folder": _remove_bar,
    "export": _by_action("export"),
    "sidecars, what would be written": _by_action("preview_sidecars"),
    "sidecars, conflicts": _by_action("sidecar_conflicts"),
    "save a search": _save_search,
}
