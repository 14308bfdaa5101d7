"""Speed and quality of the embedded backend on 128 annotated photos: ``python -m tests.bench.bench_recognition``.

Speed: photos per second through ``recognise``, decoding included, beside the ceiling: nothing but the networks' own
runs on inputs prepared beforehand, in as many threads. The two take turns every few photos, since a shared machine is
never equally fast twice; processor time hardly depends on what else runs.
Quality: boxes at IoU 0.5 against the annotations, beside what the detector alone is known to give.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tagger.backends.onnx import TYPE, centerface, efficientnet, nanodet, sessions
from tagger.backends.onnx.images import Floats
from tagger.backends.onnx.pipeline import LONGEST_SIDE_PX
from tagger.backends.onnx.settings import processor_cores
from tagger.entities import Box, Detection, LabelKind, PhotoId
from tagger.recognition.backend import Answer, BackendConfig, Recogniser, Recognition

COCO = Path(__file__).resolve().parents[3] / "shared" / "coco"
MATCH_IOU = 0.5
CHUNK = 16
Inputs = tuple[Floats, Floats, Floats]
KNOWN = {0.35: (0.435, 0.696), 0.45: (0.319, 0.825), 0.50: (0.262, 0.886)}
"""Recall and precision of the detector's boxes by threshold, measured when the models were chosen."""


class PhotoFile:
    """A photo as the queue hands it to a backend."""

    def __init__(self, path: Path, number: int) -> None:
        self._path = path
        self.id = PhotoId(number)

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        """The photo as RGB, no larger than asked."""
        with Image.open(self._path) as image:
            if longest_side_px is not None:
                image.draft("RGB", (longest_side_px, longest_side_px))
            result = image.convert("RGB")
        if longest_side_px is not None and max(result.size) > longest_side_px:
            result.thumbnail((longest_side_px, longest_side_px), Image.Resampling.BILINEAR, reducing_gap=2.0)
        return result


