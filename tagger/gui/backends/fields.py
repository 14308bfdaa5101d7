"""A control for one declared setting of a backend type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.language.core import said
from tagger.recognition.backend import Setting

_MOST = 1_000_000_000
_FEWEST_DECIMALS = 2


class SettingField(QWidget):
    """A control, with the sentence that explains it below.

    Attributes:
        setting: What it is for.
        control: What takes the focus.
    """

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.control = _control(setting)
        self.control.setAccessibleName(said(setting.title))
        self.control.setAccessibleDescription(said(setting.help))
        self.note = QLabel(said(setting.help))
        self.note.setProperty("role", "dim")
        self.note.setWordWrap(True)
        self.setFocusProxy(self.control)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # the note takes as many lines as it needs
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if isinstance(self.control, QAbstractSpinBox):
            layout.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(self.control)
        if setting.help:  # without a place in the layout it would be a window of its own
            layout.addWidget(self.note)

    def fill(self, value: object) -> None:
        """Show a value; a secret is never shown."""
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(str(value)))
        elif isinstance(control, QDoubleSpinBox):
            control.setValue(float(str(value)))
        elif isinstance(control, QLineEdit):
            control.setText("" if self.setting.secret else str(value))

    def value(self) -> str | int | float | bool:
        """What stands in the control, of the setting's own type."""
        control = self.control
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, QSpinBox | QDoubleSpinBox):
            control.interpretText()
            return control.value()
        assert isinstance(control, QLineEdit)
        return control.text().strip()

    def say_where(self, text: str) -> None:
        """Say of a secret where it is, while nothing is typed."""
        if isinstance(self.control, QLineEdit):
            self.control.setPlaceholderText(text)


class _Number(QDoubleSpinBox):
    """Shows no more decimals than there are: prices have four, thresholds two."""

    def textFromValue(self, value: float) -> str:
        whole, point, decimals = super().textFromValue(value).rpartition(self.locale().decimalPoint())
        return whole + point + decimals.rstrip("0").ljust(_FEWEST_DECIMALS, "0")


def _roomy(number: QAbstractSpinBox) -> QAbstractSpinBox:
    number.setMinimumWidth(theme.scaled(160))
    number.lineEdit().setTextMargins(6, 0, 0, 0)
    return number


def _control(setting: Setting) -> QWidget:
    if isinstance(setting.default, bool):
        return QCheckBox(said(setting.title))
    if isinstance(setting.default, int):
        number = QSpinBox()
        number.setRange(min(0, setting.default), _MOST)
        number.setGroupSeparatorShown(True)
        return _roomy(number)
    if isinstance(setting.default, float):
        money = _Number()
        money.setDecimals(4)
        money.setRange(min(0.0, setting.default), _MOST)
        money.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        return _roomy(money)
    field = QLineEdit()
    if setting.secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
