"""The page on which one label is reviewed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.by_label.header import LabelHeader
from tagger.gui.by_label.labels import LabelList
from tagger.gui.by_label.loader import CropLoader
from tagger.gui.by_label.model import CropModel
from tagger.gui.by_label.view import CropView
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout
from tagger.gui.tokens import ICON_PX
from tagger.gui.words import grouped
from tagger.review.by_label import History, Label, Waiting

_LIST_PX = 176


class LabelPage(QWidget):
    """The labels beside the crops of one of them.

    Its actions come before those of the window while the focus is in it: P is for the whole label here.

    Attributes:
        labels, kind, header, view: Its parts.
        accept, reject_below, back: Its buttons.
    """

    def __init__(self, model: CropModel, loader: CropLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._history: History | None = None
        self.labels, self.header, self.view = LabelList(), LabelHeader(), CropView(model, loader)
        self.kind = QComboBox()
        self.kind.addItems([self.tr("By label"), self.tr("By tag")])
        self.kind.setAccessibleName(self.tr("Put together by"))
        self.accept = _button("accept", "primary")
        self.reject_below = _button("reject", "")
        self.back = _button("back", "flat")
        self.back.setText(" " + self.tr("Back to the photos"))
        self._lay_out()
        model.plan_changed.connect(self.show_plan)
        self.show_plan()

    def _lay_out(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, 8)
        flow.setContentsMargins(12, 8, 12, 8)
        for button in (self.accept, self.reject_below, self.back):
            flow.addWidget(button)
        right, left = QWidget(), QWidget()
        column = _column(right)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        column.addWidget(bar)
        side = _column(left)
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.addWidget(self.kind)
        side.addLayout(top)
        side.addWidget(self.labels, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.scaled(_LIST_PX), theme.scaled(800)])
        _column(self).addWidget(splitter)

    def show_label(
        self, label: Label, waiting: Waiting, history: History | None, threshold: float, taken_out: object = ()
    ) -> None:
        """Show what waits under a label."""
        self._history = history
        self.model.title = label.title
        self.header.show_label(label)
        self.labels.select(label.key)
        self.model.show(waiting, threshold, taken_out)  # type: ignore[arg-type]
        self.header.show_histogram(self.model)
        self.view.set_message("")

    def show_nothing(self, text: str, action_text: str = "") -> None:
        """Say why there is nothing to see."""
        self._history = None
        self.model.title = ""
        self.header.show_label(None)
        self.model.show(type(self.model.waiting)(self.model.waiting.ids[:0], self.model.waiting.confidences[:0]), 0.5)
        self.header.show_histogram(self.model)
        self.view.set_message(text, action_text)

    def show_plan(self) -> None:
        """Say what the buttons would do now."""
        model = self.model
        if len(model.waiting):
            self.header.show_plan(model, self._history)
        accepted, out, below = model.accepted, model.out, len(model.waiting) - model.accepted - model.out
        words = self.tr("Accept {n}").format(n=grouped(accepted))
        if out:
            words = self.tr("Accept {n}, reject {out}").format(n=grouped(accepted), out=grouped(out))
        self.accept.setText(f" {words}")
        self.accept.setEnabled(accepted + out > 0)
        self.reject_below.setText(" " + self.tr("And reject the {n} others").format(n=grouped(below)))
        self.reject_below.setVisible(below > 0)

    # Keys

    def _action_for(self, event: QKeyEvent) -> QAction | None:
        pressed = {QKeySequence(event.keyCombination())}
        keypad, shift = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() & ~keypad
        pressed.add(QKeySequence(int(plain.value) | event.key()))
        sign = event.text().strip()
        if sign and sign.isprintable() and not sign.isalnum():
            # Where a sign needs Shift on this keyboard, Shift is no part of what was meant.
            pressed.add(QKeySequence(int((plain & ~shift).value) | event.key()))
        found = (each for each in self.actions() if each.isEnabled() and pressed & set(each.shortcuts()))
        return next(found, None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._action_for(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_for(event)
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _button(name: str, role: str) -> QPushButton:
    token = "text_on_accent" if role == "primary" else "text"
    button = QPushButton(icon(name, token), "")
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setAutoDefault(False)
    if role:
        button.setProperty("role", role)
    return button
