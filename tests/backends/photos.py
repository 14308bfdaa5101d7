"""Photos as the queue hands them to a backend."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tagger.entities import PhotoId
from tagger.errors import PhotoError


class PhotoFile:
    """A file; what cannot be decoded raises `PhotoError`."""

    def __init__(self, path: Path, number: int = 1) -> None:
        self._path = path
        self.id = PhotoId(number)

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        try:
            with Image.open(self._path) as image:
                result = image.convert("RGB")
        except OSError as error:
            raise PhotoError(f"{self._path.name} cannot be read") from error
        if longest_side_px is not None and max(result.size) > longest_side_px:
            result.thumbnail((longest_side_px, longest_side_px), Image.Resampling.BILINEAR, reducing_gap=2.0)
        return result
