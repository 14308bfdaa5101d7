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
        self.sent_names: tuple[str, ...] = ()
        self.sizes: list[int] = []
        self.statuses: list[tuple[str, bool]] = []
        self.may_leave: Exception | None = None
        self.public_url: str | None = None

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        try:
            with Image.open(self._path) as image:
                result = image.convert("RGB")
        except OSError as error:
            raise PhotoError(f"{self._path.name} cannot be read") from error
        if longest_side_px is not None and max(result.size) > longest_side_px:
            result.thumbnail((longest_side_px, longest_side_px), Image.Resampling.BILINEAR, reducing_gap=2.0)
        return result

    async def leaving(self, name: str, size_bytes: int) -> None:
        if self.may_leave is not None:
            raise self.may_leave
        self.sent_names += (name,)
        self.sizes.append(size_bytes)

    async def left(self, status: str, *, charged: bool = True) -> None:
        self.statuses.append((status, charged))


def photo_with_everything(folder: Path, number: int = 1) -> PhotoFile:
    """A JPEG whose metadata says SECRET in every way it can: EXIF with GPS, XMP, a comment, a thumbnail's place."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = "SECRET"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    exif.get_ifd(0x8769)[0xA431] = "SECRET-SERIAL"
    path = folder / f"secret-name-{number}.jpg"
    image = Image.radial_gradient("L").convert("RGB").resize((320, 200))
    image.save(path, exif=exif, comment=b"SECRET", xmp=b"<x:xmpmeta>SECRET</x:xmpmeta>")
    return PhotoFile(path, number)
