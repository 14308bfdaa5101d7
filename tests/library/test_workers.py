from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import PhotoReading
from tagger.library.limits import TOO_MUCH_MEMORY
from tagger.library.walk import stamp_of
from tagger.library.workers import ReadingPool, ReadingTask, ReadPhoto
from tests.library import readers


def run(folder: Path, names: list[str], read: ReadPhoto, workers: int = 1) -> dict[str, PhotoReading]:
    """Read small photos of these names; every one has to be answered for."""
    pool, answers = ReadingPool(workers, read), {}
    for name in names:
        path = folder / name
        Image.new("RGB", (8, 8)).save(path)
        pool.submit(ReadingTask(str(path), stamp_of(path.stat()), (), None, "new"))
    end = time.monotonic() + 60
    try:
        while pool.in_flight and time.monotonic() < end:
            answers |= {os.path.basename(task.path): reading for task, reading in pool.finished(0.5)}
    finally:
        pool.stop()
    assert sorted(answers) == sorted(names)
    return answers


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the process is watched, see below")
def test_a_photo_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    found = run(tmp_path, ["a.jpg", "greedy.jpg", "b.jpg"], readers.greedy)
    assert found["greedy.jpg"].error == "Reading it took more than 2 GB of memory and was given up."
    assert found["a.jpg"].error is found["b.jpg"].error is None


def test_a_process_that_takes_too_much_memory_ends_itself() -> None:
    code = (
        "import numpy, time; from tagger.library.limits import watch_memory; watch_memory(300 << 20);"
        "kept = numpy.ones(400 << 20, dtype=numpy.uint8); time.sleep(30)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=30, check=False).returncode == TOO_MUCH_MEMORY


def test_complaints_of_libraries_are_logged_with_their_photo(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG, "tagger.library.workers"):
        run(tmp_path, ["a.jpg", "b.jpg"], readers.noisy)
    told = {record.getMessage() for record in caplog.records if record.levelno == logging.DEBUG}
    assert {f"decoding {tmp_path / name}: {name}: bad tag" for name in ("a.jpg", "b.jpg")} <= told
    assert capfd.readouterr().err == ""
