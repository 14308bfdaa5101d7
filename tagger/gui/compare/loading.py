"""Filling sides with photos: what is known first, then the thumbnail, then the photo itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QImage

from tagger.entities import Photo, PhotoId, PhotoState
from tagger.errors import PhotoError
from tagger.gui.compare.side import Side
from tagger.gui.session import Session
from tagger.gui.viewer.loader import PhotoLoader
from tagger.store import photos


class ShowPicture(Protocol):
    """Shows the picture of a side; a better one follows until it is ``sharp``."""

    def __call__(self, side: Side, image: QImage, *, sharp: bool) -> None: ...


class Loading:
    """Loads photos for sides; what arrives after a side was given another photo is dropped."""

    def __init__(
        self,
        session: Session,
        loader: PhotoLoader,
        show_photo: Callable[[Side, Photo], object],
        show_picture: ShowPicture,
    ) -> None:
        self._session, self._loader = session, loader
        self._show_photo, self._show_picture = show_photo, show_picture
        self._generation: dict[Side, int] = {}

    def put(self, side: Side, photo_id: PhotoId) -> None:
        """Fill a side with a photo."""
        self.forget(side)
        self._session.start(self._load(side, photo_id, self._generation[side]))

    def forget(self, side: Side) -> None:
        """Let a side stay as it is, whatever is on its way to it."""
        self._generation[side] = self._generation.get(side, 0) + 1

    async def _load(self, side: Side, photo_id: PhotoId, generation: int) -> None:
        photo = await self._session.read(photos.photo, photo_id)
        if photo is not None and generation == self._generation[side]:
            self._show_photo(side, photo)
            if photo.state is PhotoState.OK:
                await self._load_picture(side, photo, generation)

    async def _load_picture(self, side: Side, photo: Photo, generation: int) -> None:
        content = await self._session.call(self._session.tagger.thumbnails.get, photo.id)
        if content and generation == self._generation[side]:
            self._show_picture(side, QImage.fromData(content), sharp=False)
        try:
            picture = await self._loader.load(photo)
        except PhotoError as error:
            if generation == self._generation[side]:
                side.viewer.show_error(error.message, error.advice)
            return
        if generation == self._generation[side]:
            self._show_picture(side, picture, sharp=True)
