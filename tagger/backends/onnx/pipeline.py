"""All networks over one photo, in the thread that calls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PIL import Image

from tagger.backends.onnx import centerface, efficientnet, nanodet, sessions
from tagger.backends.onnx.fusion import fuse
from tagger.backends.onnx.keywords import Keywords
from tagger.backends.onnx.settings import Options
from tagger.backends.onnx.vocabulary import hidden_labels
from tagger.errors import Cancelled
from tagger.recognition.backend import PhotoInput, Recognition

T = TypeVar("T")

MODEL = "nanodet-g-416+lite0+centerface/1"
LONGEST_SIDE_PX = centerface.SIDE_PX
"""The largest input of the three networks: one decode of this size serves all."""


class Pipeline:
    """The three networks, loaded once and shared by all threads."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._objects = sessions.load("nanodet_g_416.onnx")
        self._labels = self._objects.labels()
        self._faces = sessions.load("centerface.onnx")
        self._classifier = sessions.load("efficientnet_lite0.onnx")
        self._keywords = Keywords(floor=options.scene_threshold, leaf_floor=options.species_threshold)

    def recognise(self, photo: PhotoInput, stop: threading.Event | None = None) -> Recognition:
        """Decode a photo and look at it. Blocking, some 100 ms.

        Raises:
            PhotoError: the photo cannot be decoded.
            Cancelled: ``stop`` was set meanwhile.
        """
        image = _step(stop, lambda: photo.image(LONGEST_SIDE_PX))
        objects = _step(
            stop, lambda: nanodet.detect(self._objects, self._labels, image, self._options.object_threshold)
        )
        faces = _step(stop, lambda: centerface.detect(self._faces, image, self._options.face_threshold))
        probabilities, embedding = _step(stop, lambda: efficientnet.classify(self._classifier, image))
        detections = fuse(objects, faces, self._keywords.say(probabilities))
        if self._options.drop_noise:
            detections = tuple(d for d in detections if d.label not in hidden_labels())
        return Recognition(photo.id, detections, MODEL, embedding=embedding.astype("<f4").tobytes())


def blank_photo() -> Image.Image:
    """A grey picture for trying the networks without a photo."""
    return Image.new("RGB", (LONGEST_SIDE_PX, LONGEST_SIDE_PX * 3 // 4), (127, 127, 127))


def _step(stop: threading.Event | None, work: Callable[[], T]) -> T:
    if stop is not None and stop.is_set():
        raise Cancelled
    return work()
