"""Looks over a window as a screen reader and as an eye would: names, roles and states, and whether texts have room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStatusBar,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QTreeView,
    QWidget,
)

_Role, _Text = QAccessible.Role, QAccessible.Text
NEED_A_NAME = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.ButtonDropDown,
    _Role.CheckBox,
    _Role.ComboBox,
    _Role.Dialog,
    _Role.EditableText,
    _Role.List,
    _Role.ListItem,
    _Role.MenuItem,
    _Role.PageTab,
    _Role.ProgressBar,
    _Role.PushButton,
    _Role.RadioButton,
    _Role.Slider,
    _Role.SpinBox,
    _Role.Table,
    _Role.Tree,
    _Role.TreeItem,
}
_NO_ROLES = {_Role.NoRole, _Role.Client, _Role.Pane, _Role.Whitespace}
_MOST_CHILDREN = 300


def tree(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """The interface and all below it that are in view."""
    if interface.state().invisible:
        return
    yield interface
    for number in range(min(interface.childCount(), _MOST_CHILDREN) if depth < 40 else 0):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from tree(child, depth + 1)


def controls(window: QWidget) -> list[QAccessibleInterface]:
    """All that can be used or that has to have a name."""
    found = tree(QAccessible.queryAccessibleInterface(window))
    return [each for each in found if each.role() in NEED_A_NAME or each.state().focusable]


def spoken_badly(window: QWidget) -> list[str]:
    """Controls without a name or a role, states that are not so, and names that tell nothing apart."""
    found = []
    groups: Counter[tuple[int, _Role, str]] = Counter()
    for each in controls(window):
        name, role, thing = each.text(_Text.Name).strip(), each.role(), each.object()
        where = f"{role.name} {name!r} {thing} in {each.parent().object() if each.parent() else None}"
        if not name and not _part_of_another(each):
            found.append(f"no name: {where}")
        elif name and not re.search(r"\w", name) and thing is not None:
            found.append(f"name without a word: {where}")
        if role in _NO_ROLES and each.state().focusable:
            found.append(f"no role: {where}")
        if isinstance(thing, QWidget):
            found += [f"{fault}: {where}" for fault in _wrong_states(each, thing)]
            if isinstance(thing, QAbstractButton) and name:
                groups[id(thing.parentWidget()), role, name] += 1
    return found + [f"{count} times in one group: {key[2]!r}" for key, count in groups.items() if count > 1]


def _part_of_another(interface: QAccessibleInterface) -> bool:
    """The field in a spin box is spoken with it; cells of a table may be empty."""
    parent = interface.parent()
    inner = parent is not None and parent.role() in (_Role.SpinBox, _Role.ComboBox)
    return inner or (interface.role() in (_Role.Cell, _Role.Client, _Role.TreeItem) and interface.object() is None)


def _wrong_states(interface: QAccessibleInterface, widget: QWidget) -> Iterator[str]:
    state = interface.state()
    if bool(state.disabled) == widget.isEnabled():
        yield "wrong: disabled"
    if bool(state.focused) != widget.hasFocus() and not isinstance(widget, QMenu):
        yield "wrong: focused"
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and bool(state.checked) != widget.isChecked():
        mixed = isinstance(widget, QCheckBox) and widget.checkState() is Qt.CheckState.PartiallyChecked
        if not mixed:
            yield "wrong: checked"


# What an eye sees


def cut(window: QWidget) -> list[str]:
    """Texts without enough room, and widgets that lie over each other."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.window() is not window:
            continue
        found += [f"{fault}: {_described(widget)}" for fault in _faults(widget)]
        found += _overlapping(widget)
    return found


def _described(widget: QWidget) -> str:
    text = getattr(widget, "text", None) or getattr(widget, "currentText", lambda: "")
    parents = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 4:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {str(text())[:60]!r} {widget.geometry().getRect()} in {' < '.join(parents)}"


def _faults(widget: QWidget) -> Iterator[str]:
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, QLabel) and widget.text():
        yield from _label_faults(widget, metrics)
    elif isinstance(widget, QPushButton | QToolButton | QCheckBox):
        yield from _button_faults(widget, metrics)
    elif isinstance(widget, QComboBox) and not widget.toolTip():
        inner = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, _combo_option(widget), QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        if metrics.horizontalAdvance(widget.currentText()) > inner.width() + 1:
            yield "text cut"
    elif isinstance(widget, QLineEdit | QAbstractSpinBox):
        if widget.height() < metrics.height():
            yield "too low"
    elif isinstance(widget, QListView | QTreeView) and widget.model() is not None and widget.model().rowCount():
        height = widget.visualRect(widget.model().index(0, 0)).height()
        if 0 < height < metrics.height():
            yield f"rows of {height} px too low"
    if isinstance(widget, QAbstractButton | QComboBox | QLineEdit) and not _within(widget):
        yield "reaches out of its parent"


def _label_faults(label: QLabel, metrics: QFontMetrics) -> Iterator[str]:
    text = label.text()
    if QtGui.Qt.mightBeRichText(text) and label.textFormat() is not Qt.TextFormat.PlainText:
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    if label.wordWrap():
        if label.height() < label.heightForWidth(label.width()):
            yield "wrapped text cut"
        longest = max(metrics.horizontalAdvance(word) for word in text.split() or [""])
        if longest > label.contentsRect().width() and not label.toolTip():
            yield "word cut"
        return
    if label.text() in label.toolTip():
        return  # elided, with the whole text there
    needed = max(metrics.horizontalAdvance(line) for line in text.splitlines() or [""])
    if needed > label.contentsRect().width() + 1:
        yield "text cut"
    if label.height() < metrics.height():
        yield "too low"


def _button_faults(button: QAbstractButton, metrics: QFontMetrics) -> Iterator[str]:
    if not button.text() or (isinstance(button, QToolButton) and _icon_only(button)):
        return
    text = button.text().replace("&", "")
    room = button.width()
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
    room -= button.iconSize().width() if not button.icon().isNull() else 0
    if metrics.horizontalAdvance(text) > room + 1:
        yield "text cut"
    if button.height() < metrics.height():
        yield "too low"


def _icon_only(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _combo_option(box: QComboBox):  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QStyleOptionComboBox

    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option


def _within(widget: QWidget) -> bool:
    """Whether no parent cuts it off; where one scrolls, only sideways."""
    parent, rect = widget.parentWidget(), widget.geometry()
    while parent is not None and not widget.isWindow():
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        inside = parent.rect()
        if rect.left() < inside.left() or rect.right() > inside.right():
            return isinstance(parent.parentWidget(), QAbstractItemView)
        if scrolls:
            return True
        if rect.top() < inside.top() - 1 or rect.bottom() > inside.bottom() + 2:  # a line around it is no matter
            return False
        if parent.isWindow():
            return True
        rect = rect.translated(parent.pos())
        parent = parent.parentWidget()
    return True


def _overlapping(parent: QWidget) -> list[str]:
    """Children that a layout placed and that lie over each other."""
    if isinstance(parent, QStatusBar):  # it makes its layout anew for each widget; to hold the old one is a crash
        return []
    layout = parent.layout()
    if not isinstance(layout, QLayout):  # where a style made it, another wrapper may come
        return []
    placed = [item.widget() for item in (layout.itemAt(n) for n in range(layout.count())) if item.widget() is not None]
    shown = [each for each in placed if each.isVisible()]
    found = []
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            if one.geometry().intersects(other.geometry()):
                found.append(f"overlap: {_described(one)} and {_described(other)}")
    return found
