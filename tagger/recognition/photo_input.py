"""Photos as backends receive them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from tagger.entities import PhotoId
from tagger.imaging.decode import decode


@dataclass(frozen=True, slots=True)
class LocalPhoto:
    """A photo of the library that renders itself from its file; backends never see the path."""

    id: PhotoId
    path: str = field(repr=False)

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        """The upright photo as RGB without any metadata.

        Raises:
            PhotoError: the file cannot be decoded.
        """
        return decode(self.path, longest_side_px)
