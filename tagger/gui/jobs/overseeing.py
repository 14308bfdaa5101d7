"""Keeps the page of the activity up to date, and does what is asked for there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from tagger.changes import Change, JobsChanged
from tagger.gui.backends.known import Known
from tagger.gui.browser import Browser
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.page import ActivityPage
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.recognising.queue import Queue
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.recognition.overview import Overview, overview
from tagger.recognition.send_log import write_csv
from tagger.store.query.completion import quoted
from tagger.store.query.text import LONGEST
from tagger.store.query.trouble import PARTED
from tagger.store.trouble import Trouble

_CALM_MS = 400
_OFFLINE = "recognise"


class Overseeing(Part):
    """The commands of the activity.

    Attributes:
        page: The page.
    """

    def __init__(
        self, session: Session, known: Known, queue: Queue, activity: Activity, pages: Pages, browser: Browser
    ) -> None:
        super().__init__(pages)
        self._browser = browser
        self._session, self._known, self._queue, self._activity, self._pages = session, known, queue, activity, pages
        self._overview = Overview({}, ())
        self.page = ActivityPage()
        pages.add(self.page)
        self._soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._soon.timeout.connect(self._refresh)
        page = self.page
        page.opened.connect(self._refresh)
        page.left.connect(pages.back)
        page.table.chosen.connect(self._enable)
        page.held.connect(self._hold)
        page.started.connect(self._start)
        page.cancelled.connect(self._cancel)
        page.troubles.opened.connect(self._show_photos)
        page.troubles.retried.connect(lambda trouble: session.start(self._retry(trouble)))
        page.troubles.forgotten.connect(lambda trouble: session.start(self._forget(trouble)))
        page.sent.exported.connect(self._export)
        session.changed.connect(self._changed)
        for signal in (queue.changed, known.changed, activity.started):
            signal.connect(lambda *_: self._later())

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening."""
        return {"activity": lambda: self._pages.show_page(self.page)}

    def _changed(self, change: Change) -> None:
        if isinstance(change, JobsChanged):
            self._later()

    def _later(self) -> None:
        if self.page.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _refresh(self) -> None:
        self._session.start(self._read())

    async def _read(self) -> None:
        self._overview = await self._session.read(overview)
        self._fill()
        self.page.sent.model.fill(await self._session.call(self._session.tagger.services.log))

    def _fill(self) -> None:
        works = {info.name: work for info in self._known.infos if (work := self._work(info.name)) is not None}
        self.page.table.fill(self._known.infos, self._overview, works, self._known.paused)
        self.page.troubles.fill(self._overview.trouble)
        self.page.say_counts(sum(each.photos for each in self._overview.trouble))

    def _work(self, name: str) -> Work | None:
        info = self._known.info(name)
        return self._activity.work(_OFFLINE) if info is not None and info.offline else self._queue.works.get(name)

    def _enable(self) -> None:
        name = self.page.table.current
        work, standing = self._work(name), self._overview.backends.get(name)
        counts = {} if standing is None else standing.counts
        self.page.enable(
            works=work is not None, held=work is not None and work.control.paused, waits=bool(counts.get("queued"))
        )

    # What is asked for

    def _hold(self, name: str) -> None:
        work = self._work(name)
        if work is not None:
            work.set_paused(True)
        self._fill()

    def _start(self, name: str) -> None:
        info, work = self._known.info(name), self._work(name)
        if work is not None:
            work.set_paused(False)
        elif info is not None and info.offline:
            self._activity.recognise()
        elif info is not None:
            self._queue.start(name)
        self._fill()

    def _cancel(self, name: str) -> None:
        info = self._known.info(name)
        if info is None or not info.offline:
            self._queue.cancel(name)
            return
        work = self._work(name)
        if work is not None:
            work.control.cancel()
        self._session.start(self._session.call(self._session.tagger.cancel_queued, name))

    async def _retry(self, trouble: Trouble) -> None:
        queued = await self._session.call(self._session.tagger.services.retry, trouble)
        if queued:
            self._start(trouble.backend)
        await self._read()

    def _show_photos(self, trouble: Trouble) -> None:
        """Show in the grid what a reason is about."""
        field = "unknown" if trouble.unknown else "failed"
        value = f"{trouble.backend}{PARTED}{trouble.reason}"[:LONGEST] if trouble.reason else trouble.backend
        title = self.tr("Outcome unknown: {reason}") if trouble.unknown else self.tr("Failed: {reason}")
        self._pages.show_page(self._browser)
        self._browser.go_to(f"{field}:{quoted(value)}", title.format(reason=said(trouble.reason)))

    async def _forget(self, trouble: Trouble) -> None:
        await self._session.call(self._session.tagger.services.forget, trouble)
        await self._read()

    def _export(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Export what was sent"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("tagger-sent.csv")
        dialog.fileSelected.connect(lambda path: self._session.start(self.export(Path(path))))
        dialog.open()

    async def export(self, path: Path) -> None:
        """Write the entries that are shown to a file."""
        shown = list(reversed(self.page.sent.model.rows))
        count = await self._session.call(functools.partial(write_csv, path, shown))
        text = counted(
            count, self.tr("1 entry was written to the file."), self.tr("{n} entries were written to the file.")
        )
        self._session.messages.say(text, key="export")
