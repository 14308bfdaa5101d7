"""The embedded backend at work: photos side by side in threads of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from PIL import Image

from tagger.backends.onnx.pipeline import MODEL, Pipeline, blank_photo
from tagger.backends.onnx.settings import read_options
from tagger.entities import PhotoId
from tagger.errors import BackendRefused, PhotoError
from tagger.recognition.backend import Answer, BackendConfig, Failure, PhotoInput

OPERATION = "recognise"


class OnnxBackend:
    """Recognises photos on this machine. Implements `Recogniser` and `Tester`."""

    def __init__(self, config: BackendConfig) -> None:
        """Load the networks; takes some 200 ms.

        Raises:
            BackendUnavailable: a model file is missing or damaged, or a setting makes no sense.
        """
        options = read_options(config.options)
        self._pipeline = Pipeline(options)
        self._pool = ThreadPoolExecutor(options.workers, thread_name_prefix="recognise")
        self._closed = threading.Event()

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        """One answer for each photo, in their order.

        Cancelling drops the photos that wait, and stops those under way after the network they are in.

        Raises:
            BackendRefused: the operation is unknown, or the backend is closed.
        """
        if operation != OPERATION:
            raise BackendRefused(f"The embedded backend cannot {operation!r}.", f"It can {OPERATION!r}.")
        stop = threading.Event()
        work = [self._submit(photo, stop) for photo in photos]
        try:
            return await asyncio.gather(*(asyncio.wrap_future(future) for future in work))
        finally:
            # Reached with work left only when cancelled, or when one photo met a bug.
            stop.set()
            for future in work:
                future.cancel()

    async def test(self, photo: PhotoInput | None) -> str:
        """Run all networks once.

        Raises:
            PhotoRefused: the photo given cannot be decoded.
        """
        answer = await asyncio.wrap_future(self._submit(photo or _BlankPhoto(), threading.Event()))
        if isinstance(answer, Failure):
            raise answer.error
        return f"{MODEL} works on this machine; {len(answer.detections)} suggestions for the photo tried."

    async def close(self) -> None:
        """Let the photos under way end and release the threads."""
        self._closed.set()
        await asyncio.to_thread(self._pool.shutdown, wait=True, cancel_futures=True)

    def _submit(self, photo: PhotoInput, stop: threading.Event) -> Future[Answer]:
        if self._closed.is_set():
            raise BackendRefused("The embedded backend is closed.")
        return self._pool.submit(self._answer, photo, stop)

    def _answer(self, photo: PhotoInput, stop: threading.Event) -> Answer:
        try:
            return self._pipeline.recognise(photo, stop)
        except PhotoError as error:
            return Failure(photo.id, error)


class _BlankPhoto:
    """Something to look at when no photo is given."""

    id = PhotoId(0)
    sent_names = ()
    public_url = None

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        return blank_photo()

    async def leaving(self, name: str, size_bytes: int) -> None:
        """It never does."""

    async def left(self, status: str, *, charged: bool = True) -> None:
        """It never did."""
