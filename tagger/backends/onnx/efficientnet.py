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
PLACES = (0.0, 0.5, 1.0)
MAX_RATIO = 4


def prepare(image: Image.Image) -> Floats:
    """The network's input: four views as 4 x 3 x 224 x 224, or one of a square photo, where all are the same.

    The photo is scaled once, until its short side fits; the squares are cut from that, their offsets rounded half to
    even. Scaling each view from the photo takes three times as long and gives the same words. A photo longer than
    4 to 1 is squeezed to that, or a strip of one pixel would fill the memory.
    """
    strip = image.resize(_strip_size(image.size), Image.Resampling.BICUBIC)
    pixels = planes(strip)
    room = max(strip.size) - SIDE_PX
    if not room:
        return pixels[None]
    views = np.empty((1 + len(PLACES), 3, SIDE_PX, SIDE_PX), np.float32)
    planes(strip.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC), views[0])
    for view, place in zip(views[1:], PLACES, strict=True):
        start = round(room * place)
        end = start + SIDE_PX
        view[...] = pixels[:, :, start:end] if strip.width > strip.height else pixels[:, start:end]
    return views


def classify(model: Model, image: Image.Image) -> tuple[Floats, Floats]:
    """Probabilities (1000, in the order of sorted WordNet ids) and embedding (1280) of an upright RGB picture."""
    probabilities, embedding = model.run(prepare(image), ("probabilities", "embedding"))
    return probabilities.mean(axis=0), embedding.mean(axis=0)


def _strip_size(size: tuple[int, int]) -> tuple[int, int]:
    ratio = SIDE_PX / min(size)
    width, height = (min(max(SIDE_PX, round(side * ratio)), SIDE_PX * MAX_RATIO) for side in size)
    return width, height
