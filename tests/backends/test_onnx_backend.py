"""The backend as the dispatcher uses it: batches, failures, cancelling, closing."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.onnx import TYPE, sessions
from tagger.backends.onnx.backend import OnnxBackend
from tagger.backends.onnx.settings import Options, processor_cores, read_options
from tagger.entities import PhotoId
from tagger.errors import BackendRefused, BackendUnavailable, PhotoError
from tagger.recognition import backend as protocol
from tagger.recognition.backend import Answer, BackendConfig, Failure, PhotoInput, Recognition
from tagger.resources import resource
from tests.backends.photos import PhotoFile

Run = Callable[[Awaitable[Any]], Any]


class SlowPhoto:
    """A photo whose decoding waits until it may go on."""

    def __init__(self, number: int, may_go_on: threading.Event) -> None:
        self.id = PhotoId(number)
        self.begun = threading.Event()
        self._may_go_on = may_go_on

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        self.begun.set()
        assert self._may_go_on.wait(10)
        return Image.new("RGB", (64, 48))


class BrokenPhoto:
    """A photo that meets a bug of ours."""

    id = PhotoId(1)

    def image(self, longest_side_px: int | None = None) -> Image.Image:
        raise ZeroDivisionError


def opened(**options: object) -> OnnxBackend:
    backend = TYPE.open(BackendConfig("mine", "onnx", options=options))
    assert isinstance(backend, OnnxBackend)
    return backend


@pytest.fixture
def backend(run_async: Run) -> Iterator[OnnxBackend]:
    backend = opened(workers=2)
    yield backend
    run_async(backend.close())


def sample(name: str, number: int) -> PhotoFile:
    return PhotoFile(resource("samples", name), number)


def recognised(run_async: Run, backend: OnnxBackend, *photos: PhotoInput) -> list[Answer]:
    return list(run_async(backend.recognise(photos, "recognise")))


def test_type_is_declared_without_the_engine() -> None:
    program = (
        "import sys; from tagger.backends.onnx import TYPE; "
        "assert TYPE.tag_for('dog') == 'Animal|Dog'; "
        "print(sorted({'numpy', 'onnxruntime', 'PySide6'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_type() -> None:
    assert (TYPE.name, TYPE.operations) == ("onnx", ("recognise",))
    assert TYPE.capabilities.offline
    assert TYPE.capabilities.boxes
    assert TYPE.capabilities.price is None
    assert not any(setting.secret or setting.required for setting in TYPE.settings)


def test_protocols(backend: OnnxBackend) -> None:
    assert isinstance(backend, protocol.Backend)
    assert isinstance(backend, protocol.Recogniser)
    assert isinstance(backend, protocol.Tester)


def test_answers_are_in_the_order_of_the_photos(run_async: Run, backend: OnnxBackend) -> None:
    names = ["coffee.png", "chelsea.png", "astronaut.png", "rocket.jpg"]
    answers = recognised(run_async, backend, *(sample(name, i + 10) for i, name in enumerate(names)))
    assert [answer.photo_id for answer in answers] == [10, 11, 12, 13]
    first = [a.detections[0].label if isinstance(a, Recognition) and a.detections else None for a in answers]
    assert first == ["espresso", "Egyptian cat", "face", None]


def test_a_photo_that_fails_fails_alone(run_async: Run, backend: OnnxBackend, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"\xff\xd8\xff\xe0 no photo")
    answers = recognised(run_async, backend, sample("coffee.png", 1), PhotoFile(bad, 2), sample("chelsea.png", 3))
    assert [type(answer) for answer in answers] == [Recognition, Failure, Recognition]
    assert isinstance(answers[1], Failure)
    assert answers[1].photo_id == 2
    assert isinstance(answers[1].error, PhotoError)


def test_a_bug_is_not_taken_for_a_bad_photo(run_async: Run, backend: OnnxBackend) -> None:
    with pytest.raises(ZeroDivisionError):
        recognised(run_async, backend, BrokenPhoto())


def test_no_photos(run_async: Run, backend: OnnxBackend) -> None:
    assert recognised(run_async, backend) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (31, 17)])
def test_odd_sizes(run_async: Run, backend: OnnxBackend, tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", size, "green").save(tmp_path / "odd.png")
    (answer,) = recognised(run_async, backend, PhotoFile(tmp_path / "odd.png"))
    assert isinstance(answer, Recognition)
    assert all(0 <= d.confidence <= 1 for d in answer.detections)


def test_boxes_are_fractions_of_the_photo(run_async: Run, backend: OnnxBackend) -> None:
    answers = recognised(run_async, backend, *(sample(name, 1) for name in ("camera.png", "seeding.jpg")))
    boxes = [d.box for a in answers if isinstance(a, Recognition) for d in a.detections if d.box is not None]
    assert len(boxes) >= 3
    for box in boxes:
        assert min(box.x, box.y) >= 0
        assert max(box.x + box.w, box.y + box.h) <= 1 + 1e-9
        assert box.area > 0


def test_unknown_operation(run_async: Run, backend: OnnxBackend) -> None:
    with pytest.raises(BackendRefused, match="moderate"):
        run_async(backend.recognise([], "moderate"))


def test_cancelling_drops_what_waits_and_stops_what_runs(run_async: Run, backend: OnnxBackend) -> None:
    go_on = threading.Event()
    photos = [SlowPhoto(number, go_on) for number in range(20)]

    async def cancel_soon() -> None:
        task = asyncio.create_task(backend.recognise(photos, "recognise"))
        while sum(photo.begun.is_set() for photo in photos) < 2:
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        go_on.set()

    run_async(cancel_soon())
    # The backend still works, and those that waited were never begun.
    assert len(recognised(run_async, backend, sample("coffee.png", 1))) == 1
    assert sum(photo.begun.is_set() for photo in photos) == 2


def test_the_loop_is_free_meanwhile(run_async: Run, backend: OnnxBackend) -> None:
    async def turns() -> int:
        task = asyncio.create_task(backend.recognise([sample("seeding.jpg", i) for i in range(4)], "recognise"))
        count = 0
        while not task.done():
            await asyncio.sleep(0.001)
            count += 1
        await task
        return count

    # Four photos take a second or so; a loop that did the work itself would turn a few times.
    assert run_async(turns()) > 50


def test_close_releases_the_threads_and_refuses_work(run_async: Run) -> None:
    backend = opened(workers=2)
    recognised(run_async, backend, sample("coffee.png", 1), sample("chelsea.png", 2))
    assert any(thread.name.startswith("recognise") for thread in threading.enumerate())
    run_async(backend.close())
    assert not any(thread.name.startswith("recognise") for thread in threading.enumerate())
    with pytest.raises(BackendRefused, match="closed"):
        recognised(run_async, backend, sample("coffee.png", 1))
    run_async(backend.close())


def test_test_with_and_without_a_photo(run_async: Run, backend: OnnxBackend, tmp_path: Path) -> None:
    assert "works" in run_async(backend.test(None))
    assert "2 suggestions" in run_async(backend.test(sample("coffee.png", 1)))
    with pytest.raises(PhotoError):
        run_async(backend.test(PhotoFile(tmp_path / "missing.jpg")))


def test_thresholds_and_noise(run_async: Run) -> None:
    backend = opened(workers=1, object_threshold=0.55, species_threshold=0.95, scene_threshold=0.97, drop_noise=True)
    coffee, chelsea = recognised(run_async, backend, sample("coffee.png", 1), sample("chelsea.png", 2))
    run_async(backend.close())
    assert isinstance(coffee, Recognition)
    assert isinstance(chelsea, Recognition)
    assert [d.label for d in coffee.detections] == []
    assert [d.label for d in chelsea.detections] == ["cat"]


def test_default_options() -> None:
    assert read_options({}) == Options(workers=processor_cores())
    assert {setting.name: setting.default for setting in TYPE.settings}["object_threshold"] == 0.35


@pytest.mark.parametrize(
    "options",
    [
        {"object_threshold": 0},
        {"face_threshold": 1.5},
        {"scene_threshold": "high"},
        {"species_threshold": True},
        {"workers": -1},
        {"workers": 1000},
        {"workers": 1.5},
        {"drop_noise": "yes"},
        {"colour": "red"},
    ],
)
def test_senseless_options(options: dict[str, object]) -> None:
    with pytest.raises(BackendUnavailable) as caught:
        opened(**options)
    assert next(iter(options)) in caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize("damage", ["changed", "missing", "manifest"])
def test_damaged_installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: str) -> None:
    for path in resource("models").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    model = tmp_path / "centerface.onnx"
    if damage == "changed":
        content = bytearray(model.read_bytes())
        content[1000] ^= 1
        model.write_bytes(content)
    elif damage == "missing":
        model.unlink()
    else:
        (tmp_path / "manifest.json").write_text("{", "utf-8")
    monkeypatch.setattr(sessions, "resource", lambda _folder, name: tmp_path / name)
    with pytest.raises(BackendUnavailable, match=r"\.onnx") as caught:
        opened()
    assert "again" in caught.value.advice


def test_nothing_is_printed() -> None:
    program = (
        "import asyncio\n"
        "from tagger.backends.onnx import TYPE\n"
        "from tagger.recognition.backend import BackendConfig\n"
        "async def main():\n"
        "    backend = TYPE.open(BackendConfig('a', 'onnx'))\n"
        "    await backend.test(None)\n"
        "    await backend.close()\n"
        "asyncio.run(main())\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout + result.stderr == ""
