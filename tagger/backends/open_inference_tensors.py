"""The tensors that go to an inference server and come back, and what they mean."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tagger.backends.onnx import centerface, efficientnet, nanodet, sessions
from tagger.backends.onnx.fusion import fuse
from tagger.backends.onnx.images import Floats, Letterbox
from tagger.backends.onnx.keywords import Keywords
from tagger.backends.onnx.pipeline import LONGEST_SIDE_PX, MODEL
from tagger.backends.onnx.settings import Options
from tagger.backends.onnx.vocabulary import hidden_labels
from tagger.backends.reading import items, whole
from tagger.entities import PhotoId
from tagger.recognition.backend import PhotoInput, Recognition

LARGEST = 1e6
SHAPES: Mapping[str, tuple[int, ...]] = {
    "boxes": (1, 0, 4),
    "scores": (1, 0, 80),
    "heatmap": (1, 1, 0, 0),
    "scale": (1, 2, 0, 0),
    "offset": (1, 2, 0, 0),
    "probabilities": (0, 1000),
    "embedding": (0, 1280),
}
"""Of each output; 0 for any length above none."""


@dataclass(frozen=True, slots=True)
class View:
    """A photo as the networks see it: the input of each, and where the photo lies on those of the detectors."""

    inputs: Mapping[str, Floats]
    objects_at: Letterbox
    faces_at: Letterbox


class Networks:
    """What is done here before and after the networks run elsewhere; may be used from several threads."""

    def __init__(self, options: Options) -> None:
        """Read the labels of the detector from the bundled file."""
        self._options = options
        self._labels = _detector_labels()
        self._keywords = Keywords(floor=options.scene_threshold, leaf_floor=options.species_threshold)

    def prepare(self, photo: PhotoInput) -> View:
        """The inputs for a photo. Blocking.

        Raises:
            PhotoError: it cannot be decoded.
        """
        image = photo.image(LONGEST_SIDE_PX)
        objects, objects_at = nanodet.prepare(image)
        faces, faces_at = centerface.prepare(image)
        inputs = {"detector": objects, "faces": faces, "classifier": efficientnet.prepare(image)}
        return View(inputs, objects_at, faces_at)

    def read(self, photo_id: PhotoId, view: View, outputs: Mapping[str, Sequence[Floats]]) -> Recognition:
        """What the outputs of the networks say, as `tagger.backends.onnx.pipeline` reads them."""
        boxes, scores = outputs["detector"]
        count = min(boxes.shape[1], scores.shape[1])
        likely = np.clip(scores[0, :count], 0, 1)
        objects = nanodet.decode(
            boxes[0, :count], likely, self._labels, view.objects_at, self._options.object_threshold
        )
        heat, scale, offset = _alike(outputs["faces"])
        faces = centerface.decode(heat[0], scale, offset, view.faces_at, self._options.face_threshold)
        probabilities, embedding = (output.mean(axis=0) for output in outputs["classifier"])
        detections = fuse(objects, faces, self._keywords.say(np.clip(probabilities, 0, 1)))
        if self._options.drop_noise:
            detections = tuple(d for d in detections if d.label not in hidden_labels())
        return Recognition(photo_id, detections, MODEL, embedding=embedding.astype("<f4").tobytes())


@functools.cache
def _detector_labels() -> tuple[str, ...]:
    return sessions.load("nanodet_g_416.onnx").labels()


def numbers(pixels: Floats) -> bytes:
    """Whole numbers 0..255 as JSON has them in an array, without its brackets.

    A photo has more than a million; as text of one width, spaces before them, they are looked up all at once, which
    takes a hundredth of the time that `json.dumps` needs.
    """
    return bytes(_AS_TEXT[pixels.astype(np.uint8).ravel()].tobytes()[:-1])


_AS_TEXT = np.frombuffer(b"".join(b"%3d," % value for value in range(256)), np.uint32)


def tensor(given: Mapping[str, Any], name: str) -> Floats | None:
    """An output as an array; None where it is not the one that was asked for.

    What is no number in it counts as zero, as do numbers beyond all measure.
    """
    shape = [whole(side) or 0 for side in items(given.get("shape"))]
    wanted = SHAPES[name]
    fits = len(shape) == len(wanted) and all(s > 0 and w in (0, s) for s, w in zip(shape, wanted, strict=True))
    data = given.get("data")
    if not fits or not isinstance(data, list) or len(data) != math.prod(shape):
        return None
    try:
        found = np.array(data, np.float64)
    except (ValueError, TypeError, OverflowError):
        return None
    if found.ndim != 1:
        return None
    sane = np.where(np.abs(found) <= LARGEST, found, 0.0)  # which is false for NaN, too
    return sane.astype(np.float32).reshape(shape)


def _alike(faces: Sequence[Floats]) -> tuple[Floats, Floats, Floats]:
    """The three maps of the face detector, cut to the cells that all have, within what a face can be."""
    rows, columns = (min(array.shape[axis] for array in faces) for axis in (2, 3))
    heat, scale, offset = (array[0, :, :rows, :columns] for array in faces)
    return np.clip(heat, 0, 1), np.clip(scale, -10, 10), offset
