"""NanoDet-g at 416 pixels: the 80 things of COCO, with boxes.

The graph takes RGB 0..255 on a black square with the photo in its middle, and gives the corners of 3,549 boxes in
canvas pixels and 80 scores (0..1) for each; see ``packaging/models/nanodet.py``, which builds it.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from tagger.backends.onnx.boxes import suppress
from tagger.backends.onnx.images import Floats, Letterbox, centred, draw, planes
from tagger.backends.onnx.sessions import Model
from tagger.entities import Detection

SIDE_PX = 416
NMS_IOU = 0.6
CANDIDATES = 1000
LIMIT = 100


def prepare(image: Image.Image) -> tuple[Floats, Letterbox]:
    """The network's input, 1 x 3 x 416 x 416, and where the photo lies on it."""
    letterbox = centred(image.size, SIDE_PX)
    return planes(draw(image, letterbox))[None], letterbox


def decode(
    boxes: Floats, scores: Floats, labels: tuple[str, ...], letterbox: Letterbox, threshold: float
) -> list[Detection]:
    """Detections at or above the threshold, best first.

    Args:
        boxes: N x 4 corners in canvas pixels.
        scores: N x len(labels), 0..1. A box may carry several labels.
        labels: Names in the order of the scores.
        letterbox: Where the photo lies on the canvas.
        threshold: Lowest score kept.
    """
    rows, columns = np.divmod(np.flatnonzero(scores.ravel() >= threshold), len(labels))
    found = scores[rows, columns]
    if found.size > CANDIDATES:
        best = np.argsort(-found, kind="stable")[:CANDIDATES]
        rows, columns, found = rows[best], columns[best], found[best]
    corners = boxes[rows]
    return [
        Detection(labels[columns[i]], float(found[i]), box=letterbox.box(*corners[i].tolist()))
        for i in suppress(corners, found, NMS_IOU, columns, LIMIT)
    ]


def detect(model: Model, labels: tuple[str, ...], image: Image.Image, threshold: float) -> list[Detection]:
    """What the detector sees on an upright RGB picture."""
    array, letterbox = prepare(image)
    boxes, scores = model.run(array, ("boxes", "scores"))
    return decode(boxes[0], scores[0], labels, letterbox, threshold)
