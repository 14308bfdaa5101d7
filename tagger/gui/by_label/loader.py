"""Crops for what is on screen: first from the thumbnails, then sharper from the photos where that is needed."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from tagger.entities import Box, PhotoId, PhotoState
from tagger.gui.grid.thumbnails import cost
from tagger.gui.grid.workers import Workers
from tagger.imaging import crops
from tagger.review.by_label import Shown

DEBOUNCE_MS = 30
BUDGET_BYTES = 128 * 1024 * 1024
TURN_MS = 8


class Job(NamedTuple):
    """A crop to make: of which suggestion, how large in device pixels, and whether the photo is opened for it."""

    shown: Shown
    side_px: int
    sharp: bool


class Crop(NamedTuple):
    """A crop that was made.

    Attributes:
        image: Its pixels; null where there are none.
        final: Whether opening the photo would not make it better.
    """

    image: QImage
    final: bool


class CropLoader(QObject):
    """Makes crops in threads of its own and keeps the newest as pixmaps; what is wanted may be replaced at any time.

    Signals:
        ready: list[int] of suggestions whose crop (or the lack of one) is known now.
    """

    ready = Signal(list)

    def __init__(
        self,
        thumbnail: Callable[[PhotoId], bytes | None],
        parent: QObject | None = None,
        *,
        threads: int = 2,
        budget_bytes: int = BUDGET_BYTES,
    ) -> None:
        super().__init__(parent)
        self._budget_bytes = budget_bytes
        self._used_bytes = 0
        self._kept: OrderedDict[tuple[int, int], tuple[QPixmap, bool]] = OrderedDict()
        self._sides: dict[int, int] = {}
        self._wanted: Sequence[Shown] = ()
        self._visible = 0
        self._side_px = 0
        self._generation = 0
        self._asked: set[Job] = set()
        self._answered: set[Job] = set()
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._start)
        self._workers: Workers[Job, Crop] = Workers(lambda job: made(job, thumbnail), threads, self)
        self._workers.finished.connect(self._collect)

    @property
    def used_bytes(self) -> int:
        """Bytes of pixels kept now."""
        return self._used_bytes

    def find(self, suggestion_id: int, side_px: int) -> QPixmap | None:
        """The crop for a square of ``side_px`` device pixels, also of another size meanwhile.

        Returns:
            The pixmap; a null one if there is none; None if nothing is known yet.
        """
        key = (suggestion_id, side_px)
        if key not in self._kept:
            key = (suggestion_id, self._sides.get(suggestion_id, side_px))
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def want(self, shown: Sequence[Shown], visible: int, side_px: int) -> None:
        """Make these next, the first ``visible`` of them sharp, instead of what was wanted before."""
        self._wanted, self._visible, self._side_px = shown, visible, side_px
        self._asked.clear()
        self._answered.clear()
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """Other suggestions are reviewed now: what is on its way is not wanted any more."""
        self._generation += 1
        self._wanted = ()
        self._asked.clear()
        self._workers.replace([], self._generation)

    def busy(self) -> bool:
        """Whether something wanted is still on its way."""
        return self._timer.isActive() or not self._asked <= self._answered

    def stop(self) -> None:
        """Give up what waits and end the threads; returns when they have ended."""
        self._timer.stop()
        self._wanted = ()
        self._workers.stop()

    def _jobs(self) -> list[Job]:
        soft, sharp = [], []
        for place, each in enumerate(self._wanted):
            kept = self._kept.get((each.id, self._side_px))
            if kept is None:
                soft.append(Job(each, self._side_px, False))
            elif not kept[1] and place < self._visible:
                sharp.append(Job(each, self._side_px, True))
        return soft + sharp

    def _start(self) -> None:
        # Nothing is made twice for one wish: more than the budget holds would be made and dropped for ever.
        jobs = [job for job in self._jobs() if job not in self._answered]
        self._asked.update(jobs)
        self._workers.replace(jobs, self._generation)

    def _collect(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        arrived = []
        while clock.elapsed() < TURN_MS and (result := self._workers.take()):
            job, generation, outcome = result
            self._answered.add(job)
            if isinstance(outcome, Exception):
                sys.excepthook(type(outcome), outcome, outcome.__traceback__)
            if generation == self._generation:
                self._keep(job, outcome if isinstance(outcome, Crop) else Crop(QImage(), True))
                arrived.append(int(job.shown.id))
        self._workers.drained()
        if arrived:
            self.ready.emit(arrived)
            if self._wanted and not self._timer.isActive():
                self._start()

    def _keep(self, job: Job, crop: Crop) -> None:
        key = (int(job.shown.id), job.side_px)
        old = self._kept.pop(key, None)
        if old is not None:
            self._used_bytes -= cost(old[0])
        # A photo that cannot be opened leaves what its thumbnail gave.
        lacking = crop.image.isNull() and old is not None
        pixmap = old[0] if lacking and old is not None else QPixmap.fromImage(crop.image)
        self._kept[key] = (pixmap, crop.final or lacking)
        self._sides[key[0]] = key[1]
        self._used_bytes += cost(pixmap)
        while self._used_bytes > self._budget_bytes and len(self._kept) > 1:
            (gone, side_px), (dropped, _final) = self._kept.popitem(last=False)
            self._used_bytes -= cost(dropped)
            if self._sides.get(gone) == side_px:
                del self._sides[gone]


def made(job: Job, thumbnail: Callable[[PhotoId], bytes | None]) -> Crop:
    """Make one crop; runs in a thread.

    Raises:
        PhotoError: the photo had to be opened and cannot be.
    """
    shown = job.shown
    full = (shown.width, shown.height)
    part = crops.part(shown.box, *full) if shown.box is not None and min(full) > 0 else None
    if job.sharp:
        return Crop(picture(crops.from_photo(shown.path, part, full, job.side_px)), True)
    content = thumbnail(shown.photo_id)
    if not content:
        return Crop(QImage(), shown.state is not PhotoState.OK or min(full) <= 0)
    try:
        image, size = crops.from_thumbnail(content, part, job.side_px)
    except OSError:
        return Crop(QImage(), False)
    return Crop(picture(image), _final(shown, part, size, job.side_px))


def picture(image: Image.Image) -> QImage:
    """The pixels of an RGB image as Qt paints them fastest."""
    content = image.tobytes()
    return QImage(content, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def _final(shown: Shown, part: Box | None, size: tuple[int, int], side_px: int) -> bool:
    openable = shown.state is PhotoState.OK and min(shown.width, shown.height) > 0
    return not openable or crops.suffices(part, size, max(shown.width, shown.height), side_px)
