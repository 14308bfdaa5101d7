"""Image Intelligence at work: photos are handed over as one job, asked for by its id, and answered together.

The handle of a job holds its id and what each random id stands for, so that a restart asks and does not send again.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from PIL import Image

from tagger.backends.imageintelligence import ID_LENGTH, MOST_IMAGES, TITLE, URL_LENGTH, chosen_operations
from tagger.backends.imageintelligence.results import (
    UNKNOWN,
    WORKING,
    Job,
    Sent,
    answers,
    identities_of,
    images_of,
    status_of,
)
from tagger.backends.imageintelligence.service import Service, StaleToken, TooMuch, is_id
from tagger.backends.online import whole
from tagger.backends.outgoing import Parcel, leaving, wrap
from tagger.backends.reading import text
from tagger.entities import Box, PhotoId
from tagger.errors import (
    BackendError,
    BackendRefused,
    BackendUnavailable,
    OutcomeUnknown,
    PhotoError,
    PhotoRefused,
    RetryLater,
    ServiceFault,
    UsageError,
)
from tagger.recognition.backend import Answer, BackendConfig, Failure, PhotoInput, Recognition, Submission

T = TypeVar("T")
SEARCH_S = 30.0
"""How long a job is looked for whose answer was lost."""
TRY_S, TRY_EVERY_S, TRY_EVERY_MOST_S = 60.0, 0.5, 4.0
MOST_KEPT = 64
MOST_NAMES = 1000
"""Identities of a job that are asked for; a service that tells of more of them is not to be trusted."""
MARGIN = 0.1
"""Of a box that is taught, on each side: detectors want to see a little of what is around."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A photo ready to be handed over."""

    photo: PhotoInput = field(repr=False)
    parcel: Parcel
    image: dict[str, str] = field(repr=False)
    size: tuple[int, int]


