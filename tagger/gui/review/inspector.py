"""The panel on the right: what was recognised in the selected photos, their tags, and the facts of a single one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tagger.entities import Decision, Photo, PhotoState, Suggestion, SuggestionId
from tagger.gui import theme
from tagger.gui.duplicates.fact import GroupFact
from tagger.gui.identity.same_files import SameFilesView
from tagger.gui.review.decisions import DecisionButtons
from tagger.gui.review.facts import Facts
from tagger.gui.review.placeholder import Placeholder
from tagger.gui.review.service_facts import ServiceFacts
from tagger.gui.review.suggestion_list import SuggestionList
from tagger.gui.review.tags import TagEditor
from tagger.gui.review.values import ValuesEditor
from tagger.gui.tagging.labels import LabelList
from tagger.gui.viewer.caption import ElidedLabel
from tagger.review.selection import Carried

_MARGIN_PX = 12
_LEAST_PX = 304
_SHOWN_ROWS = 10
"""From the next one on a list scrolls, so that the tags stay in view."""


class Inspector(QWidget):
    """Suggestions, tags and facts of one photo, or what several carry between them.

    It shows values and emits wishes; it changes nothing itself.

    Attributes:
        list: The suggestions of one photo.
        labels: The suggestions of several photos, by label.
        tags: Chips or rows, and the field for a new tag.
        values: Stars, colour label and caption.
        facts: Camera, time, size, file.
        same_files: Other files of the shot, and copies.
        group: The group of near-duplicates.
        service_facts: What services said besides labels.

    Signals:
        decided: Ids of suggestions (list) and the `Decision` wanted for them.
        label_decided: The `Decision` wanted for the current label over all selected photos.
        tag_added: A tag to add, as it was typed.
        tag_removed: Path of a tag to remove.
        hovered: The `SuggestionId` under the pointer, or None.
        current_changed: The current `SuggestionId`, or None.
        left: The field for a new tag was left with Escape.
        recognise_requested: The photo shown is to be recognised.
    """

    decided = Signal(object, object)
    label_decided = Signal(object)
    tag_added = Signal(str)
    tag_removed = Signal(str)
    hovered = Signal(object)
    current_changed = Signal(object)
    left = Signal()
    recognise_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._recognised = False
        self._selected = 1
        self._carried: Carried | None = None
        self.list = SuggestionList()
        self.labels = LabelList()
        self.labels.hide()
        self.tags = TagEditor()
        self.values = ValuesEditor()
        self.facts = Facts()
        self.same_files = SameFilesView()
        self.group = GroupFact()
        self.service_facts = ServiceFacts()
        self.service_facts.hide()
        self._buttons = DecisionButtons()
        self._count = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._scroll = QScrollArea()
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.hide()
        self._facts_title = QLabel(self.tr("Facts"))
        self._hint = Placeholder()
        self._message = Placeholder(centred=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._photo_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        theme.state().changed.connect(self.updateGeometry)
        self.setAccessibleName(self.tr("Inspector"))
        self._connect()
        self.set_photo(None)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it needs, since it scrolls only up and down."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        inner = self._scroll.widget()
        needed = inner.minimumSizeHint().width() + bar if inner is not None else 0
        return QSize(max(needed, _LEAST_PX), super().minimumSizeHint().height())

    # What is shown

    def set_photo(
        self, photo: Photo | None, suggestions: Sequence[Suggestion] = (), recognised: bool | None = None
    ) -> None:
        """Show a photo with its suggestions.

        Args:
            photo: The photo, or None while none is selected.
            suggestions: Everything recognised in it, in any order and state.
            recognised: Whether a backend has answered for it; by default, whether there are suggestions.
        """
        other = photo is None or self._photo is None or photo.id != self._photo.id or not self.list.suggestions
        self._photo = photo
        self._recognised = bool(suggestions) if recognised is None else recognised
        self.list.set_suggestions(suggestions if photo is not None else ())
        if photo is None:
            self._show_message("photo", self.tr("Select a photo to see its suggestions"))
            return
        self.facts.show_photo(photo)
        self._pages.setCurrentIndex(1)
        if self.several:
            return
        self._show_suggestions(suggestions)
        self.tags.set_tags(photo.tags)
        if other:
            self.list.scrollToTop()
            self.list.go_next_undecided()

    @property
    def several(self) -> bool:
        """Whether it is about several photos."""
        return self._selected > 1

    @property
    def carried(self) -> Carried | None:
        """What the selected photos carry, as far as it is shown."""
        return self._carried

    def set_selection_count(self, count: int) -> None:
        """Say how many photos are selected; what they carry follows by `show_carried`."""
        was_several, self._selected = self.several, count
        number = QLocale().toString(count)
        self._title.setText(self.tr("{number} photos selected").format(number=number))
        self._title.setVisible(self.several)
        if self.several:
            self._pages.setCurrentIndex(1)
            return
        if was_several:
            self._carried = None
            self._change_lists()
            self.labels.set_labels((), anew=True)
        if self._photo is None:
            self.set_photo(None)
        elif was_several:
            self.set_photo(self._photo, self.list.suggestions, self._recognised)

    def show_carried(self, carried: Carried, *, anew: bool) -> None:
        """Show what the selected photos carry; ``anew`` where they are others than before."""
        self._carried = carried
        self._change_lists()
        self.labels.set_labels(carried.labels, anew=anew)
        self.tags.show_carried(carried)
        waiting = sum(label.waiting for label in carried.labels)
        everything = sum(sum(label.counts.values()) for label in carried.labels)
        self._say_count(waiting, everything)
        self.labels.setVisible(bool(carried.labels))
        self.labels.setMaximumHeight(min(len(carried.labels), _SHOWN_ROWS) * theme.row_px())
        self._buttons.setVisible(bool(carried.labels))
        self._hint.setVisible(not carried.labels)
        if not carried.labels:
            self._hint.say("", self.tr("No suggestions on these photos"), self.tr("Recognise these photos"))
        self._enable_buttons()

    def show_counting(self) -> None:
        """Say that it is being counted what the selected photos carry, in place of what others carried."""
        self._carried = None
        self._change_lists()
        self.labels.set_labels((), anew=True)
        self.tags.show_carried(Carried(self._selected))
        self._count.clear()
        self._buttons.hide()
        self._hint.show()
        self._hint.say("", self.tr("Counting…"))

    def set_recognising(self, busy: bool) -> None:
        """Say that the photo shown is being recognised, while there is nothing else to show."""
        if self.several:
            return
        if busy and not self.list.suggestions:
            self._hint.say("", self.tr("Recognising…"))
        elif not self.list.suggestions:
            self._show_suggestions(())

    def set_shortcuts(self, shortcuts: Mapping[Decision, str]) -> None:
        """The keys that decide, for the tooltips of the buttons."""
        self._buttons.set_shortcuts(shortcuts)

    # What the window's commands ask for

    def decide_current(self, decision: Decision) -> None:
        """Ask for a decision on the selected suggestions, or on the current label."""
        if self.several:
            self.label_decided.emit(decision)
        else:
            self.list.decide(decision)

    def go_next_undecided(self, *, around: bool = True) -> bool:
        """Make the next undecided suggestion the current one; False where none is left in this photo.

        Without ``around`` only those below the current one count.
        """
        if self.several:
            return self.labels.go_next_waiting(around=around)
        return self.list.go_next_undecided(around=around)

    def current_ids(self) -> list[SuggestionId]:
        """The selected suggestions, from top to bottom."""
        return self.list.selected_ids()

    def set_current(self, identity: SuggestionId | None) -> None:
        """Make a suggestion the current one, as when its box was clicked."""
        self.list.set_current(identity)

    def set_hovered(self, identity: SuggestionId | None) -> None:
        """Emphasise a suggestion, as when its box is under the pointer."""
        self.list.set_hovered(identity)

    def edit_tags(self) -> None:
        """Put the cursor into the field that adds a tag."""
        self._scroll.ensureWidgetVisible(self.tags.field)
        self.tags.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tags.field.selectAll()

    # How it is made

    def _connect(self) -> None:
        self.list.decided.connect(self.decided)
        self.list.hovered.connect(self.hovered)
        self.list.current_changed.connect(self.current_changed)
        self.list.current_changed.connect(self._enable_buttons)
        self.labels.current_changed.connect(self._enable_buttons)
        self.labels.decided.connect(self.label_decided)
        self._buttons.chosen.connect(self.decide_current)
        self._hint.pressed.connect(self.recognise_requested)
        self.tags.tag_added.connect(self.tag_added)
        self.tags.tag_removed.connect(self.tag_removed)
        self.tags.left.connect(self.left)

    def _photo_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(4)
        layout.addLayout(self._selection_title())
        layout.addLayout(self._heading(QLabel(self.tr("Suggestions")), self._count))
        layout.addWidget(self.list, 100)
        layout.addWidget(self.labels, 100)
        layout.addLayout(_indented(self._hint))
        layout.addLayout(_indented(self._buttons))
        layout.addSpacing(12)
        layout.addLayout(self._heading(QLabel(self.tr("Tags"))))
        layout.addLayout(_indented(self.tags))
        layout.addSpacing(12)
        layout.addLayout(_indented(self.values))
        layout.addSpacing(12)
        layout.addLayout(self._heading(self._facts_title))
        layout.addLayout(_indented(self.facts))
        layout.addLayout(_indented(self.same_files))
        layout.addLayout(_indented(self.group))
        layout.addLayout(_indented(self.service_facts))
        layout.addStretch(1)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    def _selection_title(self) -> QHBoxLayout:
        self._title.setProperty("role", "title")
        self._title.setContentsMargins(0, 0, 0, 8)
        return _indented(self._title)

    def _heading(self, heading: QLabel, beside: QLabel | None = None) -> QHBoxLayout:
        heading.setProperty("role", "section")
        heading.setContentsMargins(0, 4, 0, 4)
        layout = QHBoxLayout()
        layout.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        layout.addWidget(heading, 1)
        if beside is not None:
            beside.setProperty("role", "dim")
            layout.addWidget(beside)
        return layout

    def _show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        waiting = sum(each.decision == Decision.SUGGESTED for each in suggestions)
        self._say_count(waiting, len(suggestions))
        self.list.setVisible(bool(suggestions))
        self.list.setMaximumHeight(min(len(suggestions), _SHOWN_ROWS) * theme.row_px())
        self._buttons.setVisible(bool(suggestions))
        self._hint.setVisible(not suggestions)
        if not suggestions and self._photo is not None and self._photo.state is not PhotoState.OK:
            self._hint.say("", self.tr("Nothing to recognise: the photo cannot be read"))
        elif not suggestions and self._recognised:
            self._hint.say("", self.tr("Nothing recognised with confidence"), self.tr("Recognise again"))
        elif not suggestions:
            self._hint.say("", self.tr("No suggestions yet"), self.tr("Recognise this photo"), primary=True)
        self._enable_buttons()

    def _say_count(self, waiting: int, everything: int) -> None:
        locale = QLocale()
        counts = {"waiting": locale.toString(waiting), "all": locale.toString(everything)}
        self._count.setText(self.tr("{waiting} of {all} to decide").format(**counts) if everything else "")

    def _change_lists(self) -> None:
        """Show the list of one photo or that of several; the focus goes from the one to the other."""
        gone, come = (self.list, self.labels) if self.several else (self.labels, self.list)
        had_focus = gone.hasFocus()
        come.show()
        if had_focus:
            come.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        for widget in (self._facts_title, self.facts):
            widget.setVisible(not self.several)
        self.same_files.set_several(self.several)
        self.group.set_several(self.several)
        self.service_facts.setVisible(not self.several and bool(self.service_facts.shown()))

    def _show_message(self, picture: str, text: str) -> None:
        self._message.say(picture, text)
        self._pages.setCurrentIndex(0)

    def _enable_buttons(self) -> None:
        self._buttons.setEnabled(self.labels.label is not None if self.several else bool(self.list.selected_ids()))


def _indented(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
    layout.addWidget(widget)
    return layout
