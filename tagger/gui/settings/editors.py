"""A control for one setting, chosen by what its declaration allows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from tagger.settings import Declared, Value

CONTROL_PX = 280


def translated(text: str) -> str:
    """A text of the declarations in the user's language."""
    return QCoreApplication.translate("Settings", text)


class Editor(QWidget):
    """One control.

    Attributes:
        control: What takes the focus.

    Signals:
        edited(object): the user chose this value.
    """

    edited = Signal(object)

    def __init__(self, declared: Declared) -> None:
        super().__init__()
        self._filling = False
        self._declared = declared
        self.control = self._make(declared)
        self.control.setAccessibleName(translated(declared.title))
        self.control.setAccessibleDescription(translated(declared.help))
        self.control.installEventFilter(self)
        self.control.setMinimumWidth(CONTROL_PX)
        self.setFocusProxy(self.control)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.control)

    def fill(self, value: Value) -> None:
        """Show a value; nothing is signalled."""
        self._filling = True
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(value))
        elif isinstance(control, QSpinBox):
            if control.value() != value:
                control.setValue(int(value))
        elif isinstance(control, QLineEdit) and control.text() != value:
            control.setText(str(value))
        self._filling = False

    def words(self, value: Value) -> str:
        """What the page calls a value."""
        declared = self._declared
        if isinstance(value, bool):
            return QCoreApplication.translate("Settings", "on" if value else "off")
        if declared.empty and not value:
            return translated(declared.empty)
        if declared.named and value in declared.choices:
            return translated(declared.named[declared.choices.index(str(value))])
        return f"{value} {translated(declared.unit)}".strip()

    def _make(self, declared: Declared) -> QWidget:
        if isinstance(declared.default, bool):
            box = QCheckBox()
            box.toggled.connect(self._edit)
            return box
        if declared.choices:
            choices = QComboBox()
            for choice, name in zip(declared.choices, declared.named or declared.choices, strict=True):
                choices.addItem(translated(name), choice)
            choices.currentIndexChanged.connect(lambda _row: self._edit(choices.currentData()))
            return choices
        if isinstance(declared.default, int):
            return self._number(declared)
        field = QLineEdit()
        field.setPlaceholderText(translated(declared.empty))
        field.editingFinished.connect(lambda: self._edit(field.text()))
        return field

    def _number(self, declared: Declared) -> QSpinBox:
        number = QSpinBox()
        number.setRange(declared.minimum or 0, declared.maximum if declared.maximum is not None else 1_000_000)
        number.setSuffix(f" {translated(declared.unit)}" if declared.unit else "")
        number.setSpecialValueText(translated(declared.empty))
        number.lineEdit().setTextMargins(6, 0, 0, 0)
        number.setKeyboardTracking(False)
        number.valueChanged.connect(self._edit)
        return number

    def _edit(self, value: object) -> None:
        if not self._filling:
            self.edited.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it changes a value only where the focus is."""
        if event.type() == QEvent.Type.Wheel and not self.control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
