"""The window without a mouse, and for a screen reader."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QApplication, QLineEdit, QWidget

from tagger.gui.grid.view import GridView
from tests.gui.window.driver import Walk

CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QAbstractSlider)
NEED_A_NAME = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Tree,
    QAccessible.Role.TreeItem,
    QAccessible.Role.Slider,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PushButton,
}


def tree(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    yield interface
    if depth < 40:
        for number in range(min(interface.childCount(), 300)):
            child = interface.child(number)
            if child is not None and child.isValid():
                yield from tree(child, depth + 1)


def nameless(window: QWidget) -> list[str]:
    found = []
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        state, role = each.state(), each.role()
        if state.invisible or role not in NEED_A_NAME:
            continue
        if not each.text(QAccessible.Text.Name).strip():
            found.append(f"{role} {each.object()} in {each.parent().object()}")
    return found


def focusable(window: QWidget) -> set[QWidget]:
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.window() is window
    }


async def state(walk: Walk, name: str) -> None:
    if name == "viewer":
        await walk.pressed("Ctrl+E", "Return")


@pytest.fixture(params=["start", "grid", "viewer"])
def shown(request: pytest.FixtureRequest, walk: Walk, recognised: tuple[Path, Path]) -> tuple[Walk, str]:
    if request.param != "start":
        shutil.copytree(recognised[1], walk.library.parent)
    walk.opened_first = True
    return walk, str(request.param)


async def test_every_control_has_a_name_and_a_role(shown: tuple[Walk, str]) -> None:
    walk, name = shown
    await state(walk, name)
    assert nameless(walk.window) == []
    for each in walk.window.findChildren(QWidget):
        if isinstance(each, CONTROLS) and each.isVisible() and not isinstance(each, GridView):
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface is not None
            assert interface.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, each


async def test_the_grid_is_a_list_for_a_screen_reader(window: Walk) -> None:
    grid = window.window.browser.grid
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name)
    assert interface.childCount() == len(grid.visible_ids())
    await window.pressed("Right")
    row = grid.currentIndex().row()
    items = [interface.child(number) for number in range(interface.childCount())]
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    assert [item.state().focused for item in items].index(1) == row
    assert [item.state().selected for item in items].index(1) == row
    name = items[row].text(QAccessible.Text.Name)
    assert name.split(",")[0] == window.names[row]
    assert interface.indexOfChild(items[row]) == row
    centre = items[row].rect().center()
    assert interface.childAt(centre.x(), centre.y()).text(QAccessible.Text.Name) == name
    assert interface.focusChild().text(QAccessible.Text.Name) == name


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
async def test_tab_reaches_every_control_and_comes_back(shown: tuple[Walk, str], key: str) -> None:
    walk, name = shown
    await state(walk, name)
    start = walk.focus
    reached = [start]
    for _ in range(80):
        walk.press(key)
        if walk.focus is start:
            break
        assert walk.focus is not None
        assert walk.focus not in reached, f"trapped around {walk.focus}"
        reached.append(walk.focus)
    assert walk.focus is start
    assert {str(each) for each in focusable(walk.window)} - {str(each) for each in reached} == set()


async def test_letters_are_commands_wherever_no_text_is_typed(window: Walk) -> None:
    """In the tree and in the lists Qt would search for them."""
    await window.pressed("Ctrl+E")
    window.window.sources.tree.setFocus()
    current = window.current()
    await window.pressed("P")
    assert list(window.decided()) == [current]
    assert QApplication.focusWidget() is window.window.sources.tree


async def test_letters_are_text_in_fields(window: Walk) -> None:
    window.press("Ctrl+F")
    window.type("pxduzhbn")
    window.press("?", "+", "-")
    assert window.window.bar.field.text() == "pxduzhbn?+-" or window.window.bar.field.text() == "pxduzhbn"
    await window.idle()
    assert window.decided() == {}
    assert not window.window.browser.in_viewer
