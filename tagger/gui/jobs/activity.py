"""The long operations of the window: indexing, recognising, writing sidecars. Each runs once at a time."""

from __future__ import annotations

import asyncio
import functools
import json
import shutil
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal

from tagger.changes import PhotosChanged
from tagger.errors import Cancelled
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.progress import Progress
from tagger.resources import resource
from tagger.store import folders, jobs

if TYPE_CHECKING:
    from tagger.library.index import IndexSummary
    from tagger.metadata.sidecars import SidecarResult

_LIST_AGAIN_S, _LIST_SOON_S, _EAGER_S = 0.5, 0.1, 5.0
_UNFINISHED = "indexing/unfinished"
_READABLE = "-is:unreadable -is:missing -is:away"


class Activity(QObject):
    """Starts long operations and says how they ended.

    Signals:
        started(Work): an operation has begun.
        sidecars_failed(list): what an export of sidecars could not write, as its results; nothing after one that could
            write all.
    """

    started = Signal(object)
    sidecars_failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._running: dict[str, Work] = {}
        self._waiting: list[str] = []
        self._stopping = False
        self._ended = asyncio.Event()
        self._ended.set()

    @property
    def running(self) -> list[Work]:
        """What runs now."""
        return list(self._running.values())

    def index(self, paths: Sequence[str]) -> None:
        """Add folders and bring them up to date; more folders may follow while it runs."""
        self._waiting += paths
        self.do("index", self.tr("Indexing"), self._index)

    def rescan(self) -> None:
        """Look for new, changed and missing photos in every folder."""
        self._session.start(self._rescan())

    def add_samples(self) -> None:
        """Copy the sample photos beside the library, where they may get sidecars, and index them."""
        self._session.start(self._add_samples())

    def recognise(self) -> None:
        """Work through the queue of recognition."""
        self.do("recognise", self.tr("Recognising"), self._recognise)

    def write_sidecars(self, *, asked: bool = True, photo_ids: Sequence[int] | None = None) -> None:
        """Write the sidecars that are due, or those of some photos.

        Where nobody asked, without a step to undo and without a word of success.
        """
        write = functools.partial(self._write_sidecars, asked=asked, photo_ids=photo_ids)
        self.do("sidecars", self.tr("Writing sidecars"), write)

    async def stop(self) -> None:
        """Cancel everything and wait until it has ended; what was finished is kept."""
        self._stopping = True
        for work in self.running:
            work.control.cancel()
        await self._ended.wait()

    @property
    def stopping(self) -> bool:
        """Whether everything ends since the window is being closed."""
        return self._stopping

    def work(self, name: str) -> Work | None:
        """What runs under this name."""
        return self._running.get(name)

    def runs(self, name: str) -> bool:
        """Whether an operation of this name is under way, such as ``index``."""
        return name in self._running

    def do(self, name: str, title: str, run: Callable[[Work], Coroutine[Any, Any, None]]) -> None:
        """Run a long operation, unless one of this name is under way.

        Args:
            name: What the code calls it.
            title: What it is called in the status bar.
            run: Does it; it heeds the `Work`'s control.
        """
        if name in self._running:
            return
        work = self._running[name] = Work(title, self)
        self._ended.clear()
        self.started.emit(work)
        self._session.start(self._run(name, work, run))

    async def _run(self, name: str, work: Work, run: Callable[[Work], Coroutine[Any, Any, None]]) -> None:
        try:
            await run(work)
        except Cancelled:
            self._session.messages.say(self.tr("{work}: stopped; what was finished is kept.").format(work=work.title))
        finally:
            del self._running[name]
            if not self._running:
                self._ended.set()
            work.end()

    async def _index(self, work: Work) -> None:
        try:
            await self._index_waiting(work)
        finally:
            # Kept only when the window is closed or the program ends in the middle; then the next start goes on.
            if not self._stopping:
                self._note_unfinished(())

    async def _index_waiting(self, work: Work) -> None:
        started = time.monotonic()
        listed = 0.0

        def progressed(progress: Progress) -> None:
            nonlocal listed
            work.tell(progress)
            # The first photos appear while the rest is still being read, and at the beginning as soon as may be.
            now = time.monotonic()
            if now - listed > (_LIST_AGAIN_S if now - started > _EAGER_S else _LIST_SOON_S):
                listed = now
                self._session.tagger.changes.tell(PhotosChanged(listed=True))

        while self._waiting:
            paths, self._waiting = self._waiting, []
            self._note_unfinished(paths)
            summary = await self._session.work(
                self._session.tagger.index, paths, progress=progressed, control=work.control
            )
            for problem in summary.problems:
                self._session.messages.say(said(problem), Level.WARNING, key=problem)
            self._say_indexed(summary)
        if self._session.tagger.settings.get("recognition.after_index"):
            await self.enqueue(await self._session.call(self._session.tagger.photo_ids, _READABLE))

    def _note_unfinished(self, paths: Sequence[str]) -> None:
        QSettings().setValue(_UNFINISHED, json.dumps([str(self._session.tagger.store.path), *paths] if paths else []))

    def _unfinished(self) -> list[str]:
        """The folders of this library that were being read when the window was closed."""
        try:
            noted = json.loads(str(QSettings().value(_UNFINISHED, "[]")))
        except ValueError:
            return []
        if not isinstance(noted, list) or noted[:1] != [str(self._session.tagger.store.path)]:
            return []
        return [str(each) for each in noted[1:]]

    def _say_indexed(self, summary: IndexSummary) -> None:
        new, moved, unreadable, videos = summary.new, summary.moved, summary.unreadable, summary.videos
        text = counted(new, self.tr("1 new photo."), self.tr("{n} new photos.")) if new else ""
        if moved:
            text += " " + counted(moved, self.tr("1 moved photo was found."), self.tr("{n} moved photos were found."))
        if not new and not unreadable and not moved:
            text = self.tr("No new photos.")
        if unreadable:
            text += " " + counted(
                unreadable,
                self.tr("1 cannot be read; see Unreadable on the left."),
                self.tr("{n} cannot be read; see Unreadable on the left."),
            )
        if videos:
            text += " " + counted(
                videos,
                self.tr("1 video is left alone: only photos are handled."),
                self.tr("{n} videos are left alone: only photos are handled."),
            )
        self._session.messages.say(text.strip(), key="indexed")

    async def enqueue(
        self, ids: Sequence[int], *, again: bool = False, retry: bool = False, backends: Sequence[str] | None = None
    ) -> None:
        """Queue photos for backends that keep them on this machine, by default all of those, and begin."""
        backends = self._session.tagger.default_backends() if backends is None else backends
        if not backends:
            text = self.tr("No backend is switched on. Switch one on in the settings, under Backends.")
            self._session.messages.say(text, Level.WARNING, key="no-backend")
            return
        queued = await self._session.call(self._session.tagger.enqueue, backends, ids, again=again, retry=retry)
        if queued:
            self.recognise()
        elif again or retry or len(ids) == 1:
            self._session.messages.say(self.tr("Nothing to recognise: these photos are done."), key="recognised")

    def begin(self, folders: Sequence[str]) -> None:
        """Add folders, and go on with what a closed window or a crash left undone."""
        paths = list(dict.fromkeys([*self._unfinished(), *folders]))
        if paths:
            self.index(paths)
        self._session.start(self._resume_recognition())

    async def _resume_recognition(self) -> None:
        if self._session.tagger.store.read_only:
            return
        counts = await self._session.read(jobs.counts)
        states = [counts.get(name, {}) for name in self._session.tagger.default_backends()]
        if any(state.get("queued", 0) + state.get("claimed", 0) for state in states):
            self.recognise()

    async def _recognise(self, work: Work) -> None:
        tagger = self._session.tagger
        summary = await tagger.recognise(tagger.default_backends(), progress=work.tell, control=work.control)
        if summary.photos or summary.failed:
            text = counted(summary.photos, self.tr("1 photo recognised."), self.tr("{n} photos recognised."))
            if summary.failed:
                text += " " + counted(summary.failed, self.tr("1 could not be."), self.tr("{n} could not be."))
            self._session.messages.say(text, key="recognised")
        for problem in summary.problems:  # after the numbers, which would lie over them
            self._session.messages.say(said(problem), Level.ERROR, key=problem)

    async def _write_sidecars(self, work: Work, *, asked: bool, photo_ids: Sequence[int] | None = None) -> None:
        export = functools.partial(
            self._session.tagger.export_sidecars,
            photo_ids,
            recorded=asked,
            progress=work.tell,
            control=work.control,
        )
        failed: list[SidecarResult] = []

        def run() -> int:
            """What was written is kept by the library; in memory it would be all files twice."""
            written = 0
            for result in export():
                written += result.action in ("created", "updated")
                failed.extend([result] if result.action in ("failed", "conflict") else [])
            return written

        try:
            written = await self._session.work(run)
        finally:
            self.sidecars_failed.emit(failed)
        for result in failed[:3]:
            name = result.sidecar or result.photo_path  # there may be no sidecar yet
            self._session.messages.say(f"{name}: {said(result.error or '')}", Level.ERROR, key=name)
        text = counted(written, self.tr("1 sidecar written."), self.tr("{n} sidecars written."))
        if failed:
            text += " " + counted(
                len(failed),
                self.tr("1 could not be; it is tried again next time."),
                self.tr("{n} could not be; they are tried again next time."),
            )
        if asked or failed:
            level = Level.WARNING if failed else Level.INFO
            self._session.messages.say(text, level, key="sidecars", undoable=asked and written > 0)

    async def _rescan(self) -> None:
        self.index(await self._session.read(folders.folders))

    async def _add_samples(self) -> None:
        target = self._session.tagger.store.path.parent / "Sample photos"
        await self._session.call(_copy_samples, target)
        self.index([str(target)])


def _copy_samples(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(resource("samples").iterdir()):
        if path.suffix.lower() in {".jpg", ".jpeg", ".png"} and not (target / path.name).exists():
            shutil.copyfile(path, target / path.name)
