"""Photos as backends receive them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from tagger.entities import PhotoId
from tagger.imaging.decode import decode
from tagger.recognition.ledger import Ledger


@dataclass(slots=True, eq=False)
class LocalPhoto:
    """A photo of the library that renders itself from its file; backends never see the path.

    Attributes:
        id: Of the photo.
        path: Of its file.
        ledger: Logs that it leaves; without one it cannot.
        sent_names: What it went by before.
        public_url: Where the file is public, by the user's own word.
        may_have_left: It was given to be sent, and nobody has said since that nothing came of it.
    """

    id: PhotoId
    path: str = field(repr=False)
    ledger: Ledger | None = field(default=None, repr=False)
    sent_names: tuple[str, ...] = ()
    public_url: str | None = field(default=None, repr=False)
    may_have_left: bool = False
    _send: int | None = field(default=None, repr=False)

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        """The upright photo as RGB without any metadata.

        Raises:
            PhotoError: the file cannot be decoded.
        """
        return decode(self.path, longest_side_px)

    async def leaving(self, name: str, size_bytes: int) -> None:
        """Log that it leaves.

        Raises:
            BackendRefused, PhotoRefused: it may not.
        """
        if self.ledger is None:
            raise RuntimeError("a backend that declared itself offline sends photos away")
        self._send = await self.ledger.begin(self.id, self.path, name, size_bytes)
        self.may_have_left = True
        self.sent_names += (name,)

    async def left(self, status: str, *, charged: bool = True) -> None:
        """Log what became of it."""
        self.may_have_left = charged
        if self.ledger is not None and self._send is not None:
            self.ledger.end(self._send, status, charged=charged)
