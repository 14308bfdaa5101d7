"""Teaching a service the name of what is in a box: the photo is sent for it, so it is asked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout

from tagger.entities import Box, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.recognising import sentences
from tagger.gui.recognising.asking import SendBar
from tagger.gui.session import Session
from tagger.gui.viewer.strokes import leaf


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be taught, and to whom."""

    backend: str
    photo_id: PhotoId
    box: Box
    name: str


class Teaching(Part):
    """The command that teaches.

    Attributes:
        bar: Where it asks.
    """

    def __init__(self, session: Session, browser: Browser, room: QBoxLayout) -> None:
        super().__init__(browser)
        self._session, self._browser = session, browser
        self._view = browser.viewer.view
        self._actions: Actions | None = None
        self._lessons: list[Lesson] = []
        self._asked: Lesson | None = None
        self.bar = SendBar()
        self.bar.setAccessibleName(self.tr("Before a name is taught"))
        room.addWidget(self.bar)
        self.bar.agreed.connect(lambda: self._answer(agreed=True))
        self.bar.left.connect(lambda: self._answer(agreed=False))
        self._view.current_shown.connect(lambda _suggestion: self._enable())

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Teaching the name of the current box."""
        return {"teach_box": lambda: self._session.start(self._ask())}

    def begin(self, actions: Actions) -> None:
        """Know the command."""
        self._actions = actions

    def enable(self, actions: Actions) -> None:
        """A box with a name can be taught."""
        suggestion = self._view.current_suggestion
        actions.enable(self._browser.in_viewer and suggestion is not None and suggestion.box is not None, "teach_box")

    def _enable(self) -> None:
        if self._actions is not None:
            self.enable(self._actions)

    async def _ask(self) -> None:
        suggestion = self._view.current_suggestion
        if suggestion is None or suggestion.box is None:
            return
        services = self._session.tagger.services
        teachers = await self._session.tagger.services.teachers()
        if not teachers:
            text = self.tr(
                "No backend that is switched on can learn names. Image Intelligence can; add it under Backends."
            )
            self._session.messages.say(text, Level.WARNING, key="teach")
            return
        if await self._session.call(services.private, [suggestion.photo_id]):
            self._session.messages.say(self.tr("This photo is marked never to be sent."), Level.WARNING, key="teach")
            return
        self._lessons = [Lesson(name, suggestion.photo_id, suggestion.box, leaf(suggestion)) for name in teachers]
        await self._ask_next()

    async def _ask_next(self) -> None:
        lesson = self._lessons[0]
        services = self._session.tagger.services
        estimate = await self._session.call(services.estimate, lesson.backend, [lesson.photo_id])
        if not any(each is lesson for each in self._lessons):  # other boxes were asked for meanwhile
            return
        text = self.tr("Teach {backend} that this is “{name}”? The box of this photo and the name are sent there.")
        lines = [(self.tr("To"), estimate.where), *sentences.details(estimate)]
        go = self.tr("Teach “{name}”").format(name=lesson.name)
        self._asked = lesson
        self.bar.ask(text.format(backend=lesson.backend, name=lesson.name), lines, sentences.too_much(estimate), go)

    def _answer(self, *, agreed: bool) -> None:
        lesson, self._asked = self._asked, None
        if lesson is None and agreed:  # the next question is not to be read yet
            return
        self._lessons = [each for each in self._lessons if lesson not in (None, each)]
        if lesson is not None and agreed:
            self._session.start(self._teach(lesson))
        if self._lessons:
            self._session.start(self._ask_next())
        else:
            self.bar.hide()
            self._browser.take_focus()

    async def _teach(self, lesson: Lesson) -> None:
        await self._session.tagger.services.teach(lesson.backend, lesson.photo_id, lesson.box, lesson.name)
        text = self.tr("{backend} knows “{name}” now.").format(backend=lesson.backend, name=lesson.name)
        self._session.messages.say(text, key="teach")
