"""Connects stars, colour labels and captions with the library."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt

from tagger.changes import Change, PhotosChanged
from tagger.entities import ColourLabel, Photo, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.panels import Panels
from tagger.gui.part import Part
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.review.values import STARS, ValuesEditor
from tagger.gui.session import Session
from tagger.store import values
from tagger.store.database import Database
from tagger.store.values import PhotoField, Value

MOST_LABELS = 20
"""Different labels that are looked up of a selection; all of them are said to differ anyway."""


class PhotoValues(Part):
    """Sets values of the photo in view or of all selected ones, in the order of the keys."""

    def __init__(
        self, session: Session, browser: Browser, editor: ValuesEditor, reviewing: Reviewing, panels: Panels
    ) -> None:
        super().__init__(editor)
        self._session, self._browser, self._editor = session, browser, editor
        self._reviewing, self._panels = reviewing, panels
        self._ids: Sequence[PhotoId] = ()
        self._generation = 0
        self._pending = 0
        editor.wished.connect(lambda field, value, toggle: self._set(self._ids, field, value, toggle=toggle))
        editor.left.connect(browser.take_focus)
        browser.photo_shown.connect(self._show_photo)
        browser.grid.selection_changed.connect(lambda _count: self._show_selection())
        browser.mode_changed.connect(self._show_selection)
        session.changed.connect(self._changed)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Stars, colours and the caption."""
        stars = {f"stars_{n}": functools.partial(self._command, PhotoField.RATING, n) for n in range(STARS + 1)}
        colours = {
            f"colour_{label.name.lower()}": functools.partial(self._command, PhotoField.COLOUR_LABEL, label.value)
            for label in ColourLabel
        }
        none = {"colour_none": functools.partial(self._command, PhotoField.COLOUR_LABEL, None)}
        return {**stars, **colours, **none, "edit_caption": self._edit_caption}

    def enable(self, actions: Actions) -> None:
        """A photo is needed."""
        actions.enable(self._browser.grid.current_photo() is not None, *self.calls())

    def _command(self, field: PhotoField, value: Value) -> None:
        self._set(self._browser.targets(), field, value, toggle=field is PhotoField.COLOUR_LABEL)

    def _edit_caption(self) -> None:
        self._panels.inspector.show()
        self._editor.caption.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.caption.selectAll()

    def _set(self, photo_ids: Sequence[PhotoId], field: PhotoField, value: Value, *, toggle: bool) -> None:
        if not photo_ids:
            return
        shown = self._editor.shown_label()
        again = toggle and shown is not None and shown == value
        # What was asked for is seen at once; the library is told when its turn comes.
        self._editor.expect(field, None if again else value)
        self._generation += 1
        self._pending += 1
        self._reviewing.in_turn(lambda: self._write(list(photo_ids), field, value, toggle=toggle))

    async def _write(self, photo_ids: Sequence[PhotoId], field: PhotoField, value: Value, *, toggle: bool) -> None:
        try:
            changed = await self._session.call(self._session.tagger.set_value, photo_ids, field, value, toggle=toggle)
            if changed and len(photo_ids) > 1:
                await self._session.say_done("values")
        finally:
            self._pending -= 1
            self._show_selection()

    # What is shown

    def _show_photo(self, photo: Photo | None, *_more: object) -> None:
        self._ids = self._browser.targets()
        if photo is not None and len(self._ids) == 1 and not self._pending:
            self._generation += 1
            facts = photo.facts
            self._editor.show_values([facts.rating], [facts.colour_label], [facts.caption])
        elif len(self._ids) != 1:
            self._show_selection()

    def _show_selection(self) -> None:
        """Look up what the photos have; for one as well, since it may be told of only later."""
        self._ids = self._browser.targets()
        self._generation += 1
        if self._ids and not self._pending:
            self._session.start(self._look_up(self._ids, self._generation))

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged) and len(self._ids) > 1:
            self._show_selection()

    async def _look_up(self, photo_ids: Sequence[PhotoId], generation: int) -> None:
        found = await self._session.read(_distinct, photo_ids)
        if generation == self._generation:
            self._editor.show_values(*found)


def _distinct(db: Database, photo_ids: Sequence[PhotoId]) -> tuple[list[Value], list[Value], list[Value]]:
    return (
        values.distinct(db, PhotoField.RATING, photo_ids, STARS + 3),
        values.distinct(db, PhotoField.COLOUR_LABEL, photo_ids, MOST_LABELS),
        values.distinct(db, PhotoField.CAPTION, photo_ids),
    )
