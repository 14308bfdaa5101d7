"""The labels that were suggested on the selected photos, with how many wait or are decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QWidget

from tagger.entities import TAG_SEPARATOR, Decision
from tagger.gui.review.model import decision_text
from tagger.gui.tagging.reach import leaf, readable
from tagger.gui.tagging.row_list import RowList
from tagger.gui.tagging.rows import Button, Count, Row
from tagger.gui.viewer.strokes import STROKES
from tagger.gui.words import quoted
from tagger.review.selection import CarriedLabel

_SHOWN = (Decision.SUGGESTED, Decision.ACCEPTED, Decision.REJECTED, Decision.DEFERRED)


class LabelList(RowList):
    """One row for each label. Rows keep their place while the user decides, and new ones are added below.

    Signals:
        decided(Decision): Wanted for the current label.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("LabelList", "Suggestions by label"), parent)
        self._labels: dict[str, CarriedLabel] = {}
        self.pressed_button.connect(self._press)

    @property
    def label(self) -> CarriedLabel | None:
        """The current label."""
        return self._labels.get(self.current or "")

    @property
    def labels(self) -> Sequence[CarriedLabel]:
        """All labels from top to bottom."""
        return list(self._labels.values())

    def set_labels(self, labels: Sequence[CarriedLabel], *, anew: bool) -> None:
        """Show labels; ``anew`` puts them in their own order and begins at the first that waits."""
        place = {} if anew else {key: row for row, key in enumerate(self._labels)}
        ordered = sorted(labels, key=lambda label: place.get(label.key, len(place)))
        self._labels = {label.key: label for label in ordered}
        self.set_rows([_row(label) for label in ordered])
        if anew:
            self.scrollToTop()
            self.set_current(None)
            self.go_next_waiting()

    def go_next_waiting(self, *, around: bool = True) -> bool:
        """Make the next label under which something waits the current one, ``around`` from the top again."""
        keys = list(self._labels)
        start = keys.index(self.current) + 1 if self.current in keys else 0
        following = keys[start:] + (keys[:start] if around else [])
        found = next((key for key in following if self._labels[key].waiting), None)
        if found is not None:
            self.set_current(found)
        return found is not None

    def _press(self, key: str, name: str) -> None:
        self.set_current(key)
        self.decided.emit(Decision(name))


def _row(label: CarriedLabel) -> Row:
    states = [state for state in _SHOWN if label.counts.get(state)]
    main = Decision.SUGGESTED if label.waiting else states[0] if len(states) == 1 else None
    parents = label.tag.split(TAG_SEPARATOR)[:-1]
    other = quoted(label.name) if label.name.casefold() != leaf(label.tag).casefold() else ""
    numbers = [(state, QLocale().toString(label.counts[state])) for state in states]
    spoken = ", ".join([leaf(label.tag), *(f"{number} {decision_text(state)}" for state, number in numbers)])
    return Row(
        label.key,
        leaf(label.tag),
        spoken,
        more=" · ".join(part for part in (*parents[-1:], other) if part),
        mark=STROKES[main].mark if main is not None else "",
        token=main.value if main is not None else "text_dim",
        tooltip=f"{readable(label.tag)}\n{spoken}",
        quiet=not label.waiting,
        counts=tuple(Count(number, _ICONS[state], state.value) for state, number in numbers),
        buttons=_buttons() if label.waiting or label.counts.get(Decision.DEFERRED) else (),
    )


_ICONS = {
    Decision.SUGGESTED: "waiting",
    Decision.ACCEPTED: "accept",
    Decision.REJECTED: "reject",
    Decision.DEFERRED: "defer",
}


def _buttons() -> tuple[Button, ...]:
    accept = QCoreApplication.translate("LabelList", "Accept all of it")
    reject = QCoreApplication.translate("LabelList", "Reject all of it")
    return (
        Button(Decision.ACCEPTED.value, "accept", "accepted", accept),
        Button(Decision.REJECTED.value, "reject", "rejected", reject),
    )
