"""Drawing and changing boxes: from what the tool and the keys want to what the library does."""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QRect
from PySide6.QtGui import QKeyEvent, QKeySequence

from tagger.entities import TAG_SEPARATOR, Box, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.errors import UsageError
from tagger.gui.announcing import say_aloud
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.commands.boxes import LABELS, MOVES, SIZES
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.viewer.backends_shown import BackendsShown
from tagger.gui.viewer.geometry import after
from tagger.gui.viewer.gestures import in_reading_order
from tagger.gui.viewer.label_field import LabelField
from tagger.gui.viewer.legend import Legend
from tagger.gui.viewer.spoken import announce, box_text, place_text
from tagger.review import boxes
from tagger.review.tagging import tag_path
from tagger.store import suggestions, tag_use
from tagger.store.database import Database
from tagger.vocabulary.completion import Completer

_COPY_PX = 16
"""How far beside a box its copy lies on screen."""

_ON_BOX = ("duplicate_box", *MOVES, *SIZES)
_ON_SUGGESTION = ("relabel_box", "delete_box")


class Editing(Part):
    """The box editor of the viewer.

    Attributes:
        field: In which a box gets its label.
        legend: The labels that digits stand for.
        backends: Whose boxes are shown.
    """

    def __init__(self, session: Session, browser: Browser, inspector: Inspector, reviewing: Reviewing) -> None:
        super().__init__(browser)
        self._session, self._browser, self._inspector, self._reviewing = session, browser, inspector, reviewing
        self._view = browser.viewer.view
        self._tool = self._view.tool
        self.field, self.legend = LabelField(self._view), Legend(self._view)
        self.backends = BackendsShown(session, self._view)
        self._actions: Actions | None = None
        self._frequent: list[TagPath] = []
        self._last = ""
        self._in_hand: TagPath | None = None
        self._asked: Callable[[TagPath], object] | None = None
        self._held, self._drawn_while_held = False, 0
        self._tool.drawn.connect(self._drawn)
        self._tool.changed.connect(self._changed)
        self._tool.drawing_changed.connect(self._drawing)
        self._tool.dropped.connect(self._show_legend)
        self._view.label_wanted.connect(lambda _identity: self.relabel())
        self._view.current_shown.connect(self._tell_current)
        self.field.entered.connect(self._labelled)
        self.field.left.connect(self._not_labelled)
        browser.mode_changed.connect(self._left_viewer)
        self._view.installEventFilter(self)

    # Commands

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Drawing, changing, going from box to box."""
        tool, view = self._tool, self._view
        calls: dict[str, Callable[..., object]] = {
            "draw_boxes": self._draw,
            "place_box": self._place,
            "relabel_box": self.relabel,
            "duplicate_box": self._duplicate,
            "delete_box": self._delete,
            "next_box": view.cycle,
            "zoom_next_box": view.zoom_to_next_box,
            "backends_shown": self.backends.ask,
        }
        for name, (dx, dy) in MOVES.items():
            calls[name] = functools.partial(tool.nudge, dx, dy)
        for name, (dx, dy) in SIZES.items():
            calls[name] = functools.partial(tool.nudge, dx, dy, resize=True)
        for number, name in enumerate(LABELS):
            calls[name] = functools.partial(self._take_frequent, number)
        return calls

    def begin(self, actions: Actions) -> None:
        """Know the keys."""
        self._actions = actions
        # A key that is held would go in and out of drawing.
        actions["draw_boxes"].setAutoRepeat(False)
        self._tool.is_nudge = self._is_nudge

    def enable(self, actions: Actions) -> None:
        """Boxes are changed in the viewer."""
        viewer = self._browser.in_viewer and self._browser.grid.current_photo() is not None
        actions.enable(viewer, "draw_boxes", "place_box", "next_box", "zoom_next_box", "backends_shown", *LABELS)
        actions.enable(viewer and self._view.current is not None, *_ON_SUGGESTION)
        placed = self._tool.placed
        actions.enable(viewer and (placed or self._view.current_suggestion is not None), *_ON_BOX)

    def relabel(self) -> None:
        """Ask what the current suggestion shows instead."""
        ids = self._chosen()
        if not ids or self.field.isVisible():
            return
        suggestion = self._view.current_suggestion
        box = suggestion.box if suggestion is not None else None
        text = suggestion.tag if suggestion is not None else ""
        self._ask(box, text, lambda tag: self._relabel(ids, tag))

    # Drawing

    def _draw(self, on: bool) -> None:
        self._held, self._drawn_while_held = on, 0
        self._tool.set_drawing(on)

    def _place(self) -> None:
        self._tool.place()
        self._show_legend()
        if self._actions is None:
            return
        self.enable(self._actions)
        keys = ", ".join(self._actions[name].shortcut().toString() for name in MOVES if self._actions[name].shortcut())
        text = self.tr("New box. Move it with {keys}; Enter makes it, Escape drops it.")
        announce(self._view, text.format(keys=keys))

    def _drawn(self, box: Box) -> None:
        photo = self._browser.viewer.photo
        if photo is None:
            self._tool.settle()
            return
        self._drawn_while_held += 1
        made = functools.partial(self._make, photo.id, box)
        if self._in_hand is not None:
            made(self._in_hand)
        else:
            self._ask(box, self._last, made)

    def _drawing(self, on: bool) -> None:
        if self._actions is not None:
            self._actions["draw_boxes"].setChecked(on)
        if not on:
            self._set_in_hand(None)
        self._show_legend()

    def _left_viewer(self) -> None:
        if not self._browser.in_viewer:
            self.field.leave(back=False)
            self._tool.leave_photo()
            self._tool.set_drawing(False)

    # Labels

    def _ask(self, box: Box | None, text: str, then: Callable[[TagPath], object]) -> None:
        self._asked = then
        self._session.start(self._open_field(box, text))

    async def _open_field(self, box: Box | None, text: str) -> None:
        known = await self._session.read(_completer)
        place = QRect(self._view.viewport().rect().topLeft(), self._view.viewport().rect().topLeft())
        if box is not None:
            place = self._view.plate_rect(box, self._view.current if self._tool.draft is None else None)
        self.field.open(place, text, known)
        await self._learn_frequent()
        self._show_legend()

    def _labelled(self, text: str) -> None:
        then, self._asked = self._asked, None
        self._show_legend()
        if then is not None:
            self._session.start(self._then(then, text))

    async def _then(self, then: Callable[[TagPath], object], text: str) -> None:
        try:
            tag = tag_path(text)
        except UsageError:
            self._tool.settle()
            raise
        self._last = tag
        then(tag)

    def _not_labelled(self) -> None:
        self._asked = None
        self._tool.settle()
        self._show_legend()

    def _take_frequent(self, number: int) -> None:
        """A digit: the label of the field that is open, of new boxes while drawing, or of the current box."""
        # After what was asked for before, which may make a label the first of its kind.
        self._reviewing.in_turn(lambda: self._take_learnt(number))

    async def _take_learnt(self, number: int) -> None:
        await self._learn_frequent()
        if number >= len(self._frequent):
            return
        tag = self._frequent[number]
        if self.field.isVisible():
            self.field.enter(tag)
        elif self._tool.drawing or self._tool.placed:
            self._set_in_hand(None if tag == self._in_hand else tag)
        elif ids := self._chosen():
            self._relabel(ids, tag)

    def _set_in_hand(self, tag: TagPath | None) -> None:
        self._in_hand = tag
        self._tool.label = tag.rsplit(TAG_SEPARATOR, 1)[-1] if tag is not None else ""
        self._show_legend()

    async def _learn_frequent(self) -> None:
        """Keep what digits stand for as long as the window is open; new labels take digits that are free."""
        if len(self._frequent) < len(LABELS):
            found = await self._session.read(boxes.frequent)
            known = {tag.casefold() for tag in self._frequent}
            self._frequent += [tag for tag in found if tag.casefold() not in known]
            del self._frequent[len(LABELS) :]

    def _show_legend(self) -> None:
        if not (self._tool.drawing or self._tool.placed or self.field.isVisible()):
            self.legend.hide()
            return
        self._session.start(self._say_legend())

    async def _say_legend(self) -> None:
        await self._learn_frequent()
        if self._actions is None or not (self._tool.drawing or self._tool.placed or self.field.isVisible()):
            self.legend.hide()
            return
        keys = [self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText) for name in LABELS]
        title = self.tr("Drawing boxes · Esc ends") if self._tool.drawing else self.tr("Frequent labels")
        if self._tool.placed:
            title = self.tr("New box · Enter makes it · Esc drops it")
        self.legend.say(title, list(zip(keys, self._frequent, strict=False)), self._in_hand)

    # What the library does

    def _make(self, photo_id: PhotoId, box: Box, tag: TagPath) -> None:
        self._in_turn(self._session.tagger.draw_box, photo_id, box, tag)

    def _changed(self, identity: SuggestionId, box: Box) -> None:
        self._in_turn(self._session.tagger.move_box, identity, box, select=False)
        say_aloud(self._view, place_text(box))

    def _relabel(self, ids: Sequence[SuggestionId], tag: TagPath) -> None:
        self._in_turn(self._session.tagger.relabel, ids, tag)

    def _duplicate(self) -> None:
        scale = self._view.scale_on_screen
        ids = self._chosen()
        if ids and scale is not None:
            by = scale.across(_COPY_PX), scale.down(_COPY_PX)
            self._in_turn(self._session.tagger.duplicate_boxes, ids, by)

    def _delete(self) -> None:
        if ids := self._chosen():
            left = [each for each in in_reading_order(self._view.boxes) if each not in ids]
            following = after(in_reading_order(self._view.boxes), ids[-1])
            self._reviewing.in_turn(lambda: self._delete_in_turn(ids, following if following in left else None))

    async def _delete_in_turn(self, ids: Sequence[SuggestionId], following: SuggestionId | None) -> None:
        """Delete, and go on to the box after it where nothing is current any more."""
        await self._change(self._session.tagger.delete_boxes, [ids], select=False)
        if self._view.current is None and following is not None:
            self._inspector.set_current(following)

    def _in_turn(self, call: Callable[..., Any], *args: Any, select: bool = True) -> None:
        def run() -> Coroutine[Any, Any, None]:
            return self._change(call, args, select)

        self._reviewing.in_turn(run)

    async def _change(self, call: Callable[..., Any], args: Sequence[Any], select: bool) -> None:
        try:
            made = await self._session.call(call, *args)
            await self._reviewing.reload()
        finally:
            self._tool.settle()
        first = made[0] if isinstance(made, tuple) and made else made
        if select and first:
            self._inspector.set_current(first)

    def _chosen(self) -> list[SuggestionId]:
        """The suggestions that are selected in the list, if the current box is one of them; else the current one."""
        current = self._view.current
        if current is None:
            return []
        selected = self._inspector.current_ids()
        return selected if current in selected else [current]

    # What is told

    def _tell_current(self, suggestion: Suggestion | None) -> None:
        photo = self._browser.viewer.photo
        name = photo.name if photo is not None else ""
        text = ", ".join(filter(None, (name, box_text(suggestion) if suggestion is not None else "")))
        if text != self._view.accessibleDescription():
            announce(self._view, text)
        if self._actions is not None:
            self.enable(self._actions)

    def _is_nudge(self, keys: QKeyCombination) -> bool:
        if self._actions is None:
            return False
        wanted = QKeySequence(keys)
        return any(wanted in self._actions[name].shortcuts() for name in (*MOVES, *SIZES))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that was held while drawing ends it when it is released."""
        if event.type() == QEvent.Type.KeyRelease and self._held:
            assert isinstance(event, QKeyEvent)
            keys = self._actions["draw_boxes"].shortcuts() if self._actions is not None else []
            if not event.isAutoRepeat() and QKeySequence(event.key()) in keys:
                self._held = False
                if self._drawn_while_held:
                    self._tool.set_drawing(False)
        return super().eventFilter(watched, event)


def _completer(db: Database) -> Completer:
    """Over the tags of photos and those that backends' labels lead to, although nobody accepted one yet."""
    used = tag_use.known(db)
    known = {tag.casefold(): tag for tag in (*suggestions.tags_of_labels(db), *(each.path for each in used))}
    late = sorted((tag for tag in used if tag.used_at), key=lambda tag: tag.used_at, reverse=True)
    return Completer(
        known.values(),
        {tag.path: tag.synonyms for tag in used if tag.synonyms},
        recent=[tag.path for tag in late],
        photos={tag.path: tag.photos for tag in used},
    )
