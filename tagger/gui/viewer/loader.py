"""Decoding photos for the viewer, in worker threads, with the last few kept."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from tagger.entities import Photo, PhotoId, PhotoState
from tagger.errors import PhotoError
from tagger.gui.session import Session

if TYPE_CHECKING:
    from PIL import Image

_KEPT_BYTES = 512 * 1024 * 1024


class PhotoLoader:
    """Decoded photos as pictures Qt can draw. Photos shown again, or asked for ahead, come at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: OrderedDict[PhotoId, QImage] = OrderedDict()

    async def load(self, photo: Photo) -> QImage:
        """The upright photo in full size.

        Raises:
            PhotoError: it cannot be decoded.
        """
        picture = self._kept.pop(photo.id, None)
        if picture is None:
            picture = await self._session.decode(_decoded, photo.path)
        self._kept[photo.id] = picture
        while sum(each.sizeInBytes() for each in self._kept.values()) > _KEPT_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)
        return picture

    async def prepare(self, photo: Photo | None) -> None:
        """Load a photo that will probably be looked at next; whatever is wrong with it is told when it is."""
        if photo is not None and photo.state is PhotoState.OK and photo.id not in self._kept:
            with contextlib.suppress(PhotoError):
                await self.load(photo)


def picture_of(image: Image.Image) -> QImage:
    """A Pillow image (RGB) as a picture of Qt's own fastest format."""
    data = image.convert("RGB").tobytes()
    # Qt fills the fourth byte, which where it is zero may come out as a hole; the converted picture owns its memory.
    borrowed = QImage(data, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def _decoded(path: str) -> QImage:
    from tagger.imaging.decode import decode

    return picture_of(decode(path))
