"""A library over a few folders that is indexed in this process, so that a test may index it many times."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import PhotoId, TagPath
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library import index
from tagger.library.index import IndexSummary, index_folders
from tagger.library.workers import ReadingTask, ReadPhoto
from tagger.review import tagging
from tagger.store import photos
from tagger.store.store import Store


class PoolOfNone:
    """Reads each photo at once, in place of worker processes."""

    capacity = 1

    def __init__(self, _workers: int, read: ReadPhoto) -> None:
        self._read = read
        self._done: list[tuple[ReadingTask, object]] = []

    @property
    def in_flight(self) -> int:
        return len(self._done)

    def submit(self, task: ReadingTask) -> None:
        self._done.append((task, self._read(task.path, task.sidecars)))

    def finished(self, _timeout_s: float) -> list[tuple[ReadingTask, object]]:
        done, self._done = self._done, []
        return done

    def stop(self) -> None:
        self._done.clear()


def picture(number: int) -> bytes:
    """A JPEG: every number another picture, none like another."""
    image = Image.frombytes("L", (8, 8), hashlib.shake_128(b"%d" % number).digest(64)).resize((48, 32)).convert("RGB")
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    return file.getvalue()


class Archive:
    """A library and the folders it is of."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(index, "ReadingPool", PoolOfNone)
        self.place = place
        self.root = place / "photos"
        self.root.mkdir()
        self.store = Store.open(place / "home/library.tagger")
        self.thumbnails = ThumbnailCache(place / "home/library.thumbnails")
        self._clock = 1_700_000_000_000_000_000

    def close(self) -> None:
        self.thumbnails.close()
        self.store.close()

    def add(self, name: str, number: int) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture(number))
        return self.stamp(path)

    def stamp(self, path: Path) -> Path:
        """Give a file a time of its own."""
        self._clock += 1_000_000_000
        os.utime(path, ns=(self._clock, self._clock))
        return path

    def copy(self, path: Path, to: Path) -> Path:
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
        return self.stamp(to)

    def index(self, *folders: Path) -> IndexSummary:
        return index_folders(self.store, self.thumbnails, [str(folder) for folder in folders or (self.root,)])

    def id(self, path: Path) -> PhotoId:
        found = self.store.read(lambda db: photos.id_of(db, str(path)))
        assert found is not None, path
        return found

    def tag(self, path: Path, *names: str) -> PhotoId:
        photo_id = self.id(path)
        self.store.write(lambda db: tagging.change_tags(db, [photo_id], add=[TagPath(n) for n in names])).result()
        return photo_id

    def tags(self) -> dict[str, set[str]]:
        """Tags of the photos whose files are there, by path below the place."""
        every = self.store.read(lambda db: list(photos.photos(db, [i for (i,) in db.execute("SELECT id FROM photos")])))
        return {os.path.relpath(p.path, self.place): set(p.tags) for p in every if p.state != "missing"}

    def missing(self) -> dict[str, set[str]]:
        """Tags of the photos that are missing."""
        every = self.store.read(lambda db: list(photos.photos(db, [i for (i,) in db.execute("SELECT id FROM photos")])))
        return {os.path.relpath(p.path, self.place): set(p.tags) for p in every if p.state == "missing"}
