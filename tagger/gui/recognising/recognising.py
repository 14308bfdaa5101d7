"""Asking for recognition from the window: which backends, which photos; what would be sent is said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QBoxLayout, QMenu

from tagger.gui.backends.known import Known
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.recognising import sentences
from tagger.gui.recognising.asking import SendBar
from tagger.gui.recognising.lasting_menu import LastingMenu
from tagger.gui.recognising.queue import Queue
from tagger.gui.session import Session
from tagger.recognition.estimate import Estimate
from tagger.recognition.registry import BackendInfo

_USABLE = "-is:unreadable -is:missing -is:away"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one backend would be sent.

    Attributes:
        backend: Its name.
        ids: The photos.
        private: How many more are marked never to be sent.
        estimate: What it comes to.
        again, retry: As `Tagger.enqueue` takes them.
    """

    backend: str
    ids: Sequence[int]
    private: int
    estimate: Estimate
    again: bool = False
    retry: bool = False


class Recognising(Part):
    """The commands that queue photos for the backends.

    Attributes:
        bar: Where it asks before photos are sent.
        menu: The backends, of which those ticked recognise.
    """

    def __init__(
        self,
        session: Session,
        browser: Browser,
        activity: Activity,
        known: Known,
        queue: Queue,
        room: QBoxLayout,
        configure: Callable[[], object],
    ) -> None:
        super().__init__(browser)
        self._session, self._browser, self._activity = session, browser, activity
        self._known, self._queue, self._configure = known, queue, configure
        self._plans: list[Plan] = []
        self._asked: Plan | None = None
        self.bar = SendBar()
        room.addWidget(self.bar)
        self.bar.agreed.connect(self._agreed)
        self.bar.left.connect(self._refused)
        self.menu = LastingMenu(self.tr("With"), browser)
        self.menu.setObjectName("menu Recognise|With")
        known.changed.connect(self._fill_menu)
        session.setting_changed.connect(lambda _name: self._fill_menu())

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Recognition of what is selected, shown or new."""
        return {
            "recognise_photo": self.recognise,
            "recognise_shown": self._shown,
            "recognise_new": lambda: self._session.start(self._new()),
            "recognise_again": lambda: self.recognise(again=True),
            "recognise_with": self._open_menu,
            "retry_failed": lambda: self._shown(retry=True),
        }

    def begin(self, actions: Actions) -> None:
        """Know the backends, and go on with what an earlier run left; the menus have the backends in them."""
        for menu in self._browser.window().findChildren(QMenu, "menu Recognise"):
            menu.insertMenu(actions["recognise_with"], self.menu)
        self._session.start(self._queue.resume())

    def enable(self, actions: Actions) -> None:
        """What is selected can be recognised."""
        actions.enable(self._browser.grid.current_photo() is not None, "recognise_photo", "recognise_again")

    def recognise(self, *, again: bool = False) -> None:
        """Have the selected photos recognised."""
        self._session.start(self.ask(self._browser.targets(), again=again))

    async def ask(
        self, ids: Sequence[int], backends: Sequence[str] = (), *, again: bool = False, retry: bool = False
    ) -> None:
        """Have photos recognised by these backends, or by those chosen; those that send photos away ask first."""
        if not self._known.infos:
            await self._known.read()
        names = list(backends) or self._known.chosen()
        if not names and self._known.usable():
            text = self.tr("No backend is ticked. Tick those that are to recognise.")
            self._session.messages.say(text, Level.WARNING, key="recognised")
            self._open_menu()
            return
        online = [name for name in names if name in self._known.online()]
        offline = [name for name in names if name not in online]
        if offline or not online:
            await self._activity.enqueue(ids, again=again, retry=retry, backends=offline)
        here = [name for name in online if name not in self._known.away()]
        for name in here:
            await self._give(name, ids, again=again, retry=retry)
        plans = [await self._plan(name, ids, again=again, retry=retry) for name in online if name not in here]
        for plan in plans:
            if plan.ids:
                self._plans = [each for each in self._plans if each.backend != plan.backend] + [plan]
            else:
                self._say_nothing(plan)
        if self._plans:
            self._ask_next()

    async def _give(self, name: str, ids: Sequence[int], *, again: bool, retry: bool) -> None:
        """Queue photos for the user's own service on this machine: nothing leaves it, so nobody is asked."""
        services = self._session.tagger.services
        wanted = await self._session.call(services.unsettled, name, ids, again=again, retry=retry)
        plan = Plan(name, wanted, 0, await self._session.call(services.estimate, name, wanted), again, retry)
        if wanted:
            await self._send(plan)
        else:
            self._say_nothing(plan)

    async def _plan(self, name: str, ids: Sequence[int], *, again: bool, retry: bool) -> Plan:
        services = self._session.tagger.services
        wanted = await self._session.call(services.unsettled, name, ids, again=again, retry=retry)
        private = await self._session.call(services.private, wanted)
        rest = [photo_id for photo_id in wanted if photo_id not in private]
        estimate = await self._session.call(services.estimate, name, rest)
        return Plan(name, rest, len(private), estimate, again, retry)

    def _ask_next(self) -> None:
        plan = self._asked = self._plans[0]
        lines = sentences.details(plan.estimate)
        if plan.private:
            left_out = self.tr("{photos}, marked never to be sent")
            lines.append((self.tr("Left out"), left_out.format(photos=sentences.number_of_photos(plan.private))))
        go = self.tr("Send {photos}").format(photos=sentences.number_of_photos(len(plan.ids)))
        self.bar.ask(sentences.question(plan.estimate, plan.backend), lines, sentences.too_much(plan.estimate), go)

    def _agreed(self) -> None:
        if self._asked is not None:
            self._session.start(self._send(self._asked))
            self._go_on()

    def _refused(self) -> None:
        if self._asked is not None:
            self._go_on()

    def _go_on(self) -> None:
        """What was asked is answered; an answer is never taken for another question than the one that was read."""
        self._plans, self._asked = [plan for plan in self._plans if plan is not self._asked], None
        if self._plans:
            self._ask_next()
        else:
            self.bar.hide()
            self._browser.take_focus()

    async def _send(self, plan: Plan) -> None:
        enqueue = self._session.tagger.enqueue
        await self._session.call(enqueue, [plan.backend], plan.ids, again=plan.again, retry=plan.retry)
        self._queue.start(plan.backend)

    def _say_nothing(self, plan: Plan) -> None:
        if plan.private:
            text = self.tr("Nothing is sent to {name}: what is left is marked never to be sent.")
        else:
            text = self.tr("Nothing to send to {name}: these photos are done or waiting already.")
        self._session.messages.say(text.format(name=plan.backend), key="recognised")

    def _shown(self, *, retry: bool = False) -> None:
        self._session.start(self.ask(self._browser.model.rows.ids, retry=retry))

    async def _new(self) -> None:
        await self.ask(await self._session.call(self._session.tagger.photo_ids, _USABLE))

    # The menu

    def _fill_menu(self) -> None:
        """The backends that can be asked; those ticked are. While it is open, what is there stays where it is."""
        infos = [info for info in self._known.infos if info.enabled]
        names = [f"backend {info.name}" for info in infos]
        if [action.objectName() for action in self.menu.actions() if action.isCheckable()] != names:
            self.menu.clear()
            for info in infos:
                self._offer(info)
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Configure…"), self._configure).setObjectName("configure backends")
        chosen, usable = self._known.chosen(), self._known.usable()
        for action, info in zip(self.menu.actions(), infos, strict=False):
            action.setText(_title(info))
            action.setChecked(info.name in chosen)
            action.setEnabled(info.name in usable)

    def _offer(self, info: BackendInfo) -> None:
        action = self.menu.addAction(_title(info))
        action.setObjectName(f"backend {info.name}")
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._known.choose(info.name, on))

    def _open_menu(self) -> None:
        if not self._known.infos:
            self._session.messages.say(self.tr("The backends are still being looked up."), Level.INFO, key="recognised")
            return
        self.menu.popup(self._browser.mapToGlobal(QPoint(12, 12)))


def _title(info: BackendInfo) -> str:
    """What the menu says of a backend."""
    here = QCoreApplication.translate("Recognising", "on this machine")
    away = QCoreApplication.translate("Recognising", "sends photos away")
    place = "" if info.offline else here if info.here else away
    return " · ".join(filter(None, (info.name, said(info.title), place))).replace("&", "&&")
