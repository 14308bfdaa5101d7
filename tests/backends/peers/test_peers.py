"""Backends against servers that others wrote, as processes of their own; what they speak is not ours to choose."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tagger.backends.onnx import TYPE as EMBEDDED
from tagger.backends.open_inference import MODELS
from tagger.backends.open_inference import TYPE as OPEN_INFERENCE
from tagger.backends.openai_compatible import TYPE as OPENAI_COMPATIBLE
from tagger.backends.rekognition import TYPE as REKOGNITION
from tagger.errors import BackendError, BackendRefused, ServiceFault
from tagger.recognition.backend import BackendConfig, BackendType
from tests.backends.peers.servers import CHECKOUT, HERE, Peer, free_port, python_of, running
from tests.backends.photos import PhotoFile, photo_with_everything

pytestmark = pytest.mark.peers


@pytest.fixture(scope="module")
def moto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    pytest.importorskip("moto", reason="moto is not installed")
    pytest.importorskip("flask_cors", reason="the server of moto is not installed")
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, port, tmp_path_factory.mktemp("moto")) as peer:
        yield peer


@pytest.fixture(scope="module")
def mlserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    python = _python("mlserver")
    folder = tmp_path_factory.mktemp("mlserver")
    (folder / "mlserver_model.py").write_text((HERE / "mlserver_model.py").read_text())
    port = free_port()
    ports = {"http_port": port, "grpc_port": free_port(), "metrics_port": free_port()}
    (folder / "settings.json").write_text(json.dumps({"host": "127.0.0.1", "parallel_workers": 0, **ports}))
    for name, _outputs in MODELS.values():
        (folder / name).mkdir()
        uri = str(CHECKOUT / "resources" / "models" / f"{name}.onnx")
        told = {"name": name, "implementation": "mlserver_model.Network", "parameters": {"uri": uri}}
        (folder / name / "model-settings.json").write_text(json.dumps(told))
    command = [str(python), "-c", "from mlserver.cli import main; main()", "start", str(folder)]
    with running(command, port, folder, PYTHONPATH=str(folder), ORT_DISABLE_TELEMETRY="1") as peer:
        yield peer


@pytest.fixture(scope="module")
def litserve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    python, port = _python("litserve"), free_port()
    command = [str(python), str(HERE / "litserve_chat.py"), str(port)]
    with running(command, port, tmp_path_factory.mktemp("litserve"), "v1") as peer:
        yield peer


def _python(name: str) -> Path:
    if not python_of(name).exists():
        pytest.skip(f"{name} is not installed: python tests/backends/peers/install.py")
    return python_of(name)


def opened(kind: BackendType, peer: Peer, secrets: dict[str, str] | None = None, **options: Any) -> Any:
    given = {setting.name: setting.default for setting in kind.settings if not setting.secret} | options
    return kind.open(BackendConfig("mine", kind.name, url=peer.url, options=given, secrets=secrets or {}))


def ask(run_async: Any, backend: Any, photo: PhotoFile | None, operation: str = "recognise") -> Any:
    """Have the photo recognised; without one, have the backend tried."""

    async def go() -> Any:
        try:
            return await backend.test(None) if photo is None else (await backend.recognise([photo], operation))[0]
        finally:
            await backend.close()

    return run_async(go())


def rekognition(peer: Peer, **options: Any) -> Any:
    secrets = {"access_key_id": "AKIAIOSFODNN7EXAMPLE", "secret_access_key": "wJalrXUtnFEMI"}
    return opened(REKOGNITION, peer, secrets, region="eu-central-1", **options)


def test_moto_finds_its_telephone_in_its_box(run_async, moto, tmp_path):
    answer = ask(run_async, rekognition(moto), photo_with_everything(tmp_path), "labels")
    found = {detection.label: detection for detection in answer.detections}
    assert found["Mobile Phone"].confidence > 0.99
    assert found["Mobile Phone"].box is not None
    assert found["Mobile Phone"].parents


def test_moto_reads_its_poem_line_by_line(run_async, moto, tmp_path):
    answer = ask(run_async, rekognition(moto), photo_with_everything(tmp_path), "text")
    labels = [detection.label for detection in answer.detections]
    assert labels == ["IT'S", "MONDAY", "but keep", "Smiling"]
    assert all(detection.box for detection in answer.detections)


@pytest.mark.parametrize("operation", ["faces", "moderation", "celebrities"])
def test_what_moto_cannot_do_is_a_fault_of_the_service(run_async, moto, tmp_path, operation):
    """It answers HTTP 500 with a page of HTML."""
    with pytest.raises(ServiceFault):
        ask(run_async, rekognition(moto), photo_with_everything(tmp_path), operation)


def test_mlserver_finds_exactly_what_the_embedded_backend_finds(run_async, mlserver, shared):
    photo = PhotoFile(min(path for path in (shared / "coco").rglob("*.jpg")))
    here = ask(run_async, EMBEDDED.open(BackendConfig("onnx", "onnx")), photo)
    there = ask(run_async, opened(OPEN_INFERENCE, mlserver), photo)
    assert here.detections, "a photo in which nothing is found proves nothing"
    assert [(d.label, d.kind, d.parents) for d in there.detections] == [
        (d.label, d.kind, d.parents) for d in here.detections
    ]
    for mine, its in zip(here.detections, there.detections, strict=True):
        assert its.confidence == pytest.approx(mine.confidence, abs=1e-4)  # its onnxruntime may be of another version
        assert (its.box is None) == (mine.box is None)


def test_mlserver_is_asked_whether_it_is_ready_and_names_what_it_lacks(run_async, mlserver, tmp_path):
    assert "ready" in ask(run_async, opened(OPEN_INFERENCE, mlserver), None)
    with pytest.raises(BackendRefused, match="Model nope not found"):
        ask(run_async, opened(OPEN_INFERENCE, mlserver, detector="nope"), None)
    with pytest.raises(BackendRefused, match="Model nope not found"):
        ask(run_async, opened(OPEN_INFERENCE, mlserver, faces="nope"), photo_with_everything(tmp_path))


def chat(peer: Peer, **options: Any) -> Any:
    return opened(OPENAI_COMPATIBLE, peer, model="looks", **options)


def test_litserve_gets_the_picture_and_the_words_to_prefer(run_async, litserve, tmp_path):
    answer = ask(run_async, chat(litserve, vocabulary="narwhal"), photo_with_everything(tmp_path))
    assert [detection.label for detection in answer.detections] == ["wide", "JPEG", "narwhal"]
    path = tmp_path / "high.png"
    Image.new("RGB", (50, 100)).save(path)
    answer = ask(run_async, chat(litserve), PhotoFile(path))
    assert [detection.label for detection in answer.detections] == ["high", "JPEG"]


def test_litserve_has_no_list_of_models_and_that_is_no_fault(run_async, litserve):
    assert "does not list" in ask(run_async, chat(litserve), None)


def test_a_peer_that_is_something_else_altogether_is_refused_with_words(run_async, moto, tmp_path):
    photo = photo_with_everything(tmp_path)
    with pytest.raises(BackendError, match="inference server"):
        ask(run_async, opened(OPEN_INFERENCE, moto), photo)
    with pytest.raises(BackendError, match="model server"):
        ask(run_async, chat(moto), photo)
