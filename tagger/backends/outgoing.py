"""The picture that leaves the machine: a fresh JPEG with nothing in it but pixels, under a name that says nothing."""

from __future__ import annotations

import asyncio
import contextlib
import io
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

from PIL import Image

from tagger.errors import (
    BackendError,
    BackendRefused,
    OutcomeUnknown,
    PhotoRefused,
    RetryLater,
    ServiceFault,
    ServiceUnreachable,
)
from tagger.recognition.backend import PhotoInput

NOT_SENT = "nothing was sent"
"""What a cancelled call says where it had not begun to send."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A photo as it is sent: the JPEG, and the random name it goes by."""

    jpeg: bytes = field(repr=False)
    name: str


def pack(photo: PhotoInput, longest_side_px: int, quality: int) -> Parcel:
    """Make what is sent of a photo: upright, no larger than asked, without any metadata. Blocking.

    Args:
        photo: Renders itself.
        longest_side_px: A larger photo is scaled down to it.
        quality: Of JPEG, 1..95.

    Raises:
        PhotoError: the file cannot be decoded.
    """
    return wrap(photo.image(longest_side_px), quality)


def wrap(image: Image.Image, quality: int) -> Parcel:
    """Make what is sent of an upright picture, as `pack` does of a photo."""
    # A canvas of our own: whatever the decoder noted (comment, profile, thumbnail) stays with the picture it read.
    fresh = Image.new("RGB", image.size)
    fresh.paste(image)
    buffer = io.BytesIO()
    fresh.save(buffer, "JPEG", quality=quality, optimize=False)
    return Parcel(buffer.getvalue(), f"{uuid.uuid4().hex}.jpg")


@contextlib.contextmanager
def before_sending() -> Iterator[None]:
    """What is cancelled in here has sent nothing yet of a photo that is `leaving`."""
    try:
        yield
    except asyncio.CancelledError:
        raise asyncio.CancelledError(NOT_SENT) from None


@contextlib.asynccontextmanager
async def leaving(photo: PhotoInput, parcel: Parcel) -> AsyncIterator[None]:
    """Log that a photo leaves, do what is in the block, and log what became of it.

    Raises:
        BackendRefused, PhotoRefused: it may not leave; nothing in the block has run.
    """
    await photo.leaving(parcel.name, len(parcel.jpeg))
    try:
        yield
    except BaseException as error:
        status, charged = _outcome(error)
        await photo.left(status, charged=charged)
        raise
    await photo.left("answered")


def _outcome(error: BaseException) -> tuple[str, bool]:
    """What the log says of an error, and whether the service may have charged for it."""
    if isinstance(error, asyncio.CancelledError) and NOT_SENT in error.args:
        return "not sent", False
    status = error.http_status if isinstance(error, BackendError) else None
    shown = "" if status is None else f" ({status})"
    match error:
        case ServiceUnreachable():
            return "not sent", False
        case ServiceFault():
            return f"failed{shown}", status is not None
        case RetryLater():
            return f"turned away{shown}", False
        case PhotoRefused():  # with a status of success the service did what it is paid for
            return f"refused{shown}", status is not None and status < 300
        case BackendRefused():
            return f"refused{shown}", False
        case OutcomeUnknown():
            return f"unknown{shown}", True
    return "stopped", True
