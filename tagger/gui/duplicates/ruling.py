"""Keeping the rules for keepers in the settings, and choosing the keepers anew at once."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from tagger.duplicates.keeper import Policy
from tagger.errors import TaggerError
from tagger.gui.duplicates.rules_panel import RulesPanel
from tagger.gui.session import Session
from tagger.gui.words import counted

_NAMES = ("duplicates.keep", "duplicates.references", "duplicates.folders", "duplicates.pattern")


class Ruling(QObject):
    """Connects the panel with the settings and the groups. Of changes in a row the last one counts."""

    def __init__(self, session: Session, panel: RulesPanel) -> None:
        super().__init__(panel)
        self._session, self._panel = session, panel
        self._wanted: Policy | None = None
        self._running = False
        self._own = False
        panel.edited.connect(self._edit)
        session.setting_changed.connect(self._setting_changed)

    def show(self) -> None:
        """Show what the settings say."""
        try:
            self._panel.show_policy(self._session.tagger.policy())
        except TaggerError:
            self._panel.show_policy(Policy())

    def _edit(self, policy: Policy) -> None:
        self._wanted = policy
        if not self._running:
            self._running = True
            self._session.start(self._apply())

    async def _apply(self) -> None:
        changed = 0
        try:
            while (policy := self._wanted) is not None:
                self._wanted = None
                await self._save(policy)
                changed = await self._session.call(self._session.tagger.choose_keepers, policy)
        finally:
            self._running = False
        self._panel.say(
            counted(changed, self.tr("1 group has another keeper now."), self.tr("{n} groups have another keeper now."))
            if changed
            else self.tr("All keepers stay the same.")
        )

    async def _save(self, policy: Policy) -> None:
        folders = (json.dumps(list(each)) if each else "" for each in (policy.references, policy.folders))
        settings = self._session.tagger.settings
        for name, value in zip(_NAMES, (",".join(policy.rules), *folders, policy.pattern), strict=True):
            if settings.get(name) != value:
                await self._session.call(settings.set, name, value)
                self._own = True
                self._session.setting_changed.emit(name)
                self._own = False

    def _setting_changed(self, name: str) -> None:
        """Somebody changed a rule elsewhere, as on the page of the settings."""
        if name in _NAMES and not self._own:
            self.show()
            try:
                self._edit(self._session.tagger.policy())
            except TaggerError as error:
                self._session.messages.report(error)
