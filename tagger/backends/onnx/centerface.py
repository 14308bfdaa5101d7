"""CenterFace at 640 pixels: faces, with boxes.

The graph takes RGB 0..255, sides multiples of 32, with the photo in the top left corner. For each cell of 4 x 4 pixels
it gives a heat (0..1, high where a face has its middle), the logarithm of the face's height and width in cells, and the
offset of the middle in the cell (row first).
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from tagger.backends.onnx.boxes import suppress
from tagger.backends.onnx.images import Floats, Letterbox, cornered, draw, planes
from tagger.backends.onnx.sessions import Model
from tagger.entities import Detection, LabelKind

SIDE_PX = 640
MULTIPLE_PX = 32
CELL_PX = 4
NMS_IOU = 0.3
CANDIDATES = 1000
LIMIT = 100
LABEL = "face"


def prepare(image: Image.Image) -> tuple[Floats, Letterbox]:
    """The network's input, 1 x 3 x H x W, and where the photo lies on it."""
    letterbox = cornered(image.size, SIDE_PX, MULTIPLE_PX)
    return planes(draw(image, letterbox))[None], letterbox


def decode(heatmap: Floats, scale: Floats, offset: Floats, letterbox: Letterbox, threshold: float) -> list[Detection]:
    """Faces above the threshold, best first.

    Args:
        heatmap: h x w, 0..1.
        scale: 2 x h x w, logarithms of height and width in cells.
        offset: 2 x h x w, rows and columns within the cell.
        letterbox: Where the photo lies on the canvas.
        threshold: Scores must be greater.
    """
    rows, columns = np.nonzero(heatmap > threshold)
    scores = heatmap[rows, columns]
    if scores.size > CANDIDATES:
        best = np.argsort(-scores, kind="stable")[:CANDIDATES]
        rows, columns, scores = rows[best], columns[best], scores[best]
    height, width = np.exp(scale[:, rows, columns]) * CELL_PX
    middle_y = (rows + offset[0, rows, columns] + 0.5) * CELL_PX
    middle_x = (columns + offset[1, rows, columns] + 0.5) * CELL_PX
    left, top = middle_x - width / 2, middle_y - height / 2
    corners = np.stack([left, top, left + width, top + height], axis=1).astype(np.float32)
    return [
        Detection(LABEL, float(scores[i]), LabelKind.FACE, letterbox.box(*corners[i].tolist()))
        for i in suppress(corners, scores, NMS_IOU, limit=LIMIT)
    ]


def detect(model: Model, image: Image.Image, threshold: float) -> list[Detection]:
    """The faces of an upright RGB picture."""
    array, letterbox = prepare(image)
    heatmap, scale, offset = model.run(array, ("heatmap", "scale", "offset"))
    return decode(heatmap[0, 0], scale[0], offset[0], letterbox, threshold)