class Clock:
    """Adds up the seconds of one side: by the wall, and of all processor cores together."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        self._started = (time.perf_counter(), time.process_time())

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter() - self._started[0]
        self.cpu += time.process_time() - self._started[1]


async def recognise_all(backend: Recogniser, photos: Sequence[PhotoFile]) -> list[Answer]:
    """Answers for all photos, asked for in calls of the declared batch size."""
    size = TYPE.capabilities.batch_size
    calls = (backend.recognise(photos[i : i + size], "recognise") for i in range(0, len(photos), size))
    return [answer for answers in await asyncio.gather(*calls) for answer in answers]


def prepared(photo: PhotoFile) -> Inputs:
    """The inputs of the three networks for a photo."""
    image = photo.image(LONGEST_SIDE_PX)
    return nanodet.prepare(image)[0], centerface.prepare(image)[0], efficientnet.prepare(image)


class Ceiling:
    """The networks alone."""

    def __init__(self, workers: int) -> None:
        names = ("nanodet_g_416.onnx", "centerface.onnx", "efficientnet_lite0.onnx")
        self._sessions = [sessions.load(name).session for name in names]
        self._pool = ThreadPoolExecutor(workers)

    def run(self, inputs: Sequence[Inputs]) -> None:
        """Run all networks on all inputs."""
        list(self._pool.map(self._run_one, inputs))

    def close(self) -> None:
        """Release the threads."""
        self._pool.shutdown()

    def _run_one(self, arrays: Inputs) -> None:
        for session, array in zip(self._sessions, arrays, strict=True):
            session.run(None, {"image": array})


async def measure(photos: Sequence[PhotoFile], workers: int, rounds: int) -> list[Answer]:
    """Print the speeds, and return the answers of the last round."""
    backend = TYPE.open(BackendConfig("bench", TYPE.name, options={"workers": workers}))
    assert isinstance(backend, Recogniser)
    ceiling = Ceiling(workers)
    for number in range(1, rounds + 1):
        ours, bare = Clock(), Clock()
        answers: list[Answer] = []
        for start in range(0, len(photos), CHUNK):
            chunk = photos[start : start + CHUNK]
            inputs = [prepared(photo) for photo in chunk]
            with bare:
                ceiling.run(inputs)
            with ours:
                answers += await recognise_all(backend, chunk)
        print(
            f"round {number}: backend {len(photos) / ours.wall:.1f} photos/s, "
            f"networks alone {len(photos) / bare.wall:.1f}: {bare.wall / ours.wall:.0%}; "
            f"by processor time {bare.cpu / ours.cpu:.0%}"
        )
    ceiling.close()
    await backend.close()
    return answers


@dataclass
class Tally:
    """Boxes found, annotations, and the pairs among them that overlap enough under one label.

    ``right`` and ``seen`` count boxes that hit any annotation and annotations that any box hits, which is how the known
    figures were counted; ``pairs`` matches each annotation once, surest box first, so that a double costs precision.
    """

    found: int = 0
    annotated: int = 0
    right: int = 0
    seen: int = 0
    pairs: int = 0

    def add(self, found: Sequence[Detection], truth: Sequence[tuple[str, Box]]) -> None:
        """Count one photo."""
        hits = [[i for i, thing in enumerate(truth) if hit(detection, *thing)] for detection in found]
        self.found += len(found)
        self.annotated += len(truth)
        self.right += sum(map(bool, hits))
        self.seen += len({i for row in hits for i in row})
        self.pairs += pairs(found, truth)

    def __str__(self) -> str:
        shares = (
            self.seen / self.annotated,
            self.right / self.found,
            self.pairs / self.annotated,
            self.pairs / self.found,
        )
        return "  ".join(f"{share:6.3f}" for share in shares)


def hit(detection: Detection, label: str, box: Box) -> bool:
    """Whether a detection shows this annotation."""
    return detection.label == label and detection.box is not None and detection.box.iou(box) >= MATCH_IOU


def pairs(found: Sequence[Detection], truth: Sequence[tuple[str, Box]]) -> int:
    """How many detections hit an annotation that no surer one has taken."""
    left = list(truth)
    for detection in sorted(found, key=lambda d: -d.confidence):
        candidates = [thing for thing in left if hit(detection, *thing)]
        if candidates and detection.box is not None:
            left.remove(max(candidates, key=lambda thing: thing[1].iou(detection.box or thing[1])))
    return len(truth) - len(left)


def print_quality(answers: Sequence[Answer], truths: Sequence[list[tuple[str, Box]]]) -> None:
    """The quality table."""
    recognitions = [answer for answer in answers if isinstance(answer, Recognition)]
    print(f"\nboxes at IoU {MATCH_IOU}: recall and precision; each annotation once; as known")
    for threshold, known in KNOWN.items():
        tally = Tally()
        for recognition, truth in zip(recognitions, truths, strict=True):
            boxes = [d for d in recognition.detections if d.box is not None and d.kind is LabelKind.OBJECT]
            tally.add([d for d in boxes if d.confidence >= threshold], truth)
        print(f"  from {threshold:.2f}   {tally}   {known[0]:6.3f}  {known[1]:6.3f}")
    words = [len([d for d in a.detections if d.box is None]) for a in recognitions]
    print(f"words without a box: {sum(words)} on {sum(map(bool, words))} of {len(words)} photos")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Speed and quality of the embedded backend")
    parser.add_argument("--photos", type=Path, default=COCO, help="folder with images/ and labels.json")
    parser.add_argument("--workers", type=int, default=processor_cores())
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    labels = json.loads((arguments.photos / "labels.json").read_text("utf-8"))["photos"]
    photos = [PhotoFile(arguments.photos / "images" / name, i) for i, name in enumerate(labels)]
    truths = [[(thing["label"], Box(*thing["box"])) for thing in things] for things in labels.values()]
    print(f"{len(photos)} photos, {arguments.workers} workers")
    answers = asyncio.run(measure(photos, arguments.workers, arguments.rounds))
    print_quality(answers, truths)


if __name__ == "__main__":
    main()
