"""Connects the inspector's tags with the library."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence

from tagger.changes import Change, JournalChanged, PhotosChanged
from tagger.entities import Decision, TagPath
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.panels import Panels
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.tagging.entry import Answer
from tagger.gui.tagging.reach import leaf
from tagger.gui.tagging.several import Several
from tagger.gui.words import counted
from tagger.review import selection
from tagger.review.selection import AtHand
from tagger.review.tagging import tag_path
from tagger.store import selections, tag_use
from tagger.store.database import Database
from tagger.store.tag_use import PINNED_KEYS
from tagger.vocabulary.completion import LIMIT, Completer, Completion

MIME = "application/x-tagger-tags+json"
"""Copied tags: a JSON list of paths."""

_AGAIN_MS = 150


class Tagging(Part):
    """Adds, removes, copies and pastes tags of what is selected, completes what is typed, and keeps tags at hand."""

    def __init__(
        self,
        session: Session,
        browser: Browser,
        inspector: Inspector,
        panels: Panels,
        reviewing: Reviewing,
        several: Several,
    ) -> None:
        super().__init__(inspector)
        self._session, self._browser, self._inspector = session, browser, inspector
        self._panels, self._reviewing, self._several = panels, reviewing, several
        self._completer: Completer | None = None
        self._at_hand = AtHand()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(lambda: session.start(self._refresh()))
        inspector.tag_added.connect(lambda text: self._in_turn(self._tag, text, add=True))
        inspector.tag_removed.connect(lambda text: self._in_turn(self._tag, text, add=False))
        inspector.tags.pin_toggled.connect(lambda tag: self._in_turn(self._pin, TagPath(tag)))
        inspector.tags.field.set_source(self._complete)
        reviewing.over_many = several.decide
        inspector.label_decided.connect(lambda decision: self._in_turn(several.decide, Decision(decision)))
        session.changed.connect(self._changed)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Tagging."""
        pinned = {f"pinned_{n}": functools.partial(self._toggle_pinned, n - 1) for n in range(1, PINNED_KEYS + 1)}
        return {
            "add_tag": self._edit,
            "copy_tags": lambda: self._in_turn(self._copy),
            "paste_tags": lambda: self._in_turn(self._paste),
            "pin_tag": lambda: self._in_turn(self._pin_current),
            **pinned,
        }

    def begin(self, actions: Actions) -> None:
        """Look up what is at hand; say the keys of the pinned tags as they are now."""
        pinned = [actions[f"pinned_{n}"] for n in range(1, PINNED_KEYS + 1)]

        def say_keys() -> None:
            keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in pinned]
            self._inspector.tags.quick.set_keys(keys)

        for action in pinned:
            action.changed.connect(say_keys)
        say_keys()
        self._session.start(self._refresh())

    def enable(self, actions: Actions) -> None:
        """A photo is needed; for most."""
        photo = self._browser.grid.current_photo() is not None
        actions.enable(photo, *(name for name in self.calls() if name != "pin_tag"))

    # What is at hand

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged | JournalChanged):
            self._completer = None
            self._again.start()

    async def _refresh(self) -> None:
        self._at_hand = await self._session.read(selection.at_hand)
        self._inspector.tags.set_at_hand(self._at_hand)

    def _complete(self, text: str, answer: Answer) -> None:
        self._session.start(self._completed(text, answer))

    async def _completed(self, text: str, answer: Answer) -> None:
        """Look completions up in a worker thread; the index is made again where the tags changed since."""
        completer = self._completer
        if completer is None:
            completer = await self._session.read(_completer)
            self._completer = completer
        answer(await self._session.call(_completions, completer, text))

    async def _pin_current(self) -> None:
        """Pin the tag with the focus, else the one that was given last."""
        focused = self._inspector.tags.focused
        await self._refresh()
        tag = focused or next(iter(self._at_hand.recent or self._at_hand.pinned), None)
        if tag is None:
            self._session.messages.say(self.tr("Choose a tag in the inspector to pin it."), key="pin")
        else:
            await self._pin(tag)

    async def _pin(self, tag: TagPath) -> None:
        on = tag not in self._at_hand.pinned
        await self._session.call(self._session.tagger.pin_tag, tag, on=on)
        await self._refresh()
        text = self.tr("Pinned {tag}.") if on else self.tr("Unpinned {tag}.")
        self._session.messages.say(text.format(tag=leaf(tag)), key="pin")

    # Changing tags

    def _in_turn(self, run: Callable[..., object], *args: object, **more: object) -> None:
        self._reviewing.in_turn(functools.partial(run, *args, **more))  # type: ignore[arg-type]

    def _edit(self) -> None:
        self._panels.inspector.show()
        self._inspector.edit_tags()

    def _toggle_pinned(self, place: int) -> None:
        if place < len(self._at_hand.pinned):
            self._in_turn(self._toggle, self._at_hand.pinned[place])
        else:
            self._session.messages.say(self.tr("No tag is pinned to this key yet."), key="pin")

    async def _toggle(self, tag: TagPath) -> None:
        await self._settle()
        self._inspector.tags.toggle(tag)

    async def _tag(self, text: str, *, add: bool) -> None:
        path = tag_path(text)
        change = {"add": [path]} if add else {"remove": [path]}
        many, ids = self._several.many, await self._several.ids()
        changed = await self._session.call(self._session.tagger.tag, ids, **change)
        if many:
            self._say_tagged(path, len(changed), len(ids), add=add)
            await self._several.look()

    def _say_tagged(self, tag: TagPath, changed: int, photos: int, *, add: bool) -> None:
        if changed:
            on = counted(changed, self.tr("1 photo"), self.tr("{n} photos"))
            text = self.tr("Added {tag} to {photos}.") if add else self.tr("Removed {tag} from {photos}.")
        else:
            on = counted(photos, self.tr("1 photo"), self.tr("{n} photos"))
            text = self.tr("{tag} is on all {photos} already.") if add else self.tr("{tag} is on none of {photos}.")
        self._session.messages.say(text.format(tag=leaf(tag), photos=on), key="tagged", undoable=bool(changed))

    # Copying

    async def _copy(self) -> None:
        ids = await self._several.ids()
        tags = [tag for tag, _count in await self._session.read(selections.tag_counts, ids)]
        if not tags:
            self._session.messages.say(self.tr("There are no tags to copy here."), key="copied")
            return
        data = QMimeData()
        data.setData(MIME, json.dumps(tags).encode())
        data.setText("\n".join(tags))
        QGuiApplication.clipboard().setMimeData(data)
        what = counted(len(tags), self.tr("1 tag"), self.tr("{n} tags"))
        self._session.messages.say(
            self.tr("Copied {tags}: {names}").format(tags=what, names=_names(tags)), key="copied"
        )

    async def _paste(self) -> None:
        tags = copied_tags()
        if not tags:
            self._session.messages.say(self.tr("Copy the tags of a photo first."), key="copied")
            return
        ids = await self._several.ids()
        changed = await self._session.call(self._session.tagger.tag, ids, add=tags, pasted=True)
        if changed:
            what = counted(len(tags), self.tr("1 tag"), self.tr("{n} tags"))
            on = counted(len(changed), self.tr("1 photo"), self.tr("{n} photos"))
            text = self.tr("Pasted {tags} on {photos}: {names}").format(tags=what, photos=on, names=_names(tags))
        else:
            text = self.tr("All of these tags are there already: {names}").format(names=_names(tags))
        self._session.messages.say(text, key="copied", undoable=bool(changed))
        await self._several.look()

    async def _settle(self) -> None:
        if self._several.many:
            await self._several.settle()
        else:
            await self._browser.settle()


def copied_tags() -> list[TagPath]:
    """The tags on the clipboard; none where something else is."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME):
        return []
    found = json.loads(bytes(data.data(MIME).data()))
    return [tag_path(str(each)) for each in found]


def _completer(db: Database) -> Completer:
    known = tag_use.known(db)
    late = sorted((tag for tag in known if tag.used_at), key=lambda tag: tag.used_at, reverse=True)
    return Completer(
        [tag.path for tag in known],
        {tag.path: tag.synonyms for tag in known if tag.synonyms},
        recent=[tag.path for tag in late],
        photos={tag.path: tag.photos for tag in known},
    )


def _completions(completer: Completer, text: str) -> Sequence[Completion]:
    """What a text may mean, and at the end the tag that would be made of it."""
    found, new = completer.complete(text, LIMIT), completer.new(text)
    return found if new is None else [*found[: LIMIT - 1], new]


def _names(tags: Sequence[TagPath]) -> str:
    return ", ".join(map(leaf, tags[:5])) + (" …" if len(tags) > 5 else "")
