"""EfficientNet-Lite0 at 224 pixels: probabilities of the 1,000 leaves of ImageNet, and 1,280 numbers about the photo.

One look at the middle of a photo misses half of it, so the network sees the whole photo squeezed to a square and three
squares of the short side at the start, the middle and the end of the long side; both outputs are the mean over them.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from tagger.backends.onnx.images import Floats, planes
from tagger.backends.onnx.sessions import Model

SIDE_PX = 224
Frame = tuple[int, int, int, int]


def views(size: tuple[int, int]) -> list[Frame]:
    """The parts of a photo of ``size`` (width, height) to look at, as (left, top, right, bottom) in pixels.

    The middle square's offset is rounded half to even. A square photo has one view, since all four are the same.
    """
    width, height = size
    side = min(width, height)
    whole = (0, 0, width, height)
    if width == height:
        return [whole]
    offsets = [round((max(width, height) - side) * share) for share in (0, 0.5, 1)]
    if width > height:
        return [whole, *((offset, 0, offset + side, side) for offset in offsets)]
    return [whole, *((0, offset, side, offset + side) for offset in offsets)]


def prepare(image: Image.Image, frames: list[Frame]) -> Floats:
    """The network's input, len(frames) x 3 x 224 x 224."""
    batch = np.empty((len(frames), 3, SIDE_PX, SIDE_PX), np.float32)
    for array, frame in zip(batch, frames, strict=True):
        planes(image.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC, box=frame), array)
    return batch


def classify(model: Model, image: Image.Image) -> tuple[Floats, Floats]:
    """Probabilities (1000, in the order of sorted WordNet ids) and embedding (1280) of an upright RGB picture."""
    probabilities, embedding = model.run(prepare(image, views(image.size)), ("probabilities", "embedding"))
    return probabilities.mean(axis=0), embedding.mean(axis=0)
