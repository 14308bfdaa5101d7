"""Controls for settings that hold lists: rules in their order, and folders."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from tagger.duplicates.keeper import RULES, Policy, rule_names
from tagger.errors import UsageError
from tagger.gui.duplicates.rules_panel import FolderList, RuleList
from tagger.gui.language.core import said
from tagger.gui.settings.editors import Editor, translated
from tagger.settings import Declared, Value


class RulesEditor(Editor):
    """The rules for keepers, with commas between their names in the file."""

    def fill(self, value: Value) -> None:
        self._value = value
        self._list.show_rules(_rules(value))

    def words(self, value: Value) -> str:
        return ", ".join(said(RULES[name].title) for name in _rules(value))

    def _make(self, declared: Declared) -> QWidget:
        self._list = RuleList(translated(declared.title))
        self._list.edited.connect(self._take)
        return self._list

    def _take(self) -> None:
        names = self._list.ticked()
        if names:
            self._edit(",".join(names))
        else:
            self.fill(self._value)  # one rule at least has to decide


class FoldersEditor(Editor):
    """Folders in order; a list in JSON in the file."""

    def fill(self, value: Value) -> None:
        self._list.fill(_folders(value))

    def words(self, value: Value) -> str:
        return ", ".join(_folders(value)) or super().words("")

    def _make(self, declared: Declared) -> QWidget:
        self._list = FolderList(translated(declared.title))
        self._list.edited.connect(self._take)
        self.setFocusProxy(self._list)
        return self._list

    def _take(self) -> None:
        folders = self._list.folders()
        self._edit(json.dumps(list(folders)) if folders else "")


_OWN: Mapping[str, type[Editor]] = {
    "duplicates.keep": RulesEditor,
    "duplicates.references": FoldersEditor,
    "duplicates.folders": FoldersEditor,
}


def editor_of(declared: Declared) -> Editor:
    """The control for a setting."""
    return _OWN.get(declared.name, Editor)(declared)


def _rules(value: Value) -> tuple[str, ...]:
    """The rules in a setting; the usual ones where it was written by hand and names others."""
    try:
        return rule_names(str(value))
    except UsageError:
        return Policy().rules


def _folders(value: Value) -> list[str]:
    """The folders in a setting; none where it was written by hand and is no list."""
    try:
        found = json.loads(str(value) or "[]")
    except ValueError:
        return []
    return [str(each) for each in found] if isinstance(found, list) else []
