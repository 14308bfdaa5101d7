"""One spelling for each key, and which keys a command may not have."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tagger.gui.commands.command import Command, Place

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIER_KEYS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_unknown,
}
_FIELD_KEYS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
"""Fields and lists need these for themselves; a command of the whole window would take them away."""


def spelled(text: str) -> str:
    """A key as the settings spell it, such as ``Ctrl+Shift+P``; empty for what is no single key."""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    if sequence.count() != 1 or _combination(sequence).key() in _MODIFIER_KEYS:
        return ""
    return sequence.toString(_PORTABLE)


def shown(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence.fromString(key, _PORTABLE).toString(_NATIVE)


def pressed(event: QKeyEvent) -> str:
    """The key of an event in our spelling; empty while only modifiers are held."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
    if key in _MODIFIER_KEYS:
        return ""
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    text = event.text()
    symbol = len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace()
    if symbol and modifiers == Qt.KeyboardModifier.ShiftModifier:
        modifiers = Qt.KeyboardModifier.NoModifier  # "?" is "?", wherever on the keyboard it is
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)


def refusal(command: Command, key: str) -> str:
    """Why a command cannot have a key; empty if it can."""
    combination = _combination(QKeySequence.fromString(key, _PORTABLE))
    plain = not combination.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if combination.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _tr("Tab moves the focus.")
    if combination.key() == Qt.Key.Key_H and not combination.keyboardModifiers():
        return _tr("H hides the boxes while it is held.")
    if plain and command.place is Place.WINDOW and combination.key() in _FIELD_KEYS:
        return _tr("Fields and lists need {key} for themselves.").format(key=shown(key))
    return ""


def uniform(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """The table with its keys in our spelling."""
    return tuple(replace(each, keys=tuple(spelled(key) or key for key in each.keys)) for each in commands)


def _combination(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # Qt's stubs do not know it
    return first


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)