class ImageIntelligence:
    """Implements `Submitter`, `Tester` and `Teacher`."""

    def __init__(self, config: BackendConfig) -> None:
        """Check the settings; connect nowhere yet.

        Raises:
            BackendUnavailable: a setting or a secret makes no sense.
        """
        try:
            self._operations = chosen_operations(config.options)
        except UsageError as error:
            raise BackendUnavailable(error.message, error.advice) from None
        self._service = Service(config)
        self._side = whole(config.options, "longest_side_px", 80, 10_000)
        self._quality = whole(config.options, "quality", 1, 95)
        self._least = whole(config.options, "min_confidence", 0, 100) / 100
        self._most = MOST_IMAGES
        self._names: dict[str, str] = {}
        # Jobs that were done when they were sent: nobody has to ask for them.
        self._done: dict[str, dict[str, Any]] = {}
        self._searched_since: dict[str, float] = {}

    async def submit(self, photos: Sequence[PhotoInput], operation: str) -> str | Submission:
        """Hand over as many of the photos as the service takes in one job.

        Raises:
            BackendError: as the protocol has it.
        """
        if operation not in self._operations:
            raise BackendRefused(f"{TITLE} is not set up for {operation!r}.", "Set namespace or classes.")
        await self._service.enter()  # before anything leaves
        failures: list[Failure] = []
        items = await self._packed(photos[: self._most], failures)
        while items:
            given: list[_Item] = []
            try:
                handle = await self._hand_over(items, operation, given, failures)
            except TooMuch as error:
                if len(given) == 1:
                    failures.append(Failure(given[0].photo.id, error))
                    break
                items = given[: len(given) // 2]
                self._most = len(items)
                continue
            except BackendError as error:
                failures += [Failure(item.photo.id, error) for item in given]
                break
            if len(given) == len(photos):
                return handle
            return Submission(handle, tuple(item.photo.id for item in given), tuple(failures))
        if len(photos) == 1:
            raise _as_backends_fail(failures[0].error)
        return Submission(None, (), tuple(failures))

    async def poll(self, handle: str, photo_ids: Sequence[PhotoId]) -> Sequence[Answer] | str | None:
        """The answers of a job, once it is done; first its id, if that was lost.

        Raises:
            BackendError: as the protocol has it.
        """
        job = Job.read(handle)
        if not job.id:
            found = await self._found(job)
            return None if found is None else found.text()
        return await self._answers(job, photo_ids)

    async def _answers(self, job: Job, photo_ids: Sequence[PhotoId]) -> Sequence[Answer] | None:
        content = await self._finished(job)
        if content is None:
            return None
        await self._learn_names(identities_of(images_of(job, content)))
        self._done.pop(job.id, None)
        return answers(job, content, self._names, self._least, photo_ids)

    async def test(self, photo: PhotoInput | None) -> str:
        """Try the keys: with a photo by having it recognised, without one by a question that costs nothing.

        Raises:
            BackendError: they do not work.
        """
        if photo is None:
            await self._service.knock()
            return f"{TITLE} takes the keys."
        job = await self._known(Job.read(str(await self.submit([photo], self._operations[0]))))
        answer = (await self._waited(lambda: self._answers(job, [photo.id])))[0]
        if not isinstance(answer, Recognition):
            raise answer.error
        labels = ", ".join(sorted({detection.label for detection in answer.detections})[:8]) or "nothing"
        return f"{TITLE} sees {labels}."

    async def teach(self, photo: PhotoInput, box: Box, name: str) -> str:
        """Make an identity of what is in a box: the box alone is sent as a job, and its image is given the name.

        "See /identities on how you can create identities with detected objects" is all that the documentation of
        /recognize says; the form is that of the vendor's OpenAPI source: ``POST recognition/identities/{namespace}``
        with ``customId``, here the name, and ``imageIds``, here the id that the job gave the image. So both the part of
        the photo and the name leave the machine, which the user asked for by naming the box. The base is configurable.

        Raises:
            UsageError: the box or the name makes no sense.
            BackendError, PhotoError: it was not learnt.
        """
        told = text(name)
        if not told or len(told) > ID_LENGTH or told.casefold() == UNKNOWN:
            raise UsageError("This is no name that can be taught.", f"Give one to {ID_LENGTH} characters.")
        if "recognise" not in self._operations:
            raise BackendRefused("Without a namespace there are no identities.", "Set namespace.")
        await self._service.enter()
        item = await asyncio.to_thread(self._cropped, photo, box)
        failures: list[Failure] = []
        try:
            handle = await self._hand_over([item], "recognise", [], failures)
        except _NobodyLeft:
            raise failures[0].error from None
        job = await self._known(Job.read(handle))
        image = images_of(job, await self._waited(lambda: self._finished(job))).get(next(iter(job.images)), {})
        if not is_id(image.get("id")) or not image.get("objects"):
            raise PhotoRefused(f"{TITLE} finds nothing in the box that it could recognise.", "Draw the box larger.")
        identity = await self._service.create_identity(told, image["id"])
        self._names[identity] = told
        return identity

    async def close(self) -> None:
        """Close the connections."""
        await self._service.close()

    async def _packed(self, photos: Iterable[PhotoInput], failures: list[Failure]) -> list[_Item]:
        """What is to be handed over; a photo that cannot be is added to the failures."""
        items: list[_Item] = []
        for photo in photos:
            try:
                items.append(await asyncio.to_thread(self._item, photo))
            except (PhotoError, PhotoRefused) as error:
                failures.append(Failure(photo.id, error))
        return items

    def _item(self, photo: PhotoInput) -> _Item:
        """Blocking. Of a public photo only the address is sent, but its size is needed for boxes in pixels."""
        if photo.public_url is not None:
            if len(photo.public_url) > URL_LENGTH:
                raise PhotoRefused(f"The photo's public address is longer than {URL_LENGTH} characters.")
            told = {"url": photo.public_url, "customId": uuid.uuid4().hex}
            return _Item(photo, Parcel(b"", photo.public_url), told, photo.image(None).size)
        return self._blob(photo, photo.image(self._side))

    def _cropped(self, photo: PhotoInput, box: Box) -> _Item:
        """Blocking. The box with a margin, no larger than a photo is sent."""
        wide, high = box.w * MARGIN, box.h * MARGIN
        area = Box(box.x - wide, box.y - high, box.w + 2 * wide, box.h + 2 * high).clipped()
        whole_photo = photo.image(None)
        width, height = whole_photo.size
        edges = (area.x * width, area.y * height, (area.x + area.w) * width, (area.y + area.h) * height)
        left, top, right, bottom = map(round, edges)
        if right - left < 1 or bottom - top < 1:
            raise UsageError("There is nothing in this box.", "Give x, y, width and height as parts of the photo.")
        part = whole_photo.crop((left, top, right, bottom))
        part.thumbnail((self._side, self._side))
        return self._blob(photo, part)

    def _blob(self, photo: PhotoInput, image: Image.Image) -> _Item:
        """Blocking. The id is the name that the log of sends has, without its ending."""
        parcel = wrap(image, self._quality)
        blob = base64.b64encode(parcel.jpeg).decode()
        return _Item(photo, parcel, {"blob": blob, "customId": parcel.name.partition(".")[0]}, image.size)

    async def _hand_over(
        self, items: Sequence[_Item], operation: str, given: list[_Item], failures: list[Failure]
    ) -> str:
        """Send one job and return its handle.

        Args:
            items: At least one.
            operation: What for.
            given: Gets the photos that left; those in neither list did not.
            failures: Gets the photos that may not leave.

        Raises:
            TooMuch: the job is too large for the service.
            BackendError: as `Client.call`.
        """
        try:
            return await self._hand_over_once(items, operation, given, failures, renew=True)
        except StaleToken:
            items = given.copy()
            given.clear()
            return await self._hand_over_once(items, operation, given, failures, renew=False)

    async def _hand_over_once(
        self, items: Sequence[_Item], operation: str, given: list[_Item], failures: list[Failure], *, renew: bool
    ) -> str:
        custom_id = uuid.uuid4().hex
        try:
            content = await self._leave(items, operation, custom_id, given, failures, renew=renew)
        except OutcomeUnknown:  # it is looked for by its name
            content = {"id": ""}
        sent = {item.image["customId"]: Sent(item.photo.id, *item.size) for item in given}
        job = Job(content["id"], operation, sent, custom_id)
        if status_of(content) not in ("", WORKING) and len(self._done) < MOST_KEPT:
            self._done[job.id] = content
        return job.text()

    async def _leave(
        self,
        items: Sequence[_Item],
        operation: str,
        custom_id: str,
        given: list[_Item],
        failures: list[Failure],
        *,
        renew: bool,
    ) -> dict[str, Any]:
        """Send those of the photos that may leave; what the service says of the job."""
        async with contextlib.AsyncExitStack() as stack:
            for item in items:
                try:
                    await stack.enter_async_context(leaving(item.photo, item.parcel))
                except PhotoRefused as error:
                    failures.append(Failure(item.photo.id, error))
                except BackendRefused as error:  # the budget is spent: what is left waits for the next
                    failures.append(Failure(item.photo.id, error))
                    break
                else:
                    given.append(item)
            if not given:
                raise _NobodyLeft("None of these photos may leave.")
            images = [item.image for item in given]
            return await self._service.create(operation, custom_id, images, renew=renew)

    async def _known(self, job: Job) -> Job:
        """The job with its id."""
        return job if job.id else await self._waited(lambda: self._found(job))

    async def _found(self, job: Job) -> Job | None:
        """A job whose answer was lost, looked for by the name that it was sent under; None while it is not found.

        Raises:
            OutcomeUnknown: it was looked for long enough, or cannot be.
        """
        since = self._searched_since.setdefault(job.custom_id, time.monotonic())
        content = await self._service.search(job.operation, job.custom_id)
        if content is None and time.monotonic() - since <= SEARCH_S:
            return None
        self._searched_since.pop(job.custom_id)
        if content is None:
            raise OutcomeUnknown(
                f"The answer of {TITLE} was lost, and it knows no such job.", "It may have been charged."
            )
        return replace(job, id=content["id"])

    async def _finished(self, job: Job) -> dict[str, Any] | None:
        """What the service says of a job, once it is done."""
        content = self._done.get(job.id) or await self._service.job(job.operation, job.id)
        status = status_of(content)
        if not status:
            raise ServiceFault(f"The answer of {TITLE} cannot be read: it does not say how far the job is.")
        return None if status == WORKING else content

    async def _learn_names(self, identities: Iterable[str]) -> None:
        """Have the names of identities, each asked for once. One without a name goes by its id."""
        for identity in sorted(set(identities) - self._names.keys())[:MOST_NAMES]:
            name = await self._service.identity(identity)
            self._names[identity] = UNKNOWN if name is None else name or identity

    async def _waited(self, ask: Callable[[], Awaitable[T | None]]) -> T:
        """Ask until there is an answer, with longer and longer pauses."""
        pause, until = TRY_EVERY_S, time.monotonic() + TRY_S
        while time.monotonic() < until:
            found = await ask()
            if found is not None:
                return found
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, TRY_EVERY_MOST_S)
        raise RetryLater(f"{TITLE} was not done within {TRY_S:.0f} seconds.", "Try again later.")


def _as_backends_fail(error: Exception) -> Exception:
    return PhotoRefused(error.message, error.advice) if isinstance(error, PhotoError) else error


class _NobodyLeft(BackendError):
    """None of the photos may leave; the reasons are among the failures."""
