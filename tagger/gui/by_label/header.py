"""What stands above the crops: which label, how many, and where the line is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tagger.gui.by_label.model import CropModel
from tagger.gui.by_label.threshold import BINS, ThresholdSlider
from tagger.gui.icons import icon
from tagger.gui.tokens import ICON_PX
from tagger.gui.viewer.caption import ElidedLabel
from tagger.gui.viewer.strokes import confidence_text
from tagger.gui.words import grouped
from tagger.review.by_label import History, Label

_SIDE_PX = 12


class LabelHeader(QWidget):
    """Label and tag, the slider with the histogram, and the counts on either side of the line.

    Attributes:
        slider: The threshold.
        order: Puts the least certain first.
        scope: Narrows the review to the photos shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._tag, self._about = _label("title"), _label("strong"), _label("dim")
        self._counts, self._known = _label("strong"), _label("dim")
        self.slider = ThresholdSlider()
        self.order = _button("order", self.tr("Least certain first"))
        self.scope = _button("filter", self.tr("Only the photos shown"))
        first, last = _row(self._title, self._tag, self._about), _row(self._counts)
        first.addStretch(1)
        first.addWidget(self.scope)
        first.addWidget(self.order)
        last.addStretch(1)
        last.addWidget(self._known)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 8)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self.slider)
        layout.addLayout(last)

    def show_label(self, label: Label | None) -> None:
        """Say which label is reviewed."""
        self.slider.setEnabled(label is not None)
        if label is None:
            for each in (self._title, self._tag, self._about, self._counts, self._known):
                each.clear()
            return
        self._title.setText(label.title)
        self._title.set_more(label.name)
        self._tag.setText("→ " + ", ".join(label.tags).replace("|", " › "))
        self._tag.set_more(self.tr("Accepting gives this tag"))
        self._about.setText(self.tr("from {backends}").format(backends=", ".join(label.backends)))

    def show_plan(self, model: CropModel, history: History | None) -> None:
        """Say how many are on either side of the line, and how it went before."""
        self.slider.set_threshold(model.threshold)
        below = len(model.waiting) - model.above
        parts = [
            self.tr("{n} above").format(n=grouped(model.above)),
            self.tr("{n} below").format(n=grouped(below)),
        ]
        if model.out:
            parts.append(self.tr("{n} taken out").format(n=grouped(model.out)))
        self._counts.setText(" · ".join(parts))
        self._known.setText(self._known_text(model.threshold, history))

    def counts_text(self) -> str:
        """How many are on either side of the line, in words."""
        return self._counts.text()

    def show_histogram(self, model: CropModel) -> None:
        """Draw the bars of other suggestions."""
        self.slider.set_counts(model.waiting.histogram(BINS))

    def _known_text(self, threshold: float, history: History | None) -> str:
        accepted, decided = history.at(threshold) if history is not None else (0, 0)
        at = confidence_text(min(threshold, 1.0))
        if not decided:
            return self.tr("Line at {at}").format(at=at)
        share = round(100 * accepted / decided)
        one = self.tr("Line at {at} · you accepted {share} % of 1 decided before")
        many = self.tr("Line at {at} · you accepted {share} % of {n} decided before")
        return (one if decided == 1 else many).format(at=at, share=share, n=grouped(decided))


def _label(role: str) -> ElidedLabel:
    label = ElidedLabel(Qt.TextElideMode.ElideRight)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    label.setMinimumWidth(1)
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(icon(name), f" {text}")
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setCheckable(True)
    button.setProperty("role", "flat")
    button.setAutoDefault(False)
    return button
