"""Choosing among overlapping boxes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]


def suppress(
    boxes: Floats, scores: Floats, iou: float, classes: Indices | None = None, limit: int | None = None
) -> Indices:
    """Greedy non-maximum suppression.

    Args:
        boxes: N x 4 corners (left, top, right, bottom) in any one unit.
        scores: N.
        iou: A box is dropped when its intersection over union with a better kept one is greater.
        classes: N; boxes of different classes do not suppress each other. None for one class.
        limit: Most boxes to keep.

    Returns:
        Indices of the kept boxes, best first; equal scores keep their order.
    """
    order = np.argsort(-scores, kind="stable")
    kept: list[int] = []
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    while order.size and (limit is None or len(kept) < limit):
        best, rest = order[0], order[1:]
        kept.append(int(best))
        overlapping = _shared_area(boxes[best], boxes[rest]) > iou * _united_area(areas, boxes, best, rest)
        if classes is not None:
            overlapping &= classes[rest] == classes[best]
        order = rest[~overlapping]
    return np.array(kept, np.intp)


def _shared_area(box: Floats, others: Floats) -> Floats:
    width = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    height = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    return np.asarray(np.maximum(width, 0) * np.maximum(height, 0), np.float32)


def _united_area(areas: Floats, boxes: Floats, best: np.intp, rest: Indices) -> Floats:
    return np.asarray(areas[best] + areas[rest] - _shared_area(boxes[best], boxes[rest]), np.float32)
