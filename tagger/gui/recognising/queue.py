"""Works through what is queued for the backends that ask a service: each by itself, so that each can be held."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, Signal

from tagger.errors import Cancelled
from tagger.gui.backends.known import Known
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.session import Session
from tagger.gui.words import counted, grouped
from tagger.recognition.dispatcher import RecognitionSummary
from tagger.store import jobs


class Queue(QObject):
    """The online backends at work.

    Attributes:
        works: What runs now, by the name of its backend.

    Signals:
        changed(): a backend began, went on or ended.
    """

    changed = Signal()

    def __init__(self, session: Session, known: Known, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._known, self._activity = session, known, activity
        self.works: dict[str, Work] = {}
        activity.started.connect(self._started)

    async def resume(self) -> None:
        """Go on with what an earlier run left."""
        await self._known.read()
        counts = await self._session.read(jobs.counts)
        for name in self._known.online():
            states = counts.get(name, {})
            if name in self._known.usable() and states.get("queued", 0) + states.get("claimed", 0):
                self.start(name)

    def start(self, name: str) -> None:
        """Work through what is queued for a backend, unless that is under way; what is held goes on."""
        self._known.pause(name, None)
        work = self.works.get(name)
        if work is not None:
            work.set_paused(False)
            self.changed.emit()
            return
        info = self._known.info(name)
        here = info is not None and info.here
        title = self.tr("Recognising with {name} on this machine") if here else self.tr("Recognising with {name}")
        self._activity.do(_key(name), title.format(name=name), functools.partial(self._run, name))

    def hold(self, name: str) -> None:
        """Send nothing more for a backend until it is started again."""
        work = self.works.get(name)
        if work is not None:
            work.set_paused(True)
            self.changed.emit()

    def cancel(self, name: str) -> None:
        """Stop a backend, and take what waits for it out of the queue."""
        work = self.works.get(name)
        if work is not None:
            work.control.cancel()
        else:
            self._session.start(self._drop(name))

    def _started(self, work: Work) -> None:
        name = next((name for name in self._known.online() if self._activity.work(_key(name)) is work), None)
        if name is not None:
            self.works[name] = work
            work.progressed.connect(self.changed)
            work.finished.connect(lambda: self._ended(name))
            self.changed.emit()

    def _ended(self, name: str) -> None:
        self.works.pop(name, None)
        self.changed.emit()

    async def _run(self, name: str, work: Work) -> None:
        tagger = self._session.tagger
        left = 1
        try:
            while left and name not in self._known.paused:
                summary = await tagger.recognise([name], progress=work.tell, control=work.control)
                self._tell(name, summary)
                # Photos may have been queued while the last answer was being kept.
                left = await self._session.read(jobs.left, [name])
        except Cancelled:
            if not self._activity.stopping:
                await self._drop(name)
            raise

    async def _drop(self, name: str) -> None:
        dropped = await self._session.call(self._session.tagger.cancel_queued, name)
        if dropped:
            one = self.tr("1 call that waited for {name} was taken back; nothing more is sent.")
            many = self.tr("{n} calls that waited for {name} were taken back; nothing more is sent.")
            text = (one if dropped == 1 else many).format(name=name, n=grouped(dropped))
            self._session.messages.say(text, key=_key(name))

    def _tell(self, name: str, summary: RecognitionSummary) -> None:
        for problem in summary.problems:
            reason = problem.removeprefix(f"{name}: ")
            self._known.pause(name, reason)
            text = self.tr("{name} is paused: {reason}").format(name=name, reason=said(reason))
            self._session.messages.say(text, Level.ERROR, key=_key(name))
        if summary.problems or not summary.photos + summary.failed + summary.unknown:
            return
        text = self.tr("1 answer of {name}.") if summary.photos == 1 else self.tr("{n} answers of {name}.")
        text = text.format(name=name, n=grouped(summary.photos))
        if summary.failed:
            text += " " + counted(summary.failed, self.tr("1 failed."), self.tr("{n} failed."))
        if summary.unknown:
            text += " " + counted(
                summary.unknown,
                self.tr("Of 1 nobody knows whether it was answered; see Activity."),
                self.tr("Of {n} nobody knows whether they were answered; see Activity."),
            )
        level = Level.WARNING if summary.failed or summary.unknown else Level.INFO
        self._session.messages.say(text, level, key=_key(name))


def _key(name: str) -> str:
    return f"recognise:{name}"
