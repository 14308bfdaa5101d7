"""The form of one backend, made from what its type declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.backends.fields import SettingField
from tagger.gui.language.core import said
from tagger.recognition import limits
from tagger.recognition.backend import BackendType, Setting
from tagger.recognition.secrets import Kept, variable_of

_WIDEST_PX = 640
_LIMITS = frozenset(setting.name for setting in limits.SETTINGS)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in. The secrets are those typed just now; ``repr`` does not tell them."""

    name: str
    type: str
    url: str | None
    options: Mapping[str, str | int | float | bool]
    secrets: Mapping[str, str] = field(repr=False)


class BackendForm(QWidget):
    """Adds or changes a backend.

    Attributes:
        type: The kind of backend, chosen for a new one.
        name, url: Its fields.
        fields: The declared ones, by name.
        save: The button that saves.
        error: Why it cannot be saved.

    Signals:
        saved(Filled): it is to be saved.
        type_chosen(str): another kind was chosen.
        left(): nothing is to be changed.
    """

    saved = Signal(object)
    type_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: BackendType | None = None
        self.new = True
        self.fields: dict[str, SettingField] = {}
        self.title, self.error, self._where = QLabel(), QLabel(wordWrap=True), QLabel(self, wordWrap=True)
        self.title.setProperty("role", "title")
        self.error.setProperty("role", "error")
        self._where.setProperty("role", "dim")
        for label in (self.title, self.error, self._where):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.type, self.name, self.url = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.type.setAccessibleName(self.tr("Kind of service"))
        self.name.setAccessibleName(self.tr("Name of the backend"))
        self.name.setPlaceholderText(self.tr("Lower-case letters, digits and -"))
        self.url.setAccessibleName(self.tr("Address of the service"))
        self.url.setPlaceholderText(self.tr("Empty for the service's own"))
        self.type.activated.connect(lambda _row: self.type_chosen.emit(self.type.currentData()))
        self.save, self.cancel = QPushButton(), QPushButton(self.tr("Cancel"))
        self.save.setProperty("role", "primary")
        for button in (self.save, self.cancel):
            button.setAutoDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.error)
        layout.addLayout(buttons)
        self.error.hide()

    def offer(self, kinds: Mapping[str, BackendType]) -> None:
        """Offer these kinds for a new backend."""
        self.type.clear()
        for kind in kinds.values():
            self.type.addItem(said(kind.title), kind.name)

    def show_kind(
        self, kind: BackendType, *, name: str = "", url: str | None = None, options: Mapping[str, Any] | None = None
    ) -> None:
        """Show the fields of a kind, for a new backend, or with the values of the one of this name."""
        self._kind, self.new = kind, not name
        self.title.setText(self.tr("Add a backend") if self.new else self.tr("Change {name}").format(name=name))
        self.save.setText(self.tr("Add and switch on") if self.new else self.tr("Save"))
        self.type.setCurrentIndex(self.type.findData(kind.name))
        own = {self.type.itemData(row) for row in range(self.type.count())}
        if not self.new or self.name.text() in {"", *own}:
            self.name.setText(name or kind.name)
        self.url.setText(url or "")
        self.error.hide()
        self.fields = {setting.name: SettingField(setting) for setting in kind.settings}
        for each in self.fields.values():
            each.fill((options or {}).get(each.setting.name, each.setting.default))
        chosen_here = self.type.hasFocus()
        for kept in (self.type, self.name, self.url, self._where):  # they outlive the rows they stood in
            kept.setParent(self)
        self._scroll.takeWidget()
        self._scroll.setWidget(self._rows(kind))
        if chosen_here:
            self.type.setFocus()

    def say_secrets(self, places: Mapping[str, Kept | None], *, keyring: bool) -> None:
        """Say where each secret is, and where one that is typed will be kept."""
        name = self.name.text().strip() or "…"
        for key, place in places.items():
            words = {
                Kept.ENVIRONMENT: self.tr("Set by the environment ({variable}), which comes first"),
                Kept.KEYRING: self.tr("Kept in the keyring; type another to replace it"),
                Kept.RUN: self.tr("Kept until Tagger ends; type another to replace it"),
                None: self.tr("Not set"),
            }[place]
            self.fields[key].say_where(words.format(variable=variable_of(name, key)))
        variables = ", ".join(variable_of(name, key) for key in places)
        if keyring:
            text = self.tr("Secrets are kept in the keyring of this system, never in the settings file.")
        else:
            text = self.tr(
                "There is no keyring here. A secret that you type is kept in memory until Tagger ends and is never"
                " written to a file. To have it each time, set it in the environment: {variables}"
            ).format(variables=variables)
        self._where.setText(text)
        self._where.setVisible(bool(places))

    def say_error(self, text: str) -> None:
        """Say why it cannot be saved."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _rows(self, kind: BackendType) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "panel")
        inside.setMaximumWidth(theme.scaled(_WIDEST_PX))
        form = QFormLayout(inside)
        form.setContentsMargins(0, 4, 12, 12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if self.new:
            form.addRow(self.tr("Service"), self.type)
            form.addRow(self.tr("Name"), self.name)
        for widget in (self.type, self.name):
            widget.setVisible(self.new)
        self.url.setVisible(not kind.capabilities.offline)
        if not kind.capabilities.offline:
            form.addRow(self.tr("Address"), self.url)
        secrets = [setting for setting in kind.settings if setting.secret]
        self._add(form, secrets)
        self._where.setVisible(bool(secrets))
        form.addRow(self._where)
        self._add(form, [s for s in kind.settings if not s.secret and s.name not in _LIMITS])
        money = [setting for setting in kind.settings if setting.name in _LIMITS]
        if money:
            heading = QLabel(self.tr("Price, budget and speed"))
            heading.setProperty("role", "section")
            form.addRow(heading)
        self._add(form, money)
        return inside

    def _add(self, form: QFormLayout, settings: list[Setting]) -> None:
        for setting in settings:
            title = said(setting.title) if not isinstance(setting.default, bool) else ""
            needed = self.tr("{title} (needed)").format(title=title) if setting.required else title
            form.addRow(needed, self.fields[setting.name])

    def _save(self) -> None:
        if self._kind is None:
            return
        values = {name: each.value() for name, each in self.fields.items()}
        settings = {setting.name: setting for setting in self._kind.settings}
        options = {n: v for n, v in values.items() if not settings[n].secret and v != settings[n].default}
        secrets = {n: str(v) for n, v in values.items() if settings[n].secret and v}
        url = self.url.text().strip() or None
        self.saved.emit(Filled(self.name.text().strip(), self._kind.name, url, options, secrets))

    def clear_secrets(self) -> None:
        """Nothing that was typed stays in the fields."""
        for each in self.fields.values():
            if each.setting.secret:
                each.fill("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)
