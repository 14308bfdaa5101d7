"""The main job as a whole on 128 photos: ``python -m tests.bench.bench_main_job``.

Index, recognise, accept everything and write the sidecars of a copy of ../shared/coco/images, through the same program
parts as the window and the command line use. Recognition stands beside its ceiling, measured in the same run: the
networks' own runs on inputs prepared beforehand, in as many threads, before and after.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from pathlib import Path

from tagger.app import Tagger
from tagger.backends.onnx.settings import processor_cores
from tagger.entities import Decision
from tagger.store.query import parse
from tests.bench.bench_recognition import COCO, Ceiling, PhotoFile, prepared


def ceiling_rate(photos: list[PhotoFile]) -> float:
    """Photos per second of the networks alone."""
    inputs = [prepared(photo) for photo in photos]
    ceiling = Ceiling(processor_cores())
    ceiling.run(inputs[:4])
    started = time.perf_counter()
    ceiling.run(inputs)
    seconds = time.perf_counter() - started
    ceiling.close()
    return len(photos) / seconds


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "photos")
        shutil.copytree(COCO / "images", folder)
        photos = [PhotoFile(path, number) for number, path in enumerate(sorted(folder.iterdir()))]
        tagger = Tagger.open(Path(temporary, "library.tagger"), Path(temporary, "settings.toml"))
        try:
            walk(tagger, folder, photos)
        finally:
            tagger.close()


def walk(tagger: Tagger, folder: Path, photos: list[PhotoFile]) -> None:
    """Do the job and print how fast it went."""
    started = time.perf_counter()
    summary = tagger.index([str(folder)])
    seconds = time.perf_counter() - started
    print(f"index: {summary.new} photos, {summary.new / seconds:.0f} photos/s, worker start included")
    before = ceiling_rate(photos)
    tagger.enqueue(["onnx"], tagger.photo_ids())
    ours = asyncio.run(tagger.recognise(["onnx"]))
    after = ceiling_rate(photos)
    rate, ceiling = ours.photos / ours.seconds, (before + after) / 2
    print(
        f"recognise: {ours.photos} photos, {ours.detections} detections, {rate:.1f} photos/s with loading the models;"
        f" networks alone {before:.1f} before and {after:.1f} after: {rate / ceiling:.0%}"
    )
    ids = tagger.suggestion_ids(parse("state:suggested"))
    started = time.perf_counter()
    decided = tagger.decide(ids, Decision.ACCEPTED)
    print(f"accept: {decided.suggestions} suggestions in {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    results = list(tagger.export_sidecars())
    seconds = time.perf_counter() - started
    print(f"sidecars: {len(results)} written, {len(results) / seconds:.0f} a second, each one synced to disk")


if __name__ == "__main__":
    main()
