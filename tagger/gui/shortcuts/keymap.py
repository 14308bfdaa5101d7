"""The keys of the open window: the defaults of the table with the user's overrides, applied to every action at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from tagger.gui.commands import COMMANDS, Actions, Command
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.shortcuts import scheme
from tagger.gui.shortcuts.resolving import Keys, Resolved, holders, resolve, sparse, taken_over
from tagger.gui.shortcuts.spelling import refusal, shown, spelled, uniform
from tagger.settings import Texts

TABLE = "shortcuts"


class Keymap(Part):
    """Knows which keys every command has, and changes them.

    Attributes:
        commands: The table, with its keys in one spelling.

    Signals:
        changed(): some command has other keys now; the actions have them already.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.commands = uniform(COMMANDS)
        self._by_name = {command.name: command for command in self.commands}
        self._session = session
        self._overrides, self._problems = self._understood(session.tagger.settings.table(TABLE))
        self._resolved: Resolved = resolve(self.commands, self._overrides)
        self._actions: Actions | None = None
        self._order = asyncio.Lock()

    def begin(self, actions: Actions) -> None:
        """Give the actions their keys, and say which of the settings mean nothing."""
        self._actions = actions
        for problem in self._problems:
            self._session.messages.say(problem, Level.WARNING, key=problem)
        for _, action in actions:
            action.changed.connect(partial(_hint, action))
        self._apply()

    # Asking

    def keys(self, name: str) -> Keys:
        """The keys of a command, in the spelling of the settings; the first one is shown beside it."""
        return self._resolved.keys[name]

    def shown(self, name: str) -> str:
        """The keys of a command as this system writes them."""
        return ", ".join(shown(key) for key in self.keys(name))

    def lost(self, name: str) -> Mapping[str, str]:
        """Keys the command would have, and the commands that have them now."""
        return self._resolved.lost.get(name, {})

    def is_changed(self, name: str) -> bool:
        """Whether the user decided about the keys of a command."""
        return name in self._overrides

    def command(self, name: str) -> Command:
        """A command by its name."""
        return self._by_name[name]

    def holders(self, name: str, key: str) -> list[Command]:
        """The other commands that have a key where this one would hear it."""
        return holders(self.commands, self._resolved.keys, self._by_name[name], key)

    def refusal(self, name: str, key: str) -> str:
        """Why a command cannot have a key; empty if it can."""
        return refusal(self._by_name[name], key)

    # Changing; each is applied at once and kept in the settings

    def add(self, name: str, key: str) -> None:
        """Give a command one more key, and take it from whoever has it."""
        self._change(taken_over(self.commands, self._overrides, self._by_name[name], key))

    def remove(self, name: str, key: str) -> None:
        """Take a key from a command."""
        keys = tuple(each for each in self.keys(name) if each != key)
        self._change({name: sparse(self._by_name[name], keys)})

    def reset(self, name: str) -> None:
        """Give a command the keys it comes with, except those the user gave to others."""
        self._change({name: None})

    def reset_all(self) -> None:
        """Give every command the keys it comes with."""
        self._change({}, replace=True)

    def export(self, path: Path) -> None:
        """Write what the user changed to a file, in the background."""
        self._session.start(self._session.call(scheme.write, path, dict(self._overrides)))

    def take_in(self, path: Path) -> None:
        """Replace what the user changed by what a file says, in the background."""
        self._session.start(self._take_in(path))

    async def _take_in(self, path: Path) -> None:
        texts, problems = await self._session.call(scheme.read, path)
        overrides, more = self._understood(texts)
        for problem in [*problems, *more]:
            self._session.messages.say(problem, Level.WARNING, key=problem)
        self._change(dict(overrides), replace=True)

    def _change(self, changes: Mapping[str, Keys | None], *, replace: bool = False) -> None:
        kept = {} if replace else self._overrides
        merged = {**kept, **changes}
        self._overrides = {name: keys for name, keys in merged.items() if keys is not None}
        self._apply()
        self._session.start(self._save(changes, replace))

    async def _save(self, changes: Mapping[str, Keys | None], replace: bool) -> None:
        settings = self._session.tagger.settings
        async with self._order:
            await self._session.call(settings.put_table, TABLE, changes, replace=replace)

    def _apply(self) -> None:
        self._resolved = resolve(self.commands, self._overrides)
        if self._actions is not None:
            for command, action in self._actions:
                action.setShortcuts([QKeySequence(key) for key in self.keys(command.name)])
        self.changed.emit()

    def _understood(self, texts: Mapping[str, Texts]) -> tuple[dict[str, Keys], list[str]]:
        """The overrides that make sense, and what is wrong with the others."""
        overrides: dict[str, Keys] = {}
        problems: list[str] = []
        for name, given in texts.items():
            command = self._by_name.get(name)
            if command is None:
                problems.append(self.tr("Keys: there is no command “{name}”.").format(name=name))
                continue
            wrong = {text: self._wrong(command, spelled(text)) for text in given}
            problems += [
                self.tr("Keys: “{key}” cannot be a key of “{title}”. {why}").format(
                    key=text, title=command.title, why=why
                )
                for text, why in wrong.items()
                if why
            ]
            good = tuple(spelled(text) for text, why in wrong.items() if not why)
            if good or not given:
                overrides[name] = good
        return overrides, problems

    def _wrong(self, command: Command, key: str) -> str:
        return refusal(command, key) if key else self.tr("Write it as in Ctrl+Shift+P.")


def _hint(action: QAction) -> None:
    """Keep the tool tip of an action true: its text with its key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.text().replace("&", "").rstrip("…")
    hint = f"{text} ({keys})" if keys else text
    if action.toolTip() != hint:
        action.setToolTip(hint)
