"""The backends that are configured, as the parts of the window know them at the moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from tagger.gui.language.core import said
from tagger.gui.session import Session
from tagger.recognition.registry import BackendInfo

CHOSEN = "recognition.backends"
_NONE = "-"  # chosen on purpose; no backend can be named so


class Known(QObject):
    """What the registry listed last; asking it may wait for the keyring, so nobody asks it in the GUI thread.

    Attributes:
        infos: The backends, the built-in one first.
        paused: Why a backend does nothing more until the user acts, by its name.

    Signals:
        changed(): something else is known.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.infos: tuple[BackendInfo, ...] = ()
        self.paused: dict[str, str] = {}
        self._wanted: str | None = None
        session.setting_changed.connect(self._kept)

    def refresh(self) -> None:
        """List them again."""
        self._session.start(self.read())

    async def read(self) -> None:
        """List them again, and wait for it."""
        self.infos = tuple(await self._session.call(self._session.tagger.registry.list))
        self.changed.emit()

    def info(self, name: str) -> BackendInfo | None:
        """The backend of this name."""
        return next((info for info in self.infos if info.name == name), None)

    def online(self) -> list[str]:
        """The backends that are switched on and ask a service, wherever that is."""
        return [info.name for info in self.infos if info.enabled and not info.offline and not info.problem]

    def away(self) -> list[str]:
        """The backends that are switched on and send photos away from this machine."""
        return [info.name for info in self.infos if info.enabled and not info.here and not info.problem]

    def usable(self) -> list[str]:
        """The backends that can be asked now."""
        return [info.name for info in self.infos if info.enabled and not info.problem and not info.needs]

    def chosen(self) -> list[str]:
        """The backends that recognise where nobody says which: those chosen, else those that send nothing away.

        Empty where the user wants none of them.
        """
        wanted = self._chosen()
        if wanted == [_NONE]:
            return []
        usable = self.usable()
        offline = [info.name for info in self.infos if info.offline and info.name in usable]
        return [name for name in usable if name in wanted] or offline

    def choose(self, name: str, on: bool) -> None:
        """Take a backend among those that recognise where nobody says which, or out of them."""
        wanted = [each for each in self.chosen() if each != name] + ([name] if on else [])
        self._wanted = " ".join(sorted(wanted)) or _NONE  # the next choice may come before this one is in the file
        self._session.set_setting(CHOSEN, self._wanted)

    def _kept(self, name: str) -> None:
        if name == CHOSEN and self._wanted == self._session.tagger.settings.get(CHOSEN):
            self._wanted = None

    def forget(self, name: str) -> None:
        """A backend is removed: one of the same name that comes later has to be chosen anew."""
        wanted = self._chosen()
        if name in wanted:
            self._wanted = " ".join(each for each in wanted if each != name)
            self._session.set_setting(CHOSEN, self._wanted)

    def _chosen(self) -> list[str]:
        kept = str(self._session.tagger.settings.get(CHOSEN))
        return (kept if self._wanted is None else self._wanted).split()

    def pause(self, name: str, reason: str | None) -> None:
        """A backend does nothing more for this reason; or, with None, it goes on."""
        if self.paused.get(name) != reason:
            self.paused.pop(name, None)
            if reason is not None:
                self.paused[name] = reason
            self.changed.emit()


def state_text(info: BackendInfo, paused: str | None = None) -> str:
    """How a backend stands, in one line."""
    if info.problem:
        return said(info.problem)
    if not info.enabled:
        return QCoreApplication.translate("BackendState", "Switched off")
    if info.needs:
        return QCoreApplication.translate("BackendState", "Needs a secret: {names}").format(names=", ".join(info.needs))
    if paused:
        return QCoreApplication.translate("BackendState", "Paused: {reason}").format(reason=said(paused))
    return (
        QCoreApplication.translate("BackendState", "Ready; photos stay on this machine")
        if info.here
        else QCoreApplication.translate("BackendState", "Ready; sends photos away when you ask it")
    )
