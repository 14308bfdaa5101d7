"""What a screen reader says of the box that is current on the photo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tagger.entities import USER, Box, Decision, Suggestion
from tagger.gui.announcing import say_aloud
from tagger.gui.viewer.strokes import confidence_text, leaf


def box_text(suggestion: Suggestion) -> str:
    """A box in words: what it is called, that it is a box, its state, and how sure the backend is."""
    own = QCoreApplication.translate("Spoken", "drawn by hand")
    sure = own if suggestion.backend == USER else confidence_text(suggestion.confidence)
    box = QCoreApplication.translate("Spoken", "box")
    return ", ".join((leaf(suggestion), box, state_text(suggestion.decision), sure))


def state_text(decision: Decision) -> str:
    """A decision as a word for a state."""
    return {
        Decision.SUGGESTED: QCoreApplication.translate("Spoken", "suggested"),
        Decision.ACCEPTED: QCoreApplication.translate("Spoken", "accepted"),
        Decision.REJECTED: QCoreApplication.translate("Spoken", "rejected"),
        Decision.DEFERRED: QCoreApplication.translate("Spoken", "deferred"),
    }[decision]


def place_text(box: Box) -> str:
    """Where a box is and how large, in hundredths of the photo: from the left, from the top, width by height."""
    left, top, width, height = (f"{100 * part:.0f} %" for part in (box.x, box.y, box.w, box.h))
    return f"{left}, {top}, {width} × {height}"


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something about a widget, and find it there as its description."""
    widget.setAccessibleDescription(text)
    say_aloud(widget, text)


def decided_text(suggestions: Sequence[Suggestion]) -> str:
    """What was decided on, in words: each label and its state."""
    return ", ".join(f"{leaf(each)}, {state_text(each.decision)}" for each in suggestions)
