"""Backends that tests script, a registry with one of them, and a library with photos for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tagger.changes import Changes
from tagger.entities import Detection, PhotoId, PhotoReading, Stamp, TagPath
from tagger.recognition.backend import Answer, BackendType, Capabilities, Recognition
from tagger.recognition.dispatcher import Dispatcher
from tagger.recognition.registry import Registry
from tagger.settings import Settings
from tagger.store import Store, folders, jobs, photos

NAME = "onnx"  # the one backend that is configured without a file


class Service:
    """Answers every photo with a dog, unless `answer` says otherwise; counts what it was sent."""

    def __init__(self) -> None:
        self.sent: Counter[int] = Counter()
        self.under_way = 0
        self.most_under_way = 0
        self.opened = 0
        self.closed = 0
        self.seconds = 0.0
        self.away = False

    async def answer(self, photo_ids: Sequence[int]) -> Sequence[Answer]:
        return [dog(photo_id) for photo_id in photo_ids]

    async def recognise(self, inputs: Sequence[Any], operation: str) -> Sequence[Answer]:
        ids = [photo.id for photo in inputs]
        for photo in inputs:
            if self.away:
                await photo.leaving("x.jpg", 1)
        self.sent.update(ids)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(self.seconds)
            return await self.answer(ids)
        finally:
            self.under_way -= 1

    async def close(self) -> None:
        self.closed += 1


class PostOffice:
    """A service in two steps; what was handed in outlives the program, as on a server."""

    def __init__(self) -> None:
        self.parcels: dict[str, list[int]] = {}
        self.sent: Counter[int] = Counter()
        self.polled: Counter[str] = Counter()
        self.ready = True

    async def submit(self, inputs: Sequence[Any], operation: str) -> str:
        handle = f"parcel-{len(self.parcels)}"
        self.parcels[handle] = [photo.id for photo in inputs]
        self.sent.update(self.parcels[handle])
        return handle

    async def poll(self, handle: str, photo_ids: Sequence[PhotoId]) -> Sequence[Answer] | None:
        self.polled[handle] += 1
        assert set(photo_ids) <= set(self.parcels[handle])
        return [dog(photo_id) for photo_id in photo_ids] if self.ready else None

    async def close(self) -> None:
        pass


def dog(photo_id: int, **more: Any) -> Recognition:
    return Recognition(PhotoId(photo_id), (Detection("dog", 0.9),), "test-1", **more)


class Bench:
    """A library with photos, all queued for one scripted backend."""

    def __init__(self, folder: Path, service: Any, *, count: int, **capabilities: Any) -> None:
        self.service = service
        self.store = Store.open(folder / "library.tagger")
        self.ids = self.store.write(lambda db: add_photos(db, count)).result()
        options = {"offline": True, "boxes": True} | capabilities
        if isinstance(service, Service):
            service.away = not options["offline"]
        kind = BackendType(
            NAME, "Test", Capabilities(**options), self.open, tag_for=lambda label: TagPath("Animal|Dog")
        )
        self.registry = Registry(
            Settings.load(folder / "config.toml"), built_in={NAME: "tests.recognition.services:none"}
        )
        self.registry._types[NAME] = kind
        self.kind = kind
        self.changes = Changes()
        self.queue()

    def open(self, config: object) -> Any:
        self.service.opened = getattr(self.service, "opened", 0) + 1
        return self.service

    def queue(self, **more: bool) -> int:
        return self.store.write(lambda db: jobs.enqueue(db, NAME, "recognise", self.ids, **more)).result()

    def dispatcher(self) -> Dispatcher:
        return Dispatcher(self.store, self.registry, self.changes)

    def states(self) -> dict[str, int]:
        return self.store.read(jobs.counts).get(NAME, {})

    def rows(self, sql: str) -> list[Any]:
        return self.store.read(lambda db: db.conn.execute(sql).fetchall())

    def consistent(self) -> bool:
        """A photo has results exactly where its job is done."""
        done = self.rows("SELECT photo_id FROM jobs WHERE state = 'done' ORDER BY photo_id")
        return done == self.rows("SELECT photo_id FROM results ORDER BY photo_id")


def add_photos(db: Any, count: int, folder: str = "/photos") -> list[PhotoId]:
    readings = [PhotoReading(f"{folder}/{i}.jpg", Stamp(1, 1)) for i in range(count)]
    return photos.save_readings(db, folders.add_folder(db, folder), readings).added


Maker = Callable[..., Bench]
