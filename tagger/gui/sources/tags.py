"""Changing the tree of tags in the sources: by keys, by the menu of a tag, by dragging."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu

from tagger.entities import TAG_SEPARATOR, PhotoId, Source, TagPath
from tagger.errors import UsageError
from tagger.gui.commands import Actions
from tagger.gui.language.core import said_of
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.sources import sentences
from tagger.gui.sources.bar import Question
from tagger.gui.sources.model import SourceRole, key_of, tag_of
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.sources.sentences import leaf, shown
from tagger.gui.words import counted
from tagger.review.tagging import tag_path
from tagger.sources import quoted
from tagger.store import synonyms, tags
from tagger.store.database import Database
from tagger.vocabulary import tree
from tagger.vocabulary.tree import Use

OF_A_TAG = ("rename_tag", "move_tag", "merge_tag", "delete_tag", "pin_this_tag", "tag_synonyms")

Do = Callable[[str], Coroutine[Any, Any, None]]
Explain = Callable[[str], Coroutine[Any, Any, str]]


class TagTree(Part):
    """Asks in the panel what a change would touch, then makes it; nothing happens before the answer."""

    def __init__(self, session: Session, panel: SourcesPanel) -> None:
        super().__init__(panel)
        self._session, self._panel = session, panel
        self._actions: Actions | None = None
        self._do: Do | None = None
        self._explain: Explain | None = None
        self._other: Callable[[], object] | None = None
        self._moves: list[tuple[TagPath, TagPath]] = []
        self._generation = 0
        bar, view = panel.bar, panel.tree
        panel.model.rename_wished.connect(lambda tag, name: session.start(self._rename(tag, name)))
        view.tag_dropped.connect(lambda tag, onto, merge: session.start(self._dropped(tag, onto, merge=merge)))
        view.photos_dropped.connect(lambda ids, tag: session.start(self._add(ids, tag)))
        view.menu_wanted.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        panel.model.modelReset.connect(self._enable)
        bar.applied.connect(self._apply)
        bar.edited.connect(self._edited)
        bar.left.connect(view.setFocus)
        bar.other_wanted.connect(lambda: self._other() if self._other is not None else None)
        panel.model.modelReset.connect(self._follow_undone)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """What the keys and the menus do."""
        start = self._session.start
        return {
            "new_tag": lambda: start(self._ask_new()),
            "rename_tag": self._panel.edit_current,
            "move_tag": lambda: start(self._ask_place("move")),
            "merge_tag": lambda: start(self._ask_place("merge")),
            "delete_tag": lambda: start(self._ask_delete()),
            "pin_this_tag": lambda: start(self._pin()),
            "tag_synonyms": lambda: start(self._ask_synonyms()),
        }

    def begin(self, actions: Actions) -> None:
        """Take the commands for the menu of a tag."""
        self._actions = actions
        self._enable()

    def _enable(self) -> None:
        if self._actions is not None:
            self._actions.enable(self._panel.current_tag() is not None, *OF_A_TAG)

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        tag = index.data(SourceRole.TAG)
        if self._actions is None or (tag is None and index.data(SourceRole.KEY) != "tags"):
            return
        self._panel.point_at(index)
        self._enable()
        menu = QMenu(self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        if tag is not None:
            show = menu.addAction(self.tr("Show its photos"))
            show.triggered.connect(lambda: self._panel.choose(key_of(tag)))
            menu.addSeparator()
        sending = ("never_send_place", "may_send_place")
        for name in ("new_tag", *((*OF_A_TAG, *sending) if tag is not None else ())):
            menu.addAction(self._actions[name])
        menu.popup(place)

    # Asking

    async def _rename(self, tag: TagPath, name: str) -> None:
        await self._ask_change(tag, tree.renamed_path(tag, name), "rename")

    async def _dropped(self, tag: TagPath, onto: TagPath | None, *, merge: bool) -> None:
        """A drop may have meant either: what is asked offers the other."""
        merged = merge and onto is not None
        to = onto if merged and onto is not None else tree.moved_path(tag, onto)
        other = None if onto is None else lambda: self._session.start(self._dropped(tag, onto, merge=not merged))
        await self._ask_change(tag, to, "merge" if merged else "move", other)

    async def _ask_change(
        self, tag: TagPath, to: TagPath, verb: str, other: Callable[[], object] | None = None
    ) -> None:
        """Say what a change touches; one that touches nothing is simply made."""
        if tag == to:
            return
        use, there = await self._session.read(_uses, tag, to)
        if not use.photos and not use.below and not there.exists and other is None:
            await self._relocate(tag, to, verb)
            return

        async def do(_text: str) -> None:
            await self._relocate(tag, to, verb)

        shown_verb = "merge" if there.exists else verb
        note = sentences.note(shown_verb, to, use, there)
        title = sentences.title(shown_verb, tag, to, use)
        instead = "" if other is None or shown_verb != verb else sentences.instead(verb)
        self._ask(Question(title, sentences.button(shown_verb), note=note, instead=instead), do, other=other)

    async def _ask_place(self, verb: str) -> None:
        """Ask where a tag goes; what that touches is said while it is typed."""
        if (tag := self._panel.current_tag()) is None:
            return
        known = [shown(each) for each in await self._session.read(_listed) if each != tag]

        def target(text: str) -> TagPath:
            place = tag_path(text.replace(" › ", "|")) if text else None
            return place if verb == "merge" and place is not None else tree.moved_path(tag, place)

        async def explain(text: str) -> str:
            if not text and verb == "merge":
                return ""
            use, there = await self._session.read(_uses, tag, target(text))
            sentence = sentences.title(verb, tag, target(text), use)
            return f"{sentence} {sentences.note(verb, target(text), use, there)}"

        async def do(text: str) -> None:
            await self._relocate(tag, target(text), verb)

        if verb == "merge":
            title, hint = self.tr("Merge “{name}” into which tag?"), self.tr("A tag that is there")
        else:
            title, hint = self.tr("Move “{name}” below which tag?"), self.tr("Empty for the top")
        button = sentences.button(verb)
        optional = verb == "move"
        self._ask(Question(title.format(name=leaf(tag)), button, "", hint, known, optional), do, explain)

    async def _ask_delete(self) -> None:
        if (tag := self._panel.current_tag()) is None:
            return
        use = await self._session.read(tree.use_of, tag)

        async def do(_text: str) -> None:
            await self._session.call(self._session.tagger.change_tree, lambda db: tree.delete(db, tag))
            await self._session.say_done("tagged")

        note = sentences.note("delete", None, use, Use())
        self._ask(Question(sentences.title("delete", tag, None, use), sentences.button("delete"), note=note), do)

    async def _ask_new(self) -> None:
        parent = self._panel.current_tag()

        async def do(name: str) -> None:
            made: list[TagPath] = []

            def make(db: Database) -> frozenset[int]:
                made.append(tree.make(db, parent, name))
                return frozenset()

            await self._session.call(self._session.tagger.change_tree, make)
            self._panel.set_expanded("tags")
            if parent is not None:
                self._panel.set_expanded(key_of(parent))

        title = self.tr("New tag") if parent is None else self.tr("New tag below “{name}”").format(name=shown(parent))
        self._panel.window().activateWindow()
        self._ask(Question(title, self.tr("Make"), "", self.tr("Name")), do)

    async def _ask_synonyms(self) -> None:
        if (tag := self._panel.current_tag()) is None:
            return
        known = await self._session.read(synonyms.of, tag)

        async def do(text: str) -> None:
            def change(db: Database) -> frozenset[int]:
                tree.set_synonyms(db, tag, text.split(","))
                return frozenset()

            await self._session.call(self._session.tagger.change_tree, change)

        question = Question(
            self.tr("Synonyms of “{name}”").format(name=leaf(tag)),
            self.tr("Save"),
            ", ".join(known),
            self.tr("Other names, with commas between them"),
            optional=True,
            note=self.tr("The tag is found and completed by these names too."),
        )
        self._ask(question, do)

    def _ask(
        self, question: Question, do: Do, explain: Explain | None = None, other: Callable[[], object] | None = None
    ) -> None:
        self._do, self._explain, self._other = do, explain, other
        self._generation += 1
        self._panel.show()
        self._panel.bar.ask(question)

    def _edited(self, text: str) -> None:
        if self._explain is not None:
            self._generation += 1
            self._session.start(self._say(text, self._explain, self._generation))

    async def _say(self, text: str, explain: Explain, generation: int) -> None:
        possible = True
        try:
            said = await explain(text)
        except UsageError as error:
            said, possible = said_of(error), False
        if generation == self._generation:
            self._panel.bar.explain(said, possible=possible)

    # Doing

    def _apply(self, text: str) -> None:
        do, self._do, self._explain = self._do, None, None
        if do is not None:
            self._session.start(do(text))

    async def _relocate(self, tag: TagPath, to: TagPath, verb: str) -> None:
        await self._session.call(self._session.tagger.change_tree, lambda db: tree.relocate(db, tag, to, verb=verb))
        self._moves.append((tag, to))
        self._follow(tag, to)
        await self._session.say_done("tagged")

    def _follow(self, tag: TagPath, to: TagPath) -> None:
        if self._panel.follow(tag, to):
            self._panel.chosen.emit(Source(key_of(to), leaf(to), f"tag:{quoted(to)}", 0))

    def _follow_undone(self) -> None:
        """Where the tag that is shown went away by undo or redo, show it under the name that it has now."""
        shown_tag, find = tag_of(self._panel.current_key() or ""), self._panel.model.find
        if shown_tag is None or find(key_of(shown_tag)).isValid():
            return
        for old, new in reversed([*self._moves, *((new, old) for old, new in self._moves)]):
            inside = f"{shown_tag}{TAG_SEPARATOR}".startswith(new + TAG_SEPARATOR)
            if inside and find(key_of(TagPath(old + shown_tag[len(new) :]))).isValid():
                self._follow(new, old)
                return

    async def _pin(self) -> None:
        if (tag := self._panel.current_tag()) is None:
            return

        def change(db: Database) -> frozenset[int]:
            tree.pin(db, tag)
            return frozenset()

        await self._session.call(self._session.tagger.change_tree, change)

    async def _add(self, photo_ids: Sequence[int], tag: TagPath) -> None:
        """Photos were dropped onto a tag."""
        changed = await self._session.call(self._session.tagger.tag, [PhotoId(i) for i in photo_ids], add=[tag])
        number = counted(len(changed), self.tr("1 photo"), self.tr("{n} photos"))
        text = self.tr("“{name}” added to {photos}.").format(name=leaf(tag), photos=number)
        self._session.messages.say(text, key="tagged", undoable=bool(changed))


def _uses(db: Database, tag: TagPath, to: TagPath) -> tuple[Use, Use]:
    """What a tag means, and what is there where it goes; a tag that only changes its case finds nothing there."""
    there = Use() if tag.casefold() == to.casefold() else tree.use_of(db, to)
    return tree.use_of(db, tag), there


def _listed(db: Database) -> list[TagPath]:
    return sorted({*tags.all_tags(db), *tags.made_tags(db)}, key=str.casefold)
