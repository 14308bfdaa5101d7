"""Thumbnails for what is on screen: a queue that is replaced instead of worked off, and a cache counted in bytes."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QElapsedTimer, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from tagger.entities import PhotoId
from tagger.gui.grid.workers import Job, Workers

DEBOUNCE_MS = 30
BUDGET_BYTES = 192 * 1024 * 1024
NOTHING_BYTES = 64
"""What a remembered "there is none" counts in the budget."""

TURN_MS = 8
"""Time for making pixmaps in one turn of the event loop."""

LARGEST_STORED_PX = 512


class ThumbnailLoader(QObject):
    """Loads and decodes thumbnails in threads of its own and keeps the newest as pixmaps.

    ``load(photo_id)`` runs in the threads and gives the bytes of an upright picture, or None where there is none (yet).
    Only the GUI thread calls the methods and makes the pixmaps.

    Signals:
        ready: list[PhotoId] whose thumbnail (or the lack of one) is known now.
    """

    ready = Signal(list)

    def __init__(
        self,
        load: Callable[[PhotoId], bytes | None],
        parent: QObject | None = None,
        *,
        threads: int = 2,
        budget_bytes: int = BUDGET_BYTES,
    ) -> None:
        super().__init__(parent)
        self._budget_bytes = budget_bytes
        self._used_bytes = 0
        self._pixmaps: OrderedDict[Job, QPixmap] = OrderedDict()
        self._sides: dict[int, list[int]] = {}
        self._forgotten: dict[int, int] = {}
        self._generation = 0
        self._next: list[Job] = []
        self._reported: set[type] = set()
        self._begun = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start)
        QImageReader.supportedImageFormats()  # Qt's image plug-ins have to be found by the GUI thread first
        self._workers: Workers[Job, QImage] = Workers(
            lambda job: decoded(load(job.photo_id), job.side_px), threads, self
        )
        self._workers.finished.connect(self._collect)

    @property
    def used_bytes(self) -> int:
        """Bytes of pixels kept now."""
        return self._used_bytes

    def find(self, photo_id: int, side_px: int) -> QPixmap | None:
        """The thumbnail for a square of ``side_px`` device pixels.

        Returns:
            The pixmap; the one of another size while this one is on its way; a null pixmap if the photo has none; None
            if nothing is known yet.
        """
        job = Job(PhotoId(photo_id), stored_px(side_px))
        pixmap = self._pixmaps.get(job)
        if pixmap is None:
            sides = self._sides.get(photo_id)
            if not sides:
                return None
            job = Job(job.photo_id, max(sides))
            pixmap = self._pixmaps[job]
        self._pixmaps.move_to_end(job)
        return pixmap

    def want(self, photo_ids: Iterable[int], side_px: int) -> None:
        """Load these, the most wanted first, instead of what was wanted before; begins within `DEBOUNCE_MS`.

        What is wanted after a pause begins at once: a jump is a single wish, dragging a scroll bar is many.
        """
        side_px = stored_px(side_px)
        jobs = (Job(PhotoId(photo_id), side_px) for photo_id in photo_ids)
        self._next = [job for job in jobs if job not in self._pixmaps]
        if not self._timer.isActive():
            since = self._begun.elapsed() if self._begun.isValid() else DEBOUNCE_MS
            self._timer.start(max(DEBOUNCE_MS - since, 0))

    def forget(self, photo_ids: Iterable[int]) -> None:
        """These photos changed: drop their thumbnails, and those on the way as well."""
        self._generation += 1
        for photo_id in photo_ids:
            self._forgotten[photo_id] = self._generation
            for side_px in self._sides.pop(photo_id, ()):
                self._used_bytes -= cost(self._pixmaps.pop(Job(PhotoId(photo_id), side_px)))

    def stop(self) -> None:
        """Give up what waits and end the threads; returns when they have ended."""
        self._timer.stop()
        self._next = []
        self._workers.stop()

    def _start(self) -> None:
        self._begun.start()
        self._workers.replace(self._next, self._generation)

    def _collect(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        arrived: list[PhotoId] = []
        while clock.elapsed() < TURN_MS and (result := self._workers.take()):
            job, generation, outcome = result
            if isinstance(outcome, Exception):
                self._report(outcome)
            if generation >= self._forgotten.get(job.photo_id, 0):
                self._keep(job, outcome if isinstance(outcome, QImage) else QImage())
                arrived.append(job.photo_id)
        self._workers.drained()
        if arrived:
            self.ready.emit(arrived)

    def _keep(self, job: Job, image: QImage) -> None:
        old = self._pixmaps.pop(job, None)
        if old is not None:
            self._drop(job, old)
        pixmap = QPixmap.fromImage(image)
        self._pixmaps[job] = pixmap
        self._sides.setdefault(job.photo_id, []).append(job.side_px)
        self._used_bytes += cost(pixmap)
        while self._used_bytes > self._budget_bytes and len(self._pixmaps) > 1:
            self._drop(*self._pixmaps.popitem(last=False))

    def _drop(self, job: Job, pixmap: QPixmap) -> None:
        self._used_bytes -= cost(pixmap)
        self._sides[job.photo_id].remove(job.side_px)
        if not self._sides[job.photo_id]:
            del self._sides[job.photo_id]

    def _report(self, error: Exception) -> None:
        if type(error) not in self._reported:
            self._reported.add(type(error))
            sys.excepthook(type(error), error, error.__traceback__)


def stored_px(side_px: int) -> int:
    """The longest side worth decoding for a square of this many device pixels; stored thumbnails have no more."""
    return min(side_px, LARGEST_STORED_PX)


def decoded(content: bytes | None, side_px: int) -> QImage:
    """The picture, its longest side at most ``side_px``; a null image if there is none or it is broken."""
    if not content:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if max(size.width(), size.height()) > side_px:
        reader.setScaledSize(fitted(size, side_px))
    image = reader.read()
    return image if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


def fitted(size: QSize, side_px: int) -> QSize:
    """The size with its longest side made ``side_px``, never thinner than one pixel."""
    return size.scaled(side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def cost(pixmap: QPixmap) -> int:
    """Bytes of a pixmap in the budget."""
    return pixmap.width() * pixmap.height() * 4 or NOTHING_BYTES


def in_order(visible: Sequence[int], ahead: Sequence[int], behind: Sequence[int]) -> list[int]:
    """The order of loading: what is on screen, the page after it, the page before it beginning next to the screen."""
    return [*visible, *ahead, *reversed(behind)]
