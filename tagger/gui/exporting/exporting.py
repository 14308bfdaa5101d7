"""Exports for other uses: asked for in a bar, done in the background."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QFileDialog

from tagger.exporting.coco import Told
from tagger.exporting.export import Format, Request, export
from tagger.exporting.report import Words
from tagger.gui.browser import Browser
from tagger.gui.exporting.bar import ExportBar, title_of
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.messages import Level
from tagger.gui.outside import programs
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.words import counted, grouped
from tagger.vocabulary import importing


class Exporting(Part):
    """The commands that export.

    Attributes:
        bar: Where it asks.
    """

    def __init__(self, session: Session, browser: Browser, activity: Activity, room: QBoxLayout) -> None:
        super().__init__(browser)
        self._session, self._browser, self._activity = session, browser, activity
        self.bar = ExportBar()
        room.addWidget(self.bar)
        self.bar.agreed.connect(self._choose_place)
        self.bar.left.connect(browser.take_focus)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Asking."""
        return {
            "export": lambda: self._session.start(self._ask(None)),
            "export_keywords": lambda: self._session.start(self._ask("keywords")),
        }

    async def _ask(self, format: str | None) -> None:
        every = await self._session.call(self._session.tagger.photo_ids)
        listed = len(self._browser.model.rows.ids)
        self.bar.ask({"selected": len(self._browser.targets()), "listed": listed, "all": len(every)}, format)

    def _choose_place(self) -> None:
        format = self.bar.chosen
        dialog = QFileDialog(self.bar.window(), title_of(format))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not format.suffix)
        if format.suffix:
            dialog.setNameFilter(f"{title_of(format)} (*{format.suffix})")
            dialog.setDefaultSuffix(format.suffix.lstrip("."))
        dialog.selectFile(f"tagger-{format.name}{format.suffix}")
        dialog.fileSelected.connect(self.begin_at)
        dialog.open()

    def begin_at(self, path: str) -> None:
        """Export what is chosen to a place."""
        bar, format = self.bar, self.bar.chosen
        if self._activity.runs("export"):
            text = self.tr("An export is under way. Wait until it is done, or cancel it.")
            self._session.messages.say(text, Level.WARNING, key="export")
            return
        scope = bar.photos if format.of_photos else ""
        chosen = {"selected": self._browser.targets(), "listed": list(self._browser.model.rows.ids)}.get(scope)
        words = self._words(bar.title.text().strip())
        copies = bar.copies.isChecked() and format.name == "yolo"
        bar.close_bar()
        run = functools.partial(self._run, format=format, path=path, chosen=chosen, copies=copies, words=words)
        self._activity.do("export", self.tr("Exporting"), run)

    async def _run(
        self, work: Work, *, format: Format, path: str, chosen: list[int] | None, copies: bool, words: Words
    ) -> None:
        tagger = self._session.tagger

        def write() -> Told:
            ids = tagger.photo_ids() if chosen is None and format.of_photos else chosen or []
            request = Request(format.name, path, ids, copies, words, (str(tagger.store.path),))
            vocabulary = tagger.store.read(importing.keywords)
            return export(
                tagger.store,
                request,
                thumbnail=tagger.thumbnail,
                vocabulary=vocabulary,
                progress=work.tell,
                control=work.control,
            )

        told = await self._session.work(write)
        self._say(format, path, told)

    def _say(self, format: Format, path: str, told: Told) -> None:
        name = shown(os.path.basename(path))
        text = self.tr("“{name}” was written.").format(name=name)
        if format.of_photos:
            one, many = self.tr("1 photo was exported to “{name}”."), self.tr("{n} photos were exported to “{name}”.")
            text = (one if told.photos == 1 else many).format(name=name, n=grouped(told.photos))
        if told.left_out:
            text += " " + counted(
                told.left_out, self.tr("1 of unknown size was left out."), self.tr("{n} of unknown size were left out.")
            )
        self._session.messages.say(text, key="export", more=(self.tr("Open"), lambda: self._open(path)))

    def _open(self, path: str) -> None:
        page = os.path.join(path, "index.html")
        self._session.start(
            self._session.call(lambda: programs.open_by_default(page if os.path.exists(page) else path))
        )

    def _words(self, title: str) -> Words:
        return Words(
            title=title or self.tr("Photos"),
            one=self.tr("1 photo"),
            many=self.tr("{n} photos"),
            no_picture=self.tr("No picture"),
            stars=self.tr("{n} of 5 stars"),
            language=QLocale().name().replace("_", "-") if QLocale().language() != QLocale.Language.C else "en",
        )
