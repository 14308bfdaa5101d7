"""Uploadcare at work: upload, have it looked at, fetch the result, delete.

The handle of a photo is the id of its file and how far it has come, so that a restart goes on where it stood:

    <file> auto        version 0.6: the service looks at it by itself
    <file> new         uploaded; nothing is paid yet
    <file> asked       the add-on is being asked, which is paid: after this it is never asked a second time
    <file> <request>   the service's id of the request

The operation follows.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tagger.backends.online import choice, whole
from tagger.backends.outgoing import leaving, pack
from tagger.backends.reading import text
from tagger.backends.uploadcare import VERSIONS, chosen_operations
from tagger.backends.uploadcare.results import ADDONS, SwitchedOff, fingerprint, of_version_06, of_version_07
from tagger.backends.uploadcare.service import TITLE, Service, is_id
from tagger.backends.uploadcare.uploads import MOST_IDLE, Upload, Uploads
from tagger.entities import PhotoId
from tagger.errors import BackendError, BackendRefused, OutcomeUnknown, PhotoError, PhotoRefused, RetryLater
from tagger.recognition.backend import Answer, BackendConfig, Failure, PhotoInput, Recognition

SEARCH_S = 120.0
"""How long a result is looked for whose request was lost."""
DELETE_AGAIN_S = 1.0
CLOSE_S = 5.0
AFTER_S = 2.0
TIDY_S, TIDY_SIDE_BY_SIDE = 20.0, 6
MOST_REMEMBERED = 50_000
TRY_S, TRY_EVERY_S = 60.0, 1.0

log = logging.getLogger(__name__)


class Uploadcare:
    """Implements `Submitter`, `Fetcher`, `Tidier` and `Tester`. One photo a handle."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or a key makes no sense.
        """
        self._service = Service(config)
        self._version = choice(config.options, "api_version", VERSIONS)
        self._side = whole(config.options, "longest_side_px", 80, 10_000)
        self._quality = whole(config.options, "quality", 1, 95)
        self._uploads = Uploads(chosen_operations(config.options))
        # Steps about to be taken in this process; those of an earlier one may have been.
        self._to_ask: set[tuple[str, str]] = set()
        self._not_asked: dict[tuple[str, str], BackendError] = {}
        self._searched_since: dict[tuple[str, str], float] = {}
        self._gone: dict[str, None] = {}

    async def submit(self, photos: Sequence[PhotoInput], operation: str) -> str:
        """Upload one photo, unless it is there for another of its operations.

        Raises:
            BackendError: as the protocol has it.
        """
        (photo,) = photos
        if operation not in ADDONS:
            raise BackendRefused(f"{TITLE} cannot {operation!r}.", f"It can {', '.join(ADDONS)}.")
        async with self._uploads.lock(photo.id):
            there = self._uploads.use(photo.id, operation)
            file_id = await self._upload(photo, operation) if there is None else there.file_id
        if there is not None:  # it is paid by itself, so the budget is asked, but nothing leaves again
            await self._pay(photo, there, operation)
        automatic = self._version == "0.6" and operation == "recognise"
        return f"{file_id} {'auto' if automatic else 'new'} {operation}"

    async def _upload(self, photo: PhotoInput, operation: str) -> str:
        try:
            parcel = await asyncio.to_thread(pack, photo, self._side, self._quality)
        except PhotoError as error:
            raise PhotoRefused(error.message, error.advice) from error
        async with leaving(photo, parcel):
            file_id = await self._service.upload(parcel)
        self._uploads.add(photo.id, file_id, parcel.name, operation)
        return file_id

    async def _pay(self, photo: PhotoInput, upload: Upload, operation: str) -> None:
        try:
            await photo.leaving(upload.name, 0)
        except BackendError:
            await self._release(_Step(upload.file_id, "new", operation))
            raise
        await photo.left("uploaded before")

    async def poll(self, handle: str, photo_ids: Sequence[PhotoId]) -> Sequence[Answer] | str | None:
        """Go one step further with a photo.

        Raises:
            BackendError: as the protocol has it.
        """
        step = _Step.read(handle)
        (photo_id,) = photo_ids
        if step.stage == "asked" and step.key in self._to_ask:
            return await self._ask(step)
        try:
            if step.stage == "new":
                return self._announce(step)
            ready = not is_id(step.stage) or await self._is_done(step)
            result = await self._result(photo_id, step) if ready else None
        except (PhotoRefused, SwitchedOff) as error:
            if error.http_status == 404:
                self._uploads.forget(step.file_id)
            await self._release(step)
            return [Failure(photo_id, error)]
        if result is None:
            if step.stage == "asked":
                await self._search_on(step)
            return None
        return [await self._finished(step, result)]

    async def fetch(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Recognition]:
        """Results of files that the project already has, found by the names the photos were sent under.

        Raises:
            BackendError: the list cannot be had.
        """
        old = self._version == "0.6" and operation == "recognise"
        version = "0.6" if old else "0.7"
        query = {"add_fields": "rekognition_info", "limit": "1000"} if old else {"include": "appdata", "limit": "100"}
        by_name = {name: photo.id for photo in photos for name in photo.sent_names}
        found: dict[PhotoId, Recognition] = {}
        async for info in self._service.files(version, query | {"removed": "false"}):
            photo_id = by_name.get(text(info.get("original_filename")))
            if photo_id is not None:
                with contextlib.suppress(BackendError):  # one that cannot be read is none
                    result = of_version_06(photo_id, info) if old else of_version_07(photo_id, operation, info)
                    # It is there, so it was left behind: the job that is done by this remembers it.
                    left = (
                        "" if self._service.keep or not is_id(info.get("uuid")) else f"{info['uuid']} kept {operation}"
                    )
                    found |= {} if result is None else {photo_id: replace(result, left_behind=left)}
        return list(found.values())

    async def kept(self, handles: Sequence[str]) -> Mapping[str, bool]:
        """Delete the uploads of which the last operation is done and stored."""
        outcome = {handle: await self._release(_Step.read(handle)) for handle in handles}
        return {handle: gone for handle, gone in outcome.items() if gone is not None}

    async def tidy(self, handles: Sequence[str], needed: Sequence[str]) -> Sequence[str]:
        """Delete uploads that earlier work left for operations that did not come, or could not delete."""
        used = {_file_of(handle) for handle in needed}
        left = dict.fromkeys(file_id for handle in handles if (file_id := _file_of(handle)) not in used)
        room = asyncio.Semaphore(TIDY_SIDE_BY_SIDE)

        async def clear(file_id: str) -> None:
            async with room:
                self._uploads.forget(file_id)
                if file_id not in self._gone:
                    await self._clear(file_id)

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TIDY_S):
                await asyncio.gather(*map(clear, left))
        return [handle for handle in handles if _file_of(handle) in self._gone]

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the keys: with a photo by having it recognised, without one by asking for the list of files.

        Raises:
            BackendError: they do not work.
        """
        if photo is None:
            async for _ in self._service.files(self._version, {"limit": "1"}):
                break
            return f"{TITLE} takes the keys."
        handle: str = await self.submit([photo], "recognise")
        try:
            return await self._tried(photo, handle)
        finally:
            await self.tidy([handle], [])

    async def _tried(self, photo: PhotoInput, handle: str) -> str:
        until = time.monotonic() + TRY_S
        while time.monotonic() < until:
            answers = await self.poll(handle, [photo.id])
            if isinstance(answers, str):
                handle = answers
            elif answers is not None:
                return _told(answers[0])
            else:
                await asyncio.sleep(TRY_EVERY_S)
        raise RetryLater(f"{TITLE} takes the keys, but was not done within {TRY_S:.0f} seconds.", "Try again later.")

    async def close(self) -> None:
        """Delete what waits for operations that did not come, and close the connections."""
        try:
            async with asyncio.timeout(CLOSE_S):
                await asyncio.gather(*(self._clear(file_id) for file_id in self._uploads.idle(0)))
        except TimeoutError:
            log.info("Uploads could not be deleted at %s in time", TITLE)
        finally:
            await self._service.close()

    def _announce(self, step: _Step) -> str:
        """Have it stored that the add-on is going to be asked, before it is."""
        error = self._not_asked.pop(step.key, None)
        if error is not None:
            raise error
        self._to_ask.add(step.key)
        return step.at("asked")

    async def _ask(self, step: _Step) -> str | None:
        """Pay for the add-on, once: if the answer is lost, the result is looked for at the file."""
        self._to_ask.discard(step.key)
        first = self._uploads.asks_first(step.file_id, step.operation)
        try:
            request_id = await self._service.execute(ADDONS[step.operation], step.file_id)
        except OutcomeUnknown:
            return None
        except BackendError as error:  # nothing was paid: have that stored first, then say so
            self._not_asked[step.key] = error
            return step.at("new")
        if request_id is None and first:  # the service is at another operation of this file
            self._not_asked[step.key] = RetryLater(f"{TITLE} looks at one thing after the other.", after_s=AFTER_S)
            return step.at("new")
        return None if request_id is None else step.at(request_id)

    async def _is_done(self, step: _Step) -> bool:
        """Whether the result may be there.

        Raises:
            PhotoRefused: the add-on failed.
            OutcomeUnknown: the service does not know the request any more.
        """
        status, made = await self._service.status(ADDONS[step.operation], step.stage)
        if status == "in_progress":
            return False
        if status == "error":
            raise PhotoRefused(f"{TITLE} could not analyse the photo.")
        if status != "done":
            await self._search_on(step)
        elif is_id(made.get("file_id")):  # a picture without its background, which nobody asked for
            await self._clear(str(made["file_id"]))
        return True

    async def _search_on(self, step: _Step) -> None:
        """Look a while longer for a result that nobody announced.

        Raises:
            OutcomeUnknown: that was long enough.
        """
        since = self._searched_since.setdefault(step.key, time.monotonic())
        if time.monotonic() - since > SEARCH_S:
            await self._release(step)
            raise OutcomeUnknown(f"{TITLE} was asked, but there is no result.", "It may have been charged.")

    async def _result(self, photo_id: PhotoId, step: _Step) -> Recognition | None:
        if step.stage == "auto":
            info = await self._service.file(step.file_id, "0.6", {"add_fields": "rekognition_info"})
            return of_version_06(photo_id, info)
        info = await self._service.file(step.file_id, "0.7", {"include": "appdata"})
        return of_version_07(photo_id, step.operation, info)

    async def _finished(self, step: _Step, result: Recognition) -> Recognition:
        told = dict(result.facts)
        if step.operation == "recognise":
            with contextlib.suppress(BackendError):  # it is the least of what was asked for
                told |= fingerprint(await self._service.fingerprint(step.file_id))
        if self._service.keep:
            await self._release(step)
            return replace(result, facts=told)
        # Not deleted yet: what was paid for would be lost if the program ended before it is stored.
        return replace(result, facts=told, left_behind=step.at("kept"))

    async def _release(self, step: _Step) -> bool | None:
        """An operation is done with its file: delete it if it was the last. None while it is needed.

        One of an earlier run is left for `tidy`: who knows which operations still need it.
        """
        self._searched_since.pop(step.key, None)
        done = self._uploads.finished(step.file_id, step.operation)
        for file_id in self._uploads.idle(MOST_IDLE):
            await self._clear(file_id)
        return await self._clear(step.file_id) if done else None

    async def _clear(self, file_id: str) -> bool:
        """Delete what was uploaded, unless it is to be kept; False where that failed."""
        if self._service.keep:
            self._remember_gone(file_id)
            return True
        for pause in (0.0, DELETE_AGAIN_S):
            await asyncio.sleep(pause)
            with contextlib.suppress(BackendError):
                await self._service.delete(file_id, self._version)
                self._remember_gone(file_id)
                return True
        log.info("An upload could not be deleted at %s", TITLE)
        return False

    def _remember_gone(self, file_id: str) -> None:
        """It need not be deleted again; not without end is it remembered."""
        self._gone[file_id] = None
        if len(self._gone) > MOST_REMEMBERED:
            del self._gone[next(iter(self._gone))]


@dataclass(frozen=True, slots=True)
class _Step:
    """A handle: the file, how far it has come, and what for."""

    file_id: str
    stage: str
    operation: str

    @property
    def key(self) -> tuple[str, str]:
        """Which of all steps under way it is."""
        return self.file_id, self.operation

    @classmethod
    def read(cls, handle: str) -> _Step:
        return cls(*handle.split(" "))

    def at(self, stage: str) -> str:
        return f"{self.file_id} {stage} {self.operation}"


def _file_of(handle: str) -> str:
    return handle.partition(" ")[0]


def _told(answer: Answer) -> str:
    if isinstance(answer, Failure):
        raise answer.error
    labels = ", ".join(sorted({detection.label for detection in answer.detections})[:8]) or "nothing"
    return f"{TITLE} sees {labels}."
