"""An example of a plug-in: a backend that says whether a photo is bright or dark.

It needs nothing of Tagger but the protocol (``tagger.recognition.backend``) and the entities it speaks of. Try it:

    tagger backends add light --type brightness --set bright_from=0.6
    tagger recognize --backend light
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PIL import ImageStat

from tagger.entities import Detection, LabelKind, TagPath
from tagger.errors import PhotoError
from tagger.recognition.backend import (
    Answer,
    BackendConfig,
    BackendType,
    Capabilities,
    Failure,
    PhotoInput,
    Recognition,
    Setting,
)


class Brightness:
    """Implements `Recogniser`."""

    def __init__(self, config: BackendConfig) -> None:
        self._bright_from = config.options["bright_from"]

    async def recognise(self, photos: Sequence[PhotoInput], operation: str) -> Sequence[Answer]:
        return [await asyncio.to_thread(self._look, photo) for photo in photos]

    async def close(self) -> None:
        pass

    def _look(self, photo: PhotoInput) -> Answer:
        try:
            (mean,) = ImageStat.Stat(photo.image(64).convert("L")).mean
        except PhotoError as error:
            return Failure(photo.id, error)  # one photo that cannot be read must not cost the others
        label = "bright" if mean / 255 >= self._bright_from else "dark"
        return Recognition(photo.id, (Detection(label, 0.9, LabelKind.SCENE),), "brightness 1.0")


TYPE = BackendType(
    name="brightness",
    title="Bright or dark",
    capabilities=Capabilities(offline=True, boxes=False),  # offline: no photo leaves the machine, so nobody is asked
    open=Brightness,
    settings=(Setting("bright_from", "Bright from", 0.5, help="Mean brightness, 0 to 1."),),
    tag_for=lambda label: TagPath(f"Light|{label.capitalize()}"),
)
