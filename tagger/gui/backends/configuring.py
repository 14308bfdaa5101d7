"""Does what is asked for in the section of the backends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from tagger.entities import Photo, PhotoId, PhotoState
from tagger.errors import PhotoError, TaggerError, UsageError
from tagger.gui.backends.form import Filled
from tagger.gui.backends.known import Known
from tagger.gui.backends.marks import NeverSent
from tagger.gui.backends.section import BackendsSection
from tagger.gui.browser import Browser
from tagger.gui.language.core import said, said_of
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.recognising.sentences import money, question
from tagger.gui.session import Session
from tagger.gui.settings.editing import SettingsEditing
from tagger.recognition.backend import BackendType
from tagger.recognition.secrets import Kept, has_keyring
from tagger.recognition.trying import Tried
from tagger.settings import check_backend_name
from tagger.store import photos
from tagger.store.never_upload import Mark

SECTION = "backends"


class Configuring(Part):
    """Adds, changes, removes, switches and tries backends."""

    def __init__(
        self,
        session: Session,
        known: Known,
        settings: SettingsEditing,
        browser: Browser,
        marks_changed: Sequence[Callable[[], object]],
    ) -> None:
        """``marks_changed`` are called when something may be sent again."""
        super().__init__(settings)
        self._session, self._known, self._settings, self._browser = session, known, settings, browser
        self._marks_changed = marks_changed
        self._section: BackendsSection | None = None
        self._kinds: dict[str, BackendType] = {}
        self._trying, self._row = "", 0
        self._photo: Photo | None = None
        self._trial: asyncio.Task[Any] | None = None
        settings.add_section(SECTION, self.tr("Backends"), lambda: self.section)
        known.changed.connect(self._fill)

    @property
    def section(self) -> BackendsSection:
        """What shows them, made when it is wanted first: a parent it has only in the page of the settings."""
        if self._section is None:
            self._section = BackendsSection(NeverSent())
            self._connect(self._section)
            self._fill()
        return self._section

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening."""
        return {"backends": self.open}

    def open(self) -> None:
        """Show the backends."""
        self.section.setCurrentIndex(0)
        self._settings.open(SECTION)

    def _connect(self, section: BackendsSection) -> None:
        start = self._session.start
        section.opened.connect(lambda: start(self._refresh()))
        section.enabled.connect(lambda name, on: start(self._enable(name, on)))
        section.adding.connect(lambda: start(self._add()))
        section.changing.connect(lambda name: start(self._change(name)) if name else None)
        section.removing.connect(lambda name: start(self._remove(name)))
        section.trying.connect(lambda name: start(self._try(name)))
        section.form.type_chosen.connect(lambda kind: start(self._show_kind(kind)))
        section.form.name.editingFinished.connect(lambda: start(self._say_secrets()))
        section.form.saved.connect(lambda filled: start(self._save(filled)))
        trial = section.trial
        trial.sent.connect(self._send)
        trial.tried.connect(lambda: self._run(self._session.tagger.services.try_settings(self._trying)))
        trial.stopped.connect(self._stop)
        trial.left.connect(self._stop)
        trial.stepped.connect(lambda by: start(self._step(by)))
        section.marks.released.connect(lambda kind, value: start(self._release(kind, value)))

    def _fill(self) -> None:
        if self._section is not None:
            self._section.fill(self._known.infos, self._known.paused)

    async def _refresh(self) -> None:
        await self._known.read()
        await self._fill_marks()

    async def _fill_marks(self) -> None:
        marks = await self._session.call(self._session.tagger.services.marks)
        ids = [int(value) for kind, value in marks if kind is Mark.PHOTO]
        paths = await self._session.read(photos.paths_of, ids)
        self.section.marks.fill(marks, {int(photo_id): path for photo_id, path in paths.items()})

    async def _release(self, kind: Mark, value: str | int) -> None:
        await self._session.call(self._session.tagger.services.never_upload, kind, value, marked=False)
        for tell in self._marks_changed:
            tell()
        await self._fill_marks()

    # Switching, adding, changing, removing

    async def _enable(self, name: str, on: bool) -> None:
        try:
            await self._session.call(self._session.tagger.registry.enable, name, on)
        finally:
            self._known.pause(name, None)
            await self._known.read()

    async def _remove(self, name: str) -> None:
        try:
            await self._session.call(self._session.tagger.registry.remove, name)
            self._known.forget(name)
        finally:
            await self._known.read()
        self.section.list.setFocus()

    async def _add(self) -> None:
        self._kinds = await self._session.call(self._session.tagger.registry.types)
        form = self.section.form
        form.offer(self._kinds)
        form.name.clear()
        online = [name for name, kind in self._kinds.items() if not kind.capabilities.offline]
        await self._show_kind((online or list(self._kinds))[0])
        self.section.setCurrentWidget(form)
        form.type.setFocus()

    async def _show_kind(self, kind: str) -> None:
        self.section.form.show_kind(self._kinds[kind])
        await self._say_secrets()

    async def _change(self, name: str) -> None:
        registry = self._session.tagger.registry
        config = await self._session.call(registry.config, name)
        self._kinds = await self._session.call(registry.types)
        form = self.section.form
        form.offer(self._kinds)
        form.show_kind(self._kinds[config.type], name=name, url=config.url, options=config.options)
        await self._say_secrets()
        self.section.setCurrentWidget(form)
        first = next(iter(form.fields.values()), None)
        (first or form.save).setFocus()

    async def _say_secrets(self) -> None:
        form, secrets = self.section.form, self._session.tagger.registry.secrets
        name = form.name.text().strip()
        keys = [key for key, each in form.fields.items() if each.setting.secret]
        places: dict[str, Kept | None] = {key: await self._session.call(secrets.where, name, key) for key in keys}
        keyring = await self._session.call(has_keyring)
        if keys == [key for key, each in form.fields.items() if each.setting.secret]:
            form.say_secrets(places, keyring=keyring)

    async def _save(self, filled: Filled) -> None:
        form, registry = self.section.form, self._session.tagger.registry
        try:
            if form.new:
                await self._session.call(check_backend_name, filled.name)
                await self._session.call(registry.add, filled.name, filled.type, filled.url, _texts(filled.options))
            else:
                await self._session.call(registry.change, filled.name, filled.url, filled.options)
        except TaggerError as error:
            form.say_error(said_of(error))
            return
        kept = {await self._session.call(registry.secrets.keep, filled.name, k, v) for k, v in filled.secrets.items()}
        self._known.pause(filled.name, None)
        await self._known.read()
        self.section.show_list()
        self.section.choose(filled.name)
        if Kept.RUN in kept:
            text = self.tr("There is no keyring: the secrets of {name} are kept until Tagger ends, and then forgotten.")
            self._session.messages.say(text.format(name=filled.name), Level.WARNING, key="secrets")

    # Trying

    async def _try(self, name: str) -> None:
        info = self._known.info(name)
        if info is None:
            return
        self._trying = name
        current = self._browser.grid.current_photo()
        self._row = 0 if current is None else self._browser.model.row_of(current)
        self.section.trial.begin(name, here=info.here)
        self.section.setCurrentWidget(self.section.trial)
        await self._step(0)
        (self.section.trial.send if self._photo is not None else self.section.trial.without).setFocus()

    async def _step(self, by: int) -> None:
        """Choose the next or the previous photo of the list."""
        row = self._row + by
        photo_id = self._browser.model.id_at(row) if row >= 0 else None
        if photo_id is None and by:
            return
        self._row = row
        photo = None if photo_id is None else await self._session.read(photos.photo, photo_id)
        self._photo = photo if photo is not None and photo.state is PhotoState.OK else None
        self.section.trial.say("")
        self.section.trial.show_photo(self._photo, None, await self._asked(self._photo))
        if self._photo is None:
            return
        try:
            image = await self._browser.loader.load(self._photo)
        except PhotoError as error:
            self.section.trial.say(said_of(error), wrong=True)
            return
        self.section.trial.show_photo(self._photo, image, self.section.trial.question.text())

    async def _asked(self, photo: Photo | None) -> str:
        """What sending this photo means."""
        if photo is None:
            return self.tr("There is no photo to try it with; add a folder first.")
        services = self._session.tagger.services
        info = self._known.info(self._trying)
        if info is None or info.offline:
            return self.tr("{photo} is recognised on this machine; nothing is kept.").format(photo=photo.name)
        if info.here:
            where = (await self._session.call(services.estimate, self._trying, [photo.id])).where
            text = self.tr("{photo} is given to {where} on this machine; nothing is kept.")
            return text.format(photo=photo.name, where=said(where))
        if await self._session.call(services.private, [photo.id]):
            return self.tr("{photo} is marked never to be sent. Choose another photo.").format(photo=photo.name)
        try:
            estimate = await self._session.call(services.estimate, self._trying, [photo.id])
        except TaggerError as error:
            return said_of(error)
        told = f"{photo.name}: {question(estimate, self._trying)}"
        if estimate.cost is None:
            return told
        # Only the first of the operations is tried, so it is one call that is paid.
        return f"{told} {self.tr('It costs {money}.').format(money=money(estimate.cost / max(estimate.calls, 1)))}"

    def _send(self) -> None:
        if self._photo is not None:
            self._run(self._session.tagger.services.try_photo(self._trying, self._photo.id), self._photo.id)

    def _run(self, trial: Coroutine[Any, Any, Tried], photo_id: PhotoId | None = None) -> None:
        self.section.trial.set_busy(True)
        self._trial = self._session.start(self._wait(trial, photo_id))

    async def _wait(self, trial: Coroutine[Any, Any, Tried], photo_id: PhotoId | None) -> None:
        page = self.section.trial
        try:
            tried = await trial
        except (TaggerError, UsageError) as error:
            page.set_busy(False)
            page.say(said_of(error), wrong=True)
        except asyncio.CancelledError:
            page.set_busy(False)
            page.back.setFocus()
            page.say(self.tr("Stopped. If the photo had left already, it is in the log of what was sent."))
            raise
        else:
            page.set_busy(False)
            if tried.recognition is not None and photo_id is not None:
                page.show_answer(photo_id, tried.recognition)
            else:
                page.say(said(tried.told))
        (page.without if photo_id is None else page.send).setFocus()

    def _stop(self) -> None:
        if self._trial is not None:
            self._trial.cancel()
            self._trial = None


def _texts(options: Mapping[str, str | int | float | bool]) -> dict[str, str]:
    return {name: str(value) for name, value in options.items()}
